/** What taking in workbooks needs from the world, once for a run. Types only. */
import type { Day } from '../domain/codes.ts';
import type { RunPlan } from '../plan/plan.ts';
import type { Feedback, Log, Store, WorkbookSource } from '../world.ts';
import type { CellRoom } from './cell-room.ts';
import type { Progress } from './progress.ts';

export interface IngestWorld {
  readonly plan: RunPlan;
  readonly source: WorkbookSource;
  readonly store: Store;
  /** `null`: nobody is answered. */
  readonly feedback: Feedback | null;
  /** The moment of the run. */
  readonly now: Date;
  /** The day of the run in Japan. */
  readonly today: Day;
  readonly log: Log;
  readonly room: CellRoom;
  readonly progress: Progress;
}
