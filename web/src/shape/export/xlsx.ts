/**
 * A figure as an .xlsx with one sheet: the table with number formats, a bold header that stays in sight, then what it is,
 * its notes, its source and how far its data reach. Written by hand (ECMA-376): a table needs six small parts, while a
 * library for every spreadsheet is twenty times what a page of the dashboard weighs.
 */
import { exportWords } from '#sheets-schema/vocabulary/words/export.ts';
import { say } from '../say.ts';
import type { FigureModel } from './figure-model.ts';
import { type SheetCell, type SheetRow, shapeSheet } from './sheet.ts';
import { type CellStyle, createStyles, type Styles } from './xlsx-styles.ts';
import { escapeXml } from './xml.ts';
import { writeZip } from './zip.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const plain: CellStyle = { format: '@', isBold: false, align: 'left', indent: 0, hasRule: false };

/** 'A', 'Z', 'AA'. */
function columnName(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : columnName(Math.floor(position / 26) - 1) + letter;
}

/** Excel reads `_x0041_` in a text as a character. */
function textOf(text: string): string {
  return escapeXml(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').slice(0, 32_767));
}

function textCell(reference: string, style: number, text: string): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${textOf(text)}</t></is></c>`;
}

/** '#,##0.0', '+#,##0;-#,##0;"±"0', '#,##0"＊"' where an office is missing. */
export function numberFormat({ decimals, isDifference, isPartial }: SheetCell & { kind: 'number' }): string {
  const digits = decimals === 0 ? '' : `.${'0'.repeat(decimals)}`;
  const mark = isPartial ? '"＊"' : '';
  const number = `#,##0${digits}${mark}`;
  return isDifference ? `+${number};-${number};"±"0${digits}${mark}` : number;
}

function cellXml(cell: SheetCell, reference: string, row: SheetRow, styles: Styles): string {
  const isFirst = /^A\d/.test(reference);
  switch (cell.kind) {
    case 'blank':
      return '';
    case 'number': {
      const style = styles.numberOf({ ...plain, format: numberFormat(cell), isBold: row.isBold, align: 'right' });
      return `<c r="${reference}" s="${style}"><v>${cell.value}</v></c>`;
    }
    case 'text': {
      const align = cell.isState ? 'right' : 'left';
      const indent = isFirst ? row.indent : 0;
      const style = styles.numberOf({ ...plain, isBold: row.isBold, align, indent });
      return cell.text === '' ? '' : textCell(reference, style, cell.text);
    }
    default:
      return cell satisfies never;
  }
}

/** What the file says about itself, below the table. */
function aboutRows(figure: FigureModel, hasPartial: boolean): readonly (readonly [string, string])[] {
  const lang = figure.language;
  const row = (phrase: { ja: string; en: string }, text: string | null) =>
    text === null || text === '' ? [] : [[say(phrase, lang), text] as const];
  return [
    ...row(exportWords.fictional, figure.isFictional ? (figure.names[0] ?? '') : null),
    ...row(exportWords.measure, [figure.title, figure.measure].join(lang === 'ja' ? '　' : ' ')),
    ...(hasPartial ? row(exportWords.note, say(exportWords.partialMark, lang)) : []),
    ...figure.notes.flatMap((note) => row(exportWords.note, note)),
    ...row(exportWords.source, figure.source),
    ...row(exportWords.dataUntil, figure.dataUntil),
    ...row(exportWords.published, figure.published),
    ...row(exportWords.address, figure.link),
  ];
}

/** Width in characters: those of Japanese are two. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1), 0);
}

function printedLength(cell: SheetCell | undefined): number {
  if (cell === undefined || cell.kind === 'blank') return 0;
  return cell.kind === 'text' ? widthOf(cell.text) : cell.value.toFixed(cell.decimals).length + 4;
}

function sheetXml(figure: FigureModel, styles: Styles): string {
  const sheet = shapeSheet(figure.table, figure.language, { withRemarks: false });
  const header = sheet.header.map((name, position) => {
    const isNumber = sheet.rows.some(({ cells }) => cells[position]?.kind === 'number');
    const style = styles.numberOf({ ...plain, isBold: true, align: isNumber ? 'right' : 'left', hasRule: true });
    return textCell(`${columnName(position)}1`, style, name);
  });
  const rows = sheet.rows.map((row, position) => {
    const number = position + 2;
    const cells = row.cells.map((cell, column) => cellXml(cell, `${columnName(column)}${number}`, row, styles));
    return `<row r="${number}">${cells.join('')}</row>`;
  });
  const label = styles.numberOf({ ...plain, isBold: true });
  const words = styles.numberOf(plain);
  const about = aboutRows(figure, sheet.hasPartial).map(([name, text], position) => {
    const number = sheet.rows.length + 3 + position;
    return `<row r="${number}">${textCell(`A${number}`, label, name)}${textCell(`B${number}`, words, text)}</row>`;
  });
  const widths = sheet.header.map((name, position) => {
    const longest = Math.max(
      widthOf(name),
      ...sheet.rows.map(({ cells, indent }) => printedLength(cells[position]) + (position === 0 ? indent * 2 : 0)),
    );
    const number = position + 1;
    return `<col min="${number}" max="${number}" width="${Math.min(48, Math.max(9, longest + 2))}" customWidth="1"/>`;
  });
  return [
    `${head}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    '<sheetViews><sheetView workbookViewId="0"><pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/></sheetView></sheetViews>',
    `<sheetFormatPr defaultRowHeight="18"/><cols>${widths.join('')}</cols>`,
    `<sheetData><row r="1">${header.join('')}</row>${rows.join('')}${about.join('')}</sheetData>`,
    '<pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>',
  ].join('');
}

/** A name that Excel takes for a sheet: at most 31 characters, none of []:*?/\, no apostrophe at its ends. */
function sheetName(figure: FigureModel): string {
  const wanted = (figure.names[2] ?? '').replaceAll(/[[\]:*?/\\\p{Cc}]/gu, ' ').replaceAll(/^'+|'+$/g, '');
  const cut = [...wanted.trim()].slice(0, 31).join('');
  return cut === '' ? say(exportWords.sheetName, figure.language) : cut;
}

/** The bytes of the file. */
export function writeXlsx(figure: FigureModel): Uint8Array<ArrayBuffer> {
  const styles = createStyles();
  const sheet = sheetXml(figure, styles);
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return writeZip({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escapeXml(sheetName(figure))}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles.print(),
    'xl/worksheets/sheet1.xml': sheet,
  });
}
