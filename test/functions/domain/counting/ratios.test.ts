import { describe, expect, test } from 'vitest';
import { monthsOfFiscalYear } from '#functions/domain/calendar.ts';
import { aCase, anAction, anArea, aPopulation, aTotal, aWorkbook } from '../../publish/ingested-builder.ts';
import { figuresOf } from '../../publish/reading.ts';

describe('ratios', () => {
  test('R01 is 地域 over the sum of the pathways P01 to P08: 不明 is left out', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: {
          cases: [
            aCase({ pathway: 'P0401', count: 2 }),
            aCase({ pathway: 'P06', count: 6 }),
            aCase({ pathway: 'P99', count: 9 }),
          ],
        },
      }),
    ]);
    expect(read('R01', 'FY2018')).toBe(25);
    expect(read('R01', 'FY2018', { target: 'T01' })).toBe(25);
    expect(read('R01', 'FY2018', { target: 'T05' })).toBe('n');
    expect(read('R01', 'FY2018', { pathway: 'P04' })).toBe('n');
  });

  test('percentages are given times 100, unrounded; 0/0 is n/a', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: { cases: [aCase({ isCompound: true }), aCase({ count: 2 }), aCase({ received: '2018-06' })] },
      }),
    ]);
    expect([read('R02', '2018-04'), read('R02', '2018-05'), read('R02', '2018-06')]).toEqual([100 / 3, 'n', 0]);
  });

  test('quarters and years are quotients of sums, never means of ratios', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: { cases: [aCase({ count: 1, isCompound: true }), aCase({ received: '2018-05', count: 9 })] },
      }),
    ]);
    expect([read('R02', '2018-04'), read('R02', '2018-05'), read('R02', 'FY2018Q1'), read('R02', 'FY2018')]).toEqual([
      100, 0, 10, 10,
    ]);
  });

  test('R03 of the first period takes 0 carried over; later ones the open cases at the end of the period before', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: {
          cases: [
            aCase({ received: '2018-04', closed: '2018-04', count: 1 }),
            aCase({ received: '2018-04', closed: '2018-05', count: 1 }),
            aCase({ received: '2018-04', count: 2 }),
            aCase({ received: '2018-05', count: 1 }),
          ],
        },
      }),
    ]);
    expect([read('R03', '2018-04'), read('R03', '2018-05'), read('R03', 'FY2018')]).toEqual([25, 25, 40]);
  });

  test('R04 is of cases received in the period and closed by its end', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: {
          cases: [aCase({ closed: '2018-05' }), aCase({ closed: '2018-07' }), aCase({ closed: '2019-04' }), aCase()],
        },
      }),
    ]);
    expect(['2018-04', 'FY2018Q1', 'FY2018'].map((period) => read('R04', period))).toEqual([0, 25, 50]);
  });

  test('R04 is computed from case rows only: with totals alone it is n/a', () => {
    const { read } = figuresOf([
      aWorkbook({ facts: { totals: [aTotal({ value: 130 }), aTotal({ indicator: 'N06', value: 41 })] } }),
    ]);
    expect([read('R04', 'FY2018'), read('R03', 'FY2018')]).toEqual(['n', 4100 / 130]);
  });

  test('a missing number of closings is not a closure rate of 0', () => {
    const { read } = figuresOf([aWorkbook({ facts: { totals: [aTotal({ value: 130 })] } })]);
    expect([read('N06', 'FY2018'), read('R03', 'FY2018')]).toEqual(['u', 'u']);
  });

  test('an office that reports one side only is left out of both', () => {
    const { read } = figuresOf([
      aWorkbook({ facts: { cases: [aCase({ count: 10 })], actions: [anAction({ count: 30 })] } }),
      aWorkbook({ office: { name: '包括' }, facts: { cases: [aCase({ count: 90 })] } }),
    ]);
    expect([read('N01', 'FY2018'), read('R08', 'FY2018')]).toEqual([100, 3]);
  });

  test('R05 and R08 are plans and actions over new consultations', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: { cases: [aCase({ count: 4 })], actions: [anAction({ method: 'S07' }), anAction({ count: 5 })] },
      }),
    ]);
    expect([read('R05', 'FY2018'), read('R08', 'FY2018')]).toEqual([25, 1.5]);
  });
});

describe('rates', () => {
  const months = monthsOfFiscalYear(2018);
  const population = aPopulation({ asOf: '2018-04-01', inhabitants: 48_000, households: 16_000, elderly: 12_000 });
  const cases = months.map((received) => aCase({ received, count: 2, targets: ['T01'] }));

  test('R06 is per 100,000 and month with data, R07 and R09 are per year', () => {
    const { read } = figuresOf([aWorkbook({ population, facts: { cases } })]);
    expect(['R06', 'R07', 'R09'].map((series) => read(series, 'FY2018'))).toEqual([
      (24 * 100_000) / (48_000 * 12),
      2,
      1.5,
    ]);
    expect(['R06', 'R07', 'R09'].map((series) => read(series, '2018-04'))).toEqual([(2 * 100_000) / 48_000, 2, 1.5]);
  });

  test('a year with six months of data is made a whole one', () => {
    const { read } = figuresOf([aWorkbook({ population, facts: { cases: cases.slice(0, 6) } })]);
    expect(['R06', 'R07', 'R09'].map((series) => read(series, 'FY2018'))).toEqual([
      (12 * 100_000) / (48_000 * 6),
      2,
      1.5,
    ]);
  });

  test('a yearly total counts twelve months', () => {
    const { read } = figuresOf([aWorkbook({ population, facts: { totals: [aTotal({ value: 229 })] } })]);
    expect(read('R06', 'FY2018')).toBe((229 * 100_000) / (48_000 * 12));
  });

  test('the population is the one with the 基準日 nearest before the period', () => {
    const areas = [
      anArea('R', [], {
        populations: [
          aPopulation({ asOf: '2017-04-01', inhabitants: 50_000 }),
          aPopulation({ asOf: '2018-04-01', inhabitants: 40_000 }),
          aPopulation({ asOf: '2018-04-02', inhabitants: 10 }),
        ],
      }),
    ];
    const { read } = figuresOf([aWorkbook({ areas, population, facts: { cases } })]);
    expect(read('R06', '2018-04')).toBe((2 * 100_000) / 40_000);
    expect(read('R06', '2018-05')).toBe((2 * 100_000) / 10);
  });

  test('of the 圏域 row; the root falls back on 基本情報, other areas have none', () => {
    const areas = [
      anArea('R'),
      anArea('E01', ['R'], { populations: [aPopulation({ asOf: '2018-01-01', inhabitants: 1000 })] }),
      anArea('E02', ['R']),
    ];
    const { read } = figuresOf([
      aWorkbook({ areas, population, facts: { cases: [aCase({ area: 'E01' }), aCase({ area: 'E02' })] } }),
    ]);
    expect(['162051', 'E01', 'E02'].map((area) => read('R06', '2018-04', { area }))).toEqual([
      (2 * 100_000) / 48_000,
      100,
      'n',
    ]);
  });
});
