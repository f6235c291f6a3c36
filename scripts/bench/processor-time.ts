/**
 * What work costs: processor time of this process, all its threads, so that other work on the machine is not measured along.
 * Garbage of what came before is collected first.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

export interface Cost<Result> {
  readonly result: Result;
  /** Milliseconds of processor time. */
  readonly processor: number;
  /** Milliseconds on the clock. */
  readonly clock: number;
}

export async function measureCost<Result>(work: () => Result | Promise<Result>): Promise<Cost<Result>> {
  collectGarbage();
  const before = { processor: processorTime(), clock: performance.now() };
  const result = await work();
  return { result, processor: processorTime() - before.processor, clock: performance.now() - before.clock };
}

/** Milliseconds of processor time of this process so far, all its threads. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Each sample over the one taken beside it: what others do to the machine touches both. */
export function ratios(samples: readonly number[], peers: readonly number[]): readonly number[] {
  return samples.map((sample, at) => sample / (peers[at] ?? Number.NaN));
}
