import { describe, expect, test } from 'vitest';
import {
  aCase,
  aMeeting,
  anAction,
  anActivity,
  anArea,
  aPopulation,
  aWorkbook,
  day,
  somePlaces,
} from '../publish/ingested-builder.ts';
import { figuresOf } from '../publish/reading.ts';

const town = [anArea('R'), anArea('E01', ['R']), anArea('E02', ['R']), anArea('E0101', ['E01'], { kind: '自治会' })];

describe('a case', () => {
  test('with several targets counts once in each of them and once in the total', () => {
    const { read } = figuresOf([aWorkbook({ facts: { cases: [aCase({ targets: ['T01', 'T05', 'T06'] })] } })]);
    expect(['all', 'T01', 'T05', 'T06', 'T03'].map((target) => read('N01', 'FY2018', { target }))).toEqual([
      1, 1, 1, 1, 0,
    ]);
  });

  test('with two kinds of disability counts once in 障害者', () => {
    const { read } = figuresOf([aWorkbook({ facts: { cases: [aCase({ targets: ['T0201', 'T0202'] })] } })]);
    expect(['all', 'T02', 'T0201', 'T0202', 'T0203'].map((target) => read('N01', 'FY2018', { target }))).toEqual([
      1, 1, 1, 1, 0,
    ]);
  });

  test('counts in its pathway at both levels', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: { cases: [aCase({ pathway: 'P0401' }), aCase({ pathway: 'P04' }), aCase({ pathway: 'P99' })] },
      }),
    ]);
    expect(['all', 'P04', 'P0401', 'P0402', 'P99'].map((pathway) => read('N01', 'FY2018', { pathway }))).toEqual([
      3, 2, 1, 0, 1,
    ]);
  });

  test('counts once in every ancestor of its area, and 不明 or 市外 at the root only', () => {
    const { read } = figuresOf([
      aWorkbook({ areas: town, facts: { cases: [aCase({ area: 'E0101' }), aCase({ area: null })] } }),
    ]);
    expect(['162051', 'E01', 'E0101', 'E02'].map((area) => read('N01', 'FY2018', { area }))).toEqual([2, 1, 1, 0]);
  });

  test('in an area of two parallel divisions counts once in each and once in the root', () => {
    const areas = [
      anArea('R'),
      anArea('D1', ['R'], { kind: '地区社協' }),
      anArea('H1', ['R'], { kind: '方部' }),
      anArea('N1', ['D1', 'H1'], { kind: '町内会' }),
    ];
    const { read } = figuresOf([aWorkbook({ areas, facts: { cases: [aCase({ area: 'N1' })] } })]);
    expect(['162051', 'D1', 'H1', 'N1'].map((area) => read('N01', 'FY2018', { area }))).toEqual([1, 1, 1, 1]);
  });

  test('received in March 2019 is of FY2018, in April of FY2019', () => {
    const { read } = figuresOf([
      aWorkbook({ facts: { cases: [aCase({ received: '2019-03' }), aCase({ received: '2019-04' })] } }),
    ]);
    expect(
      ['2019-03', 'FY2018Q4', 'FY2018', '2019-04', 'FY2019Q1', 'FY2019'].map((period) => read('N01', period)),
    ).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('N05 is one for each つなぎ先, N08 follows what ingest decided, N06 counts by 終結日', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: {
          cases: [
            aCase({ handovers: ['P05', 'P0601'], isCompound: true, closed: '2018-06' }),
            aCase({ received: '2018-05', handovers: ['P05'] }),
            aCase({ received: '2018-06' }),
          ],
        },
      }),
    ]);
    expect(read('N05', '2018-04')).toBe(2);
    expect(read('N05', 'FY2018')).toBe(3);
    expect(read('N08', 'FY2018')).toBe(1);
    expect(['2018-04', '2018-05', '2018-06', 'FY2018'].map((period) => read('N06', period))).toEqual([0, 0, 1, 1]);
  });
});

describe('open cases (N07)', () => {
  const { read } = figuresOf(
    [
      aWorkbook({
        facts: {
          cases: [
            aCase({ received: '2017-04', closed: '2018-05' }),
            aCase({ received: '2017-04' }),
            aCase({ received: '2018-05', closed: '2018-05' }),
          ],
        },
      }),
    ],
    day('2020-07-15'),
  );

  test('are those received by the last day and not closed by then; never summed over time', () => {
    expect(
      ['2017-04', '2018-03', 'FY2017', '2018-04', '2018-05', 'FY2018Q1', 'FY2018'].map((period) => read('N07', period)),
    ).toEqual([2, 2, 2, 2, 1, 1, 1]);
  });

  test('are given up to the end of the last fiscal year with accepted data, not beyond', () => {
    expect(read('N07', '2019-03')).toBe(1);
    expect(
      figuresOf([aWorkbook({ facts: { cases: [aCase()] } })], day('2020-07-15')).municipality.figures.axis.months.at(
        -1,
      ),
    ).toBe('2019-03');
  });

  test('are never given beyond the day of the run', () => {
    const now = figuresOf([aWorkbook({ facts: { cases: [aCase({ received: '2019-04' })] } })], day('2019-06-10'));
    expect(['2019-05', '2019-06', '2019-07', 'FY2019Q2', 'FY2019'].map((period) => now.read('N07', period))).toEqual([
      1,
      1,
      'n',
      'n',
      1,
    ]);
  });
});

