/** A kept release by the word that a person has for it. Pure. */
import { dayInJapan } from '../domain/calendar.ts';
import { newestFirst, type PublishedRelease } from '../publish/history.ts';

/**
 * - 'current': the one that is shown.
 * - 'previous': the one that was shown before it.
 * - 'yesterday': the one that was shown when yesterday (Japan) ended.
 * - '2026-11-01': the one that was shown when that day ended.
 * - its name, or the beginning of it (from eight characters) where only one begins so.
 *
 * @param kept the current one first, as `listKeptReleases` gives them
 */
export function findRelease(kept: readonly PublishedRelease[], word: string, now: Date): PublishedRelease | null {
  const [current] = kept;
  const byTime = kept.toSorted(newestFirst);
  if (word === 'current') return current ?? null;
  if (word === 'previous') return byTime.find(({ release }) => release !== current?.release) ?? null;
  if (word === 'yesterday') return shownAtTheEndOf(byTime, dayInJapan(new Date(now.getTime() - 86_400_000)));
  if (/^\d{4}-\d{2}-\d{2}$/.test(word)) return shownAtTheEndOf(byTime, word);
  if (!/^[0-9a-f]{8,64}$/.test(word)) return null;
  const found = byTime.filter(({ release }) => release.startsWith(word));
  return new Set(found.map(({ release }) => release)).size === 1 ? (found[0] ?? null) : null;
}

function shownAtTheEndOf(byTime: readonly PublishedRelease[], day: string): PublishedRelease | null {
  return byTime.find(({ publishedAt }) => dayInJapan(new Date(publishedAt)) <= day) ?? null;
}
