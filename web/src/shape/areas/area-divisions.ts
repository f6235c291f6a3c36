/**
 * Parallel divisions (分け方) of an area: its parts grouped by 圏域種別, each with its tree below. A part with several
 * parents appears in each division that it belongs to.
 */
import type { OfficeIndex } from '#functions/publish/release.ts';

type IndexArea = OfficeIndex['areas'][number];

export interface Division {
  /** The 圏域種別 of its first level: also its word in the address. */
  readonly kind: string;
  /** 圏域種別 of the level below, where there is one. */
  readonly below: string | null;
  readonly areas: readonly { readonly area: IndexArea; readonly depth: number; readonly hasParts: boolean }[];
}

/** Whether an area was valid on any day of a period of days, both ends included. */
function isValid(area: IndexArea, from: string, until: string): boolean {
  return (area.validFrom === null || area.validFrom <= until) && (area.validUntil === null || area.validUntil >= from);
}

/** The area that a code of a selection means: the root for the municipality's code. */
export function areaOf(index: OfficeIndex, code: string): IndexArea | null {
  const isRoot = code === index.municipality.code;
  return index.areas.find((area) => (isRoot ? area.isRoot : area.code === code)) ?? null;
}

/** The divisions of an area, in the order in which their first parts are registered; areas that had ended before are left out. */
export function divisionsOf(
  index: OfficeIndex,
  code: string,
  days: { readonly from: string; readonly until: string },
): readonly Division[] {
  const shown = areaOf(index, code);
  if (shown === null) return [];
  const valid = index.areas.filter((area) => isValid(area, days.from, days.until));
  const partsOf = (area: IndexArea) => valid.filter(({ parents }) => parents.includes(area.code));
  const walk = (area: IndexArea, depth: number, above: readonly string[]): Division['areas'] => {
    const parts = above.includes(area.code) ? [] : partsOf(area);
    return [
      { area, depth, hasParts: parts.length > 0 },
      ...parts.flatMap((part) => walk(part, depth + 1, [...above, area.code])),
    ];
  };
  const first = partsOf(shown);
  const kinds = [...new Set(first.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const own = first.filter((area) => area.kind === kind);
    const below = own.flatMap(partsOf)[0]?.kind ?? null;
    return { kind, below, areas: own.flatMap((area) => walk(area, 0, [shown.code])) };
  });
}

/** The way from below the root down to an area, itself the last; empty for the root. Of several parents the first. */
export function areaPath(
  index: OfficeIndex,
  code: string,
): readonly { readonly code: string; readonly name: string }[] {
  const path: { code: string; name: string }[] = [];
  let area = areaOf(index, code);
  while (area !== null && !area.isRoot && !path.some((known) => known.code === area?.code)) {
    path.unshift({ code: area.code, name: area.name });
    area = areaOf(index, area.parents[0] ?? index.municipality.code);
  }
  return path;
}
