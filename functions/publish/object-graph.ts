/** Which objects an object needs: the edges along which pruning marks what must stay. Pure. */
import type { WorkbookState } from '../ingest/ingested.ts';
import type { OfficeIndex, Release } from './release.ts';

/** The objects that a release needs, besides what its indexes need in turn. */
export function objectsOfRelease(release: Release): {
  readonly indexes: readonly string[];
  readonly others: readonly string[];
} {
  const others = [
    ...release.workbooks.map(({ object }) => object),
    ...Object.values(release.municipalities).map(({ summary }) => summary),
  ];
  return { indexes: Object.values(release.audiences), others };
}

/** The objects that an index needs; a prefecture's index needs none. */
export function objectsOfIndex(index: { readonly kind: string }): readonly string[] {
  if (index.kind !== 'office') return [];
  // An index that an earlier version wrote has no details.
  const { cuts, goals, findings, details = {} } = index as Omit<OfficeIndex, 'details'> & Partial<OfficeIndex>;
  return [...Object.values(cuts), goals, findings, ...Object.values(details)];
}

/** The objects that a workbook's state needs: its last good figures, the rows behind them, and since when its findings are open. */
export function objectsOfState({ ingested, rows, firstSeen }: Partial<WorkbookState>): readonly string[] {
  return [ingested, rows, firstSeen].filter((name) => typeof name === 'string');
}
