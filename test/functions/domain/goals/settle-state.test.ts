import { expect, test } from 'vitest';
import { settleState } from '#functions/domain/goals/settle-state.ts';

const ending = (value: number) => ({ value, low: value - 10, high: value + 10, basis: 'season' }) as const;
const settled = (
  state: 'onPace' | 'behind' | 'met' | 'cannotJudge',
  value: number | null,
  direction: 'atLeast' | 'atMost' | 'range' | null = null,
) => settleState({ state, comparable: 100 }, { projection: value === null ? null : ending(value), direction });

test('behind its pace, but last year went on to bring enough: likely to be met', () => {
  expect([settled('behind', 100), settled('behind', 99)]).toEqual(['onPace', 'behind']);
});

test('on its pace, but the months that bring most are over: at risk', () => {
  expect(settled('onPace', 99)).toBe('behind');
});

test('以下: what stays within the goal will be met', () => {
  expect([settled('behind', 100, 'atMost'), settled('onPace', 101, 'atMost')]).toEqual(['onPace', 'behind']);
});

test('without a projection, of a range, and of a goal that is judged already nothing changes', () => {
  expect([settled('onPace', null), settled('behind', 500, 'range')]).toEqual(['onPace', 'behind']);
  expect([settled('met', 1), settled('cannotJudge', 500)]).toEqual(['met', 'cannotJudge']);
});
