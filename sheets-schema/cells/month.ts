/** 月 as people type it: 4, 04, 4月, 4月分. */
import { isBlankWord, isNoneWord, isUnknownWord } from './blank.ts';
import { dayOfSerial } from './calendar-day.ts';
import type { Cell } from './cell.ts';
import { fold } from './fold.ts';
import type { Reading } from './reading.ts';
import { blank, notKnown, problem, value } from './remark.ts';

const typedMonth = /^(0?[1-9]|1[0-2])(?:月分?)?$/;
// A year before the month belongs in the column 年度; the month is proposed, not taken.
const withYear = /^(?:[0-9]{4}|[^0-9]{1,2}[0-9]{1,2})(?:年|[-/.])(0?[1-9]|1[0-2])(?:月分?)?$/;

/** Reads a month of the year, 1 to 12. */
export function readMonth(cell: Cell): Reading<number> {
  if (cell === null) return blank();
  if (typeof cell === 'boolean') return problem('month/not-a-month');
  if (typeof cell === 'object') {
    if ('error' in cell) return problem('cell/formula-error');
    const day = dayOfSerial(cell.serial);
    return problem('month/not-a-month', day === null ? null : String(Number(day.slice(5, 7))));
  }
  const text = fold(String(cell));
  if (isBlankWord(text) || isNoneWord(text)) return blank();
  if (isUnknownWord(text)) return notKnown();
  const month = typedMonth.exec(text);
  if (month !== null) return value(Number(month[1]));
  const dated = withYear.exec(text);
  return problem('month/not-a-month', dated === null ? null : String(Number(dated[1])));
}
