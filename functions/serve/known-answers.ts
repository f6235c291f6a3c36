/**
 * Answers that can be given at once, without the app: to whom they go, from which release and with which bytes is known already, from an
 * answer that the app gave to somebody with the same rights. What is not known in every respect is left to the app, which decides it.
 */
import { addressBehind } from './client-address.ts';
import type { Identity, Visitor } from './identity.ts';
import type { ReleaseKeepingStore } from './kept-release.ts';
import { chooseEncoding, type PackedObjects } from './packed.ts';
import { longestAddress, type RequestLimiter } from './request-limits.ts';
import { apiPolicy, securityHeadersFor } from './security-headers.ts';
import { describeStored, isKnownToAsker, jsonType, variesBy } from './stored-headers.ts';

/** What Node's server knows of a request before anything is read of it. */
export interface ArrivedRequest {
  readonly method: string;
  /** '/api/…' with its query, as it was sent. */
  readonly address: string;
  /** By their names in small letters. */
  readonly fields: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The network address at the other end of the connection. */
  readonly peer: string | null;
}

export interface KnownAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
}

export interface KnownAnswers {
  /** What is answered at once; `null` is for the app. */
  find(request: ArrivedRequest): KnownAnswer | null;
  /** The app has answered this address with an object of the release, for somebody with these rights. */
  remember(
    visitor: Visitor,
    address: string,
    answered: { readonly name: string; readonly isPinned: boolean; readonly version: string },
  ): void;
}

/** Addresses by rights; beyond so many, all are learnt anew. */
const rememberedAtMost = 5_000;

export function createKnownAnswers({
  store,
  identity,
  limiter,
  packed,
}: {
  readonly store: Pick<ReleaseKeepingStore, 'recallRelease'>;
  readonly identity: Identity;
  /** `null` where there is no hurry. */
  readonly limiter: RequestLimiter | null;
  readonly packed: PackedObjects | null;
}): KnownAnswers {
  const answers = new Map<string, { readonly name: string; readonly isPinned: boolean }>();
  /** The pointer's, under which they were learnt. */
  let learntUnder: string | null = null;

  function recall(visitor: Visitor, address: string) {
    return store.recallRelease()?.version === learntUnder ? answers.get(keyOf(visitor, address)) : undefined;
  }

  return {
    find({ method, address, fields, peer }) {
      const field = (name: string) => {
        const value = fields[name];
        return typeof value === 'string' ? value : null;
      };
      const host = field('host');
      const isPlain = method === 'GET' && host !== null && address.length <= longestAddress;
      if (!isPlain || field('content-length') !== null || field('transfer-encoding') !== null) return null;
      const visitor = identity.recall?.({ get: field }) ?? null;
      const known = visitor === null ? undefined : recall(visitor, address);
      if (visitor === null || known === undefined) return null;

      const isKnown = isKnownToAsker(field('if-none-match') ?? undefined, known.name);
      const encoding = isKnown ? null : chooseEncoding(field('accept-encoding') ?? undefined);
      const body = encoding === null ? null : (packed?.recall(known.name, encoding) ?? null);
      if (!isKnown && body === null) return null;

      if (limiter !== null) {
        const from = addressBehind(field('x-forwarded-for') ?? undefined, peer, limiter.proxies);
        const asker = { from, hasToken: field('authorization') !== null };
        // The app says that it is too much.
        if (!limiter.takesAddress(asker, address) || !limiter.takesPerson(visitor.address, from)) return null;
      }
      const headers: Record<string, string> = {
        ...describeStored({ tag: known.name, isPinned: known.isPinned, encoding }),
        ...securityHeadersFor(host, apiPolicy),
        vary: variesBy,
      };
      if (body === null) return { status: 304, headers, body };
      return {
        status: 200,
        headers: { ...headers, 'content-type': jsonType, 'content-length': String(body.byteLength) },
        body,
      };
    },
    remember(visitor, address, { name, isPinned, version }) {
      if (version !== learntUnder || answers.size >= rememberedAtMost) answers.clear();
      learntUnder = version;
      answers.set(keyOf(visitor, address), { name, isPinned });
    },
  };
}

/** Whoever may open the same is answered the same. */
function keyOf({ isLocal, isAdministrator, audiences }: Visitor, address: string): string {
  return `${JSON.stringify([isLocal, isAdministrator, audiences])} ${address}`;
}
