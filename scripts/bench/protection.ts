/** Section protection: choosing what is hidden, auditing it, and the statistics, against the number of cells. */
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import { rateLimits } from '#functions/domain/statistics/funnel.ts';
import { rateWithIntervals } from '#functions/domain/statistics/intervals.ts';
import type { Relation, Tables } from '#functions/protect/cells.ts';
import { protect } from '#functions/protect/protect.ts';
import { createRandom } from '../sample/random.ts';
import { logSlope } from './log-slope.ts';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { measurePeak } from './peak-memory.ts';
import { measureCost } from './processor-time.ts';

const columns = 9;
const sizes = [15, 30, 60, 120];
const rounds = 5;
const areas = [435, 870, 1741];

export const protectionSection: Section = {
  title: `tables of municipalities × ${columns} pathways with their sums, small numbers hidden (架空のデータ); statistics of areas`,
  measure: async (world) => [
    ...(await measureProtection(sizes, rounds, world)),
    ...(await measureMemory(sizes)),
    ...(await measureStatistics()),
  ],
};

/** Counts of towns by pathway, with the sums of rows and columns that anybody can write down. */
export function makeTables(towns: number): Tables {
  const random = createRandom(`bench/protection/${towns}`);
  const id = (town: number | 'all', column: number | 'all') => `N01|${town}|${column}`;
  const values = Array.from({ length: towns }, () => Array.from({ length: columns }, () => random.whole(0, 40)));
  const sum = (some: readonly number[]) => some.reduce((total, value) => total + value, 0);
  const cell = (town: number | 'all', column: number | 'all', value: number) => ({
    ...{ id: id(town, column), value, holder: town === 'all' ? null : String(town), threshold: 5 },
    ...{ cost: 1 + Math.log10(1 + value), isImplicit: false },
  });
  const wholeColumn = (column: number) => sum(values.map((row) => row[column] ?? 0));
  const all = Array.from({ length: columns }, (_, column) => column);
  const relations: Relation[] = [
    ...values.map((_, town) =>
      relation(
        id(town, 'all'),
        all.map((column) => id(town, column)),
      ),
    ),
    ...all.map((column) =>
      relation(
        id('all', column),
        values.map((_row, town) => id(town, column)),
      ),
    ),
    relation(
      id('all', 'all'),
      values.map((_, town) => id(town, 'all')),
    ),
  ];
  return {
    cells: [
      ...values.flatMap((row, town) => [
        ...row.map((value, column) => cell(town, column, value)),
        cell(town, 'all', sum(row)),
      ]),
      ...all.map((column) => cell('all', column, wholeColumn(column))),
      cell('all', 'all', sum(all.map(wholeColumn))),
    ],
    relations,
  };
}

function relation(whole: string, parts: readonly string[]): Relation {
  return { kind: 'sum', whole, parts };
}

export async function measureProtection(
  towns: readonly number[],
  turns: number,
  { say }: BenchWorld,
): Promise<readonly Measurement[]> {
  const solver = await loadSolver();
  const measurements: Measurement[] = [];
  const points: { size: number; cost: number }[] = [];
  for (const count of towns) {
    const tables = makeTables(count);
    const took: number[] = [];
    let note = '';
    for (let turn = 0; turn <= turns; turn += 1) {
      const { result, processor } = await measureCost(() => protect({ tables, zeros: 'shown', solver }));
      if (!result.report.isSafe) throw new Error(`${count} towns were not protected`);
      if (turn > 0) took.push(processor);
      note = `${result.hidden.length} hidden, ${result.report.programmesSolved} programmes solved`;
    }
    measurements.push({ name: `${tables.cells.length} cells`, unit: 'ms', samples: took, note });
    points.push({ size: tables.cells.length, cost: Math.min(...took) });
    say(`protection: ${count} towns`);
  }
  return [...measurements, { name: 'slope over cells', unit: 'slope', samples: [logSlope(points)] }];
}

/** The least and the most cells, each in a process of its own. */
async function measureMemory(towns: readonly number[]): Promise<readonly Measurement[]> {
  const script = new URL('./protection/protect-in-process.ts', import.meta.url);
  const measurements: Measurement[] = [];
  for (const count of [Math.min(...towns), Math.max(...towns)])
    measurements.push({
      name: `peak memory, ${makeTables(count).cells.length} cells`,
      unit: 'bytes',
      samples: [await measurePeak(script, [String(count)])],
    });
  return measurements;
}

/** Intervals and funnel limits at both levels, as a comparison of so many areas needs for one measure. */
async function measureStatistics(): Promise<readonly Measurement[]> {
  const points: { size: number; cost: number }[] = [];
  const measurements: Measurement[] = [];
  for (const count of areas) {
    const random = createRandom(`bench/statistics/${count}`);
    const counts = Array.from({ length: count }, () => ({
      count: random.whole(0, 400),
      base: random.whole(3000, 400_000),
    }));
    const took: number[] = [];
    for (let turn = 0; turn <= rounds; turn += 1) {
      const { processor } = await measureCost(() =>
        counts.map(({ count: cases, base }) => [
          rateWithIntervals({ count: cases, base, per: 1000 }),
          rateLimits(0.5 + cases, 95),
          rateLimits(0.5 + cases, 99.8),
        ]),
      );
      if (turn > 0) took.push(processor);
    }
    measurements.push({ name: `intervals and funnel of ${count} areas`, unit: 'ms', samples: took });
    points.push({ size: count, cost: Math.min(...took) });
  }
  return [...measurements, { name: 'slope over areas', unit: 'slope', samples: [logSlope(points)] }];
}
