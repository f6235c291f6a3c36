/** 合算: hidden pathways of a place that are printed together, each sum with a letter that its cells bear too. */
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { pathways } from '#sheets-schema/vocabulary/codes.ts';
import { comparePathwayWords as words } from '#sheets-schema/vocabulary/words/compare-pathways.ts';
import { sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';

export interface PathwaySum {
  readonly pathways: readonly string[];
  /** 'a' for the first of a row. */
  readonly letter: string;
  /** '知人・近隣とアウトリーチ 合わせて12件'. */
  readonly text: string;
  /** The same in a cell, where it is said that the cell itself is hidden. */
  readonly hiddenText: string;
}

/** '民生委員・児童委員'. */
export function namePathway(code: string, language: Language): string {
  return pathways.codes.find((each) => each.code === code)?.[language] ?? code;
}

function joinNames(codes: readonly string[], language: Language): string {
  const names = codes.map((code) => namePathway(code, language));
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return say(words.listLast, language, { list: names.slice(0, -1).join(sharedWords.listComma[language]), last });
}

/** The sums of a place in a year whose pathways are all among those that the table shows. */
export function sumsOf(
  { merged = {}, years }: Pick<PrefectureIndex, 'merged' | 'years'>,
  { place, year, shown, language }: { place: string; year: string; shown: readonly string[]; language: Language },
): readonly PathwaySum[] {
  const groups = merged[`N01|${place}`]?.[years.indexOf(year)] ?? [];
  return groups
    .filter(({ pathways: parts }) => parts.every((part) => shown.includes(part)))
    .map(({ pathways: parts, count }, position) => {
      const facts = { names: joinNames(parts, language), count: formatNumber(count) };
      return {
        pathways: parts,
        letter: String.fromCharCode('a'.charCodeAt(0) + position),
        text: say(words.together, language, facts),
        hiddenText: say(words.togetherHidden, language, facts),
      };
    });
}
