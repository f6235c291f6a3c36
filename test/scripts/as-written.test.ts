/** The commands as package.json names them, translated while they start; the other tests run them put together beforehand. */
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { runAsWritten } from './run-script.ts';

const commands = ['adopt', 'doctor', 'export', 'ingest', 'registry', 'releases', 'report', 'start', 'template'];

test.each(commands)('npm run %s starts, and says how it is used', async (command) => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(scripts[command]).toBe(`tsx scripts/${command}.ts`);
  const { code, stderr } = await runAsWritten(command, '--nonsense');
  expect([code, stderr]).toEqual([64, expect.stringContaining('使い方 Usage')]);
});
