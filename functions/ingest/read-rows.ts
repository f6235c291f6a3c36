/**
 * Reads the rows of a found tab: cells → accepted and refused rows, and findings. Merges, 〃, total rows and empty rows are
 * dealt with here (workbook.md, How cells are read); what a cell means is the column's reader's business,
 * and what rows mean to each other is checked afterwards.
 */
import {
  type Cell,
  type Finding,
  type FindingCode,
  isBlankCell,
  isDittoCell,
  isTotalWord,
  type Reading,
  type ReadingContext,
  type RowOf,
  readCell,
  type Table,
  unknown,
} from '#sheets-schema';
import { createFindingList } from './collect-findings.ts';
import { createFinding, quoteTyped } from './create-finding.ts';
import type { FoundColumn, FoundTable } from './find-tables.ts';
import { placeIn, rowPlace } from './place.ts';

export interface AcceptedRow<T extends Table> {
  /** As the spreadsheet shows it. */
  readonly row: number;
  readonly values: RowOf<T>;
  /** English names of optional columns whose cell had an error and is unknown. */
  readonly refusedCells: readonly string[];
}

/** A row with an error in a required column; what could be read of it serves to name it. */
export interface RefusedRow<T extends Table> {
  readonly row: number;
  readonly values: Partial<RowOf<T>>;
}

export interface TableRows<T extends Table> {
  readonly found: FoundTable;
  readonly accepted: readonly AcceptedRow<T>[];
  readonly refused: readonly RefusedRow<T>[];
  readonly findings: readonly Finding[];
}

/** Whether cells of the column are looked at; 備考 and 受付窓口 never are. */
function isRead({ column }: FoundColumn): boolean {
  return column.kind !== 'text' || column.isRead;
}

/** The same spelling recurs in a column; each is read once. Bounded, so that a column of prose costs no memory. */
const longestMemory = 5_000;

/** Reads all rows below the header. `contextOf` gives the office's own words of a column. */
export function readRows<T extends Table>(
  found: FoundTable,
  contextOf: (columnName: string) => ReadingContext,
): TableRows<T> {
  const accepted: AcceptedRow<T>[] = [];
  const refused: RefusedRow<T>[] = [];
  const findings = createFindingList();
  const { grid, headerIndex } = found;
  if (found.missing.length > 0) return { found, accepted, refused, findings: [] };

  const columns = found.columns.filter(isRead).map((one) => createColumnReader(found, one, contextOf(one.name)));
  const blankRow = Object.fromEntries(Object.keys(found.table.columns).map((name) => [name, null]));
  const isEmpty = createEmptyTest(found);
  const isTotal = createTotalTest(found);
  const totalRows: number[] = [];
  let previous: readonly Cell[] | null = null;

  for (let rowIndex = headerIndex + 1; rowIndex < grid.rows.length; rowIndex += 1) {
    const cells = grid.rows[rowIndex];
    if (cells === undefined) continue;
    const row = rowIndex + 1;
    if (isTotal(cells)) {
      totalRows.push(row);
      continue;
    }
    if (isEmpty(cells)) continue;
    const values: Record<string, unknown> = { ...blankRow };
    const effective: Cell[] = [];
    const refusedCells: string[] = [];
    let isRefused = false;
    for (const [position, reader] of columns.entries()) {
      const above: Cell | undefined = previous === null ? undefined : (previous[position] ?? null);
      const outcome = reader.read({ rowIndex, cells, above });
      effective.push(outcome.cell);
      values[reader.name] = outcome.value;
      if (outcome.isCellRefused) refusedCells.push(reader.name);
      if (outcome.isRowRefused) isRefused = true;
      findings.addAll(outcome.findings);
    }
    previous = effective;
    // Each column's reader gives what RowOf says for it; the table's definition is the only witness of that.
    if (isRefused) refused.push({ row, values: values as Partial<RowOf<T>> });
    else
      accepted.push({ row, values: values as RowOf<T>, refusedCells: refusedCells.length === 0 ? none : refusedCells });
  }
  const [firstTotal, ...otherTotals] = totalRows;
  if (firstTotal !== undefined) {
    findings.add(
      createFinding(rowPlace(found, firstTotal), {
        code: 'row/total',
        otherRows: otherTotals,
        facts: { count: totalRows.length },
      }),
    );
  }
  for (const reader of columns) findings.addAll(reader.collected());
  return { found, accepted, refused, findings: findings.list() };
}

const none: readonly string[] = [];

/** A row is empty where only a pre-printed 受付番号 or an unticked box stands in what is read, or its headers once more. */
function createEmptyTest(found: FoundTable): (cells: readonly Cell[]) => boolean {
  const indexes = found.columns.filter(isRead).flatMap(({ name, index }) => (name === 'receiptNumber' ? [] : [index]));
  const header = found.grid.rows[found.headerIndex] ?? [];
  const repeatsHeader = (cells: readonly Cell[]) =>
    indexes.length > 1 && indexes.every((index) => typeof cells[index] === 'string' && cells[index] === header[index]);
  return (cells) => {
    for (const index of indexes) {
      const cell = cells[index];
      if (cell === undefined || cell === null || cell === false) continue;
      if (!isBlankCell(cell) && !isUntickedText(cell)) return repeatsHeader(cells);
    }
    return true;
  };
}

/** An unticked box in a .csv. */
function isUntickedText(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length < 8 && cell.trim().toUpperCase() === 'FALSE';
}

