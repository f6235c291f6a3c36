/** Which listed workbooks are to be read. Pure. */
import { dayInJapan } from '../domain/calendar.ts';
import type { Day } from '../domain/codes.ts';
import { rulesVersion } from '../domain/rules-version.ts';
import type { WorkbookEntry } from '../world.ts';
import type { WorkbookState } from './ingested.ts';
import { noRevision } from './workbook-state.ts';

/**
 * A change of ours that is so near to our answer is the answer itself. Where Drive is later than that, a workbook is read once more;
 * a wider span would miss what `adopt` and `template upgrade` write with the same account soon after an answer.
 */
const ownChangeMilliseconds = 30_000;

/**
 * Whether a listed workbook is to be read: it is new, it changed or was read under other rules since it was last read, it is
 * registered otherwise now, a day that was to come has come, or our answer could not be written, or the workbook not be reached, on an
 * earlier day.
 */
export function isToRead(entry: WorkbookEntry, state: WorkbookState | null | undefined, today: Day): boolean {
  if (state === null || state === undefined || state.rules !== rulesVersion) return true;
  if (state.revision !== entry.revision && !isAnswered(entry, state)) return true;
  if (isRegisteredAnew(entry, state)) return true;
  if (state.recheckOn !== null && state.recheckOn <= today) return true;
  if (entry.isOutOfReach === true && state.hold === null) return true;
  const isTriedDaily = state.answerTrouble !== null || entry.isOutOfReach === true;
  return isTriedDaily && (state.readAt === null || dayInJapan(new Date(state.readAt)) < today);
}

/** Drive counts our answer as a change like any other. A person's change after it is theirs, and before it our answer noticed it. */
function isAnswered(entry: WorkbookEntry, state: WorkbookState): boolean {
  return state.revision !== noRevision && isOwnChange(entry, state);
}

/** Whether a change is so near to our answer that it is the answer itself. */
export function isOwnChange(
  { ownChangeAt }: Pick<WorkbookEntry, 'ownChangeAt'>,
  { answeredAt }: Pick<WorkbookState, 'answeredAt'>,
): boolean {
  if (answeredAt === null || ownChangeAt === undefined) return false;
  return Math.abs(Date.parse(ownChangeAt) - Date.parse(answeredAt)) <= ownChangeMilliseconds;
}

/** Nothing in the workbook changes when the row of the registry does. */
function isRegisteredAnew({ municipality }: WorkbookEntry, state: WorkbookState): boolean {
  if (state.hold?.code === 'workbook/other-municipality') return state.hold.facts.registered !== municipality;
  return municipality !== undefined && state.hold === null && state.municipality !== municipality;
}
