/**
 * One .xlsx file into grids. Read from disk in pieces, in one pass a tab: empty cells and rows, however many and however
 * coloured, cost nothing, and a file that would grow beyond the limits is given up before it does.
 */
import type { FileHandle } from 'node:fs/promises';
import type { Cell } from '../../../sheets-schema/cells/cell.ts';
import type { Merge, SheetGrid } from '../../world.ts';
import { createCellReader } from './excel-cell.ts';
import { createTextCollector, type OpenPart, readWorkbookParts, type WorkbookParts } from './excel-parts.ts';
import { FileProblem } from './file-problem.ts';
import { limits } from './limits.ts';
import { walkXml } from './xml.ts';
import { listZip } from './zip.ts';

/** The tabs in their order, hidden ones too. @throws FileProblem */
export async function readExcel(file: FileHandle, fileSize: number): Promise<readonly SheetGrid[]> {
  await checkSignature(file, fileSize);
  const entries = await listZip(file, fileSize);
  const budget = { remaining: limits.unpackedBytes };
  const openPart: OpenPart = (path) => entries.get(path)?.unpack(budget) ?? null;
  const parts = await readWorkbookParts(openPart);
  const room = { cells: limits.cells, merges: limits.merges };
  const grids: SheetGrid[] = [];
  for (const [index, tab] of parts.tabs.entries()) {
    const pieces = openPart(tab.path);
    if (pieces === null) throw new FileProblem('file/truncated');
    const storedIds = parts.storedIds.get(tab.name);
    const contents = await readTab(pieces, parts, room);
    grids.push({ tab: tab.name, id: String(index), ...contents, ...(storedIds === undefined ? {} : { storedIds }) });
  }
  return grids;
}

/** Excel locks a workbook by packing it into an old container (CFB) under this name; old .xls files are one too. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le');
const cfbSignature = Buffer.from('d0cf11e0a1b11ae1', 'hex');

async function checkSignature(file: FileHandle, fileSize: number): Promise<void> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
  const start = buffer.subarray(0, bytesRead);
  if (start.equals(cfbSignature)) {
    const bytes = Buffer.alloc(fileSize);
    await file.read(bytes, 0, fileSize, 0);
    throw bytes.includes(encrypted)
      ? new FileProblem('file/password', { kind: 'forbidden' })
      : new FileProblem('file/old-excel');
  }
  if (start.toString('latin1', 0, 2) !== 'PK') throw new FileProblem('file/not-a-workbook');
}

const emptyRow: Cell[] = [];

async function readTab(
  pieces: AsyncIterable<Uint8Array>,
  parts: WorkbookParts,
  /** What is left of the limits; several tabs may be written in one and the same part. */
  room: { cells: number; merges: number },
): Promise<Pick<SheetGrid, 'rows' | 'merges'>> {
  const rows: Cell[][] = [];
  const merges: Merge[] = [];
  const inline = createTextCollector();
  const readWritten = createCellReader(parts);
  let [rowIndex, columnIndex] = [-1, -1];
  let [type, style, value] = ['', -1, ''];
  let isInValue = false;
  let hasInlineText = false;

  const setCell = (cell: Cell) => {
    if (cell === null) return;
    if (!(rowIndex >= 0 && rowIndex < 1_048_576 && columnIndex >= 0 && columnIndex < 16_384)) {
      throw new FileProblem('file/unreadable');
    }
    // A cell in the very last row makes a million empty ones: they are one and the same, and count a little.
    room.cells -= Math.max(0, rowIndex - rows.length) / 4;
    while (rows.length < rowIndex) rows.push(emptyRow);
    let row = rows[rowIndex] ?? emptyRow;
    if (row === emptyRow) {
      row = [];
      rows[rowIndex] = row;
    }
    room.cells -= Math.max(0, columnIndex + 1 - row.length);
    if (room.cells < 0) throw new FileProblem('file/too-many-cells', { facts: { limit: limits.cells } });
    while (row.length < columnIndex) row.push(null);
    // Two different contents of one cell: nobody can say which of them counts.
    const before = row[columnIndex] ?? null;
    if (before !== null && !isSameCell(before, cell)) throw new FileProblem('file/unreadable');
    row[columnIndex] = cell;
  };
  await walkXml(pieces, {
    open(name, attributes) {
      switch (name) {
        case 'row': {
          const number = attributes.r;
          rowIndex = number === undefined ? rowIndex + 1 : readRowNumber(number) - 1;
          columnIndex = -1;
          return;
        }
        case 'c': {
          const { r: place, s = '-1', t = '' } = attributes;
          if (place === undefined) columnIndex += 1;
          else ({ rowIndex, columnIndex } = readPlace(place));
          [type, style, value] = [t, Number(s), ''];
          hasInlineText = false;
          return;
        }
        case 'v':
          isInValue = true;
          return;
        case 'is':
          hasInlineText = true;
          inline.start();
          return;
        case 'mergeCell': {
          if (room.merges === 0) throw new FileProblem('file/too-many-cells', { facts: { limit: limits.merges } });
          room.merges -= 1;
          merges.push(readRange(attributes.ref ?? ''));
          return;
        }
        default:
          if (hasInlineText) inline.open(name);
      }
    },
    text(text) {
      if (isInValue) value += text;
      else if (hasInlineText) inline.text(text);
    },
    close(name) {
      if (name === 'v') isInValue = false;
      else if (name === 'c') {
        setCell(readWritten({ type, style, value, inlineText: hasInlineText ? inline.take() : '' }));
        hasInlineText = false;
      } else if (hasInlineText) inline.close(name);
    },
  });
  return { rows, merges };
}

/** As '12'; a row whose number is none could be any row. */
function readRowNumber(text: string): number {
  if (!/^\s*[0-9]{1,7}\s*$/.test(text)) throw new FileProblem('file/unreadable');
  return Number(text);
}

function isSameCell(one: Cell, other: Cell): boolean {
  return one === other || (typeof one === 'object' && JSON.stringify(one) === JSON.stringify(other));
}

/** 'AB12' → row index 11, column index 27. */
function readPlace(place: string): { rowIndex: number; columnIndex: number } {
  // Sign by sign: it is read for every cell, and an expression takes thrice as long.
  let at = place[0] === '$' ? 1 : 0;
  let column = 0;
  const firstLetter = at;
  for (let letter = letterAt(place, at); letter > 0; letter = letterAt(place, at)) {
    column = column * 26 + letter;
    at += 1;
  }
  const letters = at - firstLetter;
  if (place[at] === '$') at += 1;
  let row = 0;
  const firstDigit = at;
  for (; at < place.length; at += 1) {
    const digit = place.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) throw new FileProblem('file/unreadable');
    row = row * 10 + digit;
  }
  const digits = at - firstDigit;
  if (letters < 1 || letters > 3 || digits < 1 || digits > 7) throw new FileProblem('file/unreadable');
  return { rowIndex: row - 1, columnIndex: column - 1 };
}

/** 1 to 26 for A to Z, small or not; 0 for anything else. */
function letterAt(text: string, at: number): number {
  const letter = (text.charCodeAt(at) & ~32) - 64;
  return letter >= 1 && letter <= 26 ? letter : 0;
}

function readRange(range: string): Merge {
  const [first = '', last = first] = range.split(':');
  const [start, end] = [readPlace(first), readPlace(last)];
  return { top: start.rowIndex, left: start.columnIndex, bottom: end.rowIndex + 1, right: end.columnIndex + 1 };
}
