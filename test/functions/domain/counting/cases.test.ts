/** Cases are counted cell by cell; here they are counted one after the other, slice by slice and month by month, as the rule says it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAreaTree } from '#functions/domain/area-tree.ts';
import type { MunicipalityCode } from '#functions/domain/codes.ts';
import { addRows, type Counts, emptyTables } from '#functions/domain/counting/count-figures.ts';
import { createSliceFinder } from '#functions/domain/counting/slices.ts';
import type { CaseFact, Facts } from '#functions/domain/fact.ts';
import { createPeriodAxis, monthAt } from '#functions/domain/period-axis.ts';
import { aCase, anArea, day } from '../../publish/ingested-builder.ts';

const municipality = '162051' as MunicipalityCode;
const axis = createPeriodAxis({ first: 2018, last: 2019, today: day('2020-03-31') });
const tree = createAreaTree({
  municipality,
  name: '氷見市',
  areas: [
    ...[anArea('R'), anArea('D1', ['R'], { kind: '地区社協' }), anArea('H1', ['R'], { kind: '方部' })],
    anArea('N1', ['D1', 'H1'], { kind: '町内会' }),
  ],
});
const none: Facts = { cases: [], actions: [], meetings: [], activities: [], places: [], totals: [] };

const fact: fc.Arbitrary<CaseFact> = fc
  .record({
    received: fc.integer({ min: -3, max: 26 }),
    lasts: fc.option(fc.integer({ min: -2, max: 14 })),
    area: fc.constantFrom('N1', 'D1', null),
    pathway: fc.constantFrom('P04', 'P0401', 'P99'),
    targets: fc.constantFrom(['T01'], ['T0201', 'T0202'], ['T01', 'T0201'], []),
    isCompound: fc.boolean(),
    isCarriedOver: fc.boolean(),
    handovers: fc.constantFrom([], ['P05'], ['P05', 'P06']),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ received, lasts, ...rest }) =>
    aCase({
      ...rest,
      received: monthAt(axis, received),
      closed: lasts === null ? null : monthAt(axis, received + lasts),
    }),
  );

type Range = { readonly from: number; readonly to: number };

/** What a case adds to a month, by what is counted. */
function termsOf(one: CaseFact, month: number) {
  const [name, next] = [monthAt(axis, month), monthAt(axis, month + 1)];
  const isNew = one.received === name && !one.isCarriedOver;
  const isOpenBefore = (limit: string) => one.received < limit && (one.closed === null || one.closed >= limit);
  return {
    N01: isNew ? one.count : 0,
    N05: isNew ? one.count * one.handovers.length : 0,
    N06: one.closed === name ? one.count : 0,
    N07: isOpenBefore(next) ? one.count : 0,
    N08: isNew && one.isCompound ? one.count : 0,
    opening: isOpenBefore(name) ? one.count : 0,
  };
}

function countPlainly(cases: readonly CaseFact[], { from, to }: Range): readonly string[] {
  const finder = createSliceFinder(tree);
  const counts = new Map<string, number>();
  const add = (key: string, value: number) => counts.set(key, (counts.get(key) ?? 0) + value);
  for (const one of cases) {
    for (const slice of finder.slicesOf(one)) {
      for (let month = from; month <= to; month += 1)
        for (const [name, value] of Object.entries(termsOf(one, month))) add(`${name} ${slice} ${month}`, value);
      axis.plainSlots.forEach(({ months }, slot) => {
        const last = monthAt(axis, Math.max(...months));
        const heard = months.filter((month) => month >= from && month <= to && termsOf(one, month).N01 > 0);
        if (heard.length > 0 && one.closed !== null && one.closed <= last) add(`within ${slice} ${slot}`, one.count);
      });
    }
  }
  return [...counts].flatMap(([key, value]) => (value === 0 ? [] : [`${key}: ${value}`])).toSorted();
}

function countByCells(cases: readonly CaseFact[], range: Range): readonly string[] {
  const tables = emptyTables();
  const finder = createSliceFinder(tree);
  addRows(tables, { facts: { ...none, cases }, ...range, axis, slots: axis.plainSlots, finder });
  const said = (name: string, counts: Counts) =>
    [...counts].flatMap(([slice, values]) =>
      Array.from(values).flatMap((value, at) => (value === 0 ? [] : [`${name} ${slice} ${at}: ${value}`])),
    );
  const indicators = (['N01', 'N05', 'N06', 'N07', 'N08'] as const).flatMap((code) =>
    said(code, tables.byIndicator[code]),
  );
  return [...indicators, ...said('opening', tables.opening), ...said('within', tables.closedWithin)].toSorted();
}

test('whatever months a workbook speaks for, a case counts in each slice that it lies in, and is open until its 終結日', () => {
  fc.assert(
    fc.property(
      fc.array(fact, { maxLength: 8 }),
      fc.constantFrom({ from: 0, to: 23 }, { from: 12, to: 23 }, { from: 0, to: 11 }),
      (cases, range) => {
        expect(countByCells(cases, range)).toEqual(countPlainly(cases, range));
      },
    ),
    { numRuns: 30 },
  );
});