/** A total row says so in any column but 備考, ours or not; 累計 as a 数え方 is a word of its list. */
function createTotalTest(found: FoundTable): (cells: readonly Cell[]) => boolean {
  if (found.name === 'aliases') return () => false;
  const exempt = new Set(
    found.columns.filter((one) => one.name === 'note' || one.column.kind === 'option').map((one) => one.index),
  );
  return (cells) =>
    cells.some(
      (cell, index) => typeof cell === 'string' && cell.includes('計') && !exempt.has(index) && isTotalWord(cell),
    );
}

interface CellOutcome {
  /** After merges and 〃, for the row below to repeat. */
  readonly cell: Cell;
  readonly value: unknown;
  readonly isCellRefused: boolean;
  readonly isRowRefused: boolean;
  readonly findings: readonly Finding[];
}

interface ColumnReader {
  readonly name: string;
  /** `above` is the previous data row's cell of this column; `undefined` in the first data row. */
  read(row: {
    readonly rowIndex: number;
    readonly cells: readonly Cell[];
    readonly above: Cell | undefined;
  }): CellOutcome;
  /** Findings that stand for many rows, once all are read. */
  collected(): readonly Finding[];
}

function createColumnReader(
  found: FoundTable,
  { name, column, index }: FoundColumn,
  context: ReadingContext,
): ColumnReader {
  const memory = new Map<Cell, Reading<unknown>>();
  const mergeTops = column.spansMerges ? mergeTopsOf(found, index) : new Map<number, number>();
  const rowsOfMerge = new Map<number, number[]>();
  const dittoRows: number[] = [];
  const ownWordsFirst = new Map<string, { readonly first: Finding; readonly others: number[] }>();

  const recall = (cell: Cell): Reading<unknown> => {
    if (cell !== null && typeof cell === 'object') return readCell(column, cell, context);
    const known = memory.get(cell);
    if (known !== undefined) return known;
    const reading = readCell(column, cell, context);
    if (memory.size < longestMemory) memory.set(cell, reading);
    return reading;
  };

  const refuse = (cell: Cell, finding: Finding): CellOutcome => ({
    cell,
    value: column.required ? null : unknown,
    isCellRefused: true,
    isRowRefused: column.required || refusingProblems.has(finding.code),
    findings: [finding],
  });

  /** Said once for a word, not at each of its cells. */
  const keep = (row: number, finding: Finding): readonly Finding[] => {
    if (finding.code !== 'choice/own-word-first') return [finding];
    const key = JSON.stringify([finding.typed, finding.facts]);
    const known = ownWordsFirst.get(key);
    if (known === undefined) ownWordsFirst.set(key, { first: finding, others: [] });
    else known.others.push(row);
    return [];
  };

  return {
    name,
    read({ rowIndex, cells, above }) {
      const row = rowIndex + 1;
      let cell = cells[index] ?? null;
      const top = mergeTops.get(rowIndex);
      if (top !== undefined && top !== rowIndex) {
        cell = found.grid.rows[top]?.[index] ?? null;
        const rows = rowsOfMerge.get(top);
        if (rows === undefined) rowsOfMerge.set(top, [row]);
        else rows.push(row);
      }
      if (isDittoCell(cell)) {
        if (above === undefined)
          return refuse(null, createFinding(placeIn(found, row, name), { code: 'cell/ditto-in-first-row' }));
        cell = above;
        dittoRows.push(row);
      }
      const reading = recall(cell);
      switch (reading.outcome) {
        case 'value': {
          if (reading.notices.length === 0) return plain(cell, reading.value);
          const typed = quoteTyped(column, cell);
          const findings = reading.notices.flatMap((notice) =>
            keep(row, createFinding(placeIn(found, row, name), { ...notice, typed })),
          );
          return { ...plain(cell, reading.value), findings };
        }
        case 'blank':
          return plain(cell, null);
        case 'unknown':
          return plain(cell, unknown);
        case 'problem': {
          const typed = refusingProblems.has(reading.problem.code) ? null : quoteTyped(column, cell);
          return refuse(cell, createFinding(placeIn(found, row, name), { ...reading.problem, typed }));
        }
        default:
          return reading satisfies never;
      }
    },
    collected() {
      const findings: Finding[] = [];
      const [firstDitto, ...otherRows] = dittoRows;
      if (firstDitto !== undefined) {
        findings.push(createFinding(placeIn(found, firstDitto, name), { code: 'cell/ditto', otherRows }));
      }
      for (const [top, rows] of rowsOfMerge) {
        findings.push(createFinding(placeIn(found, top + 1, name), { code: 'cell/merged', otherRows: rows }));
      }
      for (const { first, others } of ownWordsFirst.values()) findings.push({ ...first, otherRows: others });
      return findings;
    },
  };
}

function plain(cell: Cell, value: unknown): CellOutcome {
  return { cell, value, isCellRefused: false, isRowRefused: false, findings: [] };
}

/** Personal numbers refuse the row wherever they stand, so that nothing of it is counted until they are gone. */
const refusingProblems: ReadonlySet<FindingCode> = new Set(['row/personal-number', 'personal/phone-number']);

/** Whether an optional cell holds something that could not be used. */
export function isUnreadable(row: AcceptedRow<Table>, columnName: string): boolean {
  return row.refusedCells.includes(columnName);
}

/** Row index → index of the row that holds the value, for each merge that starts in this column. */
function mergeTopsOf(found: FoundTable, index: number): ReadonlyMap<number, number> {
  const tops = new Map<number, number>();
  for (const { top, left, bottom } of found.grid.merges) {
    if (left !== index || bottom - top < 2) continue;
    for (let row = top; row < Math.min(bottom, found.grid.rows.length); row += 1) tops.set(row, top);
  }
  return tops;
}
