/**
 * Quantiles of counts: Poisson, or negative binomial where the variance exceeds the mean. Probabilities are added up from 0,
 * each from the one before, in logarithms so that none underflows: exact enough for counts up to some 100,000.
 */

/** Mean and variance of a count. A variance of at most the mean is taken as Poisson. */
export interface CountDistribution {
  readonly mean: number;
  readonly variance: number;
}

/**
 * The smallest count whose cumulative probability is at least `probability` (0 < probability < 1).
 *
 * With size r = mean² / (variance − mean): P(0) = (r / (r + mean))^r and P(k+1) = P(k) · (k + r) / (k + 1) · mean / (r + mean);
 * Poisson: P(0) = e^−mean and P(k+1) = P(k) · mean / (k + 1). (Johnson, Kemp & Kotz, Univariate Discrete Distributions, 3rd
 * ed., 4.1 and 5.1.)
 */
export function quantileOf({ mean, variance }: CountDistribution, probability: number): number {
  if (mean <= 0) return 0;
  const size = variance > mean ? (mean * mean) / (variance - mean) : Number.POSITIVE_INFINITY;
  const isPoisson = !Number.isFinite(size) || size > 1e9 * Math.max(1, mean);
  // Beyond this nothing is left but rounding.
  const end = mean + 100 * Math.sqrt(Math.max(mean, variance)) + 100;
  let logOfTerm = isPoisson ? -mean : -size * Math.log1p(mean / size);
  const step = isPoisson ? Math.log(mean) : Math.log(mean / (mean + size));
  let sum = Math.exp(logOfTerm);
  let count = 0;
  while (sum < probability && count < end) {
    logOfTerm += step + Math.log(isPoisson ? 1 / (count + 1) : (count + size) / (count + 1));
    count += 1;
    sum += Math.exp(logOfTerm);
  }
  return count;
}

export function meanOf(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0) / counts.length;
}

/** The variance of a sample (n − 1); 0 for a single count. */
export function varianceOf(counts: readonly number[]): number {
  if (counts.length < 2) return 0;
  const mean = meanOf(counts);
  return counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1);
}
