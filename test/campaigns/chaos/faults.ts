/** What goes wrong in a run of the campaign: decided call by call from the seed, so that any of them can be left out again. */
import { chanceOf } from '../../builders/queue-runs.ts';

/** Everything that the code under test asks of the world. */
export type Operation =
  | 'list'
  | 'read'
  | 'answer'
  | 'putObject'
  | 'readObject'
  | 'hasObject'
  | 'readPointer'
  | 'movePointer'
  | 'listPointers'
  | 'removePointer'
  | 'enqueue'
  | 'now';

/**
 * error-before, error-after: the call fails, and nothing has happened, or all the same it has. timeout: the same after a minute, either
 * way. busy: 429. lost-race, lost-race-after: said of a pointer that was not moved, or was. stale: a listing as it was the time before.
 * jump, back: the clock. edit: somebody types just now. crash-before, crash-after: the process ends.
 */
export const faultKinds = [
  'error-before',
  'error-after',
  'timeout',
  'busy',
  'lost-race',
  'lost-race-after',
  'stale',
  'jump',
  'back',
  'edit',
  'crash-before',
  'crash-after',
] as const;
export type FaultKind = (typeof faultKinds)[number];

const everywhere: readonly FaultKind[] = [
  'error-before',
  'error-after',
  'timeout',
  'crash-before',
  'crash-after',
  'edit',
];
const possible: Readonly<Record<Operation, readonly FaultKind[]>> = {
  list: [...everywhere, 'busy', 'stale'],
  read: [...everywhere, 'busy'],
  answer: [...everywhere, 'busy'],
  putObject: everywhere,
  readObject: everywhere,
  hasObject: everywhere,
  readPointer: everywhere,
  movePointer: [...everywhere, 'lost-race', 'lost-race-after'],
  listPointers: [...everywhere, 'stale'],
  removePointer: everywhere,
  enqueue: [...everywhere, 'busy'],
  now: ['jump', 'back'],
};

/** How much more often than others a call goes wrong: what is asked seldom would hardly ever be hit, and the clock is mostly right. */
const usually: Readonly<Partial<Record<Operation, number>>> = {
  list: 8,
  read: 8,
  answer: 12,
  enqueue: 6,
  movePointer: 3,
  removePointer: 3,
  listPointers: 2,
  hasObject: 0.25,
  putObject: 0.25,
  now: 0.5,
};

export interface Fault {
  /** Which call of the run, counted from 1. */
  readonly call: number;
  readonly kind: FaultKind;
}

export interface Trouble {
  /** `null`: this call goes well. */
  decide(call: number, operation: Operation): Fault | null;
}

/** One call in so many goes wrong; it differs from seed to seed, so that some runs see one fault and others dozens. `only`: no others. */
export function createTrouble(seed: number, only: ReadonlySet<number> | null = null): Trouble {
  const oneIn = [12, 25, 50, 100, 250, 600][Math.floor(chanceOf(seed * 7 + 1)() * 6)] ?? 100;
  return {
    decide(call, operation) {
      const next = chanceOf(seed * 1_000_003 + call * 7919);
      if (next() >= (usually[operation] ?? 1) / oneIn) return null;
      if (only !== null && !only.has(call)) return null;
      const kinds = possible[operation];
      const kind = kinds[Math.floor(next() * kinds.length)];
      return kind === undefined ? null : { call, kind };
    },
  };
}
