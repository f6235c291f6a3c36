/** Leaves in the store how a run ended: the pointer 'runs'. A run that fails leaves that too, so that somebody is told. */
import { type Store, WorkbookFailure } from '../world.ts';
import { canonicalJson } from './canonical.ts';
import { type RunHistory, type RunRecord, runsPointer } from './run-status.ts';

/** A day of runs every quarter of an hour. */
export const runsKept = 96;
const attempts = 10;
const longestError = 300;
/** Of two runs that end at the same time either may be told first; whoever seems to have ended later than that had another clock. */
const toldWithinMilliseconds = 60_000;

/** The runs so far, newest first; none where nobody has told of any. */
export async function readRuns(store: Store): Promise<RunHistory['runs']> {
  return parseRuns((await store.readPointer(runsPointer))?.content ?? null);
}

function parseRuns(content: string | null): RunHistory['runs'] {
  if (content === null) return [];
  const { format, runs } = JSON.parse(content) as RunHistory;
  return format === 1 ? runs : [];
}

/**
 * Puts a run in front of the others. Told twice, a run stands there once. A clock that was wrong for a while, or is, never puts a run that is
 * told now behind earlier ones: whether runs fail is judged from the first of them. @throws when the store fails
 */
export async function recordRun(store: Store, record: RunRecord): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const before = await store.readPointer(runsPointer);
    const others = parseRuns(before?.content ?? null).filter(({ run }) => run !== record.run);
    const place = others.findIndex((other) => !endedJustAfter(other, record));
    const runs = others.toSpliced(place === -1 ? others.length : place, 0, record).slice(0, runsKept);
    const content = canonicalJson({ format: 1, runs } satisfies RunHistory);
    if ((await store.movePointer(runsPointer, content, before?.version ?? null)) === 'moved') return;
  }
  throw new Error(`Other runs were quicker ${attempts} times`);
}

function endedJustAfter(other: RunRecord, record: RunRecord): boolean {
  const later = Date.parse(other.endedAt) - Date.parse(record.endedAt);
  return later > 0 && later <= toldWithinMilliseconds;
}

/** Why a run failed, for the record. What an error of a library says is for administrators only, and never sent anywhere. */
export function describeCause(error: unknown): NonNullable<RunRecord['cause']> {
  if (error instanceof WorkbookFailure)
    return { code: error.code, facts: { file: error.workbook, ...error.facts }, error: error.name };
  const said = error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
  return { code: null, facts: {}, error: said.replaceAll(/\p{Cc}+/gu, ' ').slice(0, longestError) };
}
