/** npm run export: the tidy facts of one audience as a CSV file, the same bytes as /api/exports/facts.csv. */
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Audience } from '#functions/publish/release.ts';
import { audiencePattern } from '#functions/serve/exports.ts';
import { describeProblem, ProblemError } from '#functions/serve/problem.ts';
import { createPublished } from '#functions/serve/published.ts';
import { writeTidyCsv } from '#functions/serve/tidy-csv.ts';
import { openNamedStore } from './run/opened-store.ts';
import { requireOption, runCommand, WrongUsage } from './run/usage.ts';

const usage = `使い方 Usage: npm run export -- --store PLACE --audience AUDIENCE [--municipality CODE] [--out FILE.csv]

  --store PLACE        保存場所。フォルダか gs://バケット where releases are kept: a folder or gs://bucket
  --audience AUDIENCE  office:162051、prefecture:16、public のどれか one of these
                       （都道府県と一般公開では、少ない件数は秘匿（suppressed）です
                       for prefectures and the public small numbers are suppressed）
  --municipality CODE  この市町村だけ（6桁） only this municipality, six digits
  --out FILE.csv       書き出すファイル。なければ（または - なら）標準出力
                       the file to write; stdout when left out or -

UTF-8 (BOM). 列 Columns: indicator, municipality, area, period, pathway, target, value, state

終了コード Exit codes:
  0   書き出した written
  2   書き出すものがない nothing to write: nothing published, or no such audience in the store
  64  使い方の誤り wrong usage`;

const exitNothing = 2;

await runCommand({
  usage,
  exitFailed: exitNothing,
  async body() {
    const { values } = parseArgs({
      options: {
        store: { type: 'string' },
        audience: { type: 'string' },
        municipality: { type: 'string' },
        out: { type: 'string', default: '-' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const audience = requireAudience(requireOption(values.audience, '--audience'));
    const municipality = values.municipality ?? null;
    if (municipality !== null && !/^[0-9]{6}$/.test(municipality))
      throw new WrongUsage('--municipality は6桁のコードです。 --municipality takes a code of six digits.');
    const store = await openNamedStore(values.store, '--store');
    try {
      const published = createPublished(store);
      const opened = await published.openRelease(undefined);
      await write(await writeTidyCsv(published, opened, { audience, municipality }), values.out);
      return 0;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { detail, detailEn } = describeProblem(error.code, error.facts);
      process.stderr.write(`${detail} ${detailEn}\n`);
      return exitNothing;
    }
  },
});

function requireAudience(text: string): Audience {
  if (!audiencePattern.test(text))
    throw new WrongUsage(
      `--audience「${text}」は読めません。 --audience takes office:162051, prefecture:16 or public, not "${text}".`,
    );
  return text as Audience;
}

/** To stdout, or beside the file and then over it, so that a file of that name is always whole. */
async function write(pieces: AsyncIterable<string>, out: string): Promise<void> {
  if (out === '-') {
    await pipeline(Readable.from(pieces), process.stdout, { end: false }).catch((error: unknown) => {
      // Whoever reads has had enough (head, less).
      if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
    });
    return;
  }
  const unfinished = `${out}.writing`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(unfinished));
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
