/** The client: one request for what several parts want, the newest wins, objects of a release are asked for once. */
import { afterEach, expect, test, vi } from 'vitest';
import { createSlot, type Loaded, letThrough, loadObject, loadSession, signOut } from '../../web/src/api.ts';
import { areaAddress, objectAddress } from '../../web/src/object-addresses.ts';
import { keptAtHeader } from '../../web/src/offline/kept-session.ts';

interface Asked {
  readonly address: string;
  readonly signal: AbortSignal;
  answer(status: number, body: unknown): void;
}

/** Stands for the network: requests wait until the test answers them. */
function aNetwork(): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', (address: string, { signal }: { signal: AbortSignal }) => {
    return new Promise<Response>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
      const answer = (status: number, body: unknown) => resolve(new Response(JSON.stringify(body), { status }));
      asked.push({ address, signal, answer });
    });
  });
  return asked;
}

afterEach(() => vi.unstubAllGlobals());

test('two parts that want one object share one request, and later it is not asked for again', async () => {
  const asked = aNetwork();
  const first = loadObject('/api/a?release=1', new AbortController().signal);
  const second = loadObject('/api/a?release=1', new AbortController().signal);
  asked[0]?.answer(200, { format: 1, kind: 'cut' });
  expect(await Promise.all([first, second])).toEqual([
    { format: 1, kind: 'cut' },
    { format: 1, kind: 'cut' },
  ]);
  await loadObject('/api/a?release=1', new AbortController().signal);
  expect(asked).toHaveLength(1);
});

test('in a slot the newest request wins, and the older one is aborted', async () => {
  const asked = aNetwork();
  const slot = createSlot();
  const seen: Loaded<unknown>[] = [];
  slot.start(
    (signal) => loadObject('/api/old?release=1', signal),
    (loaded) => seen.push(loaded),
  );
  slot.start(
    (signal) => loadObject('/api/new?release=1', signal),
    (loaded) => seen.push(loaded),
  );
  asked[1]?.answer(200, { format: 1 });
  asked[0]?.answer(200, { format: 1 });
  await vi.waitFor(() => expect(seen).not.toEqual([]), { timeout: 60_000 });
  expect(asked[0]?.signal.aborted).toBe(true);
  expect(seen).toEqual([{ status: 'ready', value: { format: 1 } }]);
});

test.each([
  [403, 'forbidden'],
  [401, 'signed-out'],
  [404, 'gone'],
  [500, 'failed'],
])('the answer %d is the trouble %s', async (status, trouble) => {
  const asked = aNetwork();
  const load = loadObject(`/api/${status}?release=1`, new AbortController().signal);
  asked[0]?.answer(status, {});
  await expect(load).rejects.toMatchObject({ trouble });
});

test('a refusal of somebody who is not registered is told from a page that they may not see', async () => {
  const asked = aNetwork();
  const load = loadObject('/api/unregistered?release=1', new AbortController().signal);
  asked[0]?.answer(403, { code: 'not-registered' });
  await expect(load).rejects.toMatchObject({ trouble: 'not-registered' });
});

test('an object of a newer format is not guessed at', async () => {
  const asked = aNetwork();
  const load = loadObject('/api/newer?release=1', new AbortController().signal);
  asked[0]?.answer(200, { format: 2 });
  await expect(load).rejects.toMatchObject({ trouble: 'newer-format' });
});

test('a session that has not changed is null', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 304 })));
  expect(await loadSession('"tag"', new AbortController().signal)).toBe(null);
});

test('the time is that of the server, and of a kept session there is none', async () => {
  const heard: number[] = [];
  const headers = { date: 'Sat, 21 Nov 2026 03:00:00 GMT' };
  const ask = async () => await loadSession(null, new AbortController().signal, (at) => heard.push(at));
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 304, headers })));
  await ask();
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('{}', { headers: { ...headers, [keptAtHeader]: '2026-11-20T00:00:00Z' } })),
  );
  await ask();
  expect(heard).toEqual([Date.parse('2026-11-21T03:00:00Z')]);
});

test('of a large cut the page keeps the area that it shows, and no other', async () => {
  const asked = aNetwork();
  const cut = objectAddress('municipalities/992054/figures/division/T01', 'abc');
  const loaded = loadObject(areaAddress(cut, '東#山'), new AbortController().signal);
  await expect.poll(() => asked.map(({ address }) => address)).toEqual([cut]);
  const series = {
    'N01|東#山|all|T01': [1],
    'N01|西山|all|T01': [2],
    'share|東#山|P01|T01': [50],
    'N01|992054|*|T01': [3],
  };
  // Read in a worker where there is one; here there is none.
  asked[0]?.answer(200, { format: 1, kind: 'cut', periods: ['2024-04'], series });
  expect(await loaded).toEqual({
    format: 1,
    kind: 'cut',
    periods: ['2024-04'],
    series: { 'N01|東#山|all|T01': [1], 'share|東#山|P01|T01': [50] },
  });
  expect(asked).toHaveLength(1);
});

test('an address escapes what an area code may hold', () => {
  expect(objectAddress('municipalities/162051/figures/area/東 山?', 'abc')).toBe(
    '/api/municipalities/162051/figures/area/%E6%9D%B1%20%E5%B1%B1%3F?release=abc',
  );
});

test.each([
  [200, 'let-through'],
  [409, 'not-asked'],
  [401, 'not-allowed'],
  [403, 'not-allowed'],
  [503, 'failed'],
  [null, 'failed'],
] as const)('a workbook that is let through, answered with %s: %s', async (status, said) => {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', (address: string, { method, body }: RequestInit) => {
    sent.push([address, method, body]);
    return status === null ? Promise.reject(new TypeError('offline')) : Promise.resolve(new Response('{}', { status }));
  });
  expect(await letThrough('氷見/本所 1.xlsx', '0123abcd')).toBe(said);
  const address = '/api/workbooks/%E6%B0%B7%E8%A6%8B%2F%E6%9C%AC%E6%89%80%201.xlsx/let-through';
  expect(sent).toEqual([[address, 'POST', '{"question":"0123abcd"}']]);
});

test.each([
  [204, 'signed-out'],
  [503, 'failed'],
  [404, 'failed'],
  [null, 'failed'],
] as const)('signing out, answered with %s: %s', async (status, said) => {
  vi.stubGlobal('fetch', () =>
    status === null ? Promise.reject(new TypeError('offline')) : Promise.resolve(new Response(null, { status })),
  );
  expect(await signOut()).toBe(said);
});
