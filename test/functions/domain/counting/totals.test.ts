import { describe, expect, test } from 'vitest';
import { aCase, anArea, aTotal, aWorkbook } from '../../publish/ingested-builder.ts';
import { figuresOf } from '../../publish/reading.ts';

const areas = [
  anArea('R'),
  anArea('E01', ['R']),
  anArea('E02', ['R']),
  anArea('H1', ['R'], { kind: '方部' }),
  anArea('H2', ['R'], { kind: '方部' }),
];
const totalsOf = (...totals: Parameters<typeof aTotal>[0][]) =>
  figuresOf([aWorkbook({ areas, facts: { totals: totals.map(aTotal) } })]);

describe('totals (集計報告)', () => {
  test("Himi's table is what it says: every pathway and total of FY2014 to FY2017", () => {
    const table = {
      2014: [12, 20, 4, 19, 42, 83, 180],
      2015: [9, 6, 1, 14, 46, 80, 156],
      2016: [9, 19, 1, 29, 53, 69, 180],
      2017: [25, 30, 4, 52, 57, 61, 229],
    };
    const { read } = totalsOf(
      ...Object.entries(table).flatMap(([year, counts]) =>
        counts.map((value, index) => ({
          fiscalYear: Number(year),
          value,
          pathway: index === 6 ? null : `P0${index + 1}`,
        })),
      ),
    );
    for (const [year, counts] of Object.entries(table)) {
      const places = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'all'];
      expect(places.map((pathway) => read('N01', `FY${year}`, { pathway }))).toEqual(counts);
    }
    expect(['P01', 'P02', 'P03', 'P04', 'P05', 'P06'].map((pathway) => read('share', 'FY2017', { pathway }))).toEqual([
      10.9, 13.1, 1.8, 22.7, 24.9, 26.6,
    ]);
    expect(['P01', 'P06'].map((pathway) => read('share', 'FY2014', { pathway }))).toEqual([6.7, 46.1]);
  });

  test('an explicit cell stands, whatever its parts add up to: 70 is printed where the parts are 71', () => {
    const { read } = totalsOf(
      { value: 70 },
      ...[4, 9, 1, 24, 15, 18].map((value, index) => ({ value, pathway: `P0${index + 1}` })),
    );
    expect(read('N01', 'FY2018')).toBe(70);
  });

  test('a missing parent is the sum of its parts over 経路, at both levels', () => {
    const { read } = totalsOf(
      { value: 5, pathway: 'P0401' },
      { value: 3, pathway: 'P0402' },
      { value: 2, pathway: 'P01' },
    );
    expect([read('N01', 'FY2018'), read('N01', 'FY2018', { pathway: 'P04' })]).toEqual([10, 8]);
  });

  test('over 圏域 one division at a time, whichever is largest', () => {
    const { read } = totalsOf({ value: 5, area: 'E01' }, { value: 6, area: 'E02' }, { value: 9, area: 'H1' });
    expect(read('N01', 'FY2018')).toBe(11);
    expect(read('N01', 'FY2018', { area: 'H2' })).toBe('u');
  });

  test('over months', () => {
    const { read } = totalsOf(
      { value: 5, month: '2018-04' },
      { value: 6, month: '2018-05' },
      { value: 1, month: '2018-07' },
    );
    expect(['FY2018Q1', 'FY2018Q2', 'FY2018', '2018-04'].map((period) => read('N01', period))).toEqual([11, 1, 12, 5]);
  });

  test('never over 対象', () => {
    const { read } = totalsOf({ value: 5, target: 'T01' }, { value: 6, target: 'T02' });
    expect([read('N01', 'FY2018'), read('N01', 'FY2018', { target: 'T02' })]).toEqual(['u', 6]);
  });

  test('a stock takes the last month', () => {
    const { read } = totalsOf(
      { indicator: 'N07', value: 5, month: '2018-04' },
      { indicator: 'N07', value: 3, month: '2018-06' },
    );
    expect(['2018-04', '2018-05', 'FY2018Q1', 'FY2018'].map((period) => read('N07', period))).toEqual([5, 'u', 3, 3]);
  });

  test('a stock is known from rows from the first month with rows to the last, whatever a total says', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: {
          cases: [aCase({ received: '2018-04' }), aCase({ received: '2018-08' })],
          totals: [
            aTotal({ indicator: 'N07', value: 50, month: '2018-06' }),
            aTotal({ indicator: 'N07', value: 9, month: '2018-09' }),
          ],
        },
      }),
    ]);
    expect(['2018-05', '2018-06', '2018-08', '2018-09'].map((period) => read('N07', period))).toEqual([1, 1, 2, 9]);
  });

  test('where a whole is given as 0, so are its parts', () => {
    const { read } = totalsOf({ value: 0 });
    expect([
      read('N01', 'FY2018'),
      read('N01', 'FY2018', { pathway: 'P0401', target: 'T0201' }),
      read('N01', '2018-06'),
    ]).toEqual([0, 0, 0]);
    expect(read('N01', 'FY2018', { area: 'E01' })).toBe(0);
  });

  test('a yearly total gives the year; its months and quarters are unreported', () => {
    const { read } = totalsOf({ value: 180 });
    expect(['FY2018', 'FY2018Q1', '2018-04'].map((period) => read('N01', period))).toEqual([180, 'u', 'u']);
  });

  test('rows win over totals, month by month', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: {
          cases: [aCase({ received: '2018-04', count: 3 })],
          totals: [aTotal({ month: '2018-04', value: 50 }), aTotal({ month: '2018-05', value: 7 })],
        },
      }),
    ]);
    expect(['2018-04', '2018-05', 'FY2018'].map((period) => read('N01', period))).toEqual([3, 7, 10]);
  });

  test('a yearly total is left out when any month of that year has rows of the same indicator, and only then', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: {
          cases: [aCase({ received: '2018-04', count: 3 })],
          totals: [
            aTotal({ value: 50 }),
            aTotal({ fiscalYear: 2017, value: 40 }),
            aTotal({ indicator: 'N02', value: 900 }),
          ],
        },
      }),
    ]);
    expect([read('N01', 'FY2018'), read('N01', 'FY2017'), read('N02', 'FY2018')]).toEqual([3, 40, 900]);
  });

  test('offices with rows and offices with totals are added up', () => {
    const { read } = figuresOf([
      aWorkbook({ facts: { cases: [aCase({ count: 3 })] } }),
      aWorkbook({ office: { name: '包括' }, facts: { totals: [aTotal({ value: 50 })] } }),
    ]);
    expect([read('N01', 'FY2018'), read('N01', '2018-04'), read('N01', 'FY2018', { pathway: 'P01' })]).toEqual([
      53, 3, 3,
    ]);
  });
});
