import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distributeActions } from '#functions/domain/detail/actions-per-case.ts';

/** One number a case, as they would stand in a column of a spreadsheet. */
const columns = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 60 });

function countEach(actions: readonly number[]): (readonly [number, number])[] {
  return [...new Set(actions)].map((one) => [one, actions.filter((other) => other === one).length] as const);
}

/** QUARTILE.INC: between the two cases around the rank 1 + (n - 1) × share. */
function quartile(actions: readonly number[], share: number): number {
  const sorted = actions.toSorted((one, other) => one - other);
  const rank = (sorted.length - 1) * share;
  const [below = 0, above = below] = sorted.slice(Math.floor(rank));
  return below + (above - below) * (rank % 1);
}

test('a column of 1, 2, 3, 4 has the quartiles 1.75, 2.5 and 3.25, as in a spreadsheet', () => {
  expect(distributeActions(countEach([4, 1, 3, 2]))?.quartiles).toEqual([1.75, 2.5, 3.25]);
});

test('no case has no distribution', () => {
  expect([distributeActions([]), distributeActions([[3, 0]])]).toEqual([null, null]);
});

test('both sides of every border of the classes', () => {
  const borders = [0, 1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 22];
  const { classes = [] } = distributeActions(countEach(borders)) ?? {};
  expect(classes.map(({ from, to, cases }) => [from, to, cases])).toEqual([
    [0, 0, 1],
    [1, 1, 1],
    [2, 3, 2],
    [4, 5, 2],
    [6, 10, 2],
    [11, 20, 2],
    [21, null, 2],
  ]);
});

test('counted case by case it is the same', () => {
  fc.assert(
    fc.property(columns, (actions) => {
      const told = distributeActions(countEach(actions));
      const inClass = (from: number, to: number | null) =>
        actions.filter((one) => one >= from && (to === null || one <= to)).length;
      expect(told?.cases).toBe(actions.length);
      expect(told?.classes.map(({ cases }) => cases)).toEqual(told?.classes.map(({ from, to }) => inClass(from, to)));
      expect(told?.classes.reduce((sum, { cases }) => sum + cases, 0)).toBe(actions.length);
      expect(told?.mean).toBeCloseTo(actions.reduce((sum, one) => sum + one, 0) / actions.length, 9);
      for (const [position, share] of [0.25, 0.5, 0.75].entries())
        expect(told?.quartiles[position]).toBeCloseTo(quartile(actions, share), 9);
    }),
  );
});
