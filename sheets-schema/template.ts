/**
 * The definition as a plan of a workbook: tabs, headers, notes, dropdowns, formats, widths, contents. Data only;
 * whoever writes it as .xlsx or into Google Sheets adds nothing of its own. Dropdowns propose, they never refuse what is typed.
 */
import type { Column } from './column.ts';
import type { Table } from './table.ts';
import { contentsOf, itemRows } from './template-contents.ts';
import { guideRows, guideTab, requiredMark } from './template-guide.ts';
import { type CellFormat, type CellLook, looks } from './template-looks.ts';
import { signText } from './template-note.ts';
import { type Dropdown, dropdownOf, type WordList, wordLists } from './template-words.ts';
import { tables, templateVersion } from './workbook.ts';

/** はじめに, or the English name of a table. */
export type TemplateTabName = 'guide' | keyof typeof tables;

/** One column of a tab, or one item of 基本情報. */
export interface ColumnPlan {
  /** English name, which the stored id carries. */
  readonly name: string;
  readonly header: string;
  /** The header as it is written: with ＊ where required. */
  readonly label: string;
  readonly isRequired: boolean;
  /** The note on the header: what belongs here, with an example; signed, so that an edited one is told from ours. */
  readonly note: string;
  /** The same in one line, as it stands beside the items of 基本情報. */
  readonly explanation: string;
  readonly format: CellFormat;
  readonly dropdown: Dropdown | null;
  /** In characters of half width. */
  readonly width: number;
}

/** A row that the template fills in itself. */
export interface PlannedRow {
  readonly cells: readonly { readonly text: string; readonly look: CellLook }[];
}

/** One tab, ready to be written. */
export interface TabPlan {
  readonly name: TemplateTabName;
  readonly tab: string;
  readonly layout: 'rows' | 'items' | 'guide';
  readonly columns: readonly ColumnPlan[];
  /** Where the header row stands, 0-based. */
  readonly headerRow: number;
  /** Rows by their 0-based index, without the header row of a tab of rows and without the rows of 選択肢. */
  readonly rows: ReadonlyMap<number, PlannedRow>;
  /** Filled in by the system; people look at it, and are warned before they type. */
  readonly isProtected: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** Widths of the tab's columns, in characters of half width. */
  readonly widths: readonly number[];
}

/** A whole workbook. */
export interface WorkbookPlan {
  readonly templateVersion: string;
  readonly tabs: readonly TabPlan[];
  readonly wordLists: readonly WordList[];
}

/** Whose workbook it is to be. */
export interface TemplateOffice {
  readonly municipalityCode: string;
  readonly prefectureName: string;
  readonly municipalityName: string;
  readonly officeName: string;
  /** 対象年度, for offices that begin a new file every April. */
  readonly fiscalYear: number | null;
}

/** The plan of the template (様式). Without an office it is nobody's yet. */
export function planTemplate({
  fiscalYears,
  office = null,
  contact = null,
}: {
  readonly fiscalYears: readonly number[];
  readonly office?: TemplateOffice | null;
  readonly contact?: string | null;
}): WorkbookPlan {
  const named = Object.entries(tables) as readonly (readonly [keyof typeof tables, Table])[];
  return {
    templateVersion,
    tabs: [planGuide(contact), ...named.map(([name, table]) => planTab(name, table, office))],
    wordLists: wordLists(fiscalYears),
  };
}

function planGuide(contact: string | null): TabPlan {
  const rows = guideRows(contact).map(({ look, cells }): PlannedRow => {
    const [label, text] = cells;
    const labelLook = look === 'paragraph' ? { ...looks.paragraph, isBold: true } : looks[look];
    return {
      cells: [
        { text: label, look: labelLook },
        { text, look: looks[look] },
      ],
    };
  });
  return {
    name: 'guide',
    tab: guideTab,
    layout: 'guide',
    columns: [],
    headerRow: 0,
    rows: new Map(rows.entries()),
    isProtected: false,
    frozenRows: 0,
    frozenColumns: 0,
    widths: [18, 100],
  };
}

/** Of 区分, 標準コード, 表示名 and 使用: the longest word is seen whole. */
const wordListWidths = [18, 14, 44, 10];

function planTab(name: keyof typeof tables, table: Table, office: TemplateOffice | null): TabPlan {
  const columns = Object.entries(table.columns).map(([column, definition]) => planColumn(column, definition));
  const common = { name, tab: table.tab, columns, isProtected: table.filledInBy === 'system' };
  if (table.layout === 'items') {
    return {
      ...common,
      layout: 'items',
      headerRow: 0,
      rows: itemRows(columns, office),
      frozenRows: 1,
      frozenColumns: 0,
      widths: [20, 34, 70],
    };
  }
  const headerRow = name === 'findings' ? 3 : 0;
  return {
    ...common,
    layout: 'rows',
    headerRow,
    rows: contentsOf(name, office),
    frozenRows: headerRow + 1,
    frozenColumns: table.key.length === 1 ? 1 : 0,
    widths: name === 'codeLists' ? wordListWidths : columns.map((column) => column.width),
  };
}

/** How the header of a column or the label of an item looks. */
export function headerLook(plan: Pick<TabPlan, 'isProtected'>, column: Pick<ColumnPlan, 'isRequired'>): CellLook {
  if (plan.isProtected) return looks.systemHeader;
  return column.isRequired ? looks.requiredHeader : looks.header;
}

function planColumn(name: string, column: Column): ColumnPlan {
  const explained = explain(name, column);
  const label = `${column.required ? requiredMark : ''}${column.header}`;
  return {
    name,
    header: column.header,
    label,
    isRequired: column.required,
    note: signText([...explained, column.help.en].join('\n')),
    explanation: explained.join('　'),
    format: formatOf(column),
    dropdown: dropdownOf(column),
    // Room for the arrow of the dropdown.
    width: Math.min(40, Math.max(10, widthOf(label) + 4, widthOf(column.example) + 4, widthOfWords(column))),
  };
}

function explain(name: string, { help, required, example }: Column): readonly string[] {
  // 様式版 is required too, but nobody is to write it.
  const isToWrite = required && name !== 'templateVersion';
  return [
    isToWrite ? `必ず書いてください。${help.ja}` : help.ja,
    ...(example === '' || name === 'templateVersion' ? [] : [`例：${example}`]),
  ];
}

/** Most words of a list fit; the longest few may be cut off by the next cell. */
function widthOfWords(column: Column): number {
  if (column.kind === 'indicator') return 24;
  if (column.kind !== 'choice' && column.kind !== 'choices') return 0;
  return Math.min(22, Math.max(...column.list.codes.map(({ ja }) => widthOf(ja))) + 3);
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
