/**
 * A proposal for one tab as it is told to people: of each column what it is, how surely and why, and whether the readers find it by
 * themselves, by a row of 読替, or only once somebody has written a header.
 */
import { type Column, type Table, tables } from '#sheets-schema';
import { columnLetters } from '../ingest/findings/create-finding.ts';
import { findColumns, type TableName } from '../ingest/tables/find-tables.ts';
import { foldHeader } from '../ingest/tables/fold-header.ts';
import { type Level, levelOf, type Reason } from './confidence.ts';
import type { Known } from './known.ts';
import type { LookedAt } from './look-at-column.ts';
import type { LookedAtTab } from './propose-columns.ts';
import type { TabProposal } from './propose-tabs.ts';

/** A row of 読替 that is proposed. */
export interface AliasProposal {
  readonly kind: 'tab' | 'header' | 'word';
  readonly table: TableName;
  readonly ownWord: string;
  readonly standardWord: string;
  readonly share: number;
  readonly level: Level;
  readonly reasons: readonly Reason[];
  /** Of a word: in how many cells. */
  readonly count: number | null;
}

/** One column, or item of 基本情報, as it is told to people. */
export interface AdoptedColumn {
  /** A, B, C …; of an item its row number. */
  readonly at: string;
  /** As typed; '' where nothing is. */
  readonly header: string;
  /** The standard header; `null` where the column is none of ours. */
  readonly standard: string | null;
  readonly share: number;
  readonly level: Level | null;
  readonly reasons: readonly Reason[];
  /**
   * found: the readers find it already. alias: a row of 読替 makes them. header: it needs a header first, or another one.
   * unread: 備考 and the like, which nobody reads under any name. nothing: none of ours. personal: never looked at.
   */
  readonly by: 'found' | 'alias' | 'header' | 'unread' | 'nothing' | 'personal';
}

export interface AdoptedTab {
  readonly tab: string;
  readonly table: TableName;
  readonly standard: string;
  readonly share: number;
  readonly level: Level;
  readonly reasons: readonly Reason[];
  readonly isFound: boolean;
  /** As the spreadsheet shows it; `null` without headers, and of 基本情報. */
  readonly headerRow: number | null;
  readonly columns: readonly AdoptedColumn[];
  /** Standard headers of required columns or items that nothing was found for. */
  readonly missing: readonly string[];
}

/** Tells what a tab would be read as. */
export function adoptTab(
  { grid, name, share, reasons, looked, items }: TabProposal,
  known: Known,
): { readonly tab: AdoptedTab; readonly aliases: readonly AliasProposal[] } {
  const table: Table = tables[name];
  const isFound = known.tabs.get(name) === grid;
  const aliases: AliasProposal[] = [];
  if (!isFound) {
    aliases.push({
      kind: 'tab',
      table: name,
      ownWord: grid.tab,
      standardWord: table.tab,
      share,
      level: levelOf(share),
      reasons,
      count: null,
    });
  }
  const columns = looked === null ? adoptItems(items, known, aliases) : adoptColumns(looked, known, aliases);
  const standards = new Set(columns.map(({ standard }) => standard));
  const missing = Object.values(table.columns).filter(({ required, header }) => required && !standards.has(header));
  return {
    tab: {
      tab: grid.tab,
      table: name,
      standard: table.tab,
      share,
      level: levelOf(share),
      reasons,
      isFound,
      headerRow: looked === null || looked.headerIndex < 0 ? null : looked.headerIndex + 1,
      columns,
      missing: missing.map(({ header }) => header),
    },
    aliases,
  };
}

function adoptItems(items: TabProposal['items'], known: Known, aliases: AliasProposal[]): readonly AdoptedColumn[] {
  const own = known.headers.get('profile') ?? new Map<string, string>();
  return items.map(({ name, column, label, rowIndex, share, reasons }) => {
    const word = foldHeader(label);
    const isFound =
      own.get(word) === name || [column.header, ...column.aliases].some((each) => foldHeader(each) === word);
    if (!isFound) aliases.push(headerAlias('profile', { label, standard: column.header, share, reasons }));
    const level = levelOf(share);
    const by = isFound ? ('found' as const) : ('alias' as const);
    return { at: String(rowIndex + 1), header: label, standard: column.header, share, level, reasons, by };
  });
}

function headerAlias(
  table: TableName,
  proposal: {
    readonly label: string;
    readonly standard: string;
    readonly share: number;
    readonly reasons: readonly Reason[];
  },
): AliasProposal {
  const { label, standard, share, reasons } = proposal;
  return {
    kind: 'header',
    table,
    ownWord: label,
    standardWord: standard,
    share,
    level: levelOf(share),
    reasons,
    count: null,
  };
}

function adoptColumns(looked: LookedAtTab, known: Known, aliases: AliasProposal[]): readonly AdoptedColumn[] {
  const { grid, name, headerIndex } = looked;
  const table: Table = tables[name];
  const { found } = findColumns({ name, table, grid, ownHeaders: known.headers.get(name) ?? new Map() });
  const isFoundAt = (field: string, index: number) =>
    found?.columns.some((one) => one.name === field && one.index === index) ?? false;
  return looked.columns.map((column): AdoptedColumn => {
    const at = columnLetters(column.index);
    const { header } = column;
    const none = { at, header, standard: null, share: 0, level: null, reasons: [] };
    if (column.isPersonal) return { ...none, by: 'personal' };
    const proposal = looked.proposals.find((one) => one.looked === column);
    if (proposal === undefined)
      return adoptProse(looked, column, found?.columns ?? [], aliases) ?? { ...none, by: 'nothing' };
    const { share, reasons } = proposal;
    const standard = proposal.column.header;
    const adopted = { at, header, standard, share, level: levelOf(share), reasons };
    if (isFoundAt(proposal.name, column.index)) return { ...adopted, by: 'found' };
    if (!isUsed(proposal.column))
      return adoptProse(looked, column, found?.columns ?? [], aliases) ?? { ...adopted, by: 'unread' };
    // 読替 goes by headers: where there is none, or two are the same, a person has to write one first.
    const isAlone = looked.columns.filter((one) => foldHeader(one.header) === foldHeader(header)).length === 1;
    if (headerIndex < 0 || header === '' || !isAlone) return { ...adopted, by: 'header' };
    aliases.push(headerAlias(name, { label: header, standard, share, reasons }));
    return { ...adopted, by: 'alias' };
  });
}

/** A column that the readers would take for codes, and that is free text: 読替 can make it one that is never read. */
function adoptProse(
  { name, headerIndex }: LookedAtTab,
  { index, header, isProse, sample }: LookedAt,
  found: readonly { readonly index: number; readonly column: Column }[],
  aliases: AliasProposal[],
): AdoptedColumn | null {
  const note = tables[name].columns;
  const taken = found.find((one) => one.index === index);
  if (taken === undefined || taken.column.required || !isProse || sample.length < 4 || headerIndex < 0) return null;
  if (!('note' in note) || !isUsed(taken.column)) return null;
  const standard = note.note.header;
  const reasons: readonly Reason[] = [{ code: 'prose', facts: {} }];
  aliases.push(headerAlias(name, { label: header, standard, share: 0.7, reasons }));
  return { at: columnLetters(index), header, standard, share: 0.7, level: levelOf(0.7), reasons, by: 'alias' };
}

/** 備考 and 受付窓口 are never read, so that it does not matter where they are. */
function isUsed(column: Column): boolean {
  return column.kind !== 'text' || column.isRead;
}
