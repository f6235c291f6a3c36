/** Text, identifiers and areas: words that stand for themselves. */
import { isBlankWord, isNoneWord, isUnknownWord } from './blank.ts';
import { dayOfSerial } from './calendar-day.ts';
import type { Cell } from './cell.ts';
import { typedDay } from './date.ts';
import { fold } from './fold.ts';
import { isIndividualNumber, isPhoneNumber } from './personal.ts';
import type { Reading } from './reading.ts';
import { blank, notKnown, problem, value } from './remark.ts';

/** A name is short; what is longer is cut, so that nobody's notes travel along in a name. */
const longest = 200;

/** Reads text as typed, without the blanks around it; runs of blanks are one space. */
export function readText(cell: Cell): Reading<string> {
  if (cell === null) return blank();
  if (typeof cell === 'object') {
    if ('error' in cell) return problem('cell/formula-error');
    const day = dayOfSerial(cell.serial);
    return day === null ? problem('date/not-a-date') : value(typedDay(day));
  }
  const text = String(cell)
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim()
    .slice(0, longest)
    .trim();
  return isBlankWord(fold(text)) ? blank() : value(text);
}

/** Reads an identifier, folded: 'Ｒ６－０００１' is 'r6-0001'. Personal and telephone numbers are refused. */
export function readReference(cell: Cell): Reading<string> {
  if (cell === null) return blank();
  if (typeof cell === 'boolean') return problem('reference/not-a-reference');
  if (typeof cell === 'object') return problem('error' in cell ? 'cell/formula-error' : 'reference/is-a-date');
  if (typeof cell === 'number' && !Number.isSafeInteger(cell)) return problem('reference/not-a-reference');
  const text = fold(String(cell));
  if (isBlankWord(text) || isNoneWord(text)) return blank();
  if (isUnknownWord(text)) return notKnown();
  if (isIndividualNumber(text, { mayBeginWithDate: true })) return problem('row/personal-number');
  if (isPhoneNumber(text)) return problem('personal/phone-number');
  return text.length > 60 ? problem('reference/not-a-reference') : value(text);
}

/** Cases of people whose area is none of ours: they count for the municipality only (workbook.md, Which rows count). */
export const outsideWords = ['市外', '町外', '村外', '区外', '県外', '住所不定'] as const;
const outside: ReadonlySet<string> = new Set(outsideWords.map(fold));

/** Reads an area's code or name, folded; 不明 and 市外 are 'unknown', which counts at the root only. */
export function readArea(
  cell: Cell,
  { ownWords }: { readonly ownWords: ReadonlyMap<string, string> },
): Reading<string> {
  if (cell === null) return blank();
  if (typeof cell === 'object') return problem('error' in cell ? 'cell/formula-error' : 'area/is-a-date');
  const typed = fold(String(cell));
  if (isBlankWord(typed)) return blank();
  const own = ownWords.get(typed);
  const area = own === undefined ? typed : fold(own);
  if (isUnknownWord(area) || outside.has(area)) return notKnown();
  return isNoneWord(area) ? blank() : value(area);
}

// No ・ here: names of areas contain it.
const separators = /[、,，;；/／\r\n､]+/u;

/** Reads several area codes, folded, each once. */
export function readAreas(cell: Cell): Reading<readonly string[]> {
  if (cell === null) return blank();
  if (typeof cell === 'object') return problem('error' in cell ? 'cell/formula-error' : 'area/is-a-date');
  const parts = String(cell)
    .split(separators)
    .map(fold)
    .filter((part) => !isBlankWord(part) && !isNoneWord(part));
  return parts.length === 0 ? blank() : value([...new Set(parts)]);
}
