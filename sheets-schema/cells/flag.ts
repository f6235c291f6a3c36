/** 有/無, ○/×, あり/なし, 1/0, TRUE/FALSE, はい/いいえ. */
import { isBlankWord, isUnknownWord } from './blank.ts';
import type { Cell } from './cell.ts';
import { fold } from './fold.ts';
import type { Reading } from './reading.ts';
import { blank, notKnown, problem, value } from './remark.ts';

/** What is read as 有. */
export const yesWords = [
  '有',
  '有り',
  'あり',
  'ある',
  '○',
  '◎',
  '●',
  '1',
  'TRUE',
  'はい',
  'Yes',
  'Y',
  '該当',
  '✓',
  '✔',
  '☑',
  '✅',
  'レ',
] as const;
/** What is read as 無. なし is 無 here, never a blank. */
export const noWords = [
  '無',
  '無し',
  'なし',
  'ない',
  '×',
  '✕',
  '✖',
  '✗',
  '❌',
  'x',
  '0',
  'FALSE',
  'いいえ',
  'No',
  'N',
  '非該当',
  '☐',
] as const;

const meaning: ReadonlyMap<string, boolean> = new Map([
  ...yesWords.map((word) => [fold(word), true] as const),
  ...noWords.map((word) => [fold(word), false] as const),
]);

/** Reads a flag. A number is a flag only as 1 or 0. */
export function readFlag(cell: Cell): Reading<boolean> {
  if (cell === null) return blank();
  if (typeof cell === 'boolean') return value(cell);
  if (typeof cell === 'object') return problem('error' in cell ? 'cell/formula-error' : 'flag/not-a-flag');
  const text = fold(String(cell));
  const flag = meaning.get(text);
  if (flag !== undefined) return value(flag);
  if (isBlankWord(text)) return blank();
  return isUnknownWord(text) ? notKnown() : problem('flag/not-a-flag');
}
