/** How the latest runs ended, as they left it in the store. */
import type { RunHistory } from '../publish/run-status.ts';
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
