/**
 * Words of code columns that nobody understands yet, by frequency, each with the standard word that it probably means. Only words of
 * columns whose cells mostly are words are named, only short ones, and none that looks like a person.
 */
import { type Column, fold, isBlankCell, looksPersonal, readCell } from '#sheets-schema';
import { wordsOf } from '#sheets-schema/cells/code-words.ts';
import { editDistance } from '#sheets-schema/cells/edit-distance.ts';
import type { CodeList } from '#sheets-schema/vocabulary/codes.ts';
import type { TableName } from '../ingest/tables/find-tables.ts';
import { type Evidence, nothing, stronger } from './confidence.ts';
import { dialectOf, findDialectWord } from './known-words.ts';
import type { Understanding } from './look-at-column.ts';
import type { ColumnProposal, LookedAtTab } from './propose-columns.ts';

/** A word of the office in a code column. */
export interface WordProposal extends Evidence {
  readonly table: TableName;
  readonly column: Column;
  /** As first typed. */
  readonly word: string;
  readonly count: number;
  /** The name of the standard word; `null` where nothing resembles it. */
  readonly standard: string | null;
}

export interface ProposedWords {
  readonly words: readonly WordProposal[];
  /** Cells that were not understood and that are not named, by column. */
  readonly unnamed: readonly { readonly column: Column; readonly count: number }[];
}

const separators = /[、,，;；/／\r\n､]+/u;
const longestWord = 20;
const mostWords = 40;

/** The unknown words of one column. */
export function proposeWords(tab: LookedAtTab, proposal: ColumnProposal, understanding: Understanding): ProposedWords {
  const { column, looked } = proposal;
  if (looked.isPersonal || looked.isProse || !takesOwnWords(column)) return { words: [], unnamed: [] };
  const counts = new Map<string, { word: string; count: number }>();
  const memory = new Map<string, readonly string[]>();
  let cells = 0;
  for (const row of tab.grid.rows.slice(tab.headerIndex + 1)) {
    const cell = row[looked.index] ?? null;
    if (isBlankCell(cell) || (typeof cell !== 'string' && typeof cell !== 'number')) continue;
    cells += 1;
    const text = String(cell);
    const strange = memory.get(text) ?? strangePartsOf(text, column, understanding);
    memory.set(text, strange);
    for (const word of strange) {
      const known = counts.get(fold(word));
      if (known === undefined) counts.set(fold(word), { word: word.trim().replace(/\s+/g, ' '), count: 1 });
      else known.count += 1;
    }
  }
  const sorted = [...counts.values()].toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1));
  // Where hardly a cell is a word of the list and hardly one recurs, these are no codes but something somebody wrote.
  const areCodes = (proposal.readable ?? 0) >= 0.3 || counts.size <= Math.max(2, cells / 3);
  // 民生さん is in our own list of words, so it names no person.
  const isKnown = (word: string) => nearestStandard(fold(word), column, understanding).share >= 0.85;
  const isNamed = ({ word, count }: { word: string; count: number }) =>
    areCodes &&
    (!looksPersonal(word) || isKnown(word)) &&
    [...word].length <= longestWord &&
    (count > 1 || (proposal.readable ?? 0) >= 0.5 || counts.size <= 3);
  const named = sorted.filter(isNamed).slice(0, mostWords);
  const left = sorted.reduce((sum, { count }) => sum + count, 0) - named.reduce((sum, { count }) => sum + count, 0);
  return {
    words: named.map(({ word, count }) => ({
      table: tab.name,
      column,
      word,
      count,
      ...nearestStandard(fold(word), column, understanding),
    })),
    unnamed: left === 0 ? [] : [{ column, count: left }],
  };
}

function takesOwnWords(column: Column): boolean {
  return ['choice', 'choices', 'option', 'indicator', 'area'].includes(column.kind);
}

