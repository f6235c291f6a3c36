/**
 * Findings → what to write into the workbook: its tab チェック結果 and marks on cells, as data. Where all of it stands there already,
 * nothing. Writing it is for the adapters; cells that people type into are never among it.
 */
import type { SheetGrid, WorkbookAnswer } from '../../world.ts';
import { findAnswerTab, isAsItShouldBe, writeAnswerTab } from './answer-tab.ts';
import type { FirstSeen } from './first-seen.ts';
import type { Outcome } from './outcome.ts';
import { planMarks } from './plan-marks.ts';
import { sortForWork } from './working-order.ts';

/** `null`: nothing has to be written. `cellMarks` (セルの印): whether the office wants marks; those that stand there go where not. */
export function planAnswer({
  grids,
  outcome,
  cellMarks,
  firstSeen,
  now,
}: {
  readonly grids: readonly SheetGrid[];
  readonly outcome: Outcome;
  readonly cellMarks: boolean;
  readonly firstSeen: FirstSeen;
  readonly now: Date;
}): WorkbookAnswer | null {
  const present = findAnswerTab(grids);
  const others = grids.filter((grid) => grid !== present);
  const findings = sortForWork(outcome.findings, others, { isHeld: outcome.kind === 'held' });
  const wanted = writeAnswerTab({ others, present, outcome, findings, firstSeen, now });
  const tab = present !== null && isAsItShouldBe(present, wanted) ? null : wanted;
  const marks = cellMarks
    ? planMarks(others, findings, { answerTab: wanted.title, leaveOthers: outcome.kind === 'held' })
    : planMarks(others, [], { answerTab: wanted.title, leaveOthers: false });
  return tab === null && marks.length === 0 ? null : { tab, marks };
}
