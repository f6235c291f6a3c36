/** One .csv file into rows of cells. Everything is text there; what it means is read later, as in any other source. */
import { detectDelimiter, parseCsv } from 'hucre/csv';
import type { Cell } from '../../../sheets-schema/cells/cell.ts';
import { cellFromText, trimRows } from '../grid.ts';
import { FileProblem } from './file-problem.ts';

/** @throws FileProblem file/csv-encoding, file/csv-quotes */
export function readCsv(bytes: Uint8Array): readonly (readonly Cell[])[] {
  const text = decodeText(bytes);
  if (text === null) throw new FileProblem('file/csv-encoding');
  // A quote that never closes would swallow every row after it.
  if (text.split('"').length % 2 === 0) throw new FileProblem('file/csv-quotes');
  const delimiter = detectDelimiter(text);
  const rows = parseCsv(text, { delimiter: ['\t', ';'].includes(delimiter) ? delimiter : ',' });
  return trimRows(rows.map((row) => row.map((value) => cellFromText(String(value ?? '')))));
}

/** By its BOM; else UTF-8 where every byte fits; else CP932, as Excel in Japan writes .csv. `null` where it is none of them. */
function decodeText(bytes: Uint8Array): string | null {
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
