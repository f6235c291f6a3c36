/** The year of a period as short as an axis allows: '26' of 平成26年度, '2014'. */
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatYear } from '../figures/format.ts';
import { fiscalYearOf } from './periods.ts';

export function shortYear(period: string, language: Language): string {
  const year = fiscalYearOf(period);
  if (language === 'en') return String(year);
  return formatYear(year, 'ja')
    .replace(/^(平成|令和|昭和)/, '')
    .replace(/年度$/, '');
}
