/** Headers are compared without the marks that templates put on them: 必須, *, ※ and line breaks. */
import { fold } from '#sheets-schema';

const required = /[([【〔<「]?必須(?:項目)?[)\]】〕>」]?/g;
const marks = /[*※★●\s:]/g;

/** '受付日\n（必須）', '※受付日' and '受付日＊' are all '受付日'. */
export function foldHeader(text: string): string {
  return fold(text).replace(required, '').replace(marks, '');
}
