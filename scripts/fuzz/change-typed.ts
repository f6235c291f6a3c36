/** What happens in the cells, rows, columns and tabs of a workbook. Each change is one stroke, by chance from its own seed. */
import { type Cell, tables } from '#sheets-schema';
import type { Random } from '../sample/random.ts';
import { strangeCell } from './strange-cells.ts';
import { createBook, type TypedBook, type TypedTab, typedCell } from './typed-book.ts';

export type TypedChange = (book: TypedBook, random: Random) => void;

function someTab(book: TypedBook, random: Random): TypedTab {
  // Rows are where most goes wrong; the first two tabs hold the office and its areas.
  const from = book.tabs.length > 2 && random.chance(0.8) ? 2 : 0;
  const tab = book.tabs[random.whole(from, book.tabs.length - 1)];
  return tab ?? { name: '', table: 'cases', rows: [], merges: [], hidden: [] };
}

const widthOf = (tab: TypedTab) => Math.max(1, ...tab.rows.map((row) => row.length));

function put(tab: TypedTab, row: number, column: number, cell: Cell): void {
  while (tab.rows.length <= row) tab.rows.push([]);
  const cells = tab.rows[row] ?? [];
  while (cells.length <= column) cells.push(null);
  cells[column] = cell;
}

function strangeCells(book: TypedBook, random: Random): void {
  for (let times = random.whole(1, 6); times > 0; times -= 1) {
    const tab = someTab(book, random);
    put(tab, random.whole(0, tab.rows.length), random.whole(0, widthOf(tab)), strangeCell(random));
  }
}

function strangeColumn(book: TypedBook, random: Random): void {
  const tab = someTab(book, random);
  const column = random.whole(0, widthOf(tab) - 1);
  for (let row = 1; row < tab.rows.length; row += 1) if (random.chance(0.7)) put(tab, row, column, strangeCell(random));
}

function swapCells(book: TypedBook, random: Random): void {
  const [one, other] = [someTab(book, random), someTab(book, random)];
  const pick = (tab: TypedTab) =>
    [random.whole(0, Math.max(0, tab.rows.length - 1)), random.whole(0, widthOf(tab) - 1)] as const;
  const [[row, column], [otherRow, otherColumn]] = [pick(one), pick(other)];
  const [cell, otherCell] = [one.rows[row]?.[column] ?? null, other.rows[otherRow]?.[otherColumn] ?? null];
  put(one, row, column, otherCell);
  put(other, otherRow, otherColumn, cell);
}

function moveRow(book: TypedBook, random: Random): void {
  const { rows } = someTab(book, random);
  const [row] = rows.splice(random.whole(0, Math.max(0, rows.length - 1)), 1);
  if (row !== undefined) rows.splice(random.whole(0, rows.length), 0, row);
}

function repeatRow(book: TypedBook, random: Random): void {
  const { rows } = someTab(book, random);
  const row = rows[random.whole(0, Math.max(0, rows.length - 1))];
  if (row === undefined) return;
  for (let times = random.pick([1, 1, 1, 2, 30]); times > 0; times -= 1)
    rows.splice(random.whole(0, rows.length), 0, [...row]);
}

function blankRows(book: TypedBook, random: Random): void {
  const { rows } = someTab(book, random);
  const at = random.whole(0, rows.length);
  rows.splice(at, 0, ...Array.from({ length: random.pick([1, 2, 5, 12, 200]) }, () => []));
}

function dropRow(book: TypedBook, random: Random): void {
  const { rows } = someTab(book, random);
  rows.splice(random.whole(0, Math.max(0, rows.length - 1)), random.whole(1, 3));
}

function changeColumns(book: TypedBook, random: Random): void {
  const tab = someTab(book, random);
  const [from, to] = [random.whole(0, widthOf(tab) - 1), random.whole(0, widthOf(tab))];
  const how = random.pick(['move', 'repeat', 'drop', 'blank', 'rename'] as const);
  for (const [index, row] of tab.rows.entries()) {
    while (row.length < widthOf(tab) && how !== 'rename') row.push(null);
    const cell = row[from] ?? null;
    if (how === 'move' || how === 'drop') row.splice(from, 1);
    if (how === 'move' || how === 'repeat') row.splice(to, 0, cell);
    if (how === 'blank') row.splice(to, 0, null);
    if (how === 'rename' && index === 0) put(tab, 0, from, strangeCell(random));
  }
}

