/**
 * Where the tabs and columns of the template stand in a workbook that people have filled in, renamed and moved about in:
 * found just as when the workbook is read, by stored id, own name of 読替, standard name or alias.
 */
import { type Table, tables } from '#sheets-schema';
import { guideTab } from '#sheets-schema/template-guide.ts';
import { findColumns, findTabs, type TableName } from '../ingest/tables/find-tables.ts';
import { noOwnNames, type OwnNames, readOwnNames } from '../ingest/tables/own-words.ts';
import { readItems } from '../ingest/tables/read-items.ts';
import { readRows } from '../ingest/tables/read-rows.ts';
import { fieldsOf } from '../ingest/tables/stored-ids.ts';
import type { SheetGrid } from '../world.ts';

/** A tab as it was found. */
export interface FoundPlaces {
  readonly grid: SheetGrid;
  /** 0-based; of 基本情報 the row above the items. */
  readonly headerRow: number;
  /** English name of the column → its index; of 基本情報, of the item → its row. */
  readonly fields: ReadonlyMap<string, number>;
  /** Of 基本情報: the columns of 項目 and 値. */
  readonly itemColumns: { readonly item: number; readonly value: number };
  /** Whether something stands in it, but no header of ours: then it is left alone. */
  readonly isStrange: boolean;
}

export interface Places {
  readonly tables: ReadonlyMap<TableName, FoundPlaces>;
  readonly guide: SheetGrid | null;
}

/** Pure, and never throws, whatever the cells hold. */
export function findPlaces(grids: readonly SheetGrid[]): Places {
  const names = ownNamesOf(grids);
  const { tabs } = findTabs({ grids, definitions: tables, ownTabs: names.tabs });
  const found = new Map<TableName, FoundPlaces>();
  for (const [name, grid] of tabs) {
    const table: Table = tables[name];
    found.set(name, table.layout === 'items' ? findItems(grid, names) : findHeaders(name, grid, names));
  }
  return { tables: found, guide: grids.find(isGuide) ?? null };
}

function isGuide({ tab, storedIds }: SheetGrid): boolean {
  return storedIds?.tab === 'guide' || tab === guideTab;
}

function ownNamesOf(grids: readonly SheetGrid[]): OwnNames {
  const grid = findTabs({ grids, definitions: tables }).tabs.get('aliases');
  const found = grid === undefined ? null : findColumns({ name: 'aliases', table: tables.aliases, grid }).found;
  return found === null ? noOwnNames : readOwnNames(readRows<typeof tables.aliases>(found));
}

function findHeaders(name: TableName, grid: SheetGrid, names: OwnNames): FoundPlaces {
  const { found } = findColumns({
    name,
    table: tables[name],
    grid,
    ownHeaders: names.headers.get(name) ?? new Map(),
  });
  const columns = found?.columns ?? [];
  return {
    grid,
    headerRow: found?.headerIndex ?? 0,
    fields: new Map(columns.map((column) => [column.name, column.index])),
    itemColumns: { item: 0, value: 1 },
    isStrange: found !== null && columns.length === 0,
  };
}

function findItems(grid: SheetGrid, names: OwnNames): FoundPlaces {
  const items = readItems(
    tables.profile,
    grid,
    names.headers.get('profile') ?? new Map(),
    fieldsOf(grid, 'profile', tables.profile),
  );
  const places = Object.keys(tables.profile.columns).flatMap((name) => {
    const { row, cell } = items.placeOf(name);
    return row === null || cell === null ? [] : [{ name, row: row - 1, value: columnOf(cell) }];
  });
  const value = places[0]?.value ?? 1;
  return {
    grid,
    headerRow: Math.max(0, Math.min(...places.map(({ row }) => row - 1), grid.rows.length)),
    fields: new Map(places.map(({ name, row }) => [name, row])),
    itemColumns: { item: itemColumnOf(grid, places, value), value },
    isStrange: places.length === 0 && grid.rows.some((row) => row.some((cell) => cell !== null)),
  };
}

/** The nearest column to the left of the values in which the items' names stand. */
function itemColumnOf(grid: SheetGrid, places: readonly { readonly row: number }[], value: number): number {
  const row = grid.rows[places[0]?.row ?? 0] ?? [];
  const item = row.slice(0, value).findLastIndex((cell) => typeof cell === 'string');
  return Math.max(0, item);
}

/** 'AB12' → 27. */
function columnOf(address: string): number {
  const letters = /^[A-Z]+/.exec(address)?.[0] ?? 'A';
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
