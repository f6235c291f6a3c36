/** npm run store: what an administrator does when a store is not whole, or lost. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runScript } from './run-script.ts';
import { writeSmallWorkbook } from './workbooks.ts';

let folder: string;
let workbooks: string;
let store: string;
let backup: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  [workbooks, store, backup] = [join(folder, 'workbooks'), join(folder, 'store'), join(folder, 'backup')];
  await mkdir(workbooks);
  await writeSmallWorkbook(workbooks, '氷見市');
  await runScript('ingest', '--workbooks', workbooks, '--store', store);
});
afterAll(async () => await rm(folder, { recursive: true }));

const run = async (...options: readonly string[]) => await runScript('store', ...options);
const codeOf = async (...options: readonly string[]) => (await run(...options)).code;

/** A file of the store in which a byte is another one. */
async function damage(): Promise<string> {
  const objects = join(store, 'objects');
  const [path = ''] = (await readdir(objects, { recursive: true })).filter((name) => name.endsWith('.json')).toSorted();
  const bytes = await readFile(join(objects, path));
  bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 1;
  await writeFile(join(objects, path), bytes);
  return path.replace(/^.*[/\\]|\.json$/g, '');
}

// One story, so that the order is that of the file even when tests are shuffled.
test('a store is checked, backed up, damaged, mended out of the backup, lost, and put back', async () => {
  const checked = await run('check', '--store', store);
  expect([checked.code, checked.stdout.split('\n').at(-2)]).toEqual([0, 'そろっています。 The store is whole.']);

  expect((await run('backup', '--store', store, '--to', backup)).stdout).toMatch(/^控えを取りました: 20/);
  expect((await run('backup', '--store', store, '--to', backup)).stdout).toMatch(/ 0 of them copied now\.\n$/);
  const times = (await run('backups', '--store', backup)).stdout.trimEnd().split('\n');
  expect(times.length).toBe(2);

  const damaged = await damage();
  const found = await run('check', '--store', store);
  expect([found.code, found.stdout.split('\n')[0]]).toEqual([1, `${damaged}: こわれています damaged`]);
  expect(JSON.parse((await run('check', '--store', store, '--json')).stdout)).toMatchObject({
    troubles: [{ kind: 'damaged', name: damaged }],
  });
  const planned = await run('repair', '--store', store, '--from', backup);
  expect(planned.stdout).toMatch(/まだ何もしていません/);
  expect(await codeOf('check', '--store', store)).toBe(1);
  expect(await codeOf('repair', '--store', store, '--from', backup, '--send')).toBe(0);
  expect(await codeOf('check', '--store', store)).toBe(0);

  await rm(store, { recursive: true });
  expect(await codeOf('restore', '--from', backup, '--store', store)).toBe(0);
  expect(await codeOf('check', '--store', store)).toBe(0);
  const again = await runScript('ingest', '--workbooks', workbooks, '--store', store, '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'unchanged', unchanged: 1 });

  const refused = await run('restore', '--from', backup, '--store', store);
  expect([refused.code, refused.stderr.split('\n')[0]]).toEqual([
    64,
    'この保存場所は空ではありません。空の場所を選ぶか、--into-existing を付けてください。 This store is not empty: choose an empty place, or add --into-existing.',
  ]);
  expect((await run('restore', '--from', backup, '--store', store, '--into-existing')).stdout).toMatch(
    /--send does it/,
  );
  expect(await codeOf('restore', '--from', backup, '--store', store, '--into-existing', '--send')).toBe(0);
});

describe('wrong usage', () => {
  test.each([
    [['heal', '--store', '.']],
    [['check']],
    [['check', '--store', 'ftp://somewhere']],
    [['backup', '--store', '.']],
  ])('%j', async (options) => {
    expect(await codeOf(...options)).toBe(64);
  });
});
