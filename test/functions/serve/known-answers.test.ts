/** What is answered without the app is what the app would answer. */
import { describe, expect, test } from 'vitest';
import { aCut, himi, publishByHand, put } from './a-release.ts';
import { fieldsOf, goals, openKnown } from './open-known.ts';

const long = Array.from({ length: 2_000 }, (_, position) => position);
const stored = [
  `/api/municipalities/${himi}`,
  goals,
  `/api/municipalities/${himi}/findings`,
  `/api/municipalities/${himi}/figures/division/P04`,
  `/api/municipalities/${himi}/details/people/${himi}`,
  '/api/prefectures/16',
  '/api/prefectures/16/comparison/R06',
  '/api/public',
];

describe('who has it already', () => {
  test.each(stored)('%s: the same headers as from the app', async (path) => {
    const { ask, findKnown } = await openKnown();
    const tag = (await ask(path)).headers.get('etag') ?? '';
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`]) {
      const asked = { 'if-none-match': known };
      const app = await ask(path, asked);
      const found = findKnown(path, asked);
      expect([found?.status, fieldsOf(found), found?.body]).toEqual([304, Object.fromEntries(app.headers), null]);
    }
    expect(findKnown(path, { 'if-none-match': '"other"' })).toBeNull();
    expect(findKnown(path)).toBeNull();
  });

  test('a release that is named is known under its name', async () => {
    const { ask, findKnown } = await openKnown();
    const { release } = (await (await ask('/api/session')).json()) as { release: string };
    const path = `${goals}?release=${release}`;
    const asked = { 'if-none-match': (await ask(path)).headers.get('etag') ?? '' };
    expect(fieldsOf(findKnown(path, asked))).toEqual(Object.fromEntries((await ask(path, asked)).headers));
    expect(findKnown(goals, asked)).toBeNull();
  });

  test('on the loopback TLS is not asked for', async () => {
    const { ask, findKnown } = await openKnown();
    const asked = { host: 'localhost:8787', 'if-none-match': (await ask(goals)).headers.get('etag') ?? '' };
    expect(fieldsOf(findKnown(goals, asked))).toEqual(Object.fromEntries((await ask(goals, asked)).headers));
  });
});

describe('what is left to the app', () => {
  test('a newer release, from the moment it may be seen', async () => {
    const { ask, findKnown, store, clock } = await openKnown();
    const path = `/api/municipalities/${himi}/figures/division/P04`;
    const asked = { 'if-none-match': (await ask(path)).headers.get('etag') ?? '' };
    await publishByHand(store, { figure: 8, publishedAt: '2026-11-21T00:00:00.000Z' });
    expect(findKnown(path, asked)?.status).toBe(304);
    clock.forward(1);
    expect(findKnown(path, asked)).toBeNull();
    expect((await ask(path, asked)).status).toBe(200);
    expect(findKnown(path, asked)).toBeNull();
  });

  test('an object that only looks like one of a newer release: each release is learnt anew', async () => {
    const { ask, findKnown, store, clock } = await openKnown();
    const asked = { 'if-none-match': (await ask(goals)).headers.get('etag') ?? '' };
    await publishByHand(store, { figure: 8, publishedAt: '2026-11-21T00:00:00.000Z' });
    clock.forward(1);
    await ask('/api/session');
    expect(findKnown(goals, asked)).toBeNull();
  });

  test.each([
    ['what is put together for the asker', '/api/session', {}],
    ['exports, which are recorded', `/api/exports/facts.csv?audience=office:${himi}`, {}],
    ['a body', goals, { 'content-length': '1' }],
    ['a body that does not say its length', goals, { 'transfer-encoding': 'chunked' }],
    ['no host', goals, { host: undefined }],
    ['an address that is written otherwise', `/api/./municipalities/${himi}/goals`, {}],
  ] as const)('%s', async (_, path, fields) => {
    const { ask, findKnown } = await openKnown();
    const tag = (await ask(path)).headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    expect(findKnown(path, { 'if-none-match': tag, ...fields })).toBeNull();
  });

  test('other methods', async () => {
    const { ask, known } = await openKnown();
    const fields = { host: 'a', 'if-none-match': (await ask(goals)).headers.get('etag') ?? '' };
    for (const method of ['HEAD', 'POST', 'OPTIONS', 'get'])
      expect([method, known?.find({ method, address: goals, fields, peer: null })]).toEqual([method, null]);
  });
});

describe('compressed', () => {
  async function openLong() {
    const opened = await openKnown();
    const name = await put(opened.store, aCut(himi, 'division/all', long));
    const path = `/api/municipalities/${himi}/figures/division/all`;
    const short = ((await opened.ask(path)).headers.get('etag') ?? '').replaceAll('"', '');
    await opened.store.removeObject(short);
    await opened.store.putObject(short, (await opened.store.readObject(name)) ?? new Uint8Array());
    return { ...opened, path };
  }

  test.each([
    ['br', 'gzip, deflate, br, zstd'],
    ['gzip', 'gzip'],
    ['gzip', 'br;q=0.5, gzip'],
    ['br', '*'],
  ])('%s for whoever takes %s, once and then from memory', async (encoding, accepted) => {
    const { ask, findKnown, path } = await openLong();
    const asked = { 'accept-encoding': accepted };
    expect(findKnown(path, asked)).toBeNull();
    const app = await ask(path, asked);
    const bytes = new Uint8Array(await app.arrayBuffer());
    expect([app.headers.get('content-encoding'), app.headers.get('content-length')]).toEqual([
      encoding,
      String(bytes.length),
    ]);
    const found = findKnown(path, asked);
    expect([found?.status, fieldsOf(found)]).toEqual([200, Object.fromEntries(app.headers)]);
    expect(new Uint8Array(found?.body ?? [])).toEqual(bytes);
    expect((await ask(path, asked)).headers).toEqual(app.headers);
  });

  test.each(['identity', 'br;q=0, gzip;q=0', 'deflate'])('not for whoever takes %s', async (accepted) => {
    const { ask, findKnown, path } = await openLong();
    const app = await ask(path, { 'accept-encoding': accepted });
    expect([null, 'deflate']).toContain(app.headers.get('content-encoding'));
    expect(findKnown(path, { 'accept-encoding': accepted })).toBeNull();
  });

  test('asked for its head, the object is said as it is', async () => {
    const { api, path } = await openLong();
    const head = await api.request(path, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect([head.status, head.headers.get('content-encoding')]).toEqual([200, null]);
  });
});
