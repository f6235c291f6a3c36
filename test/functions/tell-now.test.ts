/** Telling as it happens: each message once, whoever tells; what did not arrive is sent again; a receiver that is gone stops nobody. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { canonicalJson } from '#functions/publish/canonical.ts';
import { previewTelling, type TellingWorld, tellNow, tellTest } from '#functions/tell-now.ts';
import { type Receiver, SendFailure, type SentMessage, type Store } from '#functions/world.ts';
import { aHold, aWorkbook, withWorkbooks } from './tell/situations.ts';

let store: Store;
let minute: number;
let logged: (readonly [string, unknown])[];
const begin = '2026-11-18T03:00:00Z';
const clock = { now: () => new Date(Date.parse(begin) + minute * 60_000) };

beforeEach(() => {
  store = createMemoryStore(clock);
  minute = 0;
  logged = [];
});

/** Whoever receives, and what they got; refuses while it is broken. */
function aReceiver(name: string) {
  const got: SentMessage[] = [];
  const state = { isBroken: false };
  const receiver: Receiver = {
    name,
    longest: 4000,
    send: (message) => {
      if (state.isBroken) return Promise.reject(new SendFailure('http-500'));
      got.push(message);
      return Promise.resolve();
    },
  };
  return { got, state, receiver };
}

const write = (event: string, fields?: unknown) => logged.push([event, fields]);
const world = (...receivers: readonly Receiver[]): TellingWorld => ({
  store,
  clock,
  log: { info: write, warn: write, error: write },
  receivers,
  expectedMinutes: 180,
  publicUrl: null,
});

/** Leaves where workbooks stand, as the end of a run does. */
async function leave(...workbooks: Parameters<typeof withWorkbooks>[1][]): Promise<void> {
  const { status } = withWorkbooks(clock.now().toISOString(), ...workbooks);
  const before = await store.readPointer('status');
  await store.movePointer('status', canonicalJson(status), before?.version ?? null);
}
const held = aWorkbook({ hold: aHold('google/gone', '2026-11-18') });

test('a trouble is told to every receiver, once', async () => {
  const [chat, mail] = [aReceiver('slack-1'), aReceiver('mail')];
  await leave(held);
  expect(await tellNow(world(chat.receiver, mail.receiver))).toEqual({ troubles: 1, sent: 2, failed: 0 });
  minute = 15;
  expect(await tellNow(world(chat.receiver, mail.receiver))).toEqual({ troubles: 1, sent: 0, failed: 0 });
  expect([chat.got.length, mail.got.length]).toEqual([1, 1]);
  expect(chat.got[0]?.text).toContain('Google にありません');
});

test('two who tell at once do not tell twice', async () => {
  const chat = aReceiver('slack-1');
  await leave(held);
  await Promise.all(Array.from({ length: 5 }, async () => await tellNow(world(chat.receiver))));
  expect(chat.got).toHaveLength(1);
});

test('what did not arrive is sent again by the next, to that receiver only, and it is known since when', async () => {
  const [chat, mail] = [aReceiver('slack-1'), aReceiver('mail')];
  chat.state.isBroken = true;
  await leave(held);
  expect(await tellNow(world(chat.receiver, mail.receiver))).toEqual({ troubles: 1, sent: 1, failed: 1 });
  expect(logged).toContainEqual(['tell/failed', { receiver: 'slack-1', problem: 'http-500' }]);
  minute = 15;
  await tellNow(world(chat.receiver, mail.receiver));
  minute = 30;
  await tellNow(world(chat.receiver, mail.receiver));
  expect(mail.got.at(-1)?.text).toContain('slack-1');
  chat.state.isBroken = false;
  minute = 45;
  expect(await tellNow(world(chat.receiver, mail.receiver))).toMatchObject({ sent: 2, failed: 0 });
  expect([chat.got.length, mail.got.length]).toEqual([2, 2]);
});

