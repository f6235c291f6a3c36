/**
 * Somebody who kept a release subtracts it from the next. The attack shares nothing with the protection but the solver: it knows both
 * releases, which counts have not changed, and which have grown.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import type { Tables } from '#functions/protect/cells.ts';
import type { LinearProgramme } from '#functions/protect/linear-solver.ts';
import { nothingKnown, protect } from '#functions/protect/protect.ts';
import { crossTable } from './tables.ts';

const solver = await loadSolver();
const threshold = 5;

interface KeptRelease {
  readonly tables: Tables;
  readonly hidden: ReadonlySet<string>;
}

interface Told {
  readonly release: number;
  readonly cell: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
}

/** Of every small hidden count of each release, the least and the most that it can be, for somebody who has them all. */
function attack(releases: readonly KeptRelease[]): readonly Told[] {
  const columns = new Map<string, number>();
  const lower: number[] = [];
  const upper: number[] = [];
  const rows: LinearProgramme['rows'][number][] = [];
  for (const [release, { tables, hidden }] of releases.entries()) {
    for (const { id, value } of tables.cells) {
      columns.set(`${release} ${id}`, columns.size);
      lower.push(hidden.has(id) ? 1 : value);
      upper.push(hidden.has(id) ? 1000 : value);
    }
    const columnOf = (id: string) => columns.get(`${release} ${id}`) ?? -1;
    for (const { whole, parts } of tables.relations) {
      const all = [whole, ...parts].map(columnOf);
      rows.push({ columns: all, coefficients: all.map((_, at) => (at === 0 ? 1 : -1)), lower: 0, upper: 0 });
    }
    const before = releases[release - 1];
    for (const { id, value } of before === undefined ? [] : tables.cells) {
      const then = before?.tables.cells.find((cell) => cell.id === id)?.value ?? 0;
      if (value < then) continue;
      const pair = [columnOf(id), columns.get(`${release - 1} ${id}`) ?? -1];
      rows.push({ columns: pair, coefficients: [1, -1], lower: 0, upper: value === then ? 0 : 1000 });
    }
  }
  const model = solver.createModel({
    columns: columns.size,
    costs: new Float64Array(columns.size),
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    rows,
  });
  const end = (column: number, cost: 1 | -1) => {
    model.setCost(column, cost);
    const { outcome, values } = model.solve({ isInteger: true });
    model.setCost(column, 0);
    if (outcome !== 'optimal') throw new Error(`The attack is ${outcome}`);
    return Math.round(values[column] ?? 0);
  };
  const told = releases.flatMap(({ tables, hidden }, release) =>
    tables.cells
      .filter(({ id, value }) => hidden.has(id) && value > 0 && value < threshold)
      .map(({ id, value }): Told => {
        const column = columns.get(`${release} ${id}`) ?? -1;
        return { release, cell: id, value, least: end(column, 1), most: end(column, -1) };
      }),
  );
  model.dispose();
  return told;
}

/** A sum is known to be at least as many as it has parts that are not zero, now or in a release before which it has grown from. */
function leastAllowed(releases: readonly KeptRelease[], { release, cell }: Told): number {
  return Math.max(
    1,
    ...releases.slice(0, release + 1).map(({ tables }) => {
      const countOf = (id: string) => tables.cells.find((each) => each.id === id)?.value ?? 0;
      return Math.max(
        0,
        ...tables.relations
          .filter(({ whole }) => whole === cell)
          .map(({ parts }) => parts.filter((part) => countOf(part) > 0).length),
      );
    }),
  );
}

