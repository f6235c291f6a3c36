/** The published table of 経路別: counts and shares by period, and the differences from the first to the last. */

import { pathwayWords } from '#sheets-schema/vocabulary/words/pathways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { differenceOf, sumOfPrinted } from '../figures/difference.ts';
import { say } from '../say.ts';
import type { TableCell, TableColumn, TableModel, TableRow } from '../table-model.ts';
import { emphasisedPathway, type PathwayFigures, type PathwayShape } from './pathway-figures.ts';

const isQuiet = true;

/** '平成26→29年度の差': two years of one era share its name. */
export function spanName(first: string, last: string): { readonly from: string; readonly to: string } {
  const years = /^(\D+)(\d+)年度$/;
  const [a, b] = [years.exec(first), years.exec(last)];
  if (a !== null && b !== null && a[1] === b[1]) return { from: `${a[1]}${a[2]}`, to: `${b[2]}年度` };
  return { from: first, to: last };
}

function differences(figures: PathwayFigures, hasShares: boolean): readonly TableCell[] {
  const [firstCount, lastCount] = [figures.counts[0], figures.counts.at(-1)];
  const [firstShare, lastShare] = [figures.shares[0], figures.shares.at(-1)];
  if (firstCount === undefined || lastCount === undefined || firstShare === undefined || lastShare === undefined)
    return [];
  return [
    { kind: 'difference', difference: differenceOf(firstCount, lastCount, 0), decimals: 0 },
    hasShares
      ? { kind: 'difference', difference: differenceOf(firstShare, lastShare, 1), decimals: 1 }
      : { kind: 'blank' },
  ];
}

/** The rows of 経路, then 不明, then the total whose shares are the sum of those printed. */
export function pathwayTable(shape: PathwayShape, language: Language): TableModel {
  const { periods } = shape;
  const isCompared = periods.length > 1;
  const row = (figures: PathwayFigures, hasShares: boolean): TableRow => ({
    key: figures.code,
    label: figures.name,
    ...(figures.isSecondLevel ? { depth: 1 } : { swatch: figures.code }),
    look: figures.code === emphasisedPathway ? 'emphasised' : 'plain',
    cells: [
      ...periods.flatMap((_, position): TableCell[] => [
        { kind: 'figure', figure: figures.counts[position] ?? { state: 'n/a' }, decimals: 0 },
        hasShares
          ? { kind: 'figure', figure: figures.shares[position] ?? { state: 'n/a' }, decimals: 1 }
          : { kind: 'blank' },
      ]),
      ...(isCompared ? differences(figures, hasShares) : []),
    ],
  });
  const firstLevel = shape.pathways.filter(({ isSecondLevel }) => !isSecondLevel);
  const [firstTotal, lastTotal] = [shape.totals[0], shape.totals.at(-1)];
  const total: TableRow = {
    key: 'all',
    label: say(
      /^FY\d{4}$/.test(periods[0]?.period ?? '') ? pathwayWords.totalYear : pathwayWords.totalPeriod,
      language,
    ),
    look: 'total',
    cells: [
      ...periods.flatMap((_, position): TableCell[] => {
        const shares = firstLevel.map((figures) => figures.shares[position] ?? { state: 'n/a' as const });
        return [
          { kind: 'figure', figure: shape.totals[position] ?? { state: 'n/a' }, decimals: 0 },
          shares.length === 0 ? { kind: 'blank' } : { kind: 'figure', figure: sumOfPrinted(shares, 1), decimals: 1 },
        ];
      }),
      ...(isCompared && firstTotal !== undefined && lastTotal !== undefined
        ? ([
            { kind: 'difference', difference: differenceOf(firstTotal, lastTotal, 0), decimals: 0 },
            { kind: 'blank' },
          ] satisfies TableCell[])
        : []),
    ],
  };
  const span = spanName(periods[0]?.name ?? '', periods.at(-1)?.name ?? '');
  const isPair = periods.at(-1)?.period.endsWith('=') === true;
  const columns = periods.flatMap(({ period }): TableColumn[] => [
    { key: `${period}-count`, label: say(pathwayWords.count, language) },
    { key: `${period}-share`, label: say(pathwayWords.share, language), isQuiet },
  ]);
  const compared: TableColumn[] = [
    { key: 'count-difference', label: say(pathwayWords.countDifference, language) },
    { key: 'share-difference', label: say(pathwayWords.shareDifference, language), isQuiet },
  ];
  return {
    caption: say(pathwayWords.tableTitle, language),
    rowHeader: say(pathwayWords.pathway, language),
    groups: [
      ...periods.map(({ name }) => ({ label: name, span: 2 })),
      ...(isCompared
        ? [
            {
              label: isPair
                ? say(pathwayWords.differenceYear, language)
                : say(pathwayWords.differenceGroup, language, span),
              span: 2,
            },
          ]
        : []),
    ],
    columns: isCompared ? [...columns, ...compared] : columns,
    rows: [
      ...shape.pathways.map((figures) => row(figures, true)),
      ...(shape.unknown === null ? [] : [row(shape.unknown, false)]),
      total,
    ],
  };
}
