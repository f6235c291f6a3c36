/**
 * Our stand-in for Google's APIs: one function from request to response, driven through the real client, as a server
 * on this machine (`server.ts`) or under msw (`intercepted.ts`). It knows what we use and refuses everything else.
 */
import { type AccessSettings, type Api, createAccess } from './access.ts';
import { Refused, refusal } from './answers.ts';
import { createBuckets } from './buckets.ts';
import type { Account } from './drive/describe.ts';
import type { DriveWorld } from './drive/drive.ts';
import { type DriveFile, fileOf, seedOf } from './drive/file.ts';
import { type OpenSpreadsheet, openSpreadsheet } from './person/open.ts';
import { carryOut, findRoute } from './routes.ts';
import type { StandInSpreadsheet } from './spreadsheets.ts';
import { type Chance, createChances, createGauge, cutOff, type Fault, type FaultKind, type Quota } from './trouble.ts';

export { token } from './access.ts';
export type { Fault } from './trouble.ts';

export interface GoogleStandIn extends AccessSettings {
  /** `null`: the connection breaks without an answer. */
  answer(request: Request): Promise<Response | null>;
  /** Given again, a spreadsheet with the same `tabs` keeps what was written into it. */
  spreadsheets: readonly StandInSpreadsheet[];
  /** As a person opens it in the browser. */
  open(id: string): OpenSpreadsheet;
  faults: Fault[];
  /** One request in so many fails by chance; `null` for none. */
  chance: Chance | null;
  /** Of Sheets; beyond it 429. `null` for none. */
  quota: Quota | null;
  /** Somebody does something when the next request at such a path comes in, before it is carried out, or after it and before the answer. */
  during(path: RegExp, action: () => void, when?: 'before' | 'after'): void;
  /** Who we are for Google. */
  account: Account;
  /** The clock of Google. */
  now(): Date;
  /** Our clock goes wrong: Google's is so far ahead of it. */
  aheadMilliseconds: number;
  /** Every request so far, as 'GET /drive/v3/files'. */
  readonly requests: string[];
  /** How every request so far came out, in the order of the answers. */
  readonly answers: { readonly request: string; readonly outcome: FaultKind }[];
  /** How many requests read (or write) so far; of Sheets unless said otherwise. */
  reads(api?: Api): number;
  writes(api?: Api): number;
}

const paths: Readonly<Record<Api, RegExp>> = {
  sheets: /^\/v4\//,
  drive: /^\/drive\//,
  storage: /^\/(?:upload\/)?storage\//,
};

