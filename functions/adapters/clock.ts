/** The clock of this machine: the only place where the time of day enters. */
import type { Clock } from '../world.ts';

export const systemClock: Clock = { now: () => new Date() };

/** Waits; with 0 it goes on at once. */
export async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
