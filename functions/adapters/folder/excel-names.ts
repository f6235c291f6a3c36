/**
 * Ids that the template left in an .xlsx file, as hidden names: `_kasanari.cases` is the tab's A1, `_kasanari.cases.receivedOn` the
 * header of a column, `_kasanari.profile.officeName` the label of an item. Excel takes them along when tabs are renamed and columns
 * moved, and turns those of deleted ones into #REF!.
 */
import type { StoredIds } from '../../world.ts';

/** A name of the workbook with what it refers to, as written in the file. */
export interface DefinedName {
  readonly name: string;
  readonly refersTo: string;
}

/** 基本情報: its ids stand on rows, those of all other tables on columns (StoredIds). */
const tableOfItems = 'profile';

const ourNames = /^_kasanari\.([a-z]+)(?:\.([a-z][a-z0-9]*))?$/i;
/** One cell of a tab of this file: '相談 受付'!$B$1, 相談受付!$B$1. Not #REF!, not a range, not another file's. */
const oneCell = /^(?:'((?:[^'[\]]|'')+)'|([^'![\]#]+))!\$?([A-Z]{1,3})\$?([0-9]{1,7})$/i;

/** The ids of each tab, by its name. Names that refer to nothing are left out. */
export function readStoredIds(names: readonly DefinedName[]): ReadonlyMap<string, StoredIds> {
  const tabs = new Map<
    string,
    { tab: string | null; readonly fields: { table: string; field: string; index: number }[] }
  >();
  for (const { name, refersTo } of names) {
    const [, table, field] = ourNames.exec(name) ?? [];
    const [, quoted, plain, letters, row] = oneCell.exec(refersTo.trim()) ?? [];
    const tabName = quoted?.replaceAll("''", "'") ?? plain;
    if (table === undefined || tabName === undefined || letters === undefined) continue;
    const tab = tabs.get(tabName) ?? { tab: null, fields: [] };
    tabs.set(tabName, tab);
    if (field === undefined) tab.tab ??= table;
    else tab.fields.push({ table, field, index: table === tableOfItems ? Number(row) - 1 : columnIndexOf(letters) });
  }
  return new Map(
    [...tabs].map(([tabName, { tab, fields }]) => [
      tabName,
      {
        tab,
        // Ids of another table, as copied columns bring them along, are none of this tab.
        fields: new Map(
          fields.flatMap(({ table, field, index }) => (tab === null || tab === table ? [[index, field]] : [])),
        ),
      },
    ]),
  );
}

function columnIndexOf(letters: string): number {
  let index = 0;
  for (const letter of letters.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
