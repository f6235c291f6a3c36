/**
 * A word to a code, over names, codes, synonyms and the office's own 読替 (workbook.md, Reading). The whole cell is tried first,
 * then its parts between 、 , ; / and line breaks, then those between ・, which many names contain.
 */
import type { CodeList } from '../vocabulary/codes.ts';
import { isBlankWord, isNoneWord, isUnknownWord } from './blank.ts';
import type { Cell } from './cell.ts';
import { wordsOf } from './code-words.ts';
import { findNearest } from './edit-distance.ts';
import { fold } from './fold.ts';
import type { Reading, Remark } from './reading.ts';
import { blank, notKnown, problem, remark, value } from './remark.ts';

/** Folded own word → standard word, as the office wrote it in 読替. */
export type OwnWords = ReadonlyMap<string, string>;

/** What a choice is read with. `example` stands in the sentence where nothing near is found. */
export interface ChoiceContext {
  readonly list: CodeList;
  readonly ownWords: OwnWords;
  readonly example: string;
}

interface Found {
  readonly code: string;
  readonly notices: readonly Remark[];
}

/** One word to its code; `undefined` where no list and no 読替 knows it. */
function findCode(folded: string, { list, ownWords }: ChoiceContext): Found | undefined {
  const { codes, names } = wordsOf(list);
  const standard = codes.get(folded);
  const ownWord = ownWords.get(folded);
  const own = ownWord === undefined ? undefined : codes.get(fold(ownWord));
  if (own !== undefined) {
    const isOther = standard !== undefined && standard !== own;
    const facts = { own: names.get(own) ?? own, standard: names.get(standard ?? own) ?? own };
    return { code: own, notices: isOther ? [remark('choice/own-word-first', null, facts)] : [] };
  }
  if (standard !== undefined) return { code: standard, notices: [] };
  return list.unknown !== null && isUnknownWord(folded) ? { code: list.unknown, notices: [] } : undefined;
}

/** The cell as text: a number can be a word too ('8050'). `null` for what is no word at all. */
function wordOf(cell: string | number | boolean): string {
  return typeof cell === 'boolean' ? (cell ? 'TRUE' : 'FALSE') : String(cell);
}

// Splits typed text, before folding takes the line breaks away; ／ ， ； and their narrow forms alike.
const separators = /[、,，;；/／\r\n､]+/u;
const middleDots = /[・･·]/u;
/** More parts than any cell of ours has; what has more is a text. */
const mostParts = 20;

function partsOf(text: string, between: RegExp): readonly string[] {
  return text
    .split(between, mostParts + 1)
    .map(fold)
    .filter((part) => !isBlankWord(part));
}

function notInList(folded: string, context: ChoiceContext): Reading<never> {
  const { codes, names } = wordsOf(context.list);
  const near = findNearest(folded, codes.keys());
  const code = near === null ? undefined : codes.get(near);
  const suggestion = code === undefined ? null : (names.get(code) ?? null);
  return problem('choice/not-in-list', suggestion, { example: context.example });
}

/** Reads one code. Two different ones in a cell are a problem, since only one can be counted. */
export function readChoice(cell: Cell, context: ChoiceContext): Reading<string> {
  const reading = readChoices(cell, { ...context, fallback: null });
  if (reading.outcome !== 'value') return reading;
  const [first, ...others] = new Set(reading.value);
  if (first === undefined) return blank();
  return others.length === 0 ? value(first, ...reading.notices) : problem('choice/several');
}

/** Reads one or several codes, in the order typed. `fallback` is the code for a word of no list, with a notice. */
export function readChoices(
  cell: Cell,
  context: ChoiceContext & { readonly fallback: string | null },
): Reading<readonly string[]> {
  if (cell === null) return blank();
  if (typeof cell === 'object') {
    return problem('error' in cell ? 'cell/formula-error' : 'choice/is-a-date', null, { example: context.example });
  }
  const text = wordOf(cell);
  const whole = fold(text);
  if (isBlankWord(whole)) return blank();
  const found = findCode(whole, context);
  if (found !== undefined) return value([found.code], ...found.notices);
  if (isNoneWord(whole)) return blank();
  if (isUnknownWord(whole)) return notKnown();

  const parts = partsOf(text, separators);
  if (parts.length > mostParts) return problem('choice/not-in-list', null, { example: context.example });
  const readings = parts.map((part) => readPart(part, context));
  const codes: string[] = [];
  const notices: Remark[] = [];
  for (const reading of readings) {
    if (reading.outcome === 'problem') return reading;
    if (reading.outcome !== 'value') continue;
    codes.push(...reading.value);
    notices.push(...reading.notices);
  }
  if (codes.length > 0) return value(codes, ...notices);
  return readings.some((reading) => reading.outcome === 'unknown') ? notKnown() : blank();
}

/**
 * The codes of parts that stood between ・, several parts together where they are one word: '高齢者・DV・虐待被害' are two targets,
 * '民生委員・児童委員・社協' two pathways. The longest word is tried first; `null` where a part belongs to no word.
 */
function findJoined(parts: readonly string[], context: ChoiceContext): readonly Found[] | null {
  const rests = new Map<number, readonly Found[] | null>([[parts.length, []]]);
  for (let start = parts.length - 1; start >= 0; start -= 1) {
    let best: readonly Found[] | null = null;
    for (let end = parts.length; end > start && best === null; end -= 1) {
      const rest = rests.get(end) ?? null;
      const found = rest === null ? undefined : findCode(parts.slice(start, end).join('・'), context);
      if (rest !== null && found !== undefined) best = [found, ...rest];
    }
    rests.set(start, best);
  }
  return parts.length === 0 ? null : (rests.get(0) ?? null);
}

function readPart(
  part: string,
  context: ChoiceContext & { readonly fallback: string | null },
): Reading<readonly string[]> {
  const found = findCode(part, context);
  if (found !== undefined) return value([found.code], ...found.notices);
  if (isNoneWord(part)) return blank();
  if (isUnknownWord(part)) return notKnown();
  const between = partsOf(part, middleDots);
  const joined = findJoined(between, context);
  if (joined !== null) {
    return value(
      joined.map(({ code }) => code),
      ...joined.flatMap(({ notices }) => notices),
    );
  }
  if (context.fallback !== null) {
    const name = wordsOf(context.list).names.get(context.fallback) ?? context.fallback;
    return value([context.fallback], remark('choice/counted-as-other', null, { counted: name }));
  }
  // Of '本人・町の人' the part that is not understood is the one to compare with the list.
  const strange = between.filter((word) => findCode(word, context) === undefined);
  return notInList(strange.length < between.length ? (strange[0] ?? part) : part, context);
}
