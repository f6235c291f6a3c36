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
import { anyWorkbooks, slicesOfAny } from '../../../builders/any-workbooks.ts';
import { checkTogether, keepTogether } from '../../../builders/kept-municipality.ts';
import { type Behind, hasTotalsIn, rowsBehind } from '../../../builders/rows-behind.ts';

function* everyFigure({
  municipality,
}: ReturnType<typeof keepTogether>): Generator<Behind & { readonly figure: StoredFigure }> {
  const { figures, tree } = municipality;
  for (const [position, { key: area }] of tree.nodes.entries()) {
    for (const { pathway, target } of slicesOfAny) {
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
      fc.property(anyWorkbooks, (workbooks) => {
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
      fc.property(anyWorkbooks, (workbooks) => {
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
      fc.property(anyWorkbooks, (workbooks) => {
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
    const twice = anyWorkbooks.chain((workbooks) => {
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
