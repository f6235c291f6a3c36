/**
 * Looks at a workbook that was not made from the template and proposes how to read it: which tab is which of ours, which column is
 * which, which words are which codes. What the readers find by themselves needs no row of 読替; the rest becomes its rows.
 */
import { fold, isBlankCell } from '#sheets-schema';
import { guideTab } from '#sheets-schema/template-guide.ts';
import { columnLetters } from '../ingest/findings/create-finding.ts';
import type { TableName } from '../ingest/tables/find-tables.ts';
import type { SheetGrid } from '../world.ts';
import { type AdoptedTab, type AliasProposal, adoptTab } from './adopt-tab.ts';
import { levelOf } from './confidence.ts';
import { readKnown } from './known.ts';
import type { Understanding } from './look-at-column.ts';
import { type ProposedTabs, proposeTabs, type TabProposal } from './propose-tabs.ts';
import { proposeWords } from './propose-words.ts';

/** A word that nothing was found for, or that only people can tell. */
export interface UnknownWord {
  readonly table: TableName;
  readonly header: string;
  readonly word: string;
  readonly count: number;
}

export interface Adoption {
  readonly tabs: readonly AdoptedTab[];
  readonly alike: ProposedTabs['alike'];
  readonly others: readonly string[];
  /** Required tabs that are not there at all. */
  readonly missingTabs: readonly ('profile' | 'areas')[];
  /** By confidence within each kind; those with a count by frequency. */
  readonly aliases: readonly AliasProposal[];
  readonly unknownWords: readonly UnknownWord[];
  /** Cells that were not understood and whose words are not named, since they could be about persons. */
  readonly unnamed: readonly { readonly header: string; readonly count: number }[];
}

/** Proposes how to read a workbook. Pure; nothing is changed. */
export function proposeAdoption(grids: readonly SheetGrid[]): Adoption {
  const known = readKnown(grids);
  const taken = new Set(
    grids.flatMap((grid) => (known.system.has(grid.id) || fold(grid.tab) === fold(guideTab) ? [grid.id] : [])),
  );
  const first: Understanding = { ownWords: known.words, areaWords: new Set(), memory: new Map() };
  const areaWords = areaWordsOf(proposeTabs(grids, taken, first).proposals);
  const understanding: Understanding = { ...first, areaWords, memory: new Map() };
  const { proposals, alike, others } = proposeTabs(grids, taken, understanding);
  const tabs: AdoptedTab[] = [];
  const aliases: AliasProposal[] = [];
  const unknownWords: UnknownWord[] = [];
  const unnamed: { header: string; count: number }[] = [];
  for (const proposal of proposals) {
    const adopted = adoptTab(proposal, known);
    tabs.push(adopted.tab);
    aliases.push(...adopted.aliases);
    const { looked } = proposal;
    if (looked === null) continue;
    for (const column of looked.proposals) {
      const isFound = adopted.tab.columns.some(
        ({ by, at }) => by === 'found' && at === columnLetters(column.looked.index),
      );
      if (column.share < 0.5 && !isFound) continue;
      const words = proposeWords(looked, column, understanding);
      const header = column.column.header;
      for (const { word, count, standard, share, reasons } of words.words) {
        if (standard === null) unknownWords.push({ table: proposal.name, header, word, count });
        else {
          aliases.push({
            kind: 'word',
            table: proposal.name,
            ownWord: word,
            standardWord: standard,
            share,
            level: levelOf(share),
            reasons,
            count,
          });
        }
      }
      unnamed.push(...words.unnamed.map(({ count }) => ({ header: `${proposal.grid.tab} ${header}`, count })));
    }
  }
  return {
    tabs,
    alike,
    others,
    missingTabs: (['profile', 'areas'] as const).filter((name) => !proposals.some((one) => one.name === name)),
    aliases: sortAliases(withoutDoubles(aliases)),
    unknownWords: unknownWords.toSorted((a, b) => b.count - a.count),
    unnamed,
  };
}

/** Codes and names in the tab that is probably 圏域. */
function areaWordsOf(proposals: readonly TabProposal[]): ReadonlySet<string> {
  const looked = proposals.find(({ name }) => name === 'areas')?.looked ?? null;
  if (looked === null) return new Set();
  const columns = looked.proposals.filter(({ name }) => name === 'code' || name === 'name');
  return new Set(
    looked.grid.rows.slice(looked.headerIndex + 1).flatMap((row) =>
      columns.flatMap(({ looked: { index } }) => {
        const cell = row[index] ?? null;
        // A day or a failed formula is nobody's code or name.
        const isWord = (typeof cell === 'string' || typeof cell === 'number') && !isBlankCell(cell);
        return isWord ? [fold(String(cell))] : [];
      }),
    ),
  );
}

/** A word of a table once; of several columns' proposals the surest, with all its cells. */
function withoutDoubles(aliases: readonly AliasProposal[]): readonly AliasProposal[] {
  const kept = new Map<string, AliasProposal>();
  for (const alias of aliases) {
    const key = `${alias.kind}|${alias.table}|${fold(alias.ownWord)}|${alias.standardWord}`;
    const known = kept.get(key);
    const count = known?.count == null ? alias.count : known.count + (alias.count ?? 0);
    kept.set(key, { ...(known ?? alias), count });
  }
  return [...kept.values()];
}

const kinds: readonly AliasProposal['kind'][] = ['tab', 'header', 'word'];

function sortAliases(aliases: readonly AliasProposal[]): readonly AliasProposal[] {
  return aliases.toSorted(
    (a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || (b.count ?? 0) - (a.count ?? 0) || b.share - a.share,
  );
}
