/** npm run bundle: puts the cloud functions together as they are deployed, and says how large they are. */
import { parseArgs } from 'node:util';
import { buildBundle, usualBundleFolder } from './bundle/build-bundle.ts';
import { runCommand } from './run/usage.ts';

const usage = `使い方 Usage: npm run bundle [-- --out FOLDER]

  --out FOLDER  置く場所（なければ dist/functions）。中身は作り直します
                where it is left (dist/functions by default); what is there is thrown away

終了コード Exit codes: 0 できた made, 2 できない could not be made, 64 使い方の誤り wrong usage`;

await runCommand({
  usage,
  exitFailed: 2,
  async body() {
    const { values } = parseArgs({
      options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h', default: false } },
    });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const { folder, bytes, bytesAtStart, digest } = await buildBundle(values.out ?? usualBundleFolder);
    const kilobytes = (count: number) => `${Math.round(count / 1024).toLocaleString('en')} KB`;
    process.stdout.write(`${folder}: ${kilobytes(bytes)}（起動時 at start ${kilobytes(bytesAtStart)}）  ${digest}\n`);
    return 0;
  },
});
