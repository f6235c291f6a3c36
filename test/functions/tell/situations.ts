/** Situations to be told of, as runs leave them: all is well by default, change one thing. 架空のデータ. */
import type { RunRecord, RunStatus } from '#functions/publish/run-status.ts';
import { findTroubles, type Situation } from '#functions/tell/find-troubles.ts';
import { decide, isWeeklyDue, type Message, nothingTold, type Told } from '#functions/tell/told.ts';

type Workbook = RunStatus['workbooks'][number];
type Hold = NonNullable<Workbook['hold']>;

export const akane = '1AkaneSpreadsheet';

export function aWorkbook(change: Partial<Workbook> = {}): Workbook {
  return {
    workbook: akane,
    name: '茜町 R8報告',
    municipality: '992011',
    address: `https://docs.google.com/spreadsheets/d/${akane}/edit`,
    editedAt: null,
    readAt: null,
    keepsFigures: true,
    hold: null,
    answerTrouble: null,
    ...change,
  };
}

export function aHold(code: string, since: string, facts: Hold['facts'] = {}): Hold {
  return { code, since: since as Hold['since'], facts: { file: '茜町 R8報告', ...facts } };
}

export function aRun(endedAt: string, change: Partial<RunRecord> = {}): RunRecord {
  return {
    run: endedAt,
    startedAt: endedAt,
    endedAt,
    outcome: 'unchanged',
    cause: null,
    release: 'a'.repeat(64),
    withheld: [],
    registry: [],
    workbooks: { listed: 1, read: 0, held: 0, unanswered: 0, postponed: 0 },
    rowsAccepted: 0,
    errors: 0,
    objectsWritten: 0,
    requests: 0,
    seconds: {},
    ...change,
  };
}

/** At a moment, with the last run just before. */
export function situation(moment: string, change: Partial<Situation> = {}): Situation {
  const now = new Date(moment);
  const before = new Date(now.getTime() - 60_000).toISOString();
  return {
    status: { format: 1, ranAt: before, workbooks: [] },
    runs: [aRun(before)],
    now,
    expectedMinutes: 180,
    watchedSince: null,
    places: new Map([[akane, { municipalityName: '茜町', office: '茜町社会福祉協議会', registryRow: 12 }]]),
    upkeep: { keep: null, tables: null },
    brokenChannels: [],
    ...change,
  };
}

export function withWorkbooks(moment: string, ...workbooks: readonly Workbook[]): Situation {
  const plain = situation(moment);
  return { ...plain, status: { format: 1, ranAt: plain.runs[0]?.endedAt ?? moment, workbooks } };
}

/** Somebody who tells one situation after the other. */
export function createTeller() {
  let told: Told = nothingTold(new Date('2026-11-01T00:00:00Z'));
  return (of: Situation, { isWeekly }: { isWeekly?: boolean } = {}): Message | null => {
    const { message, next } = decide({
      told,
      troubles: findTroubles(of),
      now: of.now,
      isWeekly: isWeekly ?? isWeeklyDue(told, of.now),
    });
    told = next;
    return message;
  };
}
