/** How complete and how fresh the figures are, in sentences said only where they are true. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { stateWords } from '#sheets-schema/vocabulary/words/states.ts';
import { formatDay, formatNumber } from '../figures/format.ts';
import { fiscalYearOf, monthOfDay } from '../periods/periods.ts';
import { say } from '../say.ts';
import { countReports } from './reporting.ts';

/** More days than this without a new row are said; whoever types every month never sets it off. */
const daysOfQuiet = 31;

/** Days from the last day with data to the day of the run. */
function daysSince(dataUntil: string, asOf: string): number {
  return Math.round((Date.parse(`${asOf}T00:00:00Z`) - Date.parse(`${dataUntil}T00:00:00Z`)) / 86_400_000);
}

/** '54か月分のうち50か月分の報告で表示しています。' of a fiscal year with months missing. */
function sayCompleteness(index: OfficeIndex, year: string, language: Language): readonly string[] {
  const { due, reported } = countReports(index, year);
  return reported < due ? [say(stateWords.partly, language, { due, reported })] : [];
}

/**
 * Days without a new row, where that is worth a word: the one place that says when figures are stale. Figures that ended before
 * the fiscal year of the run and the one before it are a finished series, and no input is missing; then, and while rows come, `null`.
 */
export function daysOfSilence({ dataUntil, asOf }: Pick<OfficeIndex, 'dataUntil' | 'asOf'>): number | null {
  if (dataUntil === null || fiscalYearOf(monthOfDay(dataUntil)) < fiscalYearOf(monthOfDay(asOf)) - 1) return null;
  const days = daysSince(dataUntil, asOf);
  return days > daysOfQuiet ? days : null;
}

/** How many workbooks are held (確認待ち), and since when the first of them is; `null` where none is. */
export function heldSince({
  offices,
}: Pick<OfficeIndex, 'offices'>): { readonly count: number; readonly since: string } | null {
  const moments = offices.flatMap(({ held }) => (held === null ? [] : [held.since])).toSorted();
  const [since] = moments;
  return since === undefined ? null : { count: moments.length, since };
}

/** 'データは12月31日までです。35日間、新しい入力がありません。' */
function sayFreshness(index: OfficeIndex, language: Language): readonly string[] {
  const days = daysOfSilence(index);
  if (days === null || index.dataUntil === null) return [];
  return [say(stateWords.quiet, language, { until: formatDay(index.dataUntil, language), days: formatNumber(days) })];
}

/** Both, completeness first. */
export function sayCurrency(
  index: OfficeIndex,
  { year, language }: { readonly year: string; readonly language: Language },
): readonly string[] {
  return [...sayCompleteness(index, year, language), ...sayFreshness(index, language)];
}
