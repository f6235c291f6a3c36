/**
 * Dates as people type them: 2018/4/1, 平成30年4月1日, H30.4.1, 20180401, a real date cell. Never guesses a year and does not
 * know which day it is; whether a day may be in the future is for whoever knows the day of the run.
 */
import { eraDay } from '../vocabulary/eras.ts';
import { isBlankWord, isNoneWord, isUnknownWord } from './blank.ts';
import { dayOfSerial, spellDay } from './calendar-day.ts';
import type { Cell } from './cell.ts';
import { eraOfWord, eraPattern, readEraYear } from './era-word.ts';
import { foldWidth } from './fold.ts';
import type { Reading } from './reading.ts';
import { blank, notKnown, problem, remark, value } from './remark.ts';

/** Days of work before this are taken for a slip of the hand (workbook.md, Which rows count). */
export const earliestDayOfWork = '2000-04-01';

/** Serial numbers of 2000-01-01 and 2100-01-01: a bare number in between is a date that lost its format. */
const serials = { first: 36_526, last: 73_050 } as const;

const time = '(?:[ t]([0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?)(z|[-+][0-9]{2}:?[0-9]{2})?)?';
const weekday = '(?: ?\\([日月火水木金土](?:曜日?)?(?:・?祝)?\\)| ?[日月火水木金土]曜日?)?';
const western = new RegExp(
  `^([0-9]{4})(?:年 ?([0-9]{1,2})月 ?([0-9]{1,2})日|([-/.]) ?([0-9]{1,2})\\4 ?([0-9]{1,2}))${weekday}${time}$`,
  'u',
);
const japanese = new RegExp(
  `^${eraPattern}\\.? ?(元|[0-9]{1,2})(?:年 ?([0-9]{1,2})月 ?([0-9]{1,2})日|([-/.]) ?([0-9]{1,2})\\5 ?([0-9]{1,2}))${weekday}${time}$`,
  'u',
);
const digitsOnly = new RegExp(`^[0-9]+(?:\\.0*)?${weekday}$`, 'u');
const monthAlone = new RegExp(
  `^(?:([0-9]{4})|${eraPattern}\\.? ?(元|[0-9]{1,2}))(?:年 ?([0-9]{1,2})月|[-/.] ?([0-9]{1,2}))$`,
  'u',
);
const withoutYear = new RegExp(`^[0-9]{1,2}(?:月 ?[0-9]{1,2}日|[-/.] ?[0-9]{1,2})${weekday}$`, 'u');
const twoDigitYear = new RegExp(
  `^'?[0-9]{1,2}(?:年 ?[0-9]{1,2}月 ?[0-9]{1,2}日|([-/.]) ?[0-9]{1,2}\\1 ?[0-9]{1,2})${weekday}$`,
  'u',
);

/** Reads a day as 'YYYY-MM-DD'. `takesMonthAlone` reads '2018年4月' as its first day. */
export function readDate(cell: Cell, { takesMonthAlone = false }: { takesMonthAlone?: boolean } = {}): Reading<string> {
  if (cell === null) return blank();
  if (typeof cell === 'boolean') return problem('date/not-a-date');
  if (typeof cell === 'number') return readBareNumber(String(cell), cell);
  if (typeof cell === 'object') {
    if ('error' in cell) return problem('cell/formula-error');
    // 20240401 typed into a cell that has a date format already is taken by spreadsheets for a day some 55,000 years from now.
    if (isEightDigits(cell.serial)) return readBareNumber(String(cell.serial), cell.serial);
    const day = dayOfSerial(cell.serial);
    return day === null ? problem('date/not-a-date') : value(day);
  }
  const text = foldWidth(cell);
  const word = text.replaceAll(' ', '');
  if (isBlankWord(word) || isNoneWord(word)) return blank();
  if (isUnknownWord(word)) return notKnown();
  if (text.length > 60) return problem('date/not-a-date');
  return readText(text, takesMonthAlone);
}

function readText(text: string, takesMonthAlone: boolean): Reading<string> {
  const ymd = western.exec(text);
  if (ymd !== null) {
    const [, year, month1, day1, , month2, day2, , zone] = ymd;
    const day = spellDay({ year: Number(year), month: Number(month1 ?? month2), day: Number(day1 ?? day2) });
    if (day === null) return problem('date/no-such-day');
    return zone === 'z' ? problem('date/utc-time', typedDay(day)) : value(day);
  }
  const era = japanese.exec(text);
  if (era !== null) {
    const [, word = '', year = '', month1, day1, , month2, day2] = era;
    return readEra({ word, year, month: Number(month1 ?? month2), day: Number(day1 ?? day2) });
  }
  if (digitsOnly.test(text)) return readBareNumber(text, Number.parseInt(text, 10));
  const month = monthAlone.exec(text);
  if (month !== null) {
    if (!takesMonthAlone) return problem('date/without-day');
    const [, year, word, yearOfEra, month1, month2] = month;
    const first = { month: Number(month1 ?? month2), day: 1 };
    if (word !== undefined && yearOfEra !== undefined) return readEra({ word, year: yearOfEra, ...first });
    const day = spellDay({ year: Number(year), ...first });
    return day === null ? problem('date/no-such-day') : value(day);
  }
  if (withoutYear.test(text)) return problem('date/without-year');
  if (twoDigitYear.test(text)) return problem('date/two-digit-year');
  return problem('date/not-a-date');
}

function readEra(typed: { word: string; year: string; month: number; day: number }): Reading<string> {
  const era = eraOfWord(typed.word);
  const nth = readEraYear(typed.year);
  if (era === undefined || nth === 0) return problem('date/no-such-day');
  const day = spellDay({ year: era.firstYear + nth - 1, month: typed.month, day: typed.day });
  if (day === null) return problem('date/no-such-day');
  // 平成31年5月1日 is said by people who had not yet changed their forms; the day is certain, its era is not the right one.
  return isWithin(era.begins, era.ja, day) ? value(day) : value(day, remark('date/other-era', null, { day }));
}

function isWithin(begins: string, era: string, day: string): boolean {
  return begins <= day && eraDay(day).startsWith(era);
}

function isEightDigits(number: number): boolean {
  return Number.isInteger(number) && number >= 10_000_000 && number <= 99_999_999;
}

/** A number without any separator: YYYYMMDD, a serial that lost its date format, or nothing that is a date for sure. */
function readBareNumber(text: string, number: number): Reading<string> {
  if (!Number.isInteger(number)) {
    return withoutYear.test(text) ? problem('date/without-year') : problem('date/not-a-date');
  }
  if (isEightDigits(number)) {
    const day = spellDay({
      year: Math.floor(number / 10_000),
      month: Math.floor(number / 100) % 100,
      day: number % 100,
    });
    return day === null ? problem('date/no-such-day') : value(day);
  }
  const day = number >= serials.first && number <= serials.last ? dayOfSerial(number) : null;
  return day === null ? problem('date/not-a-date') : value(day, remark('date/serial', typedDay(day), { day }));
}

/** '2018-04-01' as it would be typed: 2018/4/1. */
export function typedDay(day: string): string {
  return day.split('-').map(Number).join('/');
}
