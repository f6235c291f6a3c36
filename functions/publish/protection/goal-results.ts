/**
 * Goals as others see them (成果目標の達成状況): a goal that is met tells that its result is at least the goal, which the municipality may have
 * published. How it stands is told only where the result itself might be shown.
 */
import { countsBehind } from '../../protect/derived.ts';
import type { MayBeSeen } from '../comparison/mask.ts';
import type { GoalState, GoalsObject, GoalView } from '../release.ts';

/** How a goal with a result stands, and what its result tells of. Kept for the next release, never handed out. */
export interface GoalResult {
  readonly state: GoalState;
  readonly year: string;
  /** Counts of the municipality as a whole that the result tells something of. */
  readonly counts: readonly string[];
  /** A number of persons or cases that is no published count as a whole; `null` where there is none. */
  readonly small: number | null;
}

/** By fiscal year, how many goals stand how. hidden: of those with a result, the ones of which it is not told. */
export type ToldGoals = Readonly<Record<string, Readonly<Record<GoalState, number>> & { readonly hidden?: number }>>;

/** Results count persons in these units; 回 and か所 are nobody's. */
const unitsOfPersons = ['件', '人', '名', '世帯', 'ケース'];

/** States that follow from a result. */
const judged: readonly GoalState[] = ['met', 'missed', 'onPace', 'behind'];

/** A goal entered under several 事業 once, as they are counted. */
export function resultsOfGoals({ goals, municipality }: GoalsObject): readonly GoalResult[] {
  const seen = new Set<string>();
  return goals.flatMap((goal): readonly GoalResult[] => {
    if (goal.sameAs.some((id) => seen.has(id))) return [];
    seen.add(goal.id);
    if (!judged.includes(goal.state)) return [];
    return [{ state: goal.state, year: `FY${goal.fiscalYear}`, ...toldBy(goal, municipality) }];
  });
}

function toldBy(goal: GoalView, municipality: string): Pick<GoalResult, 'counts' | 'small'> {
  const { indicator, area, pathway, target, unit, result } = goal;
  const number = typeof result === 'number' ? result : null;
  if (indicator === null || goal.resultSource === 'typed')
    return { counts: [], small: unit !== null && unitsOfPersons.some((each) => unit.startsWith(each)) ? number : null };
  const counts = countsBehind(indicator, {
    municipality,
    period: `FY${goal.fiscalYear}`,
    periodBefore: `FY${goal.fiscalYear - 1}`,
    pathway: pathway ?? 'all',
    target: target ?? 'all',
  });
  return { counts, small: area === null || area === municipality ? null : number };
}

/** @param isSmall whether a number that stands in no table is small for the audience */
export function tellGoals(
  all: ToldGoals,
  results: readonly GoalResult[],
  { mayBeSeen, isSmall }: { mayBeSeen: MayBeSeen; isSmall: (count: number) => boolean },
): ToldGoals {
  const kept: Record<string, Record<GoalState, number> & { hidden?: number }> = Object.fromEntries(
    Object.entries(all).map(([year, states]) => [year, { ...states }]),
  );
  for (const { state, year, counts, small } of results) {
    const states = kept[year];
    if (states === undefined || (counts.every(mayBeSeen) && (small === null || !isSmall(small)))) continue;
    states[state] -= 1;
    states.hidden = (states.hidden ?? 0) + 1;
  }
  return kept;
}
