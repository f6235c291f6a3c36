/** One measure in one period over all municipalities of a prefecture. */
import type { Measure } from '../../../sheets-schema/vocabulary/measures.ts';
import { type FigureState, figureOf } from '../../domain/figure.ts';
import { distributionOf, placeIn, ranksOf } from '../../domain/statistics/groups.ts';
import type { Likeness } from '../../domain/statistics/peers.ts';
import type { LeftOut, PeriodComparison, TownResult, Unranked } from '../comparison.ts';
import { classesOf, funnelOf, leastDrawn, type Reference, referenceOf } from './reference.ts';
import { round, roundIntervals } from './round.ts';
import { notesOf, sentenceOf } from './sentence.ts';
import { smoothAll } from './smoothing.ts';
import { standingOf, type TownStanding } from './standing.ts';
import type { TownToCompare } from './town.ts';

/** A count below this is never ranked by its rate. */
const leastRanked = 10;
/** How many of the most alike make the group that a municipality is shown among. */
export const peersShown = 5;

export interface ComparedPrefecture {
  /** Sorted by code, without what may not be seen. */
  readonly towns: readonly TownToCompare[];
  readonly isWard: (code: string) => boolean;
  readonly likeness: ReadonlyMap<string, readonly Likeness[]>;
}

export function comparePeriod(
  measure: Measure,
  period: string,
  { towns, isWard, likeness }: ComparedPrefecture,
  { guides, isBroken }: { readonly guides: readonly number[]; readonly isBroken: boolean },
): PeriodComparison {
  const all = towns.map((town) => standingOf(town, measure, period, isWard(town.name.code)));
  const compared = all.flatMap(({ standing }) => standing ?? []);
  const reference = referenceOf(measure, all);
  const smoothed = smoothAll(measure, all);
  const ranks = rankAll(all, reference);
  const values = new Map(
    all.flatMap(({ town, standing }) =>
      standing === null ? [] : [[town.name.code, standing.estimate.value] as const],
    ),
  );
  const among = distributionOf(compared.map(({ estimate }) => estimate.value));
  return {
    period,
    reference:
      reference === null
        ? null
        : { value: reference.value, count: reference.count, base: reference.base, towns: reference.towns },
    overdispersion: roundSpread(reference),
    outsideByChance: round(0.05 * compared.length),
    funnel: funnelOf(measure, reference, compared),
    distribution: among,
    guides,
    towns: all.map((one): TownResult => {
      const { code } = one.town.name;
      const { leftOut, months, standing } = one;
      const classes =
        standing === null || reference === null
          ? { class: null, byChance: null, widened: null }
          : classesOf(measure, reference, standing);
      const expected = standing === null || reference === null ? null : standing.base * reference.share;
      const rank = ranks.get(code) ?? null;
      return {
        code,
        state: stateOf(one),
        leftOut,
        // Months with rows are at most the rows.
        months: leftOut === 'hidden' ? null : months,
        count: standing?.count ?? null,
        base: standing?.base ?? null,
        value: standing?.estimate.value ?? null,
        ...(standing === null ? { of95: null, of998: null } : roundIntervals(standing.estimate)),
        expected: expected === null ? null : round(expected),
        isDrawn: expected !== null && expected >= leastDrawn && (reference?.towns ?? 0) > 1,
        ...classes,
        smoothed: smoothed.get(code) ?? null,
        rank,
        unranked: rank === null ? whyUnranked(one, reference) : null,
        peers: standing === null ? null : placeAmongPeers(standing.estimate.value, likeness.get(code) ?? [], values),
        sentence: sentenceOf(measure, reference, one, classes),
        notes: notesOf(one, reference, isBroken),
      };
    }),
  };
}

function roundSpread(reference: Reference | null): PeriodComparison['overdispersion'] {
  if (reference === null) return { areas: 0, phi: null, tauSquared: 0, isApplied: false };
  const { areas, phi, tauSquared, isApplied } = reference.overdispersion;
  return { areas, phi: phi === null ? null : round(phi), tauSquared: round(tauSquared), isApplied };
}

const stateOfLeftOut: Readonly<Record<LeftOut, FigureState>> = {
  noReport: 'unreported',
  hidden: 'suppressed',
  noPopulation: 'n/a',
  noBase: 'n/a',
  overall: 'n/a',
  ward: 'n/a',
  prefecture: 'n/a',
  notApplicable: 'n/a',
};

function stateOf({ standing, leftOut }: TownStanding): FigureState {
  return standing === null ? stateOfLeftOut[leftOut ?? 'notApplicable'] : figureOf(standing.estimate.value).state;
}

/** Ranks among those with a count of at least 10, the largest value first. */
function rankAll(all: readonly TownStanding[], reference: Reference | null): ReadonlyMap<string, number> {
  if ((reference?.towns ?? 0) < 2) return new Map();
  const ranked = all.flatMap(({ town, standing }) =>
    standing === null || standing.count < leastRanked ? [] : [{ code: town.name.code, value: standing.estimate.value }],
  );
  const ranks = ranksOf(ranked.map(({ value }) => value));
  return new Map(ranked.map(({ code }, index) => [code, ranks[index] ?? 0]));
}

function whyUnranked({ standing }: TownStanding, reference: Reference | null): Unranked {
  if (standing === null) return 'leftOut';
  return (reference?.towns ?? 0) < 2 ? 'alone' : 'few';
}

function placeAmongPeers(
  own: number,
  likeness: readonly Likeness[],
  values: ReadonlyMap<string, number>,
): TownResult['peers'] {
  const theirs = likeness.slice(0, peersShown).flatMap(({ code }) => values.get(code) ?? []);
  const distribution = distributionOf(theirs);
  if (distribution === null) return null;
  return { of: theirs.length, median: round(distribution.median), ...placeIn(own, theirs) };
}
