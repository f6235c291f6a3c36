/** Shares by pathway as others see them (構成比): from what is shown, and from nothing else. */
import { describe, expect, test } from 'vitest';
import type { StoredFigure } from '#functions/domain/figure.ts';
import { computeSeenShares, sharesSeen } from '#functions/publish/seen-shares.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';

const codes = pathways.codes.map(({ code }) => code);
const first = pathways.codes.filter(({ parent }) => parent === null).map(({ code }) => code);
const none: Readonly<Record<string, StoredFigure>> = Object.fromEntries(codes.map((code) => [code, 0]));

function sharesOf(counts: Readonly<Record<string, StoredFigure>>, reached: readonly string[] = codes) {
  const shown = { ...none, ...counts };
  const shares = sharesSeen((pathway) => shown[pathway] ?? 'n', reached);
  return Object.fromEntries([...shares].filter(([, share]) => share !== 0));
}

describe('shares by pathway', () => {
  test('are of all cases, 不明 too, and add up to 100.0', () => {
    expect(sharesOf({ all: 30, P01: 10, P04: 10, P0401: 7, P0402: 3, P99: 10 })).toEqual({
      P01: 33.4,
      P04: 33.3,
      P0401: 23.3,
      P0402: 10,
      P99: 33.3,
    });
  });

  test('are hidden with their count; what is hidden is one rest', () => {
    // 8 of 40 are behind the two hidden ones, whichever has how many.
    const shares = sharesOf({ all: 40, P01: 32, P04: 'x', P07: 'x', P0401: 5, P0402: 'x' });
    expect(shares).toEqual({ P01: 80, P04: 'x', P07: 'x', P0401: 12.5, P0402: 'x' });
  });

  test('are hidden where all cases together are; 0 of them is still 0', () => {
    const shares = sharesSeen(
      (pathway) => ({ all: 'x', P01: 12, P02: 0, P03: 'u' })[pathway] as StoredFigure,
      ['P01', 'P02', 'P03'],
    );
    expect([...shares]).toEqual([
      ['P01', 'x'],
      ['P02', 0],
      ['P03', 'u'],
    ]);
  });

  test('are none where there were no cases, and unreported where nothing was', () => {
    expect(Object.values(sharesOf({ all: 0 }, first))).toEqual(first.map(() => 'n'));
    expect(Object.values(sharesOf(Object.fromEntries(['all', ...first].map((code) => [code, 'u'])), first))).toEqual(
      first.map(() => 'u'),
    );
  });

  test('stand by place and pathway, of the levels that are reached', () => {
    const shares = computeSeenShares({
      places: ['992011', '99'],
      years: ['FY2023', 'FY2024'],
      reached: ['P01', 'P04'],
      countOf: (place, pathway, year) => (pathway === 'all' ? 20 : place === '99' && year === 1 ? 'x' : 5),
    });
    expect(shares).toEqual({
      'N01|992011|P01': [25, 25],
      'N01|992011|P04': [25, 25],
      'N01|99|P01': [25, 'x'],
      'N01|99|P04': [25, 'x'],
    });
  });
});
