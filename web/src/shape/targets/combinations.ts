/** The most frequent sets of two and more 対象 as a ranked list; each case stands in exactly one of them. */
import type { PeoplePeriod } from '#functions/publish/detail.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { formatNumber } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { KindShape } from '../support/support-kinds.ts';
import { withinSentence } from '../title.ts';
import { targetName } from './target-slice.ts';

/** Rows in the order in which they are published: most frequent first. */
export function shapeCombinations({ combinations }: PeoplePeriod, language: Language): KindShape {
  const nameOf = (codes: readonly string[]) =>
    codes
      .map((code, place) => (place === 0 ? targetName(code, language) : withinSentence(targetName(code, language))))
      .join(language === 'ja' ? '＋' : ' + ');
  const [first] = combinations;
  const most = Math.max(1, first?.cases ?? 0);
  return {
    title:
      first === undefined
        ? targetWords.combinationsTitle[language]
        : say(targetWords.combinationsFinding, language, {
            names: withinSentence(nameOf(first.targets)),
            count: formatNumber(first.cases),
          }),
    rowHeader: targetWords.columnCombination[language],
    columns: [{ key: 'cases', label: targetWords.columnCount[language] }],
    rows: combinations.map(({ targets, cases }) => ({
      code: targets.join('+'),
      name: nameOf(targets),
      figures: [expandFigure(cases)],
      length: cases / most,
    })),
  };
}
