/** How the latest runs ended, as they left it in the store. */
import type { RunHistory, RunStatus } from '../publish/run-status.ts';
import { type Upkeep, upkeepPointers } from '../tell/upkeep.ts';
import type { Store } from '../world.ts';
import { ProblemError } from './problem.ts';

/** Newest first; none where no run has told of itself. @throws ProblemError 'store-unavailable' */
export async function readRuns(store: Store): Promise<RunHistory['runs']> {
  try {
    const pointer = await store.readPointer('runs');
    if (pointer === null) return [];
    const history = JSON.parse(pointer.content) as RunHistory;
    return history.format === 1 ? history.runs : [];
  } catch (cause) {
    throw new ProblemError('store-unavailable', {}, { cause });
  }
}

/** Where every workbook stood after the latest run; `null` before the first one that tells it. @throws ProblemError 'store-unavailable' */
export async function readStatusOf(store: Store): Promise<RunStatus | null> {
  try {
    const pointer = await store.readPointer('status');
    return pointer === null ? null : (JSON.parse(pointer.content) as RunStatus);
  } catch (cause) {
    throw new ProblemError('store-unavailable', {}, { cause });
  }
}

/** What is done beside runs, as it was left. @throws ProblemError 'store-unavailable' */
export async function readUpkeep(store: Store): Promise<Upkeep> {
  try {
    const [keep, tables] = await Promise.all([
      store.readPointer(upkeepPointers.keep),
      store.readPointer(upkeepPointers.tables),
    ]);
    return { keep: keep?.content ?? null, tables: tables?.content ?? null };
  } catch (cause) {
    throw new ProblemError('store-unavailable', {}, { cause });
  }
}
