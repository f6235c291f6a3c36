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
  const last =
    [runs[0]?.endedAt ?? null, ranAt]
      .filter((moment) => moment !== null)
      .toSorted()
      .at(-1) ?? null;
  const isLate =
    last !== null && expectedMinutes !== null && now.getTime() - Date.parse(last) > expectedMinutes * 60_000;
  return isLate ? { status: 'late', since: last, failedRuns } : { status: 'ok', since: null, failedRuns };
}
