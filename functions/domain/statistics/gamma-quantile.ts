/**
 * Quantiles of the gamma distribution (scale 1), and through it of chi-square and of the Poisson parameter. Written here since the
 * packages that have it bring two hundred others. (Formulas: Abramowitz & Stegun 6.5.29, 6.5.31, 26.4.17; the density as in
 * C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.)
 */

/** Which side of the quantile the probability lies on; a small one is exact only on its own side. */
export type Tail = 'lower' | 'upper';

/** Beyond this shape the sum of Stirling's series is exact to the last digit. */
const largeShape = 15;

/** ln Γ(shape + 1) − (shape ln shape − shape + ½ ln 2π shape), for large shapes (Stirling). */
function stirlingRest(shape: number): number {
  const square = shape * shape;
  return (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square) / square) / square) / shape;
}

/** ln Γ(shape + 1). */
function logFactorial(shape: number): number {
  let product = 1;
  let shifted = shape;
  while (shifted < largeShape) {
    shifted += 1;
    product *= shifted;
  }
  const whole = shifted * Math.log(shifted) - shifted + Math.log(2 * Math.PI * shifted) / 2 + stirlingRest(shifted);
  return whole - Math.log(product);
}

/** ln of x^shape e^−x / Γ(shape + 1), with x given by its logarithm; without the cancellation of its large terms. */
function logWeight(shape: number, logOfX: number): number {
  if (shape < largeShape) return shape * logOfX - Math.exp(logOfX) - logFactorial(shape);
  const beyond = Math.expm1(logOfX - Math.log(shape));
  return -shape * (beyond - Math.log1p(beyond)) - Math.log(2 * Math.PI * shape) / 2 - stirlingRest(shape);
}

/** P(X ≤ x) and P(X > x); each is exact where it is small. */
function probabilities(shape: number, logOfX: number): { readonly lower: number; readonly upper: number } {
  const x = Math.exp(logOfX);
  const weight = Math.exp(logWeight(shape, logOfX));
  if (x < shape + 1) {
    let term = 1;
    let sum = 1;
    for (let n = 1; term > sum * Number.EPSILON; n += 1) {
      term *= x / (shape + n);
      sum += term;
    }
    return { lower: weight * sum, upper: 1 - weight * sum };
  }
  // Lentz's way through the continued fraction.
  let b = x + 1 - shape;
  let c = Number.POSITIVE_INFINITY;
  let d = 1 / b;
  let fraction = d;
  for (let n = 1, step = 0; Math.abs(step - 1) > 2 * Number.EPSILON && n < 1e6; n += 1) {
    const a = n * (shape - n);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    step = c * d;
    fraction *= step;
  }
  const upper = weight * shape * fraction;
  return { lower: 1 - upper, upper };
}

/** The quantile of the normal distribution, to 0.0005: good enough to begin with. (Abramowitz & Stegun 26.2.23.) */
function roughNormalQuantile(probability: number): number {
  const t = Math.sqrt(-2 * Math.log(Math.min(probability, 1 - probability)));
  const z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return probability < 0.5 ? -z : z;
}

/**
 * The x with P(X ≤ x) = `probability` (tail 'lower') or P(X > x) = `probability` (tail 'upper') for a gamma variable of this shape
 * and scale 1. Relative error about 1e-12. Newton's steps on ln x, held within a bracket.
 */
export function gammaQuantile({
  shape,
  probability,
  tail,
}: {
  readonly shape: number;
  readonly probability: number;
  readonly tail: Tail;
}): number {
  if (!(shape > 0) || !Number.isFinite(shape)) throw new RangeError(`The shape ${shape} is not above 0`);
  if (!(probability > 0 && probability < 1)) throw new RangeError(`${probability} is not between 0 and 1`);
  const z = roughNormalQuantile(probability) * (tail === 'lower' ? 1 : -1);
  const cube = 1 - 1 / (9 * shape) + z / (3 * Math.sqrt(shape));
  const small = tail === 'lower' ? probability : 1 - probability;
  // Wilson & Hilferty; where that is no positive number, the first term of the series.
  let logOfX = cube > 0.1 ? Math.log(shape) + 3 * Math.log(cube) : (Math.log(small) + logFactorial(shape)) / shape;
  let low = Number.NEGATIVE_INFINITY;
  let high = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 200; turn += 1) {
    const { lower, upper } = probabilities(shape, logOfX);
    const excess = tail === 'lower' ? lower - probability : probability - upper;
    if (excess === 0) break;
    if (excess > 0) high = logOfX;
    else low = logOfX;
    const step = excess / (shape * Math.exp(logWeight(shape, logOfX)));
    // A step this small leaves an error of its square.
    if (Math.abs(step) <= 1e-9) return Math.exp(logOfX - step);
    const next = logOfX - step;
    if (next > low && next < high) logOfX = next;
    else if (low === Number.NEGATIVE_INFINITY) logOfX = high - 1;
    else logOfX = high === Number.POSITIVE_INFINITY ? low + 1 : (low + high) / 2;
  }
  return Math.exp(logOfX);
}
