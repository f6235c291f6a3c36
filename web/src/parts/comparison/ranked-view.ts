/** Where the ranked list of a measure stands. */
import type { ViewState } from '../../view-state.ts';

export function rankedView(measure: string): Partial<ViewState> {
  return { indicator: measure, show: null, table: null, against: null };
}
