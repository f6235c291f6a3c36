/** Our marks on cells as Google's requests. Their masks name notes and backgrounds only: no request of these can change a value. Pure. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { CellMark } from '../../world.ts';

/**
 * As many marks as fit: first those that are taken away, then the others in their order. What does not fit is left for the next
 * answer, which finds it missing; until then チェック結果 says it all the same.
 */
export function marksThatFit(marks: readonly CellMark[], bytes: number): readonly CellMark[] {
  const ordered = [...marks.filter(takesAway), ...marks.filter((mark) => !takesAway(mark))];
  const fits = (count: number) => bytesOf(markRequests(ordered.slice(0, count))) <= bytes;
  if (fits(ordered.length)) return ordered;
  let [most, tooMany] = [0, ordered.length];
  while (tooMany - most > 1) {
    const middle = Math.floor((most + tooMany) / 2);
    if (fits(middle)) most = middle;
    else tooMany = middle;
  }
  return ordered.slice(0, most);
}

const takesAway = ({ note, background }: CellMark): boolean =>
  (note ?? '') === '' && (background === undefined || background === null);

/** Of a request's body. */
export function bytesOf(requests: readonly sheets_v4.Schema$Request[]): number {
  return new TextEncoder().encode(JSON.stringify(requests)).length;
}

/** One request for each run of marks below each other; each cell is named once. */
export function markRequests(marks: readonly CellMark[]): readonly sheets_v4.Schema$Request[] {
  const sorted = marks
    .filter(({ note, background }) => note !== undefined || background !== undefined)
    .toSorted(
      (a, b) =>
        Number(a.tabId) - Number(b.tabId) ||
        a.column - b.column ||
        fieldsOf(a).localeCompare(fieldsOf(b)) ||
        a.row - b.row,
    );
  const runs: CellMark[][] = [];
  for (const mark of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && isBelow(mark, run.at(-1))) run.push(mark);
    else runs.push([mark]);
  }
  return runs.map(requestOf);
}

function isBelow(mark: CellMark, above: CellMark | undefined): boolean {
  return (
    above !== undefined &&
    mark.tabId === above.tabId &&
    mark.column === above.column &&
    mark.row === above.row + 1 &&
    fieldsOf(mark) === fieldsOf(above)
  );
}

function fieldsOf({ note, background }: CellMark): string {
  return [
    ...(note === undefined ? [] : ['note']),
    ...(background === undefined ? [] : ['userEnteredFormat.backgroundColorStyle']),
  ].join(',');
}

function requestOf(run: readonly CellMark[]): sheets_v4.Schema$Request {
  const [first] = run;
  if (first === undefined) return {};
  const sheetId = Number(first.tabId);
  const fields = fieldsOf(first);
  const cells = run.map(cellOf);
  const [cell] = cells;
  if (cell !== undefined && cells.every((other) => JSON.stringify(other) === JSON.stringify(cell))) {
    const rows = { startRowIndex: first.row, endRowIndex: first.row + run.length };
    const columns = { startColumnIndex: first.column, endColumnIndex: first.column + 1 };
    return { repeatCell: { range: { sheetId, ...rows, ...columns }, cell, fields } };
  }
  const start = { sheetId, rowIndex: first.row, columnIndex: first.column };
  return { updateCells: { start, rows: cells.map((value) => ({ values: [value] })), fields } };
}

/** What the mask names and the cell has not is taken away. */
function cellOf({ note, background }: CellMark): sheets_v4.Schema$CellData {
  return {
    ...(note === undefined || note === '' ? {} : { note }),
    ...(background === undefined || background === null
      ? {}
      : { userEnteredFormat: { backgroundColorStyle: { rgbColor: colourOf(background) } } }),
  };
}

/** '#rrggbb' as parts from 0 to 1; four digits give each of its 256 steps back. */
function colourOf(hex: string): sheets_v4.Schema$Color {
  const part = (start: number) => Number((Number.parseInt(hex.slice(start, start + 2), 16) / 255).toFixed(4));
  return { red: part(1), green: part(3), blue: part(5) };
}
