/** 経路別 by month: at most the twelve months of the chosen fiscal year; unreported months stay as gaps. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { pathwayWords } from '#sheets-schema/vocabulary/words/pathways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { StackModel } from '../../charts/stack-model.ts';
import { sumOfPrinted } from '../figures/difference.ts';
import { formatFigure, formatMonthAlone, formatPeriod } from '../figures/format.ts';
import { missingOffices, monthsUpTo } from '../figures/series.ts';
import type { NamedPeriod } from '../periods/comparable-periods.ts';
import { fiscalYearOf } from '../periods/periods.ts';
import { say } from '../say.ts';
import type { Selection } from '../selection.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';
import { isUnderWay } from '../trend/trend-model.ts';
import { emphasisedPathway, type PathwayFigures, type PathwayShape, pathwayShape } from './pathway-figures.ts';
import { pathwayStack } from './pathway-stack.ts';

export interface PathwayMonths {
  /** '令和7年度'. */
  readonly year: string;
  /** The months alone; the last of `figures.periods` is the fiscal year itself. */
  readonly months: readonly NamedPeriod[];
  readonly shape: PathwayShape;
  /** The months and the year, for the table. */
  readonly withYear: PathwayShape;
  /** By month, whether an office is missing from it or it is not over. */
  readonly isPartial: readonly boolean[];
  /** By month, whether nothing was reported. */
  readonly isUnreported: readonly boolean[];
}

const unreported: Figure = { state: 'unreported' };

/** Without any month that has a number, `null`: yearly totals have no months. */
export function pathwayMonths(options: {
  readonly index: OfficeIndex;
  readonly cut: Cut;
  readonly selection: Selection;
  readonly level: 1 | 2;
  readonly language: Language;
}): PathwayMonths | null {
  const { index, cut, selection, level, language } = options;
  const year = fiscalYearOf(selection.period);
  const months = monthsUpTo(index, year, 1).map((period): NamedPeriod => {
    const name = formatMonthAlone(period, language);
    return { period, name, short: language === 'ja' ? String(Number(period.slice(5, 7))) : name.slice(0, 1) };
  });
  const wholeYear = `FY${year}`;
  const named = { period: wholeYear, name: formatPeriod(wholeYear, language), short: '' };
  const shape = pathwayShape({ cut, periods: months, selection, level, language });
  if (!shape.totals.some((total) => 'value' in total)) return null;
  return {
    year: named.name,
    months,
    shape,
    withYear: pathwayShape({ cut, periods: [...months, named], selection, level, language }),
    isPartial: months.map(
      ({ period }, at) =>
        'value' in (shape.totals[at] ?? unreported) &&
        (missingOffices(index, 'N01', period).length > 0 || isUnderWay(index, period)),
    ),
    isUnreported: shape.totals.map(({ state }) => state === 'unreported'),
  };
}

/** The 100% stack of the months; a month without a report is a gap. */
export function monthStack({ shape, isPartial, isUnreported }: PathwayMonths, language: Language): StackModel {
  const stack = pathwayStack(shape, language);
  return {
    ...stack,
    bars: stack.bars.map((bar, at) => ({
      ...bar,
      name: `${bar.name}${isPartial[at] === true ? '＊' : ''}`,
      isBold: false,
      isGap: isUnreported[at] === true,
    })),
  };
}

/** Counts or shares by month and in the fiscal year; the total of shares is the sum of those printed. */
export function monthTable(
  { withYear, isPartial }: PathwayMonths,
  { what, caption, language }: { what: 'counts' | 'shares'; caption: string; language: Language },
): TableModel {
  const decimals = what === 'counts' ? 0 : 1;
  const cells = (figures: readonly Figure[]): TableCell[] =>
    withYear.periods.map((_, at) => ({
      kind: 'figure',
      figure: figures[at] ?? { state: 'n/a' },
      decimals,
      ...(isPartial[at] === true ? { isPartial: true } : {}),
    }));
  const row = (figures: PathwayFigures): TableRow => ({
    key: figures.code,
    label: figures.name,
    ...(figures.isSecondLevel ? { depth: 1 } : { swatch: figures.code }),
    look: figures.code === emphasisedPathway ? 'emphasised' : 'plain',
    cells: cells(figures[what]),
  });
  const firstLevel = withYear.pathways.filter(({ isSecondLevel }) => !isSecondLevel);
  const totals =
    what === 'counts'
      ? withYear.totals
      : withYear.periods.map((_, at) =>
          sumOfPrinted(
            firstLevel.map(({ shares }) => shares[at] ?? { state: 'n/a' }),
            1,
          ),
        );
  const hasUnknown = what === 'counts' && withYear.unknown !== null;
  return {
    caption,
    rowHeader: say(pathwayWords.pathway, language),
    columns: withYear.periods.map(({ period, name }) => ({ key: period, label: name })),
    rows: [
      ...withYear.pathways.map(row),
      ...(hasUnknown && withYear.unknown !== null ? [row(withYear.unknown)] : []),
      { key: 'all', label: say(pathwayWords.totalPeriod, language), look: 'total', cells: cells(totals) },
    ],
  };
}

/** The shape without months of which none is unknown, so that the note names only those that have some. */
export function withoutZeroUnknown(shape: PathwayShape): PathwayShape {
  if (shape.unknown === null) return shape;
  const counts = shape.unknown.counts.map((count): Figure => (count.state === 'zero' ? { state: 'n/a' } : count));
  return { ...shape, unknown: { ...shape.unknown, counts } };
}

/** The finding: the month with the most consultations, which are told by its name and number. */
export function monthFinding({ shape, months }: PathwayMonths, language: Language): string {
  const most = shape.totals.reduce<{ at: number; count: number } | null>(
    (top, total, at) => ('value' in total && total.value > (top?.count ?? 0) ? { at, count: total.value } : top),
    null,
  );
  if (most === null) return say(pathwayWords.monthsTitle, language);
  return say(pathwayWords.monthsMost, language, {
    month: months[most.at]?.name ?? '',
    count: formatFigure(shape.totals[most.at] ?? unreported, 0, language),
  });
}
