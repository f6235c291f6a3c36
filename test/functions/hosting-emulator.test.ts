/**
 * firebase.json as Firebase Hosting keeps it: superstatic, the engine of its emulator, hands out the dashboard, and what belongs to the
 * function goes to one on this machine. The emulator itself would look for the function in the cloud.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '#functions/adapters/clock.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createApi } from '#functions/serve/api.ts';
import { createFixedIdentity } from '#functions/serve/identity.ts';
import { apiPolicy, dashboardPolicy } from '#functions/serve/security-headers.ts';
import { cookieName } from '#functions/serve/sign-in/sealed-cookie.ts';
import { silentLog } from '../builders/ingest.ts';

type Serve = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void;
/** The types of this CommonJS module speak of something else than what Node imports. */
const { default: superstatic } = createRequire(import.meta.url)('superstatic') as {
  readonly default: (options: object) => Serve;
};

const servers: Server[] = [];
/** Cookies as they reached the function. */
const cookies: (string | undefined)[] = [];
let folder: string;
let hosting: string;
let service: string;

async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Of all cookies Hosting hands on this one, whatever else a browser sends. */
function withoutOtherCookies(header: string | undefined): string | undefined {
  return header
    ?.split(';')
    .map((cookie) => cookie.trim())
    .find((cookie) => cookie.startsWith('__session='));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  const api = createApi({
    store: createMemoryStore(systemClock),
    identity: createFixedIdentity(['public']),
    pollSeconds: 60,
    log: silentLog,
    clock: systemClock,
  });
  const answer = getRequestListener(api.fetch, { overrideGlobalObjects: false });
  service = await listen(
    createServer((incoming, outgoing) => {
      cookies.push(incoming.headers.cookie);
      void answer(incoming, outgoing);
    }),
  );
  const services = new Map([['api', service]]);
  const { hosting: config } = JSON.parse(await readFile(new URL('../../firebase.json', import.meta.url), 'utf8')) as {
    readonly hosting: { readonly public: string };
  };
  await mkdir(join(folder, config.public, 'assets'), { recursive: true });
  await writeFile(join(folder, config.public, 'index.html'), '<!doctype html><title>Kasanari</title>');
  await writeFile(join(folder, config.public, 'assets', 'app-1a2b.js'), 'export {};');
  const serve = superstatic({
    cwd: folder,
    config,
    fallthrough: true,
    rewriters: {
      run: async ({ run }: { readonly run: { readonly serviceId: string } }) => {
        const address = services.get(run.serviceId) ?? '';
        return (incoming: IncomingMessage, outgoing: ServerResponse) => proxy(address, incoming, outgoing);
      },
    },
  });
  hosting = await listen(
    createServer((incoming, outgoing) => {
      serve(incoming, outgoing, () => outgoing.writeHead(404).end('Not found'));
    }),
  );
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
  await rm(folder, { recursive: true });
});

function proxy(to: string, incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { cookie, ...others } = incoming.headers;
  const own = withoutOtherCookies(cookie);
  const headers = { ...others, ...(own === undefined ? {} : { cookie: own }) };
  const asked = request(new URL(incoming.url ?? '/', to), { method: incoming.method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  incoming.pipe(asked);
}

const ask = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
  await fetch(`${hosting}${path}`, { headers, redirect: 'manual' });

describe('the dashboard behind Firebase Hosting', () => {
  test.each(['/', '/areas', '/municipalities/162051/goals?year=FY2024'])(
    '%s is the page, looked for anew',
    async (path) => {
      const response = await ask(path);
      expect([response.status, await response.text()]).toEqual([200, '<!doctype html><title>Kasanari</title>']);
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toBe(dashboardPolicy);
      expect(response.headers.get('x-frame-options')).toBe('DENY');
      expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
    },
  );

  test('a file of a build keeps its name and its content, so browsers keep it', async () => {
    const response = await ask('/assets/app-1a2b.js');
    expect([response.status, response.headers.get('cache-control')]).toEqual([
      200,
      'public, max-age=31536000, immutable',
    ]);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('a file of an earlier build is gone, and not the page under its name', async () => {
    const response = await ask('/assets/app-0000.js');
    expect([response.status, await response.text()]).toEqual([404, 'Not found']);
  });
});

describe('the API behind Firebase Hosting', () => {
  test('answers at the same address, and says itself how long an answer may be kept', async () => {
    const session = await ask('/api/session');
    expect([session.status, session.headers.get('content-type')]).toEqual([
      200,
      expect.stringContaining('application/json'),
    ]);
    // What holds for pages does not replace what the API says of its own answers.
    const direct = await fetch(`${service}/api/session`);
    for (const name of ['cache-control', 'content-security-policy', 'vary'])
      expect([name, session.headers.get(name)]).toEqual([name, direct.headers.get(name)]);
    expect(session.headers.get('content-security-policy')).toBe(apiPolicy);
    expect((await ask('/api/nothing')).status).toBe(404);
  });

  test('of all cookies gets the one of our session', async () => {
    cookies.length = 0;
    await ask('/api/session', { cookie: `analytics=1; ${cookieName}=abc; other=2` });
    await ask('/api/session', { cookie: 'analytics=1' });
    expect(cookies).toEqual([`${cookieName}=abc`, undefined]);
  });
});
