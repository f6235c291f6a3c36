import { expect, test } from 'vitest';
import { judgeHealth } from '#functions/tell/run-health.ts';

const now = new Date('2026-11-21T12:00:00Z');
const at = (time: string) => `2026-11-21T${time}:00.000Z`;
type Outcome = 'published' | 'unchanged' | 'nothing' | 'failed';
const runs = (...ended: readonly (readonly [string, Outcome])[]) =>
  ended.map(([time, outcome]) => ({ endedAt: at(time), outcome }));
const judge = (
  records: ReturnType<typeof runs>,
  { ranAt = at('08:00'), expectedMinutes = 180 }: { ranAt?: string | null; expectedMinutes?: number | null } = {},
) => judgeHealth({ runs: records, ranAt, now, expectedMinutes });

test.each([
  ['the last run ended well', runs(['11:50', 'unchanged']), 'ok', null, 0],
  ['one run failed, which the next makes up for', runs(['11:50', 'failed'], ['11:35', 'published']), 'ok', null, 1],
  ['two failed', runs(['11:50', 'failed'], ['11:35', 'failed'], ['11:20', 'nothing']), 'failing', at('11:35'), 2],
  ['nobody ran for just three hours', runs(['09:00', 'unchanged']), 'ok', null, 0],
  ['nobody ran for longer', runs(['08:59', 'unchanged']), 'late', at('08:59'), 0],
  ['runs fail, but they come', runs(['08:00', 'failed'], ['07:00', 'failed']), 'failing', at('07:00'), 2],
  ['a store knows only when the last run was', [], 'late', at('08:00'), 0],
] as const)('%s', (_, records, status, since, failedRuns) => {
  expect(judge([...records])).toEqual({ status, since, failedRuns });
});

test('a run that a wrong clock dated far ahead hides neither that nobody runs nor that runs fail', () => {
  const ahead = { endedAt: '2031-11-21T11:00:00.000Z', outcome: 'published' as const };
  const late = { status: 'late', since: at('08:30'), failedRuns: 0 };
  expect(judge([ahead, ...runs(['08:30', 'published'])], { ranAt: ahead.endedAt })).toEqual(late);
  const failed = runs(['11:50', 'failed'], ['11:40', 'failed']);
  expect(judge([...failed, ahead], { ranAt: ahead.endedAt }).status).toBe('failing');
  // Nobody knows of any run but that: somebody is to look.
  expect(judge([ahead], { ranAt: ahead.endedAt }).status).toBe('late');
});

test('the first run of all failed: there is nothing to fall back on', () => {
  const first = runs(['11:50', 'failed']);
  expect(judge(first, { ranAt: null })).toEqual({ status: 'failing', since: at('11:50'), failedRuns: 1 });
});

test('without a schedule nothing is late, and before the first run nothing is wrong', () => {
  expect(judge(runs(['01:00', 'unchanged']), { expectedMinutes: null }).status).toBe('ok');
  expect(judge([], { ranAt: null })).toEqual({ status: 'ok', since: null, failedRuns: 0 });
});
