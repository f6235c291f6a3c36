/** What renewing does to workbooks as offices keep them, in words and as data. 架空のデータ. */
import { describe, expect, test } from 'vitest';
import { compareTyped } from '#functions/template/compare-typed.ts';
import { planNew, planUpgrade } from '#functions/template/plan-changes.ts';
import { describeLine } from '#functions/template/template-line.ts';
import type { SheetGrid } from '#functions/world.ts';
import type { Cell } from '#sheets-schema';
import type { CellRange, TabChange, TabSurface } from '#sheets-schema/template-change.ts';
import { guideRows } from '#sheets-schema/template-guide.ts';
import { templateVersion } from '#sheets-schema/workbook.ts';

const profile = [
  ['項目', '値'],
  ['市区町村コード', '162051'],
  ['様式版', '1'],
];

function workbook(tabs: Readonly<Record<string, readonly (readonly Cell[])[]>>): readonly SheetGrid[] {
  return Object.entries({ 基本情報: profile, ...tabs }).map(([tab, rows], index) => ({
    tab,
    id: String(index),
    rows,
    merges: [],
  }));
}

function surfaceOf(
  grids: readonly SheetGrid[],
  dropdowns: Readonly<Record<string, CellRange | 'own'>> = {},
): { tabs: ReadonlyMap<string, TabSurface> } {
  const tabs = grids.map(({ id, tab, surface }) => {
    const dropdownAt = (row: number, column: number) => dropdowns[`${tab}!${row}:${column}`] ?? null;
    return [id, { rowCount: 1000, columnCount: 26, notes: surface?.notes ?? new Map(), dropdownAt }] as const;
  });
  return { tabs: new Map(tabs) };
}

function renew(
  tabs: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  {
    dropdowns = {},
    fiscalYear = 2024,
  }: { dropdowns?: Readonly<Record<string, CellRange | 'own'>>; fiscalYear?: number } = {},
) {
  const grids = workbook(tabs);
  const planned = planUpgrade(grids, surfaceOf(grids, dropdowns), { fiscalYear });
  if (planned.outcome === 'refused') throw new Error(planned.code);
  const of = (tab: string) => planned.changes.find(({ title }) => title === tab);
  return { ...planned, grids, of, sentences: planned.lines.map(describeLine).join('\n') };
}

const header = ['区分', '標準コード', '表示名', '使用'];
const written = (change: TabChange | undefined, row: number) =>
  change?.cells.filter((cell) => cell.row === row).map(({ text }) => text);

describe('選択肢', () => {
  const first = planNew({ fiscalYear: 2024 }).find(({ name }) => name === 'codeLists');
  const rows = rowsOf(first);
  function rowsOf(change: TabChange | undefined): string[][] {
    const made: string[][] = [];
    for (const { row, column, text } of change?.cells ?? []) {
      made[row] ??= [];
      if (typeof text === 'string') (made[row] ?? [])[column] = text;
    }
    return made;
  }

  test('keeps what an office does not use, below what it uses and outside of the dropdown', () => {
    const set = rows.map((row) => (row[1] === 'P02' ? [...row.slice(0, 3), '×'] : row));
    const { of, grids } = renew({ 選択肢: set, 相談受付: [['受付番号', '経路']] });
    const change = of('選択肢');
    const pathways = rows.filter(([list]) => list === '経路').length;
    expect(written(change, 2)).toEqual(['P03', '知人・近隣', '有']);
    expect(written(change, pathways)).toEqual(['P02', '家族・親族', '×']);
    expect(of('相談受付')?.dropdowns.find(({ column }) => column === 1)?.source).toEqual({
      tab: '選択肢',
      column: 2,
      firstRow: 1,
      lastRow: pathways - 1,
    });
    expect(compareTyped(grids, grids, [])).toEqual([]);
  });

  test('gets the words that are new, and keeps those that somebody has added', () => {
    const { of, sentences } = renew({
      選択肢: [...rows.filter(([, code]) => code !== 'P04'), ['経路', 'X1', '町の人', '有']],
    });
    expect(sentences).toContain('「選択肢」に言葉を加えます：経路：地域');
    expect(written(of('選択肢'), rows.length)).toEqual(['経路', 'X1', '町の人', '有']);
  });

  test('stays as it is where something stands beside its words', () => {
    const beside = rows
      .filter(([, code]) => code !== 'P04')
      .map((row, index) => (index === 5 ? [...row, 'メモ'] : row));
    const { of, sentences } = renew({ 選択肢: beside });
    expect(of('選択肢')?.cells.filter(({ text }) => text !== undefined)).toEqual([]);
    expect(sentences).toContain('「選択肢」に書き足しがあり');
  });

  test('proposes a new fiscal year beside those that it proposed before', () => {
    const { of, sentences } = renew({ 選択肢: rows, 集計報告: [['年度', '値']] }, { fiscalYear: 2026 });
    expect(sentences).toContain('年度：令和9年度、年度：令和10年度');
    const years = rows.findIndex(([list]) => list === '年度');
    expect(of('集計報告')?.dropdowns.find(({ column }) => column === 0)?.source).toMatchObject({
      firstRow: years,
      lastRow: years + 10,
    });
  });

  test('begins with its headers', () => {
    expect(rows[0]).toEqual(header);
  });
});

