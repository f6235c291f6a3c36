/** The finding over the trend: 新規相談は前年より増え、12月は31件でした. */
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { differenceOf } from '../figures/difference.ts';
import { formatFigure, formatMonthAlone, formatPeriod } from '../figures/format.ts';
import { hasNumber, type SeriesPoint } from '../figures/series.ts';
import { periodKind } from '../periods/periods.ts';
import type { YearComparison } from '../periods/year-before.ts';
import { say } from '../say.ts';

/** `comparison` is that of the selected period; without one, or without numbers, only the last point is said. */
export function trendFinding(
  points: readonly SeriesPoint[],
  comparison: YearComparison | null,
  language: Language,
): string {
  const last = points.findLast(hasNumber);
  if (last === undefined) return say(overviewWords.trendNone, language);
  const isMonth = periodKind(last.period) === 'month';
  const facts = {
    when: isMonth ? formatMonthAlone(last.period, language) : formatPeriod(last.period, language),
    value: formatFigure(last.figure, 0, language),
  };
  const difference = comparison === null ? null : differenceOf(comparison.before, comparison.after, 0);
  if (difference === null || difference.state !== 'value') return say(overviewWords.trendPlain, language, facts);
  if (difference.value === 0) return say(overviewWords.trendSame, language, facts);
  return say(difference.value > 0 ? overviewWords.trendRose : overviewWords.trendFell, language, facts);
}
