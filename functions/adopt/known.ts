/** What a workbook says about itself already: its tabs by name, and the rows of its 読替. */
import { fold, tables } from '#sheets-schema';
import { findColumns, findTabs, type TableName } from '../ingest/tables/find-tables.ts';
import { noOwnNames, readOwnNames } from '../ingest/tables/own-words.ts';
import { readRows, type TableRows } from '../ingest/tables/read-rows.ts';
import type { SheetGrid } from '../world.ts';

/** What the workbook says about itself already. */
export interface Known {
  readonly tabs: ReadonlyMap<TableName, SheetGrid>;
  readonly headers: ReadonlyMap<TableName, ReadonlyMap<string, string>>;
  /** Folded own word → standard word, of every column. */
  readonly words: ReadonlyMap<string, string>;
  /** Ids of 読替, 選択肢 and チェック結果. */
  readonly system: ReadonlySet<string>;
}

/** Reads it with the readers of ingest. */
export function readKnown(grids: readonly SheetGrid[]): Known {
  const plain = findTabs({ grids, definitions: tables });
  const rows = readAliasRows(plain.tabs.get('aliases'));
  const names = rows === null ? noOwnNames : readOwnNames(rows);
  const { tabs } = findTabs({ grids, definitions: tables, ownTabs: names.tabs });
  const system = (['aliases', 'codeLists', 'findings'] as const).flatMap((name) => tabs.get(name)?.id ?? []);
  const words = (rows?.accepted ?? []).flatMap(({ values }): [string, string][] =>
    values.kind === 'word' ? [[fold(values.ownWord), values.standardWord]] : [],
  );
  return { tabs, headers: names.headers, words: new Map(words), system: new Set(system) };
}

/** The rows of 読替 as they are; `null` without the tab or its headers. */
export function readAliasRows(grid: SheetGrid | undefined): TableRows<typeof tables.aliases> | null {
  if (grid === undefined) return null;
  const { found } = findColumns({ name: 'aliases', table: tables.aliases, grid });
  return found === null ? null : readRows<typeof tables.aliases>(found);
}
