/**
 * GET /api/sign-in, /api/sign-in/callback and POST /api/sign-out: authorization code flow of OpenID Connect with PKCE, state and nonce.
 * Whoever comes back without a right goes to the dashboard's page for signing in, which says why.
 */
import { createRoute } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { parse } from 'hono/utils/cookie';
import { base64url } from 'jose';
import * as z from 'zod';
import { appendAudit } from '../../audit/append-audit.ts';
import type { AuditEntry } from '../../audit/audit-entry.ts';
import { ProblemError, problemResponses } from '../problem.ts';
import { createRoutes, type RouteDependencies } from '../requests.ts';
import { exchangeCode } from './exchange-code.ts';
import type { Ask } from './provider.ts';
import { readReturnTarget } from './return-target.ts';
import { listGroups } from './roles.ts';
import { type CookieSeal, cookieName, type StartedSignIn } from './sealed-cookie.ts';
import { admit, rulesOfTokens, type SignedInWorld, type TokenSource } from './signed-in-identity.ts';
import { readPerson, verifyToken } from './verify-token.ts';

/** What signing in with a browser needs. */
export interface SignInWorld extends SignedInWorld {
  readonly tokens: TokenSource;
  readonly seal: CookieSeal;
  readonly publicUrl: string;
  readonly clientSecret: string | null;
  readonly ask: Ask;
  /** Unguessable, of letters, digits, - and _. */
  readonly chance: () => string;
}

/** Why somebody is sent to the page for signing in. */
export type SignInTrouble = 'not-registered' | 'lost' | 'refused' | 'unavailable';

const signInRoute = createRoute({
  method: 'get',
  path: '/sign-in',
  summary: 'Leads to the provider where people sign in',
  request: {
    query: z.object({ return: z.string().optional().meta({ description: 'A page of ours to come back to' }) }),
  },
  responses: {
    303: { description: 'To the provider, or back where somebody is signed in already' },
    ...problemResponses,
  },
});

const callbackRoute = createRoute({
  method: 'get',
  path: '/sign-in/callback',
  summary: 'Where the provider sends people back to',
  request: {
    query: z.object({ code: z.string().optional(), state: z.string().optional(), error: z.string().optional() }),
  },
  responses: { 303: { description: 'Back to the page, signed in; or to the page for signing in, with the reason' } },
});

const signOutRoute = createRoute({
  method: 'post',
  path: '/sign-out',
  summary: 'Ends the session of this browser',
  responses: { 204: { description: 'Signed out' }, ...problemResponses },
});

/** A state that came back once is not taken again. The provider takes each code once, too. */
const rememberedStates = 10_000;

