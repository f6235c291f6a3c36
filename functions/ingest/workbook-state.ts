/**
 * Where a workbook stands (the pointer 'workbooks/<id>'), and how a run moves it on: accepted, held, still held, answered. Pure.
 */
import type { Finding } from '#sheets-schema';
import { dayInJapan } from '../domain/calendar.ts';
import type { Day, MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import { rulesVersion } from '../domain/rules-version.ts';
import type { WorkbookEntry } from '../world.ts';
import { arrivalsSoFar, recordArrival } from './arrivals.ts';
import type { FailureReason } from './hold-reason.ts';
import type { Hold, IngestedWorkbook, Question, WorkbookState } from './ingested.ts';

export const statePrefix = 'workbooks/';

/** The name of a workbook's pointer. */
export function statePointer(workbook: WorkbookId): string {
  return `${statePrefix}${workbook}`;
}

/** Reads a pointer's content; `null` where it is of another format, so that the workbook is read anew. */
export function parseState(content: string): WorkbookState | null {
  const parsed: unknown = JSON.parse(content);
  const isState = typeof parsed === 'object' && parsed !== null && 'format' in parsed && parsed.format === 1;
  // States that were left before there were answers say nothing of them.
  return isState ? ({ ...neverAnswered, ...parsed } as WorkbookState) : null;
}

const neverAnswered = {
  rows: null,
  readAt: null,
  answeredAt: null,
  answerTrouble: null,
  firstSeen: null,
  editedAt: null,
  address: null,
  tabIds: {},
  question: null,
  letThrough: null,
} as const;

/** A revision that no workbook has: it is read again in the next run. */
export const noRevision = '';
/** A digest that no areas have: the workbooks of this municipality are put beside each other again in the next run. */
export const noAreas = '';

/** Whether it is held for what other workbooks of its municipality say or do not say, so that it is read again with them. */
export function isHeldForOthers(state: WorkbookState | null | undefined): boolean {
  const hold = state?.hold ?? null;
  if (hold === null) return false;
  if (hold.code === 'workbook/no-required-tabs') return hold.facts.tabs === '圏域';
  // What looks like an accident may come from a neighbour's tab 圏域, and be over once that is mended.
  if (state?.question != null) return true;
  return hold.code === 'workbook/same-office' || hold.code === 'workbook/no-areas';
}

/** When it is read in this run; each time later than before, so that no state ever comes back as it was. */
export function readingTime(now: Date, before: WorkbookState | null | undefined): string {
  const earlier = before?.readAt ?? null;
  return new Date(earlier === null ? now.getTime() : Math.max(now.getTime(), Date.parse(earlier) + 1)).toISOString();
}

/** Its new contents are used. `heirOf`: workbooks of the same office whose place it takes; their history goes on here. */
export function acceptWorkbook({
  entry,
  before,
  heirOf,
  object,
  rows,
  ingested,
  areasDigest,
  recheckOn,
  now,
}: {
  entry: WorkbookEntry;
  before: WorkbookState | null;
  heirOf: readonly WorkbookState[];
  object: string;
  rows: string;
  ingested: IngestedWorkbook;
  areasDigest: string;
  recheckOn: Day | null;
  now: Date;
}): WorkbookState {
  return {
    format: 1,
    workbook: entry.id,
    name: entry.name,
    rules: rulesVersion,
    municipality: ingested.office.municipality,
    revision: entry.revision,
    areasDigest,
    ingested: object,
    rows,
    hold: null,
    question: null,
    letThrough: null,
    holdFindings: [],
    arrivals: recordArrival(arrivalsSoFar(before, heirOf), ingested, dayInJapan(now)),
    recheckOn,
    readAt: readingTime(now, before),
    answeredAt: null,
    answerTrouble: before?.answerTrouble ?? null,
    firstSeen: before?.firstSeen ?? heirOf.find(({ firstSeen }) => firstSeen !== null)?.firstSeen ?? null,
    editedAt: before?.editedAt ?? null,
    address: entry.address ?? null,
    tabIds: {},
  };
}

/** Why a workbook is to be held. */
export interface Holding {
  readonly reason: FailureReason;
  readonly findings?: readonly Finding[];
  /** Whether the same contents are worth another try in the next run. */
  readonly isToRetry?: boolean;
  /** Whose it was read for; `null` where nobody knows. Its figures stay where they are. */
  readonly municipality: MunicipalityCode | null;
  /** Of the areas that it was put beside; left out where it was not. */
  readonly areasDigest?: string;
  /** What its people are asked; left out where nothing is asked. */
  readonly question?: Question;
}

/** Its new contents are not used; its last good figures stay. The day of a hold is that of its first run. */
export function holdWorkbook(
  entry: Pick<WorkbookEntry, 'id' | 'name' | 'revision'>,
  before: WorkbookState | null | undefined,
  { reason, findings = [], isToRetry = false, municipality, areasDigest, question }: Holding,
  now: Date,
): WorkbookState {
  return {
    ...noState(entry),
    ...before,
    format: 1,
    name: entry.name,
    rules: rulesVersion,
    municipality: whereFiguresAre(before) ?? municipality ?? before?.municipality ?? null,
    revision: isToRetry ? noRevision : entry.revision,
    // Those among whom its figures are were settled without it while it was read for others.
    areasDigest:
      leftBehind(before, municipality).length > 0 ? noAreas : (areasDigest ?? before?.areasDigest ?? noAreas),
    hold: troubleOf(entry, before?.hold, reason, dayInJapan(now)),
    question: question ?? null,
    // An answer stays where the workbook could just not be read; a question that is asked now has none yet.
    letThrough: question === undefined ? (before?.letThrough ?? null) : null,
    holdFindings: findings,
    recheckOn: null,
    readAt: readingTime(now, before),
    answeredAt: null,
  };
}

/** The municipality that has its last good figures; `null` where there are none. */
export function whereFiguresAre(state: WorkbookState | null | undefined): MunicipalityCode | null {
  return state === null || state === undefined || state.ingested === null ? null : state.municipality;
}

/**
 * The municipality that has its figures, where it is read for another one. It is to be settled again: without this workbook if it is
 * accepted there, and with it if it is not.
 */
export function leftBehind(
  state: WorkbookState | null | undefined,
  municipality: MunicipalityCode | null,
): readonly MunicipalityCode[] {
  const figures = whereFiguresAre(state);
  return figures === null || municipality === null || figures === municipality ? [] : [figures];
}

/** Another workbook speaks for its office now. What it is held for itself is still to be mended. */
export function dropFigures(state: WorkbookState, { isToRetry }: { readonly isToRetry: boolean }): WorkbookState {
  return { ...state, ingested: null, rows: null, ...(isToRetry ? { revision: noRevision, answeredAt: null } : {}) };
}

/** It is listed no longer: its last good figures stay. The same again where nothing is new. */
export function holdVanished(
  state: WorkbookState,
  { areasDigest, setAside, now }: { areasDigest: string; setAside: SetAside; now: Date },
): WorkbookState {
  const entry = { id: state.workbook, name: state.name, revision: noRevision };
  const held = holdWorkbook(entry, state, { reason: { code: whyVanished(state, setAside) }, municipality: null }, now);
  return {
    ...held,
    areasDigest: state.areasDigest === noAreas ? areasDigest : state.areasDigest,
    readAt: state.readAt,
    answerTrouble: null,
  };
}

/** Why workbooks are listed no longer that are left out on purpose. */
type SetAside = ReadonlyMap<WorkbookId, string>;

/** What was said of it beside its neighbours may be otherwise now: its municipality is settled again in the next run at the latest. */
export function unsettle(state: WorkbookState): WorkbookState {
  // Who waits for others has no areas that they could be compared with.
  return isHeldForOthers(state)
    ? { ...state, revision: noRevision, answeredAt: null }
    : { ...state, areasDigest: noAreas };
}

/** A vanished workbook that needs nothing more. */
export function isSettledAsVanished(state: WorkbookState, setAside: SetAside): boolean {
  return state.hold?.code === whyVanished(state, setAside) && state.areasDigest !== noAreas;
}

/** Left out on purpose, or gone. */
function whyVanished({ workbook }: WorkbookState, setAside: SetAside): string {
  return setAside.get(workbook) ?? 'workbook/gone';
}

/** It was read, and no time was left for its municipality: the next run knows with which others it belongs. */
export function placeWorkbook(
  entry: WorkbookEntry,
  before: WorkbookState | null,
  municipality: MunicipalityCode,
): WorkbookState {
  return { ...noState(entry), ...before, municipality, revision: noRevision };
}

/** The same trouble as before goes on since the same day. */
export function troubleOf(
  entry: Pick<WorkbookEntry, 'name'>,
  before: Hold | null | undefined,
  { code, facts }: FailureReason,
  today: Day,
): Hold {
  return { code, facts: { file: entry.name, ...facts }, since: before?.code === code ? before.since : today };
}

function noState(entry: Pick<WorkbookEntry, 'id' | 'name'>): WorkbookState {
  return {
    format: 1,
    workbook: entry.id,
    name: entry.name,
    rules: rulesVersion,
    municipality: null,
    revision: noRevision,
    areasDigest: noAreas,
    ingested: null,
    hold: null,
    holdFindings: [],
    arrivals: [],
    recheckOn: null,
    ...neverAnswered,
  };
}
