/** Which workbooks are held, and why in words: for the session of whoever runs this locally, and for the commands. */
import { describeFailure } from '#sheets-schema';
import type { WorkbookState } from '../ingest/ingested.ts';
import type { Store } from '../world.ts';

/** A workbook whose new contents are not used. */
export interface HeldWorkbook {
  readonly workbook: string;
  readonly fileName: string;
  /** The day of the run that first held it. */
  readonly since: string;
  /** Key into failureMessages. */
  readonly code: string;
  readonly reason: { readonly ja: string; readonly en: string };
  /** Whether figures from an earlier reading are still shown. */
  readonly keepsFigures: boolean;
}

/** Sorted by workbook. */
export async function listHeldWorkbooks(store: Store): Promise<readonly HeldWorkbook[]> {
  const names = (await store.listPointers('workbooks/')).toSorted();
  const pointers = await Promise.all(names.map(async (name) => await store.readPointer(name)));
  return pointers
    .filter((pointer) => pointer !== null)
    .map(({ content }) => JSON.parse(content) as WorkbookState)
    .flatMap((state) => (state.hold === null ? [] : [describeHeldWorkbook(state, state.hold)]));
}

function describeHeldWorkbook(state: WorkbookState, hold: NonNullable<WorkbookState['hold']>): HeldWorkbook {
  return {
    workbook: state.workbook,
    fileName: state.name,
    since: hold.since,
    code: hold.code,
    reason: { ja: describeFailure(hold.code, hold.facts, 'ja'), en: describeFailure(hold.code, hold.facts, 'en') },
    keepsFigures: state.ingested !== null,
  };
}
