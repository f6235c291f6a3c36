/**
 * What a count will come to by the end of the fiscal year (見込み), from its finished months so far and, where every month of
 * last year was reported, from how last year went on after the same months.
 */
import { meanOf, quantileOf, varianceOf } from '../statistics/negative-binomial.ts';

/** Why nothing is said about what a year will come to. */
export type ProjectionReason =
  | 'over' // the year is over: its result stands
  | 'notPace' // words, stocks, shares, goals a month: nothing that grows towards a goal for the year
  | 'noMonths' // the result is typed, or a total of the year: its months are not known
  | 'unreported' // months or offices are missing
  | 'tooFew'; // fewer than three finished months, or nothing counted yet

export interface Projection {
  readonly value: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  readonly basis: 'season' | 'pace';
}

/** How a count went through its fiscal year. */
export interface Course {
  /** All that is counted so far, the running month included. */
  readonly soFar: number;
  /** Finished months from April on, none missing. */
  readonly months: readonly number[];
  /** The twelve months of the year before; `null` where one of them was not reported by everyone. */
  readonly lastYear: readonly number[] | null;
}

const leastMonths = 3;
/** 95 %, both sides. */
const [lowSide, highSide] = [0.025, 0.975] as const;

/**
 * With x in the k months so far, the months left are expected to bring
 * - season: μ = x · R / l, where last year had l in the same k months and R in the months after them;
 * - pace: μ = x · (12 − k) / k.
 * They are predicted as negative binomial with mean μ and variance φ · (μ + μ² · c): Poisson around a mean that is itself
 * estimated, with squared relative error c = 1/x (pace) or 1/x + 1/l + 1/R (season; delta method for a quotient of Poisson
 * counts). φ ≥ 1 is Pearson's X² over its degrees of freedom (McCullagh & Nelder 1989, 4.5), of the months so far (pace) or
 * of the table of both years by month (season). Never below what is there already; after March it is the result.
 */
export function projectYear({ soFar, months, lastYear }: Course): Projection | 'tooFew' {
  const counted = sumOf(months);
  const left = 12 - months.length;
  const before = sumOf(lastYear?.slice(0, months.length) ?? []);
  const rest = sumOf(lastYear?.slice(months.length) ?? []);
  const hasSeason = lastYear !== null && before > 0 && (rest > 0 || left === 0);
  const basis = hasSeason ? 'season' : 'pace';
  if (left <= 0) return { value: soFar, low: soFar, high: soFar, basis };
  if (months.length < leastMonths || counted === 0) return 'tooFew';
  const mean = (counted * (hasSeason ? rest : left)) / (hasSeason ? before : months.length);
  const error = 1 / counted + (hasSeason ? 1 / before + 1 / rest : 0);
  const scatter = hasSeason ? scatterOfYears(months, lastYear) : varianceOf(months) / meanOf(months);
  const variance = Math.max(1, scatter) * (mean + mean * mean * error);
  const atLeastSoFar = (more: number) => Math.max(soFar, counted + more);
  const value = atLeastSoFar(Math.round(mean));
  return {
    value,
    low: Math.min(value, atLeastSoFar(quantileOf({ mean, variance }, lowSide))),
    high: Math.max(value, atLeastSoFar(quantileOf({ mean, variance }, highSide))),
    basis,
  };
}

/** X² / (k − 1) of the two years by month: how much more they differ in shape than chance explains; 1 where nothing can be said. */
function scatterOfYears(months: readonly number[], lastYear: readonly number[]): number {
  const both = months.map((count, month) => count + (lastYear[month] ?? 0));
  const share = sumOf(months) / sumOf(both);
  const used = both.filter((count) => count > 0).length;
  if (used < 2) return 1;
  const terms = months.map((count, month) => {
    const all = both[month] ?? 0;
    return all === 0 ? 0 : (count - share * all) ** 2 / (all * share * (1 - share));
  });
  return sumOf(terms) / (used - 1);
}

function sumOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
