/**
 * Who asks, and for which audiences they may read. Here are the two simple keepers of this promise: one for a person at their own
 * machine, one for a deployment that serves a fixed list. Where people sign in, sign-in/signed-in-identity.ts keeps it.
 */
import { parse } from 'hono/utils/cookie';
import type { Audience } from '../publish/release.ts';
import { ProblemError } from './problem.ts';

/** Somebody who asks. 'everything' is for the person at their own machine only. */
export interface Visitor {
  readonly isLocal: boolean;
  /** Of whoever has signed in; `null` at their own machine and where a deployment serves a fixed list. */
  readonly address: string | null;
  /** 管理者: sees the state of everything that runs, and lets held workbooks through. */
  readonly isAdministrator: boolean;
  readonly audiences: 'everything' | readonly Audience[];
  /** How it is known who this is; left out where nobody has signed in. local: a person at their own machine, in any role. */
  readonly by?: 'cookie' | 'token' | 'proxy' | 'local';
}

export interface Identity {
  /** @throws ProblemError 'not-signed-in' */
  identify(request: Request): Promise<Visitor>;
  /** Whom `identify` would say, where that is known already; `null` where it has to be asked. Refuses nobody. */
  recall?(headers: Pick<Headers, 'get'>): Visitor | null;
}

/** The cookie in which a person at their own machine keeps as whom they want to look (だれとして見ますか). */
export const localRoleCookie = 'kasanari-role';
const localRole = /^(?:(?:office:[0-9]{6}|prefecture:[0-9]{2}|public)|(administrator))$/;

/**
 * `npm start`: the store lies on the asker's own machine, so they may open all of it. They may choose to see no more than somebody
 * else would; a choice only ever takes away. Nothing that is served elsewhere than on the loopback may use this.
 */
export const localIdentity: Identity = {
  identify: (request) => Promise.resolve(describeLocal(readLocalRole(request))),
  recall: (headers) => describeLocal(readLocalRole({ headers })),
};

/** As whom they look; `null` for everything. */
export function readLocalRole({ headers }: { readonly headers: Pick<Headers, 'get'> }): string | null {
  const chosen = parse(headers.get('cookie') ?? '', localRoleCookie)[localRoleCookie] ?? '';
  return localRole.test(chosen) ? chosen : null;
}

function describeLocal(chosen: string | null): Visitor {
  const everything = {
    isLocal: true,
    address: null,
    isAdministrator: true,
    audiences: 'everything',
    by: 'local',
  } as const;
  if (chosen === null) return everything;
  const isAdministrator = chosen === 'administrator';
  const audiences = isAdministrator ? [] : [chosen as Audience];
  return { isLocal: false, address: null, isAdministrator, audiences, by: 'local' };
}

/** A deployment that serves exactly these audiences to whoever Cloud Run lets through; none by default. */
export function createFixedIdentity(audiences: readonly Audience[]): Identity {
  const everybody: Visitor = { isLocal: false, address: null, isAdministrator: false, audiences };
  return { identify: () => Promise.resolve(everybody), recall: () => everybody };
}

/** Whether the visitor may open what is made for an audience. What is made for the public is open where a deployment says so. */
export function mayOpen(visitor: Visitor, audience: Audience): boolean {
  return visitor.audiences === 'everything' || visitor.audiences.includes(audience);
}

/** @throws ProblemError 'forbidden' or 'not-public', before it is known whether there is anything to open. */
export function requireMayOpen(visitor: Visitor, audience: Audience): void {
  if (!mayOpen(visitor, audience)) throw new ProblemError(audience === 'public' ? 'not-public' : 'forbidden');
}

/** @throws ProblemError 'forbidden' where the visitor may open nothing at all */
export function requireMayOpenAnything(visitor: Visitor): void {
  if (visitor.audiences !== 'everything' && !visitor.audiences.some((audience) => mayOpen(visitor, audience)))
    throw new ProblemError('forbidden');
}

/** @throws ProblemError 'administrators-only' */
export function requireAdministrator(visitor: Visitor): void {
  if (!visitor.isAdministrator) throw new ProblemError('administrators-only');
}
