/** What holds of proposals whatever stands in a workbook. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, tables } from '#sheets-schema';
import { proposeAdoption } from '../../../functions/adopt/adoption.ts';
import { planAdoption } from '../../../functions/adopt/plan-adoption.ts';
import type { SheetGrid } from '../../../functions/world.ts';
import { aCase, aWorkbook } from '../../builders/workbook.ts';
import { applyChanges } from './apply-changes.ts';

const words = [
  ...Object.values(tables).flatMap((table) => [table.tab, ...Object.values(table.columns).map(({ header }) => header)]),
  '日付',
  '番号',
  '備考',
  '氏名',
  '本人',
  '家族',
  '町の人',
  '合計',
  '2024/5/1',
  '12件',
  '東山地区',
  '×',
];
const cells: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Cell>(...words) },
  fc.constant(null),
  fc.integer({ min: -5, max: 60_000 }),
  fc.boolean(),
  fc.string({ maxLength: 12 }),
  fc.integer({ min: 0, max: 60_000 }).map((serial) => ({ serial })),
  fc.constant({ error: '#REF!' }),
);
const grids = fc
  .array(
    fc.record({
      tab: fc.oneof(fc.constantFrom(...words), fc.string()),
      rows: fc.array(fc.array(cells, { maxLength: 8 }), { maxLength: 8 }),
    }),
    { maxLength: 4 },
  )
  .map((tabs): readonly SheetGrid[] =>
    tabs.map(({ tab, rows }, index) => ({ tab, rows, id: String(index), merges: [] })),
  );

const accept = (all: readonly SheetGrid[]) =>
  planAdoption({ grids: all, aliases: proposeAdoption(all).aliases, addTabs: ['profile', 'areas'], fiscalYear: 2024 });

test('any workbook gets proposals without a fault, and no cell that is there changes', () => {
  fc.assert(
    fc.property(grids, (all) => {
      const after = applyChanges(all, accept(all).changes);
      all.forEach(({ rows }, index) => {
        rows.forEach((row, at) => {
          row.forEach((cell, column) => {
            if (cell !== null) expect(after[index]?.rows[at]?.[column]).toEqual(cell);
          });
        });
      });
    }),
    { numRuns: 30 },
  );
});

test('a day among the codes of 圏域 is nobody’s code', () => {
  const rows: readonly (readonly Cell[])[] = [['圏域名', '番号'], [{ serial: 0 }]];
  expect(() => accept([{ tab: '', id: '0', merges: [], rows }])).not.toThrow();
});

test('what has once been written is not written again', () => {
  fc.assert(
    fc.property(grids, (all) => {
      const first = accept(all);
      const again = accept(applyChanges(all, first.changes)).rows.map((row) => row.join('|'));
      const before = new Set(first.rows.map((row) => row.join('|')));
      expect(again.filter((row) => before.has(row))).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('20,000 rows are looked at, and a word of a third of them is told', () => {
  const all = aWorkbook({
    cases: Array.from({ length: 20_000 }, (_, row) => aCase({ pathway: row % 3 ? '町の人' : '家族' })),
  });
  const { aliases } = proposeAdoption(all);
  expect(aliases.map(({ ownWord }) => ownWord)).toEqual(['町の人']);
});
