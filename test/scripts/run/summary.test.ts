import { expect, test } from 'vitest';
import type { RunResult } from '#functions/run.ts';
import { describeRun } from '../../../scripts/run/summary.ts';

const quiet: RunResult = {
  outcome: 'published',
  release: 'a'.repeat(64),
  workbooks: 3,
  accepted: 1,
  unchanged: 2,
  postponed: 0,
  held: [],
  unanswered: [],
  withheld: [],
  municipalities: 1,
  rows: { read: 5, accepted: 4 },
  findings: { errors: 1, notices: 0 },
};
const reason = { ja: '編集者にしてください。', en: 'Please make us an editor.' };
const trouble = (workbook: string) => ({
  workbook,
  fileName: workbook,
  since: '2024-07-10',
  code: 'google/read-only',
  reason,
});

test('a run without trouble is said in three lines', () => {
  expect(describeRun(quiet).split('\n')).toHaveLength(3);
});

test('what time was up for is counted', () => {
  expect(
    describeRun({ ...quiet, postponed: 1234 })
      .split('\n')
      .slice(3),
  ).toEqual([
    '時間になったので、1,234ブックは次の回に読みます。それまでは前の値のままです。',
    'Time was up: 1,234 workbooks are left to the next run. Until then their last figures stay.',
  ]);
});

test('workbooks that could not be answered in are named, with what to do; of many the rest is counted', () => {
  expect(
    describeRun({ ...quiet, unanswered: ['A', 'B', 'C'].map(trouble) }, 2)
      .split('\n')
      .slice(3),
  ).toEqual([
    '',
    'チェック結果を書き込めないブック Findings could not be written into:',
    '- A（2024-07-10から since 2024-07-10）',
    '  編集者にしてください。',
    '  Please make us an editor.',
    '- B（2024-07-10から since 2024-07-10）',
    '  編集者にしてください。',
    '  Please make us an editor.',
    'ほか1件 and 1 more',
  ]);
});
