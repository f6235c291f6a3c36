/**
 * Peers (似た市町村): which areas are most alike in size and people. Distances are standardised, sizes on a log scale, so that
 * 5,000 and 10,000 inhabitants are as far apart as 50,000 and 100,000.
 */

/** 人口, 65歳以上の割合, 人口密度, 世帯数. */
export const peerAttributes = ['inhabitants', 'elderlyShare', 'density', 'households'] as const;
export type PeerAttribute = (typeof peerAttributes)[number];

/** What is known of an area; `null` where not given. Density is inhabitants a square kilometre. */
export type AreaAttributes = Readonly<Record<PeerAttribute, number | null>>;

export interface AreaToCompare {
  readonly code: string;
  readonly attributes: AreaAttributes;
}

export interface Likeness {
  readonly code: string;
  /** Root mean square of the standardised differences in what both areas tell; 0 is alike in all of it. */
  readonly distance: number;
  /** The reasons, the most alike first; attributes that one of the two does not tell are left out. */
  readonly reasons: readonly {
    readonly attribute: PeerAttribute;
    readonly own: number;
    readonly other: number;
    /** In standard deviations of all areas. */
    readonly difference: number;
  }[];
}

const isOnLogScale: Readonly<Record<PeerAttribute, boolean>> = {
  inhabitants: true,
  elderlyShare: false,
  density: true,
  households: true,
};

/** All other areas by likeness, the most alike first. Without a number of inhabitants nothing can be said about an area. */
export function findPeers(areas: readonly AreaToCompare[]): ReadonlyMap<string, readonly Likeness[]> {
  const scaled = areas.map(
    ({ attributes }) =>
      (attribute: PeerAttribute) =>
        onScale(attribute, attributes[attribute]),
  );
  const deviations = new Map(
    peerAttributes.map((attribute) => [attribute, standardDeviation(scaled.flatMap((of) => of(attribute) ?? []))]),
  );
  const compare = (one: number, other: number): Likeness | null => {
    const [own, theirs] = [areas[one], areas[other]];
    if (own === undefined || theirs === undefined) return null;
    const reasons = peerAttributes.flatMap((attribute) => {
      const [here, there] = [scaled[one]?.(attribute) ?? null, scaled[other]?.(attribute) ?? null];
      const [mine, yours] = [own.attributes[attribute], theirs.attributes[attribute]];
      if (here === null || there === null || mine === null || yours === null) return [];
      const deviation = deviations.get(attribute) ?? 0;
      return [
        { attribute, own: mine, other: yours, difference: deviation === 0 ? 0 : Math.abs(here - there) / deviation },
      ];
    });
    if (!reasons.some(({ attribute }) => attribute === 'inhabitants')) return null;
    const distance = Math.sqrt(reasons.reduce((sum, { difference }) => sum + difference ** 2, 0) / reasons.length);
    return { code: theirs.code, distance, reasons: reasons.toSorted((a, b) => a.difference - b.difference) };
  };
  return new Map(
    areas.map(({ code }, one) => [
      code,
      areas
        .flatMap((_, other) => (other === one ? [] : (compare(one, other) ?? [])))
        .toSorted((a, b) => a.distance - b.distance || (a.code < b.code ? -1 : 1)),
    ]),
  );
}

/** `null` where not given, and where a size of 0 has no logarithm. */
function onScale(attribute: PeerAttribute, value: number | null): number | null {
  if (value === null || !isOnLogScale[attribute]) return value;
  return value > 0 ? Math.log(value) : null;
}

/** Of all areas (n), in an order of its own so that the order of the areas does not matter; 0 for one area. */
function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const sorted = values.toSorted((one, other) => one - other);
  if (sorted[0] === sorted.at(-1)) return 0;
  const mean = sorted.reduce((sum, value) => sum + value, 0) / sorted.length;
  return Math.sqrt(sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0) / sorted.length);
}
