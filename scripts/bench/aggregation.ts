/** Section aggregation: from accepted cases to facts, and to every slice by month, beside DuckDB and arquero. */
import { openArquero } from './aggregation/arquero.ts';
import { makeCases } from './aggregation/cases.ts';
import { countOurs, requireSameFigures } from './aggregation/counted.ts';
import { loadDuckDb, openDuckDb } from './aggregation/duckdb.ts';
import { logSlope } from './log-slope.ts';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { measureCost, ratios } from './processor-time.ts';

const size = 1_000_000;
const rounds = 5;
const sizesOfSlope = [62_500, 125_000, 250_000, 500_000];

export const aggregationSection: Section = {
  title: `${size.toLocaleString('en')} cases of a city with 33 areas, ten years: facts and five indicators by slice and month (架空のデータ)`,
  measure: async (world) => await measureAggregation(size, world),
};

async function measureAggregation(count: number, { say }: BenchWorld): Promise<readonly Measurement[]> {
  const cases = makeCases(count);
  const duckDb = await loadDuckDb();
  const runDuckDb = typeof duckDb === 'string' ? null : await openDuckDb(duckDb, cases);
  const runArquero = openArquero(cases);
  const took = { ours: [] as number[], clock: [] as number[], duckDb: [] as number[], duckDbClock: [] as number[] };
  const arquero: number[] = [];
  // The first round lets all of them warm up, and shows that they count the same.
  for (let round = 0; round <= rounds; round += 1) {
    const ours = await measureCost(() => countOurs(cases));
    const one = runDuckDb === null ? null : await measureCost(async () => await runDuckDb(1));
    const two = runDuckDb === null || round > 2 ? null : await measureCost(async () => await runDuckDb(2));
    const other = round < 3 ? await measureCost(runArquero) : null;
    if (round === 0) {
      if (one !== null) requireSameFigures(ours.result, one.result(), 'DuckDB');
      if (other !== null) requireSameFigures(ours.result, other.result(), 'arquero');
    } else {
      took.ours.push(ours.processor);
      took.clock.push(ours.clock);
      if (one !== null) took.duckDb.push(one.processor);
      if (two !== null) took.duckDbClock.push(two.clock);
      if (other !== null) arquero.push(other.processor);
    }
    say(`aggregation: round ${round} of ${rounds}`);
  }
  const goal = { atMost: 1 };
  const name = (what: string) => ({ name: what, unit: 'ms' as const });
  const measurements: Measurement[] = [
    {
      ...{ ...name('ours'), samples: took.ours },
      note: 'counts the parts of R03 and R04 along, which the peers do not; the peers have their columns ready, ours begins with objects',
    },
    { ...name('arquero'), samples: arquero },
    { name: 'time of ours over arquero', unit: 'ratio', samples: ratios(took.ours.slice(0, 2), arquero), goal },
  ];
  if (runDuckDb === null) return [{ ...name('DuckDB'), samples: [Number.NaN], note: String(duckDb) }, ...measurements];
  return [
    ...measurements,
    { ...name('DuckDB, one thread'), samples: took.duckDb },
    { ...name('DuckDB, two threads, on the clock'), samples: took.duckDbClock },
    { name: 'time of ours over DuckDB', unit: 'ratio', samples: ratios(took.ours, took.duckDb), goal },
    {
      name: 'ours over DuckDB with two threads, on the clock',
      unit: 'ratio',
      samples: ratios(took.clock.slice(0, took.duckDbClock.length), took.duckDbClock),
    },
    await measureSlope(cases),
  ];
}

async function measureSlope(cases: Parameters<typeof countOurs>[0]): Promise<Measurement> {
  const points: { size: number; cost: number }[] = [];
  for (const count of sizesOfSlope) {
    const some = cases.slice(0, count);
    points.push({ size: count, cost: (await measureCost(() => countOurs(some))).processor });
  }
  return { name: 'slope over cases', unit: 'slope', samples: [logSlope(points)], goal: { atMost: 1.15 } };
}
