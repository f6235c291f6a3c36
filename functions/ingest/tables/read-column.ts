/**
 * Reads one column of a tab, row after row: merges and 〃 first, then the cell as its kind asks. The rows are put together in
 * read-rows.ts. Most cells say what another has said before, and there is nothing to remark on them: those are recalled.
 */
import {
  type Cell,
  type Finding,
  type FindingCode,
  isDittoCell,
  isTotalWord,
  personalCodes,
  type Reading,
  type ReadingContext,
  readCell,
  unknown,
} from '#sheets-schema';
import { createFinding, quoteTyped } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import { createWatch } from '../tripwire/watch-cells.ts';
import type { FoundColumn, FoundTable } from './find-tables.ts';

/** The same spelling recurs in a column; each is read once. Bounded, so that a column of prose costs no memory. */
const longestMemory = 5_000;

/** What came of one cell. */
export interface CellOutcome {
  readonly value: unknown;
  readonly isCellRefused: boolean;
  readonly isRowRefused: boolean;
  readonly findings: readonly Finding[];
}

export interface ColumnReader {
  readonly name: string;
  /** 0-based. */
  readonly index: number;
  /**
   * The value of a cell about which there is nothing to say, where that is known; `undefined` where it has to be read. Never of a total
   * word or of the header repeated.
   */
  recall(cell: Cell): unknown;
  /** Of a row by its 0-based index; `above` is the previous data row, -1 in the first one. */
  read(rowIndex: number, above: number): CellOutcome;
  /** Findings that stand for many rows, once all are read. */
  collected(): readonly Finding[];
}

