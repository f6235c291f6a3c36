/** What tells a small count without being one: goals that are met, percentages of rows, months with rows. */
import { describe, expect, test } from 'vitest';
import { defaultPolicies, isSmallCount, presetPolicies } from '#functions/domain/protection-policy.ts';
import { type GoalResult, tellGoals } from '#functions/publish/protection/goal-results.ts';
import { roundSummary } from '#functions/publish/protection/round-summary.ts';
import { withoutTelltales } from '#functions/publish/protection/telltales.ts';
import type { MunicipalSummary } from '#functions/publish/release.ts';
import { code } from '../ingested-builder.ts';

const town = code('162051');
const summary: MunicipalSummary = {
  format: 1,
  kind: 'summary',
  name: { code: town, name: '架空町', prefecture: '16', prefectureName: '富山県', isFictional: true },
  profile: { inhabitants: 800, households: 300, elderly: 300 },
  dataUntil: '2019-01-17',
  years: ['FY2017', 'FY2018'],
  monthsWithData: { FY2017: 12, FY2018: 3 },
  goals: {},
  goalResults: [],
  series: { N01: [24, 3], N02: [41, 44], N03: ['u', 'u'], R02: [50, 66.7], Q01: [100, 25], Q02: [96.2, 95.23809] },
  sides: {
    R02: { numerator: [12, 2], denominator: [24, 3] },
    Q01: { numerator: [48, 12], denominator: [48, 48] },
    Q02: { numerator: [25, 20], denominator: [26, 21] },
  },
  slices: {},
  town: {
    name: { code: town, name: '架空町', prefecture: '16', prefectureName: '富山県', isFictional: true },
    attributes: { inhabitants: 800, households: 300, elderly: 300, squareKilometres: 40 },
    periods: ['FY2017', 'FY2018'],
    months: {},
    measures: {
      N02: { counts: [41, 44], bases: [9600, 9600] },
      R02: { counts: [12, 2], bases: [24, 3] },
    },
    reporting: {
      rate: [100, 25],
      accepted: [96.2, 95.23809],
      days: ['u', 'u'],
      sources: { cases: { last: '2018-08', silentSince: '2018-09' } },
    },
    results: [],
  },
};
const seenBut =
  (...hidden: readonly string[]) =>
  (cell: string) =>
    !hidden.some((each) => cell.startsWith(each));

describe('a year whose new consultations are hidden', () => {
  const told = withoutTelltales(summary, seenBut(`N01|${town}|FY2018`), '2026-11-20');

  test('does not say in how many months there were rows, nor what percentage of rows was accepted', () => {
    expect([told.monthsWithData, told.series.Q01, told.series.Q02]).toEqual([{ FY2017: 12 }, [100, 'x'], [96, 'x']]);
    expect([told.town.reporting.rate, told.town.reporting.accepted]).toEqual([
      [100, 'x'],
      [96, 'x'],
    ]);
    expect([told.sides.Q01?.numerator, told.sides.Q02?.denominator]).toEqual([
      [48, null],
      [26, null],
    ]);
  });

  test('nor in which month there was the last row, or since when there is none: the year has to do', () => {
    expect(told.town.reporting.sources.cases).toEqual({ last: '2019-03', silentSince: '2019-04' });
    const during = withoutTelltales(summary, seenBut(`N01|${town}|FY2018`), '2018-11-20');
    expect(during.town.reporting.sources.cases).toEqual({ last: '2018-11', silentSince: null });
    const shown = withoutTelltales(summary, () => true, '2018-11-20');
    expect(shown.town.reporting.sources.cases).toEqual({ last: '2018-08', silentSince: '2018-09' });
  });

  test('and no year says the day on which somebody came', () => {
    expect(told.dataUntil).toBe('2019-01-31');
    expect(withoutTelltales(summary, () => true, '2019-01-20').dataUntil).toBe('2019-01-20');
  });
});

test('rows of all tabs are counted together, so any hidden count hides their percentage, and what is not reported hides nothing', () => {
  const told = withoutTelltales(summary, seenBut(`N02|${town}|FY2018`, `N03|${town}`), '2026-11-20');
  expect([told.series.Q01, told.series.Q02, told.monthsWithData]).toEqual([
    [100, 25],
    [96, 'x'],
    summary.monthsWithData,
  ]);
});

describe('goals', () => {
  const states = { met: 3, missed: 1, onPace: 0, behind: 0, cannotJudge: 2, noResult: 1, noGoal: 0 };
  const aResult = (change: Partial<GoalResult>): GoalResult => ({
    state: 'met',
    year: 'FY2018',
    counts: [],
    small: null,
    ...change,
  });
  const tell = (...results: readonly GoalResult[]) =>
    tellGoals({ FY2018: states }, results, {
      mayBeSeen: seenBut(`N01|${town}|FY2018|P04`),
      isSmall: (count) => isSmallCount(count, defaultPolicies.prefecture),
    }).FY2018;

  test('whose result is hidden, or small by itself, do not say how they stand', () => {
    const hidden = aResult({ counts: [`N01|${town}|FY2018|P04|all`] });
    const threePersons = aResult({ state: 'missed', small: 3 });
    expect(tell(hidden, threePersons)).toEqual({ ...states, met: 2, missed: 0, hidden: 2 });
  });

  test('whose result may be seen do', () => {
    expect(
      tell(aResult({ counts: [`N01|${town}|FY2018|all|all`] }), aResult({ small: 5 }), aResult({ small: 0 })),
    ).toEqual(states);
  });
});

describe('a rule that rounds', () => {
  const rounded = roundSummary(summary, presetPolicies.kaigo);

  test('rounds whatever is worked out from a count, so that none tells the count', () => {
    expect([rounded.town.measures.N02?.counts, rounded.town.measures.N02?.bases]).toEqual([
      [40, 40],
      [9600, 9600],
    ]);
    expect(rounded.town.measures.R02).toEqual({ counts: [10, 0], bases: [20, 0] });
    expect([rounded.series.R02, rounded.sides.R02?.numerator]).toEqual([
      [50, 'n'],
      [10, 0],
    ]);
  });

  test('leaves everything as it is where it rounds to ones', () => {
    expect(roundSummary(summary, presetPolicies.NDB)).toBe(summary);
  });
});
