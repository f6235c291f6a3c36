/** What a clerk gets who opens the CSV of a figure in Excel: the numbers as printed, words for states, no formula. */
import { describe, expect, test } from 'vitest';
import { defuse, writeCsv } from '../../../../web/src/shape/export/csv.ts';
import type { TableModel } from '../../../../web/src/shape/table-model.ts';
import { everyCell } from './a-figure.ts';

test('the whole file: byte order mark, CRLF, one header row, states as words, numbers that stay numbers', () => {
  expect(writeCsv(everyCell, 'ja')).toBe(
    `\uFEFF${[
      '経路,階層,令和5年度 件数,令和5年度 割合(%),令和6年度 件数,令和6年度 差,説明,注',
      "本人,1,1234,21.0,秘匿,-22,'=SUM(A1:A9),一部の報告機関が未報告：令和5年度 割合(%)",
      '"民生委員、""地域""",2,0,未報告,対象外,0.0,\'＋81 の番号,',
      '合計,,1234,100.0,,13.5,,',
    ].join('\r\n')}\r\n`,
  );
});

test('in English the words are English', () => {
  const [header, first, second] = writeCsv(everyCell, 'en').split('\r\n');
  expect(header).toContain(',Level,');
  expect(first).toContain(',suppressed,-22,');
  expect(second).toContain(',not reported,not applicable,');
});

test('a table without levels and with every report has no column for them', () => {
  const plain: TableModel = {
    caption: 'c',
    rowHeader: '月',
    columns: [{ key: 'n', label: '件数' }],
    rows: [{ key: '1', label: '4月', cells: [{ kind: 'figure', figure: { state: 'value', value: 3 }, decimals: 0 }] }],
  };
  expect(writeCsv(plain, 'ja')).toBe('\uFEFF月,件数\r\n4月,3\r\n');
});

describe('a text that would begin a formula', () => {
  test.each([
    '=1+1',
    '+81',
    '-1',
    '@SUM(1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '\tabc',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM',
    '﹣1',
    '−5',
    '  =1+1',
    '　＝HYPERLINK("http://example.jp")',
  ])('%j is made a text by an apostrophe', (text) => {
    expect(defuse(text)).toBe(`'${text}`);
  });

  test.each(['地域', '1-2', 'R6-0112', '― 目標なし', '▲12', "it's", 'a=b', '', '約30'])('%j stays as it is', (text) => {
    expect(defuse(text)).toBe(text);
  });

  test('also in names of rows and columns', () => {
    const table: TableModel = { ...everyCell, rowHeader: '=A', rows: [{ key: 'x', label: '@B', cells: [] }] };
    expect(
      writeCsv(table, 'ja')
        .split('\r\n')
        .slice(0, 2)
        .map((line) => line.replace('\uFEFF', '').split(',')[0]),
    ).toEqual(["'=A", "'@B"]);
  });
});
