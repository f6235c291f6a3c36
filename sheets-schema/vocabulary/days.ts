/**
 * Days, months and moments as people read them, in one form wherever they are said: on pages, in messages (知らせ), in 操作の記録.
 * Plain data and small pure functions.
 */
import { eraDay } from './eras.ts';
import type { Language } from './words/phrase.ts';

/** How Japanese years are printed: 令和6年 or 2024年. */
export type YearStyle = 'eras' | 'western';

const englishMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** '4月', 'Apr'. @param month '2024-04', or a day of it */
export function sayMonthAlone(month: string, language: Language): string {
  const number = Number(month.slice(5, 7));
  return language === 'ja' ? `${number}月` : (englishMonths[number - 1] ?? month);
}

/** '令和6年4月' or '2024年4月', 'Apr 2024'. @param month '2024-04' */
export function sayMonth(month: string, language: Language, years: YearStyle): string {
  if (language === 'en') return `${sayMonthAlone(month, 'en')} ${month.slice(0, 4)}`;
  return japaneseDay(`${month}-01`, years).replace(/1日$/, '');
}

/** '令和6年12月31日' or '2024年12月31日', '31 Dec 2024'. @param day '2024-12-31' */
export function sayDay(day: string, language: Language, years: YearStyle): string {
  return language === 'en' ? `${sayDayAlone(day, 'en')} ${day.slice(0, 4)}` : japaneseDay(day, years);
}

/** '12月31日', '31 Dec': a day whose year is plain from what stands around it. */
export function sayDayAlone(day: string, language: Language): string {
  const date = Number(day.slice(8, 10));
  const month = sayMonthAlone(day, language);
  return language === 'en' ? `${date} ${month}` : `${month}${date}日`;
}

function japaneseDay(day: string, years: YearStyle): string {
  return years === 'western' ? `${Number(day.slice(0, 4))}年${sayDayAlone(day, 'ja')}` : eraDay(day);
}

const hoursAheadOfUtc = 9;

/** A moment as Japan's clocks show it: '1月14日 6:10', '14 Jan 6:10'. @param moment in ISO 8601 */
export function sayMoment(moment: string, language: Language): string {
  const japan = inJapan(moment);
  return `${sayDayAlone(japan, language)} ${clockOf(japan)}`;
}

/** With its year: '令和7年1月14日 6:10', '14 Jan 2025 6:10'. */
export function sayFullMoment(moment: string, language: Language, years: YearStyle): string {
  const japan = inJapan(moment);
  return `${sayDay(japan.slice(0, 10), language, years)} ${clockOf(japan)}`;
}

/** In ISO 8601, as if Japan's clocks were those of Greenwich. */
function inJapan(moment: string): string {
  return new Date(Date.parse(moment) + hoursAheadOfUtc * 3_600_000).toISOString();
}

function clockOf(japan: string): string {
  return `${Number(japan.slice(11, 13))}:${japan.slice(14, 16)}`;
}
