/** Colours: people say '#ffff00', Google answers with parts of 1 in 32 bits, parts that are 0 left out. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

export type Color = sheets_v4.Schema$Color;
type CellFormat = sheets_v4.Schema$CellFormat;

export function colorOf(hex: string): Color {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return settleColor({ red: part(1), green: part(3), blue: part(5) });
}

export function hexOf(color: Color): string {
  const part = (share: number | null | undefined) =>
    Math.round((share ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(color.red)}${part(color.green)}${part(color.blue)}`;
}

/** As it comes back after it was written: 8 bits a part, told in 7 digits. */
export function settleColor(color: Color): Color {
  const settled: Color = {};
  for (const name of ['red', 'green', 'blue'] as const) {
    const share = Math.round(Math.min(1, Math.max(0, color[name] ?? 0)) * 255) / 255;
    if (share > 0) settled[name] = Number(Math.fround(share).toPrecision(7));
  }
  return settled;
}

/** Colours that people choose by their place in the palette. */
const theme: Readonly<Record<string, string>> = {
  TEXT: '#000000',
  BACKGROUND: '#ffffff',
  ACCENT1: '#4285f4',
  ACCENT2: '#ea4335',
  ACCENT3: '#fbbc04',
  ACCENT4: '#34a853',
  ACCENT5: '#ff6d01',
  ACCENT6: '#46bdc6',
  LINK: '#1155cc',
};

export function describeTheme(): sheets_v4.Schema$ThemeColorPair[] {
  return Object.entries(theme).map(([colorType, hex]) => ({ colorType, color: { rgbColor: colorOf(hex) } }));
}

/** A colour may be written in two ways and is answered in both. The style wins where both are given. */
export function settleFormat(format: CellFormat): CellFormat {
  const settled = { ...format };
  const color = format.backgroundColorStyle?.rgbColor ?? format.backgroundColor;
  const themeColor = format.backgroundColorStyle?.themeColor;
  if (themeColor) {
    settled.backgroundColor = colorOf(theme[themeColor] ?? '#ffffff');
    settled.backgroundColorStyle = { themeColor };
  } else if (color) {
    settled.backgroundColor = settleColor(color);
    settled.backgroundColorStyle = { rgbColor: settleColor(color) };
  }
  const text = format.textFormat;
  const textColor = text?.foregroundColorStyle?.rgbColor ?? text?.foregroundColor;
  if (text && textColor) {
    settled.textFormat = {
      ...text,
      foregroundColor: settleColor(textColor),
      foregroundColorStyle: { rgbColor: settleColor(textColor) },
    };
  }
  return settled;
}