/** The parts of a cell that are not understood; of a cell with several words only those. */
function strangePartsOf(text: string, column: Column, understanding: Understanding): readonly string[] {
  const isStrange = (part: string) => {
    if (column.kind === 'area') {
      const { areaWords, ownWords } = understanding;
      return areaWords.size > 0 && !areaWords.has(fold(part)) && !ownWords.has(fold(part));
    }
    const strict: Column =
      column.kind === 'choices'
        ? { ...column, fallback: null }
        : column.kind === 'indicator'
          ? { ...column, takesOwnMeasures: false }
          : column;
    return readCell({ ...strict, required: false }, part, { ownWords: understanding.ownWords }).outcome === 'problem';
  };
  if (!isStrange(text)) return [];
  const parts = text.split(separators).filter((part) => fold(part) !== '');
  return parts.length > 1 && column.kind === 'choices' ? parts.filter(isStrange) : [text];
}

/** The standard word that a folded word probably means. */
function nearestStandard(
  folded: string,
  column: Column,
  { areaWords }: Understanding,
): Evidence & { readonly standard: string | null } {
  switch (column.kind) {
    case 'choice':
    case 'choices':
      return nearestCode(folded, column.list);
    case 'option': {
      const words = column.options.flatMap(({ value, words: each }) =>
        each.map((word) => [fold(word), each[0] ?? value] as const),
      );
      return nearestOf(folded, words);
    }
    case 'area':
      return nearestOf(
        folded,
        [...areaWords].map((word) => [word, word] as const),
      );
    default:
      return { ...nothing, standard: null };
  }
}

function nearestCode(folded: string, list: CodeList): Evidence & { readonly standard: string | null } {
  const { codes, names } = wordsOf(list);
  const synonym = findDialectWord(folded, list);
  if (synonym !== null) {
    return { standard: synonym, share: 0.85, reasons: [{ code: 'known-synonym', facts: { standard: synonym } }] };
  }
  const words = [...codes].map(([word, code]) => [word, names.get(code) ?? code] as const);
  return nearestOf(folded, [...words, ...dialectOf(list)]);
}

/** '1.本人', '本人（電話）' and '本人等' are decorated forms of 本人. */
function withoutDecoration(folded: string): string {
  return folded
    .replace(/^[0-9a-z]{1,2}[._:)\-、]/u, '')
    .replace(/^[0-9]{1,2}(?=[^0-9])/u, '')
    .replace(/[([][^()[\]]*[)\]]/gu, '')
    .replace(/(?:等|など|ほか|他|から|より|関係|経由|系|さん)$/u, '');
}

function nearestOf(
  folded: string,
  words: readonly (readonly [word: string, standard: string])[],
): Evidence & { readonly standard: string | null } {
  const bare = withoutDecoration(folded);
  let best: Evidence = nothing;
  let standard: string | null = null;
  for (const [word, name] of words) {
    const found = stronger(weighWord(bare, word, name), weighWord(folded, word, name));
    if (found.share > best.share) [best, standard] = [found, name];
  }
  return best.share < 0.3 ? { ...nothing, standard: null } : { ...best, standard };
}

const denials = /以外|でない|ではない|非|未|無し|なし/u;

function weighWord(typed: string, word: string, standard: string): Evidence {
  const [typedLength, wordLength] = [[...typed].length, [...word].length];
  if (typed === word) return { share: 0.93, reasons: [{ code: 'decorated', facts: { standard } }] };
  if (Math.min(typedLength, wordLength) < 2) return nothing;
  const facts = { standard, word };
  if (typed.includes(word)) {
    // 本人以外 is anybody but 本人; and what a compound is, its last part says.
    const isDenied = denials.test(typed.replace(word, ''));
    const share = 0.5 + (0.35 * wordLength) / typedLength + (typed.endsWith(word) ? 0.03 : 0);
    return { share: isDenied ? 0.3 : share, reasons: [{ code: 'contains', facts }] };
  }
  if (word.includes(typed))
    return { share: 0.4 + (0.35 * typedLength) / wordLength, reasons: [{ code: 'part-of', facts }] };
  const longer = Math.max(typedLength, wordLength);
  if (longer < 3 || longer > 30) return nothing;
  const distance = editDistance(typed, word);
  if (distance > longer / 3) return nothing;
  return { share: 0.85 * (1 - distance / longer), reasons: [{ code: 'near', facts }] };
}
