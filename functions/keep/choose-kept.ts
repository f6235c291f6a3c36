/**
 * Which releases stay (保管の期間): everything of the last two days, the last release of each day for some months, the last of each month for
 * years, and always the current one. Pure.
 */
import { dayInJapan, daysBetween, monthOf, numberOfMonth } from '../domain/calendar.ts';
import { keyOf, newestFirst, type PublishedRelease } from '../publish/history.ts';

export interface KeepingPolicy {
  /** Every release that became current within so many hours stays. */
  readonly hours: number;
  /** The last release of a day (Japan) stays for so many days. */
  readonly days: number;
  /** The last release of a month (Japan) stays for so many months. */
  readonly months: number;
}

/** Two days, three months, ten years. */
export const usualKeeping: KeepingPolicy = { hours: 48, days: 90, months: 120 };

/**
 * Those that stay, in the order given. Which stay does not depend on the order, and what stays today stays tomorrow unless its time is
 * over: the last of a month is the last of its day, which stays until then.
 */
export function chooseKept(
  releases: readonly PublishedRelease[],
  { now, current, policy }: { now: Date; current: PublishedRelease | undefined; policy: KeepingPolicy },
): readonly PublishedRelease[] {
  const today = dayInJapan(now);
  const lastOfDay = new Map<string, PublishedRelease>();
  const lastOfMonth = new Map<string, PublishedRelease>();
  for (const entry of releases.toSorted(newestFirst)) {
    const day = dayInJapan(new Date(entry.publishedAt));
    if (!lastOfDay.has(day)) lastOfDay.set(day, entry);
    if (!lastOfMonth.has(monthOf(day))) lastOfMonth.set(monthOf(day), entry);
  }
  const kept = new Set<string>(current === undefined ? [] : [keyOf(current)]);
  for (const entry of releases) {
    const at = new Date(entry.publishedAt);
    if (now.getTime() - at.getTime() < policy.hours * 3_600_000) kept.add(keyOf(entry));
  }
  for (const [day, entry] of lastOfDay) {
    if (daysBetween(day as typeof today, today) < policy.days) kept.add(keyOf(entry));
  }
  for (const entry of lastOfMonth.values()) {
    const month = monthOf(dayInJapan(new Date(entry.publishedAt)));
    if (numberOfMonth(monthOf(today)) - numberOfMonth(month) < policy.months) kept.add(keyOf(entry));
  }
  return releases.filter((entry) => kept.has(keyOf(entry)));
}
