/** 基本情報 of a workbook that is there: items it lacks are added below, 様式版 rises, what is ours on its labels is renewed. */
import { templateVersion } from '#sheets-schema';
import type { CellChange, FieldChange } from '#sheets-schema/template-change.ts';
import { explanationHeader, itemRow } from '#sheets-schema/template-contents.ts';
import type { AboutTab, TabChanges } from './add-tab.ts';
import type { FoundPlaces } from './find-places.ts';
import { dropdownToRenew, isNoteToRenew, isStored } from './renew-tab.ts';
import { listOf, type TemplateLine } from './template-line.ts';

export function renewItems(about: AboutTab, place: FoundPlaces): TabChanges {
  const { tab } = about;
  const { grid, fields, itemColumns } = place;
  const there = tab.columns.filter(({ name }) => fields.has(name));
  const added = tab.columns.filter(({ name }) => !fields.has(name));
  const firstFree = Math.max(grid.rows.length, ...grid.merges.map(({ bottom }) => bottom));
  const rowOf = new Map([
    ...there.map(({ name }) => [name, fields.get(name) ?? 0] as const),
    ...added.map(({ name }, index) => [name, firstFree + index] as const),
  ]);
  const explains = (grid.rows[place.headerRow] ?? [])[itemColumns.value + 1] === explanationHeader;
  const notes = there.filter(({ name, note }) =>
    isNoteToRenew(about, grid, rowOf.get(name) ?? 0, itemColumns.item, note),
  );
  const versionRow = fields.get('templateVersion');
  const version = versionRow === undefined ? null : String(grid.rows[versionRow]?.[itemColumns.value] ?? '');

  const cells: CellChange[] = notes.map(({ name, note }) => ({
    row: rowOf.get(name) ?? 0,
    column: itemColumns.item,
    note,
  }));
  for (const column of added) {
    const row = rowOf.get(column.name) ?? 0;
    const [label, value, explanation] = itemRow(column, column.name === 'templateVersion' ? templateVersion : '').cells;
    if (label === undefined || value === undefined || explanation === undefined) continue;
    cells.push({ row, column: itemColumns.item, ...label, note: column.note });
    cells.push({
      row,
      column: itemColumns.value,
      look: value.look,
      ...(value.text === '' ? {} : { text: value.text }),
    });
    if (explains) cells.push({ row, column: itemColumns.value + 1, ...explanation });
  }
  if (versionRow !== undefined && version !== templateVersion) {
    cells.push({ row: versionRow, column: itemColumns.value, text: templateVersion });
  }
  const dropdowns = [...there, ...added].flatMap((column) => {
    const row = rowOf.get(column.name) ?? 0;
    return dropdownToRenew(about, grid, column, { row, column: itemColumns.value, lastRow: row });
  });
  const ids = [...there, ...added].flatMap(({ name }): FieldChange[] =>
    isStored(grid, name) ? [] : [{ field: name, row: rowOf.get(name) ?? 0, column: itemColumns.item }],
  );
  const isToBeNamed = grid.storedIds?.tab !== tab.name;

  const lines: TemplateLine[] = [];
  const say = (code: TemplateLine['code'], more: Readonly<Record<string, string | number>>, isSaid: boolean) => {
    if (isSaid) lines.push({ code, facts: { tab: grid.tab, ...more } });
  };
  const renewed = dropdowns.map(
    ({ firstRow }) => tab.columns.find(({ name }) => rowOf.get(name) === firstRow)?.header ?? '',
  );
  const isRaised = versionRow !== undefined && version !== templateVersion;
  say('version-raised', { from: version === '' ? '（なし）' : (version ?? ''), to: templateVersion }, isRaised);
  say('items-added', { headers: listOf(added.map(({ header }) => header)) }, added.length > 0);
  say('notes-renewed', { headers: listOf(notes.map(({ header }) => header)) }, notes.length > 0);
  say('dropdowns-renewed', { headers: listOf(renewed) }, renewed.length > 0);
  say('ids-stored', { count: ids.length }, ids.length > 0);
  if (cells.length + dropdowns.length + ids.length === 0 && !isToBeNamed) return { change: null, lines };
  return {
    change: {
      name: tab.name,
      title: grid.tab,
      id: grid.id,
      added: null,
      cells,
      columns: [],
      dropdowns,
      isToBeNamed,
      fields: ids,
      fieldsAreRows: true,
    },
    lines,
  };
}
