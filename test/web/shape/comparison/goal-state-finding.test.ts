/** Which municipality has most goals in the state that needs a decision. Everything here is 架空のデータ. */
import { expect, test } from 'vitest';
import { sayGoalStates } from '../../../../web/src/shape/comparison/goal-state-finding.ts';

const none = { met: 0, onPace: 0, behind: 0, missed: 0, cannotJudge: 0, noResult: 0, noGoal: 0 };
const aPlace = (name: string, counts: Partial<typeof none> & { readonly hidden?: number }) => ({
  name,
  goals: { FY2024: { ...none, ...counts } },
});
const options = { year: 'FY2024', language: 'ja' } as const;

test('goals at risk come before those that are met', () => {
  const municipalities = [aPlace('海野市', { met: 9, behind: 1 }), aPlace('松ヶ丘町', { behind: 5 })];
  expect(sayGoalStates({ municipalities }, options)).toBe(
    '令和6年度に「届かないおそれ」の目標が最も多いのは松ヶ丘町で、5項目です',
  );
  expect(sayGoalStates({ municipalities }, { ...options, language: 'en' })).toBe(
    'Most goals “At risk” in FY2024: 松ヶ丘町, 5',
  );
});

test('several with as many are all named, and without any at risk those that are met are told', () => {
  const municipalities = [aPlace('海野市', { met: 2 }), aPlace('岬市', { met: 2 }), aPlace('霧野村', { met: 1 })];
  expect(sayGoalStates({ municipalities }, options)).toBe(
    '令和6年度に「達成」の目標が最も多いのは海野市、岬市で、それぞれ2項目です',
  );
});

test.each([
  ['some are hidden', [aPlace('海野市', { met: 2 }), aPlace('岬市', { hidden: 3 })]],
  ['none is at risk, not met or met', [aPlace('海野市', { cannotJudge: 2 })]],
])('nobody is said to have most where %s', (_, municipalities) => {
  expect(sayGoalStates({ municipalities }, options)).toBe('令和6年度の成果目標の状態');
});
