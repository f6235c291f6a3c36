/** Writes docs/workbook-guide.md, the reference page for offices, from the definition of the workbook. `npm run guide`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeGuide } from '#sheets-schema/guide.ts';
import { runCommand } from './run/usage.ts';

const usage = `使い方 Usage: npm run guide

様式の定義から docs/workbook-guide.md を書き直します。 Writes docs/workbook-guide.md anew from the definition of the workbook.

終了コード Exit codes: 0, 1 書けない could not be written, 64 使い方の誤り wrong usage`;

await runCommand({
  usage,
  exitFailed: 1,
  async body() {
    const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const docs = new URL('../docs/', import.meta.url);
    const page = new URL('workbook-guide.md', docs);
    await mkdir(docs, { recursive: true });
    await writeFile(page, writeGuide());
    process.stdout.write(`${fileURLToPath(page)}\n`);
    return 0;
  },
});
