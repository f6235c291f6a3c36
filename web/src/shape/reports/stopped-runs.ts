/** Since when runs have stopped, told from the server's own clock: a device whose clock is wrong warns of nothing. Pure. */
import type { Session } from '#functions/publish/release.ts';

/**
 * When the last run ended, if the next is overdue; `null` where it is not, where runs have no schedule, or where nothing is known.
 * @param answeredAt when the server answered, by its clock in milliseconds
 */
export function stoppedSince(
  { ranAt = null, expectedMinutes = null }: Pick<Session, 'ranAt' | 'expectedMinutes'>,
  answeredAt: number | null,
): string | null {
  if (ranAt === null || expectedMinutes === null || answeredAt === null) return null;
  return answeredAt - Date.parse(ranAt) > expectedMinutes * 60_000 ? ranAt : null;
}
