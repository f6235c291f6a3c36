/** Where a workbook stands (the pointer 'workbooks/<id>'), and how a run moves it on: accepted, held, still held. Pure. */
import type { Finding } from '#sheets-schema';
import type { Day, WorkbookId } from '../domain/codes.ts';
import { rulesVersion } from '../domain/rules-version.ts';
import type { WorkbookEntry } from '../world.ts';
import type { FailureReason } from './hold-reason.ts';
import type { Arrival, Hold, IngestedWorkbook, WorkbookState } from './ingested.ts';

export const statePrefix = 'workbooks/';

/** The name of a workbook's pointer. */
export function statePointer(workbook: WorkbookId): string {
  return `${statePrefix}${workbook}`;
}

/** Reads a pointer's content; `null` where it is of another format, so that the workbook is read anew. */
export function parseState(content: string): WorkbookState | null {
  const parsed: unknown = JSON.parse(content);
  const isState = typeof parsed === 'object' && parsed !== null && 'format' in parsed && parsed.format === 1;
  return isState ? (parsed as WorkbookState) : null;
}

/** A revision that no workbook has: it is read again in the next run. */
export const noRevision = '';

/** Its new contents are used. `heirOf`: the state of a vanished workbook of the same office, whose history goes on here. */
export function acceptWorkbook({
  entry,
  before,
  heirOf,
  object,
  ingested,
  areasDigest,
  recheckOn,
  today,
}: {
  entry: WorkbookEntry;
  before: WorkbookState | null;
  heirOf: WorkbookState | null;
  object: string;
  ingested: IngestedWorkbook;
  areasDigest: string;
  recheckOn: Day | null;
  today: Day;
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
    hold: null,
    holdFindings: [],
    arrivals: recordArrival(before?.arrivals ?? heirOf?.arrivals ?? [], ingested, today),
    recheckOn,
    readAt: null,
    answeredAt: null,
    answerTrouble: null,
    firstSeen: before?.firstSeen ?? null,
  };
}

/**
 * Its new contents are not used; its last good figures stay. The day of a hold is that of its first run. `isToRetry`: the same
 * contents are worth another try in the next run.
 */
export function holdWorkbook(
  entry: Pick<WorkbookEntry, 'id' | 'name' | 'revision'>,
  before: WorkbookState | null | undefined,
  {
    reason,
    findings = [],
    isToRetry = false,
  }: { readonly reason: FailureReason; readonly findings?: readonly Finding[]; readonly isToRetry?: boolean },
  today: Day,
): WorkbookState {
  const hold: Hold = {
    code: reason.code,
    facts: { file: entry.name, ...reason.facts },
    since: before?.hold?.code === reason.code ? before.hold.since : today,
  };
  return {
    format: 1,
    workbook: entry.id,
    name: entry.name,
    rules: rulesVersion,
    municipality: before?.municipality ?? null,
    revision: isToRetry ? noRevision : entry.revision,
    areasDigest: before?.areasDigest ?? '',
    ingested: before?.ingested ?? null,
    hold,
    holdFindings: findings,
    arrivals: before?.arrivals ?? [],
    recheckOn: null,
    readAt: null,
    answeredAt: null,
    answerTrouble: before?.answerTrouble ?? null,
    firstSeen: before?.firstSeen ?? null,
  };
}

/** More than a year of runs that each brought something; older ones no longer change how late reports come. */
const mostArrivals = 500;

/** Adds the accepted rows by month, where they changed; one entry a day. */
export function recordArrival(
  arrivals: readonly Arrival[],
  { rowCounts }: Pick<IngestedWorkbook, 'rowCounts'>,
  today: Day,
): readonly Arrival[] {
  const counts = new Map<string, number>();
  for (const months of Object.values(rowCounts)) {
    for (const [month, { accepted }] of Object.entries(months)) {
      if (accepted > 0) counts.set(month, (counts.get(month) ?? 0) + accepted);
    }
  }
  const accepted = Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const last = arrivals.at(-1);
  if (last !== undefined && JSON.stringify(last.accepted) === JSON.stringify(accepted)) return arrivals;
  const earlier = last?.day === today ? arrivals.slice(0, -1) : arrivals;
  return [...earlier, { day: today, accepted }].slice(-mostArrivals);
}
