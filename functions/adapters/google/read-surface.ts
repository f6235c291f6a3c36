/** What stands on the cells of a tab beside their values: its size, notes, and colours that somebody set. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { SheetSurface } from '../../world.ts';

/** The colours behind the names of a spreadsheet's theme, like 'ACCENT1'. */
export type Theme = ReadonlyMap<string, string>;

export function themeOf({ properties }: sheets_v4.Schema$Spreadsheet): Theme {
  const theme = new Map<string, string>();
  for (const { colorType, color } of properties?.spreadsheetTheme?.themeColors ?? []) {
    if (colorType && color?.rgbColor) theme.set(colorType, hexOf(color.rgbColor));
  }
  return theme;
}

const nothing: ReadonlyMap<string, string> = new Map();

/** White that was set counts as set; a colour that only the tab or a rule gives does not. */
export function readSurface({ properties, data }: sheets_v4.Schema$Sheet, theme: Theme): SheetSurface {
  let notes: Map<string, string> | null = null;
  let backgrounds: Map<string, string> | null = null;
  for (const [row, { values = [] }] of (data?.[0]?.rowData ?? []).entries()) {
    for (const [column, { note, userEnteredFormat }] of values.entries()) {
      if (note) {
        notes ??= new Map();
        notes.set(`${row}:${column}`, note);
      }
      const style = userEnteredFormat?.backgroundColorStyle;
      if (style) {
        backgrounds ??= new Map();
        backgrounds.set(`${row}:${column}`, colourOf(style, theme));
      }
    }
  }
  return {
    rowCount: properties?.gridProperties?.rowCount ?? 0,
    columnCount: properties?.gridProperties?.columnCount ?? 0,
    notes: notes ?? nothing,
    backgrounds: backgrounds ?? nothing,
  };
}

function colourOf({ rgbColor, themeColor }: sheets_v4.Schema$ColorStyle, theme: Theme): string {
  // A colour of the theme that it does not name is somebody's all the same.
  return themeColor ? (theme.get(themeColor) ?? '#ffffff') : hexOf(rgbColor ?? {});
}

/** Google gives parts from 0 to 1, and leaves out 0. */
function hexOf({ red, green, blue }: sheets_v4.Schema$Color): string {
  const part = (value: number | null | undefined) =>
    Math.round((value ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(red)}${part(green)}${part(blue)}`;
}
