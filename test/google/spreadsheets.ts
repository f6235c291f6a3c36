/** How tests describe spreadsheets: as grids, which become Google's own contents when they are first asked for. */
import type { SheetGrid } from '#functions/world.ts';
import { colorOf, describeTheme, settleFormat } from './sheets/colour.ts';
import { type Content, cellAt, createSheet, putCell, type Sheet } from './sheets/content.ts';
import { cellOf } from './sheets/value.ts';

/** none: not shared with us at all; link: only open to whoever has the link; the others: shared with us. */
export type Sharing = 'none' | 'link' | 'viewer' | 'editor' | 'owner';

export type StandInTab = SheetGrid & { readonly isHidden?: boolean; readonly isChart?: boolean };

export interface StandInSpreadsheet {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly tabs: readonly StandInTab[];
  readonly isTrashed?: boolean;
  /** Left out: 'editor'. */
  readonly sharing?: Sharing;
  /** An .xlsx file that was put into Drive as it is. */
  readonly isExcelFile?: boolean;
  readonly isFolder?: boolean;
  /** A shared drive (共有ドライブ), or in one: what lies there belongs to nobody's account. */
  readonly isInSharedDrive?: boolean;
  /** In ISO 8601; left out: when it was given to the stand-in. */
  readonly modifiedTime?: string;
  /** Who changed it last: an address; left out: somebody. */
  readonly lastChangedBy?: string;
}

/** As a spreadsheet in Japan begins. */
export const plainProperties: Content['properties'] = {
  locale: 'ja_JP',
  autoRecalc: 'ON_CHANGE',
  timeZone: 'Asia/Tokyo',
  spreadsheetTheme: { primaryFontFamily: 'Arial', themeColors: describeTheme() },
};

export function contentOf(name: string, tabs: readonly StandInTab[]): Content {
  return {
    properties: { ...plainProperties, title: name },
    sheets: tabs.map(sheetOf),
    metadata: [],
    ids: 0,
  };
}

function sheetOf(tab: StandInTab): Sheet {
  const widest = tab.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const filled = {
    ROWS: tab.surface?.rowCount ?? Math.max(1000, tab.rows.length),
    COLUMNS: tab.surface?.columnCount ?? Math.max(26, widest),
  };
  const size = tab.isChart === true ? { ROWS: 0, COLUMNS: 0 } : filled;
  const sheet = createSheet(Number(tab.id), tab.tab, size);
  if (tab.isHidden === true) sheet.properties = { ...sheet.properties, hidden: true };
  if (tab.isChart === true) sheet.properties = { ...sheet.properties, sheetType: 'OBJECT' };
  tab.rows.forEach((row, at) => {
    row.forEach((cell, column) => void putCell(sheet, at, column, cellOf(cell)));
  });
  sheet.merges = tab.merges;
  for (const [place, note] of tab.surface?.notes ?? []) change(sheet, place, { note });
  for (const [place, hex] of tab.surface?.backgrounds ?? []) {
    change(sheet, place, { userEnteredFormat: settleFormat({ backgroundColorStyle: { rgbColor: colorOf(hex) } }) });
  }
  // As where somebody once centred a column: what is empty at the end is partly there.
  const below = tab.rows.length + 1;
  if (below < size.ROWS) {
    change(sheet, `${below}:1`, { userEnteredFormat: { horizontalAlignment: 'CENTER' } });
  }
  return sheet;
}

function change(sheet: Sheet, place: string, more: NonNullable<ReturnType<typeof cellAt>>): void {
  const [row = 0, column = 0] = place.split(':').map(Number);
  const before = cellAt(sheet, row, column);
  const format = { ...before?.userEnteredFormat, ...more.userEnteredFormat };
  const cell = { ...before, ...more, ...(Object.keys(format).length === 0 ? {} : { userEnteredFormat: format }) };
  putCell(sheet, row, column, cell);
}
