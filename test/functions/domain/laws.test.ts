import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOfFiscalYear } from '#functions/domain/calendar.ts';
import type { CaseFact, Facts, PlacesFact } from '#functions/domain/fact.ts';
import { canonicalJson } from '#functions/publish/canonical.ts';
import { pathways, targets } from '#sheets-schema/vocabulary/codes.ts';
import { aCase, anAction, anActivity, anArea, aWorkbook, day, somePlaces } from '../publish/ingested-builder.ts';
import { figuresOf } from '../publish/reading.ts';

const months = [...monthsOfFiscalYear(2017), ...monthsOfFiscalYear(2018)];
const pathwayCodes = pathways.codes.map(({ code }) => code);
const targetCodes = targets.codes.map(({ code }) => code);
/** A plain tree, two levels, one division. */
const plain = [
  anArea('R'),
  anArea('A', ['R']),
  anArea('B', ['R']),
  anArea('A1', ['A'], { kind: '町内会' }),
  anArea('A2', ['A'], { kind: '町内会' }),
];
const leaves = ['A1', 'A2', 'B', null];

const aCaseFact: fc.Arbitrary<CaseFact> = fc
  .record({
    received: fc.nat(23),
    lasts: fc.option(fc.nat(8)),
    area: fc.constantFrom(...leaves),
    pathway: fc.constantFrom(...pathwayCodes),
    targets: fc.uniqueArray(fc.constantFrom(...targetCodes), { minLength: 1, maxLength: 3 }),
    isCompound: fc.boolean(),
    handovers: fc.array(fc.constantFrom('P05', 'P06'), { maxLength: 2 }),
    count: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ received, lasts, targets: set, ...rest }) =>
    aCase({
      ...rest,
      targets: set.toSorted(),
      received: months[received] ?? '2018-04',
      closed: lasts === null ? null : (months[received + lasts] ?? null),
    }),
  );
/** Every month has a row, so that nothing is unreported. */
const everyMonth = months.map((received) => aCase({ received, area: 'B' }));
const someFacts: fc.Arbitrary<Partial<Facts>> = fc.record({
  cases: fc.array(aCaseFact, { maxLength: 25 }).map((cases) => [...everyMonth, ...cases]),
  actions: fc.array(
    fc
      .record({
        month: fc.constantFrom(...months),
        method: fc.constantFrom('S01', 'S03', 'S07'),
        area: fc.constantFrom(...leaves),
        pathway: fc.constantFrom(...pathwayCodes),
        count: fc.integer({ min: 1, max: 3 }),
      })
      .map(anAction),
    { maxLength: 15 },
  ),
  places: fc.array(
    fc
      .record({
        day: fc.constantFrom(...months.map((name) => `${name}-10`)),
        area: fc.constantFrom('A1', 'B'),
        kind: fc.constantFrom('C01', 'C06'),
        places: fc.nat(9),
      })
      .map(somePlaces),
    { maxLength: 8 },
  ),
});
const someRuns = { numRuns: 25 };
const counts = ['N01', 'N02', 'N03', 'N04', 'N05', 'N06', 'N08'];
const number = (figure: unknown): number => (typeof figure === 'number' ? figure : 0);

