/** Which objects an object needs: the edges along which pruning marks what must stay. Pure. */
import type { WorkbookState } from '../ingest/ingested.ts';
import type { ProtectionPointer } from './protection/past.ts';
import type { OfficeIndex, PrefectureIndex, PublicIndex, Release } from './release.ts';

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

/** The objects that an index needs, and the indexes that it leads to (those of the public). */
export function objectsOfIndex(index: { readonly kind: string }): {
  readonly indexes: readonly string[];
  readonly others: readonly string[];
} {
  switch (index.kind) {
    case 'office': {
      // An index that an earlier version wrote has no details.
      const { cuts, goals, findings, details = {} } = index as Omit<OfficeIndex, 'details'> & Partial<OfficeIndex>;
      return { indexes: [], others: [...Object.values(cuts), goals, findings, ...Object.values(details)] };
    }
    case 'prefecture': {
      // Nor has a prefecture's a comparison.
      const { comparison } = index as Partial<PrefectureIndex>;
      return {
        indexes: [],
        others: comparison === undefined ? [] : [comparison.start, ...Object.values(comparison.measures)],
      };
    }
    case 'public':
      return { indexes: (index as PublicIndex).prefectures.map((prefecture) => prefecture.index), others: [] };
    default:
      return { indexes: [], others: [] };
  }
}

/** The objects that the protection of the next release needs, and the administrator. */
export function objectsOfProtection({ groups, refused }: ProtectionPointer): readonly string[] {
  return [...groups, ...refused].map(({ object }) => object);
}

/** The objects that a workbook's state needs: its last good figures, the rows behind them, and since when its findings are open. */
export function objectsOfState({ ingested, rows, firstSeen }: Partial<WorkbookState>): readonly string[] {
  return [ingested, rows, firstSeen].filter((name) => typeof name === 'string');
}
