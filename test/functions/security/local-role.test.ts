/** At one's own machine somebody may look as somebody else would (だれとして見ますか). */
import { beforeEach, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { Session } from '#functions/publish/release.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { silentLog } from '../../builders/ingest.ts';
import { funahashi, himi, publishByHand } from '../serve/a-release.ts';

const clock = { now: () => new Date('2026-11-21T03:00:00Z') };
let api: ReturnType<typeof createApi>;

beforeEach(async () => {
  const store = createMemoryStore(clock);
  await publishByHand(store, { figure: 7, publishedAt: '2026-11-20T00:00:00.000Z' });
  api = createApi({ store, identity: localIdentity, pollSeconds: 1, log: silentLog, clock });
});

async function lookAs(role: string | null) {
  const headers: Record<string, string> = role === null ? {} : { cookie: `other=1; kasanari-role=${role}` };
  const session = (await (await api.request('/api/session', { headers })).json()) as Session;
  const statuses: number[] = [];
  for (const path of [
    `/api/municipalities/${himi}`,
    `/api/municipalities/${funahashi}`,
    '/api/prefectures/16',
    '/api/public',
  ])
    statuses.push((await api.request(path, { headers })).status);
  const { isLocal, isAdministrator = false, localRoles } = session;
  return { isLocal, isAdministrator, chosen: localRoles?.chosen, statuses };
}

test.each([
  [null, { isLocal: true, isAdministrator: true, chosen: null, statuses: [200, 200, 200, 200] }],
  [
    `office:${himi}`,
    { isLocal: false, isAdministrator: false, chosen: `office:${himi}`, statuses: [200, 403, 403, 403] },
  ],
  [
    'prefecture:16',
    { isLocal: false, isAdministrator: false, chosen: 'prefecture:16', statuses: [403, 403, 200, 403] },
  ],
  ['public', { isLocal: false, isAdministrator: false, chosen: 'public', statuses: [403, 403, 403, 200] }],
  ['administrator', { isLocal: false, isAdministrator: true, chosen: 'administrator', statuses: [403, 403, 403, 403] }],
  // What is no role chooses nothing.
  ['__proto__', { isLocal: true, isAdministrator: true, chosen: null, statuses: [200, 200, 200, 200] }],
])('as %s', async (role, expected) => {
  expect(await lookAs(role)).toEqual(expected);
});

test('whatever is chosen, everything else can be chosen again', async () => {
  const headers = { cookie: `kasanari-role=office:${himi}` };
  const { localRoles } = (await (await api.request('/api/session', { headers })).json()) as Session;
  expect(localRoles?.choices.map(({ role }) => role)).toEqual([
    'prefecture:16',
    `office:${himi}`,
    `office:${funahashi}`,
  ]);
});
