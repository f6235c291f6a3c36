/** Section aggregation: from accepted cases to facts, and to every slice by month, beside DuckDB and arquero. */
import { openArquero } from './aggregation/arquero.ts';
import { makeCases } from './aggregation/cases.ts';
import { type Counting, countOurs, requireSameFigures } from './aggregation/counted.ts';
import { loadDuckDb, openDuckDb } from './aggregation/duckdb.ts';
import { logSlope } from './log-slope.ts';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { type Cost, measureCost, ratios } from './processor-time.ts';

type Cases = ReturnType<typeof makeCases>;

const sizes = {
  all: 1_000_000,
  /** arquero needs some minutes for all of them. */
  arquero: 20_000,
  slope: [62_500, 125_000, 250_000, 500_000],
};
const rounds = 5;
const roundsOfTwoThreads = 2;
const goal = { atMost: 1 };

export const aggregationSection: Section = {
  title: `${sizes.all.toLocaleString('en')} cases of a city with 33 areas, ten years: facts and five indicators by slice and month (架空のデータ)`,
  measure: async (world) => await measureAggregation(sizes, world),
};

/** All three count alike, or it throws: on the smaller size before anything is measured, DuckDB on all cases too. */
export async function measureAggregation(
  { all, arquero, slope }: { all: number; arquero: number; slope: readonly number[] },
  { say }: Pick<BenchWorld, 'say'>,
): Promise<readonly Measurement[]> {
  const cases = makeCases(all);
  const some = cases.slice(0, arquero);
  return [
    ...(await measureDuckDb(cases, some, say)),
    ...(await measureArquero(some, say)),
    await measureSlope(cases, slope),
  ];
}

async function measureDuckDb(cases: Cases, some: Cases, say: BenchWorld['say']): Promise<readonly Measurement[]> {
  const duckDb = await loadDuckDb();
  if (typeof duckDb === 'string') {
    const alone = await repeat(rounds, async () => await measure(() => countOurs(cases)));
    return [...parts('ours', alone), { name: 'DuckDB', unit: 'ms', samples: [Number.NaN], note: duckDb }];
  }
  // Both warm up on fewer cases.
  const warm = await openDuckDb(duckDb, some);
  requireSameFigures(countOurs(some).figures(), (await warm.count(1)).figures(), 'DuckDB');
  warm.close();
  const { count, close } = await openDuckDb(duckDb, cases);
  say('aggregation: DuckDB has the cases');
  const ours: Took[] = [];
  const one: Took[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const mine = await measureCost(() => countOurs(cases));
    const theirs = await measureCost(async () => await count(1));
    if (round === 1) requireSameFigures(mine.result.figures(), theirs.result.figures(), 'DuckDB');
    ours.push(tookOf(mine));
    one.push(tookOf(theirs));
    say(`aggregation: round ${round} of ${rounds}`);
  }
  const two = await repeat(roundsOfTwoThreads, async () => await measure(async () => await count(2)));
  close();
  return [
    ...parts('ours', ours),
    ...parts('DuckDB, one thread', one),
    { name: 'time of ours over DuckDB', unit: 'ratio', samples: ratios(processor(ours), processor(one)), goal },
    { name: 'ours, on the clock', unit: 'ms', samples: ours.map(({ clock }) => clock) },
    {
      ...{ name: 'DuckDB, two threads, on the clock', unit: 'ms', samples: two.map(({ clock }) => clock) },
      note: `${roundsOfTwoThreads} rounds; ours has one thread and its garbage collector`,
    },
  ];
}

async function measureArquero(some: Cases, say: BenchWorld['say']): Promise<readonly Measurement[]> {
  const run = openArquero(some);
  requireSameFigures(countOurs(some).figures(), run().figures(), 'arquero');
  const ours: Took[] = [];
  const theirs: Took[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    ours.push(await measure(() => countOurs(some)));
    theirs.push(await measure(run));
    say(`aggregation: arquero, round ${round} of ${rounds}`);
  }
  const of = `of ${some.length.toLocaleString('en')} cases`;
  return [
    { name: `ours, ${of}`, unit: 'ms', samples: processor(ours) },
    {
      name: `arquero, ${of}`,
      unit: 'ms',
      samples: processor(theirs),
      note: 'fewer cases, since it needs minutes for all',
    },
    { name: 'time of ours over arquero', unit: 'ratio', samples: ratios(processor(ours), processor(theirs)), goal },
  ];
}

/** The whole, and its two parts. */
function parts(name: string, costs: readonly Took[]): readonly Measurement[] {
  const note =
    name === 'ours'
      ? 'begins with objects and ends with facts as objects and arrays by slice; counts the parts of R03 (opening stock) and R04 (170 periods) along, which peers do not'
      : 'its rows are in its own columns before; groups the same facts into a table, then counts N01 and N05 to N08, and hands over rows of numbers';
  return [
    { name, unit: 'ms', samples: processor(costs), note },
    { name: `${name}: facts`, unit: 'ms', samples: costs.map(({ factsTook }) => factsTook) },
    {
      ...{ name: `${name}: figures from facts`, unit: 'ms' },
      samples: costs.map((cost) => cost.processor - cost.factsTook),
    },
  ];
}

function processor(costs: readonly Took[]): readonly number[] {
  return costs.map((cost) => cost.processor);
}

/** What is kept of a round: what was counted would fill the memory that the next one needs. */
interface Took extends Pick<Cost<Counting>, 'processor' | 'clock'>, Pick<Counting, 'factsTook'> {}

function tookOf({ processor, clock, result }: Cost<Counting>): Took {
  return { processor, clock, factsTook: result.factsTook };
}

async function measure(count: () => Counting | Promise<Counting>): Promise<Took> {
  return tookOf(await measureCost(count));
}

async function repeat<Result>(times: number, work: () => Promise<Result>): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let time = 0; time < times; time += 1) results.push(await work());
  return results;
}

async function measureSlope(cases: Cases, counts: readonly number[]): Promise<Measurement> {
  const points: { size: number; cost: number }[] = [];
  for (const count of counts) {
    const some = cases.slice(0, count);
    points.push({ size: count, cost: (await measureCost(() => countOurs(some))).processor });
  }
  return { name: 'slope over cases', unit: 'slope', samples: [logSlope(points)], goal: { atMost: 1.15 } };
}
