/** The actions of `OpenTab`, over the contents that Google holds. */
import type { Merge } from '#functions/world.ts';
import type { Cell } from '#sheets-schema/cells/cell.ts';
import { colorOf, settleFormat } from '../sheets/colour.ts';
import { type CellData, type Content, cellAt, nextId, putCell, type Sheet } from '../sheets/content.ts';
import { columnOf, describeRange, readAddress, readRange } from '../sheets/range.ts';
import { orderAfterDeleting, orderAfterInserting, orderAfterMoving, rearrange, sortRows } from '../sheets/rearrange.ts';
import { merge } from '../sheets/requests/cells.ts';
import { duplicate } from '../sheets/requests/tabs.ts';
import { cellOf, compareCells, enter, withValue } from '../sheets/value.ts';
import { createLook } from './look.ts';
import type { Formula, OpenTab } from './tab.ts';

/** The contents as they are, and how a person changes them. */
export interface Book {
  read(): Content;
  change(edit: (content: Content) => void): void;
}

export function createTab(book: Book, id: number): OpenTab {
  const find = (content: Content): Sheet => {
    const sheet = content.sheets.find((each) => each.id === id);
    if (sheet === undefined) throw new Error('This tab was deleted');
    return sheet;
  };
  const change = (edit: (sheet: Sheet, content: Content) => void) =>
    book.change((content) => edit(find(content), content));
  const changeCell = (address: string, edit: (cell: CellData | undefined) => CellData | undefined) => {
    const { row, column } = readAddress(address);
    change((sheet) => {
      requireInside(sheet, row, column);
      putCell(sheet, row, column, edit(cellAt(sheet, row, column)));
    });
  };
  const areaOf = (sheet: Sheet, range: string): Merge => {
    const whole = { top: 0, left: 0, bottom: sheet.size.ROWS, right: sheet.size.COLUMNS };
    return { ...whole, ...readRange(range) };
  };

  return {
    id,
    ...createLook(() => find(book.read())),

    type: (address, typed) => changeCell(address, (cell) => typedInto(cell, typed)),
    paste(address, rows) {
      const { row, column } = readAddress(address);
      change((sheet) => {
        rows.forEach((cells, down) => {
          cells.forEach((typed, across) => {
            requireInside(sheet, row + down, column + across);
            const before = cellAt(sheet, row + down, column + across);
            putCell(sheet, row + down, column + across, typedInto(before, typed));
          });
        });
      });
    },
    copy(from, to) {
      const source = readAddress(from);
      const copied = cellAt(find(book.read()), source.row, source.column);
      changeCell(to, () => copied);
    },
    clear: (address) => changeCell(address, (cell) => withValue(cell, undefined)),
    writeNote: (address, note) => changeCell(address, (cell) => ({ ...cell, note })),
    removeNote: (address) => changeCell(address, (cell) => without(cell, 'note')),
    paint: (address, colour) => changeCell(address, (cell) => paintedCell(cell, colour)),

    insertRows: (at, count) =>
      change((sheet) => {
        rearrange(sheet, 'ROWS', orderAfterInserting(sheet.size.ROWS, at - 1, count), at === 1 ? 0 : at - 2);
      }),
    deleteRows: (at, count) =>
      change((sheet) => rearrange(sheet, 'ROWS', orderAfterDeleting(sheet.size.ROWS, at - 1, at - 1 + count))),
    moveRow: (from, to) =>
      change((sheet) => rearrange(sheet, 'ROWS', orderAfterMoving(sheet.size.ROWS, from - 1, from, to - 1))),
    insertColumns: (at, count) =>
      change((sheet) => {
        const place = columnOf(at);
        rearrange(sheet, 'COLUMNS', orderAfterInserting(sheet.size.COLUMNS, place, count), Math.max(0, place - 1));
      }),
    deleteColumn: (column) =>
      change((sheet) => {
        const at = columnOf(column);
        rearrange(sheet, 'COLUMNS', orderAfterDeleting(sheet.size.COLUMNS, at, at + 1));
      }),
    moveColumn: (column, before) =>
      change((sheet) => {
        const at = columnOf(column);
        rearrange(sheet, 'COLUMNS', orderAfterMoving(sheet.size.COLUMNS, at, at + 1, columnOf(before)));
      }),
    addRows: (count) =>
      change((sheet) => {
        sheet.size = { ...sheet.size, ROWS: sheet.size.ROWS + count };
      }),
    addColumns: (count) =>
      change((sheet) => {
        sheet.size = { ...sheet.size, COLUMNS: sheet.size.COLUMNS + count };
      }),
    shrink: (rows, columns) =>
      change((sheet) => {
        rearrange(sheet, 'ROWS', orderAfterDeleting(sheet.size.ROWS, rows, sheet.size.ROWS));
        rearrange(sheet, 'COLUMNS', orderAfterDeleting(sheet.size.COLUMNS, columns, sheet.size.COLUMNS));
      }),

    sort: (column, { isDescending = false, headerRow = 1 } = {}) =>
      change((sheet) => {
        const area = { top: headerRow, left: 0, bottom: sheet.size.ROWS, right: sheet.size.COLUMNS };
        sortRows(sheet, { ...area, bottom: sheet.rows.length }, compareCells(isDescending), columnOf(column));
      }),
    rename: (title) =>
      change((sheet) => {
        sheet.title = title;
      }),
    duplicate: (title) =>
      change((sheet, content) => {
        const copy = duplicate(content, sheet, title ?? null, null);
        content.sheets.splice(content.sheets.indexOf(sheet) + 1, 0, copy);
      }),
    move: (position) =>
      change((sheet, content) => {
        content.sheets = content.sheets.filter((each) => each !== sheet).toSpliced(position - 1, 0, sheet);
      }),
    hide: () =>
      change((sheet) => {
        sheet.properties = { ...sheet.properties, hidden: true };
      }),
    freeze: (rows, columns = 0) =>
      change((sheet) => {
        const gridProperties = { ...sheet.properties.gridProperties, frozenRowCount: rows, frozenColumnCount: columns };
        sheet.properties = { ...sheet.properties, gridProperties };
      }),
    filter: (range, hiddenRows = []) =>
      change((sheet) => {
        sheet.basicFilter = { range: describeRange(id, areaOf(sheet, range)) };
        for (const row of hiddenRows) hideRow(sheet, row, 'hiddenByFilter');
      }),
    hideRows: (at, count) =>
      change((sheet) => {
        for (let row = at; row < at + count; row += 1) hideRow(sheet, row, 'hiddenByUser');
      }),
    merge: (range) => change((sheet) => merge(sheet, areaOf(sheet, range))),
    protect: (range, editors) =>
      change((sheet, content) => {
        const protectedRange = {
          protectedRangeId: nextId(content),
          range: range === null ? { sheetId: id } : describeRange(id, areaOf(sheet, range)),
          ...(editors === undefined
            ? { warningOnly: true, requestingUserCanEdit: true }
            : { editors: { users: [...editors] } }),
        };
        sheet.protectedRanges = [...sheet.protectedRanges, protectedRange];
      }),
    addChart: () =>
      change((sheet, content) => {
        const position = { overlayPosition: { anchorCell: { sheetId: id, rowIndex: 3, columnIndex: 3 } } };
        sheet.charts = [...sheet.charts, { chartId: nextId(content), position, spec: { title: '月別の相談件数' } }];
      }),
    leaveMetadata: (key, value, on) =>
      change((sheet, content) => {
        const place =
          on === undefined
            ? { axis: null, index: 0 }
            : typeof on === 'number'
              ? { axis: 'ROWS' as const, index: on - 1 }
              : { axis: 'COLUMNS' as const, index: columnOf(on) };
        const metadata = { id: nextId(content), key, value, visibility: 'DOCUMENT', ...place };
        sheet.metadata = [...sheet.metadata, metadata];
      }),
  };
}

