/** npm run held: an administrator without the dashboard lets a workbook through, and says so once. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { readState } from '#functions/ingest/ingest-store.ts';
import { aState, aWorkbook, day } from '../functions/publish/ingested-builder.ts';
import { runScript } from './run-script.ts';

const id = '氷見.xlsx' as WorkbookId;

test('what is answered twice is recorded once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  onTestFinished(async () => await rm(folder, { recursive: true }));
  const store = createFolderStore(folder);
  const state = aState(aWorkbook({ workbook: id }), 'object', {
    hold: { code: 'guard/rows-fell', facts: { tab: '相談受付', from: 20, to: 8, count: 1 }, since: day('2019-05-01') },
    question: { id: '0123abcd', changes: [], count: 1 },
  });
  await store.movePointer(`workbooks/${id}`, JSON.stringify(state), null);
  const answer = async () => await runScript('held', '--store', folder, '--let-through', id, '--send');
  const [first, second] = [await answer(), await answer()];
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(first.stdout).toContain('次の取り込みで使います。 The next ingest uses it.');
  expect(second.stdout).toContain('はい、と答えてあります。次の取り込みで使います。');
  expect((await readState(id, store)).state?.letThrough).toBe('0123abcd');
  expect(await store.listPointers('audit/')).toHaveLength(1);
});
