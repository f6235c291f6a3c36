/**
 * Whether a call comes from the account that may call the functions, beside what Cloud Run checks itself: Cloud Scheduler and Cloud Tasks
 * send an ID token of that account, signed by Google and made out to the address they call.
 */
import { createRemoteJWKSet, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../../world.ts';

/** 'unsure': Google's keys could not be had, so that it is worth another try. */
export type Call = 'ours' | 'not-ours' | 'unsure';

const issuers = ['https://accounts.google.com', 'accounts.google.com'];
/** Clocks differ. */
const clockToleranceSeconds = 60;
const longestToken = 16_384;

/** Google's keys, looked up again when one is unknown. `rootUrl`: instead of Google. */
export function googleKeys(rootUrl: string | null): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL('oauth2/v3/certs', rootUrl ?? 'https://www.googleapis.com/'));
}

export function createInvokerCheck({
  invoker,
  functionsUrl,
  keys,
  clock,
}: {
  readonly invoker: string;
  readonly functionsUrl: string;
  readonly keys: JWTVerifyGetKey;
  readonly clock: Clock;
}): (authorization: string | undefined, name: string) => Promise<Call> {
  return async (authorization, name) => {
    const token = /^Bearer ([^\s]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined || token.length > longestToken) return 'not-ours';
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: issuers,
        audience: `${functionsUrl}/${name}`,
        algorithms: ['RS256'],
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp', 'iat'],
        currentDate: clock.now(),
      });
      return payload.email === invoker && payload.email_verified === true ? 'ours' : 'not-ours';
    } catch (error) {
      return isAboutToken(error) ? 'not-ours' : 'unsure';
    }
  };
}

function isAboutToken(error: unknown): boolean {
  return (
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid) &&
    error.code !== 'ERR_JOSE_GENERIC'
  );
}
