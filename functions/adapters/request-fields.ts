/** Fields that every line of the log carries while one request is answered, however deep the work: its trace. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { LineFields } from './log.ts';

const current = new AsyncLocalStorage<LineFields>();

/** Does the work of a request with these fields in each line. */
export function withRequestFields<Result>(fields: LineFields, work: () => Result): Result {
  return current.run(fields, work);
}

/** Of the request that is answered now; none outside of one. */
export function requestFields(): LineFields {
  return current.getStore() ?? {};
}
