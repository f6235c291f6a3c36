/**
 * Reads one column of a tab, row after row: merges and 〃 first, then the cell as its kind asks. The rows are put together in
 * read-rows.ts.
 */
import {
  type Cell,
  type Finding,
  type FindingCode,
  isDittoCell,
  type Reading,
  type ReadingContext,
  readCell,
  unknown,
} from '#sheets-schema';
import { createFinding, quoteTyped } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import type { FoundColumn, FoundTable } from './find-tables.ts';

/** The same spelling recurs in a column; each is read once. Bounded, so that a column of prose costs no memory. */
const longestMemory = 5_000;

/** What came of one cell. */
export interface CellOutcome {
  /** After merges and 〃, for the row below to repeat. */
  readonly cell: Cell;
  readonly value: unknown;
  readonly isCellRefused: boolean;
  readonly isRowRefused: boolean;
  readonly findings: readonly Finding[];
}

export interface ColumnReader {
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

/** Creates the reader of one column, for one pass over the rows from top to bottom. */
export function createColumnReader(
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
          const findings = reading.notices.flatMap((notice) => {
            const typed = unkeptWords.has(notice.code) ? null : quoteTyped(column, cell);
            return keep(row, createFinding(placeIn(found, row, name), { ...notice, typed }));
          });
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

/** A つなぎ先 of no list counts as その他 and its word is not kept, in a finding neither (workbook.md, What is counted). */
const unkeptWords: ReadonlySet<FindingCode> = new Set(['choice/counted-as-other']);

/** Row index → index of the row that holds the value, for each merge that starts in this column. */
function mergeTopsOf(found: FoundTable, index: number): ReadonlyMap<number, number> {
  const tops = new Map<number, number>();
  for (const { top, left, bottom } of found.grid.merges) {
    if (left !== index || bottom - top < 2) continue;
    for (let row = top; row < Math.min(bottom, found.grid.rows.length); row += 1) tops.set(row, top);
  }
  return tops;
}
