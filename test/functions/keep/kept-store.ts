/** A store of two towns after three days of runs, one of which broke off, to be copied and spoiled. 架空のデータ. */
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { Store } from '#functions/world.ts';
import { createAnsweredRuns, typed } from '../../builders/answered-runs.ts';
import { copyStore } from '../../builders/copied-store.ts';
import { aCase, aProfile, aWorkbook, columnIndex } from '../../builders/workbook.ts';

const inTakaoka = aProfile({ municipalityCode: '162027', municipalityName: '高岡市', officeName: '乙' });
const pathway = { row: 1, column: columnIndex('cases', 'pathway') };
const dayLong = 24 * 3600;

/** The runs go on from where they stand; `now` is the time of the next one. */
export async function createKeptRuns() {
  const runs = createAnsweredRuns({
    甲: aWorkbook({
      profile: aProfile({ officeName: '甲' }),
      cases: [aCase(), aCase({ receiptNumber: 'R6-2', receivedOn: '11/5' })],
    }),
    乙: aWorkbook({ profile: inTakaoka }),
  });
  const edit = (word: string) => runs.workbooks.edit('甲', typed('相談受付', pathway, word));
  await runs.run();
  runs.wait(dayLong);
  edit('家族');
  await runs.run();
  runs.wait(dayLong);
  edit('民生委員');
  await runs.run();
  return { ...runs, edit, now: () => runs.world.clock.now() };
}

export type KeptRuns = Awaited<ReturnType<typeof createKeptRuns>>;

/** The same runs over another store, like a copy of theirs. */
export async function runOver(runs: KeptRuns, store: Store) {
  return await runs.run({ store });
}

/** A copy that can be spoiled. */
export async function copyOf(runs: KeptRuns): Promise<Store> {
  return await copyStore(runs.store, runs.world.clock);
}

export function anEmptyStore(runs: KeptRuns): Store {
  return createMemoryStore(runs.world.clock);
}

/** As a failing disk leaves it: other bytes under the same name. */
export async function spoil(store: Store, name: string, change: (bytes: Uint8Array) => Uint8Array): Promise<void> {
  const bytes = (await store.readObject(name)) ?? new Uint8Array();
  await store.removeObject(name);
  await store.putObject(name, change(bytes));
}
