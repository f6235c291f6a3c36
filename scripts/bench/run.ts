/** Section run: a whole run over many workbooks: all of them changed, one changed, none changed. */
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createMemoryWorkbooks, type MemoryWorkbook } from '#functions/adapters/memory/workbooks.ts';
import { runOnce } from '#functions/run.ts';
import { logSlope } from './log-slope.ts';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { benchNow, createWorkbook, plainTown } from './prefecture/prefecture.ts';
import { type Cost, measureCost } from './processor-time.ts';
import { countSource, countStore } from './run/counted-world.ts';

const workbookCount = 60;
/** Cases and the actions of them come to about 5,000 rows a workbook. */
const casesEachMonth = 245;
const year = { first: 2025, last: 2025 };
const rounds = 5;
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const runSection: Section = {
  title: `${workbookCount} workbooks of about 5,000 rows, one fiscal year, read, checked, protected and published (架空のデータ)`,
  measure: async (world) => [
    ...(await measureRuns(workbookCount, casesEachMonth, rounds, world)),
    await measureSlope(world),
  ],
};

interface Run extends Cost<unknown> {
  readonly requests: number;
  readonly read: number;
  readonly written: number;
}

/** A store and a source that are kept from run to run. */
export function openRuns(workbooks: () => readonly MemoryWorkbook[]): () => Promise<Run> {
  const clock = { now: () => benchNow };
  const store = countStore(createMemoryStore(clock));
  const source = countSource(createMemoryWorkbooks(workbooks));
  return async () => {
    const before = { requests: source.requests(), read: store.read(), written: store.written() };
    const cost = await measureCost(
      async () => await runOnce({ source: source.source, store: store.store, clock, log: quiet }),
    );
    return {
      ...cost,
      requests: source.requests() - before.requests,
      read: store.read() - before.read,
      written: store.written() - before.written,
    };
  };
}

function makeWorkbooks(count: number, cases: number): MemoryWorkbook[] {
  return Array.from({ length: count }, (_, at) => createWorkbook(plainTown(at, cases), year));
}

/** The same workbook with a row less. */
function changed(workbook: MemoryWorkbook, turn: number): MemoryWorkbook {
  const { contents } = workbook;
  if (!Array.isArray(contents)) return workbook;
  const next = contents.map((grid) =>
    grid.tab === '支援記録' ? { ...grid, rows: grid.rows.slice(0, -1 - turn) } : grid,
  );
  return { ...workbook, revision: `${workbook.revision}-${turn}`, contents: next };
}

export async function measureRuns(
  count: number,
  cases: number,
  turns: number,
  { say }: BenchWorld,
): Promise<readonly Measurement[]> {
  let workbooks: MemoryWorkbook[] = makeWorkbooks(count, cases);
  const run = openRuns(() => workbooks);
  const all = await run();
  say('run: all changed');
  const none: Run[] = [];
  const one: Run[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    none.push(await run());
    workbooks = workbooks.map((workbook, at) => (at === 0 ? changed(workbook, turn) : workbook));
    one.push(await run());
    say(`run: round ${turn + 1} of ${turns}`);
  }
  const kinds = { 'all changed': [all], 'one changed': one, 'nothing changed': none } as const;
  const share = (runs: readonly Run[]) => runs.map(({ processor }) => processor / all.processor);
  return [
    ...Object.entries(kinds).flatMap(([kind, runs]): readonly Measurement[] => [
      { name: `${kind}, processor`, unit: 'ms', samples: runs.map(({ processor }) => processor) },
      { name: `${kind}, requests to the source`, unit: 'count', samples: runs.map(({ requests }) => requests) },
      { name: `${kind}, bytes read`, unit: 'bytes', samples: runs.map(({ read }) => read) },
      { name: `${kind}, bytes written`, unit: 'bytes', samples: runs.map(({ written }) => written) },
    ]),
    { name: 'one changed over all changed', unit: 'ratio', samples: share(one) },
    { name: 'nothing changed over all changed', unit: 'ratio', samples: share(none), goal: { atMost: 0.01 } },
    { name: 'peak memory of this process so far', unit: 'bytes', samples: [process.resourceUsage().maxRSS * 1024] },
  ];
}

/** A first run over twice the workbooks, and twice again. */
async function measureSlope({ say }: BenchWorld): Promise<Measurement> {
  const points: { size: number; cost: number }[] = [];
  for (const size of [4, 8, 16]) {
    const workbooks = makeWorkbooks(size, 60);
    points.push({ size, cost: (await openRuns(() => workbooks)()).processor });
    say(`run: ${size} workbooks`);
  }
  return { name: 'slope over workbooks of 1,200 rows', unit: 'slope', samples: [logSlope(points)] };
}
