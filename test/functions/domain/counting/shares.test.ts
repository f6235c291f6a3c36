import { describe, expect, test } from 'vitest';
import { aCase, anArea, aWorkbook } from '../../publish/ingested-builder.ts';
import { figuresOf } from '../../publish/reading.ts';

describe('printed shares of new consultations', () => {
  const areas = [
    anArea('R'),
    anArea('E01', ['R']),
    anArea('E02', ['R']),
    anArea('E0101', ['E01'], { kind: '町内会' }),
    anArea('H1', ['R'], { kind: '方部' }),
    anArea('H2', ['R'], { kind: '方部' }),
    anArea('X1', ['H1', 'H2'], { kind: '班' }),
  ];
  const { read } = figuresOf([
    aWorkbook({
      areas,
      facts: {
        cases: [
          aCase({ area: 'E0101', count: 1, pathway: 'P0401', targets: ['T01', 'T05'] }),
          aCase({ area: 'E01', count: 1, pathway: 'P04' }),
          aCase({ area: 'E02', count: 3, pathway: 'P06' }),
          aCase({ area: null, count: 2, pathway: 'P99' }),
        ],
      },
    }),
  ]);

  test('among the known pathways they add up to 100.0; 不明 is left out', () => {
    const of = (pathway: string) => read('share', 'FY2018', { pathway });
    expect(['P04', 'P0401', 'P06', 'P01', 'P99'].map(of)).toEqual([40, 20, 60, 0, 'n']);
  });

  test('among targets they are of all persons and need not add up', () => {
    expect(['T01', 'T05', 'T06'].map((target) => read('share', 'FY2018', { target }))).toEqual([100, 14.3, 0]);
  });

  test('among the areas of one division they add up to 100.0 with the part that lies in none', () => {
    const of = (area: string) => read('areaShare', 'FY2018', { area });
    expect(['E01', 'E02', 'unplaced:地区'].map(of)).toEqual([28.6, 42.8, 28.6]);
    expect(of('E0101')).toBe(14.3);
  });

  test('for one pathway the shares are of that pathway', () => {
    expect(read('areaShare', 'FY2018', { area: 'E02', pathway: 'P06' })).toBe(100);
    expect(read('targetShare', 'FY2018', { pathway: 'P04', target: 'T05' })).toBe(50);
  });

  test('a month without a report has the state, a month with 0 cases has no share', () => {
    expect([read('share', '2018-07', { pathway: 'P04' }), read('areaShare', '2018-07', { area: 'E01' })]).toEqual([
      'u',
      'u',
    ]);
  });
});
