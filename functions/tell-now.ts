/**
 * Tells whoever is to know what is wrong (知らせ), at the end of each run and on a schedule of its own, since a run that never starts tells
 * nobody. What is to be told is claimed in the store before it is sent, so that of two at a time one sends it; what did not reach a
 * receiver is sent again by the next.
 */
import { readRuns } from './publish/write-run.ts';
import { readStatusOf, readUpkeep } from './serve/runs.ts';
import { readPlaces } from './serve/workbook-places.ts';
import { compose } from './tell/compose.ts';
import { findTroubles } from './tell/find-troubles.ts';
import {
  decide,
  forgetReceivers,
  isWeeklyDue,
  type Message,
  nothingTold,
  parseTold,
  type Told,
  toldPointer,
} from './tell/told.ts';
import type { Trouble } from './tell/trouble.ts';
import { type Clock, type Log, type Receiver, SendFailure, type Store } from './world.ts';

export interface TellingWorld {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly receivers: readonly Receiver[];
  readonly expectedMinutes: number | null;
  /** Where our own pages are; `null`: messages have no links to them. */
  readonly publicUrl: string | null;
}

/** What has come of telling. */
export interface TellingResult {
  /** What is wrong now, told before or not. */
  readonly troubles: number;
  /** Messages that reached a receiver. */
  readonly sent: number;
  /** Messages that did not reach a receiver; the next telling tries again. */
  readonly failed: number;
}

/** So long nobody else sends what is being sent. */
const claimMilliseconds = 10 * 60_000;
/** Claimed for longer than anybody claims: under a clock that was wrong. Clocks of machines differ by less. */
const longestClaimMilliseconds = 2 * claimMilliseconds;
/** What has not reached a receiver within so many days is given up: the weekly message says the same. */
const daysTried = 7;
const attempts = 10;

/**
 * @param options.isWeekly whether everything that is open is told; left out: on Monday mornings
 * @throws when the store fails
 */
export async function tellNow(
  world: TellingWorld,
  { isWeekly }: { readonly isWeekly?: boolean } = {},
): Promise<TellingResult> {
  const { store, clock, receivers, log } = world;
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const now = clock.now();
    const kept = await readTold(store, now);
    const known = { ...kept, told: forgetReceivers(kept.told, receivers) };
    const troubles = await findNow(world, known.told, now);
    if (receivers.length === 0) return { troubles: troubles.length, sent: 0, failed: 0 };
    const weekly = isWeekly ?? isWeeklyDue(known.told, now);
    const { message, next } = decide({ told: known.told, troubles, now, isWeekly: weekly });
    const { told, due } = claim(next, message, { now, receivers, log });
    if (await moveTold(store, told, known)) return { troubles: troubles.length, ...(await sendAll(world, due)) };
  }
  throw new Error(`Others were quicker to tell ${attempts} times`);
}

/** What would be told now; nothing is sent, and nothing is kept. */
export async function previewTelling(
  world: Omit<TellingWorld, 'log' | 'receivers'>,
  { isWeekly }: { readonly isWeekly?: boolean } = {},
): Promise<{ readonly troubles: readonly Trouble[]; readonly message: Message | null }> {
  const now = world.clock.now();
  const { told } = await readTold(world.store, now);
  const troubles = await findNow(world, told, now);
  const { message } = decide({ told, troubles, now, isWeekly: isWeekly ?? isWeeklyDue(told, now) });
  return { troubles, message };
}

/** One test message to each receiver. @returns what went wrong, by name; `null` where it was sent */
export async function tellTest({
  receivers,
  publicUrl,
}: Pick<TellingWorld, 'receivers' | 'publicUrl'>): Promise<
  readonly { readonly name: string; readonly problem: string | null }[]
> {
  const message: Message = { kind: 'test', items: [], mended: [] };
  return await Promise.all(
    receivers.map(async (receiver) => {
      const problem = await send(receiver, message, publicUrl);
      return { name: receiver.name, problem };
    }),
  );
}

interface KnownTold {
  readonly told: Told;
  readonly content: string | null;
  readonly version: string | null;
}

async function readTold(store: Store, now: Date): Promise<KnownTold> {
  const pointer = await store.readPointer(toldPointer);
  if (pointer === null) return { told: nothingTold(now), content: null, version: null };
  return { told: parseTold(pointer.content) ?? nothingTold(now), ...pointer };
}

async function moveTold(store: Store, told: Told, known: KnownTold): Promise<boolean> {
  const content = JSON.stringify(told);
  if (content === known.content) return true;
  return (await store.movePointer(toldPointer, content, known.version)) === 'moved';
}