describe('columns', () => {
  test('that are missing come at the right end, and say so', () => {
    const { of, sentences } = renew({
      会議: [
        ['開催日', '会議種別', 'うちの欄'],
        ['2024/4/1', '支援会議', 'あ'],
      ],
    });
    expect(sentences).toContain('「会議」の右はしに列を加えます：圏域、検討件数、参加者数、参加機関数、備考');
    expect(written(of('会議'), 0)?.filter((text) => text !== undefined)).toEqual([
      '圏域',
      '検討件数',
      '参加者数',
      '参加機関数',
      '備考',
    ]);
    expect(of('会議')?.columns.map(({ column }) => column)).toEqual([3, 4, 5, 6, 7]);
  });

  test('that are required are not added beside rows, which would all miss them', () => {
    const { of, sentences } = renew({
      会議: [
        ['開催日', '圏域'],
        ['2024/4/1', '東山'],
      ],
    });
    expect(sentences).toContain('「会議」に必ず書く列「会議種別」がありません');
    expect(of('会議')?.fields.map(({ field }) => field)).not.toContain('kind');
  });

  test('that an office renamed with 読替, or knows by another name, stay as they are and get their ids', () => {
    const { of } = renew({
      会議: [
        ['ひらいた日', '会議名', '地区'],
        ['2024/4/1', '支援会議', ''],
      ],
      読替: [
        ['種別', 'シート', '元の表記', '標準の表記'],
        ['列', '会議', 'ひらいた日', '開催日'],
      ],
    });
    expect(of('会議')?.fields.slice(0, 3)).toEqual([
      { field: 'heldOn', row: 0, column: 0 },
      { field: 'kind', row: 0, column: 1 },
      { field: 'area', row: 0, column: 2 },
    ]);
  });

  test('below a title have their dropdowns below their header', () => {
    const { of } = renew({ 会議: [['令和6年度の会議'], [], ['開催日', '会議種別']] });
    expect(of('会議')?.dropdowns[0]).toMatchObject({ column: 1, firstRow: 3, lastRow: null });
  });

  test('with a dropdown of the office’s own keep it', () => {
    const tabs = { 会議: [['開催日', '会議種別']] };
    const own = renew(tabs, { dropdowns: { '会議!1:1': 'own' } });
    expect(own.of('会議')?.dropdowns.map(({ column }) => column)).not.toContain(1);
    const elsewhere = { tab: '当番表', column: 0, firstRow: 0, lastRow: 5 };
    const range = renew(tabs, { dropdowns: { '会議!1:1': elsewhere } });
    expect(range.of('会議')?.dropdowns.map(({ column }) => column)).not.toContain(1);
  });
});

