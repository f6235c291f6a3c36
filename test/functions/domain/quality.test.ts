import { describe, expect, test } from 'vitest';
import { createPeriodAxis } from '#functions/domain/period-axis.ts';
import { lateMonths, medianDays, reportingDays } from '#functions/domain/quality.ts';
import { day } from '../publish/ingested-builder.ts';

const axis = createPeriodAxis({ first: 2018, last: 2018, today: day('2018-09-10') });
const april = { '2018-04': 10 };

describe('Q03 報告日数', () => {
  test("days from the month's end to the first run that had 90 % of its present rows", () => {
    const arrivals = [
      { day: day('2018-04-20'), accepted: { '2018-04': 5 } },
      { day: day('2018-05-06'), accepted: { '2018-04': 8 } },
      { day: day('2018-05-07'), accepted: { '2018-04': 9 } },
      { day: day('2018-06-01'), accepted: april },
    ];
    expect([...reportingDays(arrivals, axis)]).toEqual([[0, 7]]);
  });

  test("a month that ended before the office's first run is n/a; one that ended that day is not", () => {
    expect([...reportingDays([{ day: day('2018-05-01'), accepted: april }], axis)]).toEqual([]);
    expect([...reportingDays([{ day: day('2018-04-30'), accepted: april }], axis)]).toEqual([[0, 0]]);
  });

  test("rows that were there before the month's end took no days; the current month is not counted", () => {
    const arrivals = [{ day: day('2018-04-10'), accepted: { ...april, '2018-09': 3 } }];
    expect([...reportingDays(arrivals, axis)]).toEqual([[0, 0]]);
  });

  test('is the median over the months of all offices, n/a where there is none', () => {
    const offices = [
      new Map([
        [0, 2],
        [1, 10],
      ]),
      new Map([[0, 4]]),
    ];
    const year = axis.plainSlots.find(({ name }) => name === 'FY2018');
    const may = axis.plainSlots.find(({ name }) => name === '2018-05');
    const june = axis.plainSlots.find(({ name }) => name === '2018-06');
    expect(
      medianDays(
        offices,
        [year, may, june].filter((slot) => slot !== undefined),
      ),
    ).toEqual([4, 10, 'n']);
    expect(medianDays(offices, axis.plainSlots.slice(0, 1))).toEqual([3]);
  });
});

describe('◐ 遅れ', () => {
  const lateWhen = (arrivedOn: string) => {
    const arrivals = [
      { day: day('2018-04-01'), accepted: {} },
      { day: day(arrivedOn), accepted: april },
    ];
    return [...lateMonths(reportingDays(arrivals, axis), axis)];
  };

  test('rows of April are in time until the end of May, and late on the first of June', () => {
    expect([lateWhen('2018-04-15'), lateWhen('2018-05-31'), lateWhen('2018-06-01')]).toEqual([
      [[0, false]],
      [[0, false]],
      [[0, true]],
    ]);
  });

  test('a month that ended before the workbook was first read is neither', () => {
    expect([...lateMonths(reportingDays([{ day: day('2018-08-01'), accepted: april }], axis), axis)]).toEqual([]);
  });
});
