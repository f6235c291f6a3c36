/** What the queue calls: the steps of a run, and what they and it need from the world. Types only. */
import type { Clock, Log, Queue, Store } from '../world.ts';
import type { Work } from './messages.ts';

/** What has come of a piece of work. */
export interface WorkCounts {
  readonly accepted: number;
  readonly held: number;
  /** Workbooks, or municipalities to put together again, that there was no time for. */
  readonly postponed: number;
}

/** The steps themselves; made over the workbooks of a registry by functions/run-steps.ts. */
export interface Steps<Published extends object = object> {
  /** What there is to take in, that which waits longest first. */
  readonly plan: () => Promise<{ readonly workbooks: number; readonly work: readonly Work[] }>;
  readonly ingest: (work: Work, isTimeUp: () => boolean) => Promise<WorkCounts>;
  /** Holds what is to be read of it until it changes or the next day comes, and says so. */
  readonly giveUp: (work: Work) => Promise<void>;
  /** `keep` is called now and then meanwhile. */
  readonly publish: (keep: () => void) => Promise<Published>;
}

export interface QueueWorld<Published extends object = object> {
  readonly steps: Steps<Published>;
  readonly queue: Queue;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** Whether what is left is to be handed over. */
  readonly isTimeUp: () => boolean;
  /** Unlike that of any other call: who holds the lease. */
  readonly holder: string;
}