/** Creates the reader of one column, for one pass over the rows from top to bottom. */
export function createColumnReader(
  found: FoundTable,
  { name, column, index }: FoundColumn,
  context: ReadingContext,
): ColumnReader {
  const memory = new Map<Cell, Reading<unknown>>();
  const values = new Map<Cell, unknown>();
  const days = new Map<number, unknown>();
  const header = found.grid.rows[found.headerIndex]?.[index];
  const mergeTops = column.spansMerges ? mergeTopsOf(found, index) : new Map<number, number>();
  const rowsOfMerge = new Map<number, number[]>();
  const hasMerges = mergeTops.size > 0;
  const dittoRows: number[] = [];
  /** The last cell that took its value from another one. */
  let repeated: { readonly rowIndex: number; readonly cell: Cell } | null = null;
  const ownWordsFirst = new Map<string, { readonly first: Finding; readonly others: number[] }>();

  const watch = createWatch(found, { name, column, index });

  const readOnce = (cell: Cell): Reading<unknown> => {
    if (cell !== null && typeof cell === 'object') return readCell(column, cell, context);
    const known = memory.get(cell);
    if (known !== undefined) return known;
    const reading = watch(cell, readCell(column, cell, context));
    // A 受付番号 does not come again.
    if (column.kind !== 'reference' && memory.size < longestMemory) memory.set(cell, reading);
    return reading;
  };

  /** Keeps the value of a cell that was read without a remark, to be recalled. */
  const remember = (cell: Cell, value: unknown): void => {
    if (cell === null || column.kind === 'reference') return;
    if (typeof cell === 'object') {
      if ('serial' in cell && days.size < longestMemory) days.set(cell.serial, value);
    } else if (values.size < longestMemory && cell !== header && isMemorable(cell)) values.set(cell, value);
  };

  const accept = (cell: Cell, value: unknown, isOwn: boolean): CellOutcome => {
    if (isOwn) remember(cell, value);
    return { value, isCellRefused: false, isRowRefused: false, findings: none };
  };

  const cellOf = (rowIndex: number): Cell => found.grid.rows[rowIndex]?.[index] ?? null;

  const refuse = (finding: Finding): CellOutcome => ({
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
    index,
    recall(cell) {
      if (hasMerges) return undefined;
      if (cell === null) return column.required ? undefined : null;
      if (typeof cell === 'object') return 'serial' in cell ? days.get(cell.serial) : undefined;
      if (column.kind === 'reference') return cell === header ? undefined : recallReference(cell);
      return values.get(cell);
    },
    read(rowIndex, above) {
      const row = rowIndex + 1;
      const typed = cellOf(rowIndex);
      let cell = typed;
      const top = mergeTops.get(rowIndex);
      if (top !== undefined && top !== rowIndex) {
        cell = cellOf(top);
        const rows = rowsOfMerge.get(top);
        if (rows === undefined) rowsOfMerge.set(top, [row]);
        else rows.push(row);
      }
      if (isDittoCell(cell)) {
        if (above < 0) {
          repeated = { rowIndex, cell: null };
          return refuse(createFinding(placeIn(found, row, name), { code: 'cell/ditto-in-first-row' }));
        }
        cell = repeated?.rowIndex === above ? repeated.cell : cellOf(above);
        dittoRows.push(row);
      }
      if (cell !== typed) repeated = { rowIndex, cell };
      const reading = readOnce(cell);
      switch (reading.outcome) {
        case 'value': {
          if (reading.notices.length === 0) return accept(cell, reading.value, cell === typed);
          const findings = reading.notices.flatMap((notice) => {
            const quote = unkeptWords.has(notice.code) ? null : quoteTyped(column, cell);
            return keep(row, createFinding(placeIn(found, row, name), { ...notice, typed: quote }));
          });
          return { value: reading.value, isCellRefused: false, isRowRefused: false, findings };
        }
        case 'blank':
          return accept(cell, null, cell === typed);
        case 'unknown':
          return accept(cell, unknown, cell === typed);
        case 'problem': {
          const quote = refusingProblems.has(reading.problem.code) ? null : quoteTyped(column, cell);
          return refuse(createFinding(placeIn(found, row, name), { ...reading.problem, typed: quote }));
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

const none: readonly Finding[] = [];

/** Whether a cell makes its row neither a total row nor, beside other empty ones, one in which nothing stands. */
function isMemorable(cell: string | number | boolean): boolean {
  return typeof cell !== 'string' || !(isUntickedText(cell) || isTotalWord(cell));
}

/** An unticked box in a .csv. */
export function isUntickedText(cell: Cell): boolean {
  return typeof cell === 'string' && cell.length < 8 && cell.trim().toUpperCase() === 'FALSE';
}

/** Too short for anything personal, and folded by its case alone: 'R6-0001'. */
const shortReference = /^[0-9A-Za-z][0-9A-Za-z-]{0,8}$/;

function recallReference(cell: string | number | boolean): string | undefined {
  return typeof cell === 'string' && shortReference.test(cell) && cell.toUpperCase() !== 'FALSE'
    ? cell.toLowerCase()
    : undefined;
}

/** What is personal refuses the row wherever it stands, so that nothing of it is counted until that is gone. */
const refusingProblems: ReadonlySet<FindingCode> = new Set(personalCodes);

/** A つなぎ先 of no list counts as その他 and its word is not kept, in a finding neither (workbook.md, What is counted). */
const unkeptWords: ReadonlySet<FindingCode> = new Set(['choice/counted-as-other']);

/** Row index → index of the row that holds the value, for each merge that starts in this column. */
function mergeTopsOf(found: FoundTable, index: number): ReadonlyMap<number, number> {
  const tops = new Map<number, number>();
  // Merged cells never overlap; in a broken file they may, and then each row is of the first, so that no row is walked through twice.
  let next = 0;
  for (const { top, left, bottom } of found.grid.merges.toSorted((a, b) => a.top - b.top)) {
    if (left !== index || bottom - top < 2) continue;
    for (let row = Math.max(top, next); row < Math.min(bottom, found.grid.rows.length); row += 1) tops.set(row, top);
    next = Math.max(next, bottom);
  }
  return tops;
}
