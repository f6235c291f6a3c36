/**
 * A mutated workbook from its seed: which changes are made, one after the other, and the files that come of them. A change has a
 * seed of its own, so that leaving one out leaves the others as they are.
 */
import type { Cell } from '#sheets-schema';
import { createRandom, type Random } from '../sample/random.ts';
import { zipChanges, zipParts } from './change-bytes.ts';
import { csvChanges, encodeCsvTexts, writeCsvTexts } from './change-csv.ts';
import { partsChanges } from './change-parts.ts';
import { typedChanges } from './change-typed.ts';
import { createBook, type TypedBook } from './typed-book.ts';
import { type Part, wellFormed, writeParts } from './write-parts.ts';

export interface Step {
  readonly at: 'typed' | 'parts' | 'zip' | 'csv';
  readonly change: string;
  readonly seed: string;
}

export interface Plan {
  readonly seed: string;
  readonly file: 'xlsx' | 'csv';
  readonly steps: readonly Step[];
}

export interface ExpectedTab {
  readonly tab: string;
  readonly rows: readonly (readonly Cell[])[];
}

export interface MadeWorkbook {
  /** By path in a folder of workbooks. */
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What stands in its cells, where only cells were changed and so every reader must find just that; else `null`. */
  readonly expected: readonly ExpectedTab[] | null;
  /** How many cells are written with something in them, where no change takes any away; else `null`. */
  readonly filledCells: number | null;
}

/** Changes after which each written cell must be read, or the whole file refused. */
const takingNothing: readonly string[] = [
  'strange-row',
  'rows-order',
  'strange-number',
  'wrong-type',
  'wrong-index',
  'many-merges',
  'names',
];

/** Which changes the workbook of a seed has. */
export function planWorkbook(seed: string): Plan {
  const random = createRandom(`${seed} plan`);
  const file = random.chance(0.72) ? 'xlsx' : 'csv';
  const steps: Step[] = [];
  const add = (at: Step['at'], changes: Readonly<Record<string, readonly [unknown, number]>>) => {
    const change = random.weighted(Object.entries(changes).map(([name, [, weight]]) => [name, weight] as const));
    steps.push({ at, change, seed: `${seed} ${steps.length}` });
  };
  const typed = random.weighted([
    [0, 2],
    [1, 3],
    [2, 3],
    [4, 1],
  ] as const);
  for (let times = 0; times < typed; times += 1) add('typed', typedChanges);
  if (file === 'csv') {
    if (random.chance(0.5)) add('csv', csvChanges);
  } else {
    const parts = random.weighted([
      [0, 5],
      [1, 4],
      [2, 2],
    ] as const);
    for (let times = 0; times < parts; times += 1) add('parts', partsChanges);
    if (random.chance(0.3)) add('zip', zipChanges);
  }
  return { seed, file, steps };
}

/** The files. The same plan always makes the same ones. */
export function makeWorkbook({ seed, file, steps }: Plan): MadeWorkbook {
  const book = createBook(createRandom(`${seed} book`));
  for (const { at, change, seed: own } of steps) {
    if (at === 'typed') typedChanges[change]?.[0](book, createRandom(own));
  }
  const random = createRandom(`${seed} writing`);
  return file === 'xlsx' ? makeExcel(book, steps, random) : makeCsv(book, steps, random);
}

function makeExcel(book: TypedBook, steps: readonly Step[], random: Random): MadeWorkbook {
  const parts = writeParts(book, random);
  for (const { at, change, seed } of steps) {
    if (at === 'parts') partsChanges[change]?.[0](parts, createRandom(seed));
  }
  const step = steps.find(({ at }) => at === 'zip');
  const change = step === undefined ? undefined : zipChanges[step.change];
  const bytes =
    step === undefined || change === undefined
      ? zipParts(parts, random.chance(0.3))
      : change[0](parts, createRandom(step.seed));
  const isTyped = steps.every(({ at }) => at === 'typed') && book.tabs.length > 0;
  const expected = isTyped
    ? book.tabs.map(({ name, rows }) => ({ tab: wellFormed(name), rows: rows.map((row) => row.map(asExcel)) }))
    : null;
  const isCounted = steps.every(
    ({ at, change: name }) => at === 'typed' || (at === 'parts' && takingNothing.includes(name)),
  );
  const filledCells = isCounted && book.tabs.length > 0 ? countFilled(parts) : null;
  return { files: { '社協.xlsx': bytes }, expected, filledCells };
}

/** What an .xlsx holds of a cell. */
function asExcel(cell: Cell): Cell {
  if (cell === '' || (typeof cell === 'object' && cell !== null && 'error' in cell && cell.error === '')) return null;
  if (typeof cell === 'number') return cell === 0 ? 0 : cell;
  return typeof cell === 'string' ? cell.replace(/\r\n?/g, '\n') : cell;
}

function makeCsv(book: TypedBook, steps: readonly Step[], random: Random): MadeWorkbook {
  const files = encodeCsvTexts(writeCsvTexts(book, random), random);
  for (const { at, change, seed } of steps) {
    if (at === 'csv') csvChanges[change]?.[0](files, createRandom(seed));
  }
  return {
    files: Object.fromEntries(files.map(({ name, bytes }) => [`社協/${name}.csv`, bytes])),
    expected: null,
    filledCells: null,
  };
}

/** Cells with a value, as the letters of the XML say; a shared text may be empty. */
function countFilled(parts: readonly Part[]): number {
  const strings = parts.find(({ name }) => name.endsWith('sharedStrings.xml'))?.text ?? '';
  const isEmpty = [...strings.matchAll(/<si>(.*?)<\/si>/gs)].map(
    ([, inside = '']) => !/<t[^>]*>(?:[^<]|<!)/.test(inside),
  );
  const sheets = parts.filter(({ name }) => name.includes('worksheets/'));
  return sheets
    .flatMap(({ text }) => [...text.matchAll(/<(?:x:)?c(?: [^>]*[^/>])?>(.*?)<\/(?:x:)?c>/gs)])
    .filter(([cell, inside = '']) => {
      const value = /<(?:x:)?v>([^<]+)</.exec(inside)?.[1];
      if (value !== undefined && / t="s"/.test(cell)) return isEmpty[Number(value)] !== true;
      return value !== undefined || /<t[^>]*>(?:[^<]|<!)/.test(inside);
    }).length;
}
