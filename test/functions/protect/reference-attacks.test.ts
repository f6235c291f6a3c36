import { describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import { audit } from '#functions/protect/audit.ts';
import type { Relation, Tables } from '#functions/protect/cells.ts';
import { protect } from '#functions/protect/protect.ts';
import { crossTable, plainTables } from './tables.ts';

const solver = await loadSolver();

function intervalsOf(tables: Tables, hidden: readonly string[]): Record<string, [number, number]> {
  const found = audit({ tables, hidden: new Set(hidden), zeros: 'hidden', solver });
  return Object.fromEntries(found.map(({ cell, least, most }) => [cell, [least, most]]));
}

describe('what can be found out from a table with sums', () => {
  // Rows 7, 3 and 6, columns 9 and 7; the third row is shown.
  const little = crossTable(
    [
      [4, 3],
      [2, 1],
      [3, 3],
    ],
    { threshold: 5 },
  );

  test('hidden counts have the range that rows and columns leave them', () => {
    expect(intervalsOf(little, ['r0c0', 'r0c1', 'r1c0', 'r1c1'])).toMatchObject({ r0c0: [3, 6] });
  });

  const large = crossTable(
    [
      [30, 47, 64, 89],
      [90, 124, 5, 31],
      [92, 100, 59, 85],
      [800, 991, 651, 685],
    ],
    { threshold: 48 },
  );
  const twoInEach = ['r0c0', 'r0c1', 'r0c2', 'r1c0', 'r1c2', 'r2c1', 'r2c3', 'r3c1', 'r3c3'];

  test('two hidden cells in each row and column are not enough', () => {
    expect(intervalsOf(large, twoInEach)).toMatchObject({ r0c1: [47, 47] });
  });

  test('one more cell opens the one that was given away', () => {
    expect(intervalsOf(large, [...twoInEach, 'r1c1'])).toMatchObject({ r0c1: [0, 141] });
  });

  test('a table with two hidden cells in each row and column is mended', () => {
    const hidden = new Set(twoInEach);
    const cells = large.cells.map((cell) => ({ ...cell, threshold: cell.id === 'r0c1' ? 48 : 0 }));
    const protection = protect({
      tables: { ...large, cells },
      zeros: 'hidden',
      knowns: { earlier: [], shownElsewhere: new Set(), hiddenElsewhere: hidden },
      solver,
    });
    expect(protection.report.isSafe).toBe(true);
    expect(protection.hidden.length).toBeGreaterThan(twoInEach.length);
    const [least, most] = intervalsOf(large, protection.hidden).r0c1 ?? [47, 47];
    expect([least <= 1, most >= 47]).toEqual([true, true]);
  });
});

describe('what can be found out by subtracting', () => {
  const months = Array.from({ length: 12 }, (_, month) => `m${month}`);
  const relations: Relation[] = [{ kind: 'sum', whole: 'year', parts: months }];

  test('a year minus eleven months', () => {
    const counts = Object.fromEntries(months.map((month, number) => [month, number === 3 ? 2 : 10 + number]));
    const tables = plainTables({ year: 175, ...counts }, relations, { threshold: 5 });
    expect(intervalsOf(tables, ['m3'])).toEqual({ m3: [2, 2] });
    const { hidden, report } = protect({ tables, zeros: 'shown', solver });
    expect(report.isSafe).toBe(true);
    expect(hidden).toHaveLength(2);
    expect(hidden).toContain('m3');
    expect(hidden).not.toContain('year');
  });
});
