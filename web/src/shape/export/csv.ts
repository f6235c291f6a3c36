/**
 * The table of a figure as CSV that Japanese Excel opens right: UTF-8 with a byte order mark, CRLF. One header row and the
 * rows, nothing else, so that another program can read it too; source and date stand in the .xlsx.
 */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import type { TableModel } from '../table-model.ts';
import { type SheetCell, shapeSheet } from './sheet.ts';

/**
 * What a spreadsheet takes for the beginning of a formula, also in the full-width and small forms that a Japanese one folds,
 * and after blanks that it trims (OWASP, CSV Injection). U+2212 is the minus that we print ourselves.
 */
const formulaStart = /^[\s\u3000\uFEFF]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n]/u;

/** A text that no spreadsheet computes: an apostrophe before what would begin a formula. */
export function defuse(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

function field(text: string): string {
  return /[",\r\n\t]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Numbers without separators and with a plain minus; they are never defused. */
function csvCell(cell: SheetCell): string {
  switch (cell.kind) {
    case 'blank':
      return '';
    case 'number':
      return cell.value.toFixed(cell.decimals).replace(/^-(0(?:\.0+)?)$/, '$1');
    case 'text':
      return field(defuse(cell.text));
    default:
      return cell satisfies never;
  }
}

/** The whole file as text, with its byte order mark. */
export function writeCsv(table: TableModel, language: Language): string {
  const sheet = shapeSheet(table, language, { withRemarks: true });
  const lines = [
    sheet.header.map((name) => field(defuse(name))).join(','),
    ...sheet.rows.map(({ cells }) => cells.map(csvCell).join(',')),
  ];
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
