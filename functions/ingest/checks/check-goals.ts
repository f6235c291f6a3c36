/**
 * 成果目標: rows → goals. Whether a goal can be compared with its result is for publish; here only what cannot be used at all.
 * A goal whose 圏域, 経路 or 対象 cannot be read is refused, since it would otherwise pass for a goal of the whole municipality.
 */
import { type Finding, type tables, unknown } from '#sheets-schema';
import { type Dimension, indicators } from '#sheets-schema/vocabulary/indicators.ts';
import type { AreaCode, Day } from '../../domain/codes.ts';
import { describeAreaTrouble } from '../findings/area-finding.ts';
import { createFindingList } from '../findings/collect-findings.ts';
import { createFinding } from '../findings/create-finding.ts';
import { placeIn } from '../findings/place.ts';
import { typedIn } from '../findings/typed-in.ts';
import type { Goal } from '../ingested.ts';
import { isUnreadable, type TableRows } from '../tables/read-rows.ts';
import type { CheckContext } from './check-cases.ts';
import { daysOfFiscalYear } from './check-days.ts';
import { checkGoalParts } from './check-goal-parts.ts';

/** Checks the rows of 成果目標. */
export function checkGoals(
  rows: TableRows<typeof tables.goals>,
  context: CheckContext,
): { readonly goals: readonly Goal[]; readonly findings: readonly Finding[] } {
  const findings = createFindingList();
  const goals: Goal[] = [];
  for (const row of rows.accepted) {
    const { values } = row;
    const { fiscalYear } = values;
    const place = (column: string) => placeIn(rows.found, row.row, column);
    let isUsable = !(['area', 'pathway', 'target'] as const).some((column) => isUnreadable(row, column));
    const { measure } = values;
    if (typeof fiscalYear !== 'number' || measure === unknown) continue;
    if (context.fiscalYear !== null && fiscalYear !== context.fiscalYear) {
      findings.add(
        createFinding(place('fiscalYear'), {
          code: 'total/outside-year',
          facts: { fiscalYear: context.fiscalYear },
          typed: typedIn(rows.found, row.row, 'fiscalYear', String(fiscalYear)),
        }),
      );
      isUsable = false;
    }
    let area: AreaCode | null = null;
    if (values.area !== null && values.area !== unknown) {
      const outcome = context.findArea(values.area, daysOfFiscalYear(fiscalYear));
      const trouble = describeAreaTrouble(outcome);
      if (trouble !== null) {
        findings.add(
          createFinding(place('area'), { ...trouble, typed: typedIn(rows.found, row.row, 'area', values.area) }),
        );
        isUsable = false;
      }
      if (outcome.outcome === 'area') area = outcome.code;
    }
    const indicator = indicators.find((one) => one.code === measure.standard) ?? null;
    if (indicator !== null) {
      const dimensions: readonly Dimension[] = indicator.dimensions;
      for (const dimension of ['area', 'pathway', 'target'] as const) {
        if (values[dimension] === null || dimensions.includes(dimension)) continue;
        findings.add(
          createFinding(place(dimension), { code: 'total/no-such-breakdown', facts: { indicator: indicator.ja } }),
        );
        isUsable = false;
      }
    }
    if (!isUsable) continue;
    goals.push({
      row: row.row,
      fiscalYear,
      programme: known(values.programme),
      indicator: measure.standard,
      measure: measure.words,
      unit: known(values.unit),
      counting: known(values.counting),
      area,
      pathway: known(values.pathway),
      target: known(values.target),
      baseline: known(values.baseline),
      goalValue: known(values.goalValue),
      goalUpper: known(values.goalUpper),
      direction: known(values.direction),
      goalText: known(values.goalText),
      per: known(values.per),
      result: values.result,
      resultAsOf: known(values.resultAsOf) as Day | null,
    });
  }
  findings.addAll(checkGoalParts(goals, rows.found));
  return { goals, findings: findings.list() };
}

function known<Value extends string | number>(
  value: Value | typeof unknown | null,
): Exclude<Value, typeof unknown> | null {
  return value === unknown || value === null ? null : (value as Exclude<Value, typeof unknown>);
}
