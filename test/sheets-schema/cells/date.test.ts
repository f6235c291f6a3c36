import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '#sheets-schema';
import { dayOfSerial } from '#sheets-schema/cells/calendar-day.ts';
import { readDate, typedDay } from '#sheets-schema/cells/date.ts';
import { eraDay, eras } from '#sheets-schema/vocabulary/eras.ts';
import { outcomeOf } from './read.ts';

const read = (cell: Cell) => outcomeOf(readDate(cell));

describe('a date', () => {
  test.each<[Cell, string]>([
    [{ serial: 43_191 }, '2018-04-01'],
    [{ serial: 43_191.75 }, '2018-04-01'],
    ['2018/4/1', '2018-04-01'],
    ['2018-04-01', '2018-04-01'],
    ['2018.4.1', '2018-04-01'],
    ['20180401', '2018-04-01'],
    [20_180_401, '2018-04-01'],
    [{ serial: 20_180_401 }, '2018-04-01'],
    ['2018年4月1日', '2018-04-01'],
    ['2018年 4月 1日', '2018-04-01'],
    ['平成30年4月1日', '2018-04-01'],
    ['H30.4.1', '2018-04-01'],
    ['h30.4.1', '2018-04-01'],
    ['H30/4/1', '2018-04-01'],
    ['H30-4-1', '2018-04-01'],
    ['平30.4.1', '2018-04-01'],
    ['㍻30年4月1日', '2018-04-01'],
    ['令和元年5月1日', '2019-05-01'],
    ['R1.5.1', '2019-05-01'],
    ['R元.5.1', '2019-05-01'],
    ['令和１年５月１日', '2019-05-01'],
    ['昭和64年1月7日', '1989-01-07'],
    ['S63.12.31', '1988-12-31'],
    ['大正15年12月24日', '1926-12-24'],
    ['明治45年7月29日', '1912-07-29'],
    ['２０１８／４／１', '2018-04-01'],
    ['Ｈ３０．４．１', '2018-04-01'],
    ['2018/4/1(日)', '2018-04-01'],
    ['2018年4月1日（日）', '2018-04-01'],
    ['2018/4/1 10:30', '2018-04-01'],
    ['2018-04-01T10:30:00', '2018-04-01'],
    ['2018-04-01T10:30:00+09:00', '2018-04-01'],
    [' 2018/4/1 ', '2018-04-01'],
    ['2020/2/29', '2020-02-29'],
    ['2000/2/29', '2000-02-29'],
  ])('%j is %s without a word', (cell, value) => {
    expect(read(cell)).toEqual({ value });
  });

  test.each<[Cell, string, string]>([
    ['平成31年5月1日', '2019-05-01', 'date/other-era'],
    ['H31.12.1', '2019-12-01', 'date/other-era'],
    ['令和元年4月30日', '2019-04-30', 'date/other-era'],
    ['昭和64年1月8日', '1989-01-08', 'date/other-era'],
    [43_191, '2018-04-01', 'date/serial'],
    ['43191', '2018-04-01', 'date/serial'],
    [36_526, '2000-01-01', 'date/serial'],
    [73_050, '2099-12-31', 'date/serial'],
  ])('%j is read as %s with the notice %s', (cell, value, notice) => {
    expect(read(cell)).toEqual({ value, notices: [notice] });
  });

  test('平成31年4月30日 is the last day of its era and needs no notice', () => {
    expect(read('平成31年4月30日')).toEqual({ value: '2019-04-30' });
  });

  test.each<[Cell, string]>([
    ['11/5', 'date/without-year'],
    ['6/31', 'date/without-year'],
    ['11月5日', 'date/without-year'],
    ['11.5', 'date/without-year'],
    [11.5, 'date/without-year'],
    ['2024/11', 'date/without-day'],
    ['令和6年11月', 'date/without-day'],
    ['24/11/5', 'date/two-digit-year'],
    ['6/11/5', 'date/two-digit-year'],
    ['30.4.1', 'date/two-digit-year'],
    ["'18/4/1", 'date/two-digit-year'],
    ['30年4月1日', 'date/two-digit-year'],
    ['2019/2/29', 'date/no-such-day'],
    ['1900/2/29', 'date/no-such-day'],
    ['2024/2/30', 'date/no-such-day'],
    ['2024/6/31', 'date/no-such-day'],
    ['2024/13/1', 'date/no-such-day'],
    ['2024/0/1', 'date/no-such-day'],
    ['20240631', 'date/no-such-day'],
    [{ serial: 20_240_631 }, 'date/no-such-day'],
    ['平成0年4月1日', 'date/no-such-day'],
    ['平成29年2月29日', 'date/no-such-day'],
    [36_525, 'date/not-a-date'],
    [73_051, 'date/not-a-date'],
    [12, 'date/not-a-date'],
    [-1, 'date/not-a-date'],
    [201_804, 'date/not-a-date'],
    ['4/1/2018', 'date/not-a-date'],
    ['2018/4-1', 'date/not-a-date'],
    ['昨日', 'date/not-a-date'],
    ['2018/4/1 から', 'date/not-a-date'],
    ['Z30.4.1', 'date/not-a-date'],
    [true, 'date/not-a-date'],
    [{ serial: -5 }, 'date/not-a-date'],
    [{ serial: Number.NaN }, 'date/not-a-date'],
    [{ error: '#VALUE!' }, 'cell/formula-error'],
  ])('%j is no date: %s', (cell, problem) => {
    expect(read(cell)).toEqual({ problem });
  });

  test('a time in UTC is refused, since its day may be another one in Japan', () => {
    expect(read('2018-03-31T15:00:00Z')).toEqual({ problem: 'date/utc-time', suggestion: '2018/3/31' });
    expect(read('2018-03-31T15:00:00.000Z')).toEqual({ problem: 'date/utc-time', suggestion: '2018/3/31' });
  });

  test.each<[Cell]>([[null], [''], ['-'], ['―'], ['なし']])('%j is blank', (cell) => {
    expect(read(cell)).toBe('blank');
  });

  test('不明 is unknown', () => {
    expect(read('不明')).toBe('unknown');
  });

  test('報告開始月 may be a month alone: its first day is meant', () => {
    const month = (cell: Cell) => outcomeOf(readDate(cell, { takesMonthAlone: true }));
    expect([
      month('2024年4月'),
      month('2024/4'),
      month('2024-04'),
      month('R6.4'),
      month('令和6年4月'),
      month('2024/4/15'),
    ]).toEqual([
      { value: '2024-04-01' },
      { value: '2024-04-01' },
      { value: '2024-04-01' },
      { value: '2024-04-01' },
      { value: '2024-04-01' },
      { value: '2024-04-15' },
    ]);
    expect(month('2024年13月')).toEqual({ problem: 'date/no-such-day' });
  });

  test('every accepted spelling of a day gives that day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 73_050 }), fc.boolean(), (serial, isWide) => {
        const day = dayOfSerial(serial) ?? '';
        for (const typed of spellingsOf(day)) expect(read(isWide ? widen(typed) : typed)).toEqual({ value: day });
        expect(read({ serial })).toEqual({ value: day });
        expect(read(Number(day.replaceAll('-', '')))).toEqual({ value: day });
      }),
    );
  });
});

/** Each way to write a day that is read without a word. */
function spellingsOf(day: string): readonly string[] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const era = eras.findLast((each) => each.begins <= day);
  const nth = year - (era?.firstYear ?? 0) + 1;
  return [
    day,
    typedDay(day),
    day.replaceAll('-', ''),
    `${year}.${month}.${date}`,
    `${year}年${month}月${date}日`,
    eraDay(day),
    `${era?.letter}${nth}.${month}.${date}`,
    `${era?.letter}${nth}/${month}/${date}`,
    `${era?.ja.slice(0, 1)}${nth}.${month}.${date}`,
    `${day} 23:59`,
  ];
}

function widen(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
}
