/** A tab of the template that is not there yet, as changes: header, notes, dropdowns, formats, ids and first contents. */
import { headerLook, type TabPlan } from '#sheets-schema/template.ts';
import type {
  CellChange,
  CellRange,
  DropdownChange,
  FieldChange,
  TabChange,
  TemplateSurface,
} from '#sheets-schema/template-change.ts';
import { type CellLook, looks } from '#sheets-schema/template-looks.ts';
import type { Dropdown } from '#sheets-schema/template-words.ts';
import type { ArrangedWords } from './arrange-words.ts';
import type { TemplateLine } from './template-line.ts';

/** What planning the changes of one tab needs to know. */
export interface AboutTab {
  readonly tab: TabPlan;
  readonly rangeOf: (dropdown: Dropdown) => CellRange | null;
  readonly surface: TemplateSurface;
  readonly words: ArrangedWords;
}

export interface TabChanges {
  /** `null`: it is as it should be. */
  readonly change: TabChange | null;
  readonly lines: readonly TemplateLine[];
}

/** 使用 is for people to set, although its tab is ours. */
function isOpen({ name }: TabPlan, column: string): boolean {
  return name === 'codeLists' && column === 'isUsed';
}

function emptyLook(tab: TabPlan, index: number): CellLook {
  const column = tab.columns[index];
  const isLocked = !isOpen(tab, column?.name ?? '');
  return { ...looks.plain, isLocked, format: column?.format ?? 'text' };
}

/** Rows to type in before the tab has to grow. */
const rowsToType = 1000;

/** `isSaid`: whether the workbook was there before, so that a new tab is news. */
export function addTab({ tab, rangeOf, words }: AboutTab, isSaid: boolean): TabChanges {
  const isItems = tab.layout === 'items';
  const firstRow = tab.headerRow + 1;
  const header = tab.columns.map(
    (column, index): CellChange => ({
      row: isItems ? firstRow + index : tab.headerRow,
      column: isItems ? 0 : index,
      text: column.label,
      look: headerLook(tab, column),
      note: column.note,
    }),
  );
  const contents = [...tab.rows].flatMap(([row, { cells }]) =>
    cells.flatMap(({ text, look }, column): CellChange[] =>
      // The labels of items are among the headers already, and a cell without text still needs its look there.
      isItems && column === 0 && row > tab.headerRow ? [] : [{ row, column, look, ...(text === '' ? {} : { text }) }],
    ),
  );
  const wordCells = tab.name === 'codeLists' ? words.cells : [];
  const dropdowns = tab.isProtected
    ? []
    : tab.columns.flatMap((column, index): DropdownChange[] => {
        const source = column.dropdown === null ? null : rangeOf(column.dropdown);
        if (source === null) return [];
        return isItems
          ? [{ column: 1, firstRow: firstRow + index, lastRow: firstRow + index, source }]
          : [{ column: index, firstRow, lastRow: null, source }];
      });
  const columns = tab.widths.map((width, column) => ({
    column,
    width,
    format: tab.layout === 'rows' ? { firstRow, look: emptyLook(tab, column) } : null,
  }));
  const fields = tab.columns.map(
    ({ name }, index): FieldChange => ({
      field: name,
      row: isItems ? firstRow + index : tab.headerRow,
      column: isItems ? 0 : index,
    }),
  );
  return {
    change: {
      name: tab.name,
      title: tab.tab,
      id: null,
      added: {
        place: isSaid && tab.name === 'guide' ? 'first' : 'last',
        widths: tab.widths,
        frozenRows: tab.frozenRows,
        frozenColumns: tab.frozenColumns,
        isProtected: tab.isProtected,
        openColumns: tab.columns.flatMap((column, index) => (isOpen(tab, column.name) ? [index] : [])),
        rowCount: tab.name === 'codeLists' ? words.rowCount + 50 : tab.layout === 'rows' ? rowsToType : 60,
        columnCount: Math.max(tab.widths.length, 3),
      },
      cells: [...contents, ...header, ...wordCells],
      columns,
      dropdowns,
      isToBeNamed: true,
      fields,
      fieldsAreRows: isItems,
    },
    lines: isSaid ? [{ code: 'tab-added', facts: { tab: tab.tab } }] : [],
  };
}
