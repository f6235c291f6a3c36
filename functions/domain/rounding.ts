/**
 * Largest remainder (最大剰余法): shares that are printed with one decimal and still add up to 100.0.
 * Counted in tenths, so that nothing is lost to binary fractions.
 */

/**
 * Parts of a whole in tenths of a percent that add up to `tenths` exactly. Each part is its share rounded down or up, so
 * none moves by a tenth or more. Ties go to the earlier part. All 0 where there is nothing to share out.
 */
export function shareOut(parts: readonly number[], tenths: number): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part * tenths) / total);
  const floors = exact.map((share) => Math.floor(share + 1e-9));
  let left = tenths - floors.reduce((sum, share) => sum + share, 0);
  const order = exact
    .map((share, index) => ({ index, remainder: share - (floors[index] ?? 0) }))
    .toSorted((one, other) => other.remainder - one.remainder || one.index - other.index);
  for (const { index, remainder } of order) {
    if (left <= 0 || remainder <= 1e-9) break;
    floors[index] = (floors[index] ?? 0) + 1;
    left -= 1;
  }
  return floors;
}

/** Percentages with one decimal that add up to 100.0. */
export function printedShares(parts: readonly number[]): number[] {
  return shareOut(parts, 1000).map((tenths) => tenths / 10);
}

/** One percentage with one decimal, halves away from zero, for shares that need not add up (対象: several answers). */
export function printedPercentage(part: number, whole: number): number {
  return Math.round((part * 1000) / whole + 1e-9) / 10;
}
