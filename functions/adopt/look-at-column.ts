/**
 * What the cells of a column tell: whether they read as dates, counts or words of a list, with the readers that ingest uses. Cells of
 * columns that are about persons are not looked at, and nothing of any cell is kept here but counts.
 */
import { type Cell, type Column, fold, isBlankCell, isPersonalHeader, looksPersonal, readCell } from '#sheets-schema';
import type { SheetGrid } from '../world.ts';
import { type Evidence, nothing } from './confidence.ts';
import { findDialectWord } from './known-words.ts';

/** A column of a tab that is being looked at. */
export interface LookedAt {
  /** 0-based. */
  readonly index: number;
  /** As typed, without line breaks; '' where there is none. */
  readonly header: string;
  /** Filled cells, at most `sampleSize`; none where the column is about persons. */
  readonly sample: readonly Cell[];
  /** Filled rows by all rows. */
  readonly fillRate: number;
  readonly isPersonal: boolean;
  /** Long texts that do not recur: somebody's notes. */
  readonly isProse: boolean;
  /** Short texts that recur: codes of some kind. */
  readonly areFewWords: boolean;
}

const sampleSize = 300;

/** So many rows show what a column holds. */
const rowsLookedAt = 3_000;

const known = new WeakMap<SheetGrid, Map<number, readonly LookedAt[]>>();

/** All columns with a header or contents; `headerIndex` is -1 where the tab has no headers. A grid is looked at once. */
export function lookAtColumns(grid: SheetGrid, headerIndex: number): readonly LookedAt[] {
  const before = known.get(grid) ?? new Map<number, readonly LookedAt[]>();
  known.set(grid, before);
  const looked = before.get(headerIndex);
  if (looked !== undefined) return looked;
  const width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Array.from({ length: Math.min(width, mostColumns) }, (_, index) => lookAt(grid, index, headerIndex));
  const filled = columns.filter(({ header, fillRate }) => header !== '' || fillRate > 0);
  before.set(headerIndex, filled);
  return filled;
}

/** Wider lists are schedules and the like. */
const mostColumns = 80;

function lookAt(grid: SheetGrid, index: number, headerIndex: number): LookedAt {
  const typed = headerIndex < 0 ? null : (grid.rows[headerIndex]?.[index] ?? null);
  const header = spellHeader(typed);
  const filled: Cell[] = [];
  let [filledRows, rows] = [0, 0];
  for (const row of grid.rows.slice(headerIndex + 1, headerIndex + 1 + rowsLookedAt)) {
    if (row.every(isBlankCell)) continue;
    rows += 1;
    const cell = row[index] ?? null;
    if (isBlankCell(cell)) continue;
    filledRows += 1;
    if (filled.length < sampleSize) filled.push(cell);
  }
  const texts = filled.filter((cell) => typeof cell === 'string');
  const isPersonal = isPersonalHeader(header) || texts.filter(looksPersonal).length * 4 > filled.length;
  return {
    index,
    header,
    sample: isPersonal ? [] : filled,
    fillRate: rows === 0 ? 0 : filledRows / rows,
    isPersonal,
    isProse: isProse(texts),
    areFewWords: texts.every((text) => [...text].length <= 12) && new Set(texts).size * 3 <= filled.length,
  };
}

/** A header as it is written into 読替. */
export function spellHeader(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  return typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '';
}

function isProse(texts: readonly string[]): boolean {
  if (texts.length < 3) return false;
  const letters = texts.reduce((sum, text) => sum + [...text].length, 0) / texts.length;
  return letters > 14 && new Set(texts).size > texts.length * 0.6;
}

/** What contents can tell at most, for each kind: a list of words is telling, a number could be anything. */
function tellingOf(column: Column): number {
  switch (column.kind) {
    case 'choice':
    case 'choices':
    case 'indicator':
    case 'municipality':
      return 0.75;
    case 'option':
      return 0.7;
    case 'date':
      return 0.6;
    case 'fiscalYear':
    case 'flag':
    case 'area':
      return 0.5;
    case 'month':
      return 0.4;
    case 'reference':
      // Any number differs from row to row; only a column that must be there is looked for among them.
      return column.required ? 0.4 : 0;
    case 'count':
    case 'number':
    case 'rate':
      return 0.3;
    case 'text':
    case 'areas':
      return 0;
    default:
      return column satisfies never;
  }
}

