/** Counts how many proposals for a form are right, by confidence. */
import { type Table, tables } from '#sheets-schema';
import { type Adoption, proposeAdoption } from '../../../functions/adopt/adoption.ts';
import type { Level } from '../../../functions/adopt/confidence.ts';
import { type CorpusForm, gridsOf } from './corpus.ts';

export interface Measured {
  readonly level: Level | 'found' | 'none';
  readonly isRight: boolean;
  /** For a look at what went wrong: never in a message to people. */
  readonly what: string;
}

export interface Measures {
  readonly tabs: readonly Measured[];
  readonly columns: readonly Measured[];
  readonly words: readonly Measured[];
}

export function measure(form: CorpusForm): Measures {
  const adoption = proposeAdoption(gridsOf(form));
  return {
    tabs: measureTabs(form, adoption),
    columns: measureColumns(form, adoption),
    words: measureWords(form, adoption),
  };
}

function measureTabs({ tabs }: CorpusForm, adoption: Adoption): readonly Measured[] {
  return tabs.flatMap(({ tab, is }): Measured[] => {
    const found = adoption.tabs.find((one) => one.tab === tab);
    if (is === null && found === undefined) return [];
    const level = found === undefined ? 'none' : found.isFound ? 'found' : found.level;
    return [{ level, isRight: found?.table === is, what: `${tab}: ${found?.table ?? 'none'}` }];
  });
}

/** Columns that nobody reads are counted only where something is proposed for them that would be read. */
function measureColumns({ tabs }: CorpusForm, adoption: Adoption): readonly Measured[] {
  return tabs.flatMap(({ tab, is, columns, above, rows }) => {
    const found = adoption.tabs.find((one) => one.tab === tab);
    if (is === null) return [];
    const headers = is === 'profile' ? rows.map(([label]) => String(label)) : (above.at(-1) ?? []).map(String);
    return columns.flatMap((standard, index): Measured[] => {
      const at = is === 'profile' ? String(index + 1) : (letters[index] ?? '');
      const column = found?.columns.find((one) => one.at === at);
      const isUnread =
        column === undefined || ['unread', 'nothing', 'personal'].includes(column.by) || isNote(column.standard, is);
      if (standard === '' && isUnread) return [];
      const level = column?.standard == null ? 'none' : column.by === 'found' ? 'found' : (column.level ?? 'none');
      const what = `${tab} ${headers[index] ?? at}: ${column?.standard ?? 'none'}, not ${standard}`;
      return [{ level, isRight: column?.standard === standard, what }];
    });
  });
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function isNote(standard: string | null, table: keyof typeof tables): boolean {
  const { columns }: Table = tables[table];
  return Object.values(columns).some(
    (column) => column.header === standard && column.kind === 'text' && !column.isRead,
  );
}

/** Words that the lists know already need no proposal and are not counted. */
function measureWords({ words }: CorpusForm, adoption: Adoption): readonly Measured[] {
  return Object.entries(words).flatMap(([header, meanings]) =>
    Object.entries(meanings).flatMap(([own, standard]): Measured[] => {
      const found = adoption.aliases.find(({ kind, ownWord }) => kind === 'word' && ownWord === own);
      const isRight = found?.standardWord === standard;
      return [{ level: found?.level ?? 'none', isRight, what: `${header} ${own}: ${found?.standardWord ?? 'none'}` }];
    }),
  );
}

/** 'certain 40/41': right ones of all, by confidence. */
export function tally(measured: readonly Measured[]): Readonly<Record<string, string>> {
  const levels = ['found', 'certain', 'likely', 'guess', 'none'] as const;
  return Object.fromEntries(
    levels.flatMap((level) => {
      const all = measured.filter((one) => one.level === level);
      return all.length === 0 ? [] : [[level, `${all.filter(({ isRight }) => isRight).length}/${all.length}`]];
    }),
  );
}
