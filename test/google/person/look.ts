/** What a person sees in a tab, for tests to compare. */
import type { Cell } from '#sheets-schema/cells/cell.ts';
import { hexOf } from '../sheets/colour.ts';
import { type CellData, cellAt, type Sheet } from '../sheets/content.ts';
import { columnName, readAddress } from '../sheets/range.ts';
import { readValue } from '../sheets/value.ts';
import type { OpenTab } from './tab.ts';

type Look = Pick<
  OpenTab,
  | 'title'
  | 'values'
  | 'value'
  | 'note'
  | 'background'
  | 'cell'
  | 'notes'
  | 'backgrounds'
  | 'metadata'
  | 'size'
  | 'sheet'
>;

export function createLook(sheet: () => Sheet): Look {
  const cell = (address: string) => {
    const { row, column } = readAddress(address);
    return cellAt(sheet(), row, column);
  };
  const collect = (read: (cell: CellData) => string | null): Readonly<Record<string, string>> => {
    const found = sheet().rows.flatMap((cells, row) =>
      cells.flatMap((each, column) => {
        const text = each === undefined ? null : read(each);
        return text === null ? [] : [[`${columnName(column)}${row + 1}`, text] as const];
      }),
    );
    return Object.fromEntries(found);
  };
  return {
    title: () => sheet().title,
    values() {
      const rows = sheet().rows.map((cells) => trimmed(cells.map(readValue)));
      return rows.slice(0, rows.findLastIndex((cells) => cells.length > 0) + 1);
    },
    value: (address) => readValue(cell(address)),
    note: (address) => cell(address)?.note ?? null,
    background: (address) => backgroundOf(cell(address)),
    cell,
    notes: () => collect(({ note }) => note ?? null),
    backgrounds: () => collect(backgroundOf),
    metadata: () => sheet().metadata,
    size: () => ({ rows: sheet().size.ROWS, columns: sheet().size.COLUMNS }),
    sheet,
  };
}

function trimmed(cells: readonly Cell[]): readonly Cell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== null) + 1);
}

function backgroundOf(cell: CellData | undefined): string | null {
  const color = cell?.userEnteredFormat?.backgroundColorStyle?.rgbColor ?? cell?.userEnteredFormat?.backgroundColor;
  return color ? hexOf(color) : null;
}
