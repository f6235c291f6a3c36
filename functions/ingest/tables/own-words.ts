/**
 * 読替: the office's own tab names, headers and words, each beside a standard one.
 * An own word applies wherever its standard word belongs to the column's list; a blank シート means every tab (workbook.md, Reading).
 */
import { type Column, type Finding, fold, type ReadingContext, readCell, tables } from '#sheets-schema';
import { createFindingList, type FindingList } from '../findings/collect-findings.ts';
import { createFinding } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import { type TableName, tableNames } from './find-tables.ts';
import { foldHeader } from './fold-header.ts';
import type { AcceptedRow, TableRows } from './read-rows.ts';

type AliasRows = TableRows<typeof tables.aliases>;
type AliasRow = AcceptedRow<typeof tables.aliases>;

/** Of each table, folded own header → English name of the column. */
export type OwnHeaders = ReadonlyMap<TableName, ReadonlyMap<string, string>>;

/** What tabs and columns are found by. */
export interface OwnNames {
  /** Folded own tab name → table. */
  readonly tabs: ReadonlyMap<string, TableName>;
  readonly headers: OwnHeaders;
  readonly findings: readonly Finding[];
}

/** What the cells of a column are read with. */
export type ContextOf = (table: TableName, columnName: string) => ReadingContext;

const withoutOwnWords: ReadingContext = { ownWords: new Map() };

/** A workbook without 読替. */
export const noOwnNames: OwnNames = { tabs: new Map(), headers: new Map(), findings: [] };
export const noOwnWords: ContextOf = () => withoutOwnWords;

/** Reads the rows of 読替 for tabs (シート) and headers (列). */
export function readOwnNames(aliases: AliasRows): OwnNames {
  const findings = createFindingList();
  const tabs = new Map<string, TableName>();
  const headers = new Map<TableName, Map<string, string>>();
  for (const row of aliases.accepted) {
    const { kind, ownWord, standardWord } = row.values;
    if (kind === 'tab') {
      const name = findTable(standardWord);
      if (name === null) refuse(aliases, row, findings);
      else if (!claim(tabs, fold(ownWord), name)) contradict(aliases, row, findings);
    }
    if (kind !== 'header') continue;
    const within = tablesMeant(aliases, row, findings);
    if (within === null) continue;
    const columns = within.flatMap((name) => {
      const column = findColumn(name, standardWord);
      return column === null ? [] : [{ name, column }];
    });
    if (columns.length === 0) refuse(aliases, row, findings);
    const claims = columns.map(({ name, column }) => claim(mapOf(headers, name), foldHeader(ownWord), column));
    if (claims.includes(false)) contradict(aliases, row, findings);
  }
  return { tabs, headers, findings: findings.list() };
}

/** Reads the rows of 読替 for words in cells (値). `isArea` knows the areas of the municipality. */
export function readOwnWords(
  aliases: AliasRows,
  isArea: (folded: string) => boolean,
): { readonly contextOf: ContextOf; readonly findings: readonly Finding[] } {
  const findings = createFindingList();
  const words = new Map<string, Map<string, string>>();
  for (const row of aliases.accepted) {
    const { kind, ownWord, standardWord } = row.values;
    if (kind !== 'word') continue;
    const within = tablesMeant(aliases, row, findings);
    if (within === null) continue;
    const columns = within.flatMap((name) =>
      Object.entries<Column>(tables[name].columns).flatMap(([columnName, column]) =>
        belongs(column, standardWord, isArea) ? [`${name}.${columnName}`] : [],
      ),
    );
    if (columns.length === 0) refuse(aliases, row, findings);
    const claims = columns.map((column) => claim(mapOf(words, column), fold(ownWord), standardWord));
    if (claims.includes(false)) contradict(aliases, row, findings);
  }
  const contexts = new Map([...words].map(([column, ownWords]) => [column, { ownWords }]));
  return {
    contextOf: (table, columnName) => contexts.get(`${table}.${columnName}`) ?? withoutOwnWords,
    findings: findings.list(),
  };
}

/** Whether a standard word is one of a column's list, by itself and without any remark. */
function belongs(column: Column, word: string, isArea: (folded: string) => boolean): boolean {
  switch (column.kind) {
    case 'choice':
    case 'choices':
    case 'option': {
      const reading = readCell(column, word, withoutOwnWords);
      return reading.outcome === 'value' && reading.notices.length === 0;
    }
    case 'indicator':
      return readCell({ ...column, takesOwnMeasures: false }, word, withoutOwnWords).outcome === 'value';
    case 'area': {
      const reading = readCell(column, word, withoutOwnWords);
      return reading.outcome === 'unknown' || (reading.outcome === 'value' && isArea(fold(word)));
    }
    default:
      return false;
  }
}

/** The tables a row of 読替 is about, all where シート is blank; `null` where シート names none of ours. */
function tablesMeant(
  aliases: AliasRows,
  { row, values }: AliasRow,
  findings: FindingList,
): readonly TableName[] | null {
  if (values.tab === null) return tableNames;
  const name = findTable(values.tab);
  if (name !== null) return [name];
  // An own name of a tab is as good as the standard one.
  const own = aliases.accepted.find(
    (one) => one.values.kind === 'tab' && fold(one.values.ownWord) === fold(values.tab ?? ''),
  );
  const meant = own === undefined ? null : findTable(own.values.standardWord);
  if (meant !== null) return [meant];
  findings.add(createFinding(placeIn(aliases.found, row, 'tab'), { code: 'alias/unknown-tab' }));
  return null;
}

function findTable(word: string): TableName | null {
  const folded = fold(word);
  const named = (name: TableName) => [tables[name].tab, ...tables[name].tabAliases].some((one) => fold(one) === folded);
  return tableNames.find((name) => fold(tables[name].tab) === folded) ?? tableNames.find(named) ?? null;
}

function findColumn(table: TableName, word: string): string | null {
  const folded = foldHeader(word);
  const columns = Object.entries<Column>(tables[table].columns);
  const standard = columns.find(([, column]) => foldHeader(column.header) === folded);
  const known = columns.find(([, column]) => column.aliases.some((alias) => foldHeader(alias) === folded));
  return standard?.[0] ?? known?.[0] ?? null;
}

/** The first row of 読替 for a word wins; `false` where a later one says something else. */
function claim<Meaning>(meanings: Map<string, Meaning>, word: string, meaning: Meaning): boolean {
  const known = meanings.get(word);
  if (known === undefined) meanings.set(word, meaning);
  return known === undefined || known === meaning;
}

function mapOf<Key>(maps: Map<Key, Map<string, string>>, key: Key): Map<string, string> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const added = new Map<string, string>();
  maps.set(key, added);
  return added;
}

function refuse(aliases: AliasRows, { row }: AliasRow, findings: FindingList): void {
  findings.add(createFinding(placeIn(aliases.found, row, 'standardWord'), { code: 'alias/unknown-standard' }));
}

function contradict(aliases: AliasRows, { row }: AliasRow, findings: FindingList): void {
  findings.add(createFinding(placeIn(aliases.found, row, 'ownWord'), { code: 'alias/disagree' }));
}
