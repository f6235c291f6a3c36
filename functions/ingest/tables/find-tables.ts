/**
 * Finds the tabs of a workbook by name, and in each tab the header row and the columns.
 * Order of tabs and columns is free; columns that are not ours are left alone. Reading rows is in read-rows.ts.
 */
import { type Column, type Finding, fold, isBlankCell, isPersonalHeader, type Table, tables } from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';
import { cellAddress, createFinding } from '../findings/create-finding.ts';
import { foldHeader } from './fold-header.ts';

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

/** The header row is looked for in this many rows (workbook.md). */
const headerRows = 10;

/**
 * Which grid is which tab: standard name, then the office's own name from 読替, then other known names.
 * Where two tabs answer to one name, the first is read and the other is an error, since what is typed there is not used.
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
  const claims = new Map<Name, { readonly grid: SheetGrid; readonly tier: number }[]>();
  for (const grid of grids) {
    const claim = claimTab(grid.tab, definitions, ownTabs);
    if (claim === null) continue;
    const others = claims.get(claim.name) ?? [];
    claims.set(claim.name, [...others, { grid, tier: claim.tier }]);
  }
  const tabs = new Map<Name, SheetGrid>();
  const findings: Finding[] = [];
  for (const [name, claimants] of claims) {
    const [first, ...rest] = claimants.toSorted((a, b) => a.tier - b.tier);
    if (first === undefined) continue;
    tabs.set(name, first.grid);
    for (const { grid } of rest) {
      if (grid.rows.every((row) => row.every(isBlankCell))) continue;
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

/** One header cell that could be a column, and how surely: 0 own word, 1 standard, 2 known alias, 3 with its brackets left out. */
interface HeaderMatch {
  readonly name: string;
  readonly index: number;
  readonly tier: number;
}

/** Finds header row and columns of one tab with rows; `null` where the tab is empty. */
export function findColumns({
  name,
  table,
  grid,
  ownHeaders = new Map(),
}: {
  readonly name: string;
  readonly table: Table;
  readonly grid: SheetGrid;
  /** Folded own header → English name of the column. */
  readonly ownHeaders?: ReadonlyMap<string, string>;
}): { readonly found: FoundTable | null; readonly findings: readonly Finding[] } {
  const matcher = createHeaderMatcher(table, ownHeaders);
  let headerIndex = -1;
  let best: readonly HeaderMatch[] = [];
  let bestScore = 0;
  for (let index = 0; index < Math.min(headerRows, grid.rows.length); index += 1) {
    const matches = (grid.rows[index] ?? []).flatMap((cell, column) => matcher(cell, column));
    const score = new Set(matches.map((match) => match.name)).size;
    if (score > bestScore) {
      headerIndex = index;
      best = matches;
      bestScore = score;
    }
  }
  if (bestScore === 0) {
    if (grid.rows.every((row) => row.every(isBlankCell))) return { found: null, findings: [] };
    const missing = Object.values(table.columns).flatMap((column) => (column.required ? [column.header] : []));
    return {
      found: { name, table, grid, headerIndex: 0, columns: [], missing },
      findings: [
        createFinding(
          { tab: grid.tab, row: null, header: null, cell: null },
          { code: 'header/none', facts: { tab: grid.tab, headers: missing.join('、') } },
        ),
      ],
    };
  }
  const findings: Finding[] = [];
  const header = grid.rows[headerIndex] ?? [];
  const columns: FoundColumn[] = [];
  const missing: string[] = [];
  for (const [key, column] of Object.entries(table.columns)) {
    const [first, ...rest] = best
      .filter((match) => match.name === key)
      .toSorted((a, b) => a.tier - b.tier || a.index - b.index);
    if (first === undefined) {
      if (!column.required) continue;
      missing.push(column.header);
      findings.push(
        createFinding(
          { tab: grid.tab, row: headerIndex + 1, header: column.header, cell: null },
          { code: 'header/missing', facts: { header: column.header } },
        ),
      );
      continue;
    }
    columns.push({ name: key, column, index: first.index });
    for (const other of rest) {
      if (other.tier > 2) continue;
      findings.push(
        createFinding(
          { tab: grid.tab, row: headerIndex + 1, header: column.header, cell: cellAddress(headerIndex, other.index) },
          {
            code: 'header/duplicate',
            facts: { header: column.header, used: cellAddress(headerIndex, first.index) },
          },
        ),
      );
    }
  }
  for (const [index, cell] of header.entries()) {
    if (typeof cell !== 'string' || !isPersonalHeader(cell) || columns.some((one) => one.index === index)) continue;
    findings.push(
      createFinding(
        { tab: grid.tab, row: headerIndex + 1, header: null, cell: cellAddress(headerIndex, index) },
        { code: 'header/personal' },
      ),
    );
  }
  return {
    found: { name, table, grid, headerIndex, columns: columns.toSorted((a, b) => a.index - b.index), missing },
    findings,
  };
}

type HeaderMatcher = (cell: unknown, index: number) => readonly HeaderMatch[];

function createHeaderMatcher(table: Table, own: ReadonlyMap<string, string>): HeaderMatcher {
  const standard = new Map<string, string>();
  const known = new Map<string, string>();
  for (const [name, column] of Object.entries(table.columns)) {
    standard.set(foldHeader(column.header), name);
    for (const alias of column.aliases) known.set(foldHeader(alias), name);
  }
  return (cell, index) => {
    if (typeof cell !== 'string' || cell === '') return [];
    const word = foldHeader(cell);
    if (word === '') return [];
    // Addresses are what the registry is for; no tab of an office's workbook has such a header.
    if (isPersonalHeader(cell) && !standard.has(word) && !known.has(word)) return [];
    const tiers = [
      own.get(word),
      standard.get(word),
      known.get(word),
      standard.get(withoutBrackets(word)) ?? standard.get(withoutBracketed(word)) ?? known.get(withoutBracketed(word)),
    ];
    const tier = tiers.findIndex((name) => name !== undefined);
    const name = tiers[tier];
    return name === undefined ? [] : [{ name, index, tier }];
  };
}

/** '時間(分)' as '時間分'. */
function withoutBrackets(word: string): string {
  return word.replace(/[()[\]【】〔〕「」]/g, '');
}

/** '受付日(例2024/4/1)' as '受付日'. */
function withoutBracketed(word: string): string {
  return word.replace(/[([【〔「][^)\]】〕」]*[)\]】〕」]/g, '');
}
