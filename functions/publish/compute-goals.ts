/** 成果目標 of a municipality: each goal beside its result, judged on the day of the run. The rules are in domain/goals.ts. */
import { type Indicator, indicators } from '../../sheets-schema/vocabulary/indicators.ts';
import { lastDayOf } from '../domain/calendar.ts';
import type { Day } from '../domain/codes.ts';
import { pathwayNumber, sliceNumber, targetNumber } from '../domain/counting/slices.ts';
import type { StoredFigure } from '../domain/figure.ts';
import { type ComputedResult, judgeGoal } from '../domain/goals/goals.ts';
import { computePace } from '../domain/goals/pace.ts';
import type { Course } from '../domain/goals/projection.ts';
import { settleState } from '../domain/goals/settle-state.ts';
import type { CountedSource, PeriodAxis } from '../domain/period-axis.ts';
import { percentages, reportingSides } from '../domain/quality.ts';
import type { Goal } from '../ingest/ingested.ts';
import { isMissing } from './compute-index.ts';
import type { Municipality } from './municipality.ts';
import { type GoalState, type GoalsObject, type GoalView, releaseFormat } from './release.ts';

const byCode = new Map<string, Indicator>(indicators.map((indicator) => [indicator.code, indicator]));

/** All goals, in registered order of workbooks and in the order of their rows. */
export function computeGoals(municipality: Municipality): GoalsObject {
  const goals = municipality.workbooks.flatMap(({ ingested }) =>
    ingested.goals.map((goal) => ({ goal, office: ingested.office.name, workbook: ingested.workbook })),
  );
  const ids = goals.map(({ goal, workbook }) => `${workbook}#${goal.row}`);
  const sameness = goals.map(({ goal, office }) => samenessOf(goal, office));
  return {
    format: releaseFormat,
    kind: 'goals',
    municipality: municipality.name.code,
    goals: goals.map(({ goal, office, workbook }, index): GoalView => {
      const { today } = municipality;
      const computed = computedResult(municipality, goal);
      const judged = judgeGoal(goal, { computed, places: placesOf(municipality, goal), today });
      const isComputed = judged.resultSource === 'computed';
      const course = isComputed ? courseOf(municipality, goal, judged.result) : null;
      const isIncomplete = isComputed && computed?.isIncomplete === true;
      const pace = computePace(goal, { judged, course, isIncomplete, today });
      return {
        id: ids[index] ?? '',
        office,
        fiscalYear: goal.fiscalYear,
        programme: goal.programme,
        indicator: goal.indicator,
        measure: goal.measure,
        unit: goal.unit,
        counting: goal.counting,
        area: goal.area,
        pathway: goal.pathway,
        target: goal.target,
        baseline: goal.baseline,
        goalValue: goal.goalValue,
        goalUpper: goal.goalUpper,
        direction: goal.direction,
        goalText: goal.goalText,
        per: goal.per,
        ...judged,
        ...pace,
        state: settleState(judged, { projection: pace.projection, direction: goal.direction }),
        sameAs: goals.flatMap(({ goal: other }, position) =>
          position !== index && sameness[position] === sameness[index] && other.programme !== goal.programme
            ? [ids[position] ?? '']
            : [],
        ),
        workbook,
        row: goal.row,
      };
    }),
  };
}

/** Goals of one office that agree in everything but 事業, its row and its result are the same goal entered twice. */
function samenessOf(goal: Goal, office: string): string {
  const hasGoal = goal.goalValue !== null || goal.goalUpper !== null || goal.goalText !== null;
  if (!hasGoal) return `row ${goal.row} of ${office}`;
  return JSON.stringify([
    office, goal.fiscalYear, goal.indicator ?? goal.measure, goal.unit, goal.area, goal.pathway, goal.target,
    goal.goalValue, goal.goalUpper, goal.direction, goal.per,
  ]); // biome-ignore format: one key
}

/** The slice that a goal is about; `null` where its area is not in the tree. */
function sliceOf({ tree }: Municipality, goal: Goal): number | null {
  const area = goal.area === null ? 0 : tree.positionOf(goal.area);
  return area === undefined
    ? null
    : sliceNumber(area, pathwayNumber(goal.pathway ?? 'all'), targetNumber(goal.target ?? 'all'));
}

