/**
 * One area of a large cut, without stopping the page: megabytes are parsed in a worker (read-cuts.ts), which keeps the whole for the
 * next area. Where no worker can be started, the page parses them itself.
 */
import type { Cut } from '#functions/publish/release.ts';
import { areaOfCut } from './area-of-cut.ts';

/** What the worker is asked. `bytes`: the cut as it was loaded; `null` asks of what is kept. */
export interface AreaQuestion {
  readonly id: number;
  readonly address: string;
  readonly area: string;
  readonly bytes: ArrayBuffer | null;
}

/** `cut` is `null` where nothing is kept under the address (any more). */
export interface AreaAnswer {
  readonly id: number;
  readonly cut: Cut | null;
}

/** A worker, and who waits for its answers. */
interface Reader {
  readonly worker: Worker;
  readonly waiting: Map<number, (cut: Cut | null) => void>;
}

let reader: Reader | null = null;
let isBroken = typeof Worker === 'undefined';
let lastId = 0;

/** Ends the worker with all that it keeps; who waits is told nothing. */
export function forgetLargeCuts(): void {
  const ended = reader;
  reader = null;
  ended?.worker.terminate();
  for (const tell of ended?.waiting.values() ?? []) tell(null);
}

function startReader(): Reader | null {
  if (isBroken) return null;
  const worker = new Worker(new URL('./read-cuts.ts', import.meta.url), { type: 'module' });
  const waiting: Reader['waiting'] = new Map();
  worker.onmessage = ({ data: { id, cut } }: MessageEvent<AreaAnswer>) => {
    waiting.get(id)?.(cut);
    waiting.delete(id);
  };
  worker.onerror = () => {
    // What failed once (a file that is gone, a browser without modules in workers) fails again.
    isBroken = true;
    forgetLargeCuts();
  };
  return { worker, waiting };
}

/** `null`: not kept, or nobody can answer. */
async function ask(question: Omit<AreaQuestion, 'id'>): Promise<Cut | null> {
  const asked = reader;
  if (asked === null) return null;
  lastId += 1;
  const id = lastId;
  return await new Promise((resolve) => {
    asked.waiting.set(id, resolve);
    // Handed over, not copied.
    asked.worker.postMessage({ ...question, id }, question.bytes === null ? [] : [question.bytes]);
  });
}

/** @param load the bytes of the whole cut, where the worker does not keep it */
export async function readArea(address: string, area: string, load: () => Promise<ArrayBuffer>): Promise<Cut> {
  const known = await ask({ address, area, bytes: null });
  if (known !== null) return known;
  reader ??= startReader();
  const read = reader === null ? null : await ask({ address, area, bytes: await load() });
  return read ?? areaOfCut(JSON.parse(new TextDecoder().decode(await load())) as Cut, area);
}
