/** npm run ingest: one run over a folder of workbooks, without a server. */
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import { type RunResult, runOnce } from '#functions/run.ts';
import { createProgressBar } from './run/progress-bar.ts';
import { describeEmptyFolder, describeRun } from './run/summary.ts';
import { terminalLog } from './run/terminal-log.ts';
import { requireFolder, requireFolderOrNothing, requireOption, runCommand, WrongUsage } from './run/usage.ts';

const usage = `使い方 Usage: npm run ingest -- --workbooks DIR --store DIR [--json] [--forget ID]...

  --workbooks DIR  ブックのフォルダ: .xlsx / .xlsm、または .csv を入れたフォルダ
                   the folder of workbooks: .xlsx, .xlsm, or folders of .csv files
  --store DIR      保存場所（なければ作ります） where releases are kept; made when it is missing
  --json           結果を1つの JSON で標準出力に書きます（npm run --silent ingest なら、それだけ）
                   one JSON object on stdout (nothing else with npm run --silent ingest)
  --forget ID      なくなったブックの値を外します drop the figures of a workbook that has vanished

終了コード Exit codes:
  0   公開した、または変わりなし published, or nothing to change
  1   公開したが、保留しているブックがある published, but workbooks are held
  2   公開していない nothing published
  64  使い方の誤り wrong usage`;

const exitCodes = { published: 0, held: 1, nothing: 2 } as const;

await runCommand({
  usage,
  exitFailed: exitCodes.nothing,
  async body() {
    const { values } = parseArgs({
      options: {
        workbooks: { type: 'string' },
        store: { type: 'string' },
        json: { type: 'boolean', default: false },
        forget: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const folder = await requireFolder(requireOption(values.workbooks, '--workbooks'), '--workbooks');
    const store = createFolderStore(await requireFolderOrNothing(requireOption(values.store, '--store'), '--store'));
    const source = createFolderWorkbooks(folder);
    const present = new Set((await source.list()).map(({ id }): string => id));
    for (const workbook of values.forget) {
      if (present.has(workbook))
        throw new WrongUsage(
          `「${workbook}」はまだフォルダにあります。 "${workbook}" is still in the folder: move it away first.`,
        );
      const pointer = `workbooks/${workbook}`;
      if ((await store.readPointer(pointer)) === null)
        throw new WrongUsage(
          `「${workbook}」というブックはありません。 There is no workbook "${workbook}" in the store.`,
        );
      await store.removePointer(pointer);
    }
    const bar = createProgressBar();
    const result = await runOnce({
      source,
      store,
      clock: systemClock,
      log: terminalLog,
      onProgress: bar.onProgress,
    }).finally(bar.stop);
    if (result.workbooks === 0) process.stderr.write(`${describeEmptyFolder(folder)}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    else process.stdout.write(`${describeRun(result)}\n`);
    return exitCodeOf(result);
  },
});

function exitCodeOf({ outcome, held }: RunResult): number {
  if (outcome === 'nothing') return exitCodes.nothing;
  return held.length > 0 ? exitCodes.held : exitCodes.published;
}
