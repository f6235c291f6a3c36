/** Where people sign in: what the provider says of itself (OpenID Connect Discovery), and its keys, which it changes from time to time. */
import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import type { Clock } from '../../world.ts';
import { ProblemError } from '../problem.ts';

/** Asks another server; a test gives its own. */
export type Ask = (address: string, init: RequestInit) => Promise<Response>;

const longestWait = 5_000;
/** What a provider says of itself seldom changes. */
const describedMilliseconds = 60 * 60 * 1000;
/** After an unknown key the keys are asked for anew, but not more often than this. */
const keysCooldown = 30_000;
const keysMilliseconds = 10 * 60 * 1000;

const descriptionSchema = z.object({
  issuer: z.string(),
  jwks_uri: z.url(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
});

export interface Provider {
  /** What it says of itself. @throws ProblemError 'sign-in-unavailable' */
  describe(): Promise<{
    readonly authorizationEndpoint: string;
    readonly tokenEndpoint: string;
    readonly keys: JWTVerifyGetKey;
  }>;
}

/** Keys at an address; a key that is not among them makes us look again. */
export function createKeys(address: string, ask: Ask): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(address), {
    cooldownDuration: keysCooldown,
    cacheMaxAge: keysMilliseconds,
    timeoutDuration: longestWait,
    [customFetch]: async (url, init) => await ask(url, init),
  });
}

export function createProvider({
  issuer,
  ask,
  clock,
}: {
  readonly issuer: string;
  readonly ask: Ask;
  readonly clock: Clock;
}): Provider {
  type Described = Awaited<ReturnType<Provider['describe']>>;
  let known: { readonly at: number; readonly jwksUri: string; readonly described: Described } | null = null;
  const isSecureEnough = (address: string) => issuer.startsWith('http:') || address.startsWith('https:');

  async function askProvider(): Promise<z.infer<typeof descriptionSchema>> {
    const response = await ask(`${issuer}/.well-known/openid-configuration`, {
      redirect: 'error',
      signal: AbortSignal.timeout(longestWait),
      headers: { accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`The provider answered ${response.status}`);
    const said = descriptionSchema.parse(await response.json());
    if (said.issuer !== issuer) throw new Error('The provider is not the one of the settings');
    if (![said.jwks_uri, said.authorization_endpoint, said.token_endpoint].every(isSecureEnough))
      throw new Error('The provider names an address without TLS');
    return said;
  }

  return {
    async describe() {
      const now = clock.now().getTime();
      if (known !== null && now - known.at < describedMilliseconds) return known.described;
      try {
        const said = await askProvider();
        const keys = known?.jwksUri === said.jwks_uri ? known.described.keys : createKeys(said.jwks_uri, ask);
        const described = {
          authorizationEndpoint: said.authorization_endpoint,
          tokenEndpoint: said.token_endpoint,
          keys,
        };
        known = { at: now, jwksUri: said.jwks_uri, described };
        return described;
      } catch (cause) {
        // What it said an hour ago is still the best that is known.
        if (known !== null) return known.described;
        throw new ProblemError('sign-in-unavailable', {}, { cause });
      }
    },
  };
}
