/** What a cell holds: what was entered, what comes of it, and how it looks when it is shown. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Cell } from '#sheets-schema/cells/cell.ts';
import type { CellData } from './content.ts';

type ExtendedValue = sheets_v4.Schema$ExtendedValue;
type NumberFormat = sheets_v4.Schema$NumberFormat;

export const longestText = 50_000;

/** A cell with this value in place of its own; formats and notes stay. `undefined` takes the value away. */
export function withValue(
  cell: CellData | undefined,
  entered: ExtendedValue | undefined,
  result?: ExtendedValue,
): CellData {
  const { userEnteredValue: _, effectiveValue: __, hyperlink: ___, textFormatRuns: ____, ...rest } = cell ?? {};
  if (entered === undefined || Object.keys(entered).length === 0) return rest;
  const effectiveValue = result ?? evaluate(entered);
  const link = linkOf(entered);
  return { ...rest, userEnteredValue: entered, effectiveValue, ...(link === null ? {} : { hyperlink: link }) };
}

/** A formula is known by what we were told, and HYPERLINK by its label. */
function evaluate(entered: ExtendedValue): ExtendedValue {
  const formula = entered.formulaValue;
  if (formula === undefined || formula === null) return entered;
  const label = /^=HYPERLINK\(\s*"(?:[^"]|"")*"\s*(?:[,;]\s*(?:"((?:[^"]|"")*)"|(-?[\d.]+))\s*)?\)$/i.exec(formula);
  if (label !== null) {
    if (label[2] !== undefined) return { numberValue: Number(label[2]) };
    return { stringValue: (label[1] ?? linkOf(entered) ?? '').replaceAll('""', '"') };
  }
  if (/^=NA\(\)$/i.test(formula)) return { errorValue: { type: 'N_A', message: 'Formula error' } };
  return { errorValue: { type: 'ERROR', message: 'Formula parse error.' } };
}

function linkOf({ formulaValue }: ExtendedValue): string | null {
  return /^=HYPERLINK\(\s*"((?:[^"]|"")*)"/i.exec(formulaValue ?? '')?.[1]?.replaceAll('""', '"') ?? null;
}

const errorTypes: Readonly<Record<string, string>> = {
  '#NULL!': 'NULL_VALUE',
  '#DIV/0!': 'DIVIDE_BY_ZERO',
  '#VALUE!': 'VALUE',
  '#REF!': 'REF',
  '#NAME?': 'NAME',
  '#NUM!': 'NUM',
  '#N/A': 'N_A',
};

/** A cell of a grid as Google would hold it. */
export function cellOf(cell: Cell): CellData | undefined {
  if (cell === null || cell === '') return undefined;
  if (typeof cell === 'number') return withValue(undefined, { numberValue: cell });
  if (typeof cell === 'boolean') return withValue(undefined, { boolValue: cell });
  if (typeof cell === 'string') return withValue(undefined, { stringValue: cell });
  if ('error' in cell) {
    const errorValue = { type: errorTypes[cell.error] ?? 'ERROR', message: 'Formula error' };
    return withValue(undefined, { formulaValue: '=NA()' }, { errorValue });
  }
  return { ...withValue(undefined, { numberValue: cell.serial }), userEnteredFormat: dateFormat(cell.serial) };
}

function dateFormat(serial: number): { numberFormat: NumberFormat } {
  return Number.isInteger(serial)
    ? { numberFormat: { type: 'DATE', pattern: 'yyyy/mm/dd' } }
    : { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy/mm/dd h:mm' } };
}

/** The value of a cell as a test compares it; a formula stands as its result. */
export function readValue(cell: CellData | undefined): Cell {
  const value = cell?.effectiveValue;
  if (value === undefined || value === null) return null;
  if (typeof value.numberValue === 'number') {
    return isDate(cell) ? { serial: value.numberValue } : value.numberValue;
  }
  if (typeof value.boolValue === 'boolean') return value.boolValue;
  if (value.errorValue) {
    const name = Object.entries(errorTypes).find(([, type]) => type === value.errorValue?.type);
    return { error: name?.[0] ?? '#ERROR!' };
  }
  return value.stringValue ?? null;
}

function isDate(cell: CellData | undefined): boolean {
  const type = cell?.userEnteredFormat?.numberFormat?.type ?? '';
  return ['DATE', 'TIME', 'DATE_TIME'].includes(type);
}

/** Day 0 is 1899-12-30. */
const firstDay = Date.UTC(1899, 11, 30);
const millisecondsOfDay = 86_400_000;

/** What becomes of keys pressed in a cell: '12' is a number, '2024/4/1' a day, "'12" text, '=…' a formula. */
export function enter(cell: CellData | undefined, typed: string): CellData {
  const isText = cell?.userEnteredFormat?.numberFormat?.type === 'TEXT';
  if (typed === '') return withValue(cell, undefined);
  if (typed.startsWith("'") && !isText) return withValue(cell, { stringValue: typed.slice(1) });
  if (isText) return withValue(cell, { stringValue: typed });
  if (typed.startsWith('=')) return withValue(cell, { formulaValue: typed });
  if (/^(?:true|false)$/i.test(typed)) return withValue(cell, { boolValue: typed.toLowerCase() === 'true' });
  if (/^-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/.test(typed)) {
    return withValue(cell, { numberValue: Number(typed.replaceAll(',', '')) });
  }
  const serial = serialOf(typed);
  if (serial === null) return withValue(cell, { stringValue: typed });
  const format = isDate(cell) ? {} : dateFormat(serial);
  return { ...withValue(cell, { numberValue: serial }), userEnteredFormat: { ...cell?.userEnteredFormat, ...format } };
}

function serialOf(typed: string): number | null {
  const match = /^(\d{4})([/-]|年)(\d{1,2})(?:\2|月)(\d{1,2})日?$/.exec(typed);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[3]), Number(match[4])];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return (date.getTime() - firstDay) / millisecondsOfDay;
}

/** As it is shown in the cell. Only the commonest formats are known. */
export function show(cell: CellData): string | undefined {
  const value = readValue(cell);
  if (value === null) return undefined;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value !== 'object') return String(value);
  if ('error' in value) return value.error;
  const at = new Date(firstDay + Math.round(value.serial * millisecondsOfDay));
  const day = at.toISOString().slice(0, 10).replaceAll('-', '/');
  return Number.isInteger(value.serial) ? day : `${day} ${at.getUTCHours()}:${at.toISOString().slice(14, 16)}`;
}

/** Numbers and days, then text, then what is true or false; empty cells come last in both directions. */
export function compareCells(isDescending: boolean): (a: CellData | undefined, b: CellData | undefined) => number {
  const kinds = ['number', 'string', 'boolean', 'object'];
  const keyOf = (cell: CellData | undefined) => {
    const value = readValue(cell);
    return typeof value === 'object' && value !== null && 'serial' in value ? value.serial : value;
  };
  return (a, b) => {
    const [x, y] = [keyOf(a), keyOf(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    const kind = kinds.indexOf(typeof x) - kinds.indexOf(typeof y);
    const order = kind !== 0 ? kind : x < y ? -1 : x > y ? 1 : 0;
    return isDescending ? -order : order;
  };
}
