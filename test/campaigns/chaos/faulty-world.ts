/** The world as one process sees it: every call may fail, may come too late, or may be the last one of the process. */
import type { RunWorld } from '../../../functions/run.ts';
import { type Log, type Queue, type Store, WorkbookFailure } from '../../../functions/world.ts';
import type { Fault, FaultKind, Operation, Trouble } from './faults.ts';
import type { Scheduler } from './scheduler.ts';

/** The process has ended. Whoever catches this goes on in vain: no call of it reaches the world any more. */
export class Crashed extends Error {
  constructor() {
    super('The process has ended');
    this.name = 'Crashed';
  }
}

/** A fault as it happened. */
export interface Happened extends Fault {
  readonly operation: Operation;
  /** The workbook, object or pointer. */
  readonly subject: string;
  /** Lines that the process had logged before, so that those after it are known. */
  readonly linesBefore: number;
}

/** One process, from its beginning to its end or its crash. */
export interface Process {
  readonly name: string;
  isDead: boolean;
  readonly happened: Happened[];
  /** Events at the levels warn and error, with the workbook that they are about. */
  readonly said: { readonly event: string; readonly workbook: string | null }[];
}

/** What all processes share. */
export interface Chaos {
  readonly scheduler: Scheduler;
  /** `null` once the faults have ended. */
  trouble: Trouble | null;
  /** Calls so far. */
  calls: number;
  readonly counts: Map<string, number>;
  moveClock(seconds: number): void;
  /** Somebody types. */
  edit(call: number): void;
  /** Listings as they were the time before. */
  readonly listings: Map<string, unknown>;
}

export function createProcess(name: string): Process {
  return { name, isDead: false, happened: [], said: [] };
}

/** The world of a process. */
export function faultyWorld(
  world: RunWorld & { readonly queue: Queue },
  process: Process,
  chaos: Chaos,
): RunWorld & { readonly queue: Queue } {
  const ask = async <Result>(operation: Operation, subject: string, effect: () => Promise<Result>): Promise<Result> =>
    await callWorld({ operation, subject, effect }, process, chaos);
  const { source, feedback, store, queue, clock } = world;
  return {
    ...world,
    source: {
      ...source,
      list: async () => await ask('list', 'list', async () => await source.list()),
      read: async (entry) => await ask('read', entry.id, async () => await source.read(entry)),
    },
    feedback:
      feedback == null
        ? null
        : {
            answer: async (entry, answer, read) =>
              await ask('answer', entry.id, async () => await feedback.answer(entry, answer, read)),
          },
    store: faultyStore(store, ask),
    queue: { enqueue: async (task) => await ask('enqueue', task.name, async () => await queue.enqueue(task)) },
    clock: {
      now() {
        chaos.calls += 1;
        const fault = process.isDead ? null : (chaos.trouble?.decide(chaos.calls, 'now') ?? null);
        if (fault !== null) {
          note({ fault, operation: 'now', subject: 'clock' }, process, chaos);
          chaos.moveClock(fault.kind === 'back' ? -3 : 60 + (fault.call % 7_000));
        }
        return clock.now();
      },
    },
    log: logOf(process),
  };
}

type Ask = <Result>(operation: Operation, subject: string, effect: () => Promise<Result>) => Promise<Result>;

function faultyStore(store: Store, ask: Ask): Store {
  return {
    putObject: async (name, bytes) => await ask('putObject', name, async () => await store.putObject(name, bytes)),
    readObject: async (name) => await ask('readObject', name, async () => await store.readObject(name)),
    hasObject: async (name) => await ask('hasObject', name, async () => await store.hasObject(name)),
    listObjects: async () => await store.listObjects(),
    removeObject: async (name) => await store.removeObject(name),
    readPointer: async (name) => await ask('readPointer', name, async () => await store.readPointer(name)),
    movePointer: async (name, content, expected) =>
      await ask('movePointer', name, async () => await store.movePointer(name, content, expected)),
    listPointers: async (prefix) => await ask('listPointers', prefix, async () => await store.listPointers(prefix)),
    removePointer: async (name) => await ask('removePointer', name, async () => await store.removePointer(name)),
  };
}

