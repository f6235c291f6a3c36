/** Which releases stay: laws over any history, and both sides of every border. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseKept, usualKeeping } from '#functions/keep/choose-kept.ts';
import type { PublishedRelease } from '#functions/publish/history.ts';

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse('2026-01-01T00:00:00Z');
const at = (time: number | string): PublishedRelease => {
  const publishedAt = new Date(time).toISOString();
  return { publishedAt, release: Buffer.from(publishedAt).toString('hex').padEnd(64, '0').slice(0, 64) };
};
const keptAt = (now: number | string, releases: readonly PublishedRelease[], current = releases[0]) =>
  chooseKept(releases, { now: new Date(now), current, policy: usualKeeping });
const momentsOf = (releases: readonly PublishedRelease[]) => releases.map(({ publishedAt }) => publishedAt);

/** Twelve years of releases, some of them many on a day. */
const anyHistory = fc
  .uniqueArray(
    fc
      .tuple(fc.integer({ min: 0, max: 12 * 365 }), fc.integer({ min: 0, max: 23 }))
      .map(([days, hours]) => start + days * day + hours * hour),
    { minLength: 1, maxLength: 80 },
  )
  .map((times) => times.toSorted((one, other) => other - one).map(at));
const anyLater = fc.integer({ min: 0, max: 12 * 365 * 24 }).map((hours) => hours * hour);
const endOf = (history: readonly PublishedRelease[]) => Date.parse(history[0]?.publishedAt ?? '');

describe('the releases that stay', () => {
  test('keeping twice is keeping once, and keeping today changes nothing of what stays later', () => {
    fc.assert(
      fc.property(anyHistory, anyLater, anyLater, (history, one, other) => {
        const today = endOf(history) + one;
        const later = today + other;
        const kept = keptAt(today, history);
        expect(keptAt(today, kept)).toEqual(kept);
        expect(keptAt(later, kept)).toEqual(keptAt(later, history));
      }),
      { numRuns: 200 },
    );
  });

  test('whatever their order, the same ones stay', () => {
    fc.assert(
      fc.property(
        anyHistory.chain((history) =>
          fc.tuple(fc.constant(history), fc.shuffledSubarray([...history], { minLength: history.length })),
        ),
        ([history, shuffled]) => {
          const now = endOf(history) + day;
          expect(new Set(keptAt(now, shuffled, history[0]))).toEqual(new Set(keptAt(now, history)));
        },
      ),
    );
  });

  test('the current one stays however old, and of every one that goes its day and its month have a later one or are long over', () => {
    fc.assert(
      fc.property(anyHistory, anyLater, (history, wait) => {
        const now = endOf(history) + wait;
        const kept = keptAt(now, history);
        expect(kept).toContain(history[0]);
        const month = (entry: PublishedRelease) =>
          new Date(Date.parse(entry.publishedAt) + 9 * hour).toISOString().slice(0, 7);
        for (const gone of history.filter((entry) => !kept.includes(entry))) {
          const hasLater = kept.some((entry) => month(entry) === month(gone) && entry.publishedAt > gone.publishedAt);
          expect(hasLater || now - Date.parse(gone.publishedAt) > 3600 * day).toBe(true);
        }
      }),
    );
  });

  test('of two days everything stays; an hour later only the last of the day', () => {
    const history = ['2026-06-03T09:00:00Z', '2026-06-01T05:00:00Z', '2026-06-01T03:00:00Z'].map(at);
    expect(keptAt('2026-06-03T02:59:59Z', history)).toEqual(history);
    expect(momentsOf(keptAt('2026-06-03T03:00:00Z', history))).toEqual([
      '2026-06-03T09:00:00.000Z',
      '2026-06-01T05:00:00.000Z',
    ]);
  });

  test('days are those of Japan: at 23:59 and at 0:00 are two days', () => {
    const history = [
      '2026-06-20T00:00:00Z',
      '2026-06-05T15:00:00Z',
      '2026-06-05T14:59:00Z',
      '2026-06-05T14:00:00Z',
    ].map(at);
    expect(momentsOf(keptAt('2026-06-21T00:00:00Z', history))).toEqual([
      '2026-06-20T00:00:00.000Z',
      '2026-06-05T15:00:00.000Z',
      '2026-06-05T14:59:00.000Z',
    ]);
  });

  test('the last of a day stays 90 days, the last of a month 120 months', () => {
    const history = ['2026-06-30T00:00:00Z', '2026-01-31T03:00:00Z', '2026-01-30T03:00:00Z'].map(at);
    const left = (now: string) => keptAt(now, history).length;
    expect([left('2026-04-29T14:59:59Z'), left('2026-04-29T15:00:00Z')]).toEqual([3, 2]);
    expect([left('2035-12-31T14:59:59Z'), left('2035-12-31T15:00:00Z')]).toEqual([2, 1]);
  });

  test('ten years of a release every ten minutes leave fewer than 600', () => {
    const now = Date.parse('2036-01-01T00:00:00Z');
    const minutes = Array.from({ length: 7 * 24 * 6 }, (_, position) => at(now - position * 600_000));
    const days = Array.from({ length: 3653 }, (_, position) => at(now - (position + 7) * day));
    const kept = keptAt(now, [...minutes, ...days]);
    expect(kept.length).toBe(288 + 87 + 116);
  });
});
