/** What strangers send, and what they are told: too much, too often, keys of prototypes, text that would forge a line of the log. */

import { beforeEach, describe, expect, test } from 'vitest';
import { createJsonLog, createTerminalLog } from '#functions/adapters/log.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import type { RequestLimits } from '#functions/serve/request-limits.ts';
import type { Log, Store } from '#functions/world.ts';
import { silentLog } from '../../builders/ingest.ts';
import { himi, publishByHand } from '../serve/a-release.ts';

const clock = { now: () => new Date('2026-11-21T03:00:00Z') };
let store: Store;

beforeEach(async () => {
  store = createMemoryStore(clock);
  await publishByHand(store, { figure: 7, publishedAt: '2026-11-20T00:00:00.000Z' });
});

const apiWith = (limits: RequestLimits | null, log: Log = silentLog) =>
  createApi({ store, identity: localIdentity, pollSeconds: 1, log, clock, limits });

describe('headers', () => {
  const headersAt = async (host: string, path = '/api/session') =>
    (await apiWith(null).request(path, { headers: { host } })).headers;

  test.each(['/api/session', '/api/nothing', '/api/openapi.json'])(
    '%s is never a page, nor framed, nor guessed at',
    async (path) => {
      const headers = await headersAt('kasanari.example', path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'strict-transport-security': 'max-age=63072000',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
      });
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  test.each(['127.0.0.1:8787', 'localhost', '[::1]:8787'])(
    'TLS is not asked for on %s, where there is none',
    async (host) => {
      expect((await headersAt(host)).get('strict-transport-security')).toBeNull();
    },
  );
});

describe('too much', () => {
  const post = async (body: string, headers: Record<string, string> = {}) =>
    await apiWith(null).request('/api/sign-out', {
      method: 'POST',
      body,
      headers: { host: 'a', origin: 'http://a', ...headers },
    });

  test('a body beyond 16 KiB is refused, whether or not it says how long it is', async () => {
    const large = await post('x'.repeat(16 * 1024 + 1));
    expect([large.status, ((await large.json()) as { code: string }).code]).toEqual([413, 'too-large']);
    const said = await post('x'.repeat(16 * 1024 + 1), { 'content-length': String(16 * 1024 + 1) });
    expect(said.status).toBe(413);
    expect((await post('x'.repeat(16 * 1024))).status).toBe(404);
  });

  test('an address beyond 2,000 characters is refused', async () => {
    const at = async (length: number) => {
      const start = '/api/session?a=';
      return (await apiWith(null).request(start + 'x'.repeat(length - start.length))).status;
    };
    expect([await at(2_000), await at(2_001)]).toEqual([200, 414]);
  });
});

describe('too often', () => {
  const limits: RequestLimits = { requestsPerMinute: 10, proxies: 2 };
  const ask = async (api: ReturnType<typeof apiWith>, forwarded: string, headers: Record<string, string> = {}) =>
    await api.request('/api/session', { headers: { 'x-forwarded-for': forwarded, ...headers } });

  test('one address is told to wait a minute; the others are not held up', async () => {
    const api = apiWith(limits);
    for (let times = 0; times < 10; times += 1) expect((await ask(api, '203.0.113.1, 10.0.0.1')).status).toBe(200);
    const refused = await ask(api, '203.0.113.1, 10.0.0.1');
    expect([
      refused.status,
      refused.headers.get('retry-after'),
      ((await refused.json()) as { code: string }).code,
    ]).toEqual([429, '60', 'too-many-requests']);
    expect((await ask(api, '203.0.113.2, 10.0.0.1')).status).toBe(200);
  });

  test('what somebody writes into X-Forwarded-For does not make them another one', async () => {
    const api = apiWith(limits);
    const statuses: number[] = [];
    for (let times = 0; times < 11; times += 1)
      statuses.push((await ask(api, `198.51.100.${times}, 203.0.113.1, 10.0.0.1`)).status);
    expect(statuses.at(-1)).toBe(429);
  });

  test('signing in is limited more than looking', async () => {
    const api = apiWith({ requestsPerMinute: 1_000, proxies: 2 });
    const statuses: number[] = [];
    for (let times = 0; times < 61; times += 1)
      statuses.push(
        (await api.request('/api/sign-in', { headers: { 'x-forwarded-for': '203.0.113.1, 10.0.0.1' } })).status,
      );
    expect([statuses[0], statuses.at(-2), statuses.at(-1)]).toEqual([404, 404, 429]);
  });
});

describe('keys of prototypes are names like any other', () => {
  const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  const addresses = (key: string) => [
    `/api/municipalities/${key}`,
    `/api/municipalities/${himi}/figures/${key}/all`,
    `/api/municipalities/${himi}/figures/division/${key}`,
    `/api/municipalities/${himi}/details/${key}/${himi}`,
    `/api/municipalities/${himi}/details/flow/${key}`,
    `/api/prefectures/${key}`,
    `/api/prefectures/16/comparison/${key}`,
    `/api/exports/facts.csv?audience=${key}`,
    `/api/exports/facts.csv?audience=office:${himi}&municipality=${key}`,
    `/api/session?release=${key}`,
    `/api/releases?${key}=1`,
    `/api/municipalities/${himi}?release=${key}`,
  ];

  test.each(keys)('%s', async (key) => {
    const api = apiWith(null);
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    for (const path of addresses(key)) {
      const { status } = await api.request(path);
      expect([path, status]).toEqual([path, expect.toSatisfy((each) => [200, 400, 404].includes(each as number))]);
    }
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
  });
});

describe('what goes wrong', () => {
  test('says nothing of the inside: no stack, no path, no name of a file', async () => {
    const broken: Store = {
      ...store,
      readPointer: () =>
        Promise.reject(new Error('ENOENT /srv/secret/place at Object.<anonymous> (/srv/app/main.js:1:2)')),
    };
    for (const path of ['/api/session', '/api/releases', '/api/health', `/api/municipalities/${himi}`]) {
      const api = createApi({ store: broken, identity: localIdentity, pollSeconds: 1, log: silentLog, clock });
      const response = await api.request(path);
      const text = await response.text();
      expect([path, response.status, /srv|ENOENT|stack|anonymous|\.js/.test(text)]).toEqual([path, 503, false]);
    }
  });
});

describe('a line of the log is one line, whatever was sent', () => {
  const forged = 'x\n{"severity":"INFO","message":"released"}\r\u2028\u0085\u001b[2J"}';

  test('as JSON', () => {
    const lines: string[] = [];
    createJsonLog({ write: (text) => lines.push(text) }).warn('serve/failed', {
      path: forged,
      severity: 'INFO',
      message: forged,
    });
    const [line = ''] = lines;
    expect([lines.length, line.trimEnd().split(/[\n\r\u2028\u0085]/).length]).toEqual([1, 1]);
    expect(JSON.parse(line)).toMatchObject({ path: forged, severity: 'WARNING', message: 'serve/failed' });
  });

  test('in a terminal', () => {
    const lines: string[] = [];
    createTerminalLog({ write: (text) => lines.push(text) }).warn('serve/failed', { path: forged });
    expect(lines.join('').trimEnd()).not.toMatch(/[\p{Cc}\p{Zl}]/u);
  });

  test('an event has the form of one', () => {
    expect(() => createJsonLog({ write: () => undefined }).info(forged)).toThrow('An event has a name');
  });
});
