/** npm run store: whether a store is whole, mending it, backing it up and putting it back. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { backUp } from '#functions/keep/back-up.ts';
import { checkStore } from '#functions/keep/check-store.ts';
import type { OnKeepProgress } from '#functions/keep/copy-objects.ts';
import { dropBackups } from '#functions/keep/drop-backups.ts';
import { repairWhole } from '#functions/keep/repair-whole.ts';
import { isEmptyStore, listBackups, readBackup, restoreStore } from '#functions/keep/restore.ts';
import type { Store } from '#functions/world.ts';
import { openNamedStore, requireFilled } from './run/opened-store.ts';
import { createProgressBar } from './run/progress-bar.ts';
import { runCommand, WrongUsage } from './run/usage.ts';
import { describeCheck, describeRepair, isKnown } from './store/describe.ts';
import { usage } from './store/usage.ts';

const notWhole = 1;
/** What is younger is never thrown away with old backups. */
const graceMilliseconds = 24 * 3_600_000;
/** The store did not answer for some of it. */
const notKnown = 3;

interface Options {
  readonly store?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly at?: string | undefined;
  readonly actor?: string | undefined;
  readonly keep?: string | undefined;
  readonly send: boolean;
  readonly json: boolean;
  readonly 'into-existing': boolean;
}

const commands: Readonly<Record<string, (store: Store, options: Options) => Promise<number>>> = {
  check,
  repair,
  backup,
  backups,
  restore,
};

