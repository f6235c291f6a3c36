/** Whether what came of a workbook makes sense: no crash, no nonsense, nothing lost without a word. */
import type { IngestedWorkbook } from '#functions/ingest/ingested.ts';
import type { SheetGrid } from '#functions/world.ts';
import {
  type Cell,
  describeFailure,
  describeFinding,
  type Finding,
  failureMessages,
  type Table,
  tables,
} from '#sheets-schema';
import { judgeRows } from './judge-rows.ts';
import { isEmpty } from './plain-reading.ts';
import { type CountedTable, countedTables, findPlainTable, type PlainTable } from './plain-table.ts';
import type { ExpectedTab, MadeWorkbook } from './plan.ts';
import type { ReadOutcome } from './read-workbook.ts';

/** What is wrong, each as a word that stays the same while a case is made smaller. Empty where all is well. */
export function judge(
  read: ReadOutcome,
  { expected, filledCells }: Pick<MadeWorkbook, 'expected' | 'filledCells'>,
): readonly string[] {
  switch (read.outcome) {
    case 'crashed':
      return [`crash ${read.where}`];
    case 'failed': {
      const { code, facts } = read.failure;
      const isExpected = expected === null || code === 'file/too-many-cells';
      return [...(isExpected ? [] : [`refused ${code}`]), ...judgeSentence(code, facts)];
    }
    case 'held':
      return [
        ...compareGrids(read.grids, expected),
        ...countCells(read.grids, filledCells),
        ...read.findings.flatMap(judgeFinding),
      ];
    case 'checked': {
      const { checked, grids } = read;
      const plain = findPlainTables(grids, read);
      return [
        ...compareGrids(grids, expected),
        ...countCells(grids, filledCells),
        ...checked.ingested.findings.flatMap(judgeFinding),
        ...judgeRows(checked, plain),
        ...judgeCounts(checked.ingested, checked.rows),
        ...(isStorable(checked) ? [] : ['not-storable']),
        ...[...plain].flatMap(([name, found]) => findLost(name, found, read)),
        ...[...plain].flatMap(([name, { untold }]) => untold.map((field) => `untold ${field} in ${name}`)),
      ];
    }
    default:
      return read satisfies never;
  }
}

function judgeSentence(code: string, facts: Readonly<Record<string, string | number>>): readonly string[] {
  if (!Object.hasOwn(failureMessages, code)) return [`no-sentence ${code}`];
  const said = describeFailure(code, facts, 'ja') + describeFailure(code, facts, 'en');
  return /\{[a-zA-Z]+\}/.test(said) ? [`unfilled ${code}`] : [];
}

function judgeFinding(finding: Finding): readonly string[] {
  const { ja, en } = { ja: describeFinding(finding, 'ja'), en: describeFinding(finding, 'en') };
  const said = JSON.stringify([ja, en]);
  return /\{(?:tab|row|header|cell|count|rows|typed|value|day)\}|undefined/.test(said) &&
    !JSON.stringify(finding)
      .match(/undefined|\{/g)
      ?.includes('undefined')
    ? [`unfilled ${finding.code}`]
    : [];
}

/** The reader's cells against those that were written. */
function compareGrids(grids: readonly SheetGrid[], expected: readonly ExpectedTab[] | null): readonly string[] {
  if (expected === null) return [];
  if (grids.length !== expected.length) return ['other-tabs'];
  return grids.flatMap(({ tab, rows }, index) => {
    const wanted = expected[index];
    if (wanted === undefined || wanted.tab !== tab) return ['other-tab-name'];
    const count = Math.max(rows.length, wanted.rows.length);
    for (let row = 0; row < count; row += 1) {
      const width = Math.max(rows[row]?.length ?? 0, wanted.rows[row]?.length ?? 0);
      for (let column = 0; column < width; column += 1) {
        if (!isSameCell(rows[row]?.[column] ?? null, wanted.rows[row]?.[column] ?? null)) return ['other-cell'];
      }
    }
    return [];
  });
}

function countCells(grids: readonly SheetGrid[], filledCells: number | null): readonly string[] {
  if (filledCells === null) return [];
  let found = 0;
  for (const { rows } of grids) for (const row of rows) for (const cell of row) if ((cell ?? null) !== null) found += 1;
  return found === filledCells ? [] : ['cells-vanished'];
}

function isSameCell(one: Cell, other: Cell): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  if ('error' in one || 'error' in other) return JSON.stringify(one) === JSON.stringify(other);
  return Math.abs(one.serial - other.serial) < 1e-6;
}

function judgeCounts(
  { rowCounts }: IngestedWorkbook,
  rows: Readonly<Record<CountedTable, readonly unknown[]>>,
): readonly string[] {
  return countedTables.flatMap((name) => {
    const counts = Object.values(rowCounts[name]);
    const accepted = counts.reduce((sum, count) => sum + count.accepted, 0);
    const isSum = name === 'totals' ? accepted >= rows[name].length : accepted === rows[name].length;
    const isWithin = counts.every((count) => count.read >= count.accepted && count.accepted >= 0);
    return isSum && isWithin ? [] : [`counts of ${name}`];
  });
}

/** What is stored comes back as it was. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value !== 'object') return false;
  return Object.values(value).every(isStorable);
}

function findPlainTables(
  grids: readonly SheetGrid[],
  { checked }: Extract<ReadOutcome, { outcome: 'checked' }>,
): ReadonlyMap<CountedTable, PlainTable> {
  const isOwn = grids.some(({ tab, storedIds }) => storedIds !== undefined || tab.includes(tables.aliases.tab));
  const found = new Map<CountedTable, PlainTable>();
  for (const name of isOwn ? [] : countedTables) {
    const grid = grids.find(({ id }) => id === checked.rows.places[name]?.tabId);
    const plain = grid === undefined ? null : findPlainTable(grid, name, checked.ingested.findings);
    if (plain !== null) found.set(name, plain);
  }
  return found;
}

/** Rows with something in two of their required cells that are neither accepted nor named in any finding. */
function findLost(
  name: CountedTable,
  { grid, headerIndex, columns, beside }: PlainTable,
  { checked }: Extract<ReadOutcome, { outcome: 'checked' }>,
): readonly string[] {
  const table: Table = tables[name];
  const required = [...columns].flatMap(([field, index]) =>
    table.columns[field]?.required === true && field !== 'receiptNumber' && !beside.has(index) ? [index] : [],
  );
  const told = new Set<number>(checked.rows[name].map(({ row }) => row));
  const { findings } = checked.ingested;
  for (const { tab, row, otherRows, code } of findings) {
    if (tab !== grid.tab) continue;
    if (code === 'row/other-table' && row !== null)
      for (let below = row; below <= grid.rows.length; below += 1) told.add(below);
    for (const each of [row ?? 0, ...otherRows]) told.add(each);
  }
  const isCapped = findings.some(
    ({ facts, otherRows }) => otherRows.length >= 50 || Number(facts.count ?? 0) > otherRows.length + 1,
  );
  if (isCapped) return [];
  const header = grid.rows[headerIndex] ?? [];
  const lost = grid.rows.some((cells, index) => {
    if (index <= headerIndex || told.has(index + 1)) return false;
    const filled = required.filter((column) => !isEmpty(cells[column]) && cells[column] !== false);
    const isHeader = filled.every((column) => cells[column] === header[column]);
    return filled.length >= 2 && !isHeader;
  });
  return lost ? [`lost-row of ${name}`] : [];
}
