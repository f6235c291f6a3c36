import { expect, test } from 'vitest';
import { hiddenNote } from '../../../../web/src/shape/comparison/comparison-notes.ts';

test('秘匿 is explained by the rule that the figures were hidden by, not by a usual one', () => {
  expect(hiddenNote({ threshold: 5, zeros: 'shown', roundedTo: 1 }, 'ja')).toBe(
    'x 秘匿は、5件未満の件数と、それが分かってしまう値です。0件という意味ではありません。',
  );
  expect(hiddenNote({ threshold: 10, zeros: 'hidden', roundedTo: 10 }, 'ja')).toBe(
    'x 秘匿は、0件を含む10件未満の件数と、それが分かってしまう値です。',
  );
  // A release of an earlier version does not say by which rule.
  expect(hiddenNote(undefined, 'ja')).not.toMatch(/\d件未満/);
});
