/** The tiles of 概況: value, year before, difference, the months as a spark, and the year's goal where there is one. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, GoalView, OfficeIndex } from '#functions/publish/release.ts';
import { type Indicator, type IndicatorCode, indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { overviewWords } from '#sheets-schema/vocabulary/words/overview.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { changeShare, differenceOf } from '../figures/difference.ts';
import {
  formatDayAlone,
  formatDifference,
  formatFigure,
  formatMonthAlone,
  formatPeriod,
  unitBeside,
} from '../figures/format.ts';
import { readFigure } from '../figures/read-figure.ts';
import { fromFirstNumber, hasNumber, lastMonth, monthsUpTo, type SeriesPoint, seriesOver } from '../figures/series.ts';
import { nameMonths } from '../periods/month-names.ts';
import { fiscalYearOf, monthOfDay, monthsOf, periodKind } from '../periods/periods.ts';
import { compareYears, type YearComparison } from '../periods/year-before.ts';
import { say } from '../say.ts';
import type { Selection } from '../selection.ts';

/** The indicators of the tiles, in order. */
export const keyIndicators = [
  'N01',
  'N07',
  'N02',
  'R02',
  'R01',
  'R05',
  'N06',
] as const satisfies readonly IndicatorCode[];

export interface KeyFigure {
  readonly code: string;
  readonly name: string;
  /** '12月末' for a stock. */
  readonly moment: string;
  readonly figure: Figure;
  readonly decimals: number;
  readonly unit: string;
  readonly isPartial: boolean;
  /** '前年同期 156件'. */
  readonly before: string;
  /** '+64件（+41.0%）'; empty where nothing can be compared. */
  readonly change: string;
  /** '4〜10月 483件', which stands over the year before; empty where the value itself is compared. */
  readonly basis: string;
  /** Both sides of the comparison; `null` where there is no year before. */
  readonly comparison: YearComparison | null;
  readonly spark: readonly SeriesPoint[];
  readonly sparkSentence: string;
  readonly goal: GoalView | null;
}

/** A number with its unit: '156件', '56.4%', in English '156 cases'. */
function withUnit(text: string, unit: string, language: Language): string {
  return unit === '%' || language === 'ja' ? `${text}${unit}` : `${text} ${unitBeside(text, unit)}`;
}

function changeText(
  comparison: YearComparison,
  decimals: number,
  unit: string,
  isCount: boolean,
  language: Language,
): string {
  const difference = differenceOf(comparison.before, comparison.after, decimals);
  if (difference.state !== 'value') return '';
  const own = unit === '%' ? say(overviewWords.points, language) : unit;
  const text = say(overviewWords.change, language, {
    difference: formatDifference(difference.value, decimals),
    unit: own,
  });
  const share = isCount ? changeShare(comparison.before, comparison.after, decimals) : null;
  return share === null ? text : text + say(overviewWords.changeShare, language, { share: formatDifference(share, 1) });
}

/** What is compared, where that is not the value on the tile: its months and their value, so that the difference can be checked. */
function basisText(
  comparison: YearComparison,
  shown: Figure,
  { indicator, language }: { readonly indicator: Indicator; readonly language: Language },
): string {
  const { decimals, kind } = indicator;
  const print = (figure: Figure) => formatFigure(figure, decimals, language);
  const last = comparison.months.at(-1);
  if (last === undefined || (comparison.leftOut.length === 0 && print(comparison.after) === print(shown))) return '';
  const months =
    kind === 'stock'
      ? say(overviewWords.monthEnd, language, { month: formatMonthAlone(last, language) })
      : nameMonths(comparison.months, language);
  const unit = language === 'ja' ? indicator.unit : indicator.unitEn;
  return say(overviewWords.basis, language, { months, value: withUnit(print(comparison.after), unit, language) });
}

/** '12月末' for a stock, or the day of the run where its month is not over: '11月21日'. */
function momentText(month: string, index: OfficeIndex, language: Language): string {
  if (month === monthOfDay(index.asOf)) return formatDayAlone(index.asOf, language);
  return say(overviewWords.monthEnd, language, { month: formatMonthAlone(month, language) });
}

/** The goal of the year for the whole municipality that an indicator is held against. */
function goalOf(goals: readonly GoalView[], index: OfficeIndex, code: string, year: number): GoalView | null {
  const roots = index.areas.filter(({ isRoot }) => isRoot).map((area): string => area.code);
  return (
    goals.find(
      (goal) =>
        goal.indicator === code &&
        goal.fiscalYear === year &&
        (goal.area === null || goal.area === index.municipality.code || roots.includes(goal.area)) &&
        goal.pathway === null &&
        goal.target === null &&
        goal.state !== 'noGoal',
    ) ?? null
  );
}

/** Periods of the spark: months of the year as far as reports can be, or fiscal years where no month has a number. */
function sparkOf(
  index: OfficeIndex,
  cut: Cut,
  place: { series: string; area: string; pathway: string; target: string },
  year: number,
) {
  const months = seriesOver(index, cut, place, monthsUpTo(index, year, 1));
  if (months.some(hasNumber)) return months;
  return fromFirstNumber(
    seriesOver(
      index,
      cut,
      place,
      index.years.filter((own) => fiscalYearOf(own) <= year),
    ),
  );
}

/** All tiles of a selection. */
export function keyFigures(options: {
  readonly index: OfficeIndex;
  readonly cut: Cut;
  readonly goals: readonly GoalView[];
  readonly selection: Selection;
  readonly language: Language;
}): readonly KeyFigure[] {
  const { index, cut, goals, selection, language } = options;
  const { area, pathway, target, period } = selection;
  const year = fiscalYearOf(period);
  const isWhole = area === index.municipality.code && pathway === 'all' && target === 'all';
  return keyIndicators.flatMap((code) => {
    const indicator = indicators.find((known) => known.code === code);
    if (indicator === undefined) return [];
    const unit = language === 'ja' ? indicator.unit : indicator.unitEn;
    const { decimals } = indicator;
    const place = { series: code, area, pathway, target, period };
    const figure = readFigure(cut, place);
    const comparison = compareYears(index, cut, place);
    const spark = sparkOf(index, cut, { series: code, area, pathway, target }, year);
    const ends = monthsOf(period).filter((month) => month <= lastMonth(index));
    const end = ends.at(-1);
    const hasBefore = comparison !== null && 'value' in comparison.before;
    return [
      {
        code,
        name: say(overviewWords.short[code], language),
        moment: indicator.kind === 'stock' && end !== undefined ? momentText(end, index, language) : '',
        figure,
        decimals,
        unit: unitBeside(formatFigure(figure, decimals, language), unit),
        isPartial: 'value' in figure && (index.missing[indicator.source]?.[period] ?? []).length > 0,
        before: hasBefore
          ? say(overviewWords.before, language, {
              value: withUnit(formatFigure(comparison.before, decimals, language), unit, language),
            })
          : say(overviewWords.beforeNone, language),
        change: hasBefore
          ? changeText(comparison, decimals, unit, indicator.kind === 'count' || indicator.kind === 'stock', language)
          : '',
        comparison: hasBefore ? comparison : null,
        basis: hasBefore ? basisText(comparison, figure, { indicator, language }) : '',
        spark,
        sparkSentence: spark
          .map((point) => `${formatPeriod(point.period, language)} ${formatFigure(point.figure, decimals, language)}`)
          .join(language === 'ja' ? '、' : ', '),
        goal: isWhole && periodKind(period) === 'year' ? goalOf(goals, index, code, year) : null,
      },
    ];
  });
}
