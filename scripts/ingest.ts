/** npm run ingest: one run over a folder of workbooks, or over those of a registry, without a server. */
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { forgetVanished } from '#functions/ingest/settle-vanished.ts';
import { openKeeping } from '#functions/open-keeping.ts';
import { openWorkbooks, type RegistryReport } from '#functions/open-workbooks.ts';
import { type RunResult, runOnce } from '#functions/run.ts';
import { readKeepSettings } from '#functions/settings/keep-settings.ts';
import { openNamedStore } from './run/opened-store.ts';
import { describeRegistry, readGoogleSettings, requireWorkbooks } from './run/opened-workbooks.ts';
import { createProgressBar } from './run/progress-bar.ts';
import { describeEmptyFolder, describeRun } from './run/summary.ts';
import { terminalLog } from './run/terminal-log.ts';
import { requireFolderOrNothing, requireOption, runCommand, WrongUsage } from './run/usage.ts';

const usage = `使い方 Usage: npm run ingest -- (--workbooks DIR | --registry PLACE) --store PLACE [--answers DIR]
                                    [--minutes N] [--json] [--forget ID]...

  --workbooks DIR  ブックのフォルダ: .xlsx / .xlsm、または .csv を入れたフォルダ
                   the folder of workbooks: .xlsx, .xlsm, or folders of .csv files
  --registry PLACE 登録簿: スプレッドシートのアドレスかID、.xlsx、.csv、.csv を入れたフォルダ。スプレッドシートにはチェック結果を書きます
                   （KASANARI_FEEDBACK=off なら書きません）
                   the registry: address or id of a spreadsheet, .xlsx, .csv, or a folder of .csv files; findings are written
                   into spreadsheets, unless KASANARI_FEEDBACK is off
  --store PLACE    保存場所。フォルダ（なければ作ります）か gs://バケット
                   where releases are kept: a folder, made when it is missing, or gs://bucket
  --answers DIR    ブックごとのチェック結果を .xlsx で書くフォルダ（なければ作ります。なしなら、どこにも書きません）
                   where the findings of each workbook are written as .xlsx, made when it is missing; left out, nowhere
  --minutes N      N分たったら次の市町村に進まず、残りは次の回に読みます
                   after N minutes no further municipality is begun with; the next run reads the rest
  --json           結果を1つの JSON で標準出力に書きます（npm run --silent ingest なら、それだけ）
                   one JSON object on stdout (nothing else with npm run --silent ingest)
  --forget ID      なくなったブックの値を外します drop the figures of a workbook that has vanished

終了コード Exit codes:
  0   公開した、または変わりなし published, or nothing to change
  1   公開したが、保留しているブックや、登録簿に直すところがある
      published, but workbooks are held, or the registry needs mending
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
        registry: { type: 'string' },
        store: { type: 'string' },
        answers: { type: 'string' },
        minutes: { type: 'string' },
        json: { type: 'boolean', default: false },
        forget: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const place = await requireWorkbooks({ workbooks: values.workbooks, registry: values.registry });
    const folder = place.kind === 'folder' ? place.folder : null;
    const store = await openNamedStore(values.store, '--store', { mayBeNew: true });
    const answersFolder = await requireAnswers(values.answers, folder);
    const opened = await openWorkbooks({ place, store, google: readGoogleSettings(), answersFolder });
    const { source, feedback, guides, protections, registryProblems } = opened;
    const timeLimit = readTimeLimit(values.minutes);
    const present = new Set((await source.list()).map(({ id }): string => id));
    for (const workbook of values.forget) {
      if (present.has(workbook))
        throw new WrongUsage(
          `「${workbook}」はまだ${folder === null ? '登録簿' : 'フォルダ'}にあります。 "${workbook}" is still in the ${folder === null ? 'registry' : 'folder'}: take it away first.`,
        );
      if ((await forgetVanished(workbook as WorkbookId, store)) === 'unknown')
        throw new WrongUsage(
          `「${workbook}」というブックはありません。 There is no workbook "${workbook}" in the store.`,
        );
    }
    const bar = createProgressBar();
    const result = await runOnce({
      source,
      store,
      clock: systemClock,
      log: terminalLog,
      feedback,
      guides,
      protections,
      registryProblems,
      ...timeLimit,
      afterwards: openKeeping(store, readKeepSettings(process.env), readGoogleSettings().rootUrl),
      onProgress: bar.onProgress,
    }).finally(bar.stop);
    if (result.workbooks === 0 && folder !== null) process.stderr.write(`${describeEmptyFolder(folder)}\n`);
    const registry = opened.report();
    const said = describeRegistry(registry);
    if (said !== '') process.stderr.write(`${said}\n`);
    if (values.json) process.stdout.write(`${JSON.stringify(registry === null ? result : { ...result, registry })}\n`);
    else process.stdout.write(`${describeRun(result)}\n`);
    return exitCodeOf(result, registry);
  },
});

/** Answers in files of their own, since an office's file may be open just now; and elsewhere, lest they be read as workbooks. */
async function requireAnswers(answers: string | undefined, workbooks: string | null): Promise<string | null> {
  if (answers === undefined) return null;
  const folder = await requireFolderOrNothing(requireOption(answers, '--answers'), '--answers');
  if (workbooks === null) return folder;
  const [first] = relative(resolve(workbooks), resolve(folder)).split(sep);
  if (first !== '..' && !isAbsolute(first ?? ''))
    throw new WrongUsage(
      `--answers は、ブックのフォルダの外にしてください。 --answers must lie outside the folder of workbooks.`,
    );
  return folder;
}

function readTimeLimit(minutes: string | undefined): { readonly timeLimitSeconds?: number } {
  if (minutes === undefined) return {};
  if (!/^[0-9]{1,4}$/.test(minutes))
    throw new WrongUsage(`--minutes「${minutes}」は分の数ではありません。 --minutes takes a number of minutes.`);
  return { timeLimitSeconds: Number(minutes) * 60 };
}

/** What somebody set to 無 is held on purpose. */
function exitCodeOf({ outcome, held }: RunResult, registry: RegistryReport | null): number {
  if (outcome === 'nothing') return exitCodes.nothing;
  const isHeld = held.some(({ code }) => code !== 'workbook/inactive');
  const isToMend =
    registry !== null &&
    (registry.troubles.length > 0 || registry.findings.some(({ severity }) => severity === 'error'));
  return isHeld || isToMend ? exitCodes.held : exitCodes.published;
}
