/** What a detail (流れ, 重なり, 支援) tells of a period: its rows, how much of N01 they are, and what to say where there are none. */
import type { Coverage, SupportPeriod } from '#functions/publish/detail.ts';
import type { OfficeIndex } from '#functions/publish/release.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { detailWords } from '#sheets-schema/vocabulary/words/flow.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { missingOffices } from '../figures/series.ts';
import { coverageOf } from '../older-releases.ts';
import { fiscalYearOf, periodKind } from '../periods/periods.ts';
import { say } from '../say.ts';
import type { Selection } from '../selection.ts';

/** '新規相談640件のうち、1件ごとの記録がある620件'. */
export function sayCoverage({ cases, of }: Coverage, language: Language): string {
  const all = expandFigure(of);
  const facts = { cases: formatNumber(cases), of: 'value' in all ? formatNumber(all.value) : '' };
  const isWhole = !('value' in all) || all.value === cases;
  return say(isWhole ? detailWords.coverageWhole : detailWords.coveragePart, language, facts);
}

/** A period with rows to go to from one without: the fiscal year nearest before, else the last one; `null` where there is none. */
export function nearestPeriod(periods: Readonly<Record<string, unknown>>, wanted: string): string | null {
  const years = Object.keys(periods)
    .filter((period) => periodKind(period) === 'year')
    .toSorted();
  const before = years.findLast((year) => fiscalYearOf(year) <= fiscalYearOf(wanted));
  return before ?? years.at(-1) ?? null;
}

/** Details are by area and period only: what of the filters this figure cannot follow; empty where nothing is chosen. */
export function sayNotFiltered(
  { pathway, target }: Pick<Selection, 'pathway' | 'target'>,
  { place, language }: { readonly place: string; readonly language: Language },
): readonly string[] {
  if (pathway === 'all' && target === 'all') return [];
  const filters =
    pathway === 'all'
      ? detailWords.filterTarget
      : target === 'all'
        ? detailWords.filterPathway
        : detailWords.filterBoth;
  return [say(detailWords.notFiltered, language, { filters: filters[language], place })];
}

/** Which offices are missing from the period of a detail; empty where none is. */
export function sayMissing(
  index: OfficeIndex,
  { series, period, language }: { readonly series: string; readonly period: string; readonly language: Language },
): readonly string[] {
  const offices = missingOffices(index, series, period);
  if (offices.length === 0) return [];
  return [say(detailWords.missing, language, { offices: offices.join(language === 'ja' ? '、' : ', ') })];
}

const partOfSeries = { N02: 'actions', N09: 'meetings', N12: 'activities' } as const;

/** How much of an indicator the rows of its tab tell; nothing where they tell all of it, or where that is not known. */
export function sayRowCoverage(told: SupportPeriod, series: string, language: Language): readonly string[] {
  const part = Object.entries(partOfSeries).find(([code]) => code === series)?.[1];
  const coverage = part === undefined ? undefined : coverageOf(told)?.[part];
  const indicator = indicators.find(({ code }) => code === series);
  if (coverage === undefined || indicator === undefined || typeof coverage.of !== 'number') return [];
  if (coverage.told === coverage.of) return [];
  return [
    say(detailWords.coverageRows, language, {
      name: indicator[language],
      unit: indicator.unit,
      of: formatNumber(coverage.of),
      told: formatNumber(coverage.told),
    }),
  ];
}
