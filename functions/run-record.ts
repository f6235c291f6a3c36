/**
 * What every run leaves behind, however it ends: a record in the store (the pointer 'runs'), entries in 操作の記録, and a last line in the
 * log. What is left never stops a run, and never hides why it failed.
 */
import { withFields } from './adapters/log.ts';
import { appendAudit } from './audit/append-audit.ts';
import type { AuditEntry } from './audit/audit-entry.ts';
import { findRuleChanges } from './audit/rule-changes.ts';
import { findChanges } from './audit/run-changes.ts';
import type { Afterwards } from './open-keeping.ts';
import { readHistory } from './publish/history.ts';
import type { ReleaseHistory } from './publish/release.ts';
import { type RegistryProblem, type RunRecord, type RunStatus, statusPointer } from './publish/run-status.ts';
import { describeCause, recordRun } from './publish/write-run.ts';
import type { Clock, Log, Store } from './world.ts';

/** What a run needs so that it can be told of. */
export interface RecordedWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** The id that every line of its log carries; left out: the moment at which it began. */
  readonly run?: string;
  /** What of the registry is to be mended, once it has been listed; left out: nothing. */
  readonly registryProblems?: () => readonly RegistryProblem[];
  /** How many requests went to Google so far; left out: none. */
  readonly requests?: () => number;
  /** What is done beside the work once a run has come to its end; left out: nothing. */
  readonly afterwards?: Afterwards;
}

/** What a run that came to its end says of itself. */
export type RunEnd = Pick<
  RunRecord,
  'outcome' | 'release' | 'withheld' | 'workbooks' | 'rowsAccepted' | 'errors' | 'objectsWritten'
>;

/** A run under way. */
export interface OpenRun {
  /** When it began. */
  readonly now: Date;
  /** Each line carries the id of the run. */
  readonly log: Log;
  /** Does a step, and notes how long it took. */
  step<Result>(name: 'plan' | 'ingest' | 'publish', work: () => Promise<Result>): Promise<Result>;
}

/** Does the work of a run and leaves what came of it. @throws what the work throws */
export async function keepRecord<Result>(
  world: RecordedWorld,
  work: (run: OpenRun) => Promise<{ readonly result: Result; readonly end: RunEnd }>,
): Promise<Result> {
  const { store, clock, registryProblems = () => [], requests = () => 0 } = world;
  const startedAt = clock.now();
  const run = world.run ?? startedAt.toISOString();
  const log = withFields(world.log, { run });
  const before = await readLeft(store, log);
  const seconds: Record<string, number> = {};
  const asked = requests();
  const leave = async (end: RunEnd, cause: RunRecord['cause']) => {
    const endedAt = clock.now();
    const record: RunRecord = {
      ...end,
      run,
      startedAt: startedAt.toISOString(),
      endedAt: endedAt.toISOString(),
      cause,
      registry: registryProblems(),
      requests: requests() - asked,
      seconds,
    };
    logEnd(log, record, (endedAt.getTime() - startedAt.getTime()) / 1000);
    await attempt(log, async () => await recordRun(store, record));
    if (cause === null) await attempt(log, async () => await audit(store, before, record));
  };
  const step: OpenRun['step'] = async (name, doStep) => {
    const from = clock.now().getTime();
    try {
      return await doStep();
    } finally {
      seconds[name] = (clock.now().getTime() - from) / 1000;
    }
  };
  let done: { readonly result: Result; readonly end: RunEnd };
  try {
    done = await work({ now: startedAt, log, step });
  } catch (error) {
    await leave(nothingDone, describeCause(error));
    throw error;
  }
  await leave(done.end, null);
  await world.afterwards?.(startedAt, log);
  return done.result;
}

const nothingDone: RunEnd = {
  outcome: 'failed',
  release: null,
  withheld: [],
  workbooks: { listed: 0, read: 0, held: 0, unanswered: 0, postponed: 0 },
  rowsAccepted: 0,
  errors: 0,
  objectsWritten: 0,
};

interface Left {
  readonly status: RunStatus | null;
  /** `null`: nothing was ever published, so that no rule has changed. */
  readonly history: ReleaseHistory | null;
}

async function readLeft(store: Store, log: Log): Promise<Left> {
  try {
    const [status, { history, version }] = await Promise.all([store.readPointer(statusPointer), readHistory(store)]);
    return {
      status: status === null ? null : (JSON.parse(status.content) as RunStatus),
      history: version === null ? null : history,
    };
  } catch (error) {
    // The run itself will meet the same store, and say what is wrong with it.
    log.warn('run/not-known', { cause: nameOf(error) });
    return { status: null, history: null };
  }
}

async function audit(store: Store, before: Left, { run, endedAt, outcome, release, objectsWritten }: RunRecord) {
  const pointer = await store.readPointer(statusPointer);
  const status = pointer === null ? null : (JSON.parse(pointer.content) as RunStatus);
  const entries: AuditEntry[] = [...findChanges({ before: before.status, after: status, at: endedAt, run })];
  if (outcome === 'published' && release !== null && release !== before.history?.releases[0]?.release)
    entries.push({
      format: 1,
      at: endedAt,
      action: 'released',
      actor: null,
      subject: release,
      facts: { run, objectsWritten },
    });
  if (before.history !== null) {
    const { rules = {} } = (await readHistory(store)).history;
    entries.push(...findRuleChanges({ before: before.history.rules ?? {}, after: rules, at: endedAt, run }));
  }
  for (const entry of entries) await appendAudit(store, entry);
}

async function attempt(log: Log, leave: () => Promise<void>): Promise<void> {
  try {
    await leave();
  } catch (error) {
    log.error('run/not-recorded', { cause: nameOf(error) });
  }
}

function nameOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
}

/** One line with every count: what log-based metrics are made of. */
function logEnd(log: Log, { outcome, workbooks, cause, withheld, ...record }: RunRecord, duration: number): void {
  const steps = Object.entries(record.seconds).map(([name, value]) => [`${name}Seconds`, value] as const);
  const fields = {
    outcome,
    seconds: duration,
    ...Object.fromEntries(steps),
    workbooks: workbooks.listed,
    workbooksRead: workbooks.read,
    workbooksHeld: workbooks.held,
    workbooksUnanswered: workbooks.unanswered,
    workbooksPostponed: workbooks.postponed,
    rowsAccepted: record.rowsAccepted,
    errors: record.errors,
    objectsWritten: record.objectsWritten,
    audiencesWithheld: withheld.length,
    requests: record.requests,
  };
  if (cause === null) log.info('run/finished', fields);
  else log.error('run/finished', { ...fields, code: cause.code, cause: cause.error });
}
