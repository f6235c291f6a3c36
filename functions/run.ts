/**
 * Whole runs over the workbooks of a source: plan, ingest, publish. The commands, `npm start` and the cloud functions all
 * call these. No rules here.
 */

import { dayInJapan } from './domain/calendar.ts';
import type { WorkbookId } from './domain/codes.ts';
import { defaultPolicies } from './domain/protection-policy.ts';
import type { RegisteredGuide, RegisteredProtection } from './domain/registration.ts';
import { heedAnswers } from './ingest/guards/heed-answers.ts';
import { ingestWorkbooks } from './ingest/ingest.ts';
import { readAgain } from './ingest/ingest-store.ts';
import { planRun } from './plan/plan.ts';
import { publish } from './publish/publish.ts';
import type { Audience } from './publish/release.ts';
import type { SharingWorld } from './publish/write-shared.ts';
import { keepRecord, type RecordedWorld, type RunEnd } from './run-record.ts';
import { type HeldWorkbook, listTroubledWorkbooks, type UnansweredWorkbook } from './serve/held-workbooks.ts';
import { createPublished } from './serve/published.ts';
import type { Feedback, Store, WorkbookSource } from './world.ts';

/** What a run needs from the world. */
export interface RunWorld extends RecordedWorld {
  readonly source: WorkbookSource;
  /** Answers in the workbooks; `null` or left out: nobody is answered. */
  readonly feedback?: Feedback | null;
  /** After so many seconds no further municipality is begun with; the rest is left to the next run. Left out: there is no hurry. */
  readonly timeLimitSeconds?: number;
  /** 目安値 of the registry, once it has been listed; left out: none. */
  readonly guides?: () => readonly RegisteredGuide[];
  /** 秘匿 of the registry, once it has been listed; left out: the usual rules. */
  readonly protections?: () => readonly RegisteredProtection[];
}

/** How far a run has come. `name` is the workbook or municipality being worked on. */
export interface Progress {
  readonly step: 'plan' | 'ingest' | 'publish';
  readonly done: number;
  readonly total: number;
  readonly name: string | null;
}

export type OnProgress = (progress: Progress) => void;

/** What the current release is made of. */
export interface PublishedCounts {
  readonly municipalities: number;
  readonly rows: { readonly read: number; readonly accepted: number };
  readonly findings: { readonly errors: number; readonly notices: number };
}

/** What has come of a run. */
export interface RunResult extends PublishedCounts {
  /** nothing: there is no release at all, because no workbook could ever be read. */
  readonly outcome: 'published' | 'unchanged' | 'nothing';
  readonly release: string | null;
  /** Audiences that keep their last objects, since small numbers could be found out of the new ones. */
  readonly withheld: readonly Audience[];
  /** Workbooks that the source lists. */
  readonly workbooks: number;
  /** Workbooks that were read in this run and accepted. */
  readonly accepted: number;
  /** Workbooks that had not changed since they were last read. */
  readonly unchanged: number;
  /** Workbooks that are left to the next run, since time was up. */
  readonly postponed: number;
  /** Every workbook that is held now, whether or not in this run. */
  readonly held: readonly HeldWorkbook[];
  /** Every workbook that our answer could not be written into. */
  readonly unanswered: readonly UnansweredWorkbook[];
}

/** Reads what changed and publishes. @throws when the source cannot be listed or the store fails; the last release stands */
export async function runOnce(world: RunWorld & { readonly onProgress?: OnProgress }): Promise<RunResult> {
  return await keepRecord(world, async ({ now, log, step }) => {
    const { source, store } = world;
    const onProgress = world.onProgress ?? (() => undefined);
    const today = dayInJapan(now);
    onProgress({ step: 'plan', done: 0, total: 0, name: null });
    const plan = await step('plan', async () => {
      await heedAnswers({ store, feedback: world.feedback ?? null, now });
      return await planRun({ source, store, today });
    });
    onProgress({ step: 'plan', done: plan.entries.length, total: plan.entries.length, name: null });
    const ingested = await step(
      'ingest',
      async () => await ingestWorkbooks({ ...inTime({ ...world, log }, now), plan, onProgress }),
    );
    const order = plan.entries.map(({ id }) => id);
    const sharing = sharingOf(world);
    const published = await step(
      'publish',
      async () => await publish({ store, order, today, now, log, sharing, onProgress }),
    );
    for (const workbook of published.lost ?? []) await readAgain(workbook, store);
    const result: RunResult = {
      outcome: published.outcome,
      release: published.release,
      withheld: published.withheld,
      workbooks: plan.entries.length,
      accepted: ingested.accepted,
      unchanged: ingested.unchanged,
      postponed: ingested.postponed,
      ...(await listTroubledWorkbooks(store)),
      ...(await countPublished(store)),
    };
    return { result, end: endOf(result, published.objectsWritten) };
  });
}

