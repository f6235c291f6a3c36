/** npm run releases: what a person sees and does when a published figure was wrong. */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import type { AuditEntry } from '#functions/audit/audit-entry.ts';
import { listReleases } from '#functions/publish/history.ts';
import { listReleasesWithChanges } from '../../scripts/releases/list.ts';
import { runScript } from './run-script.ts';
import { funahashi, writeSmallWorkbook } from './workbooks.ts';

let folder: string;
let store: string;
/** The same two releases, of which the store does not hand out the first. */
let failing: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  store = join(folder, 'store');
  const workbooks = join(folder, 'workbooks');
  await mkdir(workbooks);
  await writeSmallWorkbook(workbooks, '氷見市');
  await runScript('ingest', '--workbooks', workbooks, '--store', store);
  await writeSmallWorkbook(workbooks, '舟橋村', funahashi);
  await runScript('ingest', '--workbooks', workbooks, '--store', store);
  failing = join(folder, 'failing');
  await cp(store, failing, { recursive: true });
});
afterAll(async () => await rm(folder, { recursive: true }));

async function listed(): Promise<readonly string[]> {
  const { code, stdout } = await runScript('releases', '--store', store);
  expect(code).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split('  ')[1] ?? '');
}

async function exportFunahashi(): Promise<number | null> {
  const out = join(folder, 'facts.csv');
  return (await runScript('export', '--store', store, '--audience', 'office:163210', '--out', out)).code;
}

describe('the releases of a store', () => {
  test('are listed with what changed, compared, gone back to, restored, and thrown away', async () => {
    const { stdout } = await runScript('releases', '--store', store);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split('  ')[2])).toEqual([
      '1市町村・数字0個 1 municipalities, 0 figures',
      '最初の版 first',
    ]);
    const [second = '', first = ''] = await listed();
    expect([first, second].every((name) => /^[0-9a-f]{64}$/.test(name))).toBe(true);
    expect(await exportFunahashi()).toBe(0);

    const compared = await runScript('releases', 'compare', first.slice(0, 8), 'current', '--store', store);
    expect([compared.code, compared.stdout]).toEqual([
      0,
      '1市町村・数字0個 1 municipalities, 0 figures\n163210: 新しく加わりました added\n',
    ]);

    expect((await runScript('releases', '--store', store, '--roll-back', first)).code).toBe(0);
    expect(await listed()).toEqual([first, second, first]);
    expect(await exportFunahashi()).toBe(2);
    expect((await runScript('releases', 'restore', 'previous', '--store', store, '--actor', 'a@example.jp')).code).toBe(
      0,
    );
    expect(await exportFunahashi()).toBe(0);
    expect(await recorded()).toMatchObject([
      { action: 'rolled-back', actor: null, subject: first },
      { action: 'restored', actor: 'a@example.jp', subject: second },
    ]);

    const planned = await runScript('releases', 'prune', '--dry-run', '--store', store);
    expect([planned.code, planned.stdout]).toMatchObject([
      0,
      expect.stringMatching(/^4版を残し、0版と0個のファイルを消す/),
    ]);
    const kept = await runScript('releases', '--store', store, '--keep', '1');
    expect([kept.code, kept.stdout]).toEqual([
      0,
      '1版を残し、0個のファイルを消しました。 1 releases kept, 0 objects removed.\n',
    ]);
    expect(await listed()).toEqual([second]);
  });

  test('that the store does not hand out just now are said to be unread; those that are lost cannot be compared', async () => {
    const opened = createFolderStore(failing);
    const [second, first] = (await listReleases(opened)).map(({ release }) => release);
    if (first === undefined || second === undefined) throw new Error('Two releases were published.');
    const object = join(failing, 'objects', first.slice(0, 2), `${first}.json`);
    await rm(object);
    const lost = await listReleasesWithChanges(opened, { newest: 20, isJson: false });
    await mkdir(object);
    const listed = await runScript('releases', 'list', '--store', failing);
    const compared = await runScript('releases', 'compare', first, second, '--store', failing);
    const { text } = await listReleasesWithChanges(opened, { newest: 20, isJson: true });
    expect(lost.isKnown).toBe(true);
    expect(lost.text.split('\n')[0]).toMatch(
      / {2}比べられません（なくなっているか、別の版の形です） cannot be compared/,
    );
    expect([listed.code, listed.stdout.split('\n').map((line) => line.split('  ')[2] ?? line)]).toEqual([
      3,
      [
        'いまは読めませんでした could not be read just now',
        '最初の版 first',
        '保存場所が応じず、読めない公開版がありました。しばらくしてからもう一度お試しください。 The store did not answer for some of it; try again in a while.',
        '',
      ],
    ]);
    expect([compared.code, compared.stdout]).toEqual([3, '']);
    expect(compared.stderr).toMatch(/^保存場所が応じず、いまは読めませんでした。/);
    expect(JSON.parse(text)).toMatchObject([
      { release: second, comparison: 'unknown', municipalities: null, figures: null },
      { release: first, comparison: 'first' },
    ]);
  });

  test('that do not exist cannot be gone back to', async () => {
    const { code, stderr } = await runScript('releases', '--store', store, '--roll-back', 'f'.repeat(64));
    expect([code, stderr]).toEqual([
      2,
      'その公開版はありません。一覧で確かめてください。 There is no such release; see the list.\n',
    ]);
  });

  test.each([
    [['--keep', '0']],
    [['--keep', 'all']],
    [['compare', 'current']],
    [['undo']],
    [['restore', 'current', '--from', '']],
  ])('wrong usage: %j', async (options) => {
    expect((await runScript('releases', '--store', store, ...options)).code).toBe(64);
  });
});

/** What people did, out of 操作の記録, oldest first. */
async function recorded(): Promise<readonly unknown[]> {
  const opened = createFolderStore(store);
  const names = await opened.listPointers('audit/');
  const entries = names.map(async (name) => JSON.parse((await opened.readPointer(name))?.content ?? '') as AuditEntry);
  return (await Promise.all(entries)).filter(({ action }) => action !== 'released');
}
