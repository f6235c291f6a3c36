/** Which column of an office's tab is which of one of our tables: headers and contents weighed, then the best one-to-one assignment. */
import { type Column, fold, isPersonalHeader, type Table, tables } from '#sheets-schema';
import type { TableName } from '../ingest/tables/find-tables.ts';
import { foldHeader } from '../ingest/tables/fold-header.ts';
import type { SheetGrid } from '../world.ts';
import { assignBest } from './assign.ts';
import { compareNames, type KnownName } from './compare-names.ts';
import { type Evidence, leastShare, nothing, type Reason } from './confidence.ts';
import { findHeader } from './find-header.ts';
import { columnWords } from './known-names.ts';
import { type LookedAt, lookAtColumns, type Understanding, weighContents } from './look-at-column.ts';

/** A column of ours, and the office's column that is probably it. */
export interface ColumnProposal {
  /** English name of our column. */
  readonly name: string;
  readonly column: Column;
  readonly looked: LookedAt;
  readonly share: number;
  readonly reasons: readonly Reason[];
  /** Of the filled cells so many read as ours (0 to 1); `null` where that tells nothing. */
  readonly readable: number | null;
}

/** One tab looked at as one table. */
export interface LookedAtTab {
  readonly grid: SheetGrid;
  readonly name: TableName;
  /** 0-based; -1 without headers. */
  readonly headerIndex: number;
  readonly columns: readonly LookedAt[];
  readonly proposals: readonly ColumnProposal[];
}

const folded = new WeakMap<Column, readonly KnownName[]>();

/** All names by which a column may go, folded; those of a column are folded once. */
export function namesOf(table: TableName, name: string, column: Column): readonly KnownName[] {
  const before = folded.get(column);
  // 備考 is one column in many tables; its words are the same in all.
  if (before !== undefined) return before;
  const shown = column.header;
  const words = columnWords[table]?.[name] ?? [];
  const names = [
    { word: foldHeader(column.header), source: 'standard' as const, shown },
    ...column.aliases.map((alias) => ({ word: foldHeader(alias), source: 'alias' as const, shown })),
    ...[...words, name].map((word) => ({ word: foldHeader(word), source: 'synonym' as const, shown })),
  ];
  folded.set(column, names);
  return names;
}

/** Remarks in brackets are no part of a name; where it is all brackets, it is. */
function namePart(header: string): string {
  const word = foldHeader(header);
  return word.replace(/[([【〔「][^()[\]【】〔〕「」]*[)\]】〕」]/g, '').replace(/^[0-9]+[._\-)]/, '') || word;
}

/** Looks at a tab as if it were that table. `null` where it is empty. */
export function lookAtTab(grid: SheetGrid, name: TableName, understanding: Understanding): LookedAtTab | null {
  const table: Table = tables[name];
  const fields = Object.entries(table.columns).map(([key, column]) => ({
    key,
    column,
    names: namesOf(name, key, column),
  }));
  const memory = new Map<string, Evidence[]>();
  const weighHeader = (header: string): readonly Evidence[] => {
    const known = memory.get(header);
    if (known !== undefined) return known;
    const word = namePart(header);
    const weighed = fields.map(({ names }) =>
      header === '' || isPersonalHeader(header) ? nothing : compareNames(word, names),
    );
    memory.set(header, weighed);
    return weighed;
  };
  const headerIndex = findHeader(grid, (cell) => {
    const surest = Math.max(0, ...weighHeader(cell.replace(/\s+/g, ' ').trim()).map(({ share }) => share));
    return [...fold(cell)].length > 20 || surest < 0.6 ? 0 : surest;
  });
  if (headerIndex === null) return null;
  const columns = lookAtColumns(grid, headerIndex);
  const weighed = columns.map((looked) => {
    const headers = weighHeader(looked.header);
    const row = fields.map(({ key, column }, index) =>
      weigh(key, column, looked, headers[index] ?? nothing, understanding),
    );
    return preferOwnList(row);
  });
  const assigned = assignBest(weighed.map((row) => row.map(({ share }) => (share < leastShare ? 0 : share))));
  const proposals = assigned.flatMap((field, at) => {
    const proposal = field === null ? undefined : weighed[at]?.[field];
    if (proposal === undefined || field === null) return [];
    // Another column that could as well be it makes nobody sure.
    const rival = Math.max(
      0,
      ...weighed.flatMap((row, other) => (other === at || assigned[other] !== null ? [] : [row[field]?.share ?? 0])),
    );
    return [
      rival > proposal.share - 0.05 && proposal.share < 0.97
        ? { ...proposal, share: Math.min(proposal.share, 0.75) }
        : proposal,
    ];
  });
  return { grid, name, headerIndex, columns, proposals };
}

/** Where the cells are words of one list far more than of another, the other list's columns are less likely. */
function preferOwnList(row: readonly ColumnProposal[]): readonly ColumnProposal[] {
  const readableOf = ({ column, readable }: ColumnProposal) => (isOfWords(column) ? (readable ?? 0) : 0);
  const most = Math.max(...row.map(readableOf));
  return row.map((proposal) =>
    isOfWords(proposal.column) && most >= 0.5 && readableOf(proposal) < most - 0.15
      ? { ...proposal, share: proposal.share * 0.6 }
      : proposal,
  );
}

function isOfWords({ kind }: Column): boolean {
  return kind === 'choice' || kind === 'choices' || kind === 'option';
}

/** Kinds whose cells, where hardly any can be read, speak against the header. */
const contradicted: ReadonlySet<Column['kind']> = new Set([
  'date',
  'choice',
  'choices',
  'option',
  'count',
  'number',
  'flag',
  'fiscalYear',
  'month',
]);

function weigh(
  name: string,
  column: Column,
  looked: LookedAt,
  header: Evidence,
  understanding: Understanding,
): ColumnProposal {
  const { evidence, readable } = weighContents(column, looked, understanding);
  if (looked.isPersonal) return { name, column, looked, share: 0, reasons: [], readable };
  const isAgainst = contradicted.has(column.kind) && readable !== null && readable < 0.2 && looked.sample.length >= 4;
  // Independent signs: what the header leaves open, the contents may close.
  let share = 1 - (1 - header.share) * (1 - evidence.share);
  const reasons = [...header.reasons, ...evidence.reasons];
  if (isAgainst) {
    // Few short words that recur are codes, if not ours yet.
    share = header.share * (looked.isProse ? 0.2 : isOfWords(column) && looked.areFewWords ? 0.8 : 0.4);
    reasons.push({
      code: 'cells-differ-from',
      facts: { percent: Math.round((readable ?? 0) * 100), standard: column.header },
    });
  }
  // Of two columns with the same signs the fuller one is the required one.
  const tieBreak = 0.02 * (column.required ? looked.fillRate : 1 - looked.fillRate);
  // Contents alone never make anything certain: two columns may hold the same kind of thing.
  const most = header.share === 0 ? 0.8 : 1;
  return { name, column, looked, share: Math.min(most, share * 0.98 + tieBreak), reasons, readable };
}
