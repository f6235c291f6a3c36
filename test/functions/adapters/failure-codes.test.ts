import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failureMessages } from '#sheets-schema/vocabulary/messages.ts';

const adapters = join(import.meta.dirname, '../../../functions/adapters');

it('every failure that an adapter can name has a sentence', async () => {
  const files = (await readdir(adapters, { recursive: true })).filter((file) => file.endsWith('.ts'));
  const sources = await Promise.all(files.map(async (file) => await readFile(join(adapters, file), 'utf8')));
  const codes = new Set(sources.join('\n').match(/(?<=')(?:file|folder|google)\/[a-z-]+(?=')/g));
  expect(codes.size).toBeGreaterThan(20);
  expect([...codes].filter((code) => !(code in failureMessages))).toEqual([]);
});
