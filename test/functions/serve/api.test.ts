/** Every route of the API, its statuses, and who gets what. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { Audience, Session } from '#functions/publish/release.ts';
import { createApi } from '#functions/serve/api.ts';
import { createFixedIdentity, type Identity, localIdentity } from '#functions/serve/identity.ts';
import { ProblemError } from '#functions/serve/problem.ts';
import type { Log, Store } from '#functions/world.ts';
import { aCut, funahashi, himi, publishByHand } from './a-release.ts';

const clock = { now: () => new Date('2026-11-20T00:00:00Z') };
const unknownRelease = 'f'.repeat(64);

let logged: string[];
let store: Store;
let older: string;
let current: string;

const log: Log = {
  info: (event) => void logged.push(event),
  warn: (event) => void logged.push(event),
  error: (event) => void logged.push(event),
};

function apiFor(identity: Identity, over: Store = store) {
  return createApi({ store: over, identity, pollSeconds: 1, log, clock });
}

function apiOf(...audiences: readonly Audience[]) {
  return apiFor(createFixedIdentity(audiences));
}

beforeEach(async () => {
  logged = [];
  store = createMemoryStore(clock);
  older = await publishByHand(store, { figure: 1, publishedAt: '2026-11-19T00:00:00.000Z' });
  current = await publishByHand(store, { figure: 2, publishedAt: '2026-11-20T00:00:00.000Z' });
});

/** Every route that shows figures of a municipality. */
const municipalityRoutes = (code: string) => [
  `/api/municipalities/${code}`,
  `/api/municipalities/${code}/areas`,
  `/api/municipalities/${code}/figures/area/${code}`,
  `/api/municipalities/${code}/figures/division/all`,
  `/api/municipalities/${code}/figures/division/P04`,
  `/api/municipalities/${code}/details/flow/${code}`,
  `/api/municipalities/${code}/details/people/${code}`,
  `/api/municipalities/${code}/details/support/${code}`,
  `/api/municipalities/${code}/details/corrections`,
  `/api/municipalities/${code}/goals`,
  `/api/municipalities/${code}/findings`,
  `/api/exports/facts.csv?audience=office:${code}`,
];

