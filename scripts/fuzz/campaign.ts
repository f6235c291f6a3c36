/**
 * A campaign over many seeds in worker threads: one that hangs is ended and reported with the seed it hangs at, one that runs out of
 * memory too, and the next goes on behind it.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import * as z from 'zod';

export interface CampaignOptions {
  readonly seed: string;
  readonly from: number;
  readonly count: number;
  readonly workers: number;
  /** Far beyond what the slowest sound workbook takes on a loaded machine. */
  readonly hangSeconds: number;
  readonly onProgress: (done: number) => void;
}

const found = z.strictObject({ index: z.int(), wrong: z.array(z.string()), plan: z.string() });
export type Found = z.infer<typeof found>;

const partResult = z.strictObject({
  outcomes: z.record(z.string(), z.int()),
  changes: z.record(z.string(), z.int()),
  acceptedRows: z.int(),
  bytes: z.int(),
  slowest: z.array(z.tuple([z.number(), z.int()])),
  found: z.array(found),
});
export type PartResult = z.infer<typeof partResult>;

const notBegun = -1;

/** So many seeds are handed out at a time. */
const portion = 2_500;

export async function runCampaign(options: CampaignOptions): Promise<PartResult> {
  const total: PartResult = { outcomes: {}, changes: {}, acceptedRows: 0, bytes: 0, slowest: [], found: [] };
  const until = options.from + options.count;
  let next = options.from;
  let done = 0;
  const folder = await makeFolder();
  const program = await bundleWorker(folder);
  const workOff = async (name: number): Promise<void> => {
    while (next < until) {
      const task = { from: next, until: Math.min(next + portion, until) };
      next = task.until;
      for (let from = task.from; from < task.until; ) {
        const ended = await runPart(
          { ...task, from, seed: options.seed, folder: join(folder, String(name)), program },
          options.hangSeconds,
        );
        add(total, ended.result);
        done += ended.next - from;
        from = ended.next;
        options.onProgress(done);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: options.workers }, (_, name) => workOff(name)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return total;
}

interface Part {
  readonly from: number;
  readonly until: number;
  readonly seed: string;
  readonly folder: string;
  /** The worker's own file. */
  readonly program: string;
}

/** Below the packages of the project, where packages are looked for. */
async function makeFolder(): Promise<string> {
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  await mkdir(cache, { recursive: true });
  return await mkdtemp(join(cache, 'kasanari-fuzz-'));
}

/** A thread does not take over what translates TypeScript for this process; and put together it is faster. */
async function bundleWorker(folder: string): Promise<string> {
  const outfile = join(folder, 'worker.mjs');
  const entry = fileURLToPath(new URL('./worker.ts', import.meta.url));
  await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', packages: 'external', outfile });
  return outfile;
}

const empty: PartResult = { outcomes: {}, changes: {}, acceptedRows: 0, bytes: 0, slowest: [], found: [] };

/** `next`: the first seed that is still to be tried. What a worker that broke off had done before is tried again, up to where it broke. */
async function runPart(part: Part, hangSeconds: number): Promise<{ result: PartResult; next: number }> {
  const at = new Int32Array(new SharedArrayBuffer(4)).fill(notBegun);
  const worker = new Worker(part.program, {
    workerData: { from: part.from, until: part.until, seed: part.seed, folder: part.folder, at },
    resourceLimits: { maxOldGenerationSizeMb: 1_500 },
  });
  return await new Promise((resolve, reject) => {
    let [before, since] = [-1, performance.now()];
    const breakOff = (why: string) => {
      clearInterval(watch);
      const index = Atomics.load(at, 0);
      void worker.terminate();
      if (index === notBegun) {
        reject(new Error(`A worker did not begin: ${why}`));
        return;
      }
      const broken: PartResult = { ...empty, outcomes: { broken: 1 }, found: [{ index, wrong: [why], plan: '' }] };
      // Those before it are counted by trying them once more, in a worker of their own that ends before it.
      const again =
        index > part.from
          ? runPart({ ...part, until: index }, hangSeconds)
          : Promise.resolve({ result: empty, next: index });
      again.then(({ result }) => {
        const both = structuredClone(broken);
        add(both, result);
        resolve({ result: both, next: index + 1 });
      }, reject);
    };
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0);
      if (now !== before) [before, since] = [now, performance.now()];
      else if (performance.now() - since > hangSeconds * 1000) breakOff('hang');
    }, 500);
    worker.once('error', (error) => breakOff(`worker ${error.name}: ${error.message.slice(0, 200)}`));
    worker.once('message', (message) => {
      clearInterval(watch);
      resolve({ result: partResult.parse(message), next: part.until });
    });
  });
}

function add(total: PartResult, { outcomes, changes, acceptedRows, bytes, slowest, found: more }: PartResult): void {
  for (const [into, from] of [
    [total.outcomes, outcomes],
    [total.changes, changes],
  ] as const) {
    for (const [name, count] of Object.entries(from)) into[name] = (into[name] ?? 0) + count;
  }
  total.acceptedRows += acceptedRows;
  total.bytes += bytes;
  total.slowest = [...total.slowest, ...slowest].toSorted(([a], [b]) => b - a).slice(0, 5);
  total.found.push(...more);
}
