/** Writes docs/workbook-guide.md, the reference page for offices, from the definition of the workbook. `npm run guide`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { writeGuide } from '#sheets-schema/guide.ts';

const docs = new URL('../docs/', import.meta.url);
const page = new URL('workbook-guide.md', docs);
await mkdir(docs, { recursive: true });
await writeFile(page, writeGuide());
process.stdout.write(`${fileURLToPath(page)}\n`);
