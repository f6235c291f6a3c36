/** 経路別 of 市町村比較: municipalities by pathway, with what is hidden and what is printed together. Everything here is 架空のデータ. */
import { describe, expect, test } from 'vitest';
import type { StoredFigure } from '#functions/domain/figure.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import {
  pathwayYears,
  printPathwayChoice,
  readPathwayChoice,
} from '../../../../web/src/shape/comparison/pathway-choice.ts';
import { type PathwayOrder, shapePathwayTable } from '../../../../web/src/shape/comparison/pathway-table.ts';
import { writeCsv } from '../../../../web/src/shape/export/csv.ts';
import { shapeSheet } from '../../../../web/src/shape/export/sheet.ts';
import { prefectureIndex } from '../../fixtures/invented-city.ts';

type Counts = Readonly<Record<string, StoredFigure>>;

const [anyTown] = prefectureIndex.municipalities;
if (anyTown === undefined) throw new Error('The prefecture has towns');
const towns = [
  { ...anyTown, code: '992011', name: '海野市', inhabitants: 40_000 },
  { ...anyTown, code: '993018', name: '小瀬町', inhabitants: 9000 },
  { ...anyTown, code: '993026', name: '青波町', inhabitants: null },
];

/** What is not named was counted and is 0. */
const counts: Readonly<Record<string, Counts>> = {
  '99': { all: 92, P01: 42, P02: 20, P03: 'x', P04: 13, P07: 'x', P0401: 'x', P0402: 'x' },
  '992011': { all: 70, P01: 40, P02: 15, P03: 'x', P04: 'x', P07: 'x', P0401: 'x', P0402: 'x' },
  '993018': { all: 'x', P01: 'x', P02: 5, P03: 0, P04: 'x', P0401: 'x' },
  '993026': Object.fromEntries(['all', ...pathways.codes.map(({ code }) => code)].map((code) => [code, 'u'])),
};

const index: PrefectureIndex = {
  ...prefectureIndex,
  years: ['FY2024'],
  municipalities: towns,
  series: Object.fromEntries(Object.entries(counts).map(([place, of]) => [`N01|${place}`, [of.all ?? 0]])),
  slices: Object.fromEntries(
    Object.entries(counts).flatMap(([place, of]) =>
      pathways.codes.map(({ code }) => [`N01|${place}|${code}|all`, [of[code] ?? 0]] as const),
    ),
  ),
  shares: { 'N01|99|P01': [45.7], 'N01|992011|P01': [57.1], 'N01|992011|P04': ['x'] } as const,
  merged: {
    'N01|99': [[{ whole: 'P04', pathways: ['P0401', 'P0402'], count: 13 }]],
    'N01|992011': [
      [
        { whole: 'P04+P07', pathways: ['P04', 'P07'], count: 12 },
        { whole: 'P04', pathways: ['P0401', 'P0402'], count: 9 },
      ],
    ],
  },
};

function shape(kind: string | null = null, order: PathwayOrder = 'code', language: 'ja' | 'en' = 'ja') {
  return shapePathwayTable(index, { year: 'FY2024', choice: readPathwayChoice(kind, index), order, language });
}

const rowOf = (model: ReturnType<typeof shape>, code: string) => model.rows.find((row) => row.code === code);
const cellsOf = (model: ReturnType<typeof shape>, code: string) =>
  Object.fromEntries(
    (rowOf(model, code)?.cells ?? []).map(({ column, figure, sum }) => [column, sum?.letter ?? figure.state]),
  );

