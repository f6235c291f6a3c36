/** The words in which an office types a code: the standard name, another accepted word, or its own word in 読替. */
import {
  ageBands,
  type CodeList,
  closingReasons,
  issues,
  methods,
  pathways,
  programmes,
  responses,
  sexes,
  targets,
} from '#sheets-schema/vocabulary/codes.ts';
import type { Random } from '../random.ts';

const lists: readonly CodeList[] = [
  pathways,
  targets,
  issues,
  methods,
  programmes,
  responses,
  closingReasons,
  ageBands,
  sexes,
];
const byCode = new Map(lists.flatMap((list) => list.codes.map((code) => [code.code, code] as const)));

/** The name of a code as the template's dropdown gives it. */
export function nameOf(code: string): string {
  const found = byCode.get(code);
  if (found === undefined) throw new RangeError(`no code ${code}`);
  return found.ja;
}

/** Another word that is accepted for the code without a notice; its name where there is none. */
export function synonymOf(code: string, random: Random): string {
  const [first, ...others] = byCode.get(code)?.synonyms ?? [];
  return first === undefined ? nameOf(code) : random.pick([first, ...others]);
}

/** Words that only this office uses; its tab 読替 explains them. */
export const ownWords: Readonly<Record<string, string>> = {
  P0401: '民生さん',
  P0501: '包括さん',
  P0508: '社協さん',
  T01: 'お年寄り',
  T05: '暮らしの困りごと',
};

/** Half-width kana as older programs export them (ボランティア・NPO → ﾎﾞﾗﾝﾃｨｱ･NPO). */
export function toHalfWidthKana(text: string): string {
  return [...text.normalize('NFC')].map((character) => halfWidth.get(character) ?? character).join('');
}

const halfWidth = new Map<string, string>();
for (let code = 0xff61; code <= 0xff9f; code += 1) {
  const half = String.fromCodePoint(code);
  const full = half.normalize('NFKC');
  if (full.length === 1 && code < 0xff9e) halfWidth.set(full, half);
  for (const mark of ['\uff9e', '\uff9f']) {
    const voiced = (half + mark).normalize('NFKC');
    if (voiced.length === 1) halfWidth.set(voiced, half + mark);
  }
}