describe('whole tabs', () => {
  test('that are missing are added: はじめに first, the others last', () => {
    const { changes } = renew({});
    expect(changes.filter(({ added }) => added !== null).map(({ title, added }) => [title, added?.place])).toEqual([
      ['はじめに', 'first'],
      ...[
        '圏域',
        '相談受付',
        '支援記録',
        '会議',
        '地域活動',
        '集計報告',
        '成果目標',
        '選択肢',
        '読替',
        'チェック結果',
      ].map((title) => [title, 'last']),
    ]);
  });

  test('in which nothing is known to us stay as they are', () => {
    const { of, sentences } = renew({
      会議: [
        ['いつ', 'だれ'],
        ['きのう', '係長'],
      ],
    });
    expect(of('会議')).toBeUndefined();
    expect(sentences).toContain('シート「会議」には知っている見出しがない');
  });

  test('チェック結果 is left to whoever checks', () => {
    const { of } = renew({ チェック結果: [['512行中 509行を集計しました。']] });
    expect(of('チェック結果')).toMatchObject({ cells: [], dropdowns: [], fields: [], isToBeNamed: true });
  });

  test('はじめに that somebody has written in stays theirs; ours is renewed, with whom to ask', () => {
    const ours = guideRows('県の地域福祉課').map(({ cells }) => [...cells].map((cell) => (cell === '' ? null : cell)));
    expect(renew({ はじめに: ours }).of('はじめに')?.cells).toEqual([]);
    const edited = renew({ はじめに: [...ours, ['うちの決まり']] });
    expect([edited.of('はじめに'), edited.sentences.includes('「はじめに」は書きかえられている')]).toEqual([
      undefined,
      true,
    ]);
  });
});

describe('基本情報', () => {
  test('gets what it lacks below, and its version raised; nothing else in it changes', () => {
    const { of, sentences } = renew({});
    const texts = of('基本情報')?.cells.filter(({ text }) => text !== undefined) ?? [];
    expect(texts.find(({ row }) => row === 2)).toEqual({ row: 2, column: 1, text: templateVersion });
    expect(texts.filter(({ row }) => row < 3)).toHaveLength(1);
    expect(sentences).toContain('様式版を1から3に上げます。');
  });

  test('without it, or with a newer version, nothing is done', () => {
    const grids = workbook({}).slice(1);
    expect(planUpgrade(grids, surfaceOf(grids), { fiscalYear: 2024 })).toMatchObject({ code: 'not-ours' });
    const newer = workbook({
      基本情報: [
        ['項目', '値'],
        ['様式版', '４'],
      ],
    });
    expect(planUpgrade(newer, surfaceOf(newer), { fiscalYear: 2024 })).toMatchObject({ code: 'newer' });
  });
});

describe('the last look', () => {
  const grids = workbook({ 会議: [['開催日'], ['2024/4/1']] });
  const changed = (rows: readonly (readonly Cell[])[]) =>
    grids.map((grid) => (grid.tab === '会議' ? { ...grid, rows } : grid));

  test('names cells that changed, that went and that came from nowhere, and tabs that were lost', () => {
    expect(compareTyped(grids, changed([['開催日'], ['2024/4/2', 'x']]), [])).toEqual(['会議!A2', '会議!B2']);
    expect(compareTyped(grids, grids.slice(0, 1), [])).toEqual(['会議']);
  });

  test('would not let a change of ours write over what somebody typed', () => {
    const { changes } = renew({ 会議: [['開催日'], ['2024/4/1']] });
    const meeting = changes.find(({ name }) => name === 'meetings');
    if (meeting === undefined) throw new Error('Nothing would change');
    const wrong = { ...meeting, cells: [{ row: 1, column: 0, text: 'x' }] };
    expect(compareTyped(grids, changed([['開催日'], ['x']]), [wrong])).toEqual(['会議!A2']);
  });
});
