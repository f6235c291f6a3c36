/**
 * Whether accepted rows say what stands in their cells: an own way from the headers to the cells, and the plain reading of each. Where
 * a workbook has words of its own (読替), or a column is named twice and it is not told which is read, only the values by themselves are
 * judged. What stands in a table beside, of which the user was told, counts as not typed: nothing may be taken from there, but whether it is indeed another
 * table is the reader's word.
 */
import type { CheckedWorkbook } from '#functions/ingest/checks/check-workbook.ts';
import { type Cell, type Column, indicators, type Table, tables } from '#sheets-schema';
import { isDay, isEmpty, plainCodes, plainCount, plainDay, type Said } from './plain-reading.ts';
import { type CountedTable, countedTables, type PlainTable } from './plain-table.ts';
import { today } from './typed-book.ts';

type AnyRow = { readonly row: number } & Readonly<Record<string, unknown>>;

/** What is wrong with the accepted rows. */
export function judgeRows(
  { rows, ingested }: CheckedWorkbook,
  plain: ReadonlyMap<CountedTable, PlainTable>,
): readonly string[] {
  const areas = new Set<string>(ingested.areas.map(({ code }) => code));
  return countedTables.flatMap((name) => {
    const accepted: readonly AnyRow[] = rows[name].map((row) => ({ ...row }));
    const seen = new Set<number>();
    return accepted.flatMap((row) => {
      const twice = seen.has(row.row) ? ['accepted-twice'] : [];
      seen.add(row.row);
      const found = plain.get(name);
      const wrong = [
        ...twice,
        ...judgeValues(name, row, areas),
        ...(found === undefined ? [] : judgeCells(name, row, found)),
      ];
      return wrong.map((each) => `${each} in ${name}`);
    });
  });
}

const days: readonly string[] = ['receivedOn', 'closedOn', 'actedOn', 'heldOn'];
const counts: readonly string[] = [
  'minutes',
  'discussed',
  'participants',
  'agencies',
  'times',
  'places',
  'helpers',
  'value',
];
const years = { first: 1989, last: 2100 };

function judgeValues(name: CountedTable, row: AnyRow, areas: ReadonlySet<string>): readonly string[] {
  const table: Table = tables[name];
  const wrong: string[] = [];
  for (const [field, value] of Object.entries(row)) {
    if (value === null || value === undefined) continue;
    if (days.includes(field) && !(typeof value === 'string' && isDay(value) && value >= '2000-04-01' && value <= today))
      wrong.push(`no-day ${field}`);
    if (counts.includes(field) && !(Number.isSafeInteger(value) && Number(value) >= 0)) wrong.push(`no-count ${field}`);
    if (field === 'area' && value !== 'outside' && !areas.has(String(value))) wrong.push('no-area');
    if (field === 'fiscalYear' && !(Number(value) >= years.first && Number(value) <= years.last)) wrong.push('no-year');
    if (field === 'month' && !/^20[0-9]{2}-(?:0[1-9]|1[0-2])$/.test(String(value))) wrong.push('no-month');
    if (field === 'indicator' && !indicators.some(({ code }) => code === value)) wrong.push('no-indicator');
    const column = table.columns[field] ?? table.columns[`${field}1`];
    if (column?.kind !== 'choice' && column?.kind !== 'choices') continue;
    const codes: readonly unknown[] = Array.isArray(value) ? value : [value];
    // Where a list has no code for 不明, the row says 'unknown' itself.
    const known = [...column.list.codes.map(({ code }) => code), ...(column.list.unknown === null ? ['unknown'] : [])];
    if (!codes.every((code) => known.some((each) => each === code))) wrong.push(`no-code ${field}`);
  }
  return wrong;
}

const dittos: ReadonlySet<string> = new Set(['〃', '同上', '々', '仝', '"', "''", '′′', '″', '”']);

function judgeCells(
  name: CountedTable,
  row: AnyRow,
  { grid, headerIndex, columns, beside }: PlainTable,
): readonly string[] {
  const cells = grid.rows[row.row - 1];
  if (cells === undefined || row.row - 1 <= headerIndex) return ['no-such-row'];
  const table: Table = tables[name];
  return [...columns].flatMap(([field, index]) => {
    const column = table.columns[field];
    const cell = beside.has(index) ? null : (cells[index] ?? null);
    const isRepeated = typeof cell === 'string' && dittos.has(cell.normalize('NFKC').trim());
    if (column === undefined || isRepeated || (column.spansMerges && grid.merges.length > 0)) return [];
    return isTrue(column, cell, row[field], row, field) ? [] : [`says-otherwise ${field}`];
  });
}

function isTrue(column: Column, cell: Cell, value: unknown, row: AnyRow, field: string): boolean {
  switch (column.kind) {
    case 'date':
      // A day of closing that is in doubt is left out; what is kept is what was typed.
      return value === null ? !column.required : agrees(plainDay(cell), value);
    case 'count': {
      const said = plainCount(cell);
      if (value === null || value === undefined) return said.says !== 'value';
      // 回数 blank, '-' or なし is once (workbook.md, N12): who types that 回数 is 'none' has nothing to add to the day.
      const isOnce = isEmpty(cell) || /^(?:[-ー―]|(?:なし|無し|無)$)/.test(String(cell).normalize('NFKC').trim());
      const isDefault =
        (field === 'minutes' && value === 0) || (field === 'times' && (value === 1 ? isOnce : value === 0));
      return (isDefault && said.says !== 'value') || agrees(said, value);
    }
    case 'choice': {
      const said = plainCodes(cell, column.list.codes);
      if (said.says === 'value')
        return said.value.length > 1 || said.value[0] === value || said.value[0] === column.list.unknown;
      return said.says === 'unsure' || value === null || value === undefined;
    }
    case 'choices': {
      const set = row[field.replace(/[0-9]$/, '')];
      const said = plainCodes(cell, column.list.codes);
      return (
        said.says !== 'value' ||
        !Array.isArray(set) ||
        said.value.every((code) => set.includes(code) || code === column.list.unknown)
      );
    }
    case 'fiscalYear':
    case 'month':
      return !isEmpty(cell) || !column.required;
    case 'reference':
      return !isEmpty(cell);
    default:
      return true;
  }
}

function agrees(said: Said<unknown>, value: unknown): boolean {
  return said.says === 'unsure' || (said.says === 'value' && said.value === value);
}
