/** Which rows the result of a goal (成果目標の実績) was counted from: those of its indicator, slice and fiscal year. */
import type { GoalView, OfficeIndex } from '#functions/publish/release.ts';
import { isToldByRows } from '../rows/lists-rows.ts';
import type { RowsQuery } from '../rows/rows-query.ts';

/** `null` where the office typed its result (実績値), or no rows tell the indicator. */
export function originOfGoal(goal: GoalView, { municipality, areas }: OfficeIndex): RowsQuery | null {
  const { indicator, area } = goal;
  if (indicator === null || goal.resultSource !== 'computed' || typeof goal.result !== 'number') return null;
  if (!isToldByRows(indicator)) return null;
  const isWhole = area === null || areas.some(({ code, isRoot }) => isRoot && code === area);
  return {
    series: indicator,
    area: isWhole ? municipality.code : area,
    pathway: goal.pathway ?? 'all',
    target: goal.target ?? 'all',
    period: `FY${goal.fiscalYear}`,
  };
}
