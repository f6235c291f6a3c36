/** Lines of a picture end where a Japanese reader expects it. */
import { expect, test } from 'vitest';
import { wrapText } from '../../../../web/src/shape/export/wrap-text.ts';

const characters = (text: string) => [...text].length;

test.each([
  ['地域からの相談は増えました。', 7, ['地域からの相談', 'は増えました。']],
  ['件数です。次の文', 4, ['件数で', 'す。次の', '文']],
  ['割合（%）の表', 3, ['割合', '（%）', 'の表']],
  ['Data until 31 December 2024', 12, ['Data until', '31 December', '2024']],
  ['令和6年度', 3, ['令和6', '年度']],
  ['', 5, []],
] as const)('%j in %i', (text, width, lines) => {
  expect(wrapText(text, width, characters)).toEqual(lines);
});

test('a word that is wider than the line stands alone', () => {
  expect(wrapText('a kasanari b', 3, characters)).toEqual(['a', 'kasanari', 'b']);
});
