/** Whether runs come and end as they should. Pure: from what runs left in the store, and the time. */
import type { RunRecord } from '../publish/run-status.ts';

/** late: no run has ended for longer than is expected. failing: runs end, and the last ones failed. */
export interface RunHealth {
  readonly status: 'ok' | 'late' | 'failing';
  /** When it began: the end of the last run, or of the first that failed; `null` where all is well. */
  readonly since: string | null;
  /** How many of the last runs failed, one after the other. */
  readonly failedRuns: number;
}

/** One run that fails says little: Google is out of reach now and then, and the next run makes up for it. */
export const failuresToTell = 2;

export function judgeHealth({
  runs,
  ranAt,
  now,
  expectedMinutes,
}: {
  /** Newest first. */
  readonly runs: readonly Pick<RunRecord, 'outcome' | 'endedAt'>[];
  /** When a run last ended with publishing, which also stores know that have no records of runs; `null` where none ever did. */
  readonly ranAt: string | null;
  readonly now: Date;
  /** Within so many minutes of a run the next has ended; `null` where nobody runs on a schedule. */
  readonly expectedMinutes: number | null;
}): RunHealth {
  const good = runs.findIndex(({ outcome }) => outcome !== 'failed');
  const failedRuns = good === -1 ? runs.length : good;
  const hasNeverWorked = ranAt === null && good === -1;
  const first = runs[failedRuns - 1];
  if (first !== undefined && (failedRuns >= failuresToTell || hasNeverWorked))
    return { status: 'failing', since: first.endedAt, failedRuns };
  const moments = [...runs.map(({ endedAt }) => endedAt), ranAt].filter((moment) => moment !== null).toSorted();
  if (expectedMinutes === null) return { status: 'ok', since: null, failedRuns };
  const expected = expectedMinutes * 60_000;
  // A moment that is far from having come is that of a wrong clock, and says nothing of the last run; where all are, nobody knows of any.
  const isBelieved = (moment: string) => Date.parse(moment) - now.getTime() <= expected;
  const last = moments.findLast(isBelieved) ?? moments.at(-1) ?? null;
  const isLate = last !== null && Math.abs(now.getTime() - Date.parse(last)) > expected;
  return isLate ? { status: 'late', since: last, failedRuns } : { status: 'ok', since: null, failedRuns };
}
