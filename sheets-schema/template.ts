/**
 * The definition as a plan of a workbook: tabs, headers, notes, dropdowns, formats, widths, contents. Data only;
 * whoever writes it as .xlsx or into Google Sheets adds nothing of its own. Dropdowns propose, they never refuse what is typed.
 */

import { isReportable } from './cells/indicator.ts';
import type { Column } from './column.ts';
import type { Table } from './table.ts';
import { codeLists as codeListDefinitions } from './vocabulary/codes.ts';
import { indicators } from './vocabulary/indicators.ts';
import { tables, templateVersion } from './workbook.ts';

/** How cells of a column are shown. Text keeps '01-2' from becoming a date. */
export type CellFormat = 'text' | 'integer' | 'decimal' | 'date';

/** What a dropdown proposes: fixed words, or the cells of a column of another tab. */
export type Dropdown =
  | { readonly from: 'words'; readonly words: readonly string[] }
  | { readonly from: 'column'; readonly tab: string; readonly header: string };

/** One column of a tab, or one item of 基本情報. */
export interface ColumnPlan {
  readonly header: string;
  readonly isRequired: boolean;
  /** The note on the header: what belongs here, with an example. */
  readonly note: { readonly ja: string; readonly en: string };
  readonly example: string;
  readonly format: CellFormat;
  readonly dropdown: Dropdown | null;
  /** In characters of half width. */
  readonly width: number;
}

/** One tab, ready to be written. */
export interface TabPlan {
  readonly tab: string;
  readonly layout: 'rows' | 'items';
  readonly help: { readonly ja: string; readonly en: string };
  readonly columns: readonly ColumnPlan[];
  /** Cells below the header that the template fills in itself. */
  readonly rows: readonly (readonly string[])[];
  /** Filled in by the system; people look at it. */
  readonly isReadOnly: boolean;
}

/** A whole empty workbook. */
export interface WorkbookPlan {
  readonly templateVersion: string;
  readonly tabs: readonly TabPlan[];
}

/** The plan of the template (様式). */
export function planTemplate(): WorkbookPlan {
  return { templateVersion, tabs: Object.values(tables).map(planTab) };
}

/** Every code of every list as rows of 選択肢: 区分, 標準コード, 表示名, 使用. */
export function codeListRows(): readonly (readonly string[])[] {
  return codeListDefinitions.flatMap((list) => list.codes.map((code) => [list.name, code.code, code.ja, '有']));
}

function planTab(table: Table): TabPlan {
  return {
    tab: table.tab,
    layout: table.layout,
    help: table.help,
    columns: Object.values(table.columns).map(planColumn),
    rows: contentsOf(table),
    isReadOnly: table.filledInBy === 'system',
  };
}

function contentsOf(table: Table): readonly (readonly string[])[] {
  if (table.tab === tables.codeLists.tab) return codeListRows();
  if (table.layout === 'rows') return [];
  return Object.values(table.columns).map((column) => [
    column.header,
    column.header === tables.profile.columns.templateVersion.header ? templateVersion : '',
  ]);
}

function planColumn(column: Column): ColumnPlan {
  const example = column.example === '' ? '' : `例：${column.example}`;
  const exampleEn = column.example === '' ? '' : ` Example: ${column.example}`;
  return {
    header: column.header,
    isRequired: column.required,
    note: { ja: `${column.help.ja}${example}`, en: `${column.help.en}${exampleEn}` },
    example: column.example,
    format: formatOf(column),
    dropdown: dropdownOf(column),
    width: Math.min(40, Math.max(10, widthOf(column.header) + 4, widthOf(column.example) + 2)),
  };
}

function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (letter.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);
}

function formatOf(column: Column): CellFormat {
  switch (column.kind) {
    case 'count':
      return 'integer';
    case 'number':
      return 'decimal';
    case 'date':
      return column.takesMonthAlone ? 'text' : 'date';
    case 'text':
    case 'reference':
    case 'rate':
    case 'fiscalYear':
    case 'month':
    case 'choice':
    case 'choices':
    case 'option':
    case 'flag':
    case 'area':
    case 'areas':
    case 'municipality':
    case 'indicator':
      return 'text';
    default:
      return column satisfies never;
  }
}

function dropdownOf(column: Column): Dropdown | null {
  switch (column.kind) {
    case 'choice':
    case 'choices':
      return { from: 'words', words: column.list.codes.map((code) => code.ja) };
    case 'option':
      return { from: 'words', words: column.options.map((option) => option.words[0] ?? option.value) };
    case 'flag':
      return { from: 'words', words: ['有', '無'] };
    case 'month':
      return { from: 'words', words: [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3].map((month) => `${month}月`) };
    case 'indicator':
      return {
        from: 'words',
        words: indicators
          .filter((indicator) => column.takesOwnMeasures || isReportable(indicator))
          .map((indicator) => indicator.ja),
      };
    case 'area':
      return { from: 'column', tab: tables.areas.tab, header: tables.areas.columns.name.header };
    case 'areas':
      return { from: 'column', tab: tables.areas.tab, header: tables.areas.columns.code.header };
    case 'text':
    case 'reference':
    case 'count':
    case 'number':
    case 'rate':
    case 'date':
    case 'fiscalYear':
    case 'municipality':
      return null;
    default:
      return column satisfies never;
  }
}
