/** How much of a table of pathways is seen (見えている数): one by one, in sums (合算) of two or three, in larger ones, or not at all. */
import type { Figure } from '#functions/domain/figure.ts';
import type { PrefectureIndex } from '#functions/publish/release.ts';
import { comparePathwayWords as words } from '#sheets-schema/vocabulary/words/compare-pathways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import type { PathwaySum } from './pathway-sums.ts';

interface Cell {
  readonly figure: Figure;
  readonly sum: PathwaySum | null;
}

/** Zeros that are shown are left out: what is hidden is not one of them, unless the policy hides zeros too. */
export function sayShown(cells: readonly Cell[], policy: PrefectureIndex['protection'], language: Language): string {
  const isSmall = ({ sum }: Cell) => sum !== null && sum.pathways.length <= 3;
  const hidden = cells.filter(({ figure }) => figure.state === 'suppressed');
  const alone = cells.filter(({ figure }) => figure.state === 'value').length;
  const inFew = hidden.filter(isSmall).length;
  const inMany = hidden.filter((cell) => cell.sum !== null && !isSmall(cell)).length;
  const not = hidden.length - inFew - inMany;
  const all = alone + hidden.length;
  if (all === 0) return '';
  const counted = [
    { phrase: words.seenAlone, count: alone },
    { phrase: words.seenInFew, count: inFew },
    { phrase: words.seenInMany, count: inMany },
  ].filter(({ count }) => count > 0);
  const list = [
    ...counted.map(({ phrase, count }) => say(phrase, language, { count: formatNumber(count) })),
    not === 0 ? words.seenNoneHidden[language] : say(words.seenNot, language, { count: formatNumber(not) }),
  ].join(language === 'ja' ? '、' : ', ');
  const seen = policy.zeros === 'hidden' ? words.seenWithZeros : words.seen;
  return [
    say(seen, language, { all: formatNumber(all) }),
    hidden.length === 0 ? words.seenAll[language] : say(words.seenParts, language, { list }),
  ].join(language === 'ja' ? '' : ' ');
}
