/** Rounding by rule (介護DB: to tens): whatever is worked out from a count is worked out from the rounded one, or it would tell the other. */
import { type Measure, measures } from '../../../sheets-schema/vocabulary/measures.ts';
import { rateCodes } from '../../domain/counting/rates.ts';
import { ratioCodes } from '../../domain/counting/ratios.ts';
import type { StoredFigure } from '../../domain/figure.ts';
import { type ProtectionPolicy, printCount } from '../../domain/protection-policy.ts';
import { factorOf } from '../ratio-factors.ts';
import type { MunicipalSummary } from '../release.ts';

/** The counts themselves are rounded where they are printed; here ratios, rates and what municipalities are compared by. */
export function roundSummary(summary: MunicipalSummary, policy: ProtectionPolicy): MunicipalSummary {
  if (policy.roundedTo <= 1) return summary;
  const round = (value: number | null) =>
    value === null ? null : Math.round(value / policy.roundedTo) * policy.roundedTo;
  const isRatio = (code: string) => ratioCodes.some((each) => each === code);
  const isRate = (code: string) => rateCodes.some((each) => each === code);
  const sides = Object.fromEntries(
    Object.entries(summary.sides).map(([code, { numerator, denominator }]) => [
      code,
      {
        numerator: isRatio(code) || isRate(code) ? numerator.map(round) : numerator,
        denominator: isRatio(code) ? denominator.map(round) : denominator,
      },
    ]),
  );
  const series = Object.fromEntries(
    Object.entries(summary.series).map(([code, figures]) => [
      code,
      isRatio(code) || isRate(code)
        ? figures.map((figure, year): StoredFigure => {
            if (typeof figure !== 'number') return figure;
            const [up, down] = [sides[code]?.numerator[year] ?? null, sides[code]?.denominator[year] ?? null];
            return up === null || down === null || down === 0 ? 'n' : (up * (factorOf(code) ?? 1)) / down;
          })
        : figures,
    ]),
  );
  const baseOf = new Map((measures as readonly Measure[]).map(({ code, base }) => [code as string, base]));
  const compared = Object.fromEntries(
    Object.entries(summary.town.measures).map(([code, { counts, bases }]) => [
      code,
      {
        counts: counts.map((count) => printCount(count, false, policy)),
        bases: baseOf.get(code) === 'cases' ? bases.map(round) : bases,
      },
    ]),
  );
  return { ...summary, series, sides, town: { ...summary.town, measures: compared } };
}
