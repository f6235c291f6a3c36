import { describe, expect, test } from 'vitest';
import { monthsOfFiscalYear } from '#functions/domain/calendar.ts';
import { reportingSides } from '#functions/domain/quality.ts';
import { aCase, aMeeting, anAction, aTotal, aWorkbook, day, month } from '../publish/ingested-builder.ts';
import { figuresOf } from '../publish/reading.ts';

const fy2018 = monthsOfFiscalYear(2018);
const casesIn = (...months: string[]) => months.map((received) => aCase({ received }));
const many = (received: string, count: number) => aCase({ received, count });
const tabOf = (reader: ReturnType<typeof figuresOf>, tab: 'cases' | 'meetings' = 'cases') =>
  reader.municipality.figures.reporting[0]?.tabs[tab].states;

describe('zero or not reported', () => {
  test('a month without rows between two reported months is 0 where that is believable', () => {
    const reader = figuresOf([aWorkbook({ facts: { cases: casesIn('2018-04', '2018-06') } })]);
    expect(['2018-04', '2018-05', '2018-06', '2018-07'].map((period) => reader.read('N01', period))).toEqual([
      1,
      0,
      1,
      'u',
    ]);
  });

  test('with a mean of 6 an empty month is believed (0.0025), with a mean of 7 it is not (0.0009)', () => {
    const with6 = figuresOf([aWorkbook({ facts: { cases: [many('2018-04', 6), many('2018-06', 6)] } })]);
    const with7 = figuresOf([aWorkbook({ facts: { cases: [many('2018-04', 7), many('2018-06', 7)] } })]);
    expect([with6.read('N01', '2018-05'), with7.read('N01', '2018-05')]).toEqual([0, 'u']);
  });

  test('the mean is of the six reported months on each side', () => {
    const far = [
      many('2017-04', 900),
      ...['2017-05', '2017-06', '2017-07', '2017-08', '2017-09', '2017-10'].map((name) => many(name, 3)),
      many('2017-12', 3),
    ];
    expect(figuresOf([aWorkbook({ facts: { cases: far } })]).read('N01', '2017-11')).toBe(0);
  });

  test('after the last reported month it is unreported; the current month is not due', () => {
    const reader = figuresOf([aWorkbook({ facts: { cases: casesIn('2018-04', '2018-05') } })], day('2018-08-01'));
    expect(tabOf(reader)).toEqual(['reported', 'reported', 'unreported', 'unreported', ...Array(8).fill('not-due')]);
    expect(
      ['2018-06', '2018-07', '2018-08', '2018-09', 'FY2018Q2', 'FY2018Q3'].map((period) => reader.read('N01', period)),
    ).toEqual(['u', 'u', 'n', 'n', 'u', 'n']);
  });

  test('an explicit 0 in 集計報告 makes a month reported, and its other indicators 0 too', () => {
    const reader = figuresOf([
      aWorkbook({
        facts: { cases: [many('2018-04', 30), many('2018-06', 30)], totals: [aTotal({ month: '2018-05', value: 0 })] },
      }),
    ]);
    expect(tabOf(reader)?.slice(0, 3)).toEqual(['reported', 'reported', 'reported']);
    expect(['N01', 'N05', 'N06', 'N08'].map((series) => reader.read(series, '2018-05'))).toEqual([0, 0, 0, 0]);
    expect(reader.read('N01', '2018-05', { pathway: 'P04', target: 'T01' })).toBe(0);
    expect(reader.read('N01', 'FY2018')).toBe(60);
  });

  test('a tab that an office does not use in a year is unreported for that year', () => {
    const reader = figuresOf([aWorkbook({ facts: { cases: casesIn('2016-05', '2018-05') } })]);
    expect(reader.read('N01', 'FY2017')).toBe('u');
    expect(monthsOfFiscalYear(2017).map((name) => reader.read('N01', name))).toEqual(Array(12).fill('u'));
    expect(reader.read('N01', '2016-06')).toBe(0);
  });

  test('a month is a gap, not a zero, for a tab that was never used', () => {
    const reader = figuresOf([aWorkbook({ facts: { cases: casesIn('2018-04') } })]);
    expect(['N02', 'N09', 'N12', 'N15'].map((series) => reader.read(series, 'FY2018'))).toEqual(['u', 'u', 'u', 'u']);
  });

  test('a year is the sum of its reported months, and names the office that is missing in part', () => {
    const reader = figuresOf([
      aWorkbook({ facts: { cases: casesIn(...fy2018) } }),
      aWorkbook({ office: { name: '包括' }, facts: { cases: casesIn('2018-04', '2018-05') } }),
    ]);
    expect(reader.read('N01', 'FY2018')).toBe(14);
    expect(reader.read('N01', '2018-06')).toBe(1);
  });

  test('meetings do not make 相談受付 reported', () => {
    const reader = figuresOf([
      aWorkbook({ facts: { cases: casesIn('2018-04'), meetings: [aMeeting({ month: '2018-09' })] } }),
    ]);
    expect([reader.read('N01', '2018-09'), reader.read('N09', '2018-09')]).toEqual(['u', 1]);
  });
});

