/** npm run report: all pages of one municipality as one PDF for the meeting. */
import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { systemClock } from '#functions/adapters/clock.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { describeProblem, ProblemError } from '#functions/serve/problem.ts';
import { createPublished } from '#functions/serve/published.ts';
import type { Store } from '#functions/world.ts';
import { findChromium } from './chromium/find-chromium.ts';
import { NoPaper, printPaper } from './report/print-paper.ts';
import { requirePeriod } from './report/require-period.ts';
import { openNamedStore } from './run/opened-store.ts';
import { requireOption, runCommand, WrongUsage } from './run/usage.ts';
import { buildDashboard } from './start/dashboard-build.ts';
import { createDashboard } from './start/dashboard-files.ts';
import { joinApps, listenOnLoopback } from './start/local-server.ts';

const usage = `使い方 Usage: npm run report -- --store PLACE --municipality CODE [--period FY2024] [--lang ja|en] --out FILE.pdf

  --store PLACE        保存場所。フォルダか gs://バケット where releases are kept: a folder or gs://bucket
  --municipality CODE  市町村（6桁のコード） the municipality, six digits
  --period PERIOD      期間。なければ最後のデータの年度 FY2024, FY2024Q1, 2024-04; otherwise the fiscal year of the last data
  --lang ja|en         言葉 the language (ja)
  --out FILE.pdf       書き出すファイル the file to write

会議資料：表紙、目次、各ページ、数字の範囲と注意。市町村の職員向けの正確な件数です。公表する前に少ない件数を確かめてください。
A paper for the meeting: cover, contents, every page, what the figures cover. Counts are exact, as for municipal staff:
look at small numbers before publishing. Needs Chromium (CHROMIUM_PATH, or the system's) and a Japanese font.

終了コード Exit codes:
  0   書き出した written
  2   書き出すものがない nothing to write: nothing published, no such municipality or period
  3   PDFにできない no PDF: no Chromium, no Japanese font, or a page that could not be drawn
  64  使い方の誤り wrong usage`;

const [exitNothing, exitNoPdf] = [2, 3];
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

await runCommand({
  usage,
  exitFailed: exitNoPdf,
  async body() {
    const { values } = parseArgs({
      options: {
        store: { type: 'string' },
        municipality: { type: 'string' },
        period: { type: 'string' },
        lang: { type: 'string', default: 'ja' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const code = requireOption(values.municipality, '--municipality');
    if (!/^[0-9]{6}$/.test(code))
      throw new WrongUsage('--municipality は6桁のコードです。 --municipality takes a code of six digits.');
    const language = values.lang;
    if (language !== 'ja' && language !== 'en')
      throw new WrongUsage('--lang は ja か en です。 --lang takes ja or en.');
    const out = resolve(requireOption(values.out, '--out'));
    const store = await openNamedStore(values.store, '--store');
    try {
      const published = createPublished(store);
      const { release } = await published.openRelease(undefined);
      const { index } = await published.openOffice(release, code);
      const period = requirePeriod(index, values.period);
      const pdf = await makePdf(store, { code, period, language });
      await writeWhole(out, pdf.bytes);
      const name = index.municipality.name;
      process.stdout.write(
        `${name}の会議資料（${pdf.pages}ページ） The paper of ${name}, ${pdf.pages} pages: ${out}\n`,
      );
      return 0;
    } catch (error) {
      if (error instanceof NoPaper) return complain(error.message, error.isNothing ? exitNothing : exitNoPdf);
      if (!(error instanceof ProblemError)) throw error;
      const { detail, detailEn } = describeProblem(error.code, error.facts);
      return complain(`${detail} ${detailEn}`, exitNothing);
    }
  },
});

function complain(sentence: string, exitCode: number): number {
  process.stderr.write(`${sentence}\n`);
  return exitCode;
}

/** Serves the dashboard on a free port of this machine as long as it is printed. */
async function makePdf(
  store: Store,
  wanted: { readonly code: string; readonly period: string | null; readonly language: 'ja' | 'en' },
): Promise<Awaited<ReturnType<typeof printPaper>>> {
  const project = fileURLToPath(new URL('..', import.meta.url));
  const dashboard = await createDashboard(await buildDashboard(project, (words) => process.stderr.write(`${words}\n`)));
  const api = createApi({ store, identity: localIdentity, pollSeconds: 3600, log: quiet, clock: systemClock });
  const server = await listenOnLoopback(joinApps(api, dashboard), { port: 0, mustBe: true });
  const { found, remove } = await findChromium();
  try {
    return await printPaper(found, new URL(server.address).origin, wanted);
  } finally {
    await server.close();
    await remove();
  }
}

/** Beside the file and then over it, so that a file of that name is always whole. */
async function writeWhole(out: string, bytes: Uint8Array): Promise<void> {
  const unfinished = `${out}.writing`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
