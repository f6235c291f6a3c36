/** Workbooks as people have filled them in: headers moved, renamed and left out, rows of anything, tabs of their own. */
import * as fc from 'fast-check';
import type { SheetGrid } from '#functions/world.ts';
import { type Cell, type Column, type Table, tables } from '#sheets-schema';

const words = [
  '',
  '本人',
  '東山地区',
  'R6-0001',
  '約12',
  '〃',
  '合計',
  '-',
  '訪問\n電話',
  '𠮷田町',
  "o'clock",
  '<b>&"',
  ' 空白 ',
];

/** What somebody may type, with dates as spreadsheets keep them. */
const cells: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...words).map((word) => (word === '' ? null : word)) },
  fc.integer({ min: -3, max: 70_000 }),
  fc.boolean(),
  fc.integer({ min: 43_000, max: 46_000 }).map((serial) => ({ serial })),
);

const tabNames = ['areas', 'cases', 'actions', 'meetings', 'activities', 'totals', 'goals', 'aliases'] as const;

/** One tab of ours: some of its columns in any order, one of the office's own among them, perhaps a title above. */
function aTab(name: (typeof tabNames)[number]): fc.Arbitrary<Omit<SheetGrid, 'id'>> {
  const table: Table = tables[name];
  const header = (column: Column) => fc.constantFrom(column.header, `${column.header}※`, ...column.aliases.slice(0, 1));
  return fc
    .record({
      columns: fc.shuffledSubarray(Object.values(table.columns), { minLength: 1 }),
      own: fc.constantFrom('うちの欄', '区分メモ', ''),
      title: fc.constantFrom('', '令和6年度の記録（架空のデータ）'),
      isRenamed: fc.boolean(),
    })
    .chain(({ columns, own, title, isRenamed }) =>
      fc
        .record({
          headers: fc.tuple(...columns.map(header)),
          rows: fc.array(fc.array(cells, { maxLength: columns.length + 3 }), { maxLength: 6 }),
        })
        .map(({ headers, rows }) => ({
          tab: isRenamed && table.tabAliases[0] !== undefined ? table.tabAliases[0] : table.tab,
          rows: [...(title === '' ? [] : [[title]]), [...headers, ...(own === '' ? [] : [own])], ...rows],
          merges: [],
        })),
    );
}

const profileItems = Object.values<Column>(tables.profile.columns).map(({ header }) => header);
const known: Readonly<Record<string, Cell>> = { 市区町村コード: '162051', 市区町村名: '氷見市', 報告機関名: '架空' };

const aProfile = fc
  .record({
    items: fc.shuffledSubarray(profileItems, { minLength: 6 }),
    version: fc.constantFrom<Cell>('1', 1, null),
    remark: fc.constantFrom<Cell>(null, '窓口に確かめた'),
  })
  .map(({ items, version, remark }) => ({
    tab: '基本情報',
    rows: [
      ['項目', '値'],
      ...items.map((item): Cell[] => [item, item === '様式版' ? version : (known[item] ?? null), remark]),
    ] as Cell[][],
    merges: [],
  }));

const aCodeList = fc
  .record({
    unused: fc.constantFrom('有', '無', '×'),
    own: fc.constantFrom<Cell[]>([], ['経路', 'X01', '町の人', '有']),
  })
  .map(({ unused, own }) => ({
    tab: '選択肢',
    rows: [
      ['区分', '標準コード', '表示名', '使用'],
      ['経路', 'P01', '本人', unused],
      ['経路', 'P04', '地域住民', '有'],
      own,
    ],
    merges: [],
  }));

/** Tabs in any order; the profile is always there. */
export const filledWorkbooks: fc.Arbitrary<readonly SheetGrid[]> = fc
  .record({
    profile: aProfile,
    tabs: fc
      .shuffledSubarray([...tabNames], { maxLength: 4 })
      .chain((names) => fc.tuple(...names.map((name) => aTab(name)))),
    codeList: fc.option(aCodeList),
    own: fc.option(fc.array(fc.array(cells, { maxLength: 4 }), { maxLength: 4 })),
  })
  .chain(({ profile, tabs, codeList, own }) => {
    const ownTab = own === null ? [] : [{ tab: '当番表', rows: own, merges: [] }];
    const all = [profile, ...tabs, ...(codeList === null ? [] : [codeList]), ...ownTab];
    return fc.shuffledSubarray(all, { minLength: all.length });
  })
  .map((tabs) => tabs.map((tab, index) => ({ ...tab, id: String(index), rows: tab.rows.map(trimmed) })));

/** Readers leave out what is empty at the end. */
function trimmed(row: readonly Cell[]): readonly Cell[] {
  return row.slice(0, row.findLastIndex((cell) => cell !== null) + 1);
}

/** All cells in which something stands, by 'tab!row:column', but for 様式版 and the tabs that the template fills in. */
export function typedCells(grids: readonly SheetGrid[]): ReadonlyMap<string, Cell> {
  const typed = new Map<string, Cell>();
  for (const { tab, rows } of grids) {
    if (tab === '選択肢' || tab === 'はじめに') continue;
    for (const [rowIndex, row] of rows.entries()) {
      for (const [column, cell] of row.entries()) {
        const isVersion = tab === '基本情報' && column === 1 && row[0] === '様式版';
        if (cell !== null && !isVersion) typed.set(`${tab}!${rowIndex}:${column}`, cell);
      }
    }
  }
  return typed;
}
