/** Settings of keeping: how long releases stay, and how often what nobody needs is thrown away. */
import * as z from 'zod';
import { type KeepSettings, usualKeepSettings } from '../keep/keep-house.ts';

const { policy: usual, sweepEveryDays } = usualKeepSettings;

function wholeNumber(name: string, { least, most, usually }: { least: number; most: number; usually: number }) {
  const message = `${name} is a whole number from ${least} to ${most}.`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message).default(usually);
}

/** Parsed together with the other settings. */
export const keepSettingsShape = {
  KASANARI_KEEP_DAYS: wholeNumber('KASANARI_KEEP_DAYS', { least: 1, most: 3660, usually: usual.days }),
  KASANARI_KEEP_MONTHS: wholeNumber('KASANARI_KEEP_MONTHS', { least: 1, most: 1200, usually: usual.months }),
  KASANARI_SWEEP_DAYS: wholeNumber('KASANARI_SWEEP_DAYS', { least: 0, most: 365, usually: sweepEveryDays }),
};

export function keepSettingsOf(parsed: {
  readonly KASANARI_KEEP_DAYS: number;
  readonly KASANARI_KEEP_MONTHS: number;
  readonly KASANARI_SWEEP_DAYS: number;
}): KeepSettings {
  const { KASANARI_KEEP_DAYS: days, KASANARI_KEEP_MONTHS: months, KASANARI_SWEEP_DAYS: sweep } = parsed;
  return { policy: { ...usual, days, months }, sweepEveryDays: sweep };
}
