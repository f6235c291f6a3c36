import { describe, expect, test } from 'vitest';
import { monthNumbered, numberOfMonth } from '#functions/domain/calendar.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import type { IngestedWorkbook } from '#functions/ingest/ingested.ts';
import { computeGoals } from '#functions/publish/compute-goals.ts';
import { computeSignals } from '#functions/publish/details/compute-signals.ts';
import { aCase, aGoal, aMeeting, anArea, aTotal, aWorkbook, day, month } from '../ingested-builder.ts';
import { figuresOf } from '../reading.ts';

const runDay = day('2019-05-10');
/** The finished months before the run, the last one is April 2019. */
const monthsBefore = (count: number) =>
  Array.from({ length: count }, (_, back) => monthNumbered(numberOfMonth(month('2019-05')) - count + back));
const signalsOf = (...workbooks: IngestedWorkbook[]) => {
  const { municipality } = figuresOf(workbooks, runDay);
  return computeSignals(municipality, computeGoals(municipality));
};
const casesIn = (months: readonly string[], count: number, area: string | null = null) =>
  months.map((received) => aCase({ received, count, area }));
const twoYears = monthsBefore(25);

describe('the signals of a municipality', () => {
  test('a month beyond its limits is told with them, of the municipality first, then of the area that brought it', () => {
    const areas = [anArea('R'), anArea('E01', ['R']), anArea('E02', ['R']), anArea('E11', ['E01'])];
    const cases = [
      ...casesIn(twoYears, 10, 'E11'),
      ...casesIn(twoYears, 10, 'E02'),
      aCase({ received: '2019-04', count: 30, area: 'E11' }),
    ];
    const of = { kind: 'unusual', indicator: 'N01', period: '2019-04' };
    expect(signalsOf(aWorkbook({ areas, facts: { cases } }))).toEqual([
      { ...of, area: '162051', value: 50, expected: 20, low: 8, high: 36 },
      { ...of, area: 'E01', value: 40, expected: 10, low: 2, high: 21 },
    ]);
  });

  test('the running month says nothing yet, nor does a month long past', () => {
    const rise = (received: string) => [...casesIn(twoYears, 10), aCase({ received, count: 50 })];
    expect(signalsOf(aWorkbook({ facts: { cases: rise('2019-05') } }))).toEqual([]);
    expect(signalsOf(aWorkbook({ facts: { cases: rise('2019-01') } }))).toEqual([]);
    expect(signalsOf(aWorkbook({ facts: { cases: rise('2019-02') } }))).toMatchObject([{ period: '2019-02' }]);
  });

  test('an area that was founded within the year is measured by its own months only', () => {
    const areas = [anArea('R'), anArea('E01', ['R'], { validFrom: day('2018-10-01') })];
    const cases = [...casesIn(twoYears, 1), ...casesIn(monthsBefore(7), 8, 'E01')];
    expect(
      signalsOf(aWorkbook({ areas, facts: { cases } })).filter((one) => 'area' in one && one.area === 'E01'),
    ).toEqual([]);
  });

  test('a record that no limit calls unusual', () => {
    expect(
      signalsOf(aWorkbook({ facts: { cases: [...casesIn(twoYears, 10), aCase({ received: '2019-04', count: 3 })] } })),
    ).toEqual([
      { kind: 'record', indicator: 'N01', area: '162051', period: '2019-04', value: 13, side: 'most', months: 25 },
    ]);
  });

  test('a tab that an office has let lie for three months', () => {
    const silent = aWorkbook({
      workbook: 'b.xlsx' as WorkbookId,
      office: { name: '包括' },
      facts: {
        meetings: monthsBefore(10)
          .slice(0, 7)
          .map((name) => aMeeting({ month: name })),
      },
    });
    expect(signalsOf(aWorkbook({ facts: { cases: casesIn(twoYears, 10) } }), silent)).toEqual([
      { kind: 'silence', office: '包括', source: 'meetings', since: '2019-02', months: 3 },
    ]);
  });

  test('an office that sends one total a year is not silent, and a tab given up years ago is not told for ever', () => {
    expect(signalsOf(aWorkbook({ facts: { totals: [aTotal({ fiscalYear: 2018, value: 229 })] } }))).toEqual([]);
    expect(signalsOf(aWorkbook({ facts: { cases: casesIn(['2016-05', '2016-06'], 4) } }))).toEqual([]);
  });

  test('a goal that falls behind; the same under two 事業 is told once, and not where the season carries it', () => {
    const lastYear = monthsBefore(25).slice(0, 13);
    const course = [
      ...casesIn(
        lastYear.filter((name) => name < '2018-04'),
        10,
      ),
      ...casesIn(['2018-04', '2018-05', '2018-06'], 1),
      ...casesIn(
        ['2018-07', '2018-08', '2018-09', '2018-10', '2018-11', '2018-12', '2019-01', '2019-02', '2019-03'],
        10,
      ),
      ...casesIn(['2019-04', '2019-05', '2019-06'], 1),
    ];
    const goal = { indicator: 'N01', fiscalYear: 2019, goalValue: 90 } as const;
    const goals = [aGoal({ ...goal, row: 2, programme: 'J01' }), aGoal({ ...goal, row: 3, programme: 'J05' })];
    const inJuly = () => {
      const workbook = aWorkbook({ goals, dataUntil: day('2019-06-30'), facts: { cases: course } });
      const { municipality } = figuresOf([workbook], day('2019-07-02'));
      return computeSignals(municipality, computeGoals(municipality)).filter(({ kind }) => kind === 'goal-at-risk');
    };
    // 3 of the goal's 90 by the end of June, as in the year before, which came to 93.
    expect(inJuly()).toEqual([]);
    expect(
      signalsOf(aWorkbook({ goals: [aGoal({ ...goal, goalValue: 900 })], facts: { cases: casesIn(twoYears, 10) } })),
    ).toEqual([{ kind: 'goal-at-risk', goal: 'a.xlsx#2' }]);
    expect(
      signalsOf(
        aWorkbook({ goals: goals.map((one) => ({ ...one, goalValue: 900 })), facts: { cases: casesIn(twoYears, 10) } }),
      ),
    ).toEqual([{ kind: 'goal-at-risk', goal: 'a.xlsx#2' }]);
  });

  test('few are told of each kind, however many there are', () => {
    const areas = [anArea('R'), ...Array.from({ length: 20 }, (_, place) => anArea(`E${place}`, ['R']))];
    const cases = areas
      .slice(1)
      .flatMap(({ code }) => [
        ...casesIn(twoYears, 5, code),
        aCase({ received: '2019-04', area: code, count: 40, handovers: ['P05'], isCompound: true }),
      ]);
    const signals = signalsOf(aWorkbook({ areas, facts: { cases } }));
    expect(signals.length).toBe(8);
    expect(signals[0]).toMatchObject({ area: '162051' });
  });
});
