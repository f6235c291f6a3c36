/** Why a workbook's new contents are not used. Its last good figures stay, and it says so. */
import type { Finding, failureMessages } from '#sheets-schema';
import { type Log, type WorkbookEntry, WorkbookFailure } from '../world.ts';

/** What is wrong with its contents. */
export interface HoldReason {
  readonly code: keyof typeof failureMessages;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** What the world said of a workbook that it could not give; its code is a key of failureMessages. */
export interface FailureReason {
  readonly code: string;
  readonly facts?: Readonly<Record<string, string | number>>;
}

/** A workbook that is to be held. */
export interface HeldReading {
  readonly outcome: 'held';
  readonly reason: FailureReason;
  readonly findings: readonly Finding[];
  /** Whether the same contents are worth another try in the next run. */
  readonly isToRetry: boolean;
}

/** A failure of the world is said in its words; anything else is a bug of ours, which must not cost the other workbooks their run. */
export function explainFailure(entry: WorkbookEntry, error: unknown, log: Log): HeldReading {
  if (error instanceof WorkbookFailure) {
    log.warn('ingest/failed', { workbook: entry.id, kind: error.kind, code: error.code });
    const reason = { code: error.code, facts: error.facts };
    // What is out of reach shows in the listing when that changes; until then, to ask again each time costs a request for nothing.
    const isKnownFromListing = entry.isOutOfReach === true && error.kind !== 'busy';
    return { outcome: 'held', reason, findings: [], isToRetry: error.kind !== 'broken' && !isKnownFromListing };
  }
  logCrash('ingest/crashed', entry, error, log);
  return { outcome: 'held', reason: { code: 'workbook/broken-answer' }, findings: [], isToRetry: true };
}

/** Why our answer could not be written. */
export interface AnswerTrouble {
  readonly reason: FailureReason;
  /** Whether the next run is to try again; else the next day does, or the next change of the workbook. */
  readonly isToRetry: boolean;
}

/** What was busy may pass by the next run, and what is gone shows itself then; a right that is missing takes people. */
export function explainTrouble(entry: WorkbookEntry, error: unknown, log: Log): AnswerTrouble {
  if (error instanceof WorkbookFailure) {
    log.warn('answer/failed', { workbook: entry.id, kind: error.kind, code: error.code });
    const isToRetry = error.kind === 'busy' || error.kind === 'gone';
    return { reason: { code: error.code, facts: error.facts }, isToRetry };
  }
  logCrash('answer/crashed', entry, error, log);
  return { reason: { code: 'workbook/answer-failed' }, isToRetry: false };
}

function logCrash(event: string, entry: WorkbookEntry, error: unknown, log: Log): void {
  const name = error instanceof Error ? error.name : typeof error;
  const where = error instanceof Error ? (error.stack?.split('\n')[1]?.trim() ?? null) : null;
  log.error(event, { workbook: entry.id, error: name, where });
}
