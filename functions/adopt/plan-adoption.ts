/**
 * What saying yes to proposals writes: rows of 読替 below those that are there (the tab itself where it is missing), and tabs of the
 * template that an office needs and does not have. Nothing that stands in the workbook is changed, and nothing is written twice.
 */
import { type Cell, fold, isBlankCell, isDittoCell, readCell, type Table, tables } from '#sheets-schema';
import { planTemplate } from '#sheets-schema/template.ts';
import type { CellChange, TabChange } from '#sheets-schema/template-change.ts';
import { looks } from '#sheets-schema/template-looks.ts';
import { fiscalYearsAround } from '#sheets-schema/template-words.ts';
import { foldHeader } from '../ingest/tables/fold-header.ts';
import { addTab } from '../template/add-tab.ts';
import { arrangeWords } from '../template/arrange-words.ts';
import type { SheetGrid } from '../world.ts';
import type { AliasProposal } from './adopt-tab.ts';
import { readAliasRows, readKnown } from './known.ts';

/** A row of 読替 as it is written: 種別, シート, 元の表記, 標準の表記. */
export type AliasRow = readonly [kind: string, tab: string, ownWord: string, standardWord: string];

export interface AdoptionPlan {
  /** Without those that stand in 読替 already. */
  readonly rows: readonly AliasRow[];
  /** Names of tabs to be added, 読替 itself among them where it is missing. */
  readonly addedTabs: readonly string[];
  /** Empty where nothing has to be written, or where 読替 is there without its headers. */
  readonly changes: readonly TabChange[];
  /** false: the rows can only be pasted, since 読替 is there and has no headers that say where they belong. */
  readonly isWritable: boolean;
}

const kindWords = { tab: 'シート', header: '列', word: '値' } as const;
const columnOrder = ['kind', 'tab', 'ownWord', 'standardWord'] as const;

export function planAdoption({
  grids,
  aliases,
  addTabs,
  fiscalYear,
}: {
  readonly grids: readonly SheetGrid[];
  /** Those that somebody said yes to. */
  readonly aliases: readonly AliasProposal[];
  /** Tabs of the template to add; those that are there are not added again. */
  readonly addTabs: readonly ('profile' | 'areas')[];
  /** The fiscal year of today. */
  readonly fiscalYear: number;
}): AdoptionPlan {
  const known = readKnown(grids);
  const grid = known.tabs.get('aliases');
  const before = knownRows(grid);
  const rows = aliases.flatMap((alias): AliasRow[] => {
    const row = rowOf(alias);
    const [kind, , ownWord] = row;
    if (!isWritable(ownWord)) return [];
    // A row with a blank シート speaks for every tab.
    if (before.has(keyOf(row)) || before.has(keyOf([kind, '', ownWord, '']))) return [];
    before.add(keyOf(row));
    return [row];
  });
  const changes: TabChange[] = [];
  for (const name of addTabs) if (!known.tabs.has(name)) changes.push(newTab(name, fiscalYear));
  const change = rows.length === 0 ? null : grid === undefined ? newAliases(rows, fiscalYear) : moreAliases(grid, rows);
  if (change !== null) changes.push(change);
  return {
    rows,
    addedTabs: changes.flatMap(({ id, title }) => (id === null ? [title] : [])),
    changes,
    isWritable: rows.length === 0 || change !== null,
  };
}

const withoutOwnWords = { ownWords: new Map<string, string>() };

/** What 読替 itself could not read back ('-', 同上, a long number) stays for people to name otherwise. */
function isWritable(ownWord: string): boolean {
  return (
    !isDittoCell(ownWord) && readCell(tables.aliases.columns.ownWord, ownWord, withoutOwnWords).outcome === 'value'
  );
}

function rowOf({ kind, table, ownWord, standardWord }: AliasProposal): AliasRow {
  const { tab }: Table = tables[table];
  return [kindWords[kind], kind === 'tab' ? '' : tab, ownWord, standardWord];
}

/** What a row is about: the same own word is not explained twice, whatever it was explained as. */
function keyOf([kind, tab, ownWord]: AliasRow): string {
  return [kind, fold(tab), kind === kindWords.header ? foldHeader(ownWord) : fold(ownWord)].join('|');
}

function knownRows(grid: SheetGrid | undefined): Set<string> {
  return new Set(
    (readAliasRows(grid)?.accepted ?? []).map(({ values }) =>
      keyOf([kindWords[values.kind === 'unknown' ? 'word' : values.kind], values.tab ?? '', values.ownWord, '']),
    ),
  );
}

/** A tab of the template with nothing typed in it yet. */
function newTab(name: 'profile' | 'areas' | 'aliases', fiscalYear: number): TabChange {
  const plan = planTemplate({ fiscalYears: fiscalYearsAround(fiscalYear) });
  const tab = plan.tabs.find((one) => one.name === name);
  if (tab === undefined) throw new Error(`The template has no tab ${name}`);
  // Dropdowns take their words from 選択肢, which such a workbook does not have.
  const { change } = addTab(
    { tab, rangeOf: () => null, surface: { tabs: new Map() }, words: arrangeWords([], null) },
    true,
  );
  if (change === null) throw new Error(`The template adds nothing for ${name}`);
  return change;
}

function newAliases(rows: readonly AliasRow[], fiscalYear: number): TabChange {
  const change = newTab('aliases', fiscalYear);
  const columns = columnOrder.map((field) => change.fields.find((one) => one.field === field)?.column ?? -1);
  const firstRow = Math.max(0, ...change.cells.map(({ row }) => row)) + 1;
  return { ...change, cells: [...change.cells, ...cellsOf(rows, firstRow, columns)] };
}

/** Below whatever stands in the tab, in its own columns; an empty tab gets its headers first. `null` without headers. */
function moreAliases(grid: SheetGrid, rows: readonly AliasRow[]): TabChange | null {
  const found = readAliasRows(grid)?.found ?? null;
  if (found !== null && found.missing.length > 0) return null;
  const columns = columnOrder.map((field, index) =>
    found === null ? index : (found.columns.find(({ name }) => name === field)?.index ?? -1),
  );
  const firstRow = grid.rows.findLastIndex((row: readonly Cell[]) => !row.every(isBlankCell)) + 1;
  // One header for each of the columns of 読替, in their order; `map` forgets how many there are.
  const headers = columnOrder.map((field) => tables.aliases.columns[field].header) as unknown as AliasRow;
  return {
    name: 'aliases',
    title: grid.tab,
    id: grid.id,
    added: null,
    cells: cellsOf(found === null ? [headers, ...rows] : rows, firstRow, columns),
    columns: [],
    dropdowns: [],
    isToBeNamed: false,
    fields: [],
    fieldsAreRows: false,
  };
}

function cellsOf(rows: readonly AliasRow[], firstRow: number, columns: readonly number[]): readonly CellChange[] {
  return rows.flatMap((row, index) =>
    row.flatMap((text, position): CellChange[] => {
      const column = columns[position] ?? -1;
      return column < 0 || text === '' ? [] : [{ row: firstRow + index, column, text, look: looks.plain }];
    }),
  );
}
