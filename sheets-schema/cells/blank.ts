/** Cells that stand for nothing, for something unknown, or for the cell above (workbook.md, How cells are read). */
import type { Cell } from './cell.ts';
import { fold } from './fold.ts';

const dittoMarks: ReadonlySet<string> = new Set(['〃', '同上', '々', '仝', '"', "''", '′′', '″', '”'].map(fold));
const unknownWords: ReadonlySet<string> = new Set(['不明', '未集計', '未調査']);
const noneWords: ReadonlySet<string> = new Set(['なし', '無し', '無']);

// Spares folding what is clearly not blank.
const someLetter = /[0-9a-zA-Z\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff]/;

/** Nothing typed: empty, only spaces, or only dashes. */
export function isBlankCell(cell: Cell | undefined): boolean {
  if (cell === null || cell === undefined) return true;
  return typeof cell === 'string' && !someLetter.test(cell) && isBlankWord(fold(cell));
}

/** A folded word of nothing but dashes. */
export function isBlankWord(folded: string): boolean {
  return folded === '' || isDash(folded);
}

/** '-', '－', '―', 'ー', '--'. Takes a folded word. */
export function isDash(folded: string): boolean {
  return /^-+$/.test(folded);
}

/** なし in a column where it can mean only that there is nothing to write. Takes a folded word. */
export function isNoneWord(folded: string): boolean {
  return noneWords.has(folded);
}

/** 不明, 未集計, 未調査: neither blank nor zero. Takes a folded word. */
export function isUnknownWord(folded: string): boolean {
  return unknownWords.has(folded);
}

/** 〃, 同上, 々: the same as the data row above. */
export function isDittoCell(cell: Cell | undefined): boolean {
  return typeof cell === 'string' && cell.length <= 4 && dittoMarks.has(fold(cell));
}
