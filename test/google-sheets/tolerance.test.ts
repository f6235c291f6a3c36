/** What people do with tabs and columns of their spreadsheet: nothing breaks, and the figures are the same. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenSpreadsheet } from '../google/person/open.ts';
import { makeFromTemplate, typeAll } from './clerk.ts';
import { allMarks, linesOf, peoplesOwn, summaryOf } from './look.ts';
import { createSheetsWorld, type SheetsWorld } from './sheets-world.ts';
import { figuresOf } from './towns.ts';

let world: SheetsWorld;
let book: OpenSpreadsheet;
let figures: unknown;
beforeAll(async () => {
  world = await createSheetsWorld();
  book = await makeFromTemplate(world);
  book.tab('圏域').paste('A3', [['E01', '東山地区', '地区', 'Z00']]);
  book.tab('相談受付').paste('A2', [
    ['R6-0001', '2024/4/1', null, '東山地区', '本人', '高齢者'],
    ['R6-0002', '2024/4/9', null, '東山地区', '町の人', '高齢者'],
    ['R6-0003', '2024/5/7', null, '東山地区', '行政', '生活困窮、ひきこもり'],
    ['R6-0004', "'6/2", null, 'E01', '行政', '生活困窮'],
  ]);
  book.tab('支援記録').paste('A2', [
    ['2024/4/2', 'R6-0001', '訪問', null, 30],
    ['2024/5/8', 'R6-0003', '来所相談', null, '約20'],
  ]);
  await world.run();
  figures = await figuresOf(world.store);
});
afterAll(async () => await world.close());

/** As it is called now. */
let caseTab = '相談受付';
const cases = () => book.tab(caseTab);

const doings: readonly (readonly [string, () => void])[] = [
  [
    'renames a tab',
    () => {
      cases().rename('Consultations');
      caseTab = 'Consultations';
    },
  ],
  ['moves a tab to the front', () => cases().move(1)],
  [
    'renames all headers in her own words',
    () => typeAll(book, caseTab, { A1: 'No.', B1: 'いつ', D1: 'どこの人', E1: 'だれから', F1: 'どんな人' }),
  ],
  ['duplicates a tab to try something out', () => cases().duplicate('ためし')],
  [
    'inserts a column in the middle',
    () => {
      cases().insertColumns('D', 1);
      cases().type('D1', 'めも');
      cases().type('D2', '電話あり');
    },
  ],
  ['moves columns', () => cases().moveColumn('B', 'H')],
  [
    'inserts title rows',
    () => {
      cases().insertRows(1, 2);
      cases().type('A1', '令和6年度 相談の記録');
    },
  ],
  ['filters the table, so that rows are hidden', () => cases().filter('A3:U8', [4, 6])],
  ['hides rows', () => cases().hideRows(5, 1)],
  ['freezes panes', () => cases().freeze(3, 2)],
  ['puts a chart on the tab', () => cases().addChart()],
  ['sorts the table', () => cases().sort('A', { isDescending: true, headerRow: 3 })],
  ['hides a tab', () => book.tab('支援記録').hide()],
  ['adds a thousand empty rows', () => cases().addRows(1000)],
];

// One spreadsheet all along: each thing comes on top of those before it.
describe('the clerk', { sequential: true, shuffle: false }, () => {
  test.each(doings)('%s', async (_, doing) => {
    const marks = Object.values(allMarks(book)).toSorted();
    world.wait({ minutes: 15 });
    doing();
    const own = JSON.stringify(peoplesOwn(book));
    const { held, unanswered, accepted } = await world.run();
    expect([held, unanswered, accepted]).toEqual([[], [], 1]);
    expect(await figuresOf(world.store)).toEqual(figures);
    expect(JSON.stringify(peoplesOwn(book)) === own).toBe(true);
    expect(summaryOf(book)).toBe('6行中 4行を集計しました。2行を直してください。');
    expect(Object.values(allMarks(book)).toSorted()).toEqual(marks);
    expect(linesOf(book).map((line) => line.replace(/^.* \w+\d+ \| /, ''))).toEqual(
      expect.arrayContaining([
        '直してください | 経路 | 町の人',
        '直してください | 受付日 | 6/2',
        'お知らせ | 時間分 | 約20',
      ]),
    );
    // Of the copy it is said that it is not read, and that is all.
    expect(linesOf(book).filter((line) => !line.startsWith('ためし |'))).toHaveLength(3);
  });
});
