/** Which tab of an office's workbook is which of ours: by its name and by the columns that could be found in it. */
import { isBlankCell, type Table, tables } from '#sheets-schema';
import { type TableName, tableNames } from '../ingest/tables/find-tables.ts';
import { foldHeader } from '../ingest/tables/fold-header.ts';
import type { SheetGrid } from '../world.ts';
import { assignBest } from './assign.ts';
import { compareNames, type KnownName } from './compare-names.ts';
import { type Evidence, leastShare, type Reason } from './confidence.ts';
import { tabWords } from './known-names.ts';
import type { Understanding } from './look-at-column.ts';
import { type LookedAtTab, lookAtTab } from './propose-columns.ts';
import { findItems, type ItemProposal } from './propose-items.ts';

/** A tab that is probably one of ours. */
export interface TabProposal {
  readonly grid: SheetGrid;
  readonly name: TableName;
  readonly share: number;
  readonly reasons: readonly Reason[];
  /** `null` for 基本情報. */
  readonly looked: LookedAtTab | null;
  /** Of 基本情報. */
  readonly items: readonly ItemProposal[];
}

export interface ProposedTabs {
  readonly proposals: readonly TabProposal[];
  /** Tabs that look like one of ours that another tab already is: months or years on tabs of their own. */
  readonly alike: readonly { readonly tab: string; readonly name: TableName }[];
  /** Names of all other tabs with contents. */
  readonly others: readonly string[];
}

/** Tables that an office fills in, but for 読替 itself. */
const candidates = tableNames.filter((name) => {
  const table: Table = tables[name];
  return table.filledInBy === 'office' && name !== 'aliases';
});

/** @param taken ids of tabs that are no candidates: 読替, 選択肢, チェック結果, はじめに */
export function proposeTabs(
  grids: readonly SheetGrid[],
  taken: ReadonlySet<string>,
  understanding: Understanding,
): ProposedTabs {
  const filled = grids.filter(({ id, rows }) => !taken.has(id) && !rows.every((row) => row.every(isBlankCell)));
  const weighed = filled.map((grid) => candidates.map((name) => weighTab(grid, name, understanding)));
  const assigned = assignBest(
    weighed.map((row) => {
      // A second list of cases is no list of areas, only because the cases have their tab already.
      const least = Math.max(leastShare, Math.max(...row.map(({ share }) => share)) - 0.2);
      return row.map(({ share }) => (share < least ? 0 : share));
    }),
  );
  const proposals = weighed.flatMap((row, at) => {
    const found = row[assigned[at] ?? -1];
    return found === undefined ? [] : [found];
  });
  const rest = filled.flatMap((grid, at) => (assigned[at] === null ? [{ grid, row: weighed[at] ?? [] }] : []));
  const alike = rest.flatMap(({ grid, row }) => {
    const [surest] = row.toSorted((a, b) => b.share - a.share);
    return surest !== undefined && surest.share >= 0.5 ? [{ tab: grid.tab, name: surest.name }] : [];
  });
  return {
    proposals: proposals.toSorted((a, b) => candidates.indexOf(a.name) - candidates.indexOf(b.name)),
    alike,
    others: rest.flatMap(({ grid }) => (alike.some(({ tab }) => tab === grid.tab) ? [] : [grid.tab])),
  };
}

function weighTab(grid: SheetGrid, name: TableName, understanding: Understanding): TabProposal {
  const named = compareNames(foldHeader(grid.tab), namesOfTab(name));
  const table: Table = tables[name];
  if (table.layout === 'items') {
    const items = findItems(grid);
    const hasCore = items.some((item) => item.column.required && item.share >= 0.8);
    return { grid, name, ...combine(named, hasCore ? Math.min(0.95, items.length * 0.3) : 0), looked: null, items };
  }
  const looked = lookAtTab(grid, name, understanding);
  const shares = new Map((looked?.proposals ?? []).map((proposal) => [proposal.name, proposal.share]));
  const required = Object.entries(table.columns).filter(([, column]) => column.required);
  const coverage = required.reduce((sum, [key]) => sum + (shares.get(key) ?? 0), 0) / required.length;
  const more = [...shares].filter(([key]) => table.columns[key]?.required === false && key !== 'note');
  const extra = more.reduce((sum, [, share]) => sum + share, 0) / 4;
  return { grid, name, ...combine(named, 0.75 * coverage + 0.25 * Math.min(1, extra)), looked, items: [] };
}

/** A name alone is worth less where the columns do not go with it. */
function combine(named: Evidence, columns: number): Evidence {
  const share = 1 - (1 - named.share * (columns < 0.2 ? 0.6 : 0.9)) * (1 - columns);
  const reasons: readonly Reason[] =
    columns < 0.3
      ? named.reasons
      : [...named.reasons, { code: 'columns-fit', facts: { percent: Math.round(columns * 100) } }];
  return { share, reasons };
}

function namesOfTab(name: TableName): readonly KnownName[] {
  const { tab: shown, tabAliases }: Table = tables[name];
  return [
    { word: foldHeader(shown), source: 'standard' as const, shown },
    ...tabAliases.map((alias) => ({ word: foldHeader(alias), source: 'alias' as const, shown })),
    ...[...(tabWords[name] ?? []), name].map((word) => ({ word: foldHeader(word), source: 'synonym' as const, shown })),
  ];
}
