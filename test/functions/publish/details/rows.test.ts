import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseIndicators } from '#functions/domain/counting/count-figures.ts';
import { pathwayNumber, sliceNumber, targetNumber } from '#functions/domain/counting/slices.ts';
import type { StoredFigure } from '#functions/domain/figure.ts';
import { countFacts } from '#functions/ingest/count-facts.ts';
import type { WorkbookRows } from '#functions/ingest/workbook-rows.ts';
import { canonicalJson } from '#functions/publish/canonical.ts';
import { rowsSchema } from '#functions/publish/row-schemas.ts';
import type { RowsObject } from '#functions/publish/row-views.ts';
import type { SheetGrid } from '#functions/world.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { checkTogether, keepTogether, type Workbooks } from '../../../builders/kept-municipality.ts';
import { type Behind, hasTotalsIn, rowsBehind } from '../../../builders/rows-behind.ts';
import { aMeeting, anActivity, aProfile, aWorkbook, type TypedRow } from '../../../builders/workbook.ts';

/** Two divisions that do not nest: 川端 lies in 東山地区 and in 北部. 西川地区 ended. */
const areas: readonly TypedRow[] = [
  { code: 'Z', name: '氷見市全域', kind: '市町村全域' },
  { code: 'E01', name: '東山地区', kind: '地区', parents: 'Z' },
  { code: 'E02', name: '西川地区', kind: '地区', parents: 'Z', validUntil: '2024/3/31' },
  { code: 'H1', name: '北部', kind: '方部', parents: 'Z' },
  { code: 'K1', name: '川端', kind: '町内会', parents: 'E01、H1' },
];
const office = '架空包括';
const profileOf = (fiscalYear: string) => aProfile({ officeName: office, fiscalYear });

const day = fc
  .record({ month: fc.integer({ min: 1, max: 15 }), day: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, day: number }) => {
    const position = 2023 * 12 + 3 + month;
    return `${Math.floor(position / 12)}/${(position % 12) + 1}/${number}`;
  });
const area = fc.constantFrom('東山地区', '西川地区', '北部', '川端', '不明');
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const number = fc.nat({ max: 12 }).map((each) => `C-${each}`);
const cases = fc.uniqueArray(
  fc.record({
    receiptNumber: number,
    receivedOn: day,
    area,
    pathway: fc.constantFrom('本人', '民生委員・児童委員', '社会福祉協議会', '不明'),
    targets1: fc.constantFrom('高齢者', '身体障害、精神障害', '障害者', '不明'),
    targets2: optional(fc.constantFrom('高齢者', '精神障害', '生活困窮')),
    issues1: optional(fc.constantFrom('経済的困窮、孤立', '孤立')),
    handover1: optional(fc.constantFrom('社会福祉協議会', '民生委員・児童委員')),
    handover2: optional(fc.constantFrom('社会福祉協議会')),
    closedOn: optional(day),
  }),
  { maxLength: 10, selector: ({ receiptNumber }) => receiptNumber },
);
const actions = fc.array(
  fc.record({ actedOn: day, receiptNumber: number, method: fc.constantFrom('訪問', '電話', 'プラン作成') }),
  { maxLength: 14 },
);
const some = optional(fc.nat({ max: 9 }));
const meetings = fc.array(
  fc.record({ heldOn: day, area: optional(area), discussed: some, participants: some }).map(aMeeting),
  { maxLength: 6 },
);
const activities = fc.array(
  fc
    .record({
      heldOn: day,
      area: optional(area),
      kind: fc.constantFrom('サロン・居場所', '見守り'),
      targets: optional(fc.constantFrom('高齢者、身体障害')),
      times: some,
      places: some,
      participants: some,
      helpers: some,
    })
    .map(anActivity),
  { maxLength: 8 },
);
const totals = fc.array(
  fc.record({
    fiscalYear: fc.constantFrom('令和5年度', '令和6年度'),
    month: optional(fc.constantFrom('4', '5', '11', '1')),
    indicator: fc.constantFrom(...indicators.filter(({ code }) => code.startsWith('N')).map(({ ja }) => ja)),
    area: optional(fc.constantFrom('東山地区', '不明')),
    value: fc.nat({ max: 30 }),
  }),
  { maxLength: 4 },
);
const tabs = fc.record({ cases, actions, meetings, activities });

const someWorkbooks: fc.Arbitrary<Workbooks> = fc.record({
  'a.xlsx': fc.tuple(tabs, totals).map(([typed, sums]) => aWorkbook({ areas, ...typed, totals: sums })),
  'b5.xlsx': tabs.map((typed) => aWorkbook({ areas, profile: profileOf('令和5年度'), ...typed })),
  'b6.xlsx': fc
    .tuple(tabs, totals)
    .map(([typed, sums]) => aWorkbook({ areas, profile: profileOf('令和6年度'), ...typed, totals: sums })),
});

/** Pathways and targets of both levels alone, and some together. */
const slices = [
  ...['all', 'P01', 'P04', 'P0401', 'P05', 'P99'].map((pathway) => ({ pathway, target: 'all' })),
  ...['T01', 'T02', 'T0201', 'T0203', 'T99'].map((target) => ({ pathway: 'all', target })),
  { pathway: 'P04', target: 'T02' },
  { pathway: 'P0401', target: 'T0203' },
];