await runCommand({
  usage,
  exitFailed: 2,
  async body() {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        store: { type: 'string' },
        from: { type: 'string' },
        to: { type: 'string' },
        at: { type: 'string' },
        actor: { type: 'string' },
        keep: { type: 'string' },
        send: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        'into-existing': { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const [word = '', ...others] = positionals;
    const carryOut = Object.hasOwn(commands, word) ? commands[word] : undefined;
    if (carryOut === undefined || others.length > 0)
      throw new WrongUsage(
        'check、repair、backup、backups、restore のどれか1つを書いてください。 Say one of check, repair, backup, backups, restore.',
      );
    return await carryOut(await openNamedStore(values.store, '--store', { mayBeNew: word === 'restore' }), values);
  },
});

/** A bar for so long as the work takes. */
async function withBar<T>(step: 'check' | 'copy', work: (onProgress: OnKeepProgress) => Promise<T>) {
  const bar = createProgressBar();
  try {
    return await work((progress) => bar.onProgress({ step, ...progress }));
  } finally {
    bar.stop();
  }
}

async function check(store: Store, { json, store: typed }: Options): Promise<number> {
  await requireFilled(store, typed);
  const found = await withBar('check', async (onProgress) => await checkStore(store, onProgress));
  process.stdout.write(json ? `${JSON.stringify(found, null, 2)}\n` : describeCheck(found));
  if (!isKnown(found)) return notKnown;
  return found.troubles.length === 0 ? 0 : notWhole;
}

async function repair(store: Store, { store: typed, from, at, send }: Options): Promise<number> {
  const place = from === undefined ? null : await openNamedStore(from, '--from');
  const backupOfThen = place === null ? null : { place, pointers: (await readBackup(place, readAt(at))).pointers };
  await requireFilled(store, typed);
  const checkWithBar = async (looked: Store) =>
    await withBar('check', async (onProgress) => await checkStore(looked, onProgress));
  const repaired = await repairWhole({ store, check: checkWithBar, backup: backupOfThen, isSent: send });
  process.stdout.write(describeRepair(repaired, send));
  if (repaired.remedies.some(({ cure }) => cure === 'later')) return notKnown;
  return repaired.remedies.some(({ cure }) => cure === 'nothing') ? notWhole : 0;
}

async function backup(store: Store, { store: from, to, keep: typed }: Options): Promise<number> {
  const keep = typed === undefined ? null : readKeep(typed);
  const place = await openNamedStore(to, '--to', { mayBeNew: true });
  if (isSamePlace(to, from))
    throw new WrongUsage(
      '--to は --store とは別の場所にしてください。同じ場所の控えは、一緒になくなります。 --to must be another place than --store: a backup in the same place is lost with it.',
    );
  await requireFilled(store, from);
  const made = await withBar(
    'copy',
    async (onProgress) => await backUp({ from: store, to: place, now: systemClock.now(), onProgress }),
  );
  process.stdout.write(
    `控えを取りました: ${made.at}（ファイル${made.objects}個のうち${made.objectsCopied}個を写しました） Backed up ${made.objects} objects, ${made.objectsCopied} of them copied now.\n`,
  );
  const code = describeLost(made.lost, '保存場所 the store');
  if (keep === null) return code;
  // A backup that lacks something takes the place of none.
  if (code !== 0) {
    process.stderr.write('そのため、古い控えは消していません。 So no older backup was thrown away.\n');
    return code;
  }
  const now = systemClock.now();
  const { dropped, kept, objectsRemoved, lost } = await dropBackups({
    place,
    made: made.at,
    keep,
    now,
    graceMilliseconds,
  });
  process.stdout.write(
    `古い控えを${dropped.length}個消しました（残り${kept}個、ファイル${objectsRemoved}個を消しました） Threw away ${dropped.length} old backups and ${objectsRemoved} objects; ${kept} backups stay.\n`,
  );
  return describeLost(lost, 'いま取った控え the backup just made');
}

/** Whether both name one folder, or one place in a bucket. */
function isSamePlace(one = '', other = ''): boolean {
  const named = (place: string) => (place.includes('://') ? place.replace(/\/+$/, '') : resolve(place));
  return named(one) === named(other);
}

/** A moment as `backups` lists them, or its beginning. Anything else would quietly mean the newest one. */
function readAt(typed: string | undefined): string | null {
  if (typed === undefined || /^\d{4}-\d{2}(?:-\d{2}(?:T[\d:.]*Z?)?)?$/.test(typed)) return typed ?? null;
  throw new WrongUsage(
    `--at「${typed}」は 2026-11-01 のような日か、backups が示す時刻で書いてください。 --at takes a day like 2026-11-01, or a time that backups lists.`,
  );
}

function readKeep(typed: string): number {
  if (/^[1-9]\d{0,3}$/.test(typed)) return Number(typed);
  throw new WrongUsage(`--keep「${typed}」は1から9999までの数で書いてください。 --keep takes a number from 1 to 9999.`);
}

async function backups(store: Store): Promise<number> {
  process.stdout.write((await listBackups(store)).map((time) => `${time}\n`).join(''));
  return 0;
}

async function restore(store: Store, options: Options): Promise<number> {
  const at = readAt(options.at);
  const from = await openNamedStore(options.from, '--from');
  const isNew = await isEmptyStore(store);
  if (!isNew && !options['into-existing'])
    throw new WrongUsage(
      'この保存場所は空ではありません。空の場所を選ぶか、--into-existing を付けてください。 This store is not empty: choose an empty place, or add --into-existing.',
    );
  if (!isNew && !options.send) {
    const { at: time, pointers } = await readBackup(from, at);
    process.stdout.write(
      `${time ?? 'いま now'} の${pointers.size}個のしるしを戻すことになります。--send を付けると戻します。 Would put back ${pointers.size} pointers; --send does it.\n`,
    );
    return 0;
  }
  const actor = options.actor ?? null;
  const now = systemClock.now();
  const restored = await withBar(
    'copy',
    async (onProgress) => await restoreStore({ from, to: store, at, now, actor, onProgress }),
  );
  process.stdout.write(
    `戻しました（ファイル${restored.objectsCopied}個、しるし${restored.pointersMoved}個）。次の取り込みから続きます。 Put back ${restored.objectsCopied} objects and ${restored.pointersMoved} pointers; the next ingest goes on from here.\n`,
  );
  return describeLost(restored.lost, '控え the backup');
}

function describeLost(lost: readonly string[], place: string): number {
  if (lost.length === 0) return 0;
  process.stderr.write(
    `${lost.length}個のファイルは、${place} で欠けています lacks ${lost.length} objects:\n${lost.join('\n')}\n`,
  );
  return notWhole;
}
