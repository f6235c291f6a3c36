/** The table twin of 成果目標: every goal of the page, in words, and no column that nobody fills. */
import { expect, test } from 'vitest';
import { shapeGoalGroups } from '../../../../web/src/shape/goals/goal-rows.ts';
import { shapeGoalTable } from '../../../../web/src/shape/goals/goal-table.ts';
import { aGoal, goals, officeIndex } from '../../fixtures/invented-city.ts';

const options = { index: officeIndex, language: 'ja' } as const;
const caption = '成果目標';

test('every goal has a row, below the name of its programme', () => {
  const ofYear = goals.goals.filter(({ fiscalYear }) => fiscalYear === 2024);
  const { rows } = shapeGoalTable(shapeGoalGroups(ofYear, options), { caption, language: 'ja' });
  expect(rows.filter(({ look }) => look !== 'group')).toHaveLength(15);
  expect(rows.filter(({ look }) => look === 'group').map(({ label }) => label)).toEqual([
    '包括的相談支援',
    '参加支援',
    '地域づくり',
    'アウトリーチ等継続的支援',
    '多機関協働',
  ]);
});

test('results without goals have no columns for goals, and that there are none is not said in each row', () => {
  const result = aGoal({ id: 'n', measure: '就労者数', unit: '人', state: 'noGoal', result: 7, resultSource: 'typed' });
  expect(shapeGoalTable(shapeGoalGroups([result], options), { caption, language: 'ja' })).toEqual({
    caption,
    rowHeader: '指標',
    columns: [
      { key: 'result', label: '実績' },
      { key: 'until', label: 'いつまで', isText: true },
      { key: 'place', label: 'もとの行', isText: true },
    ],
    rows: [
      {
        key: 'n',
        label: '就労者数',
        cells: [
          { kind: 'text', text: '7人' },
          { kind: 'text', text: '令和6年12月末' },
          { kind: 'text', text: '福祉総合相談課 成果目標 4行目' },
        ],
      },
    ],
  });
});

test('a result stands beside the one of the year before', () => {
  const before = aGoal({ id: 'b', measure: '就労者数', unit: '人', state: 'noGoal', result: 9, fiscalYear: 2023 });
  const now = aGoal({
    id: 'n',
    measure: '就労者数',
    unit: '人',
    state: 'noGoal',
    result: 7,
    resultUntil: '2025-03-31',
  });
  const everyYear = [now, { ...before, resultUntil: '2024-03-31' }];
  const { columns, rows } = shapeGoalTable(shapeGoalGroups([now], { ...options, everyYear }), {
    caption,
    language: 'ja',
  });
  expect(columns.slice(0, 3).map(({ label }) => label)).toEqual(['実績', '前年度', '差']);
  expect(rows[0]?.cells.slice(0, 3)).toEqual([
    { kind: 'text', text: '7人' },
    { kind: 'text', text: '9人' },
    { kind: 'text', text: '−2人' },
  ]);
});

test('the row that leads back is named by its office', () => {
  const [group] = shapeGoalGroups([aGoal({ id: 'a', measure: 'A', state: 'noGoal', row: 12 })], options);
  expect(group?.rows[0]?.origin).toBe('福祉総合相談課 成果目標 12行目');
});
