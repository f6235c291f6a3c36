/** Whether a tab is a list of items about the office (基本情報), and which label is which item. */
import { type Column, isPersonalHeader, tables } from '#sheets-schema';
import { foldHeader } from '../ingest/tables/fold-header.ts';
import type { SheetGrid } from '../world.ts';
import { compareNames } from './compare-names.ts';
import { leastShare, type Reason } from './confidence.ts';
import { spellHeader } from './look-at-column.ts';
import { namesOf } from './propose-columns.ts';

/** A label of a tab of items, and the item that it probably is. */
export interface ItemProposal {
  readonly name: string;
  readonly column: Column;
  readonly label: string;
  /** 0-based. */
  readonly rowIndex: number;
  readonly share: number;
  readonly reasons: readonly Reason[];
}

/** Labels stand in the first columns, and not far down. */
const [labelColumns, labelRows] = [4, 60];

/** Each item at most once, at the label that is most surely it. */
export function findItems(grid: SheetGrid): readonly ItemProposal[] {
  const best = new Map<string, ItemProposal>();
  const fields = Object.entries<Column>(tables.profile.columns);
  for (const [rowIndex, row] of grid.rows.slice(0, labelRows).entries()) {
    for (const cell of row.slice(0, labelColumns)) {
      if (typeof cell !== 'string' || cell.length > 30 || isPersonalHeader(cell)) continue;
      const proposals = fields.map(([name, column]) => {
        const { share, reasons } = compareNames(foldHeader(cell), namesOf('profile', name, column));
        return { name, column, label: spellHeader(cell), rowIndex, share, reasons };
      });
      const [surest] = proposals.toSorted((a, b) => b.share - a.share);
      if (surest === undefined || surest.share < Math.max(leastShare, 0.5)) continue;
      if ((best.get(surest.name)?.share ?? 0) < surest.share) best.set(surest.name, surest);
      break;
    }
  }
  return [...best.values()].toSorted((a, b) => a.rowIndex - b.rowIndex);
}
