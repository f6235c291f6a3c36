/**
 * Who asks, where people sign in: an assertion of Identity-Aware Proxy, an ID token (Authorization: Bearer), or the session in the
 * cookie. What they may see comes from 利用者 at each request, so that a role that is taken ends what they see.
 */
import { parse } from 'hono/utils/cookie';
import type { Audience } from '../../publish/release.ts';
import type { Clock } from '../../world.ts';
import type { Identity, Visitor } from '../identity.ts';
import { ProblemError } from '../problem.ts';
import type { GroupMembers } from './group-members.ts';
import type { Provider } from './provider.ts';
import type { RegisteredPeople } from './registered-people.ts';
import { describeVisitor, findRoles, listGroups } from './roles.ts';
import { type CookieSeal, cookieName } from './sealed-cookie.ts';
import { idTokenAlgorithms, type ProvenPerson, readPerson, type TokenRules, verifyToken } from './verify-token.ts';

/** Where ID tokens come from. */
export interface TokenSource {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly provider: Provider;
}

/** What is known of whoever asks. */
export interface SignedInWorld {
  readonly tokens: TokenSource | null;
  /** Rules for the assertions of Identity-Aware Proxy; `null`: there is no such proxy. */
  readonly proxy: TokenRules | null;
  /** `null` where nobody signs in with a browser. */
  readonly seal: CookieSeal | null;
  readonly people: RegisteredPeople;
  /** `null`: only the groups that a token names count. */
  readonly members: GroupMembers | null;
  /** ['public'] where figures for the public are handed out; else none. */
  readonly openToAll: readonly Audience[];
  readonly clock: Clock;
}

/** Google's tokens name it with and without https. */
const googleIssuer = 'https://accounts.google.com';

/** @throws ProblemError 'sign-in-unavailable' */
export async function rulesOfTokens({ issuer, audiences, provider }: TokenSource): Promise<TokenRules> {
  const { keys } = await provider.describe();
  const issuers = issuer === googleIssuer ? [issuer, 'accounts.google.com'] : [issuer];
  return { keys, issuers, audiences, algorithms: idTokenAlgorithms };
}

/** What this person may open now. @throws ProblemError 'people-unknown' or 'not-registered' */
export async function admit(
  { people, members, openToAll }: Pick<SignedInWorld, 'people' | 'members' | 'openToAll'>,
  { address, groups }: ProvenPerson,
): Promise<Visitor> {
  const registered = await people.list();
  const named = new Set(groups);
  const asked = listGroups(registered).filter((group) => !named.has(group));
  const found = members === null ? new Set<string>() : await members.findGroups(address, asked);
  const roles = findRoles(registered, { address, groups: new Set([...named, ...found]) });
  const visitor = describeVisitor(address, roles, openToAll);
  if (roles.length === 0 && visitor.audiences.length === 0) throw new ProblemError('not-registered', { name: address });
  return visitor;
}

export function createSignedInIdentity(world: SignedInWorld): Identity {
  const { tokens, proxy, seal, people, members, openToAll, clock } = world;

  async function prove(headers: Headers): Promise<(ProvenPerson & { readonly by: NonNullable<Visitor['by']> }) | null> {
    const assertion = headers.get('x-goog-iap-jwt-assertion');
    if (proxy !== null && assertion !== null) {
      const payload = await verifyToken(assertion, proxy, clock);
      // The proxy has let nobody through whose address is not verified, and does not say so again.
      return { ...readPerson(payload, { mustBeVerified: false }), by: 'proxy' };
    }
    const authorization = headers.get('authorization');
    if (tokens !== null && authorization !== null) {
      const [scheme, token, more] = authorization.split(' ');
      if (scheme?.toLowerCase() !== 'bearer' || token === undefined || more !== undefined)
        throw new ProblemError('token-refused');
      const payload = await verifyToken(token, await rulesOfTokens(tokens), clock);
      return { ...readPerson(payload, { mustBeVerified: true }), by: 'token' };
    }
    const cookie = headers.get('cookie');
    if (seal === null || cookie === null) return null;
    const session = await seal.openSession(parse(cookie, cookieName)[cookieName]);
    return session === null ? null : { address: session.address, groups: session.groups, by: 'cookie' };
  }

  /** Of a session in a cookie that was opened before. Tokens, assertions and members of groups are always asked about. */
  function recall(headers: Pick<Headers, 'get'>): Visitor | null {
    if (proxy !== null && headers.get('x-goog-iap-jwt-assertion') !== null) return null;
    if (tokens !== null && headers.get('authorization') !== null) return null;
    if (seal === null || members !== null) return null;
    const cookie = headers.get('cookie');
    const session = cookie === null ? null : seal.recallSession(parse(cookie, cookieName)[cookieName]);
    const registered = people.recall();
    if (session === null || registered === null) return null;
    const { address, groups } = session;
    const roles = findRoles(registered, { address, groups: new Set(groups) });
    const visitor = describeVisitor(address, roles, openToAll);
    return visitor.audiences.length === 0 && roles.length === 0 ? null : { ...visitor, by: 'cookie' };
  }

  return {
    recall,
    async identify({ headers }) {
      const person = await prove(headers);
      if (person !== null) return { ...(await admit(world, person)), by: person.by };
      if (openToAll.length === 0) throw new ProblemError('not-signed-in');
      return { isLocal: false, address: null, isAdministrator: false, audiences: openToAll };
    },
  };
}
