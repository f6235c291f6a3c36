/** Findings with their place in the words of a spreadsheet: tab, row as shown, A1 address. */
import {
  type Cell,
  type Column,
  type Finding,
  type FindingCode,
  type FindingFacts,
  type FindingPlace,
  findingMessages,
  findPersonalData,
  looksPersonal,
} from '#sheets-schema';

/** 0 is 'A', 25 is 'Z', 26 is 'AA'. */
export function columnLetters(columnIndex: number): string {
  let letters = '';
  for (let rest = columnIndex + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** The inverse of `columnLetters`, for sorting findings by their address. */
export function columnIndexOf(letters: string): number {
  let index = 0;
  for (const letter of letters) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** The A1 address of a cell, from 0-based indexes. */
export function cellAddress(rowIndex: number, columnIndex: number): string {
  return `${columnLetters(columnIndex)}${rowIndex + 1}`;
}

export interface FindingParts {
  readonly code: FindingCode;
  readonly facts?: FindingFacts;
  readonly typed?: string | null;
  readonly suggestion?: string | null;
  /** Row numbers as the spreadsheet shows them. */
  readonly otherRows?: readonly number[];
}

/** Puts a finding together; its severity is that of its sentence. */
export function createFinding(place: FindingPlace, parts: FindingParts): Finding {
  return {
    tab: place.tab,
    row: place.row,
    header: place.header,
    cell: place.cell,
    code: parts.code,
    severity: findingMessages[parts.code].severity,
    typed: parts.typed ?? null,
    suggestion: parts.suggestion ?? null,
    facts: parts.facts ?? {},
    otherRows: parts.otherRows ?? [],
  };
}

/** Longer than any code, number or date; what is longer is prose and is not quoted. */
const longestQuote = 40;

/**
 * What was typed, where a message may quote it: in code, number and date columns, and only if it does not look personal
 * (workbook.md, Personal data); else `null`.
 */
export function quoteTyped(column: Column, cell: Cell): string | null {
  if (column.kind === 'text') return null;
  const typed = spellCell(cell);
  if (typed === null || typed.length > longestQuote || looksPersonal(typed) || findPersonalData(typed) !== null)
    return null;
  return typed;
}

/** A cell as a person would recognise it; a real date cell by its day. */
export function spellCell(cell: Cell): string | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return cell.trim().replace(/\s+/g, ' ');
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if ('error' in cell) return cell.error;
  return spellSerial(cell.serial);
}

/** Days after 9999 are numbers that were typed into a cell with a date format. */
function spellSerial(serial: number): string {
  const day = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000);
  if (Number.isNaN(day.getTime()) || day.getUTCFullYear() > 9999) return String(serial);
  return `${day.getUTCFullYear()}/${day.getUTCMonth() + 1}/${day.getUTCDate()}`;
}
