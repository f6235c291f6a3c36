/** A tab of rows that is there: what it lacks is added at its right end, and what is ours on its headers is renewed. */
import { isBlankCell } from '#sheets-schema';
import { type ColumnPlan, headerLook, type TabPlan } from '#sheets-schema/template.ts';
import type {
  CellChange,
  CellRange,
  ColumnChange,
  DropdownChange,
  FieldChange,
  TemplateSurface,
} from '#sheets-schema/template-change.ts';
import { looks } from '#sheets-schema/template-looks.ts';
import { isSignedText } from '#sheets-schema/template-note.ts';
import type { SheetGrid } from '../world.ts';
import type { AboutTab, TabChanges } from './add-tab.ts';
import type { FoundPlaces } from './find-places.ts';
import { listOf, type TemplateLine } from './template-line.ts';

export function renewTab(about: AboutTab, place: FoundPlaces): TabChanges {
  const { tab, words } = about;
  const { grid, headerRow } = place;
  const facts = { tab: grid.tab };
  // What チェック結果 shows is written by whoever checks; its name is all it needs from here.
  const isAnswer = tab.name === 'findings';
  if (place.isStrange && !isAnswer) return { change: null, lines: [{ code: 'tab-kept', facts }] };

  const { there, added, refused, columnOf } = settleColumns(tab, place, about.surface);

  const notes = there.filter(({ name, note }) => isNoteToRenew(about, grid, headerRow, columnOf.get(name) ?? 0, note));
  const cells: CellChange[] = [
    ...notes.map(({ name, note }) => ({ row: headerRow, column: columnOf.get(name) ?? 0, note })),
    ...added.map((column) => ({
      row: headerRow,
      column: columnOf.get(column.name) ?? 0,
      text: column.label,
      look: headerLook(tab, column),
      note: column.note,
    })),
    ...(tab.name === 'codeLists' ? words.cells : []),
  ];
  const columns = added.map(
    (column): ColumnChange => ({
      column: columnOf.get(column.name) ?? 0,
      width: column.width,
      format: { firstRow: headerRow + 1, look: { ...looks.plain, format: column.format } },
    }),
  );
  const dropdowns = tab.isProtected
    ? []
    : [...there, ...added].flatMap((column) => {
        const at = { row: headerRow + 1, column: columnOf.get(column.name) ?? 0, lastRow: null };
        return dropdownToRenew(about, grid, column, at);
      });
  const ids = [...there, ...added].flatMap(({ name }): FieldChange[] =>
    isStored(grid, name) ? [] : [{ field: name, row: headerRow, column: columnOf.get(name) ?? 0 }],
  );
  const isToBeNamed = grid.storedIds?.tab !== tab.name;
  const renewedNames = dropdowns.map(
    ({ column }) => tab.columns.find(({ name }) => columnOf.get(name) === column)?.header ?? '',
  );

  const lines: TemplateLine[] = [];
  const say = (code: TemplateLine['code'], more: Readonly<Record<string, string | number>>, isSaid: boolean) => {
    if (isSaid) lines.push({ code, facts: { ...facts, ...more } });
  };
  say('required-missing', { headers: listOf(refused.map(({ header }) => header)) }, refused.length > 0);
  say('columns-added', { headers: listOf(added.map(({ header }) => header)) }, added.length > 0);
  say('notes-renewed', { headers: listOf(notes.map(({ header }) => header)) }, notes.length > 0);
  say('dropdowns-renewed', { headers: listOf(renewedNames) }, renewedNames.length > 0);
  say('ids-stored', { count: ids.length }, ids.length > 0);
  if (tab.name === 'codeLists') {
    say('words-kept', {}, words.isKept);
    say('words-added', { words: listOf(words.added) }, words.added.length > 0);
    say('words-arranged', {}, words.cells.length > 0 && words.added.length === 0);
  }
  const isChanged = cells.length + columns.length + dropdowns.length + ids.length > 0 || isToBeNamed;
  if (!isChanged) return { change: null, lines };
  return {
    change: {
      name: tab.name,
      title: grid.tab,
      id: grid.id,
      added: null,
      cells,
      columns,
      dropdowns,
      isToBeNamed,
      fields: ids,
      fieldsAreRows: false,
    },
    lines,
  };
}

