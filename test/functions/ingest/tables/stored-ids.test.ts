/** What people do to tabs and columns of the template, which keep the ids that it left in them. */
import { expect, test } from 'vitest';
import { type Cell, tables } from '#sheets-schema';
import type { TableName } from '../../../../functions/ingest/tables/find-tables.ts';
import { openWorkbook } from '../../../../functions/ingest/tables/open-workbook.ts';
import type { SheetGrid } from '../../../../functions/world.ts';
import { findingsOf, takeIn } from '../../../builders/ingest.ts';
import { aCase, aGrid, aWorkbook, columnIndex } from '../../../builders/workbook.ts';

const typed = {
  cases: [
    aCase({ receiptNumber: '1', pathway: '家族' }),
    aCase({ receiptNumber: '2', area: 'E02', closedOn: '2024/6/1' }),
  ],
};
const plain = takeIn(aWorkbook(typed)).ingested.facts;

/** The workbook as the template made it: every tab and column with its id. */
const made = aWorkbook(typed).map(withIds);

function withIds(grid: SheetGrid): SheetGrid {
  const [name] = Object.entries(tables).find(([, table]) => table.tab === grid.tab) ?? [];
  const columns = Object.entries(tables[name as TableName].columns);
  const fields: [number, string][] =
    name === 'profile'
      ? grid.rows.flatMap(([label], row) =>
          columns.flatMap(([key, { header }]) => (header === label ? [[row, key]] : [])),
        )
      : columns.map(([key], index) => [index, key]);
  return { ...grid, storedIds: { tab: name ?? null, fields: new Map(fields) } };
}

function withTab(tab: string, change: (grid: SheetGrid) => SheetGrid): readonly SheetGrid[] {
  return made.map((grid) => (grid.tab === tab ? change(grid) : grid));
}

const withCases = (change: (grid: SheetGrid) => SheetGrid) => withTab('相談受付', change);

/** The grid with other headers, by the English names of columns. */
function headed(grid: SheetGrid, headers: Readonly<Record<string, Cell>>): SheetGrid {
  const [row = [], ...rows] = grid.rows;
  const changed = row.map((cell, index) => {
    const name = Object.keys(headers).find((key) => columnIndex('cases', key) === index);
    return name === undefined ? cell : (headers[name] ?? null);
  });
  return { ...grid, rows: [changed, ...rows] };
}

/** A column or row of ids moved along, as Google and Excel do. */
function insertColumn(grid: SheetGrid, at: number, cells: readonly Cell[]): SheetGrid {
  return {
    ...grid,
    rows: grid.rows.map((row, index) => [...row.slice(0, at), cells[index] ?? null, ...row.slice(at)]),
    storedIds: {
      tab: grid.storedIds?.tab ?? null,
      fields: new Map(
        [...(grid.storedIds?.fields ?? [])].map(([index, name]) => [index < at ? index : index + 1, name]),
      ),
    },
  };
}

test('a tab and headers in words of their own are found by their ids', () => {
  const grids = withCases((grid) =>
    headed({ ...grid, tab: 'Consultations' }, { receivedOn: 'Date', pathway: 'Came through', targets1: 'For whom' }),
  );
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a tab all of whose headers are translated is found, with explanations above it too', () => {
  const [first = []] = made.find(({ tab }) => tab === '相談受付')?.rows ?? [];
  const translated = (grid: SheetGrid) => ({
    ...grid,
    rows: [first.map((_, index) => `column ${index}`), ...grid.rows.slice(1)],
  });
  const explained = (grid: SheetGrid) => ({
    ...grid,
    rows: [['Year 2024'], first.map(() => 'please fill in'), ...translated(grid).rows],
  });
  expect(takeIn(withCases(translated)).ingested.facts).toEqual(plain);
  expect(takeIn(withCases(explained)).ingested.facts).toEqual(plain);
});

test('a blank header over filled cells is what its id says', () => {
  const grids = withCases((grid) => headed(grid, { pathway: null }));
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a column inserted in the middle, and title rows with merged cells above, change nothing', () => {
  const grids = withCases((grid) => {
    const inserted = insertColumn(grid, 3, ['担当係', 'A係', 'B係']);
    return {
      ...inserted,
      rows: [['令和6年度 相談受付簿'], [], ...inserted.rows],
      merges: [{ top: 0, left: 0, bottom: 1, right: 12 }],
    };
  });
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a column moved elsewhere is found where it is now', () => {
  const pathway = columnIndex('cases', 'pathway');
  const grids = withCases((grid) => {
    const cells = grid.rows.map((row) => row[pathway] ?? null);
    const emptied = headed({ ...grid, rows: grid.rows.map((row) => row.with(pathway, null)) }, { pathway: null });
    return { ...emptied, rows: emptied.rows.map((row, index) => [...row, cells[index] ?? null]) };
  });
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a required column that was deleted is missed although its id is still somewhere', () => {
  const pathway = columnIndex('cases', 'pathway');
  const emptied = withCases((grid) =>
    headed({ ...grid, rows: grid.rows.map((row) => row.with(pathway, null)) }, { pathway: null }),
  );
  expect(openWorkbook(emptied)).toMatchObject({
    outcome: 'held',
    reason: { code: 'workbook/no-required-columns', facts: { headers: '経路' } },
  });
});

