/** The best one-to-one assignment, against trying everything. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignBest } from '../../../functions/adopt/assign.ts';

/** The greatest sum, by trying every assignment. */
function bestSum(scores: readonly (readonly number[])[], row = 0, taken: ReadonlySet<number> = new Set()): number {
  if (row === scores.length) return 0;
  const without = bestSum(scores, row + 1, taken);
  return (scores[row] ?? []).reduce((best, score, column) => {
    if (score === 0 || taken.has(column)) return best;
    return Math.max(best, score + bestSum(scores, row + 1, new Set([...taken, column])));
  }, without);
}

test('no other assignment has a greater sum, no column is given twice, and what scores nothing stays alone', () => {
  const matrices = fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })).chain(([rows, columns]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(matrices, (scores) => {
      const assigned = assignBest(scores);
      const columns = assigned.filter((column) => column !== null);
      expect(new Set(columns).size).toBe(columns.length);
      const parts = assigned.map((column, row) => (column === null ? 0 : (scores[row]?.[column] ?? 0)));
      assigned.forEach((column, row) => {
        if (column !== null) expect(parts[row]).toBeGreaterThan(0);
      });
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(bestSum(scores));
    }),
  );
});

test('a column that two would like goes to the one for whom nothing else is as good', () => {
  expect(
    assignBest([
      [0.9, 0.8],
      [0.9, 0],
    ]),
  ).toEqual([1, 0]);
});