function* everyFigure({
  municipality,
}: ReturnType<typeof keepTogether>): Generator<Behind & { readonly figure: StoredFigure }> {
  const { figures, tree } = municipality;
  for (const [position, { key: area }] of tree.nodes.entries()) {
    for (const { pathway, target } of slices) {
      const series = figures.seriesOf(sliceNumber(position, pathwayNumber(pathway), targetNumber(target)), 'counts');
      for (const indicator of baseIndicators) {
        for (const [slot, { name: period }] of figures.axis.plainSlots.entries()) {
          const figure = series.get(indicator)?.[slot];
          if (figure !== undefined) yield { indicator, area, pathway, target, period, figure };
        }
      }
    }
  }
}

const sumOf = (terms: readonly (readonly [string, number, number])[]) =>
  terms.reduce((sum, [, , adds]) => sum + adds, 0);

describe('the rows behind figures', () => {
  test('add up to the figure: every indicator, area, pathway, target and period, wherever rows are the truth', () => {
    const seen = { figures: 0, states: 0, besideTotals: 0 };
    fc.assert(
      fc.property(someWorkbooks, (workbooks) => {
        const together = keepTogether(workbooks);
        for (const { figure, ...place } of everyFigure(together)) {
          if (hasTotalsIn(together.rows, place)) {
            seen.besideTotals += 1;
            continue;
          }
          const sum = sumOf(rowsBehind(together.rows, together.index, place));
          if (typeof figure !== 'number') seen.states += 1;
          else if (sum > 0) seen.figures += 1;
          // Where nobody reported, no row may pretend so.
          const told = typeof figure === 'number' ? figure : 0;
          if (told !== sum) throw new Error(`${canonicalJson(place)} is ${figure}, its rows add up to ${sum}`);
        }
      }),
      { numRuns: 5 },
    );
    expect(Math.min(seen.figures, seen.states, seen.besideTotals)).toBeGreaterThan(100);
  });

  test('are what the facts of their workbook were counted from, also once they were stored', () => {
    fc.assert(
      fc.property(someWorkbooks, (workbooks) => {
        for (const { ingested, rows } of checkTogether(workbooks)) {
          const stored = JSON.parse(canonicalJson(rows)) as WorkbookRows;
          expect(countFacts(stored, ingested.areas)).toEqual(ingested.facts);
        }
      }),
      { numRuns: 12 },
    );
  });

  test('keep what the schema knows and nothing else, each row once, by day', () => {
    fc.assert(
      fc.property(someWorkbooks, (workbooks) => {
        const { rows } = keepTogether(workbooks);
        for (const object of rows) {
          rowsSchema.parse(object);
          const places = object.rows.map(({ workbook, row }) => `${workbook}!${row}`);
          expect(new Set(places).size).toBe(places.length);
          expect(new Set(object.rows.map(({ workbook }) => workbook)).size).toBe(object.workbooks.length);
          const days = object.rows.map(dayOf);
          expect(days).toEqual(days.toSorted());
        }
        expect(new Set(rows.map(({ source, year }) => `${source}-${year}`)).size).toBe(rows.length);
      }),
      { numRuns: 12 },
    );
  });

  test('are the same rows in whatever order they stand, and the same bytes each time', () => {
    const twice = someWorkbooks.chain((workbooks) => {
      const shuffled = Object.entries(workbooks).map(([name, grids]) =>
        fc.tuple(fc.constant(name), fc.tuple(...grids.map(shuffleRows))),
      );
      return fc.tuple(fc.constant(workbooks), fc.tuple(...shuffled).map(Object.fromEntries<readonly SheetGrid[]>));
    });
    fc.assert(
      fc.property(twice, ([given, other]) => {
        const bytes = canonicalJson(keepTogether(given).rows);
        expect(canonicalJson(keepTogether(given).rows)).toBe(bytes);
        expect(withoutPlaces(keepTogether(other).rows)).toEqual(withoutPlaces(keepTogether(given).rows));
      }),
      { numRuns: 8 },
    );
  });
});

const dayOf = (row: RowsObject['rows'][number]): string => {
  if ('receivedOn' in row) return row.receivedOn;
  if ('actedOn' in row) return row.actedOn;
  return 'heldOn' in row ? row.heldOn : (row.month ?? '');
};

/** The rows of a tab in another order below its header. */
function shuffleRows(grid: SheetGrid): fc.Arbitrary<SheetGrid> {
  const [header = [], ...rows] = grid.rows;
  if (grid.tab === '基本情報' || grid.tab === '圏域') return fc.constant(grid);
  return fc
    .shuffledSubarray(rows, { minLength: rows.length })
    .map((others) => ({ ...grid, rows: [header, ...others] }));
}

function withoutPlaces(objects: readonly RowsObject[]) {
  return objects.map(({ rows, ...rest }) => ({
    ...rest,
    rows: (rows as readonly RowsObject['rows'][number][]).map((each) => canonicalJson({ ...each, row: 0 })).toSorted(),
  }));
}
