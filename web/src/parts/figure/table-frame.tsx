/**
 * The frame of a table of figures: it scrolls, Tab reaches it, arrows go from it to the figures that lead to their rows, and Esc back.
 * Its label names it for screen readers.
 */
import type { ComponentChildren } from 'preact';
import { InTable } from '../rows/open-rows.tsx';
import { enterTable } from '../rows/table-keys.ts';

export function TableFrame({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls; a landmark would be one too many
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
    <div role="group" class="table-frame" tabIndex={0} aria-label={label} onKeyDown={enterTable}>
      <InTable.Provider value={true}>{children}</InTable.Provider>
    </div>
  );
}