/** How cells are understood beyond the column's own reader: own words of 読替, names of areas. */
export interface Understanding {
  readonly ownWords: ReadonlyMap<string, string>;
  /** Folded codes and names of areas; empty where the workbook states none. */
  readonly areaWords: ReadonlySet<string>;
  /** What cells were read as: the same words stand in many rows and are tried for many columns. */
  readonly memory: ReadingMemory;
}

/** By what is asked of a cell (a code list, a kind) and the cell as text. */
export type ReadingMemory = Map<object | string, Map<string, boolean>>;

/** Names of districts in towns all over the country end like this. */
const areaEndings = /(?:地区|校区|学区|町|村|区|丁目|自治会|圏域|方部|地域|包括|エリア)$/u;
/** Words that any list has tell nothing about which list it is. */
const everywhere = new Set(['その他', '不明', 'なし', '有', '無', 'あり'].map(fold));

/** How many of the sample's cells read as the column, and what that is worth. `share` of the evidence is 0 where it tells nothing. */
export function weighContents(
  column: Column,
  { sample }: LookedAt,
  understanding: Understanding,
): { readonly evidence: Evidence; readonly readable: number | null } {
  const telling = tellingOf(column);
  if (telling === 0 || sample.length === 0) return { evidence: nothing, readable: null };
  let [fit, weighed] = [0, 0];
  for (const cell of sample) {
    const word = typeof cell === 'object' && cell !== null ? '' : fold(String(cell));
    const isOfLists = column.kind === 'choice' || column.kind === 'choices';
    if (isOfLists && everywhere.has(word)) continue;
    weighed += 1;
    if (recall(column, cell, word, understanding)) fit += 1;
  }
  if (weighed === 0) return { evidence: nothing, readable: null };
  const readable = column.kind === 'reference' ? distinctShare(sample) : fit / weighed;
  const isWeak = column.kind === 'area' && understanding.areaWords.size === 0;
  const share = readable < 0.5 ? 0 : telling * readable * Math.min(1, (weighed + 1) / 4) * (isWeak ? 0.8 : 1);
  const facts = { percent: Math.round(readable * 100), standard: column.header };
  return { evidence: { share, reasons: share === 0 ? [] : [{ code: reasonOf(column), facts }] }, readable };
}

/** Longer than any date, number or word of a list. */
const longestWord = 40;

function recall(column: Column, cell: Cell, word: string, understanding: Understanding): boolean {
  if (word.length > longestWord) return false;
  const asked = 'list' in column ? column.list : 'options' in column ? column.options : column.kind;
  const known = understanding.memory.get(asked) ?? new Map<string, boolean>();
  understanding.memory.set(asked, known);
  const key = `${typeof cell}${typeof cell === 'object' ? JSON.stringify(cell) : String(cell)}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const read = fits(column, cell, word, understanding);
  known.set(key, read);
  return read;
}

function fits(column: Column, cell: Cell, word: string, { ownWords, areaWords }: Understanding): boolean {
  if (column.kind === 'area') {
    if (typeof cell !== 'string' || word.length > 20) return false;
    return areaWords.size > 0 ? areaWords.has(word) : areaEndings.test(word);
  }
  if (column.kind === 'indicator') column = { ...column, takesOwnMeasures: false };
  const strict = column.kind === 'choices' ? { ...column, fallback: null } : column;
  const reading = readCell(strict, cell, { ownWords });
  if (reading.outcome === 'problem' && (column.kind === 'choice' || column.kind === 'choices')) {
    return findDialectWord(word, column.list) !== null;
  }
  if (reading.outcome !== 'value') return reading.outcome === 'unknown';
  // A bare number that could be a date is one only where more speaks for it.
  return !(column.kind === 'date' && typeof cell === 'number');
}

/** Numbers of cases differ from row to row. */
function distinctShare(sample: readonly Cell[]): number {
  const words = sample.flatMap((cell) => (typeof cell === 'string' || typeof cell === 'number' ? [String(cell)] : []));
  if (words.length < sample.length || words.some((word) => [...word].length > 20)) return 0;
  return words.every((word) => /[0-9０-９]/.test(word)) ? new Set(words).size / words.length : 0;
}

function reasonOf(column: Column) {
  switch (column.kind) {
    case 'choice':
    case 'choices':
    case 'option':
    case 'indicator':
      return 'cells-are-words';
    case 'date':
      return 'cells-are-dates';
    case 'area':
      return 'cells-are-areas';
    case 'reference':
      return 'cells-differ';
    default:
      return 'cells-are-such';
  }
}
