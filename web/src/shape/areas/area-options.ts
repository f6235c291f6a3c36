/** The areas of a municipality as a list to choose from: the tree walked from the top, each area once. */
import type { OfficeIndex } from '#functions/publish/release.ts';

type IndexArea = OfficeIndex['areas'][number];

/** Areas below the root with their depth below it, parents before children; an area with several parents stands below its first. */
export function walkAreas(
  areas: readonly IndexArea[],
): readonly { readonly area: IndexArea; readonly depth: number }[] {
  const walked: { area: IndexArea; depth: number }[] = [];
  const seen = new Set<string>();
  const walk = (parent: IndexArea, depth: number): void => {
    for (const area of areas) {
      if (seen.has(area.code) || !area.parents.some((code) => code === parent.code)) continue;
      seen.add(area.code);
      walked.push({ area, depth });
      walk(area, depth + 1);
    }
  };
  for (const root of areas.filter(({ isRoot }) => isRoot)) walk(root, 0);
  return walked;
}

/** What the select of the header lists. */
export function areaOptions(areas: readonly IndexArea[]): readonly { readonly code: string; readonly label: string }[] {
  return walkAreas(areas).map(({ area, depth }) => ({ code: area.code, label: `${'　'.repeat(depth)}${area.name}` }));
}
