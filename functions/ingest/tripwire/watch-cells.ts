/**
 * 個人情報の見張り: what was read of a cell in free words is held back where it names somebody. Cells that were understood as a word of a
 * list, a number or a day are not looked at, nor are those of 備考, which nobody reads. Pure.
 */
import { type Cell, findPersonalData, fold, individualNumberCheckDigit, type Reading, tables } from '#sheets-schema';
import type { FoundColumn, FoundTable } from '../tables/find-tables.ts';

/** What becomes of a reading of a cell of the column. */
export type Watch = (cell: Cell, reading: Reading<unknown>) => Reading<unknown>;

/** Of a tab of a workbook. The registry is made to hold the addresses of those who use it. */
export function createWatch(found: FoundTable, { column, index }: FoundColumn): Watch {
  const workbookTables: Readonly<Record<string, unknown>> = tables;
  if (workbookTables[found.name] !== found.table) return (_, reading) => reading;
  const isOwnNumber = createNumberTest(found, index);
  const takesCodes = column.kind === 'reference';
  const isFree = takesCodes || ['text', 'indicator', 'area', 'areas'].includes(column.kind);
  return (cell, reading) => {
    if (takesCodes && isRefusedNumber(reading) && isOwnNumber(String(cell))) {
      return { outcome: 'value', value: fold(String(cell)), notices: [] };
    }
    if (typeof cell !== 'string' || !(isFree || isNotUnderstood(reading))) return reading;
    const code = reading.outcome === 'blank' || isPersonal(reading) ? null : findPersonalData(cell, { takesCodes });
    return code === null ? reading : { outcome: 'problem', problem: { code, facts: {}, suggestion: null } };
  };
}

/** A word of no list, of which a つなぎ先 makes その他. */
function isNotUnderstood(reading: Reading<unknown>): boolean {
  if (reading.outcome === 'problem') return true;
  return reading.outcome === 'value' && reading.notices.some(({ code }) => code === 'choice/counted-as-other');
}

function isRefusedNumber(reading: Reading<unknown>): boolean {
  return reading.outcome === 'problem' && reading.problem.code === 'row/personal-number';
}

function isPersonal(reading: Reading<unknown>): boolean {
  return isRefusedNumber(reading) || (reading.outcome === 'problem' && reading.problem.code.startsWith('personal/'));
}

/** So many numbers that begin alike, with check digits of no individual number, make a way of numbering. */
const fewestAlike = 3;
const prefixLength = 4;

/**
 * One number of twelve digits in eleven has the check digit of an individual number by chance. Where an office numbers its cases with
 * twelve digits, the others show it: they begin alike, and most of their check digits are wrong. Individual numbers are spread evenly,
 * so that one of them begins like the office's own only once in ten thousand.
 */
function createNumberTest(found: FoundTable, index: number): (typed: string) => boolean {
  let alike: ReadonlyMap<string, number> | null = null;
  return (typed) => {
    alike ??= countAlike(found, index);
    const digits = twelveDigitsOf(typed);
    return digits !== null && (alike.get(digits.slice(0, prefixLength)) ?? 0) >= fewestAlike;
  };
}

function countAlike({ grid, headerIndex }: FoundTable, index: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const cells of grid.rows.slice(headerIndex + 1)) {
    const cell = cells[index];
    if (typeof cell !== 'string' && typeof cell !== 'number') continue;
    const digits = twelveDigitsOf(String(cell));
    if (digits === null || individualNumberCheckDigit(digits.slice(0, 11)) === Number(digits[11])) continue;
    const prefix = digits.slice(0, prefixLength);
    counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  return counts;
}

/** Nothing but twelve digits, however they are divided. */
function twelveDigitsOf(typed: string): string | null {
  if (typed.length < 12 || typed.length > 23) return null;
  const digits = fold(typed).replaceAll(/[-./_・]/g, '');
  return /^[0-9]{12}$/.test(digits) ? digits : null;
}
