/** What 市町村比較 shows of all that was compared: which measures and periods are on offer, and which of them the address means. */
import type { ComparisonObject } from '#functions/publish/comparison.ts';
import { measureOf } from '#sheets-schema/vocabulary/measures.ts';
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatPeriod } from '../figures/format.ts';
import { fiscalYearOf, periodKind } from '../periods/periods.ts';
import { say } from '../say.ts';
import { allMeasures, nameMeasure } from './measure-words.ts';

type Compared = Pick<ComparisonObject, 'classes' | 'periods' | 'measures'>;

const withoutValue: readonly string[] = ['unreported', 'suppressed', 'n/a'];

/** Whether any municipality has a value. */
function hasValues({ classes }: Compared, measure: string, period: string): boolean {
  return classes[`${measure}|${period}`]?.some((state) => !withoutValue.includes(state)) === true;
}

/** Measures of which anybody has a value; all that are published where nobody has any. */
function offeredMeasures(of: Compared): readonly string[] {
  const published = allMeasures.map(({ code }) => code as string).filter((code) => of.measures[code] !== undefined);
  const used = published.filter((code) => of.periods.some((period) => hasValues(of, code, period)));
  return used.length > 0 ? used : published;
}

/** The measures in three groups; groups without one are left out. */
export function measureGroups(of: Compared, language: Language) {
  const offered = offeredMeasures(of);
  const groups = [
    { label: comparisonWords.groupNew, has: (code: string) => ['R06', 'R07', 'R09'].includes(code) },
    {
      label: comparisonWords.groupShares,
      has: (code: string) => code.startsWith('R') && !['R06', 'R07', 'R09'].includes(code),
    },
    { label: comparisonWords.groupCounts, has: (code: string) => code.startsWith('N') },
  ];
  return groups
    .map(({ label, has }) => ({
      label: label[language],
      options: offered.filter(has).map((key) => ({ key, label: nameMeasure(key, language) })),
    }))
    .filter(({ options }) => options.length > 0);
}

/** The measure of an address; new consultations (N01) are compared per head. `null` where none is published. */
export function chosenMeasure(of: Compared, wanted: string | null): string | null {
  const offered = offeredMeasures(of);
  const named = wanted === 'N01' ? measureOf('N01', 'perHundredThousandMonth') : wanted;
  return offered.find((code) => code === named) ?? offered[0] ?? null;
}

/** The periods in which a measure has values, the newest first; all of them where it never has any. */
export function offeredPeriods(of: Compared, measure: string): readonly string[] {
  const used = of.periods.filter((period) => hasValues(of, measure, period));
  return (used.length > 0 ? used : of.periods).toReversed();
}

/** The period of an address, its fiscal year for a month or a quarter, else the newest that has values. */
export function chosenPeriod(of: Compared, measure: string, wanted: string | null): string | null {
  const offered = offeredPeriods(of, measure);
  const year = wanted !== null && periodKind(wanted) !== null ? `FY${fiscalYearOf(wanted)}` : null;
  return offered.find((period) => period === wanted) ?? offered.find((period) => period === year) ?? offered[0] ?? null;
}

/** '令和6年度', '直近12か月（令和6年1月〜令和6年12月）'. */
export function formatComparedPeriod(period: string, language: Language): string {
  const [from, to] = period.split('..');
  if (from === undefined || to === undefined) return formatPeriod(period, language);
  return say(comparisonWords.lastTwelve, language, {
    from: formatPeriod(from, language),
    to: formatPeriod(to, language),
  });
}
