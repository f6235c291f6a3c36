/** A matrix of counts as it is drawn: codes along both sides, the upper triangle where both sides are one list. */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber } from '../figures/format.ts';
import { withOrigin } from '../figures/origin.ts';
import { expandFigure } from '../figures/read-figure.ts';
import type { RowsQuery } from '../rows/rows-query.ts';
import type { TableModel } from '../table-model.ts';

export interface MatrixCell {
  readonly count: number;
  /** Step of the heat scale, 1 to 7; 0 for none, and for the diagonal, which is no overlap. */
  readonly step: number;
  readonly isDiagonal: boolean;
  /** What is read out at the cell. */
  readonly sentence: string;
  /** What leads to its rows. */
  readonly rows?: RowsQuery;
}

export interface MatrixModel {
  readonly rowHeader: string;
  readonly columns: readonly { readonly code: string; readonly name: string }[];
  /** A cell a column; `null` below the diagonal, where the pair stands already. */
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly cells: readonly (MatrixCell | null)[];
  }[];
  /** The greatest count off the diagonal. */
  readonly hottest: number;
}

/** A pair of codes and how many. */
export type Pair = readonly [one: string, other: string, count: number];

export interface MatrixSides {
  readonly rowHeader: string;
  readonly rowName: (code: string) => string;
  readonly columnName: (code: string) => string;
  /** The order of codes along both sides. */
  readonly rowOrder: readonly string[];
  readonly columnOrder: readonly string[];
  readonly sayCell: (one: string, other: string, count: number) => string;
  /** Said of the diagonal; where given, both sides are one list and the lower half is left out. */
  readonly sayDiagonal?: (one: string, count: number) => string;
}

/** The step of the heat scale: up to seven each number has its own, above that equal parts of the greatest. */
export function stepOf(count: number, hottest: number): number {
  if (count <= 0) return 0;
  return hottest <= 7 ? Math.min(count, 7) : Math.max(1, Math.ceil((count / hottest) * 7));
}

/** Codes that nobody has are left out on both sides. */
export function shapeMatrix(pairs: readonly Pair[], sides: MatrixSides): MatrixModel {
  const { sayDiagonal } = sides;
  const isTriangle = sayDiagonal !== undefined;
  const counts = new Map(pairs.map(([one, other, count]) => [`${one}|${other}`, count]));
  const usedRows = new Set(pairs.flatMap(([one, other]) => (isTriangle ? [one, other] : [one])));
  const usedColumns = new Set(pairs.flatMap(([one, other]) => (isTriangle ? [one, other] : [other])));
  const rowCodes = sides.rowOrder.filter((code) => usedRows.has(code));
  const columnCodes = sides.columnOrder.filter((code) => usedColumns.has(code));
  const hottest = Math.max(
    0,
    ...pairs.filter(([one, other]) => !isTriangle || one !== other).map(([, , count]) => count),
  );
  const countOf = (one: string, other: string) =>
    counts.get(`${one}|${other}`) ?? (isTriangle ? counts.get(`${other}|${one}`) : undefined) ?? 0;
  const cellOf = (row: string, column: string): MatrixCell => {
    const count = countOf(row, column);
    if (sayDiagonal !== undefined && row === column)
      return { count, step: 0, isDiagonal: true, sentence: sayDiagonal(sides.rowName(row), count) };
    const sentence = sides.sayCell(sides.rowName(row), sides.columnName(column), count);
    return { count, step: stepOf(count, hottest), isDiagonal: false, sentence };
  };
  return {
    rowHeader: sides.rowHeader,
    columns: columnCodes.map((code) => ({ code, name: sides.columnName(code) })),
    rows: rowCodes.map((row, position) => ({
      code: row,
      name: sides.rowName(row),
      cells: columnCodes.map((column, at) => (isTriangle && at < position ? null : cellOf(row, column))),
    })),
    hottest,
  };
}

/** The greatest cell off the diagonal, the first of equals; `null` where there is none. */
export function hottestPair(
  model: MatrixModel,
): { readonly one: string; readonly other: string; readonly count: number } | null {
  for (const { name, cells } of model.rows)
    for (const [at, cell] of cells.entries())
      if (cell !== null && !cell.isDiagonal && cell.count > 0 && cell.count === model.hottest)
        return { one: name, other: model.columns[at]?.name ?? '', count: cell.count };
  return null;
}

/** The same as a table. */
export function matrixTable(model: MatrixModel, caption: string): TableModel {
  return {
    caption,
    rowHeader: model.rowHeader,
    columns: model.columns.map(({ code, name }) => ({ key: code, label: name })),
    rows: model.rows.map(({ code, name, cells }) => ({
      key: code,
      label: name,
      cells: cells.map((cell) => {
        if (cell === null) return { kind: 'blank' };
        const figure = expandFigure(cell.count);
        return {
          kind: 'figure',
          figure: cell.rows === undefined ? figure : withOrigin(figure, cell.rows),
          decimals: 0,
        };
      }),
    })),
  };
}

/** '1', '2', … up to seven; above, '1〜3', '4〜6', …: the steps of the scale with the numbers they stand for. */
export function matrixSteps(
  hottest: number,
  language: Language,
): readonly { readonly step: number; readonly label: string }[] {
  const ranges = new Map<number, { from: number; to: number }>();
  for (let count = 1; count <= hottest; count += 1) {
    const step = stepOf(count, hottest);
    ranges.set(step, { from: ranges.get(step)?.from ?? count, to: count });
  }
  const dash = language === 'ja' ? '〜' : '–';
  return [...ranges].map(([step, { from, to }]) => ({
    step,
    label: from === to ? formatNumber(from) : `${formatNumber(from)}${dash}${formatNumber(to)}`,
  }));
}
