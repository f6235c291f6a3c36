/** npm run releases: the releases of a store: what changed, going back to an earlier one, throwing old ones away. */
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { usualKeeping } from '#functions/keep/choose-kept.ts';
import { compareReleases, StoreUnanswering } from '#functions/keep/compare-releases.ts';
import { findRelease } from '#functions/keep/find-release.ts';
import { goBack } from '#functions/keep/go-back.ts';
import { pruneReleases } from '#functions/keep/prune.ts';
import { bringRelease, readBackup, releasesOf } from '#functions/keep/restore.ts';
import { listKeptReleases, type PublishedRelease } from '#functions/publish/history.ts';
import type { Store } from '#functions/world.ts';
import { describeChanges, describePruned } from './releases/describe.ts';
import { listReleasesWithChanges } from './releases/list.ts';
import { usage } from './releases/usage.ts';
import { openNamedStore } from './run/opened-store.ts';
import { createProgressBar } from './run/progress-bar.ts';
import { requireOption, runCommand, WrongUsage } from './run/usage.ts';

const grace = 60 * 60 * 1000;
/** The store did not answer for some of it. */
const notKnown = 3;
/** The words that a command may begin with, and how many releases each names. */
const operands: Readonly<Record<string, number>> = { list: 0, compare: 2, 'roll-back': 1, restore: 1, prune: 0 };

await runCommand({
  usage,
  exitFailed: 2,
  async body() {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        store: { type: 'string' },
        newest: { type: 'string', default: '20' },
        municipality: { type: 'string' },
        json: { type: 'boolean', default: false },
        'roll-back': { type: 'string' },
        keep: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        from: { type: 'string' },
        at: { type: 'string' },
        actor: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const [word, ...named] = commandOf(positionals, values);
    if (named.length !== operands[word])
      throw new WrongUsage('なにをするかを1つ、公開版と一緒に書いてください。 Say what to do, with its releases.');
    const store = await openNamedStore(values.store, '--store');
    const [one = '', other = ''] = named;
    const now = systemClock.now();
    switch (word) {
      case 'compare': {
        const pair = await Promise.all([requireRelease(store, one), requireRelease(store, other)]);
        return await compare(store, [pair[0].release, pair[1].release], values);
      }
      case 'roll-back':
        return await makeCurrent(store, await requireRelease(store, one), {
          action: 'rolled-back',
          actor: values.actor,
        });
      case 'restore':
        if (values.from === undefined)
          return await makeCurrent(store, await requireRelease(store, one), {
            action: 'restored',
            actor: values.actor,
          });
        return await restoreFrom(store, one, values);
      case 'prune': {
        const keep = values.keep === undefined ? usualKeeping : requireNumber(values.keep, '--keep');
        const isDryRun = values['dry-run'];
        const pruned = await pruneReleases({ store, keep, now, graceMilliseconds: grace, isDryRun });
        process.stdout.write(describePruned(pruned, isDryRun));
        return 0;
      }
      default: {
        const newest = requireNumber(values.newest, '--newest');
        const { text, isKnown } = await listReleasesWithChanges(store, { newest, isJson: values.json });
        process.stdout.write(text);
        return isKnown ? 0 : notKnown;
      }
    }
  },
});

async function compare(
  store: Store,
  pair: readonly [string, string],
  { municipality = null, json }: { readonly municipality?: string | null | undefined; readonly json: boolean },
): Promise<number> {
  try {
    const changes = await compareReleases(store, pair, municipality);
    process.stdout.write(json ? `${JSON.stringify(changes, null, 2)}\n` : describeChanges(changes));
    return 0;
  } catch (error) {
    if (!(error instanceof StoreUnanswering)) throw error;
    process.stderr.write(`${error.message}\n`);
    return notKnown;
  }
}

/** The word and its releases; the options of before mean the same as ever. */
function commandOf(
  positionals: readonly string[],
  options: { readonly 'roll-back'?: string | undefined; readonly keep?: string | undefined },
): readonly [word: string, ...named: string[]] {
  const [word, ...named] = positionals;
  if (word !== undefined) return [word, ...named];
  if (options['roll-back'] !== undefined) return ['roll-back', options['roll-back']];
  return [options.keep === undefined ? 'list' : 'prune'];
}

function requireNumber(typed: string, option: string): number {
  if (/^[1-9][0-9]{0,3}$/.test(typed)) return Number(typed);
  throw new WrongUsage(`${option} は1以上の数です。 ${option} takes a number from 1.`);
}

async function requireRelease(store: Store, word: string): Promise<PublishedRelease> {
  const found = findRelease(await listKeptReleases(store), word, systemClock.now());
  if (found !== null) return found;
  throw new Error('その公開版はありません。一覧で確かめてください。 There is no such release; see the list.');
}

async function makeCurrent(
  store: Store,
  to: PublishedRelease,
  {
    action,
    actor,
    brought = [],
  }: { action: 'rolled-back' | 'restored'; actor: string | undefined; brought?: readonly PublishedRelease[] },
): Promise<number> {
  const outcome = await goBack(store, { to, action, actor: actor ?? null, brought, now: systemClock.now() });
  if (outcome === 'moved') return 0;
  throw new Error(
    outcome === 'lost-race'
      ? 'ちょうど別の取り込みが公開しました。もう一度お試しください。 Another run has just published; please try again.'
      : 'その公開版はありません。一覧で確かめてください。 There is no such release; see the list.',
  );
}

/** Out of a backup: first its objects, then it becomes the current one. */
async function restoreFrom(
  store: Store,
  word: string,
  options: {
    readonly from?: string | undefined;
    readonly at?: string | undefined;
    readonly actor?: string | undefined;
  },
): Promise<number> {
  const backup = await openNamedStore(requireOption(options.from, '--from'), '--from');
  const { pointers } = await readBackup(backup, options.at ?? null);
  const to = findRelease(releasesOf(pointers), word, systemClock.now());
  if (to === null) throw new Error('その公開版は控えにありません。 The backup has no such release.');
  const bar = createProgressBar();
  const onProgress = (progress: { done: number; total: number; name: string }) =>
    bar.onProgress({ step: 'copy', ...progress });
  const lost = await bringRelease({ from: backup, to: store, onProgress }, to.release);
  bar.stop();
  if (lost.length > 0)
    throw new Error(
      `控えのその公開版は${lost.length}個のファイルが欠けているので、戻しません。 In the backup that release lacks ${lost.length} objects, so it is not made current.`,
    );
  return await makeCurrent(store, to, { action: 'restored', actor: options.actor, brought: [to] });
}
