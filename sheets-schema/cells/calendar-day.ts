/** Days of the calendar as 'YYYY-MM-DD', without a clock and without time zones. */

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** 2020 and 2000 have a 29 February; 1900 and 2019 have not. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Whether the day exists. `month` counts from 1. */
export function isCalendarDay({ year, month, day }: { year: number; month: number; day: number }): boolean {
  const length = month === 2 && isLeapYear(year) ? 29 : daysInMonth[month - 1];
  return length !== undefined && year >= 1 && year <= 9999 && day >= 1 && day <= length;
}

/** 'YYYY-MM-DD'; `null` where the day does not exist. */
export function spellDay(parts: { year: number; month: number; day: number }): string | null {
  if (!isCalendarDay(parts)) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`;
}

/** The day of a spreadsheet's serial number (days since 1899-12-30); `null` beyond 9999-12-31 and below 1. */
export function dayOfSerial(serial: number): string | null {
  if (!(serial >= 1 && serial < 2_958_466)) return null;
  return new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10);
}
