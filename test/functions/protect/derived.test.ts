import { describe, expect, test } from 'vitest';
import { defaultPolicies, presetPolicies, printCount } from '#functions/domain/protection-policy.ts';
import { countsBehind, countsBehindShare, hideDerived, orderWithoutHidden } from '#functions/protect/derived.ts';

const place = { municipality: '162051', period: 'FY2018', periodBefore: 'FY2017', pathway: 'all', target: 'all' };

describe('figures worked out from hidden counts', () => {
  test('a rate gives its count away, one of older people that of the target', () => {
    expect(countsBehind('R06', place)).toEqual(['N01|162051|FY2018|all|all']);
    expect(countsBehind('R07', place)).toEqual(['N01|162051|FY2018|all|T01']);
  });

  test('a ratio gives both of its sides away', () => {
    expect(countsBehind('R02', place)).toEqual(['N08|162051|FY2018|all|all', 'N01|162051|FY2018|all|all']);
    expect(countsBehind('R03', place)).toContain('N07|162051|FY2017|all|all');
    expect(countsBehind('R01', place)).toEqual(['N01|162051|FY2018|P04|all', 'N01|162051|FY2018|known|all']);
  });

  test('a share gives its pathway away, and all known pathways together', () => {
    expect(countsBehindShare({ ...place, pathway: 'P02' })).toEqual([
      'N01|162051|FY2018|P02|all',
      'N01|162051|FY2018|known|all',
    ]);
  });

  test('how much was reported tells nothing of persons', () => {
    expect(countsBehind('Q01', place)).toEqual([]);
  });

  test('one hidden count hides the figure; not reported stays not reported', () => {
    const hidden = new Set(['N08|162051|FY2018|all|all']);
    expect(hideDerived(12.5, countsBehind('R02', place), hidden)).toBe('x');
    expect(hideDerived('u', countsBehind('R02', place), hidden)).toBe('u');
    expect(hideDerived(12.5, countsBehind('R05', place), hidden)).toBe(12.5);
  });

  test('hidden figures do not show their place in a sorted list', () => {
    const rows = [
      { code: 'c', figure: 9 },
      { code: 'b', figure: 'x' as const },
      { code: 'd', figure: 2 },
      { code: 'a', figure: 'x' as const },
    ];
    expect(orderWithoutHidden(rows).map(({ code }) => code)).toEqual(['c', 'd', 'a', 'b']);
  });
});

describe('a printed count', () => {
  test('is as it is, rounded to tens, or hidden', () => {
    expect(printCount(14, false, defaultPolicies.prefecture)).toBe(14);
    expect(printCount(14, false, presetPolicies.kaigo)).toBe(10);
    expect(printCount(15, false, presetPolicies.kaigo)).toBe(20);
    expect(printCount(14, true, presetPolicies.NDB)).toBe('x');
    expect(printCount(0, false, presetPolicies.kaigo)).toBe(0);
    expect(printCount('u', true, presetPolicies.NDB)).toBe('u');
  });
});
