/** What the comparison takes from a municipality is what its own figures are made of. Everything here is 架空のデータ. */
import { describe, expect, test } from 'vitest';
import type { IngestedWorkbook } from '#functions/ingest/ingested.ts';
import { createTownToCompare } from '#functions/publish/comparison/create-town.ts';
import { townToCompareSchema } from '#functions/publish/comparison-schemas.ts';
import { summarise } from '#functions/publish/compute-prefecture.ts';
import type { MeasureCode } from '#sheets-schema/vocabulary/measures.ts';
import { aCase, anAction, aPopulation, aWorkbook, today } from '../ingested-builder.ts';
import { figuresOf } from '../reading.ts';

const population = aPopulation({ asOf: '2018-04-01', inhabitants: 10_000, households: 4000, elderly: 3000 });
/** One consultation a month but for July and August 2018 of FY2018, two in June; then April 2019. */
const months = [
  '2018-04',
  '2018-05',
  '2018-06',
  '2018-09',
  '2018-10',
  '2018-11',
  '2018-12',
  '2019-01',
  '2019-02',
  '2019-03',
  '2019-04',
];
const cases = [...months, '2018-06'].map((received, index) =>
  aCase({ received, pathway: index % 3 === 0 ? 'P04' : 'P01', isCompound: index % 4 === 0, count: 20 }),
);
const actions = ['2018-04', '2018-05'].map((month) => anAction({ month, count: 30 }));

function townOf(workbooks: readonly IngestedWorkbook[]) {
  const { municipality, read } = figuresOf(workbooks, today);
  const profile = { inhabitants: 10_000, households: 4000, elderly: 3000 };
  const goals = { format: 1, kind: 'goals', municipality: '162051', goals: [] } as const;
  const town = createTownToCompare(municipality, summarise(municipality, profile, goals));
  const sidesAt = (measure: MeasureCode, period: string) => {
    const position = town.periods.indexOf(period);
    return { count: town.measures[measure]?.counts[position], base: town.measures[measure]?.bases[position] };
  };
  return { town, read, sidesAt };
}

describe('a municipality to compare', () => {
  const { town, read, sidesAt } = townOf([aWorkbook({ population, squareKilometres: 250, facts: { cases, actions } })]);

  test('has its fiscal years and the last twelve finished months', () => {
    expect(town.periods).toEqual(['FY2018', 'FY2019', '2018-05..2019-04']);
    expect(townToCompareSchema.parse(town)).toEqual(town);
  });

  test.each<[MeasureCode, number]>([
    ['R01', 100],
    ['R02', 100],
    ['R05', 100],
    ['R06', 100_000],
    ['R07', 12_000],
    ['R08', 1],
    ['R09', 12_000],
  ])('%s divided is the figure that its own page shows', (measure, factor) => {
    const { count, base } = sidesAt(measure, 'FY2018');
    const published = read(measure, 'FY2018');
    if (typeof count !== 'number' || typeof base !== 'number' || typeof published !== 'number')
      throw new Error(`${measure} is a number in FY2018`);
    expect((count * factor) / base).toBeCloseTo(published, 9);
  });

  test('is compared on the months that it reported', () => {
    expect(town.months.cases?.[0]).toEqual({ due: 12, reported: 10, partly: 0 });
    expect(sidesAt('R06', 'FY2018')).toEqual({ count: 220, base: 100_000 });
    // In the year that has just begun, one month is over.
    expect(town.months.cases?.[1]).toEqual({ due: 1, reported: 1, partly: 0 });
  });

  test('the last twelve months are the sum of those with data', () => {
    // All but April 2018 of FY2018, and April 2019.
    expect(sidesAt('R06', '2018-05..2019-04')).toEqual({ count: 220, base: 100_000 });
    expect(town.months.cases?.[2]).toEqual({ due: 12, reported: 10, partly: 0 });
    expect(sidesAt('R03', '2018-05..2019-04')).toEqual({ count: 'n', base: null });
  });

  test('counts of another tab are divided by the months of that tab', () => {
    expect(sidesAt('N02', 'FY2018')).toEqual({ count: 60, base: 20_000 });
    expect(sidesAt('N13', 'FY2018')).toEqual({ count: 'u', base: null });
  });

  test('says since when it is silent', () => {
    expect(town.reporting.sources.actions).toEqual({ last: '2018-05', silentSince: '2018-06' });
    expect(town.reporting.sources.cases).toEqual({ last: '2019-04', silentSince: null });
    expect(town.reporting.sources.meetings).toEqual({ last: null, silentSince: null });
  });

  test('without inhabitants has counts and nothing to divide by', () => {
    const without = townOf([aWorkbook({ facts: { cases } })]);
    expect(without.sidesAt('R06', 'FY2018')).toEqual({ count: 220, base: null });
    expect(without.sidesAt('R02', 'FY2018').base).toBe(220);
  });

  test('months in which one of two offices is missing are marked', () => {
    const second = aWorkbook({
      workbook: 'b.xlsx' as IngestedWorkbook['workbook'],
      office: { name: '地域包括' },
      facts: { cases: ['2018-04', '2018-05'].map((received) => aCase({ received, count: 20 })) },
    });
    const { town: both } = townOf([aWorkbook({ population, facts: { cases } }), second]);
    expect(both.months.cases?.[0]).toEqual({ due: 12, reported: 10, partly: 8 });
  });
});