describe('Q01 報告率', () => {
  test('months due run from the first reported month to the month before the run', () => {
    const reader = figuresOf(
      [aWorkbook({ facts: { cases: casesIn('2018-06', '2018-07', '2018-09') } })],
      day('2018-12-20'),
    );
    // June to November are six months; August is believed to be 0 but was not reported.
    expect(reader.read('Q01', 'FY2018')).toBe((3 * 100) / 6);
    expect(['2018-05', '2018-06', '2018-08', '2018-12'].map((period) => reader.read('Q01', period))).toEqual([
      'n',
      100,
      0,
      'n',
    ]);
  });

  test('they run from 報告開始月 where it is given', () => {
    const reader = figuresOf(
      [aWorkbook({ dueFrom: month('2018-04'), facts: { cases: casesIn('2018-06') } })],
      day('2018-08-20'),
    );
    expect(reader.read('Q01', 'FY2018')).toBe(100 / 4);
  });

  test('they end with 報告終了月: an office that a merger ended owes nothing afterwards, and is not silent', () => {
    const reader = figuresOf(
      [aWorkbook({ dueUntil: month('2018-06'), facts: { cases: casesIn('2018-04', '2018-05') } })],
      day('2018-12-20'),
    );
    expect(['2018-05', '2018-06', '2018-07', '2018-11'].map((period) => reader.read('Q01', period))).toEqual([
      100,
      0,
      'n',
      'n',
    ]);
    expect(reader.read('Q01', 'FY2018')).toBe((2 * 100) / 3);
    expect(reader.municipality.figures.reporting[0]?.tabs.cases.states.slice(0, 8)).toEqual([
      'reported',
      'reported',
      'unreported',
      'not-due',
      'not-due',
      'not-due',
      'not-due',
      'not-due',
    ]);
  });

  test('what is reported after 報告終了月 counts all the same', () => {
    const reader = figuresOf(
      [aWorkbook({ dueUntil: month('2018-04'), facts: { cases: casesIn('2018-04', '2018-06') } })],
      day('2018-12-20'),
    );
    expect(['2018-04', '2018-05', '2018-06', '2018-07'].map((period) => reader.read('Q01', period))).toEqual([
      100,
      'n',
      100,
      'n',
    ]);
  });

  test('a municipality of which one office ended goes on with the other', () => {
    const reader = figuresOf(
      [
        aWorkbook({ dueUntil: month('2018-05'), facts: { cases: casesIn('2018-04', '2018-05') } }),
        aWorkbook({ office: { name: '包括' }, facts: { cases: casesIn('2018-04', '2018-05', '2018-06') } }),
      ],
      day('2018-09-20'),
    );
    expect(['2018-05', '2018-06', '2018-08'].map((period) => reader.read('Q01', period))).toEqual([100, 100, 0]);
  });

  test('a yearly total reports twelve months', () => {
    const reader = figuresOf([aWorkbook({ facts: { totals: [aTotal({ value: 180 })] } })]);
    expect(reader.read('Q01', 'FY2018')).toBe(100);
  });

  test('offices are added up: 12 of 12 and 6 of 12 are 75 %', () => {
    const reader = figuresOf([
      aWorkbook({ facts: { cases: casesIn(...fy2018) } }),
      aWorkbook({
        office: { name: '包括' },
        dueFrom: month('2018-04'),
        facts: { cases: casesIn(...fy2018.slice(0, 6)) },
      }),
    ]);
    expect(reader.read('Q01', 'FY2018')).toBe(75);
  });
});