describe('laws', () => {
  test('the order of facts is irrelevant', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(), (facts, seed) => {
        const shuffle = <T>(list: readonly T[] = []): T[] =>
          list
            .map((fact, index) => ({ fact, rank: ((index + 1) * (seed + 7919)) % 1009 }))
            .toSorted((a, b) => a.rank - b.rank)
            .map(({ fact }) => fact);
        const one = figuresOf([aWorkbook({ areas: plain, facts })]);
        const other = figuresOf([
          aWorkbook({
            areas: plain,
            facts: { cases: shuffle(facts.cases), actions: shuffle(facts.actions), places: shuffle(facts.places) },
          }),
        ]);
        expect(canonicalJson([...other.cuts.values()])).toBe(canonicalJson([...one.cuts.values()]));
      }),
      { numRuns: 8 },
    );
  });

  test("splitting a workbook's facts over two offices changes no municipal total", () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const half = <T>(list: readonly T[] | undefined, part: number): T[] =>
          (list ?? []).filter((_, index) => index % 2 === part);
        // Both offices report the same months in each tab; places of one area stay together, since they are dated per office.
        const zeros = months.map((received) => aCase({ received, area: 'B' }));
        const activities = months.map((month) => anActivity({ month }));
        const split = (part: 0 | 1): Partial<Facts> => ({
          activities,
          cases: [...zeros, ...half(facts.cases, part)],
          actions: [...months.map((month) => anAction({ month })), ...half(facts.actions, part)],
          places: (facts.places ?? []).filter((place: PlacesFact) => (place.area === 'B') === (part === 0)),
        });
        const whole = figuresOf([
          aWorkbook({
            areas: plain,
            facts: {
              cases: [...zeros, ...zeros, ...(facts.cases ?? [])],
              actions: [...months, ...months].map((month) => anAction({ month })).concat(facts.actions ?? []),
              activities: [...activities, ...activities],
              places: facts.places ?? [],
            },
          }),
        ]);
        const parts = figuresOf([
          aWorkbook({ areas: plain, facts: split(0) }),
          aWorkbook({ office: { name: '包括' }, facts: split(1) }),
        ]);
        for (const [name, cut] of whole.cuts) expect(parts.cuts.get(name)?.series, name).toEqual(cut.series);
      }),
      { numRuns: 8 },
    );
  });

  test('in a plain tree the root is the sum of its areas and of what lies in none', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { read } = figuresOf([aWorkbook({ areas: plain, facts })]);
        const only = figuresOf([
          aWorkbook({
            areas: plain,
            facts: { cases: [...everyMonth, ...(facts.cases ?? []).filter(({ area }) => area === null)] },
          }),
        ]);
        for (const series of ['N01', 'N05', 'N06', 'N07', 'N08']) {
          const sum = number(read(series, 'FY2018', { area: 'A' })) + number(read(series, 'FY2018', { area: 'B' }));
          const unplaced = number(only.read(series, 'FY2018')) - number(only.read(series, 'FY2018', { area: 'B' }));
          expect(sum + unplaced, series).toBe(read(series, 'FY2018'));
          expect(
            number(read(series, 'FY2018', { area: 'A1' })) + number(read(series, 'FY2018', { area: 'A2' })),
            series,
          ).toBe(read(series, 'FY2018', { area: 'A' }));
        }
      }),
      someRuns,
    );
  });

  test('all is at least each target and at most the sum of the targets; a parent the same with its children', () => {
    fc.assert(
      fc.property(
        someFacts,
        fc.constantFrom('all', 'P04', 'P0401'),
        fc.constantFrom('162051', 'A', 'A1'),
        (facts, pathway, area) => {
          const { read } = figuresOf([aWorkbook({ areas: plain, facts })]);
          const all = number(read('N01', 'FY2018', { pathway, area }));
          const first = targets.codes
            .filter(({ parent }) => parent === null)
            .map(({ code }) => number(read('N01', 'FY2018', { target: code, pathway, area })));
          expect(Math.max(...first)).toBeLessThanOrEqual(all);
          expect(first.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(all);
          for (const { code, parent } of targets.codes) {
            if (parent === null) continue;
            const of = (target: string) => number(read('N01', 'FY2018', { target, pathway, area }));
            expect(of(code)).toBeLessThanOrEqual(of(parent));
          }
        },
      ),
      someRuns,
    );
  });

  test('a pathway is the sum of its second level and of the cases without one', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { read } = figuresOf([aWorkbook({ areas: plain, facts })]);
        for (const parent of ['P04', 'P05', 'P06']) {
          const children = pathways.codes.filter((code) => code.parent === parent);
          const own = (facts.cases ?? [])
            .filter(({ pathway, received }) => pathway === parent && received >= '2018-04')
            .reduce((sum, { count }) => sum + count, 0);
          const sum = children.reduce(
            (total, { code }) => total + number(read('N01', 'FY2018', { pathway: code })),
            own,
          );
          expect(sum).toBe(read('N01', 'FY2018', { pathway: parent }));
        }
      }),
      someRuns,
    );
  });

  test('a fiscal year is the sum of its months and of its quarters, for every count', () => {
    fc.assert(
      fc.property(someFacts, fc.constantFrom('all', 'P01', 'P05'), (facts, pathway) => {
        const { read } = figuresOf([aWorkbook({ areas: plain, facts })]);
        for (const series of counts) {
          const sumOf = (periods: readonly string[]) =>
            periods.reduce((sum, period) => sum + number(read(series, period, { pathway })), 0);
          expect(sumOf(monthsOfFiscalYear(2018)), series).toBe(number(read(series, 'FY2018', { pathway })));
          expect(sumOf(['FY2018Q1', 'FY2018Q2', 'FY2018Q3', 'FY2018Q4']), series).toBe(
            number(read(series, 'FY2018', { pathway })),
          );
        }
      }),
      someRuns,
    );
  });

  test('open cases change by those received less those closed', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const { read } = figuresOf([aWorkbook({ areas: plain, facts })]);
        months.slice(1).forEach((name, index) => {
          const before = number(read('N07', months[index] ?? ''));
          expect(before + number(read('N01', name)) - number(read('N06', name))).toBe(read('N07', name));
        });
      }),
      someRuns,
    );
  });

  test('in a graph with parallel divisions a case counts once in every ancestor', () => {
    const someGraph = fc
      .array(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 9 })
      .map((parents) => [
        anArea('R'),
        ...parents.map((picks, index) =>
          anArea(
            `A${index}`,
            [...new Set(picks.map((pick) => (pick % (index + 1) === 0 ? 'R' : `A${(pick % (index + 1)) - 1}`)))],
            { kind: `種別${index % 3}` },
          ),
        ),
      ]);
    fc.assert(
      fc.property(someGraph, fc.nat(), (areas, pick) => {
        const area = areas[pick % areas.length];
        const ancestors = new Set<string>();
        const open = [area?.code ?? 'R'];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
          ancestors.add(next);
          open.push(...(areas.find(({ code }) => code === next)?.parents ?? []));
        }
        const { read } = figuresOf(
          [aWorkbook({ areas, facts: { cases: [aCase({ area: area?.code ?? null })] } })],
          day('2019-05-10'),
        );
        expect(
          areas
            .slice(1)
            .filter(({ code }) => read('N01', 'FY2018', { area: code }) === 1)
            .map(({ code }) => code as string),
        ).toEqual(
          areas
            .slice(1)
            .map(({ code }) => code as string)
            .filter((code) => ancestors.has(code)),
        );
        expect(read('N01', 'FY2018')).toBe(1);
      }),
      someRuns,
    );
  });
});
