/** On how many months a municipality is compared, and since when it is silent. */

import type { Month } from '../../domain/codes.ts';
import type { MunicipalFigures } from '../../domain/counting/municipal-figures.ts';
import { type CountedSource, countedSources, monthAt } from '../../domain/period-axis.ts';
import type { ComparedMonths, TownReporting } from '../comparison.ts';
import type { MunicipalSummary } from '../release.ts';

/** By fiscal year and for the last twelve months: months that are over, with data, and of those the ones in which an office is missing. */
export function monthsOf(
  figures: MunicipalFigures,
  source: CountedSource,
  lastMonths: readonly Month[],
): readonly ComparedMonths[] {
  const { axis } = figures;
  const isMissing = (month: number) =>
    figures.reporting.some(({ tabs }) => tabs[source].states[month] === 'unreported');
  const count = (months: readonly number[], due: number): ComparedMonths => {
    const reported = months.filter((month) => month >= 0 && figures.hasData(source, month));
    return {
      due: Math.max(due, reported.length),
      reported: reported.length,
      partly: reported.filter(isMissing).length,
    };
  };
  return [
    ...axis.years.map((_, year) => {
      const months = Array.from({ length: 12 }, (__, offset) => year * 12 + offset);
      return count(months, months.filter((month) => month < axis.runMonth).length);
    }),
    count(
      lastMonths.map((month) => axis.positionOf(month)),
      lastMonths.length,
    ),
  ];
}

/** 報告率, 受理率 and 報告日数, and by source the last month with data and the silence since then. */
export function reportingOf(figures: MunicipalFigures, { series }: Pick<MunicipalSummary, 'series'>): TownReporting {
  const { axis } = figures;
  const end = Math.max(0, ...figures.reporting.map(({ dueEnd }) => dueEnd));
  return {
    rate: series.Q01 ?? [],
    accepted: series.Q02 ?? [],
    days: series.Q03 ?? [],
    sources: Object.fromEntries(
      countedSources.map((source) => {
        const last = axis.months.findLastIndex((_, month) => figures.hasData(source, month));
        const isSilent = last >= 0 && last + 1 < end;
        return [source, { last: axis.months[last] ?? null, silentSince: isSilent ? monthAt(axis, last + 1) : null }];
      }),
    ),
  };
}
