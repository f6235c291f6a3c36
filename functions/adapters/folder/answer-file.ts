/** The tab チェック結果 as the bytes of an .xlsx file of its own. The only place that knows how it looks there. */
import { type Cell, type CellStyle, type CellValue, type DataValidation, writeXlsx } from 'hucre/xlsx';
import type { AnswerCell, AnswerRow, AnswerTab } from '../../world.ts';

interface LinkBase {
  /** The path from the answer to the workbook's file, with '/'; `null` where links have nowhere to lead. */
  readonly linkTo: string | null;
  /** Names of its tabs by their ids. */
  readonly tabs: ReadonlyMap<string, string>;
}

/** The same answer gives the same bytes: no clock, no user, no random name goes in. */
export async function encodeAnswer(tab: AnswerTab, base: LinkBase): Promise<Uint8Array> {
  const cells = new Map<string, Partial<Cell>>();
  for (const [rowIndex, { look, cells: row }] of tab.rows.entries()) {
    for (let column = 0; column < Math.max(row.length, look === 'header' ? tab.widths.length : 0); column += 1) {
      const cell = row[column] ?? null;
      const formula = linkFormula(cell, base);
      const value = writtenValue(cell);
      cells.set(`${rowIndex},${column}`, {
        value,
        style: styleOf(look, cell, formula !== null),
        ...(formula === null ? {} : { formula, formulaResult: value, type: 'formula' as const }),
      });
    }
  }
  return await writeXlsx({
    properties: { created: new Date(0), modified: new Date(0) },
    defaultFont: { name: 'BIZ UDPGothic', size: 11 },
    sheets: [
      {
        name: tab.title,
        rows: tab.rows.map(({ cells: row }) => row.map(writtenValue)),
        cells,
        columns: tab.widths.map((width) => ({ width })),
        freezePane: { rows: tab.frozenRows },
        ...choicesOf(tab),
        pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      },
    ],
  });
}

/** Excel has no boxes to tick in a plain file: はい is chosen from a list, or typed. */
function choicesOf({ rows }: AnswerTab): { readonly dataValidations?: DataValidation[] } {
  const dataValidations = rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, column): DataValidation[] =>
      cell !== null && typeof cell === 'object' && 'asks' in cell
        ? [
            {
              type: 'list',
              values: [cell.asks],
              range: cellAddress(row, column),
              allowBlank: true,
              showErrorMessage: false,
            },
          ]
        : [],
    ),
  );
  return dataValidations.length === 0 ? {} : { dataValidations };
}

/** Of one of the first columns. */
function cellAddress(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}

/** Excel takes no longer text in a formula. */
const longestText = 255;

/** =HYPERLINK("本所.xlsx#'相談受付'!B12", …); `null` for cells without a link, and where Excel could not follow it. */
function linkFormula(cell: AnswerCell, { linkTo, tabs }: LinkBase): string | null {
  if (linkTo === null || cell === null || typeof cell !== 'object' || 'serial' in cell || 'asks' in cell) return null;
  const tab = tabs.get(cell.link.tabId);
  // Excel takes what follows the first # for the place in the file.
  if (tab === undefined || linkTo.includes('#')) return null;
  const target = `${linkTo}#'${tab.replaceAll("'", "''")}'!${cell.link.address}`;
  if (target.length > longestText || cell.text.length > longestText) return null;
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return `HYPERLINK(${quote(target)},${quote(cell.text)})`;
}

function writtenValue(cell: AnswerCell): CellValue {
  if (cell === null || typeof cell !== 'object') return cell === '' ? null : cell;
  if ('asks' in cell) return null;
  return 'serial' in cell ? cell.serial : cell.text;
}

/** Fills by look; black text on each has a contrast of more than 12. */
const fills: Readonly<Record<AnswerRow['look'], string | null>> = {
  summary: null,
  header: 'E3E7EC',
  error: 'FDE3DD',
  notice: null,
  plain: null,
};

function styleOf(look: AnswerRow['look'], cell: AnswerCell, isLink: boolean): CellStyle {
  const fill = fills[look];
  const isLine = look === 'error' || look === 'notice';
  return {
    font: {
      name: 'BIZ UDPGothic',
      size: look === 'summary' ? 14 : 11,
      ...(look === 'summary' || look === 'header' ? { bold: true } : {}),
      ...(isLink ? { color: { rgb: '0B57A4' }, underline: true } : {}),
    },
    ...(fill === null ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
    ...(isLine ? { alignment: { wrapText: true, vertical: 'top' } } : {}),
    ...formatOf(cell, isLink),
  };
}

/** Text stays text, also where Excel would take it for a number; a formula as text would be shown as it is written. */
function formatOf(cell: AnswerCell, isLink: boolean): Pick<CellStyle, 'numFmt'> {
  if (cell === null || typeof cell === 'number' || isLink) return {};
  if (typeof cell === 'string' || !('serial' in cell)) return { numFmt: '@' };
  return { numFmt: cell.shows === 'day' ? 'yyyy/m/d' : 'yyyy/m/d hh:mm' };
}