test('a header of ours is read as it says, whatever the column was made as', () => {
  const swapped = withCases((grid) => headed(grid, { targets1: '課題1', issues1: '対象1' }));
  const { facts, findings } = takeIn(
    withCases((grid) => {
      const [targets, issues] = [columnIndex('cases', 'targets1'), columnIndex('cases', 'issues1')];
      const exchanged = (row: readonly Cell[]) =>
        row.with(targets, row[issues] ?? null).with(issues, row[targets] ?? null);
      return { ...grid, rows: grid.rows.map(exchanged) };
    }),
  ).ingested;
  expect(facts).toEqual(plain);
  expect(findings.map(({ code, cell, facts: { madeAs } }) => [code, cell, madeAs])).toEqual([
    ['header/exchanged', 'F1', '対象1'],
    ['header/exchanged', 'I1', '課題1'],
  ]);
  // Only the headers were exchanged: the words still win, and what is not understood says so.
  expect(findingsOf(swapped).filter((finding) => finding.startsWith('header/'))).toHaveLength(2);
});

test('a column that was not needed and is used for another of ours says nothing', () => {
  const grids = withCases((grid) => {
    const closedOn = columnIndex('cases', 'closedOn');
    const note = columnIndex('cases', 'note');
    const moved = { ...grid, rows: grid.rows.map((row) => row.with(note, row[closedOn] ?? null).with(closedOn, null)) };
    return headed(moved, { note: '終結日', closedOn: null });
  });
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a column used for something else is not read under its old id, and nothing of it is quoted', () => {
  const reused = (header: string) =>
    withCases((grid) => {
      const issues = columnIndex('cases', 'issues3');
      return headed({ ...grid, rows: grid.rows.map((row) => row.with(issues, '架空太郎')) }, { issues3: header });
    });
  expect(findingsOf(reused('担当職員'))).toEqual([]);
  expect(JSON.stringify(takeIn(reused('担当職員')).ingested)).not.toContain('架空太郎');
  expect(findingsOf(reused('氏名'))).toEqual(['header/personal 相談受付!K1']);
});

test('a renamed area column is believed only where its cells are names of areas', () => {
  const area = columnIndex('cases', 'area');
  expect(takeIn(withCases((grid) => headed(grid, { area: 'お住まい' }))).ingested.facts).toEqual(plain);
  const names = withCases((grid) =>
    headed({ ...grid, rows: grid.rows.map((row) => row.with(area, '架空太郎')) }, { area: '相談員' }),
  );
  expect(openWorkbook(names)).toMatchObject({
    outcome: 'held',
    reason: { code: 'workbook/no-required-columns', facts: { headers: '圏域' } },
  });
});

test('a renamed column with words of 読替 is understood', () => {
  const pathway = columnIndex('cases', 'pathway');
  const grids = [
    ...withCases((grid) =>
      headed(
        { ...grid, rows: grid.rows.map((row, index) => row.with(pathway, index === 1 ? '家族' : '町の人')) },
        {
          pathway: '入り口',
        },
      ),
    ),
    aGrid('aliases', [{ kind: '値', ownWord: '町の人', standardWord: '本人' }]),
  ];
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('a copy of a tab is not read: the better name is, and of two unknown ones the original', () => {
  const grids = made.flatMap((grid) =>
    grid.tab === '相談受付' ? [grid, { ...grid, tab: '相談受付 のコピー' }] : [grid],
  );
  expect(findingsOf(grids)).toEqual(['tab/duplicate 相談受付 のコピー!']);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
  const renamed = made.flatMap((grid) =>
    grid.tab === '相談受付'
      ? [
          { ...grid, tab: 'よろず' },
          { ...grid, tab: 'よろず のコピー' },
        ]
      : [grid],
  );
  expect(findingsOf(renamed)).toEqual(['tab/duplicate よろず のコピー!']);
});

test('a copy in which nothing is typed is no second tab', () => {
  const grids = made.flatMap((grid) =>
    grid.tab === '相談受付' ? [grid, { ...grid, tab: '相談受付 のコピー', rows: grid.rows.slice(0, 1) }] : [grid],
  );
  expect(findingsOf(grids)).toEqual([]);
});

test('a copy that became another tab of ours is what its name says, and old ids say nothing in it', () => {
  const copy = made.find(({ tab }) => tab === '相談受付');
  const meeting = {
    ...aGrid('meetings', [{ heldOn: '2024/5/15', kind: '支援会議', area: 'E01' }]),
    storedIds: copy?.storedIds,
  };
  const grids = [...made, meeting as SheetGrid];
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.tabs).toEqual(['cases', 'meetings']);
});

test('ids of columns alone tell what a tab is, where no other could be meant', () => {
  const grids = withCases((grid) => ({
    ...grid,
    tab: 'よろず相談',
    storedIds: { tab: null, fields: grid.storedIds?.fields ?? new Map() },
  }));
  expect(takeIn(grids).ingested.facts).toEqual(plain);
  const few = withCases((grid) => ({
    ...grid,
    tab: 'よろず相談',
    storedIds: {
      tab: null,
      fields: new Map([
        [3, 'area'],
        [19, 'note'],
      ]),
    },
  }));
  expect(takeIn(few).ingested.tabs).toEqual([]);
});

test('items of 基本情報 with labels in words of their own are found by the ids of their rows', () => {
  const translated = withTab('基本情報', (grid) => ({
    ...grid,
    tab: 'About us',
    rows: grid.rows.map(([, value], row) => [row === 0 ? 'Item' : `Item ${row}`, value ?? null]),
  }));
  expect(findingsOf(translated)).toEqual([]);
  expect(takeIn(translated).ingested.facts).toEqual(plain);
});

test('items of 基本情報 that were sorted are told by their labels, and an unknown label by no other id', () => {
  const sorted = withTab('基本情報', ({ rows: [header = [], ...rows], ...grid }) => ({
    ...grid,
    rows: [header, ...rows.toReversed()],
  }));
  expect(findingsOf(sorted)).toEqual([]);
  expect(takeIn(sorted).ingested.facts).toEqual(plain);
});
