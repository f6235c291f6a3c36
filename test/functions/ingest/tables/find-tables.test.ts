import { expect, test } from 'vitest';
import { openWorkbook } from '../../../../functions/ingest/tables/open-workbook.ts';
import type { SheetGrid } from '../../../../functions/world.ts';
import { findingsOf, takeIn } from '../../../builders/ingest.ts';
import { aCase, aGrid, aProfile, aWorkbook, profileGrid } from '../../../builders/workbook.ts';

const cases = [aCase({ receiptNumber: '1' }), aCase({ receiptNumber: '2', area: 'E02' })];
const plain = takeIn(aWorkbook({ cases })).ingested.facts;

function withCases(change: (grid: SheetGrid) => SheetGrid): readonly SheetGrid[] {
  return aWorkbook({ cases }).map((grid) => (grid.tab === '相談受付' ? change(grid) : grid));
}

function mapHeaders(grid: SheetGrid, spell: (header: string) => string): SheetGrid {
  const [headers = [], ...rows] = grid.rows;
  return { ...grid, rows: [headers.map((cell) => spell(String(cell))), ...rows] };
}

test.each([
  ['必須 in brackets', (header: string) => `${header}\n【必須】`],
  ['an asterisk', (header: string) => `${header}＊`],
  ['※ before it', (header: string) => `※${header}`],
  ['a line break in it', (header: string) => `${header.slice(0, 1)}\n${header.slice(1)}`],
  ['blanks around it', (header: string) => ` ${header}　`],
  ['so many blanks before it that it cannot be seen', (header: string) => `${' '.repeat(2_000)}${header}`],
  ['a remark in brackets', (header: string) => `${header}（例を見てください）`],
])('a header is found with %s', (_, spell) => {
  const { facts, findings } = takeIn(withCases((grid) => mapHeaders(grid, spell))).ingested;
  expect(findings).toEqual([]);
  expect(facts).toEqual(plain);
});

test('explanatory rows and title rows may stand above the headers, up to the tenth row', () => {
  const above = (count: number) =>
    withCases((grid) => ({
      ...grid,
      rows: [
        ...Array.from({ length: count }, (_, index) => [
          index === 0 ? '令和6年度 相談受付簿' : '受付日は年から入れてください',
        ]),
        ...grid.rows,
      ],
    }));
  expect(takeIn(above(1)).ingested.facts).toEqual(plain);
  expect(takeIn(above(9)).ingested.facts).toEqual(plain);
  expect(openWorkbook(above(10))).toMatchObject({
    outcome: 'held',
    reason: { code: 'workbook/no-required-columns', facts: { tab: '相談受付' } },
  });
});

test('a header row that is printed again further down is no row', () => {
  const again = withCases((grid) => ({ ...grid, rows: [...grid.rows, grid.rows[0] ?? []] }));
  expect(takeIn(again).ingested).toEqual(takeIn(aWorkbook({ cases })).ingested);
});

test('columns of the office itself are left alone, wherever they stand', () => {
  const extra = withCases((grid) => ({
    ...grid,
    rows: grid.rows.map((row, index) => [index === 0 ? '担当係' : 'A係', ...row]),
  }));
  expect(takeIn(extra).ingested.findings).toEqual([]);
  expect(takeIn(extra).ingested.facts).toEqual(plain);
});

test('a column headed 氏名 is an error on the header and never read; the rows count', () => {
  const named = withCases((grid) => ({
    ...grid,
    rows: grid.rows.map((row, index) => [...row, index === 0 ? '氏名' : '架空太郎']),
  }));
  const { ingested } = takeIn(named);
  expect(findingsOf(named)).toEqual(['header/personal 相談受付!U1']);
  expect(ingested.facts).toEqual(plain);
  expect(JSON.stringify(ingested)).not.toContain('架空太郎');
});

test('読替 does not make a personal column readable', () => {
  const grids = withCases((grid) => mapHeaders(grid, (header) => (header === '受付窓口' ? '電話番号' : header)));
  const aliases = [{ kind: '列', tab: '相談受付', ownWord: '電話番号', standardWord: '備考' }];
  expect(findingsOf([...grids, aGrid('aliases', aliases)])).toEqual(['header/personal 相談受付!C1']);
});

