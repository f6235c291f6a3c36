/** Where rows stand in the office's sheets: an address with a cell range, or file, tab and row number where there is none. */

import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { rowsWords } from '#sheets-schema/vocabulary/words/rows.ts';
import { say } from '../say.ts';
import type { RowsWorkbook } from './select-rows.ts';

/** A place in a sheet; `address` is `null` where only words lead there. */
export interface CellPlace {
  readonly address: string | null;
  readonly text: string;
  /** The whole of it, for screen readers. */
  readonly label: string;
}

/** The address of some rows of a table; only the web's own kind of address is ever a link. */
export function rangeAddress({ address, columns }: RowsWorkbook, from: number, to: number): string | null {
  if (address === null || !address.startsWith('https://')) return null;
  const [first, last] = columns;
  return `${address}${address.includes('#') ? '&' : '#'}range=${encodeURIComponent(`${first}${from}:${last}${to}`)}`;
}

/** The place of one row; `isOnly` where all rows stand in one tab. */
export function rowPlace(workbook: RowsWorkbook, row: number, isOnly: boolean, language: Language): CellPlace {
  const facts = { file: workbook.fileName, tab: workbook.tab, row };
  const address = rangeAddress(workbook, row, row);
  return {
    address,
    text: say(isOnly ? rowsWords.rowLink : rowsWords.rowLinkOf, language, facts),
    label: say(address === null ? rowsWords.rowLinkOf : rowsWords.rowLinkLabel, language, facts),
  };
}

/** From the first to the last row of each workbook. */
export function rangePlaces(
  rows: readonly { readonly workbook: RowsWorkbook; readonly row: { readonly row: number } }[],
  language: Language,
): readonly CellPlace[] {
  const ranges = new Map<string, { workbook: RowsWorkbook; from: number; to: number }>();
  for (const { workbook, row } of rows) {
    const key = `${workbook.workbook}|${workbook.tab}`;
    const known = ranges.get(key);
    ranges.set(key, {
      workbook,
      from: Math.min(known?.from ?? row.row, row.row),
      to: Math.max(known?.to ?? row.row, row.row),
    });
  }
  return [...ranges.values()].map(({ workbook, from, to }) => {
    const facts = { file: workbook.fileName, tab: workbook.tab, from, to };
    const address = rangeAddress(workbook, from, to);
    const isOne = from === to;
    const link = isOne ? rowsWords.rangeOne : rowsWords.rangeLink;
    const text = say(address !== null ? link : isOne ? rowsWords.rangeTextOne : rowsWords.rangeText, language, facts);
    return { address, text, label: text };
  });
}
