import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AreaToCompare, findPeers } from '#functions/domain/statistics/peers.ts';

const area = (code: string, attributes: Partial<AreaToCompare['attributes']>): AreaToCompare => ({
  code,
  attributes: { inhabitants: null, elderlyShare: null, density: null, households: null, ...attributes },
});
const orderOf = (areas: readonly AreaToCompare[], code: string) =>
  (findPeers(areas).get(code) ?? []).map((peer) => peer.code);

describe('peers', () => {
  test('sizes are compared by their ratio: 5,000 is as far from 10,000 as 50,000 from 100,000', () => {
    const areas = [5000, 10_000, 50_000, 100_000].map((inhabitants) => area(String(inhabitants), { inhabitants }));
    const distance = (one: string, other: string) =>
      findPeers(areas)
        .get(one)
        ?.find(({ code }) => code === other)?.distance;
    expect(distance('5000', '10000')).toBeCloseTo(distance('50000', '100000') ?? Number.NaN, 10);
    expect(orderOf(areas, '10000')).toEqual(['5000', '50000', '100000']);
  });

  test('of equal size, the one with as many old people is nearer; the reasons say so', () => {
    const areas = [
      area('own', { inhabitants: 20_000, elderlyShare: 30 }),
      area('young', { inhabitants: 20_000, elderlyShare: 20 }),
      area('old', { inhabitants: 22_000, elderlyShare: 31 }),
      area('city', { inhabitants: 500_000, elderlyShare: 25 }),
    ];
    expect(orderOf(areas, 'own')[0]).toBe('old');
    const [nearest] = findPeers(areas).get('own') ?? [];
    expect(nearest?.reasons.map(({ attribute, own, other }) => [attribute, own, other])).toEqual([
      ['inhabitants', 20_000, 22_000],
      ['elderlyShare', 30, 31],
    ]);
  });

  test('what is not given is left out of the reasons, and does not make areas alike', () => {
    const areas = [
      area('own', { inhabitants: 20_000, elderlyShare: 30, density: 100 }),
      area('a', { inhabitants: 20_500, density: 110 }),
      area('b', { inhabitants: 90_000, elderlyShare: 30, density: 2000 }),
      area('nothing', {}),
      area('zero', { inhabitants: 0 }),
    ];
    expect(orderOf(areas, 'own')).toEqual(['a', 'b']);
    expect(orderOf(areas, 'nothing')).toEqual([]);
    const [a] = findPeers(areas).get('own') ?? [];
    expect(a?.reasons.map(({ attribute }) => attribute).toSorted()).toEqual(['density', 'inhabitants']);
  });

  test('all equal are all alike, in the order of their codes; one area has no peer', () => {
    const equal = ['c', 'a', 'b'].map((code) => area(code, { inhabitants: 7, households: 3 }));
    expect(orderOf(equal, 'c')).toEqual(['a', 'b']);
    expect(findPeers(equal).get('c')?.[0]?.distance).toBe(0);
    expect(orderOf([area('a', { inhabitants: 7 })], 'a')).toEqual([]);
  });

  test('likeness is mutual and does not depend on the order of the areas', () => {
    const some = fc
      .array(
        fc.record({
          inhabitants: fc.option(fc.integer({ min: 1, max: 2_000_000 })),
          elderlyShare: fc.option(fc.nat(60)),
          density: fc.option(fc.integer({ min: 1, max: 9000 })),
          households: fc.constant(null),
        }),
        { minLength: 2, maxLength: 12 },
      )
      .map((all) => all.map((attributes, index) => ({ code: String(index), attributes })));
    fc.assert(
      fc.property(some, (areas) => {
        const [found, reversed] = [findPeers(areas), findPeers(areas.toReversed())];
        expect(reversed.get('0')).toEqual(found.get('0'));
        for (const { code, distance } of found.get('0') ?? [])
          expect(found.get(code)?.find((other) => other.code === '0')?.distance).toBeCloseTo(distance, 10);
      }),
    );
  });
});