describe('municipalities by pathway', () => {
  test('the prefecture stands first, then the municipalities by code, name or inhabitants with the unknown last', () => {
    const names = (order: PathwayOrder) => shape(null, order).rows.map(({ name }) => name);
    expect(names('code')).toEqual(['海野県 全体', '海野市', '小瀬町', '青波町']);
    expect(names('name')).toEqual([
      '海野県 全体',
      ...['海野市', '小瀬町', '青波町'].toSorted((a, b) => a.localeCompare(b, 'ja')),
    ]);
    expect(names('inhabitants')).toEqual(['海野県 全体', '海野市', '小瀬町', '青波町']);
  });

  test('0, 秘匿, 未報告 and what is printed together are told apart', () => {
    const model = shape();
    expect(cellsOf(model, '992011')).toMatchObject({
      P01: 'value',
      P03: 'suppressed',
      P04: 'a',
      P06: 'zero',
      P07: 'a',
    });
    expect(cellsOf(model, '993026')).toMatchObject({ P01: 'unreported', P99: 'unreported' });
    expect([...model.states].toSorted()).toEqual(['merged', 'suppressed', 'unreported', 'value', 'zero']);
  });

  test('a sum names its pathways, and says that each is hidden', () => {
    const [sum] = rowOf(shape(), '992011')?.sums ?? [];
    expect([sum?.text, sum?.hiddenText]).toEqual([
      '地域とアウトリーチ 合わせて12件',
      '秘匿。地域とアウトリーチ 合わせて12件',
    ]);
    const [english] = rowOf(shape(null, 'code', 'en'), '992011')?.sums ?? [];
    expect(english?.text).toBe('the community and found by outreach together: 12');
  });

  test('a pathway is opened to its parts, with their sums; what cannot be opened stays closed', () => {
    const opened = shape('P04');
    expect(opened.columns.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['P04', 'P0401', 'P0402', 'P0403', 'P0404', 'P05']),
    );
    expect(opened.columns.filter(({ isOpen }) => isOpen === true).map(({ code }) => code)).toEqual(['P04']);
    expect(rowOf(opened, '992011')?.sums.map(({ letter, text }) => [letter, text])).toEqual([
      ['a', '地域とアウトリーチ 合わせて12件'],
      ['b', '民生委員・児童委員と自治会・町内会 合わせて9件'],
    ]);
    expect(shape('P01').columns).toHaveLength(9);
    const closed = {
      ...index,
      slices: Object.fromEntries(Object.entries(index.slices).filter(([key]) => !/P\d{4}/.test(key))),
    };
    expect(readPathwayChoice('P04', closed).open).toBeNull();
  });

  test('the address keeps both choices, and what it does not know is left out', () => {
    expect(['share.P04', 'P05', 'share', 'P77.smoothed', null].map((kind) => printPathwayChoice(readPathwayChoice(kind, index)))) // biome-ignore format: one thought
      .toEqual(['share.P04', 'P05', 'share', null, null]);
    const { shares: _, ...without } = index;
    expect(readPathwayChoice('share', without).values).toBe('count');
  });

  test('only years with counts by pathway are offered', () => {
    const slices = { 'N01|99|P01|all': ['u', 'x', 3], 'N01|99|P02|all': ['n', 'u', 0] } as const;
    expect(pathwayYears({ ...index, years: ['FY2022', 'FY2023', 'FY2024'], slices })).toEqual(['FY2023', 'FY2024']);
    expect(pathwayYears(prefectureIndex)).toEqual([]);
  });

  test('shares are hidden as published, with the same sums beside them', () => {
    const model = shape('share');
    const share = rowOf(model, '992011')?.cells.find(({ column }) => column === 'P01');
    expect(share?.figure).toEqual({ state: 'value', value: 57.1 });
    expect(cellsOf(model, '992011')).toMatchObject({ P04: 'a' });
  });

  test('the title names the most frequent pathway of those that are shown', () => {
    expect(shape().title).toBe('海野県全体で、見えている経路のうち最も多いのは「本人」の42件です');
    const open = { ...index, slices: { ...index.slices, 'N01|99|P03|all': [4], 'N01|99|P07|all': [13] } };
    const choice = readPathwayChoice(null, open);
    const title = (of: PrefectureIndex) => shapePathwayTable(of, { year: 'FY2024', choice, order: 'code', language: 'ja' }).title; // biome-ignore format: one thought
    expect(title(open)).toBe('海野県全体で最も多い経路は「本人」で、42件（45.7%）です');
    expect(title({ ...open, slices: { ...open.slices, 'N01|99|P02|all': [42] } })).toBe(
      '経路別の新規相談件数を市町村ごとに並べています',
    );
  });

  test('it is said how many counts of municipalities are seen, and how', () => {
    expect(shape().shown).toBe(
      'この表の市町村ごとの数は、0件のものを除いて8個です。うち3個は1つずつ見え、2個は2つか3つの合算で見え、3個は秘匿のままです。',
    );
    const shown = shapePathwayTable(
      { ...index, municipalities: [], protection: { ...index.protection, zeros: 'hidden' } },
      { year: 'FY2024', choice: readPathwayChoice(null, index), order: 'code', language: 'ja' },
    );
    expect(shown.shown).toBe('');
  });

  test('what is taken along holds states in words and the sums', () => {
    const { table } = shape('P04');
    const csv = writeCsv(table, 'ja').split('\r\n');
    expect(csv[0]).toMatch(
      /^\uFEFF市町村,人口,合計（件）,本人,家族・親族,知人・近隣,地域,地域：民生委員・児童委員,.*,合算$/,
    );
    expect(csv.find((line) => line.startsWith('海野市,'))).toMatch(
      /^海野市,40000,70,40,15,秘匿,秘匿,秘匿,秘匿,0,0,0,0,秘匿,0,0,地域とアウトリーチ 合わせて12件、民生委員・児童委員と自治会・町内会 合わせて9件$/,
    );
    expect(csv.find((line) => line.startsWith('青波町,'))).toContain('未報告,未報告');
    const sheet = shapeSheet(table, 'ja', { withRemarks: false });
    expect(sheet.rows[1]?.cells.at(-1)).toEqual({
      kind: 'text',
      text: '地域とアウトリーチ 合わせて12件、民生委員・児童委員と自治会・町内会 合わせて9件',
      isState: false,
    });
  });
});
