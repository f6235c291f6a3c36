/**
 * Whether a signed token says who somebody is: signature by a key of the issuer, algorithm, issuer, audience, expiry, and an address
 * that the issuer has verified. Nothing of a token that fails is used or logged.
 */
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import type { Clock } from '../../world.ts';
import { ProblemError } from '../problem.ts';

/** Somebody whose address is proven. */
export interface ProvenPerson {
  /** In lower case, as in the registry. */
  readonly address: string;
  /** Groups that the token names, in lower case. */
  readonly groups: readonly string[];
}

export interface TokenRules {
  readonly keys: JWTVerifyGetKey;
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  /** Signatures with a key pair only: neither 'none' nor a shared secret. */
  readonly algorithms: readonly string[];
}

/** What providers sign ID tokens with. */
export const idTokenAlgorithms: readonly string[] = ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'];

/** Clocks differ. */
const clockSkewSeconds = 60;
/** No token is longer; what is longer is not even looked at. */
const longestToken = 16_384;

/** @throws ProblemError 'token-refused', or 'sign-in-unavailable' where the issuer's keys cannot be had */
export async function verifyToken(token: string, rules: TokenRules, clock: Clock): Promise<JWTPayload> {
  if (token.length > longestToken) throw new ProblemError('token-refused');
  try {
    const { payload } = await jwtVerify(token, rules.keys, {
      issuer: [...rules.issuers],
      audience: [...rules.audiences],
      algorithms: [...rules.algorithms],
      clockTolerance: clockSkewSeconds,
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: clock.now(),
    });
    // jose looks at iat only where an age is asked for; a token of tomorrow is no token of today.
    if ((payload.iat ?? 0) > clock.now().getTime() / 1000 + clockSkewSeconds) throw new ProblemError('token-refused');
    return payload;
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    if (isOfKeys(cause)) throw new ProblemError('sign-in-unavailable', {}, { cause });
    throw new ProblemError('token-refused', {}, { cause });
  }
}

/** Whether the keys could not be had, rather than the token be wrong. */
function isOfKeys(cause: unknown): boolean {
  if (!(cause instanceof errors.JOSEError)) return true;
  return (
    cause instanceof errors.JWKSTimeout ||
    cause instanceof errors.JWKSInvalid ||
    (cause.code === 'ERR_JOSE_GENERIC' && cause.message.includes('JSON Web Key Set'))
  );
}

/** @throws ProblemError 'token-refused' where the token does not prove an address */
export function readPerson(
  payload: JWTPayload,
  { mustBeVerified }: { readonly mustBeVerified: boolean },
): ProvenPerson {
  const { email, email_verified: isVerified, groups } = payload;
  if (typeof email !== 'string' || email === '') throw new ProblemError('token-refused');
  // Some providers write booleans as text.
  if (mustBeVerified && isVerified !== true && isVerified !== 'true') throw new ProblemError('token-refused');
  const named = Array.isArray(groups) ? groups.filter((group): group is string => typeof group === 'string') : [];
  return { address: asAddress(email), groups: named.map(asAddress) };
}

/** In lower case, as in the registry. Letters that only look or fold like others stay what they are, and fit nobody. */
function asAddress(text: string): string {
  return text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());
}
