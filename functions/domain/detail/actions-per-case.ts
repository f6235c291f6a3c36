/** How many actions (支援) fall to each case: a distribution, since a few cases take most of the work and a mean hides them. */

/** By number of actions; `to` is `null` for the last. */
const classes = [
  { from: 0, to: 0 },
  { from: 1, to: 1 },
  { from: 2, to: 3 },
  { from: 4, to: 5 },
  { from: 6, to: 10 },
  { from: 11, to: 20 },
  { from: 21, to: null },
] as const;

export interface ActionsPerCase {
  readonly cases: number;
  /** They add up to `cases`. */
  readonly classes: readonly { readonly from: number; readonly to: number | null; readonly cases: number }[];
  readonly mean: number;
  readonly quartiles: readonly [lower: number, median: number, upper: number];
}

/**
 * The distribution of so many cases by number of actions; `null` of none. Quartiles are definition 7 of R. J. Hyndman and Y. Fan,
 * Sample Quantiles in Statistical Packages, The American Statistician 50 (1996): what QUARTILE.INC of a spreadsheet gives.
 */
export function distributeActions(
  casesByActions: readonly (readonly [actions: number, cases: number])[],
): ActionsPerCase | null {
  const sorted = casesByActions.toSorted(([one], [other]) => one - other);
  const cases = sorted.reduce((sum, [, count]) => sum + count, 0);
  if (cases === 0) return null;
  const actions = sorted.reduce((sum, [number, count]) => sum + number * count, 0);
  /** The actions of the case with that rank, 0 the least. */
  const ranked = (rank: number): number => {
    let left = rank;
    for (const [number, count] of sorted) {
      if (left < count) return number;
      left -= count;
    }
    return sorted.at(-1)?.[0] ?? 0;
  };
  const quantile = (share: number): number => {
    const rank = (cases - 1) * share;
    const below = ranked(Math.floor(rank));
    return below + (rank - Math.floor(rank)) * (ranked(Math.ceil(rank)) - below);
  };
  return {
    cases,
    classes: classes.map(({ from, to }) => ({
      from,
      to,
      cases: sorted.reduce(
        (sum, [number, count]) => (number >= from && (to === null || number <= to) ? sum + count : sum),
        0,
      ),
    })),
    mean: actions / cases,
    quartiles: [quantile(0.25), quantile(0.5), quantile(0.75)],
  };
}