function logOf(process: Process): Log {
  const say = (event: string, fields: Parameters<Log['warn']>[1]) => {
    const workbook = fields?.workbook;
    process.said.push({ event, workbook: typeof workbook === 'string' ? workbook : null });
  };
  return { info: () => undefined, warn: say, error: say };
}

function note(
  { fault, operation, subject }: { readonly fault: Fault; readonly operation: Operation; readonly subject: string },
  process: Process,
  chaos: Chaos,
): void {
  const key = `${operation} ${fault.kind}`;
  chaos.counts.set(key, (chaos.counts.get(key) ?? 0) + 1);
  process.happened.push({ ...fault, operation, subject, linesBefore: process.said.length });
}

async function callWorld<Result>(
  {
    operation,
    subject,
    effect,
  }: { readonly operation: Operation; readonly subject: string; readonly effect: () => Promise<Result> },
  process: Process,
  chaos: Chaos,
): Promise<Result> {
  await chaos.scheduler.turn();
  if (process.isDead) throw new Crashed();
  chaos.calls += 1;
  const fault = chaos.trouble?.decide(chaos.calls, operation) ?? null;
  const listing = `${operation} ${subject}`;
  const isListing = operation === 'list' || operation === 'listPointers';
  const earlier = chaos.listings.get(listing);
  if (fault === null) {
    const result = await effect();
    if (isListing) chaos.listings.set(listing, result);
    return result;
  }
  if (fault.kind === 'stale' && earlier === undefined) return await effect();
  note({ fault, operation, subject }, process, chaos);
  return await goWrong(fault, { operation, subject, effect, earlier: earlier as Result }, process, chaos);
}

async function goWrong<Result>(
  { kind, call }: Fault,
  {
    operation,
    subject,
    effect,
    earlier,
  }: {
    readonly operation: Operation;
    readonly subject: string;
    readonly effect: () => Promise<Result>;
    readonly earlier: Result;
  },
  process: Process,
  chaos: Chaos,
): Promise<Result> {
  switch (kind) {
    case 'stale':
      return earlier;
    case 'edit':
      chaos.edit(call);
      return await effect();
    case 'crash-after':
      await effect();
      process.isDead = true;
      throw new Crashed();
    case 'crash-before':
      process.isDead = true;
      throw new Crashed();
    case 'lost-race':
      return 'lost-race' as Result;
    case 'lost-race-after':
      await effect();
      return 'lost-race' as Result;
    case 'timeout':
      chaos.moveClock(60);
      if (call % 2 === 0) await effect();
      throw failureOf(kind, operation, subject);
    case 'error-after':
      await effect();
      throw failureOf(kind, operation, subject);
    default:
      throw failureOf(kind, operation, subject);
  }
}

/** As the adapters say it: of workbooks in their own words, of everything else as an error with a cause. */
function failureOf(kind: FaultKind, operation: Operation, subject: string): Error {
  if (operation !== 'read' && operation !== 'answer' && operation !== 'list') return new Error(`${operation}: ${kind}`);
  // Now and then something that no adapter foresaw.
  if (kind === 'timeout' && subject < 'b') return new TypeError('fetch failed');
  const facts = { file: subject };
  if (kind === 'error-after' && operation === 'read')
    return new WorkbookFailure({ kind: 'gone', workbook: subject, code: 'google/gone', facts });
  if (kind === 'error-before' && operation === 'answer')
    return new WorkbookFailure({ kind: 'forbidden', workbook: subject, code: 'google/read-only', facts });
  return new WorkbookFailure({ kind: 'busy', workbook: subject, code: 'google/busy', facts });
}
