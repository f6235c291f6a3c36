/** The sentences of a municipality in one measure and period, filled: for exports and print. The browser fills the same phrases. */
import { type Indicator, indicators } from '../../../sheets-schema/vocabulary/indicators.ts';
import {
  comparisonNotes,
  comparisonSentences,
  trendSentences,
} from '../../../sheets-schema/vocabulary/words/comparison-sentences.ts';
import type { Language, Phrase } from '../../../sheets-schema/vocabulary/words/phrase.ts';
import type { MeasureComparison, PeriodComparison, TownResult, TownTrend } from '../comparison.ts';

/** One sentence, and after it what else has to be known to read it rightly. */
export function describeComparison(
  { measure }: Pick<MeasureComparison, 'measure'>,
  { reference, outsideByChance }: Pick<PeriodComparison, 'reference' | 'outsideByChance'>,
  result: Pick<TownResult, 'sentence' | 'notes' | 'value' | 'months'>,
  { name, language }: { readonly name: string; readonly language: Language },
): string {
  const facts: Readonly<Record<string, string>> = {
    name,
    value: spell(measure, result.value, language),
    reference: spell(measure, reference?.value ?? null, language),
    towns: String(reference?.towns ?? 0),
    outside: String(Math.max(1, Math.round(outsideByChance))),
    reported: String(result.months?.reported ?? ''),
    due: String(result.months?.due ?? ''),
  };
  const phrases = [comparisonSentences[result.sentence], ...result.notes.map((note) => comparisonNotes[note])];
  return phrases.map((phrase) => fill(phrase, facts, language)).join(language === 'ja' ? '' : ' ');
}

export function describeTrend(
  trend: TownTrend,
  { spellYear, language }: { readonly spellYear: (year: string) => string; readonly language: Language },
): string {
  if (trend.direction === null) return trendSentences[trend.reason][language];
  const facts = { first: spellYear(trend.first), last: spellYear(trend.last) };
  return fill(trendSentences[trend.direction], facts, language);
}

function fill(phrase: Phrase, facts: Readonly<Record<string, string>>, language: Language): string {
  return phrase[language].replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}

/** Rates of whole numbers have one decimal. */
function spell(code: string, value: number | null, language: Language): string {
  const indicator: Indicator | undefined = indicators.find((one) => one.code === code);
  if (value === null || indicator === undefined) return '';
  const digits = Math.max(1, indicator.decimals);
  const printed = value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (indicator.unit === '%') return `${printed}%`;
  return language === 'ja' ? `${printed}${indicator.unit}` : `${printed} ${indicator.unitEn}`;
}
