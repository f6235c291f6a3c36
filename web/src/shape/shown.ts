/** What a page shows, beside its name: '藤ヶ浦市 令和6年度 4〜12月（9か月） 経路：地域'. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import { pathways, targets } from '#sheets-schema/vocabulary/codes.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatPeriod } from './figures/format.ts';
import { lastMonth } from './figures/series.ts';
import { nameMonths } from './periods/month-names.ts';
import { monthsOf, periodKind } from './periods/periods.ts';
import { say } from './say.ts';
import { areaName, type Selection } from './selection.ts';

/** Place, period and filters; of a fiscal year that is under way, the months that a report can be there for. */
export function describeShown(index: OfficeIndex, selection: Selection, language: Language): string {
  const months = monthsOf(selection.period).filter((month) => month <= lastMonth(index));
  const facts = { place: areaName(index, selection.area), period: formatPeriod(selection.period, language) };
  const isPart = periodKind(selection.period) === 'year' && months.length > 0 && months.length < 12;
  const pathway = pathways.codes.find(({ code }) => code === selection.pathway);
  const target = targets.codes.find(({ code }) => code === selection.target);
  return [
    isPart
      ? say(overviewWords.shownMonths, language, {
          ...facts,
          months: nameMonths(months, language),
          count: months.length,
        })
      : say(overviewWords.shown, language, facts),
    pathway === undefined ? '' : say(overviewWords.ofPathway, language, { name: pathway[language] }),
    target === undefined ? '' : say(overviewWords.ofTarget, language, { name: target[language] }),
  ]
    .filter(Boolean)
    .join(language === 'ja' ? '　' : ' · ');
}