/** What the record of a run says of its result. */
function endOf(result: Omit<RunResult, 'unchanged'>, objectsWritten: number): RunEnd {
  const { outcome, release, withheld, rows, findings } = result;
  return {
    outcome,
    release,
    withheld,
    workbooks: {
      listed: result.workbooks,
      read: result.accepted,
      held: result.held.length,
      unanswered: result.unanswered.length,
      postponed: result.postponed,
    },
    rowsAccepted: rows.accepted,
    errors: findings.errors,
    objectsWritten,
  };
}

/** Takes in one workbook, if it changed, with those that it concerns, and publishes nothing: what a task of a queue does. */
export async function ingestOne(world: RunWorld, workbook: string) {
  const { source, store, clock } = world;
  const now = clock.now();
  const plan = await planRun({ source, store, today: dayInJapan(now) });
  return await ingestWorkbooks({ ...inTime(world, now), plan, only: workbook as WorkbookId });
}

/** What ingest needs of a run that began at a moment. */
function inTime({ source, store, clock, log, feedback = null, timeLimitSeconds }: RunWorld, now: Date) {
  const until = timeLimitSeconds === undefined ? null : now.getTime() + timeLimitSeconds * 1000;
  const isTimeUp = () => until !== null && clock.now().getTime() >= until;
  return { source, store, log, feedback, now, isTimeUp };
}

/** Publishes what has been taken in so far, in the order in which the source lists the workbooks. */
export async function publishNow(world: RunWorld, onProgress: () => void = () => undefined) {
  return await keepRecord(world, async ({ now, log, step }) => {
    const { source, store } = world;
    const order: readonly WorkbookId[] = (await step('plan', async () => await source.list())).map(({ id }) => id);
    const settings = { store, order, today: dayInJapan(now), now, log, sharing: sharingOf(world), onProgress };
    const result = await step('publish', async () => await publish(settings));
    for (const workbook of result.lost ?? []) await readAgain(workbook, store);
    const counts = { ...(await listTroubledWorkbooks(store)), ...(await countPublished(store)) };
    const end = endOf(
      { ...result, ...counts, workbooks: order.length, accepted: 0, postponed: 0 },
      result.objectsWritten,
    );
    return { result, end };
  });
}

/** How figures are shared with others. The solver is large, and loaded only when it is needed. */
function sharingOf({ guides = () => [], protections = () => [] }: RunWorld): SharingWorld {
  const loadSolver = async () => await (await import('./adapters/highs/solver.ts')).loadSolver();
  return { loadSolver, policies: defaultPolicies, protections: protections(), guides: guides() };
}

/** So many indexes are asked for at the same time; one after the other, those of a whole prefecture take long. */
const readAtOnce = 32;

/** Adds up what the offices' indexes of the current release say. */
async function countPublished(store: Store): Promise<PublishedCounts> {
  const published = createPublished(store);
  const opened = await published.openCurrent();
  const audiences = Object.keys(opened?.release.audiences ?? {}).filter((audience) => audience.startsWith('office:'));
  const rows = { read: 0, accepted: 0 };
  const findings = { errors: 0, notices: 0 };
  for (let from = 0; opened !== null && from < audiences.length; from += readAtOnce) {
    const some = audiences.slice(from, from + readAtOnce);
    const indexes = await Promise.all(
      some.map(async (audience) => await published.openOffice(opened.release, audience.slice('office:'.length))),
    );
    for (const office of indexes.flatMap(({ index }) => index.offices)) {
      rows.read += office.rowsRead;
      rows.accepted += office.rowsAccepted;
      findings.errors += office.errors;
      findings.notices += office.notices;
    }
  }
  return { municipalities: audiences.length, rows, findings };
}
