/**
 * What ingest finds in the store and leaves there: where workbooks stand, and objects under the names of their content.
 * Waits for the store; decides nothing.
 */
import type { WorkbookId } from '../domain/codes.ts';
import { canonicalBytes, canonicalJson, nameOfBytes } from '../publish/canonical.ts';
import type { Store } from '../world.ts';
import type { WorkbookState } from './ingested.ts';
import { noRevision, parseState, statePointer, statePrefix } from './workbook-state.ts';

/** Where a workbook stands, and the version to name when it is moved on. */
export interface KnownState {
  /** `null` where there is none, or one of another format. */
  readonly state: WorkbookState | null;
  readonly content: string | null;
  readonly version: string | null;
}

/** So many pointers are asked for at the same time; one after the other, those of a whole prefecture take minutes. */
const readAtOnce = 32;

/** Where nothing is known of a workbook. */
export const unknownState: KnownState = { state: null, content: null, version: null };

export async function readStates(
  workbooks: readonly WorkbookId[],
  store: Store,
): Promise<ReadonlyMap<WorkbookId, KnownState>> {
  const states = new Map<WorkbookId, KnownState>();
  for (let from = 0; from < workbooks.length; from += readAtOnce) {
    const some = workbooks.slice(from, from + readAtOnce);
    const known = await Promise.all(some.map(async (id) => [id, await readState(id, store)] as const));
    for (const [id, state] of known) states.set(id, state);
  }
  return states;
}

/** Of every workbook that was ever read and not dropped since. */
export async function readAllStates(store: Store): Promise<ReadonlyMap<WorkbookId, KnownState>> {
  const names = await store.listPointers(statePrefix);
  return await readStates(
    names.map((name) => name.slice(statePrefix.length) as WorkbookId),
    store,
  );
}

export async function readState(workbook: WorkbookId, store: Store): Promise<KnownState> {
  const pointer = await store.readPointer(statePointer(workbook));
  if (pointer === null) return unknownState;
  return { state: parseState(pointer.content), ...pointer };
}

/** Whether the state is in the store now. Another run may have moved it meanwhile; then its reading, which is later, stands. */
export async function moveState(state: WorkbookState, known: KnownState, store: Store): Promise<'moved' | 'lost-race'> {
  const content = contentOf(state);
  if (known.content === content) return 'moved';
  return await store.movePointer(statePointer(state.workbook), content, known.version);
}

/** What the pointer of a state holds. */
export function contentOf(state: WorkbookState): string {
  return canonicalJson(state);
}

/** It is read in the next run, whether or not it has changed. Whoever moves its state meanwhile has read it. */
export async function readAgain(workbook: WorkbookId, store: Store): Promise<void> {
  const known = await readState(workbook, store);
  if (known.state !== null) await moveState({ ...known.state, revision: noRevision, answeredAt: null }, known, store);
}

/** Writes an object, unless it is there, and says its name. */
export async function leaveObject(value: unknown, store: Store): Promise<string> {
  const bytes = canonicalBytes(value);
  const name = await nameOfBytes(bytes);
  await store.putObject(name, bytes);
  return name;
}

/** What an object holds; `null` where nothing is named or the store has lost it. */
export async function recallObject(name: string | null, store: Store): Promise<unknown> {
  const bytes = name === null ? null : await store.readObject(name);
  return bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as unknown);
}

/** Equal values have equal digests. */
export async function digestOf(value: unknown): Promise<string> {
  return await nameOfBytes(canonicalBytes(value));
}

/**
 * Somebody says that what looks like an accident is right: the next reading is used if it asks the very same question. 'unknown': that
 * is not, or no longer, what is asked of the workbook.
 */
export async function letThrough(
  { workbook, question }: { readonly workbook: WorkbookId; readonly question: string },
  store: Store,
): Promise<'let-through' | 'unknown'> {
  for (;;) {
    const known = await readState(workbook, store);
    const { state } = known;
    if (state?.question?.id !== question) return 'unknown';
    // Without a revision it is read in the next run; a run that is under way loses the race and leaves it to that one.
    const allowed: WorkbookState = { ...state, letThrough: question, revision: noRevision, answeredAt: null };
    if ((await moveState(allowed, known, store)) === 'moved') return 'let-through';
  }
}
