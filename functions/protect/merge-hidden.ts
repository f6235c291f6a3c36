/**
 * Hidden pathways that are printed together (秘匿の合算): '知人・近隣とアウトリーチ 合わせて12件'. What is printed is a sum that is shown, less
 * the parts of it that are shown, which everybody could subtract: it tells nothing more, and is safe where the mask is.
 */
import { pathways } from '../../sheets-schema/vocabulary/codes.ts';
import type { StoredFigure } from '../domain/figure.ts';
import { nameOfGroup, pathwayGroups } from './dimensions.ts';

/** Pathways that are hidden one by one, and their sum. */
export interface MergedGroup {
  /** The group of pathways that are alike ('P04+P07'), the pathway whose parts they are, or 'all': the rest of the first level. */
  readonly whole: string;
  readonly pathways: readonly string[];
  readonly count: number;
}

const childrenOf = (parent: string | null) =>
  pathways.codes.filter((each) => each.parent === parent).map(({ code }) => code);

const first = childrenOf(null);

/**
 * The groups of a place, first level first.
 * @param exact the count of a pathway, or its state; 'all' for the whole
 * @param isShown whether it (or a group of pathways) may be seen
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
  const merge = (whole: string, parts: readonly string[]): readonly MergedGroup[] => {
    const hidden = parts.filter((part) => !isShown(part));
    const count = addUp(hidden.map(exact));
    // A part that is not reported would be counted with the hidden ones.
    const isComplete = parts.every((part) => typeof exact(part) === 'number');
    return !isComplete || hidden.length < 2 || count < least ? [] : [{ whole, pathways: hidden, count }];
  };
  const isSum = (whole: string, parts: readonly string[]) => addUp(parts.map(exact)) === exact(whole);
  const alike = pathwayGroups.filter((group) => isShown(nameOfGroup(group)));
  const rest = first.filter((code) => !alike.some((group) => group.includes(code)));
  return [
    ...alike.flatMap((group) => merge(nameOfGroup(group), group)),
    // Cases of no pathway would be counted with the rest.
    ...(isShown('all') && isSum('all', first) && first.every((code) => typeof exact(code) === 'number')
      ? merge('all', rest)
      : []),
    ...(reach === 1 ? [] : first).flatMap((whole) =>
      isShown(whole) && isSum(whole, childrenOf(whole)) ? merge(whole, childrenOf(whole)) : [],
    ),
  ];
}

function addUp(counts: readonly StoredFigure[]): number {
  return counts.reduce<number>((sum, count) => sum + (typeof count === 'number' ? count : 0), 0);
}
