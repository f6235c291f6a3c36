/** The day on papers. */
import { afterEach, expect, test, vi } from 'vitest';
import { today } from '../../web/src/today.ts';

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['2026-11-21T14:59:59Z', '2026-11-21'],
  ['2026-11-21T15:00:00Z', '2026-11-22'],
])('at %s it is %s in Japan', (moment, day) => {
  vi.useFakeTimers({ now: new Date(moment) });
  expect(today()).toBe(day);
});
