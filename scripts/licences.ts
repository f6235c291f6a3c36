/** npm run licences: writes docs/licences.md, and names every package whose licence nobody has looked at. */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { describeLicences, findRefused, listPackages } from './licences/list-licences.ts';
import { runCommand } from './run/usage.ts';

const usage = `使い方 Usage: npm run licences

docs/licences.md を書き直し、まだ確かめていないライセンスの部品を言います。
Writes docs/licences.md anew, and names packages whose licence nobody has looked at.

終了コード Exit codes: 0, 1 確かめていないものがある some are not looked at, or it could not be written, 64 使い方の誤り wrong usage`;

await runCommand({
  usage,
  exitFailed: 1,
  async body() {
    const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h', default: false } } });
    if (values.help) {
      process.stdout.write(`${usage}\n`);
      return 0;
    }
    const project = new URL('../', import.meta.url);
    const packages = listPackages(await readFile(new URL('package-lock.json', project), 'utf8'));
    await writeFile(new URL('docs/licences.md', project), describeLicences(packages));
    const refused = findRefused(packages);
    for (const { name, version, licence } of refused) process.stderr.write(`${name} ${version}: ${licence}\n`);
    process.stdout.write(`docs/licences.md: ${packages.length}\n`);
    return refused.length === 0 ? 0 : 1;
  },
});
