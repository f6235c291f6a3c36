/** npm run licences: writes docs/licences.md, and names every package whose licence nobody has looked at. */
import { readFile, writeFile } from 'node:fs/promises';
import { describeLicences, findRefused, listPackages } from './licences/list-licences.ts';

const project = new URL('../', import.meta.url);
const packages = listPackages(await readFile(new URL('package-lock.json', project), 'utf8'));
await writeFile(new URL('docs/licences.md', project), describeLicences(packages));
const refused = findRefused(packages);
for (const { name, version, licence } of refused) process.stderr.write(`${name} ${version}: ${licence}\n`);
process.stdout.write(`docs/licences.md: ${packages.length}\n`);
process.exitCode = refused.length === 0 ? 0 : 1;