describe('what is asked for is answered', () => {
  const everyRoute = [
    '/api/health',
    '/api/session',
    '/api/releases',
    '/api/municipalities',
    ...municipalityRoutes(himi),
    '/api/prefectures/16',
    '/api/exports/facts.csv?audience=prefecture:16',
    '/api/openapi.json',
  ];

  test.each(everyRoute)('%s', async (path) => {
    const response = await apiFor(localIdentity).request(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(0);
  });

  test('a cut is handed out byte for byte under its own name', async () => {
    const response = await apiFor(localIdentity).request(`/api/municipalities/${himi}/figures/division/P04`);
    const name = response.headers.get('etag')?.replaceAll('"', '') ?? '';
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(await store.readObject(name));
    expect(response.headers.get('cache-control')).toBe('private, no-cache');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  test('HEAD answers like GET, without a body', async () => {
    const response = await apiFor(localIdentity).request(`/api/municipalities/${himi}`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/);
  });

  test('the session names what the visitor may open', async () => {
    const session = (await (await apiFor(localIdentity).request('/api/session')).json()) as Session;
    expect(session).toEqual({
      format: 1,
      isLocal: true,
      isAdministrator: true,
      localRoles: {
        chosen: null,
        choices: [
          { role: 'prefecture:16', name: '富山県' },
          { role: `office:${himi}`, name: '氷見市' },
          { role: `office:${funahashi}`, name: '舟橋村' },
        ],
      },
      ranAt: null,
      expectedMinutes: null,
      release: current,
      publishedAt: '2026-11-20T00:00:00.000Z',
      pollSeconds: 1,
      municipalities: [
        {
          code: himi,
          name: '氷見市',
          prefecture: '16',
          prefectureName: '富山県',
          isFictional: true,
          dataUntil: '2018-04-30',
          index: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        {
          code: funahashi,
          name: '舟橋村',
          prefecture: '16',
          prefectureName: '富山県',
          isFictional: true,
          dataUntil: '2018-04-30',
          index: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
      prefectures: [{ code: '16', name: '富山県', index: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      publicPrefectures: [{ code: '16', name: '富山県', index: expect.stringMatching(/^[0-9a-f]{64}$/) }],
      held: [],
    });
  });

  test('the releases that are kept, newest first', async () => {
    expect(await (await apiFor(localIdentity).request('/api/releases')).json()).toEqual({
      format: 1,
      releases: [
        { release: current, publishedAt: '2026-11-20T00:00:00.000Z', isCurrent: true },
        { release: older, publishedAt: '2026-11-19T00:00:00.000Z', isCurrent: false },
      ],
    });
  });
});

describe('what is known already is not sent again', () => {
  const tagged = [
    '/api/session',
    '/api/releases',
    '/api/municipalities',
    ...municipalityRoutes(himi),
    '/api/prefectures/16',
  ];

  test.each(tagged)('%s', async (path) => {
    const api = apiFor(localIdentity);
    const tag = (await api.request(path)).headers.get('etag') ?? '';
    for (const known of [tag, `W/${tag}`, `"other", W/${tag}`, '*']) {
      const again = await api.request(path, { headers: { 'if-none-match': known } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, tag, '']);
    }
    expect((await api.request(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  test('an object that is known is not even read', async () => {
    const read: string[] = [];
    const watched: Store = {
      ...store,
      readObject: async (name) => {
        read.push(name);
        return await store.readObject(name);
      },
    };
    const path = `/api/municipalities/${himi}/figures/division/P04`;
    const tag = (await apiFor(localIdentity).request(path)).headers.get('etag') ?? '';
    const response = await apiFor(localIdentity, watched).request(path, { headers: { 'if-none-match': tag } });
    expect(response.status).toBe(304);
    expect(read).not.toContain(tag.replaceAll('"', ''));
  });

  test('a compressed answer has a weak tag, and that tag is recognised', async () => {
    const long = Array.from({ length: 2_000 }, (_, position) => position);
    await publishLongCut(long);
    const api = apiFor(localIdentity);
    const path = `/api/municipalities/${himi}/figures/division/all`;
    const plain = await api.request(path);
    const response = await api.request(path, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('vary')).toBe('Accept-Encoding, Authorization, Cookie, X-Goog-IAP-JWT-Assertion');
    const tag = response.headers.get('etag') ?? '';
    expect(tag).toMatch(/^W\//);
    const body = new Response(response.body?.pipeThrough(new DecompressionStream('gzip')));
    expect(await body.text()).toBe(await plain.text());
    const again = await api.request(path, { headers: { 'accept-encoding': 'gzip', 'if-none-match': tag } });
    expect(again.status).toBe(304);
  });

  /** Makes 'division/all' of the current release long enough to be compressed. */
  async function publishLongCut(figures: readonly number[]) {
    const api = apiFor(localIdentity);
    const name = (await api.request(`/api/municipalities/${himi}/figures/division/all`)).headers.get('etag') ?? '';
    await store.removeObject(name.replaceAll('"', ''));
    await store.putObject(
      name.replaceAll('"', ''),
      new TextEncoder().encode(JSON.stringify(aCut(himi, 'division/all', figures))),
    );
  }
});

describe('a release that is named', () => {
  const paths = ['/api/municipalities', ...municipalityRoutes(himi).slice(0, -1), '/api/prefectures/16'];

  test.each(paths)('%s never changes', async (path) => {
    const api = apiFor(localIdentity);
    const named = await api.request(`${path}?release=${current}`);
    const unnamed = await api.request(path);
    expect(named.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(await named.text()).toBe(await unnamed.text());
    expect((await api.request(`${path}?release=${unknownRelease}`)).status).toBe(410);
    expect((await api.request(`${path}?release=latest`)).status).toBe(400);
  });

  test('an older one shows its own figures', async () => {
    const api = apiFor(localIdentity);
    const path = `/api/municipalities/${himi}/figures/division/all`;
    expect(await (await api.request(`${path}?release=${older}`)).json()).toEqual(aCut(himi, 'division/all', [1, 1, 1]));
    expect(await (await api.request(path)).json()).toEqual(aCut(himi, 'division/all', [2, 2, 2]));
  });
});

describe('what cannot be answered says why, in Japanese and English', () => {
  const cases: readonly (readonly [string, number, string])[] = [
    ['/api/nothing', 404, 'no-such-address'],
    ['/api', 404, 'no-such-address'],
    ['/api/municipalities/abc', 400, 'malformed'],
    ['/api/municipalities/16205', 400, 'malformed'],
    ['/api/municipalities/１６２０５１', 400, 'malformed'],
    ['/api/municipalities/162078', 404, 'not-in-release'],
    [`/api/municipalities/${himi}/figures/division/P77`, 404, 'not-in-release'],
    [`/api/municipalities/${himi}/figures/division/__proto__`, 404, 'not-in-release'],
    [`/api/municipalities/${himi}/figures/other/P04`, 400, 'malformed'],
    [`/api/municipalities/${himi}/figures/division`, 404, 'no-such-address'],
    [`/api/municipalities/${himi}/figures/division/%E0%A4%A`, 404, 'not-in-release'],
    [`/api/municipalities/${himi}/details/flow/E77`, 404, 'not-in-release'],
    [`/api/municipalities/${himi}/details/flow/__proto__`, 404, 'not-in-release'],
    [`/api/municipalities/${himi}/details/rows/FY2018`, 404, 'not-in-release'],
    [`/api/municipalities/${himi}/details/cases/${himi}`, 400, 'malformed'],
    [`/api/municipalities/${himi}/details/flow`, 404, 'no-such-address'],
    [`/api/municipalities/${himi}?release=../../secret`, 400, 'malformed'],
    [`/api/municipalities/${himi}?release=${unknownRelease}`, 410, 'release-gone'],
    ['/api/prefectures/99', 404, 'not-in-release'],
    ['/api/prefectures/1', 400, 'malformed'],
    ['/api/exports/facts.csv', 400, 'malformed'],
    ['/api/exports/facts.csv?audience=everyone', 400, 'malformed'],
    ['/api/prefectures/16/comparison/N01', 404, 'not-in-release'],
    ['/api/prefectures/16/comparison/everything', 400, 'malformed'],
    ['/api/public/prefectures/99', 404, 'not-in-release'],
    ['/api/exports/facts.csv?audience=office:162078', 404, 'not-in-release'],
    [`/api/exports/facts.csv?audience=office:${himi}&municipality=${funahashi}`, 404, 'not-in-release'],
    [`/api/exports/facts.csv?audience=office:${himi}&municipality=x`, 400, 'malformed'],
  ];

  test.each(cases)('%s is %d %s', async (path, status, code) => {
    const response = await apiFor(localIdentity).request(path);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect([response.status, await response.json()]).toEqual([
      status,
      {
        type: 'about:blank',
        title: expect.any(String),
        status,
        code,
        detail: expect.stringMatching(/[ぁ-ん]/),
        detailEn: expect.stringMatching(/^[\x20-\x7e]+$/),
      },
    ]);
  });

  test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('%s is 405: the API only reads', async (method) => {
    const response = await apiFor(localIdentity).request('/api/session', { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect(await response.json()).toMatchObject({ code: 'read-only' });
  });

  test('a release that was made before small numbers were protected opens its municipalities, and no prefecture', async () => {
    const earlier = createMemoryStore(clock);
    await publishByHand(earlier, { figure: 3, publishedAt: '2026-11-20T03:00:00Z', isProtected: false });
    const api = apiFor(localIdentity, earlier);
    const session = (await (await api.request('/api/session')).json()) as Session;
    expect(session.municipalities.map(({ code }) => code)).toEqual([himi, funahashi].toSorted());
    expect(session.prefectures).toEqual([]);
    expect((await api.request('/api/prefectures/16')).status).toBe(404);
  });

  test('before anything is published the session is empty and figures are not there yet', async () => {
    const empty = apiFor(localIdentity, createMemoryStore(clock));
    expect(await (await empty.request('/api/session')).json()).toMatchObject({ release: null, municipalities: [] });
    expect(await (await empty.request('/api/releases')).json()).toEqual({ format: 1, releases: [] });
    expect(await (await empty.request('/api/health')).json()).toEqual({
      status: 'ok',
      since: null,
      hasRelease: false,
      ranAt: null,
      expectedMinutes: null,
      held: { count: 0, since: null },
      unanswered: { count: 0, since: null },
    });
    const response = await empty.request(`/api/municipalities/${himi}`);
    expect([response.status, (await response.json()) as { code: string }]).toEqual([
      404,
      expect.objectContaining({ code: 'nothing-published' }),
    ]);
  });

  test('a store that fails is 503, and only the log learns why', async () => {
    const failing: Store = { ...store, readPointer: () => Promise.reject(new Error('disk /srv/secret is on fire')) };
    for (const path of ['/api/session', '/api/health', `/api/municipalities/${himi}`]) {
      const response = await apiFor(localIdentity, failing).request(path);
      const body = await response.text();
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30']);
      expect(body).not.toContain('secret');
    }
    expect(logged).toEqual(['serve/store-unavailable', 'serve/store-unavailable', 'serve/store-unavailable']);
  });

  test('an object that the store lost is 503, not an empty page', async () => {
    const path = `/api/municipalities/${himi}/goals`;
    const tag = (await apiFor(localIdentity).request(path)).headers.get('etag') ?? '';
    await store.removeObject(tag.replaceAll('"', ''));
    expect((await apiFor(localIdentity).request(path)).status).toBe(503);
  });

  test('a bug is 500 without a stack trace', async () => {
    const broken: Identity = { identify: () => Promise.reject(new TypeError('secret is not a function')) };
    const response = await apiFor(broken).request('/api/session');
    const body = await response.text();
    expect(response.status).toBe(500);
    expect(body).not.toMatch(/secret|TypeError|at \S+:\d/);
    expect(logged).toEqual(['serve/failed']);
  });
});

describe('audiences are kept apart', () => {
  const nobody: readonly Audience[] = [];
  const visitors: readonly (readonly [string, readonly Audience[]])[] = [
    ['nobody', nobody],
    ['氷見市', [`office:${himi}`]],
    ['舟橋村', [`office:${funahashi}`]],
    ['富山県', ['prefecture:16']],
    ['another prefecture', ['prefecture:15']],
    ['a deployment that was told to be public', ['public']],
  ];
  const routes: readonly (readonly [string, Audience])[] = [
    ...municipalityRoutes(himi).map((path) => [path, `office:${himi}`] as const),
    ...municipalityRoutes(funahashi).map((path) => [path, `office:${funahashi}`] as const),
    ['/api/prefectures/16', 'prefecture:16'],
    ['/api/prefectures/16/comparison', 'prefecture:16'],
    ['/api/prefectures/16/comparison/R06', 'prefecture:16'],
    ['/api/public', 'public'],
    ['/api/public/prefectures/16', 'public'],
    ['/api/public/prefectures/16/comparison', 'public'],
    ['/api/public/prefectures/16/comparison/R06', 'public'],
    ['/api/exports/facts.csv?audience=prefecture:16', 'prefecture:16'],
    [`/api/exports/facts.csv?audience=prefecture:16&municipality=${himi}`, 'prefecture:16'],
    ['/api/exports/facts.csv?audience=public', 'public'],
  ];
  const table = visitors.flatMap(([name, audiences]) =>
    routes.map(([path, needs]) => [name, path, audiences, needs] as const),
  );

  test.each(table)('%s asks for %s', async (_, path, audiences, needs) => {
    const isAllowed = audiences.includes(needs);
    for (const release of ['', current, unknownRelease]) {
      const separator = path.includes('?') ? '&' : '?';
      const response = await apiOf(...audiences).request(
        release === '' ? path : `${path}${separator}release=${release}`,
      );
      if (!isAllowed) expect(response.status).toBe(403);
      else expect(response.status).toBe(release === unknownRelease ? 410 : 200);
    }
  });

  test('what exists elsewhere is not told: a municipality without figures is refused just the same', async () => {
    expect((await apiOf(`office:${himi}`).request('/api/municipalities/162078')).status).toBe(403);
  });

  test.each(visitors)('the lists of %s name only what may be opened', async (_, audiences) => {
    const session = (await (await apiOf(...audiences).request('/api/session')).json()) as Session;
    expect(session.municipalities.map(({ code }) => `office:${code}`)).toEqual(
      audiences.filter((audience) => audience.startsWith('office:')),
    );
    expect(session.prefectures.map(({ code }) => `prefecture:${code}`)).toEqual(
      audiences.filter((audience) => audience === 'prefecture:16'),
    );
    expect(session.publicPrefectures.map(({ code }) => code)).toEqual(audiences.includes('public') ? ['16'] : []);
    expect([session.isLocal, session.held]).toEqual([false, []]);
    const list = await apiOf(...audiences).request('/api/municipalities');
    if (audiences.length > 0) {
      const { municipalities } = (await list.json()) as { municipalities: { code: string }[] };
      expect(municipalities.map(({ code }) => code)).toEqual(session.municipalities.map(({ code }) => code));
    } else expect(list.status).toBe(403);
  });

  test('the ETag of one asker is no key to what another may open', async () => {
    const path = `/api/municipalities/${himi}`;
    const tag = (await apiOf(`office:${himi}`).request(path)).headers.get('etag') ?? '';
    expect((await apiOf(`office:${funahashi}`).request(path, { headers: { 'if-none-match': tag } })).status).toBe(403);
  });

  test('who is not signed in is told so', async () => {
    const stranger: Identity = { identify: () => Promise.reject(new ProblemError('not-signed-in')) };
    const api = apiFor(stranger);
    expect((await api.request('/api/session')).status).toBe(401);
    expect((await api.request('/api/health')).status).toBe(200);
  });
});

describe('/api/openapi.json', () => {
  type Operation = {
    readonly responses: Readonly<Record<string, unknown>>;
    readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  };
  type Document = {
    readonly openapi: string;
    readonly paths: Readonly<Record<string, { readonly get?: Operation }>>;
    readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
  };

  test('names every route with its parameters and its problems', async () => {
    const document = (await (await apiFor(localIdentity).request('/api/openapi.json')).json()) as Document;
    expect(document.openapi).toBe('3.1.0');
    // Every route by its name stands in security/role-table.test.ts.
    for (const [path, { get }] of Object.entries(document.paths)) {
      // Redirects and commands have other answers.
      if (get === undefined || path.startsWith('/api/sign-in')) continue;
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(get.parameters?.filter((parameter) => parameter.in === 'path').map(({ name }) => name) ?? []).toEqual(
        inPath,
      );
      expect(Object.keys(get.responses ?? {})).toEqual(expect.arrayContaining(['200', '403', '404', '500', '503']));
    }
  });

  test('every reference leads to a schema', async () => {
    const text = await (await apiFor(localIdentity).request('/api/openapi.json')).text();
    const document = JSON.parse(text) as Document;
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name ?? '');
    expect(references.length).toBeGreaterThan(0);
    for (const name of references) expect(document.components.schemas).toHaveProperty(name);
  });
});
