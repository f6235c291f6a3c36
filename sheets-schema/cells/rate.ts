/** A rate with its unit, ‰ or % ('4.5‰', '3.7(%)'). Printed forms mix the two up, so what is unlikely is asked about, never changed. */
import { isBlankWord, isNoneWord, isUnknownWord } from './blank.ts';
import type { Cell } from './cell.ts';
import { fold } from './fold.ts';
import type { Reading } from './reading.ts';
import { blank, notKnown, problem, remark, value } from './remark.ts';

const typedRate = /^([0-9]+(?:\.[0-9]+)?)\(?(‰|%|パ-ミル|パ-セント)?\)?$/;

/** Reads a rate as per mille. % and at least 3, or ‰ and below 0.5, give a notice that asks (workbook.md, Reading). */
export function readRate(cell: Cell): Reading<number> {
  if (cell === null) return blank();
  if (typeof cell === 'number') return problem('rate/without-unit');
  if (typeof cell === 'boolean') return problem('rate/not-a-rate');
  if (typeof cell === 'object') return problem('error' in cell ? 'cell/formula-error' : 'rate/not-a-rate');
  const text = fold(cell);
  if (isBlankWord(text) || isNoneWord(text)) return blank();
  if (isUnknownWord(text)) return notKnown();
  const match = text.length > 40 ? null : typedRate.exec(text);
  if (match === null) return problem('rate/not-a-rate');
  const rate = Number(match[1]);
  const unit = match[2];
  if (unit === undefined) return problem('rate/without-unit');
  const isPercent = unit === '%' || unit === 'パ-セント';
  // 4.54 % is 45.4 ‰, not 45.400000000000006.
  const perMille = isPercent ? Number((rate * 10).toPrecision(12)) : rate;
  if (perMille > 1000) return problem('rate/not-a-rate');
  const isDoubtful = isPercent ? rate >= 3 : rate < 0.5;
  if (!isDoubtful) return value(perMille);
  return value(perMille, remark('rate/unit-doubtful', `${match[1]}${isPercent ? '‰' : '%'}`));
}
