/** What a header cell says: which column of a table its words name, and how surely. */
import { isPersonalHeader, type Table } from '#sheets-schema';
import { foldHeader } from './fold-header.ts';

/** How surely a header's words name a column. */
export const tiers = { ownWord: 0, standard: 1, alias: 2, withoutBrackets: 3 } as const;

/** One header cell that names a column. */
export interface HeaderMatch {
  readonly name: string;
  /** 0-based. */
  readonly index: number;
  /** One of `tiers`; the lower, the surer. */
  readonly tier: number;
}

export type HeaderMatcher = (cell: unknown, index: number) => readonly HeaderMatch[];

/**
 * No header is longer, leaving out its blanks; what is longer is a text, and to look for brackets in it would take time that grows
 * with its square.
 */
const longestHeader = 300;

/** @param own folded own header → English name of the column */
export function createHeaderMatcher(table: Table, own: ReadonlyMap<string, string>): HeaderMatcher {
  const standard = new Map<string, string>();
  const known = new Map<string, string>();
  for (const [name, column] of Object.entries(table.columns)) {
    standard.set(foldHeader(column.header), name);
    for (const alias of column.aliases) known.set(foldHeader(alias), name);
  }
  return (cell, index) => {
    if (typeof cell !== 'string') return [];
    const word = foldHeader(cell);
    if (word === '' || word.length > longestHeader) return [];
    // Addresses are what the registry is for; no tab of an office's workbook has such a header.
    if (isPersonalHeader(cell) && !standard.has(word) && !known.has(word)) return [];
    const byTier = [
      own.get(word),
      standard.get(word),
      known.get(word),
      standard.get(withoutBrackets(word)) ?? standard.get(withoutBracketed(word)) ?? known.get(withoutBracketed(word)),
    ];
    const tier = byTier.findIndex((name) => name !== undefined);
    const name = byTier[tier];
    return name === undefined ? [] : [{ name, index, tier }];
  };
}

/** '時間(分)' as '時間分'. */
function withoutBrackets(word: string): string {
  return word.replace(/[()[\]【】〔〕「」]/g, '');
}

/** '受付日(例2024/4/1)' as '受付日'. */
function withoutBracketed(word: string): string {
  return word.replace(/[([【〔「][^()[\]【】〔〕「」]*[)\]】〕」]/g, '');
}
