/** Publishes the measured prefecture (架空のデータ) into a folder: what has changed since the last time, by the real steps. */
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { createMemoryWorkbooks } from '#functions/adapters/memory/workbooks.ts';
import type { Day } from '#functions/domain/codes.ts';
import type { RegisteredProtection } from '#functions/domain/registration.ts';
import { runOnce } from '#functions/run.ts';
import { benchNow, benchWorkbooks } from './prefecture.ts';

/** Nothing of it is for everybody (公開): the bench looks at what offices and the prefecture see, and the public's rule would double what is solved. */
const protections: readonly RegisteredProtection[] = [
  {
    ...{ row: 2, prefecture: null, audience: 'public', threshold: 1, zeros: 'shown', roundedTo: 1 },
    ...{ from: '2000-01-01' as Day, until: null },
  },
];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

await publish(process.argv[2]);

async function publish(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new Error('Say the folder of the store.');
  const clock = { now: () => benchNow };
  const workbooks = benchWorkbooks();
  const source = createMemoryWorkbooks(() => workbooks);
  const { municipalities, rows, held } = await runOnce({
    ...{ source, store: createFolderStore(folder), clock, log: quiet },
    protections: () => protections,
  });
  if (municipalities !== workbooks.length || held.length > 0)
    throw new Error(
      `The measured prefecture was not published whole: ${municipalities} published, ${held.length} held`,
    );
  process.stderr.write(`${municipalities} municipalities, ${rows.accepted} of ${rows.read} rows\n`);
}
