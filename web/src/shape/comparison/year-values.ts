/** The values of a municipality in one measure by fiscal year, each with its state. */
import type { StoredFigure } from '#functions/domain/figure.ts';
import type { MeasureComparison } from '#functions/publish/comparison.ts';

export interface YearValue {
  readonly year: string;
  /** `null` where there is none. */
  readonly value: number | null;
  readonly stored: StoredFigure;
  /** Whether months, or an office in some of them, are missing. */
  readonly isPartial: boolean;
}

const letters = { unreported: 'u', suppressed: 'x', 'n/a': 'n' } as const;

export function yearValues(measure: MeasureComparison, years: readonly string[], code: string): readonly YearValue[] {
  return years.map((year) => {
    const result = measure.periods.find(({ period }) => period === year)?.towns.find((town) => town.code === code);
    const state = result?.state ?? 'n/a';
    if (result !== undefined && result.value !== null && (state === 'value' || state === 'zero')) {
      const isPartial = result.notes.some((note) => note === 'months' || note === 'partly');
      return { year, value: result.value, stored: result.value, isPartial };
    }
    return {
      year,
      value: null,
      stored: state === 'value' || state === 'zero' ? 'n' : letters[state],
      isPartial: false,
    };
  });
}
