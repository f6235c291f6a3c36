import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, type Column, tables } from '#sheets-schema';
import type { WorkbookId } from '../../../functions/domain/codes.ts';
import { checkWorkbook } from '../../../functions/ingest/checks/check-workbook.ts';
import { settleAreas } from '../../../functions/ingest/settle-areas.ts';
import { openWorkbook } from '../../../functions/ingest/tables/open-workbook.ts';
import type { SheetGrid } from '../../../functions/world.ts';
import { takeIn, today } from '../../builders/ingest.ts';
import { aGrid, aProfile, profileGrid, someAreas, type TypedRow } from '../../builders/workbook.ts';

const day = fc.constantFrom('2024/4/1', 'R6.5.10', '2024-06-30', '20240701', '11/5', '2025/1/1', '2024/2/30');
const optional = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });

const typedCase: fc.Arbitrary<TypedRow> = fc.record({
  receivedOn: day,
  area: fc.constantFrom('東山地区', 'E02', '市外', '北の谷', null),
  pathway: fc.constantFrom('本人', '民生委員', '不明', '？？', null),
  targets1: fc.constantFrom('高齢者', '生活困窮、ひきこもり', '？？'),
  targets2: optional(fc.constantFrom('精神障害', '不明', '？？')),
  sex: optional(fc.constantFrom('男', '？？')),
  compound: optional(fc.constantFrom('有', '無', '？？')),
  closedOn: optional(day),
});
const numbered = fc
  .array(typedCase, { maxLength: 12 })
  .chain((rows) =>
    fc.tuple(...rows.map((row) => fc.nat({ max: 15 }).map((number) => ({ ...row, receiptNumber: `R6-${number}` })))),
  );
const typedAction: fc.Arbitrary<TypedRow> = fc.record({
  actedOn: day,
  receiptNumber: fc.nat({ max: 15 }).map((number) => `R6-${number}`),
  method: fc.constantFrom('訪問', '電話', '？？'),
  minutes: optional(fc.constantFrom('30分', 15, '約20', '？？')),
});
const actions = fc.array(typedAction, { maxLength: 12 });

function workbookOf(...grids: readonly SheetGrid[]): readonly SheetGrid[] {
  return [profileGrid(aProfile()), aGrid('areas', someAreas), ...grids];
}

test('the order of rows changes no fact and no count', () => {
  const shuffled = fc.tuple(numbered, actions).chain(([cases, acts]) =>
    fc.tuple(
      fc.constant({ cases, acts }),
      fc.record({
        cases: fc.shuffledSubarray([...cases], { minLength: cases.length }),
        acts: fc.shuffledSubarray(acts, { minLength: acts.length }),
      }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([given, other]) => {
      const [one, two] = [given, other].map(
        ({ cases, acts }) => takeIn(workbookOf(aGrid('cases', cases), aGrid('actions', acts))).ingested,
      );
      expect(two?.facts).toEqual(one?.facts);
      expect(two?.rowCounts).toEqual(one?.rowCounts);
      expect(two?.findings.length).toBe(one?.findings.length);
    }),
    { numRuns: 150 },
  );
});

test('the order of columns and tabs changes nothing', () => {
  const orders = fc.tuple(numbered, fc.nat());
  fc.assert(
    fc.property(orders, ([cases, turn]) => {
      const grid = aGrid('cases', cases);
      const width = grid.rows[0]?.length ?? 1;
      const turned = grid.rows.map((row) => row.map((_, index) => row[(index + turn) % width] ?? null));
      const one = takeIn(workbookOf(grid)).ingested;
      const two = takeIn([...workbookOf({ ...grid, rows: turned })].toReversed()).ingested;
      expect(two.facts).toEqual(one.facts);
      expect(two.rowCounts).toEqual(one.rowCounts);
    }),
    { numRuns: 60 },
  );
});

test('an error in one row never drops another', () => {
  fc.assert(
    fc.property(numbered, typedCase, (cases, broken) => {
      const count = (rows: readonly TypedRow[]) =>
        takeIn(workbookOf(aGrid('cases', rows))).ingested.facts.cases.reduce((sum, fact) => sum + fact.count, 0);
      const before = count(cases);
      expect(count([...cases, { ...broken, receiptNumber: 'X', pathway: '？？' }])).toBe(before);
      expect(
        count([
          ...cases,
          { ...broken, receiptNumber: 'X', receivedOn: '2024/5/1', area: 'E01', pathway: '本人', targets1: '高齢者' },
        ]),
      ).toBe(before + 1);
    }),
    { numRuns: 60 },
  );
});

test('splitting the rows of an office in two adds up to the same cases', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(typedCase, { maxLength: 10, selector: (row) => JSON.stringify(row) }),
      fc.nat({ max: 10 }),
      (rows, cut) => {
        const cases = rows.map((row, index) => ({ ...row, receiptNumber: `R6-${index}` }));
        const count = (some: readonly TypedRow[]) =>
          takeIn(workbookOf(aGrid('cases', some))).ingested.facts.cases.reduce((sum, fact) => sum + fact.count, 0);
        expect(count(cases.slice(0, cut)) + count(cases.slice(cut))).toBe(count(cases));
      },
    ),
    { numRuns: 60 },
  );
});

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constant(null),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '合計',
    '〃',
    '不明',
    'なし',
    '-',
    '123456789018',
    '○',
    '2024/4/1',
    '圏域',
    '氏名',
    '市外',
    '__proto__',
    'constructor',
  ),
  fc.double(),
  fc.boolean(),
  fc.double().map((serial) => ({ serial })),
  fc.constantFrom({ error: '#REF!' }, { error: '' }),
);
const headers = Object.values(tables).flatMap(({ columns }) =>
  Object.values<Column>(columns).map(({ header }) => header),
);
const anyGrid: fc.Arbitrary<SheetGrid> = fc.record({
  tab: fc.oneof(fc.constantFrom(...Object.values(tables).map(({ tab }) => tab)), fc.string()),
  id: fc.string(),
  rows: fc.array(fc.array(fc.oneof(anyCell, fc.constantFrom(...headers)), { maxLength: 14 }), { maxLength: 12 }),
  merges: fc.array(fc.record({ top: fc.nat(15), left: fc.nat(15), bottom: fc.nat(1_000_000), right: fc.nat(20) }), {
    maxLength: 3,
  }),
});

/** A tab of ours with its own headers over any cells, so that what lies behind finding tables is tried too. */
const anyRows = fc.constantFrom(...(Object.keys(tables) as (keyof typeof tables)[])).chain((name) => {
  const width = Object.keys(tables[name].columns).length;
  return fc
    .array(fc.array(anyCell, { minLength: width, maxLength: width }), { maxLength: 8 })
    .map((rows): SheetGrid => ({ ...aGrid(name, []), rows: [...aGrid(name, []).rows, ...rows] }));
});

test('any grids of any cells are read or held, and nothing is thrown', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(anyGrid, anyRows), { maxLength: 5 }), fc.boolean(), (grids, isValid) => {
      const opened = openWorkbook(isValid ? [...workbookOf(), ...grids] : grids);
      if (opened.outcome === 'held') return;
      const { areas } = opened.workbook;
      const united = settleAreas([areas?.areas ?? []], () => false);
      const { ingested } = checkWorkbook({
        workbook: 'a' as WorkbookId,
        name: 'a',
        opened: opened.workbook,
        united,
        today,
      });
      expect(JSON.parse(JSON.stringify(ingested))).toEqual(ingested);
    }),
    { numRuns: 300 },
  );
});
