/**
 * How much and how often somebody may ask, so that one asker cannot keep the others waiting. Counted in the memory of one instance:
 * with n instances, n times as much is let through.
 */
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { findClientAddress } from './client-address.ts';
import { answerProblem } from './problem.ts';
import type { RequestVariables } from './requests.ts';

export interface RequestLimits {
  /** Of one person, or of one network address where nobody is signed in. A page of figures takes some 20. */
  readonly requestsPerMinute: number;
  /** So many proxies of ours append to X-Forwarded-For. */
  readonly proxies: number;
}

/** Longer than any address of ours with all its filters. */
const longestAddress = 2_000;
/** Commands say a few words. */
const largestBody = 16 * 1024;
/** Of one network address: signing in, and tokens that are refused. */
const signInsPerMinute = 60;
const refusalsPerMinute = 60;
/** A whole office may stand behind one address. */
const peopleBehindOneAddress = 20;

/** Refuses what no page of ours sends. */
export function limitSize(): MiddlewareHandler {
  const limitBody = bodyLimit({ maxSize: largestBody, onError: () => answerProblem('too-large') });
  return async (context, next) => {
    const { pathname, search } = new URL(context.req.url);
    if (pathname.length + search.length > longestAddress) return answerProblem('address-too-long');
    return await limitBody(context, next);
  };
}

/** Before it is known who asks: all requests of one network address, those that lead to signing in, and tokens that proved nothing. */
export function limitAddresses({ requestsPerMinute, proxies }: RequestLimits): MiddlewareHandler {
  const all = new RateLimiterMemory({ points: requestsPerMinute * peopleBehindOneAddress, duration: 60 });
  const signIns = new RateLimiterMemory({ points: signInsPerMinute, duration: 60 });
  const refusals = new RateLimiterMemory({ points: refusalsPerMinute, duration: 60 });
  return async (context, next) => {
    const address = findClientAddress(context, proxies);
    if (!(await takes(all, address))) return answerProblem('too-many-requests');
    if (context.req.path.startsWith('/api/sign-') && !(await takes(signIns, address)))
      return answerProblem('too-many-requests');
    const hasToken = context.req.header('authorization') !== undefined;
    if (hasToken && ((await refusals.get(address))?.consumedPoints ?? 0) >= refusalsPerMinute)
      return answerProblem('too-many-requests');
    await next();
    if (hasToken && context.res.status === 401) await takes(refusals, address);
    return undefined;
  };
}

/** Once it is known who asks. */
export function limitPeople({ requestsPerMinute, proxies }: RequestLimits): MiddlewareHandler<RequestVariables> {
  const all = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  const nameOf = (context: Context<RequestVariables>) => {
    const visitor = context.get('visitor') as RequestVariables['Variables']['visitor'] | undefined;
    return visitor?.address ?? `from ${findClientAddress(context, proxies)}`;
  };
  return async (context, next) => {
    if (!(await takes(all, nameOf(context)))) return answerProblem('too-many-requests');
    await next();
    return undefined;
  };
}

async function takes(limiter: RateLimiterMemory, key: string): Promise<boolean> {
  try {
    await limiter.consume(key);
    return true;
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return false;
    throw refused;
  }
}
