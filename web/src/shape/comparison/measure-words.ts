/** How a measure of 市町村比較 and its values are printed. */
import { type Indicator, indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { type Measure, measures, measureUnits } from '#sheets-schema/vocabulary/measures.ts';
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';

/** The measures in the order in which they are listed. */
export const allMeasures: readonly Measure[] = measures;

export function indicatorOf(code: string): Indicator | null {
  return indicators.find((indicator) => indicator.code === code) ?? null;
}

/** Rates of whole numbers have one decimal. */
export function decimalsOf(code: string): number {
  return Math.max(1, indicatorOf(code)?.decimals ?? 1);
}

/** '延支援回数（人口10万対・月）'; ratios and rates have their unit in their name. */
export function nameMeasure(code: string, language: Language): string {
  const indicator = indicatorOf(code);
  const measure = allMeasures.find((one) => one.code === code);
  if (indicator === null || measure === undefined) return code;
  const hasUnitInName = indicator.kind === 'rate' || indicator.kind === 'ratio';
  if (hasUnitInName) return indicator[language];
  const facts = { name: indicator[language], unit: measureUnits[measure.unit][language] };
  return say(comparisonWords.nameWithUnit, language, facts);
}

/** '31.3件', '21.2%', '31.3 cases per 100,000 a month': with the unit, for sentences. */
export function printCompared(code: string, value: number, language: Language): string {
  const printed = formatNumber(value, decimalsOf(code));
  const indicator = indicatorOf(code);
  if (indicator === null) return printed;
  if (indicator.unit === '%') return `${printed}%`;
  return language === 'ja' ? `${printed}${indicator.unit}` : `${printed} ${indicator.unitEn}`;
}

/** '31.3': for labels and cells. */
export function printBare(code: string, value: number): string {
  return formatNumber(value, decimalsOf(code));
}

/** The numbers along a scale: '0', '50', '100', or '0.0', '0.5', '1.0' where one of them needs a decimal. */
export function printTicks(code: string, ticks: readonly number[]): readonly string[] {
  const areWhole = ticks.every(Number.isInteger);
  return ticks.map((value) => (areWhole ? formatNumber(value) : printBare(code, value)));
}

/** '46.6' or '46.6%': short, for a label in a drawing. */
export function printShort(code: string, value: number): string {
  return indicatorOf(code)?.unit === '%' ? `${printBare(code, value)}%` : printBare(code, value);
}
