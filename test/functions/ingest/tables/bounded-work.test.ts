/** Tabs that were made to be slow: the work grows with what stands in them, not with its square. Counted in rows that were looked at. */
import { describe, expect, it } from 'vitest';
import { openWorkbook } from '#functions/ingest/tables/open-workbook.ts';
import type { SheetGrid } from '#functions/world.ts';
import type { Cell } from '#sheets-schema';
import { takeIn } from '../../../builders/ingest.ts';
import { aGrid, aProfile, profileGrid, someAreas } from '../../../builders/workbook.ts';

type Rows = readonly (readonly Cell[])[];

/** The workbook with one tab, and how often a row of that tab was taken into the hand. */
function looksAt(grid: SheetGrid, take: (grids: readonly SheetGrid[]) => unknown): number {
  let looks = 0;
  const rows = new Proxy(grid.rows, {
    get(target, key) {
      if (typeof key === 'string' && /^[0-9]+$/.test(key)) looks += 1;
      return Reflect.get(target, key);
    },
  });
  take([profileGrid(aProfile()), aGrid('areas', someAreas), { ...grid, rows }]);
  return looks;
}

const times = <Value>(count: number, value: (index: number) => Value): Value[] =>
  Array.from({ length: count }, (_, index) => value(index));
const header = aGrid('cases', []).rows[0] ?? [];
const aRow: readonly Cell[] = ['R6-0001', '2024/5/10', null, '東山地区', '本人', '高齢者'];
const tab = (rows: Rows, merges: SheetGrid['merges'] = []): SheetGrid => ({ tab: '相談受付', id: '5', rows, merges });

describe('a tab that was made to be slow', () => {
  it('a small table after each row, above a row of ours', () => {
    const tables = (count: number) => tab([header, aRow, ...times(count, () => [[], ['経路', '件数']]).flat(), aRow]);
    const [some, twice] = [looksAt(tables(500), takeIn), looksAt(tables(1_000), takeIn)];
    expect(twice / some).toBeLessThan(2.5);
  });

  it('the same header in every second column, above very many empty rows', () => {
    const columns = (count: number) =>
      tab([[...header, ...times(count, (index) => (index % 2 === 0 ? null : '経路'))], ...times(2_000, () => [])]);
    const [some, twice] = [looksAt(columns(100), openWorkbook), looksAt(columns(200), openWorkbook)];
    expect(twice / some).toBeLessThan(1.5);
  });

  it('very many merged ranges over the same cells', () => {
    const column = header.indexOf('圏域');
    const range = { top: 1, left: column, bottom: 1_000_000_000, right: column + 1 };
    const rows = [
      header,
      ...times(3, (index) => [`R6-${index}`, '2024/5/10', null, index === 0 ? '東山地区' : null, '本人', '高齢者']),
    ];
    const merged = tab(
      rows,
      times(100_000, () => range),
    );
    // 100,000 walks over four rows and a billion that are not there would not end; that it ends is the test.
    expect(
      takeIn([profileGrid(aProfile()), aGrid('areas', someAreas), merged]).rows.cases.map(({ area }) => area),
    ).toEqual(['E01', 'E01', 'E01']);
  });

  it('a header of a million brackets', () => {
    const headers = [...header, '('.repeat(1_000_000), `受付日${'（'.repeat(1_000_000)}`];
    // As above: looking for the closing bracket of each would take hours.
    expect(takeIn([profileGrid(aProfile()), aGrid('areas', someAreas), tab([headers, aRow])]).rows.cases).toHaveLength(
      1,
    );
  });
});
