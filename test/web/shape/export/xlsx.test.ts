/** What a clerk gets who opens the .xlsx of a figure: numbers with formats, words for states, and where it comes from. */
import { readXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { writeXlsx } from '../../../../web/src/shape/export/xlsx.ts';
import { aFigure } from './a-figure.ts';

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('the whole sheet, read back: numbers are numbers, states are words, a formula is a text', async () => {
  const workbook = await readXlsx(writeXlsx(aFigure));
  expect(workbook.sheets.map(({ name }) => name)).toEqual(['構成比']);
  expect(workbook.sheets[0]?.rows.map((row) => row.map((cell) => cell ?? ''))).toEqual([
    ['経路', '階層', '令和5年度 件数', '令和5年度 割合(%)', '令和6年度 件数', '令和6年度 差', '説明'],
    ['本人', 1, 1234, 21, '秘匿', -22, '=SUM(A1:A9)'],
    ['民生委員、"地域"', 2, 0, '未報告', '対象外', 0, '＋81 の番号'],
    ['合計', '', 1234, 100, '', 13.5, ''],
    ['', '', '', '', '', '', ''],
    ['架空のデータ', '藤ヶ浦市', '', '', '', '', ''],
    ['内容', '本人からの相談は22件減りました　新規相談件数（件）と割合(%)', '', '', '', '', ''],
    ['注', '＊は、一部の報告機関が未報告の値です。', '', '', '', '', ''],
    ['注', '割合は、合計が100.0になるように端数を整えています。', '', '', '', '', ''],
    ['出典', '藤ヶ浦市の報告（2機関）', '', '', '', '', ''],
    ['データの最終日', '令和6年12月31日', '', '', '', '', ''],
    ['公表', '1月14日 6:10', '', '', '', '', ''],
    ['リンク', 'http://127.0.0.1/992054/pathways#figure-shares', '', '', '', '', ''],
  ]);
});

test('formats, bold header, frozen header, no formula anywhere', () => {
  const text = textOf(writeXlsx(aFigure));
  expect(text).toContain('formatCode="#,##0.0&quot;＊&quot;"');
  expect(text).toContain('formatCode="+#,##0;-#,##0;&quot;±&quot;0"');
  expect(text).toContain('<pane xSplit="1" ySplit="1" topLeftCell="B2" activePane="bottomRight" state="frozen"/>');
  expect(text).toContain('<b/>');
  expect(text).not.toContain('<f>');
});

test('the same figure gives the same bytes', () => {
  expect(writeXlsx(aFigure)).toEqual(writeXlsx(aFigure));
});

test('a name that is no name of a sheet, and characters that XML refuses, still give a file', async () => {
  const names = ['市', '概況', "'a[b]:c*d?e/f\\g'".repeat(4), ''];
  const figure = { ...aFigure, names, source: 'a\u0000b\u000B<&>"_x0041_ \uD800' };
  const workbook = await readXlsx(writeXlsx(figure));
  const source = workbook.sheets[0]?.rows.find(([name]) => name === '出典')?.[1];
  expect(workbook.sheets[0]?.name.length).toBeLessThanOrEqual(31);
  expect(String(source)).toMatch(/^ab<&>"_(?:x005F_)?x0041_ $|^ab<&>"_(?:x005F_)?x0041_$/);
});
