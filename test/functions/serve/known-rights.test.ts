/** Whose rights count where something is answered without the app: those of whoever asks, and never those of whoever asked before. */
import { createServer, type IncomingMessage, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { packBytes } from '#functions/adapters/pack.ts';
import type { GivenRole } from '#functions/domain/people-list.ts';
import { createListener } from '#functions/listener.ts';
import { openAccess } from '#functions/open-access.ts';
import { openApi } from '#functions/serve/api.ts';
import { createFixedIdentity, type Identity } from '#functions/serve/identity.ts';
import { keepRelease } from '#functions/serve/kept-release.ts';
import type { ArrivedRequest } from '#functions/serve/known-answers.ts';
import { createCookieSeal } from '#functions/serve/sign-in/sealed-cookie.ts';
import { readAccessSettings } from '#functions/settings/access-settings.ts';
import { silentLog } from '../../builders/ingest.ts';
import { createTestClock, people, publicUrl, sessionSecret } from '../security/deployment.ts';
import { funahashi, himi, publishByHand } from './a-release.ts';
import { goals, openKnown } from './open-known.ts';

describe('rights', () => {
  test('of others never count: what somebody has learnt tells nobody else', async () => {
    let audiences: Parameters<typeof createFixedIdentity>[0] = [`office:${himi}`];
    const turning: Identity = {
      identify: async (request) => await createFixedIdentity(audiences).identify(request),
      recall: (headers) => createFixedIdentity(audiences).recall?.(headers) ?? null,
    };
    const { ask, findKnown } = await openKnown({ identity: turning });
    const asked = { 'if-none-match': (await ask(goals)).headers.get('etag') ?? '' };
    expect(findKnown(goals, asked)?.status).toBe(304);
    audiences = [`office:${funahashi}`];
    expect(findKnown(goals, asked)).toBeNull();
    expect((await ask(goals, asked)).status).toBe(403);
    expect(findKnown(goals, asked)).toBeNull();
    audiences = [`office:${himi}`];
    expect(findKnown(goals, asked)?.status).toBe(304);
  });

  test('known answers count towards what one asker may ask, and beyond it nothing is known', async () => {
    const { ask, findKnown, clock } = await openKnown({ limits: { requestsPerMinute: 5, proxies: 0 } });
    const asked = { 'if-none-match': (await ask(goals)).headers.get('etag') ?? '' };
    const statuses = Array.from({ length: 6 }, () => findKnown(goals, asked)?.status ?? null);
    expect(statuses).toEqual([304, 304, 304, 304, 304, null]);
    expect(findKnown(goals, asked, '203.0.113.2')?.status).toBe(304);
    clock.forward(60);
    await ask(goals, { 'x-forwarded-for': '203.0.113.9' });
    expect(findKnown(goals, asked)?.status).toBe(304);
  });
});

describe('where people sign in', () => {
  const office = 'office@himi.example';

  async function openSignedIn() {
    const clock = createTestClock('2026-11-21T03:00:00Z');
    const store = createMemoryStore(clock);
    await publishByHand(store, { figure: 7, publishedAt: '2026-11-20T00:00:00.000Z' });
    const settings = readAccessSettings(
      {
        KASANARI_PUBLIC_URL: publicUrl,
        KASANARI_OIDC_ISSUER: 'https://accounts.google.com',
        KASANARI_OIDC_AUDIENCE: 'a-client',
        KASANARI_SESSION_SECRET: sessionSecret,
      },
      [],
    );
    const access = openAccess({
      ...{ settings, audiences: [], store, log: silentLog, clock, googleRootUrl: null, keyFile: null },
    });
    const keep = async (rows: readonly GivenRole[]) => {
      const content = JSON.stringify({ format: 1, checkedAt: clock.now().toISOString(), people: rows });
      await store.movePointer('people', content, (await store.readPointer('people'))?.version ?? null);
    };
    await keep(people);
    const kept = keepRelease(store, clock, 60 * 60);
    const { api, known } = openApi({ ...access, store: kept, pollSeconds: 1, log: silentLog, clock, pack: packBytes });
    const seal = createCookieSeal({ secrets: [sessionSecret], isSecure: true, clock });
    const cookieOf = async (address: string) =>
      (await seal.seal({ purpose: 'session', address, groups: [] })).split(';')[0] ?? '';
    const ask = async (headers: Record<string, string>) => await api.request(goals, { headers });
    const findKnown = (fields: ArrivedRequest['fields']) =>
      known?.find({ method: 'GET', address: goals, fields: { host: 'a', ...fields }, peer: null }) ?? null;
    const tag = (await ask({ cookie: await cookieOf(office) })).headers.get('etag') ?? '';
    expect(tag).not.toBe('');
    return { clock, keep, cookieOf, ask, findKnown, tag };
  }

  test('a session that was opened is known, one that was not, or not by us, is for the app', async () => {
    const { clock, ask, findKnown, cookieOf, tag } = await openSignedIn();
    const cookie = await cookieOf(office);
    expect(findKnown({ cookie, 'if-none-match': tag })).toBeNull();
    expect((await ask({ cookie })).status).toBe(200);
    expect(findKnown({ cookie, 'if-none-match': tag })?.status).toBe(304);
    expect(findKnown({ cookie: `${cookie.slice(0, -2)}AA`, 'if-none-match': tag })).toBeNull();
    expect(findKnown({ 'if-none-match': tag })).toBeNull();
    expect(findKnown({ cookie, 'if-none-match': tag, authorization: 'Bearer x' })).toBeNull();
    // Other people's own session opens their own only.
    const other = await cookieOf('officer@toyama.example');
    expect((await ask({ cookie: other })).status).toBe(403);
    expect(findKnown({ cookie: other, 'if-none-match': tag })).toBeNull();
    // Eight hours later it has ended.
    clock.forward(8 * 60 * 60 - 1);
    expect((await ask({ cookie })).status).not.toBe(401);
    clock.forward(1);
    expect(findKnown({ cookie, 'if-none-match': tag })).toBeNull();
    expect((await ask({ cookie })).status).toBe(401);
  });

  test('a role that was taken is gone as soon as the list is read anew', async () => {
    const { clock, keep, ask, findKnown, cookieOf, tag } = await openSignedIn();
    const asked = { cookie: await cookieOf(office), 'if-none-match': tag };
    expect((await ask(asked)).status).toBe(304);
    await keep(people.filter(({ address }) => address !== office));
    clock.forward(14);
    expect(findKnown(asked)?.status).toBe(304);
    clock.forward(1);
    expect(findKnown(asked)).toBeNull();
    expect((await ask(asked)).status).toBe(403);
    expect(findKnown(asked)).toBeNull();
  });
});

test('over the line, a known answer is the same as one of the app', async () => {
  const opened = await openKnown();
  const listener = createListener(opened);
  const server = createServer((request, response) => void listener(request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const over = async (headers: Record<string, string>) =>
    await new Promise<IncomingMessage>((resolve, reject) => {
      send({ port, host: '127.0.0.1', path: goals, headers }, (answer) => resolve(answer.resume()))
        .on('error', reject)
        .end();
    });
  try {
    const first = await over({});
    const tag = first.headers.etag ?? '';
    const [known, again] = [await over({ 'if-none-match': tag }), await over({})];
    expect([first.statusCode, known.statusCode, again.statusCode]).toEqual([200, 304, 200]);
    expect(known.headers).toMatchObject({ etag: tag, 'x-frame-options': 'DENY' });
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
});
