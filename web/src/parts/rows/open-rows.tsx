/**
 * A figure that leads to its rows (この数字の行): a button with the figure's own words. In a table it is reached by arrows, so that Tab
 * does not stop at each of a hundred cells; table-keys.ts moves among them.
 */
import { computed } from '@preact/signals';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { formatNumber } from '../../shape/figures/format.ts';
import { isToldByRows, listsRows } from '../../shape/rows/lists-rows.ts';
import { printRows, type RowsQuery } from '../../shape/rows/rows-query.ts';
import { index, navigate } from '../../signals.ts';
import { stepThroughTable } from './table-keys.ts';
import '../../styles/open-rows.css';

/** Whether figures stand in a frame whose arrows go through them. */
export const InTable = createContext(false);

/** Whether the shown release has rows: those of an office's own audience do, pinned older ones do not. */
export const canOpenRows = computed(() => index.value.status === 'ready' && listsRows(index.value.value));

/** Shows the rows of a figure. */
export function openRows(query: RowsQuery): void {
  navigate({ rows: printRows(query) });
}

/** A count that is no figure of a cut; without a query it is only printed. */
export function OpenCount({ count, query }: { count: number; query: RowsQuery | undefined }) {
  const text = formatNumber(count);
  if (query !== undefined) return <OpenRows query={query}>{text}</OpenRows>;
  return <>{text}</>;
}

/** Whether figures lead to their rows where they are drawn, and how: asked once for a table, not by each of its cells. */
export interface Opening {
  readonly canOpen: boolean;
  readonly isInTable: boolean;
}

export function useOpening(): Opening {
  const isInTable = useContext(InTable);
  return { canOpen: canOpenRows.value, isInTable };
}

/** The words of a figure as what leads to its rows; only the words where nothing does. */
export function rowsOpener(query: RowsQuery, words: ComponentChildren, { canOpen, isInTable }: Opening) {
  if (!canOpen || !isToldByRows(query.series)) return words;
  return (
    <button
      type="button"
      class="rows-open as-text"
      tabIndex={isInTable ? -1 : undefined}
      aria-haspopup="dialog"
      onClick={() => openRows(query)}
      onKeyDown={isInTable ? stepThroughTable : undefined}
    >
      {words}
    </button>
  );
}

export function OpenRows({ query, children }: { query: RowsQuery; children: ComponentChildren }) {
  return <>{rowsOpener(query, children, useOpening())}</>;
}
