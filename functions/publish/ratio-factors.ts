/** By what the quotient of the two sides of a ratio, rate or percentage is multiplied. */
import { rateCodes, rateDefinitions } from '../domain/counting/rates.ts';
import { ratioCodes, ratioFactors } from '../domain/counting/ratios.ts';

/** `null` for what is added or cannot be put together. */
export function factorOf(code: string): number | null {
  if (code === 'Q01' || code === 'Q02') return 100;
  const ratio = ratioCodes.find((each) => each === code);
  if (ratio !== undefined) return ratioFactors[ratio];
  const rate = rateCodes.find((each) => each === code);
  return rate === undefined ? null : rateDefinitions[rate].per * rateDefinitions[rate].perMonths;
}