/** The figure of a goal on a standard indicator for its fiscal year, and how complete it is. */
function computedResult(municipality: Municipality, goal: Goal): ComputedResult | null {
  const { figures } = municipality;
  const { axis } = figures;
  const indicator = goal.indicator === null ? undefined : byCode.get(goal.indicator);
  const slice = sliceOf(municipality, goal);
  const year = axis.fiscalYears.indexOf(goal.fiscalYear);
  if (indicator === undefined || slice === null || year < 0) return null;
  const slot = axis.months.length + axis.quarters.length + year;
  const source: CountedSource = indicator.source === 'quality' ? 'cases' : indicator.source;
  const figure =
    indicator.code === 'Q01'
      ? percentages(reportingSides(figures.reporting, figures.slots.cases))[slot]
      : figures.seriesOf(slice).get(indicator.code)?.[slot];
  const months = figures.slots[source][slot]?.months ?? [];
  const withData = months.filter((month) => figures.hasData(source, month));
  const last = withData.at(-1);
  const end: Day | null = last === undefined ? null : (axis.monthEnds[last] ?? null);
  const { dataUntil } = municipality;
  const until = last === axis.runMonth && end !== null && dataUntil !== null && dataUntil < end ? dataUntil : end;
  const isOver = (months.at(-1) ?? 0) < axis.runMonth;
  const due = months.filter((month) => month < axis.runMonth && (isOver || (last !== undefined && month <= last)));
  const isIncomplete = due.some(
    (month) =>
      !figures.hasData(source, month) ||
      municipality.offices.some((_, office) => isMissing(municipality, office, source, month)),
  );
  return { figure: figure ?? 'n', until, monthsWithData: monthsUntil(withData, until, axis), isIncomplete };
}

/** Months with data; the month of the run counts for the part of it that has data. */
function monthsUntil(withData: readonly number[], until: Day | null, { months, runMonth }: PeriodAxis): number {
  const current = months[runMonth];
  if (until === null || current === undefined || withData.at(-1) !== runMonth) return withData.length;
  return withData.length - 1 + Number(until.slice(8)) / Number(lastDayOf(current).slice(8));
}

/** The months of a goal's indicator in its year and the year before; `null` where a finished month has no number of its own. */
function courseOf(municipality: Municipality, goal: Goal, soFar: StoredFigure): Course | null {
  const { figures, offices } = municipality;
  const { axis } = figures;
  const indicator = goal.indicator === null ? undefined : byCode.get(goal.indicator);
  const slice = sliceOf(municipality, goal);
  const year = axis.fiscalYears.indexOf(goal.fiscalYear);
  if (indicator?.kind !== 'count' || slice === null || year < 0 || typeof soFar !== 'number') return null;
  const source: CountedSource = indicator.source === 'quality' ? 'cases' : indicator.source;
  const series = figures.seriesOf(slice, 'counts').get(indicator.code) ?? [];
  const numberOf = (month: number) => series[month];
  const finished = figures.slots[source][axis.months.length + axis.quarters.length + year]?.months.filter(
    (month) => month < axis.runMonth && figures.hasData(source, month),
  );
  const months = finished?.map(numberOf).filter((count) => typeof count === 'number') ?? [];
  if (months.length !== finished?.length) return null;
  const before = year < 1 ? [] : Array.from({ length: 12 }, (_, month) => (year - 1) * 12 + month);
  const lastYear = before
    .filter((month) => !offices.some((_, office) => isMissing(municipality, office, source, month)))
    .map(numberOf)
    .filter((count) => typeof count === 'number');
  return { soFar, months, lastYear: lastYear.length === 12 ? lastYear : null };
}

/** Places (か所数) of the goal's area at the end of its year, for goals per place; `null` where nobody counts them. */
function placesOf({ figures, tree }: Municipality, goal: Goal): number | null {
  const area = goal.area === null ? 0 : tree.positionOf(goal.area);
  const year = figures.axis.fiscalYears.indexOf(goal.fiscalYear);
  if (area === undefined || year < 0 || goal.per !== 'placeMonth') return null;
  const places = figures.seriesOf(sliceNumber(area, 0, 0)).get('N15')?.[
    figures.axis.months.length + figures.axis.quarters.length + year
  ];
  return typeof places === 'number' ? places : null;
}

/** How many goals stand how, by fiscal year; a goal entered under several 事業 counts once. */
export function countGoalStates({ goals }: GoalsObject): Record<string, Record<GoalState, number>> {
  const counts: Record<string, Record<GoalState, number>> = {};
  const seen = new Set<string>();
  for (const goal of goals) {
    if (goal.sameAs.some((id) => seen.has(id))) continue;
    seen.add(goal.id);
    const year = `FY${goal.fiscalYear}`;
    counts[year] ??= { met: 0, missed: 0, onPace: 0, behind: 0, cannotJudge: 0, noResult: 0, noGoal: 0 };
    counts[year][goal.state] += 1;
  }
  return counts;
}
