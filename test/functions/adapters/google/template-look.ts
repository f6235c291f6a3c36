/** How a tab of the template looks to whoever opens it, the same words for an .xlsx file and for a spreadsheet. */
import { readAreas } from '#functions/adapters/folder/template-address.ts';
import type { Package } from '#functions/adapters/folder/template-package.ts';
import { parseSheet } from '#functions/adapters/folder/template-sheet.ts';
import { findAll, findChild, parseXml, type XmlElement } from '#functions/adapters/folder/template-xml.ts';
import type { OpenSpreadsheet } from '../../../google/person/open.ts';

export interface TabLook {
  readonly frozen: readonly [rows: number, columns: number];
  /** In pixels, of the first columns. */
  readonly widths: readonly number[];
  readonly isProtected: boolean;
  /** Of the cells of the first rows, by 'row:column'. */
  readonly cells: Readonly<Record<string, CellsLook>>;
  /** How empty cells below the header show what is typed into them, by column. */
  readonly formats: readonly string[];
}

interface CellsLook {
  readonly background: string | null;
  readonly colour: string;
  readonly isBold: boolean;
}

const rowsLookedAt = 25;

export function lookInExcel(parts: Package, path: string, columnCount: number): TabLook {
  const root = parseSheet(parts.read(path), new Set(Array.from({ length: rowsLookedAt }, (_, row) => row)));
  const styles = readStyles(parts);
  const columns = findAll(root, 'col');
  const columnAt = (column: number) =>
    columns.find(({ attributes: { min, max } }) => column + 1 >= Number(min) && column + 1 <= Number(max))?.attributes;
  const pane = findAll(root, 'pane')[0]?.attributes;
  const cells = findAll(root, 'c').flatMap((cell) => {
    const [area] = readAreas(cell.attributes.r ?? '');
    return area === undefined || cell.attributes.s === undefined
      ? []
      : [[`${area.top}:${area.left}`, styles(Number(cell.attributes.s)).look] as const];
  });
  return {
    frozen: [Number(pane?.ySplit ?? 0), Number(pane?.xSplit ?? 0)],
    widths: Array.from({ length: columnCount }, (_, column) => Number(columnAt(column)?.width ?? 0)),
    isProtected: findChild(root, 'sheetProtection')?.attributes.sheet === '1',
    cells: Object.fromEntries(cells),
    formats: Array.from({ length: columnCount }, (_, column) => styles(Number(columnAt(column)?.style ?? 0)).format),
  };
}

const builtIn: Readonly<Record<string, string>> = { '0': '', '3': '#,##0', '49': '@' };

function readStyles(parts: Package) {
  const root = parseXml(parts.read('xl/styles.xml'));
  const childrenOf = (name: string) => findChild(root, name)?.children ?? [];
  const formats = new Map(
    childrenOf('numFmts').map(({ attributes }) => [attributes.numFmtId ?? '', attributes.formatCode ?? '']),
  );
  const rgb = (element: XmlElement | undefined, name: string) => {
    const found = element === undefined ? undefined : findAll(element, name)[0]?.attributes.rgb;
    return found === undefined ? null : `#${found.slice(2).toLowerCase()}`;
  };
  return (index: number) => {
    const { fontId, fillId, numFmtId = '0' } = childrenOf('cellXfs')[index]?.attributes ?? {};
    const font = childrenOf('fonts')[Number(fontId)];
    return {
      format: formats.get(numFmtId) ?? builtIn[numFmtId] ?? numFmtId,
      look: {
        background: rgb(childrenOf('fills')[Number(fillId)], 'fgColor'),
        colour: rgb(font, 'color') ?? '',
        isBold: font !== undefined && findChild(font, 'b') !== undefined,
      },
    };
  };
}

export function lookInGoogle(person: OpenSpreadsheet, tab: string, columnCount: number): TabLook {
  const sheet = person.tab(tab).sheet();
  const cells = sheet.rows.slice(0, rowsLookedAt).flatMap((row, rowIndex) =>
    row.flatMap((cell, column) => {
      const format = cell?.userEnteredFormat?.textFormat;
      if (cell === undefined || !format) return [];
      const background = cell.userEnteredFormat?.backgroundColorStyle?.rgbColor;
      const look = {
        background: background ? hexOf(background) : null,
        colour: hexOf(format.foregroundColorStyle?.rgbColor ?? {}),
        isBold: format.bold === true,
      };
      return [[`${rowIndex}:${column}`, look] as const];
    }),
  );
  const { frozenRowCount, frozenColumnCount } = sheet.properties.gridProperties ?? {};
  const lastRow = sheet.rows[sheet.size.ROWS - 1] ?? [];
  return {
    frozen: [frozenRowCount ?? 0, frozenColumnCount ?? 0],
    widths: Array.from({ length: columnCount }, (_, column) => sheet.dimensions.COLUMNS[column]?.pixelSize ?? 0),
    isProtected: sheet.protectedRanges.some(({ warningOnly }) => warningOnly === true),
    cells: Object.fromEntries(cells),
    formats: Array.from(
      { length: columnCount },
      (_, column) => lastRow[column]?.userEnteredFormat?.numberFormat?.pattern ?? '',
    ),
  };
}

function hexOf({ red, green, blue }: { red?: number | null; green?: number | null; blue?: number | null }): string {
  const part = (value: number | null | undefined) =>
    Math.round((value ?? 0) * 255)
      .toString(16)
      .padStart(2, '0');
  return `#${part(red)}${part(green)}${part(blue)}`;
}
