/** はじめに of a workbook that is there: renewed as a whole while it is ours, left alone once somebody has written in it. */
import type { TabPlan } from '#sheets-schema/template.ts';
import type { CellChange } from '#sheets-schema/template-change.ts';
import { isUnchangedGuide } from '#sheets-schema/template-guide.ts';
import type { SheetGrid } from '../world.ts';
import type { TabChanges } from './add-tab.ts';

/** All texts of a tab, row by row. */
export function textsOf({ rows }: SheetGrid): readonly string[] {
  return rows.flatMap((row) =>
    row.flatMap((cell) => (cell === null ? [] : [typeof cell === 'string' ? cell : JSON.stringify(cell)])),
  );
}

export function renewGuide(plan: TabPlan, grid: SheetGrid): TabChanges {
  if (!isUnchangedGuide(textsOf(grid))) {
    return { change: null, lines: [{ code: 'guide-kept', facts: { tab: grid.tab } }] };
  }
  const cells: CellChange[] = [];
  for (let row = 0; row < Math.max(plan.rows.size, grid.rows.length); row += 1) {
    const [old, wanted] = [grid.rows[row] ?? [], plan.rows.get(row)?.cells ?? []];
    for (let column = 0; column < Math.max(old.length, wanted.length); column += 1) {
      const planned = wanted[column];
      const text = planned === undefined || planned.text === '' ? null : planned.text;
      if ((old[column] ?? null) === text) continue;
      cells.push({ row, column, text, ...(planned === undefined ? {} : { look: planned.look }) });
    }
  }
  const isToBeNamed = grid.storedIds?.tab !== plan.name;
  if (cells.length === 0 && !isToBeNamed) return { change: null, lines: [] };
  return {
    change: {
      name: plan.name,
      title: grid.tab,
      id: grid.id,
      added: null,
      cells,
      columns: [],
      dropdowns: [],
      isToBeNamed,
      fields: [],
      fieldsAreRows: false,
    },
    lines: cells.length === 0 ? [] : [{ code: 'guide-renewed', facts: { tab: grid.tab } }],
  };
}
