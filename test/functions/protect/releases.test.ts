import { describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import { audit } from '#functions/protect/audit.ts';
import type { Relation, Tables } from '#functions/protect/cells.ts';
import { type Snapshot, withEarlier } from '#functions/protect/earlier.ts';
import { nothingKnown, protect } from '#functions/protect/protect.ts';
import { crossTable, plainTables } from './tables.ts';

const solver = await loadSolver();
const threshold = 5;
const sum: Relation[] = [{ kind: 'sum', whole: 'all', parts: ['a', 'b', 'c', 'd'] }];

function pathwaysOf(a: number, b: number, c: number, d: number): Tables {
  return plainTables({ all: a + b + c + d, a, b, c, d }, sum, { threshold });
}

const policy = { threshold, zeros: 'shown' } as const;

function snapshotOf(tables: Tables, hidden: readonly string[]): Snapshot {
  return { values: Object.fromEntries(tables.cells.map(({ id, value }) => [id, value])), hidden, policy };
}

/** What somebody knows who kept the earlier releases, of every small count of any of them. */
function smallIntervals(tables: Tables, hidden: readonly string[], earlier: readonly Snapshot[]) {
  const extended = withEarlier(tables, earlier);
  const open = new Set([...hidden.filter((id) => !extended.known.has(id)), ...extended.hidden]);
  for (const id of extended.known) open.delete(id);
  return audit({ tables: extended.tables, hidden: open, zeros: 'shown', solver }).filter(({ isSmall }) => isSmall);
}

describe('a release after another', () => {
  const before = pathwaysOf(4, 7, 12, 20);
  const first = protect({ tables: before, zeros: 'shown', solver });

  test('a small count and its neighbour are hidden', () => {
    expect(first.hidden).toEqual(['a', 'b']);
  });

  test('a count that has grown is not shown where it would give away what it was', () => {
    // a has grown to 5, which could be shown, but b has not changed: 11 - 7 would be the 4 of before.
    const after = pathwaysOf(5, 7, 12, 20);
    const earlier = [snapshotOf(before, first.hidden)];
    expect(smallIntervals(after, [], earlier).some(({ isProtected }) => !isProtected)).toBe(true);
    const second = protect({ tables: after, zeros: 'shown', knowns: { ...nothingKnown, earlier }, solver });
    expect(second.report.isSafe).toBe(true);
    expect(second.hidden).toEqual(['a', 'b']);
    expect(smallIntervals(after, second.hidden, earlier).map(({ isProtected }) => isProtected)).toEqual([true]);
  });

  test('a count that nobody needs any more is shown again', () => {
    const after = plainTables({ all: 39, c: 19, d: 20 }, [{ kind: 'sum', whole: 'all', parts: ['c', 'd'] }], {
      threshold,
    });
    const earlier = [{ values: { all: 39, c: 19, d: 20 }, hidden: ['c', 'd'], policy }];
    expect(protect({ tables: after, zeros: 'shown', knowns: { ...nothingKnown, earlier }, solver }).hidden).toEqual([]);
  });

  test('the mask stays when nothing changed, even where another would do', () => {
    const earlier = [snapshotOf(before, ['a', 'c'])];
    expect(protect({ tables: before, zeros: 'shown', knowns: { ...nothingKnown, earlier }, solver }).hidden).toEqual([
      'a',
      'c',
    ]);
  });

  test('what was published cannot be taken back, and is no help', () => {
    // b stood in the release before with the same 7, so hiding it again protects nothing.
    const small = pathwaysOf(3, 7, 12, 20);
    const earlier = [{ values: { b: 7 }, hidden: [], policy }];
    const { hidden, report } = protect({ tables: small, zeros: 'shown', knowns: { ...nothingKnown, earlier }, solver });
    expect([hidden, report.isSafe]).toEqual([['a', 'c'], true]);
  });

  test('a single new case among counts that have not changed hides their total', () => {
    const one = plainTables({ all: 39, a: 0, b: 7, c: 12, d: 20 }, sum, { threshold });
    const other = plainTables({ all: 40, a: 1, b: 7, c: 12, d: 20 }, sum, { threshold });
    const earlier = [snapshotOf(one, [])];
    const { hidden, report } = protect({ tables: other, zeros: 'shown', knowns: { ...nothingKnown, earlier }, solver });
    expect([hidden, report.isSafe]).toEqual([['a', 'all'], true]);
  });

  test('a small count that was published is hidden from now on, and told to the administrator', () => {
    const small = pathwaysOf(3, 7, 12, 20);
    const earlier = [{ values: { a: 3 }, hidden: [], policy }];
    const { hidden, report } = protect({ tables: small, zeros: 'shown', knowns: { ...nothingKnown, earlier }, solver });
    expect([report.alreadyPublished, report.isSafe, hidden]).toEqual([['a'], true, ['a', 'b']]);
  });

  test('a release that gives a count away is not safe, and says whose', () => {
    // Everything but a is known from elsewhere.
    const small = pathwaysOf(3, 7, 12, 20);
    const shownElsewhere = new Set(['all', 'b', 'c', 'd']);
    const { report } = protect({ tables: small, zeros: 'shown', knowns: { ...nothingKnown, shownElsewhere }, solver });
    expect(report.isSafe).toBe(false);
    expect(report.found).toContainEqual({ cell: 'a', finders: 'all' });
  });
});

describe('audiences', () => {
  const counts = [
    [3, 9, 21],
    [8, 12, 30],
    [7, 6, 40],
    [14, 2, 18],
  ];
  const prefecture = crossTable(counts, { threshold: 5, holders: true });
  const everyone = crossTable(counts, { threshold: 10, holders: true });

  test('an officer with both views learns nothing from the public one', () => {
    const own = protect({ tables: prefecture, zeros: 'shown', solver });
    const published = protect({
      tables: everyone,
      zeros: 'shown',
      knowns: { ...nothingKnown, hiddenElsewhere: new Set(own.hidden) },
      solver,
    });
    expect(published.report.isSafe).toBe(true);
    expect(own.hidden.filter((id) => !published.hidden.includes(id))).toEqual([]);
  });

  test.each(['r0', 'r1', 'r2', 'r3'])(
    'the office of %s, which knows its own counts, cannot tell those of others',
    (insider) => {
      const { hidden, report } = protect({ tables: prefecture, zeros: 'shown', solver });
      expect(report.isSafe).toBe(true);
      const cells = audit({ tables: prefecture, hidden: new Set(hidden), zeros: 'shown', insider, solver });
      expect(cells.filter(({ cell, isProtected }) => cell.startsWith('r') && !isProtected)).toEqual([]);
    },
  );

  test('two towns alone in a column would know each other', () => {
    // Without thinking of offices, two hidden counts in a column are enough.
    const columns = crossTable(
      [
        [3, 30],
        [8, 40],
        [20, 50],
      ],
      { threshold: 5 },
    );
    const hidden = new Set(protect({ tables: columns, zeros: 'shown', solver }).hidden);
    const withHolders = crossTable(
      [
        [3, 30],
        [8, 40],
        [20, 50],
      ],
      { threshold: 5, holders: true },
    );
    const cells = audit({ tables: withHolders, hidden, zeros: 'shown', insider: 'r1', solver });
    expect(cells.find(({ cell }) => cell === 'r0c0')).toMatchObject({ least: 3, most: 3, isProtected: false });
  });
});