function requireInside({ size, title }: Sheet, row: number, column: number): void {
  if (row < size.ROWS && column < size.COLUMNS) return;
  throw new Error(`Row ${row + 1}, column ${column + 1} is outside of ${title} (${size.ROWS} x ${size.COLUMNS})`);
}

function typedInto(cell: CellData | undefined, typed: Cell | Formula): CellData | undefined {
  if (typeof typed === 'string') return enter(cell, typed);
  if (typeof typed === 'object' && typed !== null && 'formula' in typed) {
    const { gives } = typed;
    const result =
      typeof gives === 'number'
        ? { numberValue: gives }
        : typeof gives === 'boolean'
          ? { boolValue: gives }
          : { stringValue: gives };
    return withValue(cell, { formulaValue: typed.formula }, result);
  }
  const { userEnteredFormat, ...put } = cellOf(typed) ?? {};
  const format = { ...cell?.userEnteredFormat, ...userEnteredFormat };
  const value = withValue(cell, put.userEnteredValue, put.effectiveValue);
  return Object.keys(format).length === 0 ? value : { ...value, userEnteredFormat: format };
}

function without(cell: CellData | undefined, name: keyof CellData): CellData {
  const { [name]: _, ...rest } = cell ?? {};
  return rest;
}

function paintedCell(cell: CellData | undefined, colour: Parameters<OpenTab['paint']>[1]): CellData {
  const { backgroundColor: _, backgroundColorStyle: __, ...rest } = cell?.userEnteredFormat ?? {};
  if (colour === null && Object.keys(rest).length === 0) return without(cell, 'userEnteredFormat');
  if (colour === null) return { ...cell, userEnteredFormat: rest };
  const style = typeof colour === 'string' ? { rgbColor: colorOf(colour) } : { themeColor: colour.theme };
  return { ...cell, userEnteredFormat: settleFormat({ ...rest, backgroundColorStyle: style }) };
}

function hideRow(sheet: Sheet, row: number, why: 'hiddenByFilter' | 'hiddenByUser'): void {
  const rows = [...sheet.dimensions.ROWS];
  rows[row - 1] = { ...rows[row - 1], [why]: true };
  sheet.dimensions = { ...sheet.dimensions, ROWS: rows };
}
