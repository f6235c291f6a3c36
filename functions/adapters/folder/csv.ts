/** One .csv file into rows of cells. Everything is text there; what it means is read later, as in any other source. */
import { detectDelimiter, streamCsvRows } from 'hucre/csv';
import type { Cell } from '../../../sheets-schema/cells/cell.ts';
import { cellFromText, createWordList, trimRow, trimRows } from '../grid.ts';
import { FileProblem } from './file-problem.ts';
import { limits } from './limits.ts';

/** @throws FileProblem file/csv-encoding, file/csv-quotes, file/too-many-cells */
export function readCsv(bytes: Uint8Array, budget: { remainingCells: number }): readonly (readonly Cell[])[] {
  const text = decodeText(bytes);
  if (text === null) throw new FileProblem('file/csv-encoding');
  const delimiter = findDelimiter(text);
  checkCells(text, delimiter);
  const once = createWordList();
  const rows: (readonly Cell[])[] = [];
  for (const values of streamCsvRows(text, { delimiter })) {
    const row = trimRow(values.map((value) => once(cellFromText(String(value ?? '')))));
    budget.remainingCells -= row.length;
    if (budget.remainingCells < 0) throw new FileProblem('file/too-many-cells', { facts: { limit: limits.cells } });
    rows.push(row);
  }
  return trimRows(rows);
}

/** By its BOM; else UTF-8 where every byte fits; else CP932, as Excel in Japan writes .csv. `null` where it is none of them. */
export function decodeText(bytes: Uint8Array): string | null {
  const encodings = bytes[0] === 0xff && bytes[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'shift_jis'];
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\0') ? null : text;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

/** A comma, unless the first lines plainly use tabs or semicolons. */
export function findDelimiter(text: string): string {
  const found = detectDelimiter(text.slice(0, 50_000));
  return found === '\t' || found === ';' ? found : ',';
}

/**
 * Refuses, before anything is taken apart, a quote that never closes (it would swallow every row after it) and a cell
 * longer than any spreadsheet allows (it would cost a hundred times its length).
 */
function checkCells(text: string, delimiter: string): void {
  const [comma, quote, lineFeed, carriageReturn] = [delimiter.charCodeAt(0), 34, 10, 13];
  let start = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote && isQuoted && text.charCodeAt(at + 1) === quote) at += 1;
    else if (code === quote && isQuoted) isQuoted = false;
    else if (code === quote && at === start) isQuoted = true;
    else if (!isQuoted && (code === comma || code === lineFeed || code === carriageReturn)) start = at + 1;
    else if (at - start > limits.cellCharacters)
      throw new FileProblem(isQuoted ? 'file/csv-quotes' : 'file/unreadable');
  }
  if (isQuoted) throw new FileProblem('file/csv-quotes');
}
