/**
 * How numbers, periods and days are printed: 1,234 · −5 · 21.2% · 令和6年度 · FY2024.
 * Rounding happens here and nowhere else in the dashboard.
 */
import type { Figure } from '#functions/domain/figure.ts';
import { sayDay, sayDayAlone, sayMoment, sayMonth, sayMonthAlone } from '#sheets-schema/vocabulary/days.ts';
import { eraYear } from '#sheets-schema/vocabulary/eras.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { figureStateWords } from '#sheets-schema/vocabulary/words/states.ts';
import { fiscalYearOf, periodKind } from '../periods/periods.ts';
import { yearStyle } from './year-style.ts';

/** The marks of the states in tables and charts; screen readers and CSV get the word, never the mark. */
export const stateMarks = { unreported: '…', suppressed: 'x', 'n/a': '・' } as const;

/** Decimal digits of `value` after rounding half away from zero, so that 0.05 prints as 0.1 like a pocket calculator. */
function digits(value: number, decimals: number): string {
  if (Number.isSafeInteger(value)) return Math.abs(value).toFixed(decimals);
  const scaled = Math.round(Number(`${Math.abs(value)}e${decimals}`));
  return Number.isFinite(scaled) ? Number(`${scaled}e-${decimals}`).toFixed(decimals) : String(Math.abs(value));
}

/** '1,234', '−0.4', '21.2'. */
export function formatNumber(value: number, decimals = 0): string {
  const [whole = '0', fraction] = digits(value, decimals).split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** The value as printed, as a number again: differences of shares are those of printed values. */
export function printedValue(value: number, decimals: number): number {
  const text = digits(value, decimals);
  return value < 0 ? -Number(text) : Number(text);
}

/** '+64', '−22', '±0', '+4.2'. */
export function formatDifference(value: number, decimals = 0): string {
  const text = formatNumber(Math.abs(value), decimals);
  if (!/[1-9]/.test(text)) return `±${text}`;
  return value > 0 ? `+${text}` : `−${text}`;
}

/** The word of a state, or the number: what a sentence, a screen reader or a CSV says. */
export function formatFigure(figure: Figure, decimals: number, language: Language): string {
  if (figure.state === 'value' || figure.state === 'zero') return formatNumber(figure.value, decimals);
  return figureStateWords[figure.state][language];
}

/** '4月', 'Apr'. */
export function formatMonthAlone(month: string, language: Language): string {
  return sayMonthAlone(month, language);
}

/** '令和6年度' or '2024年度', 'FY2024'. */
export function formatYear(year: number, language: Language): string {
  if (language === 'en') return `FY${year}`;
  return yearStyle() === 'western' ? `${year}年度` : eraYear(year);
}

/** '令和6年4月', '令和6年度 第1四半期', '令和6年度'; 'Apr 2024', 'FY2024 Q1', 'FY2024'. */
export function formatPeriod(period: string, language: Language): string {
  const kind = periodKind(period);
  if (kind === 'year') return formatYear(fiscalYearOf(period), language);
  if (kind === 'quarter') {
    const quarter = period.slice(7);
    const year = formatYear(fiscalYearOf(period), language);
    return language === 'ja' ? `${year} 第${quarter}四半期` : `${year} Q${quarter}`;
  }
  return kind === 'month' ? sayMonth(period, language, yearStyle()) : period;
}

/** '令和6年12月31日', '31 Dec 2024'. */
export function formatDay(day: string, language: Language): string {
  return sayDay(day.slice(0, 10), language, yearStyle());
}

/** '12月31日', '31 Dec': a day whose year is plain from what stands around it. */
export function formatDayAlone(day: string, language: Language): string {
  return sayDayAlone(day, language);
}

/** A moment as Japan's clocks show it: '1月14日 6:10', '14 Jan 6:10'. */
export function formatMoment(moment: string, language: Language): string {
  return sayMoment(moment, language);
}

/** A unit beside a printed number: of one the English units stand in the singular, '1 case'. */
export function unitBeside(number: string, unit: string): string {
  return /^[+−]?1$/.test(number) ? unit.replace(/^(case|time|person|place|day)s$/, '$1') : unit;
}
