/** What was seen before is not read again, and says the same as if it were. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cell, type Finding, isDittoCell, tables } from '#sheets-schema';
import { findColumns } from '../../../../functions/ingest/tables/find-tables.ts';
import { readRows } from '../../../../functions/ingest/tables/read-rows.ts';

const header = ['受付番号', '受付日', '圏域', '経路', '対象1', '課題1', '複合課題', '終結日', '備考', '係'];
const cell: fc.Arbitrary<Cell> = fc.oneof(
  fc.constantFrom<Cell>(null, '', '　', '-', '不明', 'なし', true, false, 'FALSE', '合計', '4月計', '家計', 0, 1, 8050),
  fc.constantFrom<Cell>('R6-0001', 'Ｒ６－１', 'ABC', '202404010001', '0766-12-3456', '123456789018', ...header),
  fc.constantFrom<Cell>('2024/4/1', '令和6年4月1日', 'R6.4.1', '20240401', 20_240_401, 45_383, '4/31', '2024年4月'),
  fc.constantFrom<Cell>({ serial: 45_383 }, { serial: 45_383.5 }, { serial: 20_240_401 }, { error: '#REF!' }),
  fc.constantFrom<Cell>('東山地区', '本人', 'ｹｱﾏﾈ', '高齢者、障がい者', '町の人', '有', '○', '無'),
  // A sign of ditto says what stands above it, so that it says something else in a row alone.
  fc.string({ maxLength: 12 }).filter((text) => !isDittoCell(text)),
);
const rows = fc.array(fc.array(cell, { maxLength: header.length + 1 }), { minLength: 1, maxLength: 12 });

/** A row of ours at the end, so that nothing above it is another table below. */
const last: readonly Cell[] = ['Z-1', { serial: 45_383 }, '東山地区', '本人', '高齢者'];

function read(cells: readonly (readonly Cell[])[]) {
  const grid = { tab: '相談受付', id: '2', rows: [header, ...cells, last], merges: [] };
  const { found } = findColumns({ name: 'cases', table: tables.cases, grid });
  if (found === null) throw new Error('no columns');
  return readRows<typeof tables.cases>(found);
}

/** Findings of one row without its number. */
const said = (findings: readonly Finding[], row: number) =>
  findings.flatMap((finding) =>
    finding.row === row && finding.code !== 'row/total' && finding.code !== 'row/other-table'
      ? [{ ...finding, row: 0, cell: finding.cell?.replace(/[0-9]+/, '') ?? null }]
      : [],
  );

test('a row says the same whatever was read before it', () => {
  fc.assert(
    fc.property(rows, (cells) => {
      const together = read([...cells, ...cells, ...cells]);
      cells.forEach((row, index) => {
        const alone = read([row]);
        for (const turn of [0, 1, 2]) {
          const at = 2 + turn * cells.length + index;
          const pick = <Row extends { readonly row: number; readonly values: unknown }>(list: readonly Row[]) =>
            list.filter((one) => one.row === at).map((one) => ({ ...one, row: 2 }));
          expect(pick(together.accepted)).toEqual(alone.accepted.filter((one) => one.row === 2));
          expect(pick(together.refused)).toEqual(alone.refused);
          expect(said(together.findings, at)).toEqual(said(alone.findings, 2));
        }
      });
    }),
    { numRuns: 60 },
  );
});

test('〃 below a cell that was seen before, and below another 〃, repeats it', () => {
  const row = (number: string, pathway: string) => [number, { serial: 45_383 }, '東山地区', pathway, '高齢者'];
  const { accepted } = read([row('1', '本人'), row('2', '本人'), row('3', '〃'), row('4', '同上'), row('5', '地域')]);
  expect(accepted.map(({ values }) => values.pathway)).toEqual(['P01', 'P01', 'P01', 'P01', 'P04', 'P01']);
});
