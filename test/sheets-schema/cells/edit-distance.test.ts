import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNearest } from '#sheets-schema';
import { editDistance } from '#sheets-schema/cells/edit-distance.ts';

describe('the distance of two words', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['民生員', '民生委員', 1],
    ['高齢', '高齢者', 1],
    ['kitten', 'sitting', 3],
    ['𠮷田', '吉田', 1],
  ])('%s and %s: %d', (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  test('is the same both ways, and 0 only for the same word', () => {
    const word = fc.string({ unit: fc.constantFrom('民', '生', '委', '員'), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(editDistance(one, other)).toBe(editDistance(other, one));
        expect(editDistance(one, other) === 0).toBe(one === other);
      }),
    );
  });
});

test('a word is near where at most a third of its letters differ, or it is contained', () => {
  const words = ['民生委員', '自治会', '地域包括支援センタ-'];
  expect(['民生員', '自治体', '包括支援センタ-', '役場', '民'].map((word) => findNearest(word, words))).toEqual([
    '民生委員',
    '自治会',
    '地域包括支援センタ-',
    null,
    null,
  ]);
});
