/** What a new .xlsx workbook, and a new tab in one, begins with before anything is written into it. */
import type { TabChange } from '../../../sheets-schema/template-change.ts';
import { addressOf } from './template-address.ts';
import { officeRelations, Package } from './template-package.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const types = 'http://schemas.openxmlformats.org/package/2006/content-types';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Comes with Windows since 2018; elsewhere another Gothic takes its place. */
const font = 'BIZ UDPゴシック';

/** A package without any tab yet. */
export function emptyPackage(): Package {
  const texts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${officeRelations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}"><bookViews><workbookView activeTab="0"/></bookViews><sheets/></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${officeRelations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><color rgb="FF1A1A1A"/><name val="${font}"/><family val="3"/><charset val="128"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
  };
  return new Package(new Map(Object.entries(texts).map(([path, text]) => [path, Buffer.from(declaration + text)])));
}

/** A tab without cells: what stays in sight, its protection (without a password), its printing on A4. */
export function emptySheet({ name, added }: TabChange): string {
  const { frozenRows = 0, frozenColumns = 0, isProtected = false } = added ?? {};
  const isGuide = name === 'guide';
  const pane = frozenRows + frozenColumns === 0 ? '' : paneXml(frozenRows, frozenColumns);
  // Looking, copying, sorting and column widths stay free; what may be done is named with "0".
  const protection = isProtected
    ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatCells="0" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
    : '';
  const colour = isProtected ? 'FF8C8C8C' : isGuide ? 'FFB8860B' : 'FF00535F';
  return `${declaration}<worksheet xmlns="${main}"><sheetPr><tabColor rgb="${colour}"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView${isGuide ? ' showGridLines="0"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="18"/><sheetData/>${protection}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${isGuide ? 'portrait' : 'landscape'}" fitToHeight="0"/></worksheet>`;
}

function paneXml(rows: number, columns: number): string {
  const active = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight';
  const splits = `${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''}`;
  return `<pane${splits} topLeftCell="${addressOf(rows, columns)}" activePane="${active}" state="frozen"/><selection pane="${active}"/>`;
}
