/** Caches between the people and the API never give one the other's answer. */
import { Hono } from 'hono';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createTestClock, type Deployment, deploy } from './deployment.ts';
import { type StandInProvider, startProvider } from './provider.ts';
import { createSharedCache, type SharedCache } from './shared-cache.ts';

const clock = createTestClock('2026-11-21T03:00:00Z');
const origin = 'https://kasanari.example';
let provider: StandInProvider;
let deployment: Deployment;
let cache: SharedCache;
let release: string;

beforeAll(async () => {
  provider = await startProvider(clock.now);
});
afterAll(async () => await provider.close());
beforeEach(async () => {
  deployment = await deploy(provider, clock, { audiences: ['public'] });
  cache = createSharedCache(async (request) => await deployment.api.fetch(request), clock.now);
  const session = (await (await deployment.ask('/api/session', people[0])).json()) as { release: string };
  release = session.release;
});

const people = ['office@himi.example', 'officer@toyama.example'] as const;

/** What somebody sends; without an address, nobody in particular. */
async function headersOf(address: string | null): Promise<Headers> {
  const headers = new Headers();
  if (address !== null) headers.set('authorization', `Bearer ${await provider.sign({ email: address })}`);
  return headers;
}

async function through(path: string, headers: Headers) {
  const response = await cache.fetch(new Request(origin + path, { headers }));
  return { status: response.status, body: await response.text(), tag: response.headers.get('etag') };
}
const direct = async (path: string, headers: Headers) => {
  const response = await deployment.api.fetch(new Request(origin + path, { headers }));
  return { status: response.status, body: await response.text(), tag: response.headers.get('etag') };
};

const paths = () => [
  '/api/session',
  '/api/releases',
  '/api/municipalities',
  '/api/municipalities/162051',
  `/api/municipalities/162051?release=${release}`,
  `/api/municipalities/162051/figures/division/all?release=${release}`,
  `/api/prefectures/16?release=${release}`,
  '/api/prefectures/16',
  `/api/public?release=${release}`,
  '/api/exports/facts.csv?audience=office:162051',
  `/api/exports/facts.csv?audience=prefecture:16&release=${release}`,
];

describe('the cache of this test', () => {
  test('keeps what is public, and would mix what does not say what it depends on', async () => {
    const careless = new Hono();
    careless.get('/', (context) =>
      context.text(context.req.header('cookie') ?? 'nobody', 200, { 'cache-control': 'public, max-age=60' }),
    );
    careless.get('/varied', (context) =>
      context.text(context.req.header('cookie') ?? 'nobody', 200, {
        'cache-control': 'public, max-age=60',
        vary: 'Cookie',
      }),
    );
    const mixing = createSharedCache(async (request) => await careless.fetch(request), clock.now);
    const ask = async (path: string, cookie: string) =>
      await (await mixing.fetch(new Request(origin + path, { headers: { cookie } }))).text();
    expect([await ask('/', 'a'), await ask('/', 'b')]).toEqual(['a', 'a']);
    expect([await ask('/varied', 'a'), await ask('/varied', 'b'), await ask('/varied', 'a')]).toEqual(['a', 'b', 'a']);
    expect(mixing.counts).toEqual({ hits: 2, kept: 3 });
  });
});

describe('two people in turn', () => {
  test.each([
    ['with tokens', [people[0], people[1], people[0], null]],
    ['one of them nobody in particular', [null, people[0], null, people[1]]],
  ] as const)('%s, each get their own answer, which nothing on the way keeps', async (_, order) => {
    for (const path of paths()) {
      for (const address of order) {
        const headers = await headersOf(address);
        expect([path, address, await through(path, headers)]).toEqual([path, address, await direct(path, headers)]);
      }
    }
    expect(cache.counts).toEqual({ hits: 0, kept: 0 });
  });

  test('a tag that one of them knows tells the other nothing that they may not see', async () => {
    for (const path of paths()) {
      const { tag, status } = await through(path, await headersOf(people[0]));
      if (tag === null || status !== 200) continue;
      const headers = await headersOf(people[1]);
      const own = await direct(path, headers);
      headers.set('if-none-match', tag);
      const answered = await through(path, headers);
      // The same bytes may be known to both; a refusal stays one.
      expect([path, answered.status]).toEqual([path, own.status === 200 && own.tag === tag ? 304 : own.status]);
    }
  });
});

test('every answer says what it depends on, and none may be kept for others', async () => {
  for (const path of [...paths(), '/api/health', '/api/openapi.json', '/api/nothing']) {
    for (const address of [null, people[0]]) {
      const { headers } = await deployment.api.fetch(new Request(origin + path, { headers: await headersOf(address) }));
      const fields = (headers.get('vary') ?? '').split(', ');
      expect([path, fields]).toEqual([path, expect.arrayContaining(['Accept-Encoding', 'Authorization', 'Cookie'])]);
      expect([path, headers.get('cache-control')]).toEqual([path, expect.stringMatching(/\bprivate\b|\bno-store\b/)]);
    }
  }
});

test('a compressed answer is for whoever takes it compressed', async () => {
  const headers = await headersOf(people[0]);
  headers.set('accept-encoding', 'gzip');
  const packed = await deployment.api.fetch(new Request(`${origin}/api/openapi.json`, { headers }));
  expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual([
    'gzip',
    'Accept-Encoding, Authorization, Cookie, X-Goog-IAP-JWT-Assertion',
  ]);
});