test('who dies between claiming and sending leaves it to the next, after ten minutes', async () => {
  const chat = aReceiver('slack-1');
  await leave(held);
  const dying: Receiver = { ...chat.receiver, send: () => new Promise(() => undefined) };
  void tellNow(world(dying));
  while ((await store.readPointer('told')) === null) await new Promise((done) => setImmediate(done));
  minute = 9;
  expect(await tellNow(world(chat.receiver))).toMatchObject({ sent: 0 });
  minute = 10;
  expect(await tellNow(world(chat.receiver))).toMatchObject({ sent: 1 });
  minute = 11;
  expect(await tellNow(world(chat.receiver))).toMatchObject({ sent: 0 });
});

test('a message that no receiver takes for a week is given up, and the log says so', async () => {
  const chat = aReceiver('slack-1');
  chat.state.isBroken = true;
  await leave(held);
  await tellNow(world(chat.receiver));
  await leave();
  minute = 7 * 24 * 60 + 1;
  await leave();
  await tellNow(world(chat.receiver), { isWeekly: false });
  expect(logged.map(([event]) => event)).toContain('tell/given-up');
});

test('without a receiver nothing is counted as told: the first one who is set up hears it', async () => {
  await leave(held);
  expect(await tellNow(world())).toEqual({ troubles: 1, sent: 0, failed: 0 });
  const chat = aReceiver('slack-1');
  await tellNow(world(chat.receiver));
  expect(chat.got).toHaveLength(1);
});

test('what was claimed under a clock that was far ahead waits for nobody', async () => {
  const chat = aReceiver('slack-1');
  await leave(held);
  minute = 365 * 24 * 60;
  void tellNow(world({ ...chat.receiver, send: () => new Promise(() => undefined) }));
  while ((await store.readPointer('told')) === null) await new Promise((done) => setImmediate(done));
  minute = 0;
  expect(await tellNow(world(chat.receiver))).toMatchObject({ sent: 1 });
});

test('a receiver that is set up no longer is no trouble, and is not told as mended', async () => {
  const [chat, mail] = [aReceiver('slack-1'), aReceiver('mail')];
  chat.state.isBroken = true;
  await leave(held);
  for (minute of [0, 15, 30]) await tellNow(world(chat.receiver, mail.receiver));
  expect(mail.got.at(-1)?.text).toContain('slack-1');
  const before = mail.got.length;
  expect(await tellNow(world(mail.receiver), { isWeekly: true })).toMatchObject({ troubles: 1, sent: 1 });
  expect(mail.got.slice(before).map(({ text }) => text.includes('slack-1'))).toEqual([false]);
});

test('runs that never come are told by the schedule of telling itself', async () => {
  const chat = aReceiver('slack-1');
  expect(await tellNow(world(chat.receiver))).toEqual({ troubles: 0, sent: 0, failed: 0 });
  minute = 181;
  await tellNow(world(chat.receiver));
  expect(chat.got[0]?.text).toContain('取り込みが11月18日 12:00から動いていません');
});

describe('without sending', () => {
  test('it is said what would be sent, and nothing is kept', async () => {
    await leave(held);
    const preview = async () => await previewTelling(world());
    expect((await preview()).message?.items).toHaveLength(1);
    expect((await preview()).message?.items).toHaveLength(1);
    expect(await store.readPointer('told')).toBe(null);
  });

  test('a test message goes to every receiver, and says what went wrong', async () => {
    const [chat, mail] = [aReceiver('slack-1'), aReceiver('mail')];
    chat.state.isBroken = true;
    expect(await tellTest(world(chat.receiver, mail.receiver))).toEqual([
      { name: 'slack-1', problem: 'http-500' },
      { name: 'mail', problem: null },
    ]);
    expect(mail.got[0]?.title).toBe('かさなり：試しの知らせです');
  });
});

test.each(['{"format":0}', '{"form'])('what nobody can read, like %s, counts as nothing told', async (content) => {
  await store.movePointer('told', content, null);
  const chat = aReceiver('slack-1');
  await leave(held);
  await tellNow(world(chat.receiver));
  expect(chat.got).toHaveLength(1);
});
