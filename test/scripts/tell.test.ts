/** npm run tell: what would be told, and what is told to a chat that is a server on this machine. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { systemClock } from '#functions/adapters/clock.ts';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { dayInJapan } from '#functions/domain/calendar.ts';
import { canonicalJson } from '#functions/publish/canonical.ts';
import { aHold, aWorkbook, withWorkbooks } from '../functions/tell/situations.ts';
import { runScript } from './run-script.ts';

let folder: string;
let server: ReturnType<typeof serve>;
const got: { readonly text: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  const held = aWorkbook({ hold: aHold('google/gone', dayInJapan(systemClock.now())) });
  const { status } = withWorkbooks(systemClock.now().toISOString(), held);
  await createFolderStore(folder).movePointer('status', canonicalJson(status), null);
  const app = new Hono().post('/hook', async (context) => {
    got.push(await context.req.json());
    return context.text('ok');
  });
  const port = await new Promise<number>((listening) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, (at) => listening(at.port));
  });
  vi.stubEnv('KASANARI_TELL_WEBHOOK', `google-chat:http://127.0.0.1:${port}/hook`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((closed) => server.close(closed));
  await rm(folder, { recursive: true });
});

// One story, so that the order is that of the file even when the files are shuffled.
test('without --send the text is only shown; with it, it is told once; --test reaches the chat', async () => {
  const shown = await runScript('tell', '--store', folder);
  expect([shown.code, shown.stderr, got]).toEqual([0, '', []]);
  expect(shown.stdout).toContain('「茜町 R8報告」の新しい内容を');
  expect((await runScript('tell', '--store', folder, '--send')).code).toBe(0);
  expect(got[0]?.text.trim()).toBe(shown.stdout.trim());
  expect((await runScript('tell', '--store', folder)).stdout).toContain('新しいことはありません（続いていること1件）');
  const tested = await runScript('tell', '--test');
  expect([tested.code, tested.stdout, got.length]).toEqual([0, 'google-chat-1: 送りました sent\n', 2]);
});
