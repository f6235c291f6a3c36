/** How many rows make up a figure, and whether they do: one or two sentences. */
import type { Figure } from '#functions/domain/figure.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { rowsWords } from '#sheets-schema/vocabulary/words/rows.ts';
import { sourceWords } from '#sheets-schema/vocabulary/words/sources.ts';
import { formatFigure, formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import { nameMeasure } from './name-rows.ts';
import { tabOf } from './rows-sides.ts';
import type { FoundSide } from './select-rows.ts';

/** '42人', in English '42'. */
function amountText({ side, amount }: FoundSide, language: Language): string {
  const unit = indicators.find(({ code }) => code === side.measure)?.unit ?? '';
  return language === 'ja' ? `${formatNumber(amount)}${unit}` : formatNumber(amount);
}

function sentenceOfCount(found: FoundSide, published: Figure | null, language: Language): string {
  const { side, rows, totals, amount } = found;
  const facts = {
    tab: sourceWords[tabOf(side.measure)][language],
    rows: formatNumber(rows.length),
    totals: formatNumber(totals.length),
    amount: amountText(found, language),
  };
  if (side.measure === 'totals')
    return say(totals.length === 0 ? rowsWords.totalsUnused : rowsWords.totalsGiven, language, facts);
  if (rows.length === 0 && totals.length === 0 && (published === null || published.state === 'zero'))
    return say(rowsWords.none, language);
  // Totals may be parts and wholes at once, so that only the published figure says what they come to.
  if (totals.length > 0 && rows.length === 0) return say(rowsWords.totalsOnly, language, facts);
  if (totals.length > 0) return say(rowsWords.mixed, language, facts);
  return say(amount === rows.length ? rowsWords.whole : rowsWords.wholeSum, language, facts);
}

function remark(found: FoundSide, published: Figure | null, language: Language): string {
  if (published !== null && 'value' in published && published.value !== found.amount)
    return say(rowsWords.differs, language, { value: formatFigure(published, 0, language) });
  if (found.side.measure === 'N07') return say(rowsWords.stock, language);
  return found.side.measure === 'N15' ? say(rowsWords.places, language) : '';
}

/** The sentences of a ratio: what is divided by what. */
function sentenceOfRatio([above, below]: readonly [FoundSide, FoundSide], language: Language): string {
  const facts = {
    above: nameMeasure(above.side.measure, language),
    below: nameMeasure(below.side.measure, language),
    rows: formatNumber(above.rows.length),
    base: formatNumber(below.rows.length),
  };
  const isByRows = [above, below].every(({ rows, totals, amount }) => totals.length === 0 && amount === rows.length);
  if (isByRows) return say(rowsWords.ratio, language, facts);
  return say(rowsWords.ratioSums, language, {
    ...facts,
    amount: amountText(above, language),
    base: amountText(below, language),
  });
}

/** Whether rows and totals do not make up a ratio as it is shown; R08 is actions per consultation, the others are percentages. */
function isAnother([above, below]: readonly [FoundSide, FoundSide], published: Figure | null): boolean {
  if (published === null || !('value' in published)) return false;
  const told = (above.amount * (above.side.measure === 'N02' ? 1 : 100)) / below.amount;
  return !(Math.abs(told - published.value) < 0.05);
}

/** Which rows stand behind a figure. `published` is the figure as it is shown, where it is known. */
export function sayRows(sides: readonly FoundSide[], published: Figure | null, language: Language): string {
  const [first, second] = sides;
  if (first === undefined) return say(rowsWords.unknown, language);
  if (second !== undefined) {
    const sentence = sentenceOfRatio([first, second], language);
    if (!isAnother([first, second], published)) return sentence;
    const value = formatFigure(published ?? { state: 'n/a' }, 1, language);
    return `${sentence}${language === 'ja' ? '' : ' '}${say(rowsWords.differs, language, { value })}`;
  }
  if (first.side.role === 'numerator')
    return say(rowsWords.rate, language, {
      above: nameMeasure(first.side.measure, language),
      rows: formatNumber(first.rows.length),
    });
  return [sentenceOfCount(first, published, language), remark(first, published, language)]
    .filter((sentence) => sentence !== '')
    .join(language === 'ja' ? '' : ' ');
}
