/** A worker thread of the campaign: tries its part and posts what came of it; `at` tells the one who waits how far it is. */
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { tryMany } from './try-many.ts';

const task = z
  .object({ from: z.int(), until: z.int(), seed: z.string(), folder: z.string(), at: z.instanceof(Int32Array) })
  .parse(workerData);

const result = await tryMany(task, (index) => void Atomics.store(task.at, 0, index));
parentPort?.postMessage(result);
