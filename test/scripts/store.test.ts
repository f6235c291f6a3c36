/** npm run store: what an administrator does when a store is not whole, or lost. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serveStandIn } from '../google/server.ts';
import { createGoogleStandIn } from '../google/stand-in.ts';
import { runScript } from './run-script.ts';
import { writeSmallWorkbook } from './workbooks.ts';

let folder: string;
let workbooks: string;
let store: string;
let backup: string;
let google: Awaited<ReturnType<typeof serveStandIn>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  [workbooks, store, backup] = [join(folder, 'workbooks'), join(folder, 'store'), join(folder, 'backup')];
  google = await serveStandIn(createGoogleStandIn());
  vi.stubEnv('GCE_METADATA_HOST', new URL(google.rootUrl).host);
  vi.stubEnv('KASANARI_GOOGLE_ROOT_URL', google.rootUrl);
  await mkdir(workbooks);
  await writeSmallWorkbook(workbooks, '氷見市');
  await runScript('ingest', '--workbooks', workbooks, '--store', store);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await google.close();
  await rm(folder, { recursive: true });
});

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
  const pruned = await run('backup', '--store', store, '--to', backup, '--keep', '2');
  expect([pruned.code, pruned.stdout.split('\n')[1]]).toEqual([
    0,
    '古い控えを1個消しました（残り2個、ファイル0個を消しました） Threw away 1 old backups and 0 objects; 2 backups stay.',
  ]);
  expect((await run('backups', '--store', backup)).stdout.split('\n')).toHaveLength(3);

  const damaged = await damage();
  const found = await run('check', '--store', store);
  expect([found.code, found.stdout.split('\n')[0]]).toEqual([1, `${damaged}: こわれています damaged`]);
  expect(await codeOf('repair', '--store', store, '--from', backup, '--send')).toBe(0);
  expect(await codeOf('check', '--store', store)).toBe(0);

  await rm(store, { recursive: true });
  expect(await codeOf('restore', '--from', backup, '--store', store)).toBe(0);
  const again = await runScript('ingest', '--workbooks', workbooks, '--store', store, '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ outcome: 'unchanged', unchanged: 1 });

  const refused = await run('restore', '--from', backup, '--store', store);
  expect([refused.code, refused.stderr.split('\n')[0]]).toEqual([
    64,
    'この保存場所は空ではありません。空の場所を選ぶか、--into-existing を付けてください。 This store is not empty: choose an empty place, or add --into-existing.',
  ]);
});

test('a place where nothing is kept is not called whole, and neither a backup in the store itself nor a mistyped time is taken', async () => {
  const empty = join(folder, 'empty');
  await mkdir(empty);
  const said = await Promise.all([
    run('check', '--store', empty),
    run('backup', '--store', empty, '--to', join(folder, 'nothing')),
    runScript('tell', '--store', empty),
  ]);
  for (const { code, stdout, stderr } of said)
    expect([code, stdout, stderr.split('。')[0]]).toEqual([2, '', `「${empty}」には、まだ何も保存されていません`]);
  expect(await readdir(folder)).not.toContain('nothing');
  const wrong = await Promise.all([
    run('backup', '--store', store, '--to', `${store}/`),
    run('restore', '--from', backup, '--at', '2026/11/01', '--store', join(folder, 'new')),
  ]);
  expect(wrong.map(({ code, stderr }) => [code, stderr.split(' ')[0]])).toEqual([
    [64, '--to'],
    [64, '--at「2026/11/01」は'],
  ]);
});

test('a bucket serves as well as a folder', async () => {
  const production = 'gs://kasanari-production';
  expect((await runScript('ingest', '--workbooks', workbooks, '--store', production)).code).toBe(0);
  const bucket = 'gs://kasanari-backups/himi';
  const copy = join(folder, 'copy');
  expect(await codeOf('backup', '--store', production, '--to', bucket)).toBe(0);
  expect(await codeOf('restore', '--from', bucket, '--store', copy)).toBe(0);
  const taken = await runScript('export', '--store', copy, '--audience', 'office:162051');
  expect(taken.stdout.split('\n')[1]?.split(',')[1]).toBe('162051');
});

describe('wrong usage', () => {
  test.each([
    [['heal', '--store', '.']],
    [['check']],
    [['check', '--store', 'ftp://somewhere']],
    [['backup', '--store', '.']],
    [['backup', '--store', '.', '--to', '.', '--keep', '0']],
  ])('%j', async (options) => {
    expect(await codeOf(...options)).toBe(64);
  });
});