describe('報告率 of several tabs', () => {
  const countOf = (
    facts: Partial<Parameters<typeof aWorkbook>[0] & object>['facts'],
    runDay: string,
    period: string,
  ) => {
    const { municipality } = figuresOf([aWorkbook({ facts: facts ?? {} })], day(runDay));
    const slot = municipality.figures.axis.plainSlots.findIndex(({ name }) => name === period);
    const { numerator, denominator } = reportingSides(
      municipality.figures.reporting,
      municipality.figures.axis.plainSlots,
    );
    return [numerator[slot], denominator[slot]];
  };
  const actionsIn = (...months: string[]) => months.map((each) => anAction({ month: each, count: 20 }));
  const meetingsIn = (...months: string[]) => months.map((each) => aMeeting({ month: each }));

  test('相談受付 that stopped is missing, though 支援記録 goes on', () => {
    const facts = { cases: casesIn('2018-04', '2018-05'), actions: actionsIn('2018-04', '2018-05', '2018-06') };
    expect(countOf(facts, '2018-07-10', 'FY2018')).toEqual([5, 6]);
    expect(countOf(facts, '2018-07-10', '2018-06')).toEqual([1, 2]);
  });

  test('the running month counts neither way, whatever is typed in it already', () => {
    const facts = { cases: casesIn('2018-04', '2018-05', '2018-06'), actions: actionsIn('2018-06') };
    expect(countOf(facts, '2018-06-10', 'FY2018')).toEqual([2, 2]);
    expect(countOf(facts, '2018-06-10', '2018-06')).toEqual([0, 0]);
  });

  test('a tab is due from its own first report on', () => {
    const facts = { cases: casesIn('2018-04', '2018-05', '2018-06'), actions: actionsIn('2018-06') };
    expect(countOf(facts, '2018-07-10', 'FY2018')).toEqual([4, 4]);
  });

  test('a meeting every quarter misses nothing between two meetings, nor until the next is late', () => {
    const cases = casesIn(...fy2018);
    const meetings = meetingsIn('2018-04', '2018-07', '2018-10');
    // May, June, August and September had none: 0, since 相談受付 was reported.
    expect(countOf({ cases: cases.slice(0, 9), meetings }, '2019-01-10', 'FY2018')).toEqual([16, 16]);
    expect(countOf({ cases, meetings }, '2019-04-10', 'FY2018')).toEqual([19, 22]);
  });

  test('in a month without any report every tab in use is missing', () => {
    const facts = { cases: casesIn('2018-04'), actions: actionsIn('2018-04') };
    expect(countOf(facts, '2018-06-10', '2018-05')).toEqual([0, 2]);
  });

  test('in April begins what was reported month by month; what is given once a year, or was given up, is not due', () => {
    const lastYear = { cases: casesIn(...fy2018), totals: [aTotal({ indicator: 'N09', value: 12 })] };
    const facts = { ...lastYear, actions: actionsIn('2019-04', '2019-05') };
    expect(countOf(facts, '2019-06-10', '2019-05')).toEqual([1, 2]);
    const long = { cases: casesIn('2016-05', ...fy2018), meetings: meetingsIn('2016-05') };
    expect(countOf(long, '2019-03-31', '2018-06')).toEqual([1, 1]);
  });
});

describe('Q02 受理率', () => {
  test('rows accepted over rows read, of all five tabs', () => {
    const counts = (read: number, accepted: number) => ({ '2018-04': { read, accepted } });
    const reader = figuresOf([
      aWorkbook({
        rowCounts: {
          cases: counts(10, 8),
          actions: counts(20, 20),
          meetings: counts(5, 5),
          activities: counts(4, 4),
          totals: counts(1, 1),
        },
      }),
    ]);
    expect(reader.read('Q02', '2018-04')).toBe(95);
    expect(reader.read('Q02', '2018-05')).toBe('n');
  });
});
