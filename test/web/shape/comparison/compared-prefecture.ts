/** 架空のデータ: a prefecture of towns as publishing compares them, for what the page makes of it. */

import { computeComparison } from '#functions/publish/comparison/compute-comparison.ts';
import type { TownToCompare } from '#functions/publish/comparison/town.ts';
import type { ComparisonObject, MeasureComparison } from '#functions/publish/comparison.ts';
import { asOf } from '../../../functions/publish/comparison/town-builder.ts';

type Options = Partial<Omit<Parameters<typeof computeComparison>[0], 'towns'>>;

export function compareTowns(
  towns: readonly TownToCompare[],
  options: Options = {},
): { readonly comparison: ComparisonObject; readonly measure: (code: string) => MeasureComparison } {
  const { measures, start } = computeComparison({ prefecture: '99', asOf, ...options, towns });
  const names = Object.fromEntries(measures.map(({ measure }) => [measure, measure]));
  return {
    comparison: start(names),
    measure: (code) => {
      const found = measures.find((one) => one.measure === code);
      if (found === undefined) throw new Error(`No measure ${code}`);
      return found;
    },
  };
}
