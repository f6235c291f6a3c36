/** A deployment as main.ts puts it together, over a store in memory with a small release and some people. 架空のデータ. */
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { AuditEntry } from '#functions/audit/audit-entry.ts';
import type { GivenRole } from '#functions/domain/people-list.ts';
import { openAccess } from '#functions/open-access.ts';
import type { Audience } from '#functions/publish/release.ts';
import { createApi } from '#functions/serve/api.ts';
import { readAccessSettings } from '#functions/settings/access-settings.ts';
import type { Log, Store } from '#functions/world.ts';
import { publishByHand } from '../serve/a-release.ts';
import { client, clientSecret, type StandInProvider } from './provider.ts';

export const publicUrl = 'https://kasanari.example';
export const sessionSecret = 'a-secret-of-the-environment-0123456789abcdef';

/** One row of 利用者. */
export function aRole(address: string, role: Partial<GivenRole>): GivenRole {
  return {
    address,
    kind: 'person',
    role: 'office',
    municipality: null,
    prefecture: null,
    ...role,
  } as GivenRole;
}

export const people: readonly GivenRole[] = [
  aRole('office@himi.example', { municipality: '162051' as never }),
  aRole('town@himi.example', { role: 'municipality', municipality: '162051' as never }),
  aRole('officer@toyama.example', { role: 'prefecture', prefecture: '16' as never }),
  aRole('admin@toyama.example', { role: 'administrator' }),
  aRole('team@himi.example', { kind: 'group', municipality: '162051' as never }),
];

export interface Deployment {
  readonly api: ReturnType<typeof createApi>;
  readonly store: Store;
  readonly logged: string[];
  readonly clock: { now(): Date; set(moment: string): void; forward(seconds: number): void };
  /** Whoever has this address asks, with an ID token. */
  ask(path: string, address: string, init?: RequestInit): Promise<Response>;
  keep(people: readonly GivenRole[], checkedAt?: Date): Promise<void>;
  readAudit(): Promise<readonly AuditEntry[]>;
}

export function createTestClock(start: string): Deployment['clock'] {
  let moment = new Date(start);
  return {
    now: () => moment,
    set: (to) => {
      moment = new Date(to);
    },
    forward: (seconds) => {
      moment = new Date(moment.getTime() + seconds * 1000);
    },
  };
}

export async function deploy(
  provider: StandInProvider,
  clock: Deployment['clock'],
  { environment = {}, audiences = [] }: { environment?: Record<string, string>; audiences?: readonly Audience[] } = {},
): Promise<Deployment> {
  const store = createMemoryStore(clock);
  await publishByHand(store, { figure: 7, publishedAt: '2026-11-20T00:00:00.000Z' });
  const logged: string[] = [];
  const write: Log['info'] = (event, fields) => void logged.push(JSON.stringify({ event, ...fields }));
  const log: Log = { info: write, warn: write, error: write };
  const settings = readAccessSettings(
    {
      KASANARI_PUBLIC_URL: publicUrl,
      KASANARI_OIDC_ISSUER: provider.issuer,
      KASANARI_OIDC_AUDIENCE: client,
      KASANARI_OIDC_CLIENT_SECRET: clientSecret,
      KASANARI_SESSION_SECRET: sessionSecret,
      ...environment,
    },
    audiences,
  );
  const access = openAccess({ settings, audiences, store, log, clock, googleRootUrl: provider.issuer, keyFile: null });
  const api = createApi({ ...access, store, pollSeconds: 60, log, clock });
  const deployment: Deployment = {
    api,
    store,
    logged,
    clock,
    async ask(path, address, init = {}) {
      const token = await provider.sign({ email: address });
      return await api.request(path, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    },
    async keep(rows, checkedAt = clock.now()) {
      const content = JSON.stringify({ format: 1, checkedAt: checkedAt.toISOString(), people: rows });
      await store.movePointer('people', content, (await store.readPointer('people'))?.version ?? null);
    },
    async readAudit() {
      const names = (await store.listPointers('audit/')).toSorted();
      const pointers = await Promise.all(names.map(async (name) => await store.readPointer(name)));
      return pointers.flatMap((pointer) => (pointer === null ? [] : [JSON.parse(pointer.content) as AuditEntry]));
    },
  };
  await deployment.keep(people);
  return deployment;
}
