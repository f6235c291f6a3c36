/** The clock of this machine: the only place where the time of day enters. */
import type { Clock } from '../world.ts';

export const systemClock: Clock = { now: () => new Date() };
