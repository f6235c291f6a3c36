/**
 * Numbers as people type them: '１２３４件', '約1,200', '延べ35', '△5'. Knows nothing of any column.
 * What could be two numbers, or none for sure, is never guessed: '10～15', '100以上', '1,23', '十二' are problems.
 */

import { isBlankWord, isDash, isNoneWord, isUnknownWord } from './blank.ts';
import type { Cell } from './cell.ts';
import { foldWidth } from './fold.ts';
import type { Reading } from './reading.ts';
import { blank, notKnown, problem, remark, value } from './remark.ts';

const approximately = '(?:約|およそ|おおよそ|凡そ|おおむね|概ね|ほぼ)';
const altogether = '(?:延べ|のべ|延|計)';
/** Units that say no more than what the column is about. */
const unit =
  '(?:件|回|人|名|か所|カ所|ヵ所|ヶ所|ケ所|箇所|個所|世帯|分間?|団体|機関|社|法人|地区|区域|市町村|町村|町|村|支部|グループ|サロン|拠点|自治会|町内会|時間|日|トン|点|歳|校|円|台|km2|㎢|%)';
const around = '(?:前後|程度|くらい|ぐらい|ほど|弱|強)';

const typedNumber = new RegExp(
  `^(${approximately})? ?(?:${altogether})? ?(${approximately})? ?([-+△▲])? ?([0-9][0-9,]*)(?:\\.([0-9]+))? ?(?:${unit})? ?(${around})?$`,
  'u',
);
const grouped = /^[0-9]{1,3}(?:,[0-9]{3})+$/;
// A digit, something that is no digit, a digit again: a range, an alternative, a comment with numbers.
const twoNumbers = /[0-9][^0-9.,]+[0-9]/;
const openEnded = /以上|以下|以内|未満|超|[~+]$|^[~<>≦≧]/;
const kanjiNumber = /^[〇一二三四五六七八九十百千万]+/;

interface TypedNumber {
  readonly number: number;
  readonly isApproximate: boolean;
}

/** The number that a text says for sure, or the code of what is wrong with it. */
function readTyped(text: string): TypedNumber | 'number/misplaced-comma' | 'number/too-large' | null {
  const match = typedNumber.exec(text);
  if (match === null) return null;
  const [, before, between, sign, whole = '', decimals, after] = match;
  if (whole.includes(',') && !grouped.test(whole)) return 'number/misplaced-comma';
  const number = Number(`${whole.replaceAll(',', '')}${decimals === undefined ? '' : `.${decimals}`}`);
  if (number > Number.MAX_SAFE_INTEGER) return 'number/too-large';
  const isApproximate = before !== undefined || between !== undefined || after !== undefined;
  return { number: sign === undefined || sign === '+' ? number : -number, isApproximate };
}

/** Reads any number; decimals and negatives too. */
export function readNumber(cell: Cell): Reading<number> {
  if (cell === null) return blank();
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return problem('number/not-a-number');
    if (Math.abs(cell) > Number.MAX_SAFE_INTEGER) return problem('number/too-large');
    return value(cell === 0 ? 0 : cell);
  }
  if (typeof cell === 'boolean') return problem('number/not-a-number');
  if (typeof cell === 'object') return 'error' in cell ? problem('cell/formula-error') : problem('number/is-a-date');
  const text = foldWidth(cell);
  const word = text.replaceAll(' ', '');
  if (isBlankWord(word) || isNoneWord(word)) return blank();
  if (isUnknownWord(word)) return notKnown();
  if (text.length > 40) return problem('number/not-a-number');
  const typed = readTyped(text);
  if (typed === 'number/misplaced-comma') return problem(typed, text.replaceAll(',', ''));
  if (typed === 'number/too-large') return problem(typed);
  if (typed !== null) {
    const number = typed.number === 0 ? 0 : typed.number;
    return typed.isApproximate ? value(number, remark('number/approximate', null, { value: number })) : value(number);
  }
  if (kanjiNumber.test(text)) {
    const number = readKanji(text);
    return problem('number/kanji', number === null ? null : String(number));
  }
  if (/[0-9]/.test(text) && (twoNumbers.test(text) || openEnded.test(text))) return problem('number/several');
  return problem('number/not-a-number');
}

/** Reads a whole number of at least 0. `takesDash: false` refuses '-' and なし, which could mean 0 or not reported. */
export function readCount(cell: Cell, { takesDash }: { readonly takesDash: boolean }): Reading<number> {
  if (!takesDash && typeof cell === 'string') {
    const text = foldWidth(cell).replaceAll(' ', '');
    if (isDash(text) || isNoneWord(text)) return problem('number/dash', '0');
  }
  const reading = readNumber(cell);
  if (reading.outcome !== 'value') return reading;
  if (reading.value < 0) return problem('number/negative');
  if (!Number.isInteger(reading.value)) return problem('number/not-whole');
  return reading;
}

const kanjiDigits = '〇一二三四五六七八九';
const kanjiUnits: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** 十二 is 12, 二百三十 is 230; only to propose it. `null` where the text is more than a number below 10,000 and a unit. */
function readKanji(text: string): number | null {
  const match = new RegExp(`^([〇一二三四五六七八九十百千]{1,8})(?:${unit})?$`, 'u').exec(text);
  if (match === null) return null;
  let sum = 0;
  let digit: number | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const sign of match[1] ?? '') {
    const times = kanjiUnits[sign];
    if (times === undefined) {
      if (digit !== null) return null;
      digit = kanjiDigits.indexOf(sign);
    } else {
      if (times >= smallest) return null;
      smallest = times;
      sum += (digit ?? 1) * times;
      digit = null;
    }
  }
  return sum + (digit ?? 0);
}
