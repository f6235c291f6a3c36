/** What is done beside a run once it has come to its end: keeping the store in order, and loading tables for analysts where that is asked for. */
import { type KeepSettings, keepHouse } from './keep/keep-house.ts';
import type { BigQuerySettings } from './settings/keep-settings.ts';
import { loadTables } from './tables/load-tables.ts';
import type { Log, Store } from './world.ts';

/** Never throws: neither is a reason for a run to fail. */
export type Afterwards = (now: Date, log: Log) => Promise<void>;

export function openKeeping(
  store: Store,
  { keep, bigQuery }: { keep: KeepSettings; bigQuery: BigQuerySettings | null },
  googleRootUrl: string | null,
): Afterwards {
  return async (now, log) => {
    if (bigQuery !== null) {
      const { createBigQuery } = await import('./adapters/google/bigquery.ts');
      const warehouse = createBigQuery({ ...bigQuery, rootUrl: googleRootUrl });
      await loadTables({ store, warehouse, audiences: bigQuery.audiences, now, log });
    }
    await keepHouse(store, now, log, keep);
  };
}
