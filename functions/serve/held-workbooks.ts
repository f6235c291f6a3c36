/** Which workbooks are held or cannot be answered in, and why in words: for the session of whoever runs this locally, and for the commands. */
import { describeFailure } from '#sheets-schema';
import type { Hold, WorkbookState } from '../ingest/ingested.ts';
import type { Store } from '../world.ts';

/** What is the matter with a workbook. */
interface Trouble {
  readonly workbook: string;
  readonly fileName: string;
  /** The day of the run that first met it. */
  readonly since: string;
  /** Key into failureMessages. */
  readonly code: string;
  readonly reason: { readonly ja: string; readonly en: string };
}

/** A workbook whose new contents are not used. */
export interface HeldWorkbook extends Trouble {
  /** Whether figures from an earlier reading are still shown. */
  readonly keepsFigures: boolean;
}

/** A workbook that our answer could not be written into. Its figures are used, unless it is held besides. */
export type UnansweredWorkbook = Trouble;

/** So many pointers are asked for at the same time. */
const readAtOnce = 32;

/** Sorted by workbook. */
export async function listHeldWorkbooks(store: Store): Promise<readonly HeldWorkbook[]> {
  return (await listTroubledWorkbooks(store)).held;
}

/** Both kinds, each sorted by workbook. */
export async function listTroubledWorkbooks(
  store: Store,
): Promise<{ readonly held: readonly HeldWorkbook[]; readonly unanswered: readonly UnansweredWorkbook[] }> {
  const names = (await store.listPointers('workbooks/')).toSorted();
  const states: WorkbookState[] = [];
  for (let from = 0; from < names.length; from += readAtOnce) {
    const some = names.slice(from, from + readAtOnce);
    for (const pointer of await Promise.all(some.map(async (name) => await store.readPointer(name)))) {
      if (pointer !== null) states.push(JSON.parse(pointer.content) as WorkbookState);
    }
  }
  return {
    held: states.flatMap((state) =>
      state.hold === null ? [] : [{ ...describeTrouble(state, state.hold), keepsFigures: state.ingested !== null }],
    ),
    unanswered: states.flatMap((state) => {
      // States that were left before there were answers say nothing of them.
      const trouble = state.answerTrouble ?? null;
      return trouble === null ? [] : [describeTrouble(state, trouble)];
    }),
  };
}

function describeTrouble({ workbook, name }: WorkbookState, { code, facts, since }: Hold): Trouble {
  const reason = { ja: describeFailure(code, facts, 'ja'), en: describeFailure(code, facts, 'en') };
  return { workbook, fileName: name, since, code, reason };
}
