/** Total rows inside a table (合計, 4月計, 第1四半期小計): left out, with a notice (workbook.md, Which rows count). */
import { fold } from './fold.ts';

const year = '(?:(?:明治|大正|昭和|平成|令和|[mtshr]|fy)?(?:元|[0-9]{1,4})年?度?)';
const span = '(?:年度|年間|月間|上半期|下半期|上期|下期|(?:第?[1-4一二三四])?四半期|[0-9]{1,2}月分?|月別?|年)';
const total = new RegExp(`^${year}?${span}?(?:総合計|合計|計|小計|総計|累計)$`, 'u');

/** Whether a cell says that its row adds up others: 合計, 計, 小計, 年度合計, 4月計, 令和6年度合計. */
export function isTotalWord(text: string): boolean {
  if (text.length > 40) return false;
  return total.test(fold(text));
}
