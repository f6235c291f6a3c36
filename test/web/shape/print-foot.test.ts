/** The foot of printed pages: source, reach, day of printing, pages; a source cannot break out of it. */
import { expect, test } from 'vitest';
import { printFoot } from '../../../web/src/shape/print-foot.ts';
import { himiIndex } from '../fixtures/published.ts';

test('source, reach and day stand at the left, page numbers at the right', () => {
  const foot = printFoot({ ...himiIndex, sources: ['氷見市の資料'] }, '令和7年1月14日 印刷', 'ja');
  expect(foot).toContain('content: "出典：氷見市の資料　データは平成30年3月31日まで　令和7年1月14日 印刷"');
  expect(foot).toContain('content: counter(page) " / " counter(pages)');
});

test('quotes and line breaks in a source stay text', () => {
  const foot = printFoot({ ...himiIndex, sources: ['a"; } body { display: none }\n\\'] }, 'x', 'ja');
  expect(foot).toContain('content: "出典：a\\22 ; } body { display: none }\\a \\5c 　');
});

test('a source that fills the line has it alone, and what follows is never torn apart', () => {
  const source = '平成30年度の実施状況報告（地域力強化推進事業・多機関の協働による包括的支援体制構築事業）';
  const foot = printFoot({ ...himiIndex, sources: [source] }, '令和7年1月14日 印刷', 'ja');
  expect(foot).toContain(`content: "出典：${source}" "\\a " "データは平成30年3月31日まで　令和7年1月14日 印刷"`);
});

test('a source of three lines and more is cut, so that the foot stays on the sheet', () => {
  const [, shown = ''] =
    /"出典：(長+…)"/.exec(printFoot({ ...himiIndex, sources: ['長'.repeat(300)] }, '', 'ja')) ?? [];
  expect([...shown].length).toBe(105);
});

test('before anything is loaded there is still the day', () => {
  expect(printFoot(null, '令和7年1月14日 印刷', 'ja')).toContain('content: "令和7年1月14日 印刷"');
});
