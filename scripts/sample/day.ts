/** Days as whole numbers (days since 1970-01-01), and the many ways in which an office types one. */

export function dayOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / 86_400_000;
}

export function partsOf(day: number): { readonly year: number; readonly month: number; readonly date: number } {
  const at = asDate(day);
  return { year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, date: at.getUTCDate() };
}

/** For a real date cell. */
export function asDate(day: number): Date {
  return new Date(day * 86_400_000);
}

/** 年度: April 2018 to March 2019 is 2018. */
export function fiscalYearOf(day: number): number {
  const { year, month } = partsOf(day);
  return month >= 4 ? year : year - 1;
}

export function lastDayOfMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - 1;
}

export type DateStyle = 'cell' | 'slash' | 'padded' | 'dots' | 'digits' | 'era' | 'shortEra' | 'fullWidth';

/** A day as people write it. Every style is one that the workbook accepts. Days from 2019-05-01 on (令和). */
export function typeDay(day: number, style: DateStyle): Date | string | number {
  const { year, month, date } = partsOf(day);
  const era = year - 2018;
  const two = (value: number) => String(value).padStart(2, '0');
  switch (style) {
    case 'cell':
      return asDate(day);
    case 'slash':
      return `${year}/${month}/${date}`;
    case 'padded':
      return `${year}-${two(month)}-${two(date)}`;
    case 'dots':
      return `${year}.${month}.${date}`;
    case 'digits':
      return Number(`${year}${two(month)}${two(date)}`);
    case 'era':
      return `令和${era === 1 ? '元' : era}年${month}月${date}日`;
    case 'shortEra':
      return `R${era}.${month}.${date}`;
    case 'fullWidth':
      return toFullWidth(`${year}/${month}/${date}`);
    default:
      return style satisfies never;
  }
}

/** '2024/4/1' as '２０２４／４／１'. */
export function toFullWidth(text: string): string {
  return text.replaceAll(/[!-~]/g, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0));
}
