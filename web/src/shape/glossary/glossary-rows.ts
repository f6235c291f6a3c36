/** What 用語と定義 lists from the vocabularies: indicators in their groups, and the code lists with their synonyms. */
import { type CodeList, codeLists } from '#sheets-schema/vocabulary/codes.ts';
import { type Dimension, type IndicatorKind, indicators } from '#sheets-schema/vocabulary/indicators.ts';
import { glossaryWords } from '#sheets-schema/vocabulary/words/glossary.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { beginTitle } from '../title.ts';

const kindPhrases: Readonly<Record<IndicatorKind, Phrase>> = {
  count: glossaryWords.kindCount,
  stock: glossaryWords.kindStock,
  ratio: glossaryWords.kindRatio,
  rate: glossaryWords.kindRate,
};

const dimensionPhrases: Readonly<Record<Dimension, Phrase>> = {
  area: glossaryWords.dimensionArea,
  pathway: glossaryWords.dimensionPathway,
  target: glossaryWords.dimensionTarget,
};

export interface IndicatorEntry {
  /** Also the anchor that charts link to: #N01. */
  readonly code: string;
  readonly name: string;
  /** The name in the other language, for those who search by it. */
  readonly otherName: string;
  readonly unit: string;
  readonly kind: string;
  readonly definition: string;
  readonly breakdown: string;
}

export interface IndicatorGroup {
  readonly title: string;
  readonly entries: readonly IndicatorEntry[];
}

/** Indicators as N, R and Q, in the order of the vocabulary. */
export function shapeIndicatorGroups(language: Language): readonly IndicatorGroup[] {
  const groups = [
    { letter: 'N', title: glossaryWords.countsTitle },
    { letter: 'R', title: glossaryWords.ratesTitle },
    { letter: 'Q', title: glossaryWords.qualityTitle },
  ] as const;
  const other = language === 'ja' ? 'en' : 'ja';
  return groups.map(({ letter, title }) => ({
    title: title[language],
    entries: indicators
      .filter(({ code }) => code.startsWith(letter))
      .map((indicator) => {
        const dimensions: readonly Dimension[] = indicator.dimensions;
        const names = dimensions.map((dimension) => dimensionPhrases[dimension][language]);
        return {
          code: indicator.code,
          name: indicator[language],
          otherName: indicator[other],
          unit: language === 'ja' ? indicator.unit : indicator.unitEn,
          kind: kindPhrases[indicator.kind][language],
          definition: indicator.definition[language],
          breakdown:
            names.length === 0 ? glossaryWords.noBreakdown[language] : names.join(language === 'ja' ? '・' : ', '),
        };
      }),
  }));
}

export interface CodeEntry {
  readonly code: string;
  readonly name: string;
  readonly otherName: string;
  readonly depth: 0 | 1;
  readonly synonyms: string;
}

export interface CodeGroup {
  readonly anchor: string;
  readonly title: string;
  readonly entries: readonly CodeEntry[];
}

/** The code lists of the tab 選択肢. */
export function shapeCodeGroups(language: Language): readonly CodeGroup[] {
  const other = language === 'ja' ? 'en' : 'ja';
  return codeLists.map((list: CodeList) => ({
    anchor: `list-${list.codes[0]?.code.slice(0, 1) ?? list.name}`,
    title: list.name,
    entries: list.codes.map((code) => ({
      code: code.code,
      name: beginTitle(code[language], language),
      otherName: beginTitle(code[other], other),
      depth: code.parent === null ? 0 : 1,
      synonyms: code.synonyms.join('、'),
    })),
  }));
}
