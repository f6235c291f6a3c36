/**
 * What somebody has been told already (the pointer 'told'), and what is to be told next: each trouble once, a held workbook again after
 * three and seven days, everything that is still open on Monday morning, and one line when it is mended. Pure.
 */
import * as z from 'zod';
import { dayInJapan, daysBetween } from '../domain/calendar.ts';
import type { Day } from '../domain/codes.ts';
import { channelKey, type Trouble, troubleSchema } from './trouble.ts';

export const toldPointer = 'told';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const messageSchema = z.object({
  kind: z.enum(['news', 'weekly', 'test']),
  items: z.array(
    z.object({
      /** How often it was told before: new, after three days, after seven, or still open in the weekly one. */
      stage: z.enum(['new', 'day3', 'day7', 'open']),
      trouble: troubleSchema,
    }),
  ),
  mended: z.array(troubleSchema),
});

/** What is told at once. */
export type Message = z.infer<typeof messageSchema>;

const knownSchema = z.object({
  trouble: troubleSchema,
  /** Days since it began for which it was told: 0, 3 or 7. */
  stage: z.number(),
  toldOn: day,
  mendedOn: day.nullable(),
  /** Whether it was told that it is mended; it is then remembered for the day, so that nothing is told to and fro. */
  isMendedTold: z.boolean(),
});

export const toldSchema = z.object({
  format: z.literal(1),
  watchedSince: z.string(),
  /** The last Monday of a weekly message, whether or not there was anything to say. */
  weeklyOn: day.nullable(),
  known: z.record(z.string(), knownSchema),
  /** Messages that have not reached every receiver yet. */
  outbox: z.array(
    z.object({
      id: z.string(),
      message: messageSchema,
      composedAt: z.string(),
      /** Receivers that are still to be reached, by name. */
      channels: z.array(z.string()),
      /** Until then somebody is sending it; nobody else does meanwhile. */
      claimedUntil: z.string().nullable(),
    }),
  ),
  channels: z.record(
    z.string(),
    z.object({
      sentAt: z.string().nullable(),
      failedSince: z.string().nullable(),
      failures: z.number(),
      /** In a word, like 'http-429' or 'EAUTH'. */
      problem: z.string().nullable(),
    }),
  ),
});

export type Told = z.infer<typeof toldSchema>;

/** `null` for what an earlier version left, or what cannot be read: it counts as nothing told, since rather twice than never. */
export function parseTold(content: string): Told | null {
  try {
    return toldSchema.safeParse(JSON.parse(content)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

export function nothingTold(now: Date): Told {
  return { format: 1, watchedSince: now.toISOString(), weeklyOn: null, known: {}, outbox: [], channels: {} };
}

/** Of receivers that are set up no longer nothing is wrong, and nothing is mended. */
export function forgetReceivers(told: Told, receivers: readonly { readonly name: string }[]): Told {
  const gone = Object.keys(told.channels).filter((name) => !receivers.some((receiver) => receiver.name === name));
  const keys = gone.map(channelKey);
  return {
    ...told,
    channels: Object.fromEntries(Object.entries(told.channels).filter(([name]) => !gone.includes(name))),
    known: Object.fromEntries(Object.entries(told.known).filter(([key]) => !keys.includes(key))),
  };
}

/** Held workbooks are told again after so many days. */
const again = [7, 3] as const;
/** The weekly message is for Monday from eight in the morning, Japan's time. */
const weekday = 1;
const hour = 8;

/** Whether the weekly message is due: it is Monday, late enough, and none was composed today. */
export function isWeeklyDue(told: Told, now: Date): boolean {
  const inJapan = new Date(now.getTime() + 9 * 3_600_000);
  const isMorning = inJapan.getUTCDay() === weekday && inJapan.getUTCHours() >= hour;
  return isMorning && told.weeklyOn !== dayInJapan(now);
}

type Known = Told['known'][string];

/** What is to be told now, and what is known to be told once it is. */
export function decide({
  told,
  troubles,
  now,
  isWeekly,
}: {
  readonly told: Told;
  readonly troubles: readonly Trouble[];
  readonly now: Date;
  readonly isWeekly: boolean;
}): { readonly message: Message | null; readonly next: Told } {
  const today = dayInJapan(now);
  const known: Record<string, Known> = {};
  const items: Message['items'] = [];
  const open = new Map(troubles.map((trouble) => [trouble.key, trouble]));
  for (const [key, before] of Object.entries(told.known)) {
    if (open.has(key)) continue;
    if (before.isMendedTold && before.toldOn !== today) continue;
    known[key] = { ...before, mendedOn: before.mendedOn ?? today };
  }
  for (const trouble of troubles) {
    const { stage, known: after } = look(trouble, told.known[trouble.key], today);
    if (after === null) continue;
    known[trouble.key] = after;
    if (stage !== null) items.push({ stage, trouble });
    else if (isWeekly) items.push({ stage: 'open', trouble });
  }
  const mended = Object.values(known).filter(({ mendedOn, isMendedTold }) => mendedOn !== null && !isMendedTold);
  const isSaid = items.length > 0 || (isWeekly && mended.length > 0);
  const after = isSaid
    ? Object.fromEntries(
        Object.entries(known).map(([key, one]) => [key, one.mendedOn === null ? one : { ...one, isMendedTold: true }]),
      )
    : known;
  return {
    message: isSaid
      ? { kind: isWeekly ? 'weekly' : 'news', items, mended: mended.map(({ trouble }) => trouble) }
      : null,
    next: { ...told, weeklyOn: isWeekly ? today : told.weeklyOn, known: after },
  };
}

/** Whether a trouble is to be told now, and what is known of it then; both `null` for one that may yet pass by itself. */
function look(
  trouble: Trouble,
  before: Known | undefined,
  today: Day,
): { readonly stage: 'new' | 'day3' | 'day7' | null; readonly known: Known | null } {
  const began = dayOf(trouble.since);
  const age = daysBetween(began, today);
  const isBack = before?.mendedOn !== undefined && before.mendedOn !== null;
  const isForgotten = before === undefined || (isBack && before.isMendedTold && before.toldOn !== today);
  if (isForgotten) {
    if (trouble.mayPass && age === 0) return { stage: null, known: null };
    const stage = again.find((days) => age >= days) ?? 0;
    return { stage: 'new', known: { trouble, stage, toldOn: today, mendedOn: null, isMendedTold: false } };
  }
  // Told as mended today and back again: quiet for the day, and told anew if it lasts into the next.
  if (isBack && before.isMendedTold) return { stage: null, known: { ...before, trouble } };
  const known: Known = { ...before, trouble, mendedOn: null, isMendedTold: false };
  const isRemindedOf = trouble.workbook !== null;
  const reached = isRemindedOf ? (again.find((days) => age >= days) ?? 0) : 0;
  if (reached <= before.stage) return { stage: null, known };
  return { stage: reached === 7 ? 'day7' : 'day3', known: { ...known, stage: reached, toldOn: today } };
}

function dayOf(since: string): Day {
  return since.length === 10 ? (since as Day) : dayInJapan(new Date(Date.parse(since)));
}
