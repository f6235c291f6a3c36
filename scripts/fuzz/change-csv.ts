/** Typed tabs as .csv files, as programs and people write them, and what can be wrong with those. */
import type { Cell } from '#sheets-schema';
import { encodeCp932 } from '../sample/cp932.ts';
import type { Random } from '../sample/random.ts';
import type { TypedBook } from './typed-book.ts';

export interface CsvFile {
  name: string;
  bytes: Uint8Array;
}

/** What a cell is in a .csv: text, as a spreadsheet shows it. */
export function cellAsText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (typeof cell === 'object') {
    if ('error' in cell) return cell.error;
    const day = new Date((Math.floor(cell.serial) - 25_569) * 86_400_000);
    return Number.isNaN(day.getTime()) ? '########' : day.toISOString().slice(0, 10);
  }
  return String(cell);
}

/** One text a tab, by rules that every reader of .csv agrees on. */
export function writeCsvTexts(book: TypedBook, random: Random): { name: string; text: string }[] {
  const separator = random.pick([',', ',', ',', ',', '\t', ';']);
  const lineEnd = random.pick(['\r\n', '\n']);
  return book.tabs.map((tab, index) => {
    const width = Math.max(1, ...tab.rows.map((row) => row.length));
    const lines = tab.rows.map((row) => {
      const padded = random.chance(0.5) ? [...row, ...Array.from({ length: width - row.length }, () => null)] : row;
      return padded.map((cell) => quote(cellAsText(cell), separator, random)).join(separator);
    });
    const name = tab.name.replace(/[^\p{L}\p{N}_ ().-]/gu, '').slice(0, 60);
    return {
      name: name === '' || name.startsWith('.') ? `tab${index}` : name,
      text: lines.join(lineEnd) + (random.chance(0.7) ? lineEnd : ''),
    };
  });
}

function quote(text: string, separator: string, random: Random): string {
  const needs = /["\r\n]/.test(text) || text.includes(separator) || random.chance(0.05);
  return needs ? `"${text.replaceAll('"', '""')}"` : text;
}

/** As UTF-8 with or without its mark, or CP932. */
export function encodeCsvTexts(texts: readonly { name: string; text: string }[], random: Random): CsvFile[] {
  const encoding = random.pick(['utf-8', 'utf-8', 'utf-8-bom', 'cp932'] as const);
  return texts.map(({ name, text }) => ({ name, bytes: encodeText(text, encoding) }));
}

function encodeText(text: string, encoding: 'utf-8' | 'utf-8-bom' | 'cp932'): Uint8Array {
  if (encoding !== 'cp932') return Buffer.from(encoding === 'utf-8' ? text : `\ufeff${text}`);
  try {
    return encodeCp932(text);
  } catch (error) {
    if (error instanceof RangeError) return Buffer.from(text);
    throw error;
  }
}

export type CsvChange = (files: CsvFile[], random: Random) => void;

function someFile(files: readonly CsvFile[], random: Random): CsvFile {
  return files[random.whole(0, files.length - 1)] ?? { name: '', bytes: new Uint8Array() };
}

function insert(file: CsvFile, bytes: Uint8Array, random: Random): void {
  const at = random.whole(0, file.bytes.length);
  file.bytes = Buffer.concat([file.bytes.subarray(0, at), bytes, file.bytes.subarray(at)]);
}

function insertSigns(files: CsvFile[], random: Random): void {
  const file = someFile(files, random);
  for (let times = random.whole(1, 4); times > 0; times -= 1) {
    const signs = random.pick([
      '"',
      '""',
      '"\n',
      '\r',
      '\n',
      '\r\n',
      '\u0000',
      ',',
      ',,,,,',
      '\t',
      ';',
      '\ufeff',
      '\u2028',
      '\u0085',
      '=',
      "'",
      '\\"',
      '\x1a',
      '#',
      '"a"b',
    ]);
    insert(file, Buffer.from(signs), random);
  }
}

function mixEncodings(files: CsvFile[], random: Random): void {
  const file = someFile(files, random);
  const parts = [
    encodeCp932('東山地区,高齢者\n'),
    Buffer.from('東山地区,高齢者\n'),
    Buffer.from('東山', 'utf16le'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from([0x82]),
    Buffer.from([0xf0, 0x9f]),
    Buffer.from([0xed, 0xa0, 0x80]),
    Buffer.from([0xc0, 0x80]),
    Buffer.from([0x80, 0xa0, 0xfd]),
  ] as const;
  insert(file, random.pick(parts), random);
}

function reencode(files: CsvFile[], random: Random): void {
  const file = someFile(files, random);
  const text = new TextDecoder().decode(file.bytes);
  file.bytes = random.pick([
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    () => Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, 'utf16le').swap16()]),
    () => Buffer.from(text, 'utf16le'),
    () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le'), Buffer.from([0])]),
    () => Buffer.from(text, 'latin1'),
    () => Buffer.from(Buffer.from(text).toString('latin1')),
    () => Buffer.from(`\ufeff\ufeff${text}`),
  ])();
}

function lineEnds(files: CsvFile[], random: Random): void {
  const file = someFile(files, random);
  const ends = ['\r', '\n', '\r\n', '\n\n', '\r\r\n', '\n\r'] as const;
  file.bytes = Buffer.from(new TextDecoder().decode(file.bytes).replace(/\r?\n/g, () => random.pick(ends)));
}

function cut(files: CsvFile[], random: Random): void {
  const file = someFile(files, random);
  file.bytes = file.bytes.subarray(0, random.whole(0, file.bytes.length));
}

function flip(files: CsvFile[], random: Random): void {
  const file = someFile(files, random);
  const bytes = Uint8Array.from(file.bytes);
  for (let times = random.whole(1, 8); times > 0 && bytes.length > 0; times -= 1)
    bytes[random.whole(0, bytes.length - 1)] = random.whole(0, 255);
  file.bytes = bytes;
}

function hugeLine(files: CsvFile[], random: Random): void {
  const sign = random.pick(['a', ',', '"', '""', '",', ' ', '、', '1,']);
  insert(someFile(files, random), Buffer.from(sign.repeat(random.pick([2_000, 49_000, 60_000, 400_000]))), random);
}

function firstLine(files: CsvFile[], random: Random): void {
  const file = someFile(files, random);
  file.bytes = Buffer.concat([
    Buffer.from(
      random.pick(['sep=;\n', 'sep=,\n', '\n\n\n', '#comment\n', '"\n', ';;;;;;;;\n', '\t\t\t\t\t\n', 'a;b;c;d;e;f\n']),
    ),
    file.bytes,
  ]);
}

export const csvChanges: Readonly<Record<string, readonly [change: CsvChange, weight: number]>> = {
  signs: [insertSigns, 10],
  mixed: [mixEncodings, 6],
  encoding: [reencode, 5],
  'line-ends': [lineEnds, 4],
  cut: [cut, 3],
  flip: [flip, 6],
  'huge-line': [hugeLine, 1],
  'first-line': [firstLine, 3],
};
