/** The colour of a pathway beside its name; its colours stand in style.css as --slot-1 to --slot-8. */
import { slotOf } from '../../shape/slots.ts';

/** Drawn only for what has a slot; 不明 is white with an edge. */
export function Swatch({ pathway }: { pathway: string }) {
  return <span class={`swatch slot-${slotOf(pathway)}`} aria-hidden="true" />;
}
