/** Runs over workbooks in memory that are answered in, at a time that the test sets; with a count of what was asked of the world. */
import { createAnswerableWorkbooks } from '../../functions/adapters/memory/answerable.ts';
import { createMemoryStore } from '../../functions/adapters/memory/store.ts';
import type { WorkbookId } from '../../functions/domain/codes.ts';
import type { IngestedWorkbook, WorkbookState } from '../../functions/ingest/ingested.ts';
import { parseState, statePointer } from '../../functions/ingest/workbook-state.ts';
import { type RunResult, type RunWorld, runOnce } from '../../functions/run.ts';
import type { SheetGrid, Store } from '../../functions/world.ts';
import { silentLog } from './ingest.ts';

export interface AnsweredRuns {
  readonly store: Store;
  readonly workbooks: ReturnType<typeof createAnswerableWorkbooks>;
  readonly world: RunWorld;
  /** One run, with some of its world exchanged. */
  run(changes?: Partial<Parameters<typeof runOnce>[0]>): Promise<RunResult>;
  /** What was read and written since it was last asked, like ['read A', 'write A']. */
  requests(): readonly string[];
  /** So many seconds go by. */
  wait(seconds: number): void;
  stateOf(id: string): Promise<WorkbookState | null>;
  ingestedOf(id: string): Promise<IngestedWorkbook | null>;
  /** The rows of チェック結果. */
  answerIn(id: string): readonly SheetGrid['rows'][number][] | null;
}

/** Begins on 2024-07-10 at noon in Japan. */
export function createAnsweredRuns(contents: Readonly<Record<string, readonly SheetGrid[]>>): AnsweredRuns {
  let now = Date.parse('2024-07-10T03:00:00Z');
  const clock = { now: () => new Date(now) };
  const store = createMemoryStore(clock);
  const workbooks = createAnswerableWorkbooks(
    Object.entries(contents).map(([id, grids]) => ({ id, grids })),
    clock,
  );
  const world = { source: workbooks.source, feedback: workbooks.feedback, store, clock, log: silentLog };
  const stateOf = async (id: string) => {
    const pointer = await store.readPointer(statePointer(id as WorkbookId));
    return pointer === null ? null : parseState(pointer.content);
  };
  return {
    store,
    workbooks,
    world,
    run: async (changes = {}) => await runOnce({ ...world, ...changes }),
    requests: () => workbooks.requests.splice(0),
    wait(seconds) {
      now += seconds * 1000;
    },
    stateOf,
    async ingestedOf(id) {
      const object = (await stateOf(id))?.ingested ?? null;
      const bytes = object === null ? null : await store.readObject(object);
      return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as IngestedWorkbook);
    },
    answerIn: (id) => workbooks.gridsOf(id).find(({ tab }) => tab === 'チェック結果')?.rows ?? null,
  };
}

/** Somebody types into the first tab of this name. */
export function typed(
  tab: string,
  { row, column }: { readonly row: number; readonly column: number },
  cell: SheetGrid['rows'][number][number],
): (grids: readonly SheetGrid[]) => readonly SheetGrid[] {
  return (grids) =>
    grids.map((grid) =>
      grid.tab === tab
        ? { ...grid, rows: grid.rows.map((cells, index) => (index === row ? cells.with(column, cell) : cells)) }
        : grid,
    );
}
