/**
 * One attempt at a request to Drive or Sheets, the first or a repeated one: waits for its turn, and takes nothing for an answer
 * that is not whole. gaxios gives text back where JSON does not parse; here it is an error, so that the request is made again.
 */
import type { GaxiosOptions } from 'googleapis-common';
import { AnswerTooLarge } from './errors.ts';
import type { Pace } from './pace.ts';
import { googleRequests } from './request-count.ts';

type Adapter = NonNullable<GaxiosOptions['adapter']>;

export interface AttemptLimits {
  /** Of one answer once unpacked; counted while it comes in. */
  readonly bytes: number;
  /** Google ends a request after 180 seconds. */
  readonly milliseconds: number;
}

/** 400,000 cells take 25 MB, and 65 where each has a colour; unpacked, parsed and as text an answer takes some six times its bytes. */
export const attemptLimits: AttemptLimits = { bytes: 100 * 1024 * 1024, milliseconds: 190_000 };

export function createAttempt(pace: Pace | null, { bytes, milliseconds }: AttemptLimits): Adapter {
  return async (options, send) => {
    await pace?.ready({ method: options.method ?? 'GET', path: new URL(options.url).pathname });
    googleRequests.made += 1;
    const timeout = AbortSignal.timeout(milliseconds);
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    // Whoever asks for bytes or a stream gets them as they are.
    if (!['unknown', 'json', undefined].includes(options.responseType)) return await send({ ...options, signal });
    try {
      const response = await send({ ...options, signal, responseType: 'text', size: bytes });
      return Object.assign(response, { config: options, data: parse(response.data, response) });
    } catch (error) {
      if (error instanceof Error && 'type' in error && error.type === 'max-size') throw new AnswerTooLarge(error);
      throw error;
    }
  };
}

/** A refusal may be of any form; what it says is looked at elsewhere. */
function parse(body: unknown, { ok, status }: Response) {
  if (status === 204 || typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch (cause) {
    if (!ok) return body;
    throw new Error('The answer is cut off, or no answer of Google', { cause });
  }
}