function smallTableBelow(book: TypedBook, random: Random): void {
  const tab = someTab(book, random);
  tab.rows.push([], ['経路', '件数'], ...['本人', '地域', '合計'].map((word) => [word, random.whole(0, 20)]));
  if (random.chance(0.3)) tab.rows.push([], [...(tab.rows[1] ?? [])]);
}

function headersAgain(book: TypedBook, random: Random): void {
  const { rows } = someTab(book, random);
  rows.splice(random.whole(1, Math.max(1, rows.length)), 0, [...(rows[0] ?? [])]);
}

function merge(book: TypedBook, random: Random): void {
  const tab = someTab(book, random);
  const [top, left] = [random.whole(0, tab.rows.length), random.whole(0, widthOf(tab) - 1)];
  const bottom = top + random.pick([1, 2, 3, 6, 1_000, 1_000_000]);
  tab.merges.push({ top, left, bottom: Math.min(bottom, 1_048_576), right: left + random.pick([1, 1, 2, 8]) });
}

function hideRows(book: TypedBook, random: Random): void {
  const tab = someTab(book, random);
  for (let row = 0; row < tab.rows.length; row += 1) if (random.chance(0.4)) tab.hidden.push(row);
}

function renameTab(book: TypedBook, random: Random): void {
  const tab = someTab(book, random);
  const names = [
    '',
    ' ',
    '__proto__',
    'constructor',
    `${tab.name} (2)`,
    `1.${tab.name}`,
    `${tab.name}\u200b`,
    'Sheet1',
    'チェック結果',
    '選択肢',
    tables.cases.tab,
    tables.totals.tab,
    tables.aliases.tab,
    `【${tab.name}】`,
    'あ'.repeat(300),
    "O'Neill",
    '\ud800',
    tab.name.toUpperCase(),
    '\u202e相談',
  ] as const;
  tab.name = names[random.whole(0, names.length - 1)] ?? '';
}

function changeTabs(book: TypedBook, random: Random): void {
  const index = random.whole(0, Math.max(0, book.tabs.length - 1));
  const tab = book.tabs[index];
  if (tab === undefined) return;
  const how = random.pick(['drop', 'repeat', 'reorder', 'repeat-filled'] as const);
  if (how === 'drop') book.tabs.splice(index, 1);
  else if (how === 'reorder') book.tabs.reverse();
  else {
    const copy = structuredClone(tab);
    if (how === 'repeat-filled')
      copy.rows = createBook(random).tabs.find((each) => each.table === tab.table)?.rows ?? [];
    book.tabs.splice(random.whole(0, book.tabs.length), 0, copy);
  }
}

function ownWords(book: TypedBook, random: Random): void {
  const columns = Object.values(tables.aliases.columns);
  const kinds = ['シート', '見出し', '経路', '対象', '指標', '圏域', '__proto__', ''] as const;
  const rows = Array.from({ length: random.whole(1, 6) }, () =>
    columns.map((column, index) => {
      if (index === 0) return random.pick(kinds);
      return random.chance(0.5) ? strangeCell(random) : typedCell(column, index, random);
    }),
  );
  const standard = random.pick(['相談受付', '受付日', '本人', '高齢者', 'constructor']);
  const headers = columns.map(({ header }) => header);
  book.tabs.push({
    name: tables.aliases.tab,
    table: 'aliases',
    rows: [headers, ['シート', '', '窓口の表', standard], ...rows],
    merges: [],
    hidden: [],
  });
}

function manyColumns(book: TypedBook, random: Random): void {
  const tab = someTab(book, random);
  const header = random.chance(0.5) ? (tab.rows[0]?.[0] ?? 'x') : strangeCell(random);
  for (let column = 0; column < random.pick([300, 2_000]); column += 1) put(tab, 0, widthOf(tab) + column * 0, header);
}

/** By name, with how often each happens. */
export const typedChanges: Readonly<Record<string, readonly [change: TypedChange, weight: number]>> = {
  'strange-cells': [strangeCells, 30],
  'strange-column': [strangeColumn, 8],
  'swap-cells': [swapCells, 8],
  'move-row': [moveRow, 6],
  'repeat-row': [repeatRow, 6],
  'blank-rows': [blankRows, 5],
  'drop-row': [dropRow, 4],
  columns: [changeColumns, 9],
  'small-table': [smallTableBelow, 3],
  'headers-again': [headersAgain, 4],
  merge: [merge, 5],
  'hide-rows': [hideRows, 2],
  'rename-tab': [renameTab, 7],
  tabs: [changeTabs, 7],
  'own-words': [ownWords, 4],
  'many-columns': [manyColumns, 1],
};
