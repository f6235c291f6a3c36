/** The rows of one opened workbook against the areas of its municipality: an object in the store, and the state that names it. */

import { appendAudit } from '../audit/append-audit.ts';
import type { SheetGrid, WorkbookEntry } from '../world.ts';
import { checkWorkbook } from './checks/check-workbook.ts';
import { askAbout, reasonOf } from './guards/ask.ts';
import { findChanges } from './guards/find-changes.ts';
import { isTicked } from './guards/tick.ts';
import { explainFailure } from './hold-reason.ts';
import { digestOf, leaveObject, recallObject } from './ingest-store.ts';
import type { IngestWorld } from './ingest-world.ts';
import type { IngestedWorkbook, Question, WorkbookState } from './ingested.ts';
import type { UnitedAreas } from './settle-areas.ts';
import type { OpenedWorkbook } from './tables/open-workbook.ts';
import { acceptWorkbook, holdWorkbook, leftBehind } from './workbook-state.ts';

export interface Checked {
  readonly state: WorkbookState;
  /** `null` where it is held. */
  readonly ingested: IngestedWorkbook | null;
}

/** A mistake of ours holds this workbook alone. @throws when the store fails */
export async function checkEntry(
  task: {
    readonly entry: WorkbookEntry;
    readonly opened: OpenedWorkbook;
    readonly united: UnitedAreas;
    readonly areasDigest: string;
    /** Workbooks of the same office whose place it takes. */
    readonly heirOf: readonly WorkbookState[];
    readonly before: WorkbookState | null;
    /** All its tabs, in one of which its people may have answered a question. */
    readonly grids: readonly SheetGrid[];
  },
  { store, now, today, log }: Pick<IngestWorld, 'store' | 'now' | 'today' | 'log'>,
): Promise<Checked> {
  const { entry, opened, united, before, areasDigest, heirOf } = task;
  const { municipality } = opened.profile.office;
  if (united.stated.size === 0) {
    // Where its figures are of another municipality, this one would not be known to be its own.
    const facts = leftBehind(before, municipality).length > 0 ? { own: municipality } : {};
    const reason =
      opened.areas === null
        ? { code: 'workbook/no-required-tabs', facts: { tabs: '圏域', ...facts } }
        : { code: 'workbook/no-areas', facts };
    const state = holdWorkbook(entry, before, { reason, findings: opened.findings, municipality, areasDigest }, now);
    return { state, ingested: null };
  }
  let checked: ReturnType<typeof checkWorkbook>;
  try {
    checked = checkWorkbook({ workbook: entry.id, name: entry.name, opened, united, today });
  } catch (error) {
    return {
      state: holdWorkbook(entry, before, { ...explainFailure(entry, error, log), municipality, areasDigest }, now),
      ingested: null,
    };
  }
  const { ingested, recheckOn } = checked;
  const question = await questionOf(ingested, before, store);
  if (question !== null && !(await isAnswered(question, task, { store, now }))) {
    const findings = ingested.findings.filter(({ severity }) => severity === 'error').slice(0, mostHoldFindings);
    const holding = { reason: reasonOf(question), findings, municipality, areasDigest, question };
    const state = holdWorkbook(entry, before, holding, now);
    return { state: goOnAsking(state, before), ingested: null };
  }
  const object = await leaveObject(ingested, store);
  const rows = await leaveObject(checked.rows, store);
  return {
    state: acceptWorkbook({ entry, before, heirOf, object, rows, ingested, areasDigest, recheckOn, now }),
    ingested,
  };
}

/** What stands in the state of a held workbook is read by everybody who asks how things are. */
const mostHoldFindings = 200;

/** What looks like an accident beside the last good reading; `null` where nothing does, or where there is none. */
async function questionOf(
  ingested: IngestedWorkbook,
  before: WorkbookState | null,
  store: IngestWorld['store'],
): Promise<Question | null> {
  const good = (await recallObject(before?.ingested ?? null, store)) as IngestedWorkbook | null;
  if (good === null) return null;
  const changes = findChanges({ before: good, now: ingested, isAsked: before?.question != null });
  return changes.length === 0 ? null : askAbout(changes, await digestOf(changes));
}

/** By the administrator, or by a tick in its own チェック結果, which is recorded. */
async function isAnswered(
  { id, count }: Question,
  {
    entry,
    opened,
    before,
    grids,
  }: {
    entry: WorkbookEntry;
    opened: OpenedWorkbook;
    before: WorkbookState | null;
    grids: readonly SheetGrid[];
  },
  { store, now }: Pick<IngestWorld, 'store' | 'now'>,
): Promise<boolean> {
  if (before?.letThrough === id) return true;
  // A tick answers what was asked, not what is asked from now on.
  if (before?.question?.id !== id || !isTicked(grids, id)) return false;
  const { municipality } = opened.profile.office;
  const facts = { municipality, question: id, changes: count, by: 'tick' } as const;
  await appendAudit(store, {
    format: 1,
    at: now.toISOString(),
    action: 'let-through',
    actor: null,
    subject: entry.id,
    facts,
  });
  return true;
}

/** It has been waiting since the first of its questions. */
function goOnAsking(state: WorkbookState, before: WorkbookState | null): WorkbookState {
  if (state.hold === null || before?.question == null || before.hold === null) return state;
  return { ...state, hold: { ...state.hold, since: before.hold.since } };
}
