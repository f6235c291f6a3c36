import { describe, expect, it } from 'vitest';
import { createPace, googleQuota, type Pace } from '#functions/adapters/google/pace.ts';

const reading = { method: 'GET', path: '/v4/spreadsheets/A' };
const writing = { method: 'POST', path: '/v4/spreadsheets/A:batchUpdate' };
const listing = { method: 'GET', path: '/drive/v3/files' };
const interval = 200;

/** The moments at which so many requests, made at once, may go. */
async function momentsOf(pace: Pace, request: typeof reading, count: number): Promise<readonly number[]> {
  const moments: number[] = [];
  const go = async () => {
    await pace.ready(request);
    moments.push(Date.now());
  };
  await Promise.all(Array.from({ length: count }, go));
  return moments;
}

/** The most that fall into any window of the interval; timers are a millisecond or two early. */
const mostAtOnce = (moments: readonly number[]) =>
  Math.max(...moments.map((start) => moments.filter((at) => at >= start && at < start + interval - 4).length));

describe('the pace at which Google is asked', () => {
  it('in no interval do more go than allowed, and none waits longer than it must', async () => {
    const pace = createPace({ reads: 5, writes: 5, drive: 5, intervalMilliseconds: interval });
    const start = Date.now();
    const moments = await momentsOf(pace, reading, 18);
    expect(mostAtOnce(moments)).toBe(5);
    expect((moments.at(-1) ?? 0) - start).toBeGreaterThanOrEqual(3 * interval - 4);
    expect((moments.at(-1) ?? 0) - start).toBeLessThan(5 * interval);
  });

  it('reads, writes and Drive do not take tokens from each other', async () => {
    const pace = createPace({ reads: 2, writes: 2, drive: 3, intervalMilliseconds: 60_000 });
    const kinds = [momentsOf(pace, reading, 2), momentsOf(pace, writing, 2), momentsOf(pace, listing, 3)];
    expect((await Promise.all(kinds)).map(({ length }) => length)).toEqual([2, 2, 3]);
  });

  it('is what Google allows one account in a minute, and no more', () => {
    const { reads, writes, intervalMilliseconds } = googleQuota;
    expect([reads, writes, intervalMilliseconds >= 60_000]).toEqual([60, 60, true]);
  });
});
