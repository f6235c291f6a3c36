/**
 * Most rows of 相談受付 vanish from a workbook, as when somebody sorts half a tab away; and somebody answers 「これで正しいですか」 with a
 * tick, or puts the rows back. Everything is invented (架空のデータ).
 */
import type { AnswerableWorkbooks } from '../../../functions/adapters/memory/answerable.ts';
import { tickColumn } from '../../../functions/ingest/feedback/question-lines.ts';
import type { IngestedWorkbook } from '../../../functions/ingest/ingested.ts';
import type { SheetGrid, Store } from '../../../functions/world.ts';
import { aCase, aWorkbook, columnIndex } from '../../builders/workbook.ts';

const victim = 'a';
const vanishing = 12;
const numberColumn = columnIndex('cases', 'receiptNumber');

export interface Accident {
  /** Once; nothing before it is to be held. */
  happen(): void;
  /** A tick beside every question that stands in the workbook now, or the rows put back. */
  answer(): void;
  /** Whether somebody ticked: before, no reading with so many rows fewer may count. */
  isAllowed(): boolean;
}

/** What people did besides typing, and what became of it. */
export const actionKinds = [
  'a workbook away for a while',
  'rows vanished',
  'asked whether that is right',
  'ticked',
  'put back',
  'objects pruned',
] as const;
export type Act = (what: (typeof actionKinds)[number]) => void;

/** The workbook gets the rows that will vanish. `isTicked`: it is meant so; else the rows come back. */
export function prepareAccident(
  workbooks: Pick<AnswerableWorkbooks, 'edit'>,
  { isTicked, act }: { readonly isTicked: boolean; readonly act: Act },
): Accident {
  const cases = Array.from({ length: vanishing }, (_, index) => aCase({ receiptNumber: `R6-9${index}` }));
  const rows = (aWorkbook({ cases }).find(({ id }) => id === 'cases')?.rows ?? []).slice(1);
  const numbers = new Set(rows.map((row) => row[numberColumn]));
  const ofCases = (change: (rows: SheetGrid['rows']) => SheetGrid['rows']) =>
    workbooks.edit(victim, (grids) =>
      grids.map((grid) => (grid.id === 'cases' ? { ...grid, rows: change(grid.rows) } : grid)),
    );
  const add = () => ofCases((existing) => [...existing, ...rows]);
  let [hasHappened, isAllowed] = [false, false];
  add();
  return {
    happen() {
      if (hasHappened) return;
      hasHappened = true;
      act('rows vanished');
      ofCases((existing) => existing.filter((row) => !numbers.has(row[numberColumn] ?? null)));
    },
    answer() {
      if (!hasHappened) return;
      if (isTicked) {
        workbooks.edit(victim, (grids) => {
          const ticked = tickAll(grids);
          if (JSON.stringify(ticked) !== JSON.stringify(grids)) {
            isAllowed = true;
            act('ticked');
          }
          return ticked;
        });
      } else {
        hasHappened = false;
        act('put back');
        add();
      }
    },
    isAllowed: () => isAllowed,
  };
}

function tickAll(grids: readonly SheetGrid[]): readonly SheetGrid[] {
  return grids.map((grid) =>
    grid.tab === 'チェック結果'
      ? { ...grid, rows: grid.rows.map((row) => (row[tickColumn] === false ? row.with(tickColumn, true) : row)) }
      : grid,
  );
}

/** What is wrong where a workbook's state moves from one reading to another while nobody has said yes: that so many rows fewer count. */
export async function judgeFall(
  store: Pick<Store, 'readObject'>,
  from: string | null,
  to: string | null,
): Promise<readonly string[]> {
  const [before, now] = [await countRows(store, from), await countRows(store, to)];
  return before !== null && now !== null && before - now > vanishing / 2 ? ['rows fell and nobody was asked'] : [];
}

async function countRows(store: Pick<Store, 'readObject'>, name: string | null): Promise<number | null> {
  const bytes = name === null ? null : await store.readObject(name);
  if (bytes === null) return null;
  return (JSON.parse(new TextDecoder().decode(bytes)) as IngestedWorkbook).shape?.tables.cases?.rows ?? null;
}
