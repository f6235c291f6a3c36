/**
 * How much and how often somebody may ask, so that one asker cannot keep the others waiting. Counted in the memory of one instance:
 * with n instances, n times as much is let through.
 */
import type { MiddlewareHandler } from 'hono';
import type { Clock } from '../world.ts';
import { findClientAddress } from './client-address.ts';
import { answerProblem } from './problem.ts';
import { createRequestCounter } from './request-counter.ts';
import type { RequestVariables } from './requests.ts';

export interface RequestLimits {
  /** Of one person, or of one network address where nobody is signed in. A page of figures takes some 20. */
  readonly requestsPerMinute: number;
  /** So many proxies of ours append to X-Forwarded-For. */
  readonly proxies: number;
}

/** Longer than any address of ours with all its filters. */
export const longestAddress = 2_000;
/** Commands say a few words. */
const largestBody = 16 * 1024;
/** Of one network address: signing in, and tokens that are refused. */
const signInsPerMinute = 60;
const refusalsPerMinute = 60;
/** A whole office may stand behind one address. */
const peopleBehindOneAddress = 20;

/** Refuses what no page of ours sends. */
export function limitSize(): MiddlewareHandler {
  return async (context, next) => {
    const { req } = context;
    const { pathname, search } = new URL(req.url);
    if (pathname.length + search.length > longestAddress) return answerProblem('address-too-long');
    const length = req.header('content-length');
    if (Number(length ?? 0) > largestBody) return answerProblem('too-large');
    // Node reads no further than the length that was said.
    if (req.method === 'POST' && (length === undefined || req.header('transfer-encoding') !== undefined)) {
      const body = await readAtMost(req.raw.body, largestBody);
      if (body === null) return answerProblem('too-large');
      // Put together anew: what Node's server hands in is no request that another can be made from.
      req.raw = new Request(req.url, { method: req.method, headers: req.raw.headers, body });
    }
    await next();
    return undefined;
  };
}

/** All of it, or `null` where it is more than so many bytes. */
async function readAtMost(
  body: ReadableStream<Uint8Array> | null,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body === null) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body) {
    size += piece.byteLength;
    if (size > most) return null;
    pieces.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.byteLength;
  }
  return whole;
}

/** Whoever asks, as far as limits tell askers apart. */
export interface Asker {
  /** The network address. */
  readonly from: string;
  readonly hasToken: boolean;
}

/** Counts requests and says which may go on. One for each app, whichever way a request takes through it. */
export interface RequestLimiter {
  readonly proxies: number;
  /** Before it is known who asks: all requests of one network address, those that lead to signing in, and tokens that proved nothing. */
  takesAddress(asker: Asker, path: string): boolean;
  /** Once it is known who asks; `address` is `null` of somebody who has not signed in. */
  takesPerson(address: string | null, from: string): boolean;
  countRefusal(asker: Asker): void;
}

export function createRequestLimiter({ requestsPerMinute, proxies }: RequestLimits, clock: Clock): RequestLimiter {
  const perMinute = (most: number) => createRequestCounter({ most, seconds: 60 }, clock);
  const all = perMinute(requestsPerMinute * peopleBehindOneAddress);
  const signIns = perMinute(signInsPerMinute);
  const refusals = perMinute(refusalsPerMinute);
  const people = perMinute(requestsPerMinute);
  return {
    proxies,
    takesAddress: ({ from, hasToken }, path) =>
      all.takes(from) &&
      (!path.startsWith('/api/sign-') || signIns.takes(from)) &&
      !(hasToken && refusals.isFull(from)),
    takesPerson: (address, from) => people.takes(address ?? `from ${from}`),
    countRefusal({ from }) {
      refusals.takes(from);
    },
  };
}

export function limitAddresses(limiter: RequestLimiter): MiddlewareHandler {
  return async (context, next) => {
    const asker = {
      from: findClientAddress(context, limiter.proxies),
      hasToken: context.req.header('authorization') !== undefined,
    };
    if (!limiter.takesAddress(asker, context.req.path)) return answerProblem('too-many-requests');
    await next();
    if (asker.hasToken && context.res.status === 401) limiter.countRefusal(asker);
    return undefined;
  };
}

export function limitPeople(limiter: RequestLimiter): MiddlewareHandler<RequestVariables> {
  return async (context, next) => {
    const visitor = context.get('visitor') as RequestVariables['Variables']['visitor'] | undefined;
    if (!limiter.takesPerson(visitor?.address ?? null, findClientAddress(context, limiter.proxies)))
      return answerProblem('too-many-requests');
    await next();
    return undefined;
  };
}
