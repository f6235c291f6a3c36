/** 「これで正しいですか」: the question of a workbook whose new contents look like an accident, and why it is held in words. Pure. */
import type { FailureReason } from '../hold-reason.ts';
import type { GuardedChange, Question } from '../ingested.ts';

/** More are not kept or shown; their number is. */
const mostChanges = 20;

/** What the question is known by: so many letters of a digest are told apart by people who read them to each other. */
const idLength = 8;

/** `digest`: of all the changes. */
export function askAbout(changes: readonly GuardedChange[], digest: string): Question {
  return { id: digest.slice(0, idLength), changes: changes.slice(0, mostChanges), count: changes.length };
}

/** Its first change says why; `{count}` how many there are. */
export function reasonOf({ changes, count }: Question): FailureReason {
  const [first] = changes;
  if (first === undefined) return { code: 'workbook/broken-answer' };
  return { code: `guard/${wordsOf(first)}`, facts: { ...factsOf(first), count } };
}

/** The end of the keys of its sentences in failureMessages. */
export function wordsOf(change: GuardedChange) {
  return change.kind === 'past-moved' && change.indicator !== null ? 'past-total-moved' : change.kind;
}

/** The facts that the sentence of a change needs. */
export function factsOf({ kind: _, ...change }: GuardedChange): Readonly<Record<string, string | number>> {
  return Object.fromEntries(Object.entries(change).map(([name, fact]) => [name, fact ?? '']));
}