async function findNow(
  { store, expectedMinutes }: Pick<TellingWorld, 'store' | 'expectedMinutes'>,
  told: Told,
  now: Date,
): Promise<readonly Trouble[]> {
  const [status, runs, upkeep] = await Promise.all([readStatusOf(store), readRuns(store), readUpkeep(store)]);
  const places = await readPlaces(store, status);
  const brokenChannels = Object.entries(told.channels).flatMap(([name, { failures, failedSince }]) =>
    failures >= 2 && failedSince !== null ? [{ name, since: failedSince }] : [],
  );
  return findTroubles({
    status,
    runs,
    now,
    expectedMinutes,
    watchedSince: told.watchedSince,
    places,
    upkeep,
    brokenChannels,
  });
}

type Waiting = Told['outbox'][number];

/** The new message, and those that nobody is sending just now. */
function claim(
  told: Told,
  message: Message | null,
  { now, receivers, log }: Pick<TellingWorld, 'receivers' | 'log'> & { readonly now: Date },
): { readonly told: Told; readonly due: readonly Waiting[] } {
  const names = receivers.map(({ name }) => name);
  const claimedUntil = new Date(now.getTime() + claimMilliseconds).toISOString();
  const composedAt = now.toISOString();
  const oldest = new Date(now.getTime() - daysTried * 86_400_000).toISOString();
  const kept = told.outbox.filter((one) => {
    const isKept = one.composedAt > oldest && one.channels.some((name) => names.includes(name));
    if (!isKept) log.error('tell/given-up', { composedAt: one.composedAt, receivers: one.channels.join(' ') });
    return isKept;
  });
  const waiting = [
    ...kept,
    ...(message === null ? [] : [{ id: composedAt, message, composedAt, channels: names, claimedUntil: null }]),
  ];
  const longest = new Date(now.getTime() + longestClaimMilliseconds).toISOString();
  const isDue = ({ claimedUntil: until }: Waiting) => until === null || until <= composedAt || until > longest;
  return {
    told: { ...told, outbox: waiting.map((one) => (isDue(one) ? { ...one, claimedUntil } : one)) },
    due: waiting.filter(isDue),
  };
}

async function sendAll(
  world: TellingWorld,
  due: readonly Waiting[],
): Promise<{ readonly sent: number; readonly failed: number }> {
  const sendings = due.flatMap((waiting) =>
    world.receivers.filter(({ name }) => waiting.channels.includes(name)).map((receiver) => ({ waiting, receiver })),
  );
  if (sendings.length === 0) return { sent: 0, failed: 0 };
  const outcomes = await Promise.all(
    sendings.map(async ({ waiting, receiver }) => ({
      id: waiting.id,
      name: receiver.name,
      problem: await send(receiver, waiting.message, world.publicUrl),
    })),
  );
  const { log } = world;
  for (const { name, problem } of outcomes) {
    if (problem === null) log.info('tell/sent', { receiver: name });
    else log.error('tell/failed', { receiver: name, problem });
  }
  await settle(world, outcomes);
  const failed = outcomes.filter(({ problem }) => problem !== null).length;
  return { sent: outcomes.length - failed, failed };
}

/** What went wrong in a word; `null` where it was sent. */
async function send(receiver: Receiver, message: Message, publicUrl: string | null): Promise<string | null> {
  try {
    await receiver.send(compose(message, { publicUrl, longest: receiver.longest }));
    return null;
  } catch (error) {
    return error instanceof SendFailure ? error.problem : 'failed';
  }
}

interface Outcome {
  readonly id: string;
  readonly name: string;
  readonly problem: string | null;
}

/** Takes what was sent out of the outbox, and notes how each receiver fared. */
async function settle({ store, clock }: TellingWorld, outcomes: readonly Outcome[]): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const now = clock.now();
    const known = await readTold(store, now);
    const isOurs = (id: string) => outcomes.some((outcome) => outcome.id === id);
    const outbox = known.told.outbox
      .map((one) => {
        if (!isOurs(one.id)) return one;
        const reached = outcomes.filter(({ id, problem }) => id === one.id && problem === null).map(({ name }) => name);
        return { ...one, claimedUntil: null, channels: one.channels.filter((name) => !reached.includes(name)) };
      })
      .filter(({ channels }) => channels.length > 0);
    const channels = { ...known.told.channels };
    for (const { name, problem } of outcomes) channels[name] = noteOutcome(channels[name], problem, now);
    if (await moveTold(store, { ...known.told, outbox, channels }, known)) return;
  }
  throw new Error(`Others were quicker to tell ${attempts} times`);
}

type Channel = Told['channels'][string];

function noteOutcome(before: Channel | undefined, problem: string | null, now: Date): Channel {
  if (problem === null) return { sentAt: now.toISOString(), failedSince: null, failures: 0, problem: null };
  return {
    sentAt: before?.sentAt ?? null,
    failedSince: before?.failedSince ?? now.toISOString(),
    failures: (before?.failures ?? 0) + 1,
    problem,
  };
}