test('of two columns with one header the first is read, and the other is an error', () => {
  const twice = withCases((grid) => ({
    ...grid,
    rows: grid.rows.map((row, index) => [...row, index === 0 ? '経路' : '家族']),
  }));
  expect(findingsOf(twice)).toEqual(['header/duplicate 相談受付!U1']);
  expect(takeIn(twice).ingested.facts).toEqual(plain);
});

test('a workbook whose tab has rows but lost a required column is held and says which', () => {
  const lost = withCases((grid) => mapHeaders(grid, (header) => (header === '受付日' ? '日' : header)));
  const opened = openWorkbook(lost);
  expect(opened).toMatchObject({
    outcome: 'held',
    reason: { code: 'workbook/no-required-columns', facts: { tab: '相談受付', headers: '受付日' } },
  });
  expect(opened.outcome === 'held' ? opened.findings.map(({ code }) => code) : []).toEqual(['header/missing']);
});

test('an empty tab that lacks a required column holds nothing', () => {
  const grids = aWorkbook({ cases: [] }).map((grid) =>
    grid.tab === '相談受付' ? mapHeaders(grid, (header) => (header === '受付日' ? '日' : header)) : grid,
  );
  expect(findingsOf(grids)).toEqual(['header/missing 相談受付!1']);
});

test('a goal tab that lost its column says so and costs nothing else', () => {
  const grids = [
    ...aWorkbook({ cases }),
    {
      ...aGrid('goals', []),
      rows: [
        ['年度', '目標値'],
        ['R6', 5],
      ],
    },
  ];
  expect(findingsOf(grids)).toEqual(['header/missing 成果目標!1']);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('tabs are found by 読替, by known aliases and with a number in front', () => {
  const rename = (tab: string) => withCases((grid) => ({ ...grid, tab }));
  expect(takeIn(rename('相談受付簿')).ingested.facts).toEqual(plain);
  expect(takeIn(rename('①相談受付')).ingested.facts).toEqual(plain);
  expect(takeIn(rename('３．相談受付')).ingested.facts).toEqual(plain);
  expect(takeIn(rename('よろず相談')).ingested.tabs).toEqual([]);
  const aliases = aGrid('aliases', [{ kind: 'シート', ownWord: 'よろず相談', standardWord: '相談受付' }]);
  expect(takeIn([...rename('よろず相談'), aliases]).ingested.facts).toEqual(plain);
});

test('of two tabs for one purpose the one with the standard name is read, and the other is an error', () => {
  const grids = [aGrid('cases', [aCase()], { tab: '相談' }), ...aWorkbook({ cases })];
  expect(findingsOf(grids)).toEqual(['tab/duplicate 相談!']);
  expect(takeIn(grids).ingested.facts).toEqual(plain);
});

test('基本情報 is read without its header row, in any order, and with the unit of a rate beside it', () => {
  const { rows } = profileGrid(aProfile({ welfareRate: '4.5‰', populationAsOf: '2024/4/1' }));
  const bare = { ...profileGrid(aProfile()), rows: rows.slice(1).toReversed() };
  expect(findingsOf([bare, ...aWorkbook().slice(1)])).toEqual([]);
  const unitBeside = rows.map(([item, value]) =>
    item === '生活保護受給率' ? [item, 4.5, '‰'] : [item ?? null, value ?? null],
  );
  expect(findingsOf([{ ...bare, rows: unitBeside }, ...aWorkbook().slice(1)])).toEqual([]);
  const unitInLabel = rows.map(([item, value]) =>
    item === '生活保護受給率' ? ['生活保護受給率（％）', 14.4] : [item ?? null, value ?? null],
  );
  expect(findingsOf([{ ...bare, rows: unitInLabel }, ...aWorkbook().slice(1)])).toEqual([
    'rate/unit-doubtful 基本情報!B8',
  ]);
});
