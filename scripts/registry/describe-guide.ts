/** One line of 目安値, for `list` and `check`. */
import type { RegisteredGuide } from '#functions/domain/registration.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { type Measure, measures, measureUnits } from '#sheets-schema/vocabulary/measures.ts';
import { prefectures } from '#sheets-schema/vocabulary/prefectures.ts';

export function describeGuide({ row, measure, value, from, until, prefecture, isBreak }: RegisteredGuide): string {
  const unit = (measures as readonly Measure[]).find(({ code }) => code === measure)?.unit;
  const name = indicators.find(({ code }) => code === measure)?.ja ?? measure;
  const scope = prefecture === null ? '国' : (prefectures.find(({ code }) => code === prefecture)?.ja ?? prefecture);
  const said = value === null || unit === undefined ? '' : `${value} ${measureUnits[unit].ja}`;
  const parts = [scope, measure, name, said, `${from}〜${until ?? ''}`, isBreak ? '定義の変わり目' : ''];
  return `${String(row).padStart(4)}  ${parts.filter((part) => part !== '').join('  ')}`;
}
