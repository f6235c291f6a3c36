import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import { audit } from '#functions/protect/audit.ts';
import type { Relation, Tables } from '#functions/protect/cells.ts';
import { protect } from '#functions/protect/protect.ts';
import { possibleValues } from './brute-force.ts';
import { crossTable, plainTables } from './tables.ts';

const solver = await loadSolver();
const threshold = 4;

const crossTables = fc
  .array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 3 })
  .map((counts) => crossTable(counts, { threshold, holders: true }));

/** Persons with one or several of three targets: the total, each target, and how many are not of it. */
const targetTables = fc
  .array(fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 12,
  })
  .map((persons): Tables => {
    const counts = [0, 1, 2].map((target) => persons.filter((targets) => targets.includes(target)).length);
    const all = persons.length;
    const targets = counts.map((_, target) => `t${target}`);
    const others = counts.map((_, target) => `not t${target}`);
    const relations: Relation[] = [
      { kind: 'cover', whole: 'all', parts: targets },
      ...targets.map((target, at): Relation => ({ kind: 'sum', whole: 'all', parts: [target, others[at] ?? ''] })),
    ];
    const values = {
      all,
      ...Object.fromEntries(counts.map((count, at) => [`t${at}`, count])),
      ...Object.fromEntries(counts.map((count, at) => [`not t${at}`, all - count])),
    };
    return plainTables(values, relations, { threshold, implicit: others });
  });

function protectedBy(tables: Tables, insider: string | null) {
  const { hidden, report } = protect({ tables, zeros: 'shown', solver });
  const open = new Set(
    tables.cells
      .filter(
        ({ id, isImplicit, holder }) => (hidden.includes(id) || isImplicit) && (insider === null || holder !== insider),
      )
      .map(({ id }) => id),
  );
  return { hidden, report, open };
}

function floorOf(tables: Tables): (id: string) => number {
  const implicit = new Set(tables.cells.filter(({ isImplicit }) => isImplicit).map(({ id }) => id));
  return (id) => (implicit.has(id) ? 0 : 1);
}

/** A sum is at least the number of its parts (or of theirs) that are not zero: shown zeros say so. */
function partsOf({ cells, relations }: Tables, id: string): number {
  const own = relations.filter(({ kind, whole }) => kind === 'sum' && whole === id);
  const isZero = (part: string) => cells.some((cell) => cell.id === part && (cell.value === 0 || cell.isImplicit));
  const counts = own.map(({ parts }) =>
    parts
      .filter((part) => !isZero(part))
      .reduce((sum, part) => sum + Math.max(1, partsOf({ cells, relations }, part)), 0),
  );
  return Math.max(0, ...counts);
}

/** Far enough to find two numbers that are both possible, near enough to come to an end. */
function someMore(tables: Tables): (id: string) => number {
  const values = new Map(tables.cells.map(({ id, value }) => [id, value]));
  return (id) => (values.get(id) ?? 0) + threshold;
}

describe('somebody who tries all numbers', () => {
  test.each([
    ['rows and columns', crossTables, null],
    ['rows and columns, from inside the first row', crossTables, 'r0'],
    ['persons with several targets', targetTables, null],
  ] as const)('cannot tell a small count more closely than allowed: %s', (_, arbitrary, insider) => {
    fc.assert(
      fc.property(arbitrary, (tables) => {
        const { report, open } = protectedBy(tables, insider);
        expect(report.isSafe).toBe(true);
        const possible = possibleValues(tables, open, { floor: floorOf(tables), most: someMore(tables) });
        for (const { id, value, holder } of tables.cells) {
          if (value < 1 || value >= threshold || !open.has(id)) continue;
          // An office knows its own part of a sum, so it is the others' own counts that are protected from it.
          if (insider !== null && holder === null) continue;
          const values = possible.get(id) ?? new Set();
          // As wide as 1 to 3, and from 1 on but for what shown zeros say.
          const bottom = Math.max(1, partsOf(tables, id));
          expect(Math.min(...values)).toBeLessThanOrEqual(bottom);
          expect(Math.max(...values)).toBeGreaterThanOrEqual(bottom + threshold - 2);
        }
      }),
      { numRuns: 15 },
    );
  });

  test.each([
    ['rows and columns', crossTables],
    ['persons with several targets', targetTables],
  ] as const)('finds the same intervals as the audit: %s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, fc.infiniteStream(fc.boolean()), (tables, choice) => {
        const hidden = new Set(
          tables.cells
            .filter(({ id, value, isImplicit }) => value > 0 && id !== 'all' && !isImplicit && choice.next().value)
            .slice(0, 8)
            .map(({ id }) => id),
        );
        const open = new Set([...hidden, ...tables.cells.filter(({ isImplicit }) => isImplicit).map(({ id }) => id)]);
        const all = tables.cells.find(({ id }) => id === 'all')?.value ?? 0;
        const possible = possibleValues(tables, open, { floor: floorOf(tables), most: () => all });
        for (const { cell, least, most } of audit({ tables, hidden, zeros: 'shown', solver })) {
          const values = [...(possible.get(cell) ?? [])];
          expect([cell, least, most]).toEqual([cell, Math.min(...values), Math.max(...values)]);
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('where zeros are hidden like small counts', () => {
  test('a zero may be anything up to the threshold, for all that anybody can tell', () => {
    fc.assert(
      fc.property(crossTables, (tables) => {
        const { hidden, report } = protect({ tables, zeros: 'hidden', solver });
        expect(report.isSafe).toBe(true);
        const audited = audit({ tables, hidden: new Set(hidden), zeros: 'hidden', solver });
        expect(tables.cells.filter(({ value }) => value < threshold).every(({ id }) => hidden.includes(id))).toBe(true);
        expect(audited.filter(({ isProtected }) => !isProtected)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

describe('the mask', () => {
  test('is the same for the same tables', () => {
    fc.assert(
      fc.property(crossTables, (tables) => {
        expect(protect({ tables, zeros: 'shown', solver })).toEqual(protect({ tables, zeros: 'shown', solver }));
      }),
      { numRuns: 20 },
    );
  });

  test('shows every zero, and hides every small count', () => {
    fc.assert(
      fc.property(crossTables, (tables) => {
        const hidden = new Set(protect({ tables, zeros: 'shown', solver }).hidden);
        for (const { id, value } of tables.cells) {
          if (value === 0) expect(hidden.has(id)).toBe(false);
          if (value > 0 && value < threshold) expect(hidden.has(id)).toBe(true);
        }
      }),
      { numRuns: 15 },
    );
  });
});
