/** The sentences about municipalities: each is there in both languages, and 明らか is kept for 99.8 %. */
import { describe, expect, test } from 'vitest';
import {
  comparisonNotes,
  comparisonSentences,
  trendSentences,
} from '#sheets-schema/vocabulary/words/comparison-sentences.ts';

const all = Object.entries({ ...comparisonSentences, ...comparisonNotes, ...trendSentences });
const names = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].toSorted();
const known = ['name', 'value', 'reference', 'towns', 'outside', 'reported', 'due', 'first', 'last'];

test.each(all)('%s says the same in both languages', (_, { ja, en }) => {
  expect(names(en)).toEqual(names(ja));
  expect(names(ja).filter((name) => !known.includes(name ?? ''))).toEqual([]);
  expect([/。$/.test(ja), /\.$/.test(en)]).toEqual([true, true]);
});

describe('明らかに', () => {
  test('is said of what lies outside 99.8 % only', () => {
    const clearly = Object.entries(comparisonSentences).filter(
      ([, { ja, en }]) => /明らか/.test(ja) || /clearly/i.test(en),
    );
    expect(clearly.map(([key]) => key)).toEqual(['clearlyHigh', 'clearlyLow']);
  });

  test('what is not reported or hidden is not zero, and says so', () => {
    for (const key of ['noReport', 'hidden'] as const) {
      expect(comparisonSentences[key].ja).toContain('0件という意味ではありません');
      expect(names(comparisonSentences[key].ja)).toEqual(['name']);
    }
  });

  test('whoever is left out has no number in the sentence', () => {
    const leftOut = [
      'noReport',
      'noPopulation',
      'noBase',
      'overall',
      'ward',
      'prefecture',
      'hidden',
      'notApplicable',
    ] as const;
    expect(leftOut.flatMap((key) => names(comparisonSentences[key].ja))).toEqual(leftOut.map(() => 'name'));
  });
});