/** The columns of a tab: those that are there, those to be added at its right end, and those that rows would miss in vain. */
export function settleColumns(
  tab: TabPlan,
  { grid, headerRow, fields, isStrange }: FoundPlaces,
  surface: TemplateSurface,
) {
  const isOurs = tab.name !== 'findings' && !isStrange;
  const there = isOurs ? tab.columns.filter(({ name }) => fields.has(name)) : [];
  const missing = isOurs && tab.name !== 'codeLists' ? tab.columns.filter(({ name }) => !fields.has(name)) : [];
  const hasRows = grid.rows.some((row, index) => index > headerRow && !row.every(isBlankCell));
  const refused = missing.filter((column) => column.isRequired && hasRows);
  const added = missing.filter((column) => !refused.includes(column));
  const atRightEnd = firstFreeColumn(grid, surface.tabs.get(grid.id)?.notes);
  const columnOf: ReadonlyMap<string, number> = new Map([
    ...there.map(({ name }) => [name, fields.get(name) ?? 0] as const),
    ...added.map(({ name }, index) => [name, atRightEnd + index] as const),
  ]);
  return { there, added, refused, columnOf };
}

/** The first column right of everything that stands in the tab, merged cells and notes included. */
function firstFreeColumn({ rows, merges }: SheetGrid, notes: ReadonlyMap<string, string> = new Map()): number {
  let free = 0;
  for (const row of rows) free = Math.max(free, row.findLastIndex((cell) => cell !== null) + 1);
  for (const { right } of merges) free = Math.max(free, right);
  for (const place of notes.keys()) free = Math.max(free, Number(place.split(':')[1] ?? 0) + 1);
  return free;
}

/** Whether our note on a header is missing or of an earlier version. Notes of people stay, and so do ours that they edited. */
export function isNoteToRenew(
  { surface }: AboutTab,
  grid: SheetGrid,
  row: number,
  column: number,
  note: string,
): boolean {
  const before = surface.tabs.get(grid.id)?.notes.get(`${row}:${column}`);
  if (before === undefined || before === '') return true;
  const isSame = before.replace(/\s/g, '') === note.replace(/\s/g, '');
  return !isSame && isSignedText(before);
}

/** The dropdown of a column where it is missing, or shows an old range of ours. Dropdowns of the office's own stay. */
export function dropdownToRenew(
  { rangeOf, surface }: AboutTab,
  grid: SheetGrid,
  { dropdown }: Pick<ColumnPlan, 'dropdown'>,
  { row, column, lastRow }: { readonly row: number; readonly column: number; readonly lastRow: number | null },
): readonly DropdownChange[] {
  const source = dropdown === null ? null : rangeOf(dropdown);
  if (dropdown === null || source === null) return [];
  const before = surface.tabs.get(grid.id)?.dropdownAt(row, column) ?? null;
  if (before === 'own') return [];
  const isOfOurs = before === null || before.tab === source.tab;
  const isSame = before !== null && sameRange(before, source);
  return isSame || !isOfOurs ? [] : [{ column, firstRow: row, lastRow, source }];
}

function sameRange(one: CellRange, other: CellRange): boolean {
  return (
    one.tab === other.tab &&
    one.column === other.column &&
    one.firstRow === other.firstRow &&
    one.lastRow === other.lastRow
  );
}

/** Fields are stored as 'receivedOn' or 'cases.receivedOn'. */
export function isStored({ storedIds }: SheetGrid, field: string): boolean {
  return [...(storedIds?.fields.values() ?? [])].some((stored) => stored.split('.').at(-1) === field);
}
