/**
 * Hidden pathways that are printed together (秘匿の合算): '知人・近隣とアウトリーチ 合わせて12件'. What a group counts is the whole less the
 * parts that are shown, which everybody could subtract, so it tells nothing more and is safe where the mask is.
 */
import { pathways } from '../../sheets-schema/vocabulary/codes.ts';
import type { StoredFigure } from '../domain/figure.ts';

/** Parts of one whole that are hidden, and their sum. */
export interface MergedGroup {
  /** 'all', or the pathway whose parts they are. */
  readonly whole: string;
  readonly pathways: readonly string[];
  readonly count: number;
}

interface Level {
  readonly whole: string;
  readonly parts: readonly string[];
}

const childrenOf = (parent: string | null) =>
  pathways.codes.filter((each) => each.parent === parent).map(({ code }) => code);

const levels: readonly Level[] = [null, ...childrenOf(null)]
  .map((parent) => ({ whole: parent ?? 'all', parts: childrenOf(parent) }))
  .filter(({ parts }) => parts.length > 0);

/**
 * The groups of a place, first level first.
 * @param exact the count of a pathway, or its state; 'all' for the whole
 * @param isShown whether it may be seen
 * @param least below this a sum is small itself: where zeros are hidden, it may be
 */
export function mergeHidden({
  exact,
  isShown,
  least,
  reach,
}: {
  readonly exact: (pathway: string) => StoredFigure;
  readonly isShown: (pathway: string) => boolean;
  readonly least: number;
  /** The levels of pathways that the audience reaches. */
  readonly reach: 1 | 2;
}): readonly MergedGroup[] {
  return levels.slice(0, reach === 1 ? 1 : undefined).flatMap(({ whole, parts }): readonly MergedGroup[] => {
    const total = exact(whole);
    const counts = parts.map(exact);
    // A part that is not reported, or cases that belong to no part, would be counted with the hidden ones.
    const isSum = counts.every((count) => typeof count === 'number') && addUp(counts) === total;
    const hidden = parts.filter((part) => !isShown(part));
    const count = addUp(hidden.map(exact));
    if (!isSum || !isShown(whole) || hidden.length < 2 || count < least) return [];
    return [{ whole, pathways: hidden, count }];
  });
}

function addUp(counts: readonly StoredFigure[]): number {
  return counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
}
