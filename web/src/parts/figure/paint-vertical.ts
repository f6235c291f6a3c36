/**
 * Text that runs downwards (縦書き), as heads of matrices do, painted as it stands on the page: Japanese characters one below the other, other
 * words, brackets and long marks on their side.
 */
import { measureText } from '../../charts/drawings.ts';
import { round, textElement } from '../../shape/export/svg-paint.ts';

/** Of the height of a Japanese character what stands above its baseline. */
const aboveBaseline = 0.88;
const standing = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}、。・]/u;
/** ー is Katakana, and lies. */
const lying = /[ーｰ]/;

interface Run {
  text: string;
  readonly isStanding: boolean;
  readonly box: DOMRect;
  bottom: number;
}

/** Characters in one column that lie on their side together; each standing one is a run of its own. */
function findRuns(node: Text): readonly Run[] {
  const runs: Run[] = [];
  const range = document.createRange();
  let at = 0;
  for (const character of node.data) {
    range.setStart(node, at);
    at += character.length;
    range.setEnd(node, at);
    const box = range.getClientRects()[0];
    if (box === undefined || box.height === 0) continue;
    const isStanding = standing.test(character) && !lying.test(character);
    const last = runs.at(-1);
    const goesOn = last !== undefined && !last.isStanding && !isStanding && Math.abs(last.box.left - box.left) < 2;
    if (goesOn) {
      last.text += character;
      last.bottom = box.bottom;
    } else runs.push({ text: character, isStanding, box, bottom: box.bottom });
  }
  return runs;
}

export interface VerticalText {
  readonly element: string;
  /** How far to the right and down it reaches on the page. */
  readonly right: number;
  readonly bottom: number;
}

/** @param origin the corner of the page that is the picture's origin */
export function paintVertical(
  node: Text,
  style: CSSStyleDeclaration,
  origin: { readonly left: number; readonly top: number },
): readonly VerticalText[] {
  const font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = measureText('国', font);
  return findRuns(node)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, isStanding, box, bottom }) => {
      const left = box.left - origin.left;
      const top = box.top - origin.top;
      const [x, y] = isStanding
        ? [left + (box.width - box.height) / 2, top + box.height * aboveBaseline]
        : [left + (box.width - ascent - descent) / 2 + descent, top];
      const more = isStanding ? '' : ` transform="rotate(90 ${round(x)} ${round(y)})"`;
      return {
        element: textElement(text.trimEnd(), { x, y, font, fill: style.color, more }),
        right: box.right,
        bottom,
      };
    });
}
