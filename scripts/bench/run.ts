/** Section run: a whole run over many workbooks: all of them changed, one changed, none changed. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createMemoryWorkbooks, type MemoryWorkbook } from '#functions/adapters/memory/workbooks.ts';
import { runOnce } from '#functions/run.ts';
import { logSlope } from './log-slope.ts';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { readPeak } from './peak-memory.ts';
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
    ...(await measureInProcess(world, [workbookCount, casesEachMonth, rounds])),
    ...(await measureSlopes(world)),
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
    const { held } = cost.result;
    if (held.length > 0) throw new Error(`Held: ${held.map(({ workbook }) => workbook).join(', ')}`);
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

/** In a process of its own, so that its peak memory is that of the runs alone. */
async function measureInProcess({ say }: BenchWorld, sizes: readonly number[]): Promise<readonly Measurement[]> {
  const script = fileURLToPath(new URL('./run/measure-in-process.ts', import.meta.url));
  const child = promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...sizes.map(String)]);
  child.child.stderr?.on('data', (said: Buffer) => say(said.toString('utf8').trim()));
  return JSON.parse((await child).stdout) as readonly Measurement[];
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
  const peak = readPeak();
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
      { name: `${kind}, clock`, unit: 'ms', samples: runs.map(({ clock }) => clock) },
      { name: `${kind}, requests to the source`, unit: 'count', samples: runs.map(({ requests }) => requests) },
      { name: `${kind}, bytes read`, unit: 'bytes', samples: runs.map(({ read }) => read) },
      { name: `${kind}, bytes written`, unit: 'bytes', samples: runs.map(({ written }) => written) },
    ]),
    { name: 'one changed over all changed', unit: 'ratio', samples: share(one) },
    { name: 'nothing changed over all changed', unit: 'ratio', samples: share(none), goal: { atMost: 0.01 } },
    { name: 'all changed, peak memory', unit: 'bytes', samples: [peak] },
  ];
}

/** Small first runs, each twice and four times as large in one way. */
const growing: Readonly<Record<string, (times: number) => readonly MemoryWorkbook[]>> = {
  'municipalities of 400 rows, one workbook each': (times) => makeWorkbooks(2 * times, 15),
  'rows a workbook, two of 850 rows': (times) => makeWorkbooks(2, 30 * times),
  'fiscal years, two of 400 rows a year': (times) =>
    Array.from({ length: 2 }, (_, at) => createWorkbook(plainTown(at, 15), { first: 2026 - times, last: 2025 })),
  'workbooks of one municipality, each of an office with 850 rows': (times) =>
    Array.from({ length: times }, (_, at) => ofOffice(createWorkbook(plainTown(0, 30), year), `相談窓口${at + 1}`)),
};

/** The same rows from another office of the municipality. */
function ofOffice(workbook: MemoryWorkbook, office: string): MemoryWorkbook {
  const { contents } = workbook;
  if (!Array.isArray(contents)) return workbook;
  const renamed = contents.map((grid) =>
    grid.tab === '基本情報'
      ? { ...grid, rows: grid.rows.map((row: readonly string[]) => (row[0] === '報告機関名' ? [row[0], office] : row)) }
      : grid,
  );
  return { ...workbook, id: `${workbook.id}-${office}`, name: `${workbook.name} ${office}`, contents: renamed };
}

async function measureSlopes({ say }: BenchWorld): Promise<readonly Measurement[]> {
  const slopes: Measurement[] = [];
  for (const [name, make] of Object.entries(growing)) {
    const points: { size: number; cost: number }[] = [];
    // The first run of a kind also compiles what it runs.
    await openRuns(() => make(1))();
    for (const times of [1, 2, 4]) {
      const workbooks = make(times);
      const run = await openRuns(() => workbooks)();
      points.push({ size: times, cost: run.processor });
    }
    const note = points.map(({ cost }) => `${Math.round(cost)} ms`).join(', ');
    slopes.push({ name: `slope over ${name}`, unit: 'slope', samples: [logSlope(points)], note });
    say(`run: ${name}`);
  }
  return slopes;
}
