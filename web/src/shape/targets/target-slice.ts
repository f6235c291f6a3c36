/** What 対象・課題別 shows of a cut: one area and pathway in one period, and the 対象 that are listed. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { type Code, targets } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { readFigure } from '../figures/read-figure.ts';
import { beginTitle } from '../title.ts';

/** What the page shows: one area and pathway in one period. */
export interface TargetSlice {
  readonly index: OfficeIndex;
  readonly cut: Cut;
  readonly area: string;
  readonly pathway: string;
  readonly period: string;
  /** 1 for 大分類, 2 for 小分類 too. */
  readonly level: 1 | 2;
}

/** The codes of a level in their order, sub-groups under their group, 不明 last. */
export function listedTargets(level: 1 | 2): readonly Code[] {
  const all: readonly Code[] = targets.codes;
  return all.filter(({ parent }) => level === 2 || parent === null);
}

/** The name of a 対象, or of all of them, as it stands alone. */
export function targetName(code: string, language: Language): string {
  if (code === targets.unknown) return targetWords.unknownTarget[language];
  const found = listedTargets(2).find((known) => known.code === code);
  return found === undefined ? targetWords.allCases[language] : beginTitle(found[language], language);
}

/** その他 is a rest, and no finding is made of it. */
export const restTarget = 'T11';

/** All consultations of the slice. */
export function totalOf(slice: TargetSlice): Figure {
  return readFigure(slice.cut, {
    series: 'N01',
    area: slice.area,
    pathway: slice.pathway,
    target: 'all',
    period: slice.period,
  });
}

/** Whether any 対象 has a number in any fiscal year or in the period; else there is nothing to draw. */
export function hasTargets(slice: TargetSlice): boolean {
  const { index, cut, area, pathway, period } = slice;
  return listedTargets(1).some(({ code }) =>
    [...index.years, period].some(
      (at) => 'value' in readFigure(cut, { series: 'N01', area, pathway, target: code, period: at }),
    ),
  );
}
