/** npm run releases: the releases of a store: list them, go back to an earlier one, throw old ones away. */
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { listReleases, pruneReleases, rollBack } from '#functions/publish/history.ts';
import { requireFolder, requireOption, runCommand, WrongUsage } from './run/usage.ts';

const usage = `使い方 Usage: npm run releases -- --store DIR [--roll-back RELEASE | --keep N]

  --store DIR          保存場所 where releases are kept
  （ほかに何もなければ）  公開版を新しい順に並べます otherwise lists the releases, newest first
  --roll-back RELEASE  その公開版に戻します。次の取り込みで、いまのブックから公開し直します
                       （いまより緩い秘匿の決まりで作った都道府県・一般向けの数字は、それまで見せません）
                       makes that release current again; the next ingest publishes anew from the workbooks (figures
                       for others made under a looser rule on small numbers than today's are not shown until then)
  --keep N             新しいN版だけ残し、ほかは消します（1時間以内に書いたものは残します）
                       keeps the newest N and removes the rest, but nothing written within the last hour

終了コード Exit codes: 0, 2 できなかった it could not be done, 64 使い方の誤り wrong usage`;

const grace = 60 * 60 * 1000;

await runCommand({
  usage,
  exitFailed: 2,
  async body() {
    const { values } = parseArgs({
      options: {
        store: { type: 'string' },
        'roll-back': { type: 'string' },
        keep: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const store = createFolderStore(await requireFolder(requireOption(values.store, '--store'), '--store'));
    if (values['roll-back'] !== undefined) {
      const outcome = await rollBack(store, values['roll-back'], systemClock.now());
      if (outcome === 'moved') return 0;
      throw new Error(
        outcome === 'lost-race'
          ? 'ちょうど別の取り込みが公開しました。もう一度お試しください。 Another run has just published; please try again.'
          : 'その公開版はありません。一覧で確かめてください。 There is no such release; see the list.',
      );
    }
    if (values.keep !== undefined) {
      if (!/^[1-9][0-9]{0,3}$/.test(values.keep))
        throw new WrongUsage(`--keep は1以上の数です。 --keep takes a number from 1.`);
      const { releasesKept, objectsRemoved } = await pruneReleases({
        store,
        keep: Number(values.keep),
        now: systemClock.now(),
        graceMilliseconds: grace,
      });
      process.stdout.write(
        `${releasesKept}版を残し、${objectsRemoved}個のファイルを消しました。 ${releasesKept} releases kept, ${objectsRemoved} objects removed.\n`,
      );
      return 0;
    }
    const releases = await listReleases(store);
    process.stdout.write(releases.map(({ release, publishedAt }) => `${publishedAt}  ${release}\n`).join(''));
    return 0;
  },
});
