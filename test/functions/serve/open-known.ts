/** The read API with what it remembers, over a small release in memory. */
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { packBytes } from '#functions/adapters/pack.ts';
import { openApi } from '#functions/serve/api.ts';
import { type Identity, localIdentity } from '#functions/serve/identity.ts';
import { keepRelease } from '#functions/serve/kept-release.ts';
import type { ArrivedRequest, KnownAnswer } from '#functions/serve/known-answers.ts';
import type { RequestLimits } from '#functions/serve/request-limits.ts';
import type { Log } from '#functions/world.ts';
import { silentLog } from '../../builders/ingest.ts';
import { createTestClock } from '../security/deployment.ts';
import { himi, publishByHand } from './a-release.ts';

export async function openKnown({
  identity = localIdentity,
  limits,
  log = silentLog,
}: {
  identity?: Identity;
  limits?: RequestLimits;
  log?: Log;
} = {}) {
  const clock = createTestClock('2026-11-21T03:00:00Z');
  const store = createMemoryStore(clock);
  await publishByHand(store, { figure: 7, publishedAt: '2026-11-20T00:00:00.000Z' });
  const kept = keepRelease(store, clock, 1);
  const opened = openApi({
    ...{ store: kept, identity, pollSeconds: 1, log, clock, pack: packBytes },
    limits: limits ?? null,
  });
  const findKnown = (address: string, fields: ArrivedRequest['fields'] = {}, peer = '203.0.113.1') =>
    opened.known?.find({ method: 'GET', address, fields: { host: 'kasanari.example', ...fields }, peer }) ?? null;
  const ask = async (address: string, headers: Record<string, string> = {}) =>
    await opened.api.request(address, { headers: { host: 'kasanari.example', ...headers } });
  return { ...opened, clock, store, findKnown, ask };
}

export const goals = `/api/municipalities/${himi}/goals`;
/** As the asker gets them: names of header fields have no case. */
export function fieldsOf(answer: KnownAnswer | null): Readonly<Record<string, string>> {
  return Object.fromEntries(new Headers(answer?.headers));
}
