/**
 * A second reading of a cell, written for its own sake and as plainly as can be: it knows few forms and says so of all others. What it
 * does know, the real reader may not read otherwise.
 */
import type { Cell } from '#sheets-schema';

/** nothing: no value could be meant. unsure: a form that only the real reader knows. */
export type Said<Value> = { readonly says: 'value'; readonly value: Value } | { readonly says: 'nothing' | 'unsure' };

const nothing = { says: 'nothing' } as const;
const unsure = { says: 'unsure' } as const;
const value = <Value>(one: Value) => ({ says: 'value', value: one }) as const;

/** Nothing that could be seen. */
export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && /^[\s\u3000]*$/.test(cell));
}

const eras: Readonly<Record<string, number>> = { 令和: 2018, R: 2018, 平成: 1988, H: 1988 };

export function plainDay(cell: Cell): Said<string> {
  if (isEmpty(cell) || typeof cell === 'boolean') return nothing;
  if (typeof cell === 'object' && cell !== null) {
    if ('error' in cell) return nothing;
    return cell.serial >= 1 && cell.serial < 2_958_466 ? value(dayOfSerial(cell.serial)) : unsure;
  }
  if (typeof cell === 'number') return Number.isInteger(cell) && cell > 0 ? unsure : nothing;
  const text = String(cell).normalize('NFKC').trim();
  if (!/[0-9〃同々仝"'′″”元]/.test(text)) return nothing;
  const western =
    /^([0-9]{4})(?:\/([0-9]{1,2})\/([0-9]{1,2})|-([0-9]{1,2})-([0-9]{1,2})|年([0-9]{1,2})月([0-9]{1,2})日)$/.exec(text);
  if (western !== null) {
    const [year = '', ...rest] = western.slice(1);
    return spelled(Number(year), rest);
  }
  const era = /^(令和|平成|R|H)([0-9]{1,2})(?:年([0-9]{1,2})月([0-9]{1,2})日|\.([0-9]{1,2})\.([0-9]{1,2}))$/.exec(text);
  if (era === null) return unsure;
  const [, name = '', year = '', ...rest] = era;
  return spelled((eras[name] ?? 0) + Number(year), rest);
}

function spelled(year: number, rest: readonly (string | undefined)[]): Said<string> {
  const [month = 0, day = 0] = rest.filter((part) => part !== undefined).map(Number);
  const two = (part: number) => String(part).padStart(2, '0');
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isDay(text) ? value(text) : nothing;
}

function dayOfSerial(serial: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
}

/** A day of the calendar. */
export function isDay(text: string): boolean {
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A whole number of at least 0. */
export function plainCount(cell: Cell): Said<number> {
  if (isEmpty(cell) || typeof cell === 'boolean' || typeof cell === 'object') return nothing;
  if (typeof cell === 'number') return Number.isSafeInteger(cell) && cell >= 0 ? value(cell === 0 ? 0 : cell) : nothing;
  const text = cell.normalize('NFKC').trim();
  if (/^[0-9]{1,12}(?:件|人|回)?$/.test(text)) return value(Number.parseInt(text, 10));
  if (/^[0-9]{1,3}(?:,[0-9]{3}){1,3}$/.test(text)) return value(Number(text.replaceAll(',', '')));
  if (!/[0-9〃同々仝"'′″”]/.test(text)) return nothing;
  return /^[-△▲−ー]0*[1-9]|[xXa-w]|\.[0-9]*[1-9]|[0-9]\s*[~～]\s*[0-9]/.test(text) ? nothing : unsure;
}

/** The codes whose names stand in a cell, separated by 、; nothing else is known. */
export function plainCodes(
  cell: Cell,
  codes: readonly { readonly code: string; readonly ja: string }[],
): Said<readonly string[]> {
  if (isEmpty(cell)) return nothing;
  if (typeof cell !== 'string') return unsure;
  const found = cell.split('、').map((word) => codes.find(({ ja }) => ja === word)?.code);
  return found.every((code) => code !== undefined) ? value(found) : unsure;
}
