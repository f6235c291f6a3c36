import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace, googleQuota, type Pace } from '#functions/adapters/google/pace.ts';

const reading = { method: 'GET', path: '/v4/spreadsheets/A' };
const writing = { method: 'POST', path: '/v4/spreadsheets/A:batchUpdate' };
const listing = { method: 'GET', path: '/drive/v3/files' };
const interval = 200;

/** The milliseconds from now after which so many requests, made at once, may go. */
async function delaysOf(pace: Pace, request: typeof reading, count: number): Promise<readonly number[]> {
  const start = Date.now();
  const go = async () => {
    await pace.ready(request);
    return Date.now() - start;
  };
  const all = Promise.all(Array.from({ length: count }, go));
  await vi.runAllTimersAsync();
  return all;
}

/** The most that fall into any window of the interval. */
const mostAtOnce = (delays: readonly number[]) =>
  Math.max(...delays.map((start) => delays.filter((at) => at >= start && at < start + interval).length));

describe('the pace at which Google is asked', () => {
  // A clock that moves only by waiting: a busy machine would be late, and make two windows look like one.
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('in no interval do more go than allowed, and none waits longer than it must', async () => {
    const pace = createPace({ reads: 5, writes: 5, drive: 5, intervalMilliseconds: interval });
    const delays = await delaysOf(pace, reading, 18);
    expect(mostAtOnce(delays)).toBe(5);
    expect(delays.at(-1)).toBeGreaterThanOrEqual(3 * interval);
    expect(delays.at(-1)).toBeLessThan(4 * interval);
  });

  it('reads, writes and Drive do not take tokens from each other', async () => {
    const pace = createPace({ reads: 2, writes: 2, drive: 3, intervalMilliseconds: 60_000 });
    for (const [request, count] of [
      [reading, 2],
      [writing, 2],
      [listing, 3],
    ] as const) {
      expect(Math.max(...(await delaysOf(pace, request, count)))).toBeLessThan(1_000);
    }
  });

  it('is what Google allows one account in a minute, and no more', () => {
    const { reads, writes, intervalMilliseconds } = googleQuota;
    expect([reads, writes, intervalMilliseconds >= 60_000]).toEqual([60, 60, true]);
  });
});