/** Those of which more is told than what the zeros of both releases say by themselves, or that are narrower than 1 to 4 from there on. */
function narrow(releases: readonly KeptRelease[], told: readonly Told[]): readonly Told[] {
  const inDoubt = told.filter((each) => isNarrow(each, leastAllowed(releases, each)));
  if (inDoubt.length === 0) return [];
  const nothingButZeros = releases.map(({ tables }) => ({
    tables,
    hidden: new Set(tables.cells.filter(({ value }) => value > 0).map(({ id }) => id)),
  }));
  const byZeros = attack(nothingButZeros);
  return inDoubt.filter((each) => {
    const same = byZeros.find(({ release, cell }) => release === each.release && cell === each.cell);
    return isNarrow(each, Math.max(1, same?.least ?? 0));
  });
}

function isNarrow({ least, most }: Told, bottom: number): boolean {
  return least > bottom || most < bottom + threshold - 2;
}

function protectNext(counts: readonly (readonly number[])[], before: KeptRelease | null) {
  const tables = crossTable(counts, { threshold, holders: true });
  const earlier =
    before === null
      ? []
      : [
          {
            values: Object.fromEntries(before.tables.cells.map(({ id, value }) => [id, value])),
            hidden: [...before.hidden],
            policy: { threshold, zeros: 'shown' } as const,
          },
        ];
  const { hidden, report } = protect({ tables, zeros: 'shown', knowns: { ...nothingKnown, earlier }, solver });
  return { release: { tables, hidden: new Set(hidden) }, report };
}

/** Towns by pathways, and what came to each of them (or was taken back) until the next release. */
const twoReleases = fc.integer({ min: 3, max: 5 }).chain((towns) =>
  fc.integer({ min: 3, max: 4 }).chain((pathways) => {
    const table = (cell: fc.Arbitrary<number>) =>
      fc.array(fc.array(cell, { minLength: pathways, maxLength: pathways }), { minLength: towns, maxLength: towns });
    return fc.record({
      counts: table(
        fc.oneof({ weight: 2, arbitrary: fc.nat(6) }, { weight: 3, arbitrary: fc.integer({ min: 5, max: 40 }) }),
      ),
      changes: table(
        fc.oneof(
          { weight: 6, arbitrary: fc.constant(0) },
          { weight: 3, arbitrary: fc.integer({ min: 1, max: 4 }) },
          { weight: 1, arbitrary: fc.integer({ min: -3, max: -1 }) },
        ),
      ),
    });
  }),
);

describe('two releases of small prefectures', () => {
  test('together tell no small count of either more closely than allowed', () => {
    let published = 0;
    let attacked = 0;
    fc.assert(
      fc.property(twoReleases, ({ counts, changes }) => {
        const first = protectNext(counts, null);
        if (!first.report.isSafe) return;
        const next = counts.map((row, town) => row.map((count, at) => Math.max(0, count + (changes[town]?.[at] ?? 0))));
        const second = protectNext(next, first.release);
        if (!second.report.isSafe) return;
        published += 1;
        // What was printed before with the value that it still has cannot be hidden again; the report names it.
        const given = new Set(second.report.alreadyPublished);
        const hiddenNow = new Set([...second.release.hidden].filter((id) => !given.has(id)));
        const releases = [first.release, { ...second.release, hidden: hiddenNow }];
        const told = attack(releases);
        attacked += told.length;
        expect(narrow(releases, told)).toEqual([]);
      }),
      { numRuns: 30, seed: 20181101 },
    );
    expect(published).toBeGreaterThan(20);
    expect(attacked).toBeGreaterThan(100);
  });

  test('protected one by one would tell some', () => {
    let found = 0;
    fc.assert(
      fc.property(twoReleases, ({ counts, changes }) => {
        const next = counts.map((row, town) => row.map((count, at) => Math.max(0, count + (changes[town]?.[at] ?? 0))));
        const releases = [protectNext(counts, null), protectNext(next, null)].map(({ release }) => release);
        // A count that is hidden now was perhaps printed with the same value: that alone gives it away.
        found += narrow(releases, attack(releases)).length;
      }),
      { numRuns: 15, seed: 20181101 },
    );
    expect(found).toBeGreaterThan(0);
  });
});
