/** 成果目標 in a running year: whether the year's projection reaches the goal, as publish settled it in the state. */
import type { GoalView } from '#functions/publish/release.ts';

/** `null` where there is no projection, the goal is a range (範囲) or is judged already. */
export function isCarried({ projection, state, direction }: GoalView): boolean | null {
  if (projection === null || direction === 'range' || (state !== 'onPace' && state !== 'behind')) return null;
  return state === 'onPace';
}
