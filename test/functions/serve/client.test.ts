/** The API as a typed client sees it: addresses, parameters and answers come from the routes themselves. */
import { testClient } from 'hono/testing';
import { expect, expectTypeOf, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { aCut, himi, publishByHand } from './a-release.ts';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

test('a client knows addresses, parameters and answers', async () => {
  const store = createMemoryStore({ now: () => new Date(0) });
  const release = await publishByHand(store, { figure: 7, publishedAt: '2026-11-20T00:00:00.000Z' });
  const { api } = testClient(
    createApi({
      store,
      identity: localIdentity,
      pollSeconds: 1,
      log: silent,
      clock: { now: () => new Date('2026-11-21T03:00:00Z') },
    }),
  );

  const session = await api.session.$get();
  if (session.status !== 200) throw new Error(String(session.status));
  const { municipalities } = await session.json();
  expectTypeOf(municipalities[0]).toExtend<{ code: string; name: string; index: string } | undefined>();
  expect(municipalities[0]?.code).toBe(himi);

  const cut = await api.municipalities[':code'].figures[':division'][':slice'].$get({
    param: { code: himi, division: 'area', slice: himi },
    query: { release },
  });
  if (cut.status !== 200) throw new Error(String(cut.status));
  const body = await cut.json();
  expectTypeOf(body.kind).toEqualTypeOf<'cut'>();
  expect(body).toEqual(aCut(himi, `area/${himi}`, [7, 7, 7]));

  const flow = await api.municipalities[':code'].details[':kind'][':slice'].$get({
    param: { code: himi, kind: 'flow', slice: himi },
    query: {},
  });
  if (flow.status !== 200) throw new Error(String(flow.status));
  const detail = await flow.json();
  expectTypeOf(detail.kind).toEqualTypeOf<'flow' | 'people' | 'support' | 'rows'>();
  expect(detail.kind).toBe('flow');
});
