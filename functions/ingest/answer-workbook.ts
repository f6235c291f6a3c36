/**
 * Leaves where a workbook stands, and our answer in the workbook itself, so that no edit is ever missed: first the state says that
 * the workbook is to be read again, then the answer is written, then the state says that all is well. Whoever loses a race for the
 * state writes nothing; a run that breaks off in between only makes the workbook be read once more.
 */
import type { MunicipalityCode } from '../domain/codes.ts';
import type { Feedback, SheetGrid, WorkbookAnswer, WorkbookEntry } from '../world.ts';
import { carryFirstSeen, type FirstSeen } from './feedback/first-seen.ts';
import type { Outcome } from './feedback/outcome.ts';
import { planAnswer } from './feedback/plan-answer.ts';
import { type AnswerTrouble, explainTrouble } from './hold-reason.ts';
import { contentOf, type KnownState, leaveObject, moveState, readState, recallObject } from './ingest-store.ts';
import type { IngestWorld } from './ingest-world.ts';
import type { IngestedWorkbook, WorkbookState } from './ingested.ts';
import type { HeldEntry } from './open-entry.ts';
import { placeWorkbookState } from './workbook-place.ts';
import { holdWorkbook, noRevision, troubleOf } from './workbook-state.ts';

/** What a reading has come to. */
export interface Reckoning {
  readonly entry: WorkbookEntry;
  /** Where the workbook stood before. */
  readonly known: KnownState;
  /** Where it is to stand once it is answered. */
  readonly state: WorkbookState;
  /** `null` where it is held. */
  readonly ingested: IngestedWorkbook | null;
  /** What was read; `null` where there is nothing to answer in. */
  readonly grids: readonly SheetGrid[] | null;
  /** セルの印. */
  readonly cellMarks: boolean;
}

type World = Pick<IngestWorld, 'store' | 'feedback' | 'now' | 'today' | 'log'>;

/** @throws only when the store fails */
export async function settleWorkbook(reckoned: Reckoning, world: World): Promise<void> {
  const reckoning = { ...reckoned, state: placeWorkbookState(reckoned) };
  const { known, state, grids } = reckoning;
  if (grids === null) await leave(state, known, world);
  else if (world.feedback === null) await leave({ ...state, answerTrouble: null }, known, world);
  else await answer({ ...reckoning, grids }, world.feedback, world);
}

/** A workbook whose contents cannot be used: it says so itself, if it could be read. */
export async function settleHeld(
  { grids, cellMarks, ...holding }: HeldEntry,
  read: Pick<Reckoning, 'entry' | 'known'> & { readonly municipality: MunicipalityCode | null },
  world: World,
): Promise<void> {
  const { entry, known, municipality } = read;
  const state = holdWorkbook(entry, known.state, { ...holding, municipality }, world.now);
  await settleWorkbook({ entry, known, state, ingested: null, grids, cellMarks }, world);
}

async function answer(
  reckoning: Reckoning & { readonly grids: readonly SheetGrid[] },
  feedback: Feedback,
  world: World,
): Promise<void> {
  const { entry, known, grids } = reckoning;
  const planned = await planFor(reckoning, grids, world);
  const answered: WorkbookState = { ...reckoning.state, firstSeen: planned.firstSeen, answerTrouble: null };
  const unanswered = ({ reason, isToRetry }: AnswerTrouble): WorkbookState => ({
    ...answered,
    revision: isToRetry ? noRevision : answered.revision,
    answerTrouble: troubleOf(entry, known.state?.answerTrouble, reason, world.today),
  });
  if (planned.trouble !== null || planned.answer === null) {
    await leave(planned.trouble === null ? answered : unanswered(planned.trouble), known, world);
    return;
  }
  const unsettled = { ...answered, revision: noRevision, answerTrouble: known.state?.answerTrouble ?? null };
  if ((await leave(unsettled, known, world)) === 'lost-race') return;
  let settled: WorkbookState;
  try {
    const { outcome, at } = await feedback.answer(entry, planned.answer, grids);
    settled = outcome === 'settled' ? { ...answered, answeredAt: at } : { ...answered, revision: noRevision };
    world.log.info('answer/written', { workbook: entry.id, outcome });
  } catch (error) {
    settled = unanswered(explainTrouble(entry, error, world.log));
  }
  // Another run may have gone on from here meanwhile; what it read is later than what was read here.
  const now = await readState(entry.id, world.store);
  if (now.content === contentOf(unsettled)) await leave(settled, now, world);
  else world.log.warn('ingest/lost-race', { workbook: entry.id });
}

async function leave(state: WorkbookState, known: KnownState, { store, log }: World): Promise<'moved' | 'lost-race'> {
  const moved = await moveState(state, known, store);
  if (moved === 'lost-race') log.warn('ingest/lost-race', { workbook: state.workbook });
  return moved;
}

interface PlannedAnswer {
  /** `null`: nothing has to be written. */
  readonly answer: WorkbookAnswer | null;
  readonly firstSeen: string | null;
  readonly trouble: AnswerTrouble | null;
}

/** What is to be written, and since when each finding is open. A mistake of ours in it costs the answer, not the figures. */
async function planFor(
  { entry, state, ingested, cellMarks }: Reckoning,
  grids: readonly SheetGrid[],
  { store, now, today, log }: World,
): Promise<PlannedAnswer> {
  const before = (await recallObject(state.firstSeen, store)) as FirstSeen | null;
  const outcome = outcomeOf(state, ingested);
  let carried: FirstSeen;
  let answer: WorkbookAnswer | null;
  try {
    carried = carryFirstSeen(before, outcome.findings, today);
    answer = planAnswer({ grids, outcome, cellMarks, firstSeen: carried, now });
  } catch (error) {
    return { answer: null, firstSeen: state.firstSeen, trouble: explainTrouble(entry, error, log) };
  }
  // Most findings of a held workbook are not known just now; they are not new once it is accepted again.
  const kept = outcome.kind === 'held' ? [...carried.findings, ...(before?.findings ?? [])] : carried.findings;
  const findings = [...new Map(kept.map((finding) => [JSON.stringify(finding), finding])).values()];
  const firstSeen = findings.length === 0 ? null : await leaveObject({ format: 1, findings }, store);
  return { answer, firstSeen, trouble: null };
}

function outcomeOf(state: WorkbookState, ingested: IngestedWorkbook | null): Outcome {
  if (state.hold !== null) {
    const { code, facts, since } = state.hold;
    const { holdFindings: findings, question } = state;
    return { kind: 'held', reason: { code, facts }, since, findings, keepsFigures: state.ingested !== null, question };
  }
  const counts = Object.values(ingested?.rowCounts ?? {}).flatMap((months) => Object.values(months));
  const rows = {
    read: counts.reduce((sum, { read }) => sum + read, 0),
    accepted: counts.reduce((sum, { accepted }) => sum + accepted, 0),
  };
  return { kind: 'accepted', findings: ingested?.findings ?? [], rows };
}