/** @param clock Google's; left out: that of the machine */
export function createGoogleStandIn({ clock = () => new Date() }: { clock?: () => Date } = {}): GoogleStandIn {
  const buckets = createBuckets();
  const files = new Map<string, DriveFile>();
  const hooks: { path: RegExp; action: () => void; when: 'before' | 'after' }[] = [];
  let [chances, chance, gauge, quota] = [null, null, null, null] as [
    ReturnType<typeof createChances> | null,
    Chance | null,
    ReturnType<typeof createGauge> | null,
    Quota | null,
  ];
  const world: DriveWorld = {
    files,
    get account() {
      return standIn.account;
    },
    now: () => standIn.now().toISOString(),
    createFile({ name, mimeType, parents, isInSharedDrive }) {
      const id = `made-${String(files.size + 1).padStart(4, '0')}-${'x'.repeat(34)}`;
      const tabs = [{ tab: 'シート1', id: '0', rows: [], merges: [] }];
      const sharing = isInSharedDrive ? ('editor' as const) : ('owner' as const);
      const lastChangedBy = standIn.account.address;
      const seed = { id, name, version: '1', tabs, sharing, lastChangedBy, isInSharedDrive };
      const file = { ...fileOf(seed, world.now(), undefined), mimeType, parents, isMadeByUs: true };
      files.set(id, file);
      return file;
    },
  };
  const count = (api: Api, isRead: boolean) =>
    standIn.requests.filter((request) => {
      const [verb = '', path = ''] = request.split(' ');
      return paths[api].test(path) && (verb === 'GET') === isRead;
    }).length;

  const standIn: GoogleStandIn = {
    get spreadsheets() {
      return [...files.values()].map(seedOf);
    },
    set spreadsheets(seeds) {
      const before = new Map(files);
      files.clear();
      for (const seed of seeds) files.set(seed.id, fileOf(seed, world.now(), before.get(seed.id)));
    },
    open(id) {
      const file = files.get(id);
      if (file === undefined) throw new Error(`There is no spreadsheet ${id}`);
      return openSpreadsheet(file, world);
    },
    faults: [],
    get chance() {
      return chance;
    },
    set chance(given) {
      chance = given;
      chances = given === null ? null : createChances(given);
    },
    get quota() {
      return quota;
    },
    set quota(given) {
      quota = given;
      gauge = given === null ? null : createGauge(given);
    },
    during: (path, action, when = 'before') => void hooks.push({ path, action, when }),
    account: { address: 'kasanari@kasanari-test.iam.gserviceaccount.com', name: 'kasanari' },
    scopes: null,
    disabledApis: new Set(),
    keyTrouble: null,
    now: () => new Date(clock().getTime() + standIn.aheadMilliseconds),
    aheadMilliseconds: 0,
    requests: [],
    answers: [],
    reads: (api = 'sheets') => count(api, true),
    writes: (api = 'sheets') => count(api, false),
    async answer(request) {
      const { pathname } = new URL(request.url);
      standIn.requests.push(`${request.method} ${pathname}`);
      const fault = findFault(pathname);
      const response = await answerWith(request, pathname, fault);
      standIn.answers.push({
        request: `${request.method} ${pathname}`,
        outcome: fault?.status ?? response?.status ?? 0,
      });
      response?.headers.set('date', standIn.now().toUTCString());
      return response;
    },
  };
  const access = createAccess(standIn, () => standIn.account.address, standIn.now);

  function findFault(pathname: string): Pick<Fault, 'status' | 'more'> | null {
    const fault = standIn.faults.find(({ path, times }) => times > 0 && path.test(pathname));
    if (fault !== undefined) {
      fault.times -= 1;
      return fault;
    }
    const status = chances?.(pathname) ?? null;
    return status === null ? null : { status };
  }

  function runHooks(pathname: string, when: 'before' | 'after'): void {
    const due = hooks.filter((hook) => hook.when === when && hook.path.test(pathname));
    for (const hook of due) {
      hooks.splice(hooks.indexOf(hook), 1);
      hook.action();
    }
  }

  async function answerWith(request: Request, pathname: string, fault: ReturnType<typeof findFault>) {
    if (fault?.status === 'no-connection') return null;
    if (typeof fault?.status === 'number') return refusal(fault.status, fault.more);
    runHooks(pathname, 'before');
    const response = await route(request, pathname);
    runHooks(pathname, 'after');
    if (fault === null || !response.ok) return fault?.status === 'lost' ? null : response;
    return fault.status === 'lost' ? null : await cutOff(response, fault.status === 'broken-off');
  }

  async function route(request: Request, pathname: string): Promise<Response> {
    if (pathname.startsWith('/computeMetadata/v1/')) return access.answerMetadata(new URL(request.url));
    // What Google answers where only the connection is tried.
    if (pathname === '/generate_204') return new Response(null, { status: 204 });
    if (pathname.endsWith(':generateAccessToken')) return await access.speakFor(request);
    if (pathname === '/token' || pathname === '/oauth2/v4/token') return await access.exchange(request);
    const found = findRoute(request.method, pathname);
    if (found === null) {
      return new Response('<!DOCTYPE html><title>Error 404 (Not Found)!!1</title>', { status: 404 });
    }
    try {
      const scopes = access.require(request, found.api, found.method);
      const isWithin =
        found.api !== 'sheets' || gauge === null || gauge(request.method !== 'GET', standIn.now().getTime());
      if (!isWithin) throw new Refused(429);
      return await carryOut(found, request, { world, buckets, scopes });
    } catch (error) {
      if (error instanceof Refused) return refusal(error.code, error.more);
      throw error;
    }
  }
  return standIn;
}
