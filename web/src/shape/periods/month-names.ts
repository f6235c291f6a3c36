/** Months of one fiscal year as short as people say them: '4〜9月' would hide gaps, so runs are named one by one. */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatMonthAlone } from '../figures/format.ts';

/** '4〜6月、11月', 'Apr–Jun, Nov'. `months` are in order. */
export function nameMonths(months: readonly string[], language: Language): string {
  const runs: string[][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && monthNumber(month) === monthNumber(last) + 1) run.push(month);
    else runs.push([month]);
  }
  return runs
    .map((run) => {
      const [first = '', last = ''] = [run[0], run.at(-1)];
      if (first === last) return formatMonthAlone(first, language);
      return language === 'ja'
        ? `${Number(first.slice(5, 7))}〜${formatMonthAlone(last, language)}`
        : `${formatMonthAlone(first, language)}–${formatMonthAlone(last, language)}`;
    })
    .join(language === 'ja' ? '、' : ', ');
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
}
