/**
 * Finds the tabs of a workbook by name and stored id, and in each tab the header row and the columns.
 * Order of tabs and columns is free; columns that are not ours are left alone. Reading rows is in read-rows.ts.
 */
import {
  type Column,
  type Finding,
  type FindingPlace,
  fold,
  isBlankCell,
  isPersonalHeader,
  readCell,
  type Table,
  tables,
} from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';
import { cellAddress, createFinding } from '../findings/create-finding.ts';
import { assignColumns, type Understands } from './assign-columns.ts';
import { findHeaderRow } from './find-header-row.ts';
import { createHeaderMatcher } from './match-headers.ts';
import { fieldsOf, tableOf } from './stored-ids.ts';

/** The English name of a table: profile, areas, cases … */
export type TableName = keyof typeof tables;

export interface FoundColumn {
  readonly name: string;
  readonly column: Column;
  /** 0-based. */
  readonly index: number;
}

/** A tab of ours, where it was found. */
export interface FoundTable {
  /** English name of the table. */
  readonly name: string;
  readonly table: Table;
  readonly grid: SheetGrid;
  /** 0-based. */
  readonly headerIndex: number;
  readonly columns: readonly FoundColumn[];
  /** Standard headers of required columns that are not there; the rows of such a tab cannot be read. */
  readonly missing: readonly string[];
}

/**
 * Which grid is which tab: the office's own name from 読替, then the standard name, other known names, a number before it, and last
 * the id that the template left, for tabs whose name says nothing to us (renamed, translated). Where two tabs answer to one name, the
 * better name is read; of equals the one made as such, then the first. The other is an error, since what is typed there is not used;
 * a copy in which nothing is typed is none.
 */
export function findTabs<Name extends string>({
  grids,
  definitions,
  ownTabs = new Map(),
}: {
  readonly grids: readonly SheetGrid[];
  /** By their English names. */
  readonly definitions: Readonly<Record<Name, Table>>;
  /** Folded own name of a tab → table. */
  readonly ownTabs?: ReadonlyMap<string, Name>;
}): { readonly tabs: ReadonlyMap<Name, SheetGrid>; readonly findings: readonly Finding[] } {
  const claims = new Map<Name, Claim[]>();
  for (const grid of grids) {
    const madeAs = tableOf(grid, definitions);
    const named = claimTab(grid.tab, definitions, ownTabs);
    const name = named?.name ?? madeAs;
    if (name === null) continue;
    const claim = { grid, tier: named?.tier ?? lastTier, isMadeAs: madeAs === name };
    claims.set(name, [...(claims.get(name) ?? []), claim]);
  }
  const tabs = new Map<Name, SheetGrid>();
  const findings: Finding[] = [];
  for (const [name, claimants] of claims) {
    const [first, ...rest] = claimants.toSorted((a, b) => a.tier - b.tier || Number(b.isMadeAs) - Number(a.isMadeAs));
    if (first === undefined) continue;
    tabs.set(name, first.grid);
    for (const { grid } of rest) {
      if (!hasContents(grid, name, definitions[name])) continue;
      findings.push(
        createFinding(
          { tab: grid.tab, row: null, header: null, cell: null },
          { code: 'tab/duplicate', facts: { tab: grid.tab, used: first.grid.tab } },
        ),
      );
    }
  }
  return { tabs, findings };
}

interface Claim {
  readonly grid: SheetGrid;
  readonly tier: number;
  readonly isMadeAs: boolean;
}

/** Only its stored id says what the tab is. */
const lastTier = 4;

/** Whether anything is typed in a tab, below its headers where it has them. */
function hasContents(grid: SheetGrid, name: string, table: Table): boolean {
  const header =
    table.layout === 'rows'
      ? findHeaderRow({
          grid,
          table,
          matcher: createHeaderMatcher(table, new Map()),
          fields: fieldsOf(grid, name, table),
        })
      : null;
  return grid.rows.slice((header?.headerIndex ?? -1) + 1).some((row) => !row.every(isBlankCell));
}

