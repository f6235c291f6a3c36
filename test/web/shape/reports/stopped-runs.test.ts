import { expect, test } from 'vitest';
import { stoppedSince } from '../../../../web/src/shape/reports/stopped-runs.ts';

const ranAt = '2026-11-21T03:00:00.000Z';
const after = (minutes: number) => Date.parse(ranAt) + minutes * 60_000;

test('pages warn once a run is overdue, not a minute before', () => {
  expect(stoppedSince({ ranAt, expectedMinutes: 180 }, after(180))).toBe(null);
  expect(stoppedSince({ ranAt, expectedMinutes: 180 }, after(181))).toBe(ranAt);
});

test('where runs have no schedule, none has ended, or nobody has answered yet, nothing is said', () => {
  expect(stoppedSince({ ranAt, expectedMinutes: null }, after(9999))).toBe(null);
  expect(stoppedSince({ ranAt: null, expectedMinutes: 180 }, after(9999))).toBe(null);
  expect(stoppedSince({ ranAt, expectedMinutes: 180 }, null)).toBe(null);
  expect(stoppedSince({}, after(9999))).toBe(null);
});

test('a server whose clock is behind the store’s warns of nothing', () => {
  expect(stoppedSince({ ranAt, expectedMinutes: 180 }, after(-600))).toBe(null);
});