/** Where nobody signs in with a browser, the addresses are listed all the same, and are not there. */
export function signInRoutes({ store, clock, log, signIn }: RouteDependencies) {
  const used = new Set<string>();
  function requireWorld(): SignInWorld {
    if (signIn === null) throw new ProblemError('no-such-address');
    return signIn;
  }

  function leave(context: Context, target: string, cookie: string | null): Response {
    if (cookie !== null) context.header('set-cookie', cookie);
    context.header('cache-control', 'no-store');
    return context.redirect(target, 303);
  }
  const leaveWith = (context: Context, { seal }: SignInWorld, trouble: SignInTrouble) =>
    leave(context, `/?sign-in=${trouble}`, seal.removal);

  async function record(action: AuditEntry['action'], actor: string, facts: AuditEntry['facts'] = {}) {
    await appendAudit(store, { format: 1, at: clock.now().toISOString(), action, actor, subject: null, facts });
  }

  /** @throws ProblemError where the token is refused or the provider cannot be asked */
  async function provePerson(context: Context, world: SignInWorld, { verifier, nonce }: StartedSignIn) {
    const { tokenEndpoint } = await world.tokens.provider.describe();
    const token = await exchangeCode({
      tokenEndpoint,
      client: world.tokens.audiences[0] ?? '',
      clientSecret: world.clientSecret,
      code: context.req.query('code') ?? '',
      verifier,
      callback: callbackOf(world),
      ask: world.ask,
    });
    const rules = { ...(await rulesOfTokens(world.tokens)), audiences: world.tokens.audiences.slice(0, 1) };
    const payload = await verifyToken(token, rules, clock);
    if (payload.nonce !== nonce) throw new ProblemError('token-refused');
    return readPerson(payload, { mustBeVerified: true });
  }

  return createRoutes()
    .openapi(signInRoute, async (context) => {
      const world = requireWorld();
      const returnTo = readReturnTarget(context.req.valid('query').return, world.publicUrl);
      const session = await world.seal.openSession(readCookie(context));
      // Another page that leads here does not end a session.
      if (session !== null && (await isAdmitted(world, session))) return leave(context, returnTo, null);
      const { authorizationEndpoint } = await world.tokens.provider.describe();
      const [state, nonce, verifier] = [world.chance(), world.chance(), world.chance()];
      const address = new URL(authorizationEndpoint);
      for (const [name, value] of Object.entries({
        response_type: 'code',
        client_id: world.tokens.audiences[0] ?? '',
        redirect_uri: callbackOf(world),
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await challengeOf(verifier),
        code_challenge_method: 'S256',
        prompt: 'select_account',
      }))
        address.searchParams.set(name, value);
      return leave(
        context,
        address.href,
        await world.seal.seal({ purpose: 'sign-in', state, nonce, verifier, returnTo }),
      );
    })
    .openapi(callbackRoute, async (context) => {
      const world = requireWorld();
      const { state, code, error } = context.req.valid('query');
      const cookie = readCookie(context);
      const started = await world.seal.openSignIn(cookie);
      // Nor does a link to here, or going back in the browser.
      if (started === null && (await world.seal.openSession(cookie)) !== null) return leave(context, '/', null);
      if (started === null || state !== started.state || used.has(started.state))
        return leaveWith(context, world, 'lost');
      if (used.size >= rememberedStates) used.clear();
      used.add(started.state);
      if (error !== undefined || code === undefined) return leaveWith(context, world, 'refused');
      try {
        const person = await provePerson(context, world, started);
        const groups = await keepRegistered(world, person.groups);
        try {
          await admit(world, { ...person, groups });
        } catch (refused) {
          if (refused instanceof ProblemError && refused.code === 'not-registered')
            await record('refused', person.address);
          throw refused;
        }
        await record('signed-in', person.address);
        const session = { purpose: 'session', address: person.address, groups: [...groups] } as const;
        return leave(context, started.returnTo, await world.seal.seal(session));
      } catch (thrown) {
        if (!(thrown instanceof ProblemError)) throw thrown;
        if (thrown.code === 'not-registered') return leaveWith(context, world, 'not-registered');
        log.warn('sign-in/failed', {
          code: thrown.code,
          cause: thrown.cause instanceof Error ? thrown.cause.name : '',
        });
        return leaveWith(context, world, thrown.code === 'token-refused' ? 'refused' : 'unavailable');
      }
    })
    .openapi(signOutRoute, async (context) => {
      const world = requireWorld();
      const session = await world.seal.openSession(readCookie(context));
      if (session !== null) await record('signed-out', session.address);
      context.header('set-cookie', world.seal.removal);
      context.header('cache-control', 'no-store');
      return context.body(null, 204);
    });
}

/** Configured, never taken from a request: whoever chose it would be sent the codes. */
function callbackOf({ publicUrl }: SignInWorld): string {
  return `${publicUrl}/api/sign-in/callback`;
}

function readCookie(context: Context): string | undefined {
  const header = context.req.header('cookie');
  return header === undefined ? undefined : parse(header, cookieName)[cookieName];
}

async function isAdmitted(world: SignInWorld, session: { address: string; groups: readonly string[] }) {
  try {
    await admit(world, session);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

/** Of the groups that a token names, those that are registered: the others are nobody's business here. */
async function keepRegistered({ people }: SignInWorld, named: readonly string[]): Promise<readonly string[]> {
  if (named.length === 0) return [];
  const registered = new Set(listGroups(await people.list()));
  return named.filter((group) => registered.has(group));
}

/** RFC 7636: the provider hands the code's token only to whoever knows what this is the digest of. */
async function challengeOf(verifier: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return base64url.encode(new Uint8Array(digest));
}