function claimTab<Name extends string>(
  tab: string,
  definitions: Readonly<Record<Name, Table>>,
  ownTabs: ReadonlyMap<string, Name>,
): { name: Name; tier: number } | null {
  const word = fold(tab);
  const numbered = word.replace(/^[0-9]+[._\-、)]*/, '');
  const own = ownTabs.get(word);
  if (own !== undefined) return { name: own, tier: 0 };
  for (const name of Object.keys(definitions) as Name[]) {
    const table = definitions[name];
    if (fold(table.tab) === word) return { name, tier: 1 };
    if (table.tabAliases.some((alias) => fold(alias) === word)) return { name, tier: 2 };
    if (fold(table.tab) === numbered) return { name, tier: 3 };
  }
  return null;
}

/** All tables, in the order of the definition. */
export const tableNames = Object.keys(tables) as readonly TableName[];

/**
 * Finds header row and columns of one tab with rows; `found` is `null` where the tab is empty. How words and stored ids are weighed
 * is told in assign-columns.ts.
 */
export function findColumns({
  name,
  table,
  grid,
  ownHeaders = new Map(),
  understands = readsAsValue,
}: {
  readonly name: string;
  readonly table: Table;
  readonly grid: SheetGrid;
  /** Folded own header → English name of the column. */
  readonly ownHeaders?: ReadonlyMap<string, string>;
  /** Asked of columns that only a stored id names. */
  readonly understands?: Understands;
}): { readonly found: FoundTable | null; readonly findings: readonly Finding[] } {
  const fields = fieldsOf(grid, name, table);
  const header = findHeaderRow({ grid, table, matcher: createHeaderMatcher(table, ownHeaders), fields });
  if (header === null) {
    if (grid.rows.every((row) => row.every(isBlankCell))) return { found: null, findings: [] };
    const missing = Object.values(table.columns).flatMap((column) => (column.required ? [column.header] : []));
    const facts = { tab: grid.tab, headers: missing.join('、') };
    return {
      found: { name, table, grid, headerIndex: 0, columns: [], missing },
      findings: [createFinding({ tab: grid.tab, row: null, header: null, cell: null }, { code: 'header/none', facts })],
    };
  }
  const { headerIndex } = header;
  const { indexes, duplicates, exchanged, beside } = assignColumns({ grid, table, header, fields, understands });
  const findings: Finding[] = [];
  const columns: FoundColumn[] = [];
  const missing: string[] = [];
  const placeOf = (column: Column, index: number | null): FindingPlace => ({
    tab: grid.tab,
    row: headerIndex + 1,
    header: column.header,
    cell: index === null ? null : cellAddress(headerIndex, index),
  });
  for (const [key, column] of Object.entries(table.columns)) {
    const index = indexes.get(key);
    if (index !== undefined) columns.push({ name: key, column, index });
    else if (column.required) {
      missing.push(column.header);
      findings.push(createFinding(placeOf(column, null), { code: 'header/missing', facts: { header: column.header } }));
    }
    for (const other of duplicates) {
      if (other.name !== key || index === undefined) continue;
      const facts = { header: column.header, used: cellAddress(headerIndex, index) };
      findings.push(createFinding(placeOf(column, other.index), { code: 'header/duplicate', facts }));
    }
    for (const other of exchanged) {
      if (other.name !== key) continue;
      const facts = { madeAs: table.columns[other.madeAs]?.header ?? other.madeAs };
      findings.push(createFinding(placeOf(column, other.index), { code: 'header/exchanged', facts }));
    }
  }
  for (const [index, cell] of (grid.rows[headerIndex] ?? []).entries()) {
    if (typeof cell !== 'string' || !isPersonalHeader(cell) || columns.some((one) => one.index === index)) continue;
    findings.push(
      createFinding(
        { tab: grid.tab, row: headerIndex + 1, header: null, cell: cellAddress(headerIndex, index) },
        { code: 'header/personal' },
      ),
    );
  }
  for (const index of beside) {
    findings.push(
      createFinding(
        { tab: grid.tab, row: headerIndex + 1, header: null, cell: cellAddress(headerIndex, index) },
        { code: 'header/other-table' },
      ),
    );
  }
  return {
    found: { name, table, grid, headerIndex, columns: columns.toSorted((a, b) => a.index - b.index), missing },
    findings,
  };
}

const readsAsValue: Understands = (column, cell) => {
  const { outcome } = readCell(column, cell, { ownWords: new Map() });
  return outcome === 'value' || outcome === 'unknown';
};
