/**
 * はい in チェック結果: whether its people ticked the box of a question. The row is known by the question's name, wherever sorting has put
 * it, so that a tick for an earlier question answers nothing. Pure.
 */
import { type Cell, fold } from '#sheets-schema';
import type { SheetGrid } from '../../world.ts';
import { findAnswerTab } from '../feedback/answer-tab.ts';
import { sayQuestion, tickColumn } from '../feedback/question-lines.ts';

const yes: ReadonlySet<string> = new Set(
  [
    'はい',
    '正しい',
    '正しいです',
    'これで正しい',
    'これで正しいです',
    '○',
    '✓',
    '✔',
    '☑',
    'レ',
    'true',
    'yes',
    'ok',
  ].map(fold),
);

/** @param grids the tabs of the workbook, or the one tab that stands apart from it */
export function isTicked(grids: readonly SheetGrid[], id: string): boolean {
  const wanted = sayQuestion({ id });
  const rows = findAnswerTab(grids)?.rows ?? [];
  return rows.some((row) => row.includes(wanted) && isYes(row[tickColumn] ?? null));
}

function isYes(cell: Cell): boolean {
  if (typeof cell === 'boolean') return cell;
  return typeof cell === 'string' && cell.length < 20 && yes.has(fold(cell));
}
