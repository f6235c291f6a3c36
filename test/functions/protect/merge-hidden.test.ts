import { describe, expect, test } from 'vitest';
import type { StoredFigure } from '#functions/domain/figure.ts';
import { mergeHidden } from '#functions/protect/merge-hidden.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';

const none: Readonly<Record<string, StoredFigure>> = Object.fromEntries(pathways.codes.map(({ code }) => [code, 0]));
const town = { ...none, all: 50, P01: 20, P02: 9, P03: 2, P04: 12, P0401: 9, P0402: 3, P07: 7 };

function mergedOf(
  counts: Readonly<Record<string, StoredFigure>>,
  hidden: readonly string[],
  { reach = 2, shownGroups = [] }: { readonly reach?: 1 | 2; readonly shownGroups?: readonly string[] } = {},
) {
  // Groups are hidden here unless a test shows one.
  const isShown = (pathway: string) =>
    !hidden.includes(pathway) && (!pathway.includes('+') || shownGroups.includes(pathway));
  return mergeHidden({ exact: (pathway) => counts[pathway] ?? 'n', isShown, least: 5, reach });
}

describe('pathways that are hidden one by one', () => {
  test('are printed together: what the shown ones leave of the whole', () => {
    expect(mergedOf(town, ['P03', 'P07', 'P0401', 'P0402'])).toEqual([
      { whole: 'all', pathways: ['P03', 'P07'], count: 9 },
      { whole: 'P04', pathways: ['P0401', 'P0402'], count: 12 },
    ]);
  });

  test('are printed with those that are alike where their sum is shown, and the rest by itself', () => {
    const hidden = ['P02', 'P03', 'P04', 'P06', 'P08', 'P07'];
    const counts = { ...town, all: 60, P06: 6, P08: 4 };
    expect(mergedOf(counts, hidden, { shownGroups: ['P01+P02+P03', 'P04+P07'] })).toEqual([
      { whole: 'P01+P02+P03', pathways: ['P02', 'P03'], count: 11 },
      { whole: 'P04+P07', pathways: ['P04', 'P07'], count: 19 },
      { whole: 'all', pathways: ['P06', 'P08'], count: 10 },
    ]);
  });

  test('are not where the whole is hidden, or one alone would be printed', () => {
    expect(mergedOf(town, ['all', 'P03', 'P07'])).toEqual([]);
    expect(mergedOf(town, ['P03'])).toEqual([]);
  });

  test('are not where something else would be counted with them', () => {
    // Three cases belong to no pathway; or one pathway was not reported.
    expect(mergedOf({ ...town, all: 53 }, ['P03', 'P07'])).toEqual([]);
    expect(mergedOf({ ...town, P05: 'u' }, ['P03', 'P07'])).toEqual([]);
  });

  test('are not where their sum is small itself, as it may be where zeros are hidden', () => {
    expect(mergedOf({ ...town, all: 45, P07: 2 }, ['P03', 'P07', 'P08'])).toEqual([]);
  });

  test('are of the first level only for those who do not reach the second', () => {
    expect(mergedOf(town, ['P03', 'P07', 'P0401', 'P0402'], { reach: 1 }).map(({ whole }) => whole)).toEqual(['all']);
  });
});
