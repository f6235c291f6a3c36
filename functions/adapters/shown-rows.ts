/** The tab チェック結果 as it is read back, the same for every place that it is written to: links show their text. Pure. */
import type { Cell } from '../../sheets-schema/cells/cell.ts';
import type { AnswerCell, AnswerRow } from '../world.ts';
import { trimRows } from './grid.ts';

export function shownRows(rows: readonly AnswerRow[]): readonly (readonly Cell[])[] {
  return trimRows(rows.map(({ cells }) => cells.map(shownCell)));
}

function shownCell(cell: AnswerCell): Cell {
  if (cell === null || cell === '') return null;
  if (typeof cell !== 'object') return cell;
  // An unticked box; a choice that nobody has made is blank, and both say the same.
  if ('asks' in cell) return false;
  return 'serial' in cell ? { serial: cell.serial } : cell.text || null;
}
