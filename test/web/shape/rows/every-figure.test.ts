/** The rows that the dashboard lists behind a figure make it up: every indicator, slice and period of other towns each time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BaseIndicator, baseIndicators } from '#functions/domain/counting/count-figures.ts';
import { ratioCodes, ratioFactors } from '#functions/domain/counting/ratios.ts';
import { pathwayNumber, sliceNumber, targetNumber } from '#functions/domain/counting/slices.ts';
import type { StoredFigure } from '#functions/domain/figure.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import type { RowsQuery } from '../../../../web/src/shape/rows/rows-query.ts';
import { selectRows } from '../../../../web/src/shape/rows/select-rows.ts';
import { anyWorkbooks, slicesOfAny } from '../../../builders/any-workbooks.ts';
import { keepTogether } from '../../../builders/kept-municipality.ts';

type Kept = ReturnType<typeof keepTogether>;

function* figuresOf({ municipality: { figures, tree } }: Kept): Generator<readonly [RowsQuery, StoredFigure]> {
  for (const [position, { key: area }] of tree.nodes.entries()) {
    for (const { pathway, target } of slicesOfAny) {
      const all = figures.seriesOf(sliceNumber(position, pathwayNumber(pathway), targetNumber(target)));
      for (const [series, values] of all) {
        const source = indicators.find(({ code }) => code === series)?.source ?? 'cases';
        if (source === 'quality') continue;
        for (const [slot, { name: period }] of figures.slots[source].entries()) {
          const figure = values[slot];
          if (figure !== undefined) yield [{ series, area, pathway, target, period }, figure];
        }
      }
    }
  }
}

function isBase(series: string): series is BaseIndicator {
  return baseIndicators.some((code) => code === series);
}

test('rows and totals come to every count and stock, in every area, pathway, target and period', () => {
  const seen = { byRows: 0, byTotals: 0, states: 0, compared: 0 };
  fc.assert(
    fc.property(anyWorkbooks, (workbooks) => {
      const kept = keepTogether(workbooks);
      for (const [query, figure] of figuresOf(kept)) {
        if (!isBase(query.series)) continue;
        const [found] = selectRows(query, { index: kept.index, objects: kept.rows });
        if (found === undefined) throw new Error(`No list for ${JSON.stringify(query)}`);
        if (typeof figure !== 'number') seen.states += 1;
        else if (found.totals.length > 0) seen.byTotals += 1;
        else if (figure > 0) seen.byRows += 1;
        if (typeof figure === 'number' && figure > 0 && /[=-]$/.test(query.period)) seen.compared += 1;
        const told = typeof figure === 'number' ? figure : 0;
        if (found.amount !== told)
          throw new Error(`${JSON.stringify(query)} is ${figure}; rows and totals come to ${found.amount}`);
      }
    }),
    { numRuns: 10 },
  );
  expect(Math.min(seen.byRows, seen.states)).toBeGreaterThan(50);
  expect(Math.min(seen.byTotals, seen.compared)).toBeGreaterThan(0);
}, 240_000);

test('a ratio is what stands above its line over what stands below', () => {
  const seen = { all: 0, byTotals: 0 };
  fc.assert(
    fc.property(anyWorkbooks, (workbooks) => {
      const kept = keepTogether(workbooks);
      for (const [query, figure] of figuresOf(kept)) {
        const code = ratioCodes.find((known) => known === query.series);
        if (code === undefined || typeof figure !== 'number') continue;
        const [above, below] = selectRows(query, { index: kept.index, objects: kept.rows });
        if (above === undefined || below === undefined) throw new Error(`No two lists for ${JSON.stringify(query)}`);
        const told = (above.amount * ratioFactors[code]) / below.amount;
        if (!(Math.abs(told - figure) < 1e-9))
          throw new Error(`${JSON.stringify(query)} is ${figure}; rows and totals come to ${told}`);
        seen.all += 1;
        if (above.totals.length + below.totals.length > 0) seen.byTotals += 1;
      }
    }),
    { numRuns: 15 },
  );
  expect(seen.all).toBeGreaterThan(50);
  expect(seen.byTotals).toBeGreaterThan(0);
}, 240_000);
