/** Loads one measure of the comparison that is looked at, as its audience may see it. */
import type { MeasureComparison } from '#functions/publish/comparison.ts';
import type { Loaded } from '../../api.ts';
import { useObject } from '../../loaders.ts';
import { prefecturePath } from '../../shape/place.ts';
import { place } from '../../signals.ts';

/** @param code `null` loads nothing and stays 'empty' */
export function useMeasure(code: string | null): Loaded<MeasureComparison> {
  const { prefecture } = place.value;
  const path = code === null || prefecture === null ? null : `${prefecturePath(prefecture)}/comparison/${code}`;
  return useObject<MeasureComparison>(path);
}