describe('a workbook with 対象年度', () => {
  const workbook = aWorkbook({
    fiscalYear: 2018,
    facts: {
      cases: [
        aCase({ received: '2017-10', isCarriedOver: true, closed: '2018-06' }),
        aCase({ received: '2017-10', isCarriedOver: true }),
        aCase({ received: '2018-04' }),
      ],
      actions: [anAction({ month: '2018-04' }), anAction({ month: '2017-12' })],
    },
  });
  test('speaks for that year only: earlier rows count in N06, N07 and actions, not in N01', () => {
    const { read, municipality } = figuresOf([workbook]);
    expect(municipality.figures.axis.years).toEqual(['FY2018']);
    expect(['N01', 'N02', 'N06', 'N07'].map((series) => read(series, 'FY2018'))).toEqual([1, 1, 1, 2]);
    expect(read('N07', '2018-05')).toBe(3);
  });

  test('carried-over cases are the opening stock of R03: 38 / (32 + 34) = 57.6 %', () => {
    const { read } = figuresOf([
      aWorkbook({
        fiscalYear: 2018,
        facts: {
          cases: [
            aCase({ received: '2018-03', isCarriedOver: true, closed: '2018-08', count: 20 }),
            aCase({ received: '2018-03', isCarriedOver: true, count: 12 }),
            aCase({ closed: '2018-09', count: 18 }),
            aCase({ count: 16 }),
          ],
        },
      }),
    ]);
    expect(read('R03', 'FY2018')).toBe(3800 / 66);
    expect(read('R04', 'FY2018')).toBe(1800 / 34);
  });
});

describe('actions, meetings and activities', () => {
  test('N02 counts actions, N03 visits, N04 sittings of plan-making, in the area, pathway and target of their case', () => {
    const { read } = figuresOf([
      aWorkbook({
        areas: town,
        facts: {
          actions: [
            anAction({ method: 'S03', area: 'E01', pathway: 'P0401', targets: ['T06'], count: 3 }),
            anAction({ method: 'S07', area: 'E02', count: 2 }),
            anAction({ method: 'S06' }),
          ],
        },
      }),
    ]);
    expect(['N02', 'N03', 'N04'].map((series) => read(series, 'FY2018'))).toEqual([6, 3, 2]);
    expect(['N02', 'N03', 'N04'].map((series) => read(series, 'FY2018', { area: 'E01' }))).toEqual([3, 3, 0]);
    expect(read('N03', 'FY2018', { pathway: 'P04', target: 'T06' })).toBe(3);
  });

  test('N09 to N11 are of meetings, by area only', () => {
    const { read } = figuresOf([
      aWorkbook({
        areas: town,
        facts: { meetings: [aMeeting({ area: 'E01', discussed: 4, participants: 12 }), aMeeting({ participants: 5 })] },
      }),
    ]);
    expect(['N09', 'N10', 'N11'].map((series) => read(series, 'FY2018'))).toEqual([2, 4, 17]);
    expect(read('N09', 'FY2018', { area: 'E01' })).toBe(1);
    expect(read('N09', 'FY2018', { pathway: 'P04' })).toBe('n');
    expect(read('N09', 'FY2018', { target: 'T01' })).toBe('n');
  });

  test('N12 to N14 are of activities, by area and target', () => {
    const { read } = figuresOf([
      aWorkbook({
        facts: {
          activities: [
            anActivity({ times: 4, participants: 60, helpers: 8, targets: ['T01', 'T03'] }),
            anActivity({ times: 0 }),
          ],
        },
      }),
    ]);
    expect(['N12', 'N13', 'N14'].map((series) => read(series, 'FY2018'))).toEqual([4, 60, 8]);
    expect(read('N13', 'FY2018', { target: 'T03' })).toBe(60);
    expect(read('N13', 'FY2018', { target: 'T05' })).toBe(0);
  });
});

describe('places (N15)', () => {
  const areas = [anArea('R'), anArea('E01', ['R']), anArea('E02', ['R'], { validUntil: day('2018-09-30') })];
  const places = [
    somePlaces({ area: 'E01', places: 3, day: '2018-04-10' }),
    somePlaces({ area: 'E01', places: 2, day: '2018-06-10' }),
    somePlaces({ area: 'E01', places: 5, day: '2018-06-10' }),
    somePlaces({ area: 'E01', kind: 'C06', places: 1, day: '2018-05-10' }),
    somePlaces({ area: 'E02', places: 10, day: '2018-05-01' }),
  ];
  const { read } = figuresOf([aWorkbook({ areas, facts: { places } })]);

  test('per area and activity type the latest day counts, several rows of that day add up', () => {
    expect(['2018-04', '2018-05', '2018-06', '2018-08'].map((period) => read('N15', period, { area: 'E01' }))).toEqual([
      3, 4, 8, 8,
    ]);
  });

  test('an area that has ended drops out: on its last day it is in, the day after it is not', () => {
    expect(
      ['2018-08', '2018-09', '2018-10', 'FY2018Q2', 'FY2018Q3', 'FY2018'].map((period) => read('N15', period)),
    ).toEqual([18, 18, 8, 18, 8, 8]);
  });

  test('two offices that count the same area are added up', () => {
    const other = aWorkbook({ office: { name: '包括' }, facts: { places: [somePlaces({ area: 'E01', places: 4 })] } });
    expect(figuresOf([aWorkbook({ areas, facts: { places } }), other]).read('N15', '2018-06', { area: 'E01' })).toBe(
      12,
    );
  });
});

describe('a reference workbook', () => {
  test('is not counted', () => {
    const { read } = figuresOf([
      aWorkbook({ facts: { cases: [aCase()] } }),
      aWorkbook({
        office: { name: '抜粋', isReference: true },
        facts: { cases: [aCase({ count: 9 })] },
        population: aPopulation(),
      }),
    ]);
    expect(read('N01', 'FY2018')).toBe(1);
  });
});
