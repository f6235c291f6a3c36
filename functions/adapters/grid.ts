/** The last strokes on a grid, the same for every source: what is empty at the end of a row or a tab is left out. */
import type { Cell } from '../../sheets-schema/cells/cell.ts';

/** The row without its trailing empty cells. */
export function trimRow(row: readonly Cell[]): readonly Cell[] {
  let length = row.length;
  while (length > 0 && (row[length - 1] ?? null) === null) length -= 1;
  return length === row.length ? row : row.slice(0, length);
}

/** The rows, each trimmed, without the empty ones at the end. */
export function trimRows(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const trimmed = rows.map(trimRow);
  let length = trimmed.length;
  while (length > 0 && trimmed[length - 1]?.length === 0) length -= 1;
  return trimmed.slice(0, length);
}

const spreadsheetError = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|ERROR!)$/;

/** Text as a cell, where the source has nothing but text: an empty one is no cell, and a failed formula is an error. */
export function cellFromText(text: string): Cell {
  if (text === '') return null;
  if (spreadsheetError.test(text)) return { error: text };
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** Keeps each text once, however many cells it stands in. */
export function createWordList(): (cell: Cell) => Cell {
  const words = new Map<string, string>();
  return (cell) => {
    if (typeof cell !== 'string') return cell;
    const known = words.get(cell);
    if (known !== undefined) return known;
    words.set(cell, cell);
    return cell;
  };
}
