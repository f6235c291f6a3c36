/** Settings of keeping: how long releases stay, how often what nobody needs is thrown away, and where tables are loaded for analysts. */
import * as z from 'zod';
import { type KeepSettings, usualKeepSettings } from '../keep/keep-house.ts';
import type { Audience } from '../publish/release.ts';
import { SettingsError } from '../settings.ts';

const { policy: usual, sweepEveryDays } = usualKeepSettings;

function wholeNumber(name: string, { least, most, usually }: { least: number; most: number; usually: number }) {
  const message = `${name} is a whole number from ${least} to ${most}.`;
  return z.coerce.number(message).int(message).min(least, message).max(most, message).default(usually);
}

/** Where tables are loaded, and whose figures. */
export interface BigQuerySettings {
  readonly project: string;
  readonly dataset: string;
  readonly audiences: 'prefectures' | readonly Audience[];
}

const bigQuerySetting = z
  .string()
  .trim()
  .default('')
  .transform((text, context) => {
    if (text === '') return null;
    const [, project, dataset] = /^([a-z][a-z0-9-]{4,28}[a-z0-9])\.([A-Za-z0-9_]{1,1024})$/.exec(text) ?? [];
    if (project !== undefined && dataset !== undefined) return { project, dataset };
    context.addIssue({
      code: 'custom',
      message: `KASANARI_BIGQUERY is no dataset like my-project.kasanari: ${text}`,
    });
    return z.NEVER;
  });

const bigQueryAudiencesSetting = z
  .string()
  .trim()
  .default('')
  .transform((text, context): BigQuerySettings['audiences'] => {
    if (text === '' || text === 'prefectures') return 'prefectures';
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    for (const word of words.filter((each) => !/^(?:office:[0-9]{6}|prefecture:[0-9]{2}|public)$/.test(each)))
      context.addIssue({
        code: 'custom',
        message: `KASANARI_BIGQUERY_AUDIENCES has "${word}": write prefectures, or office:162051, prefecture:16 or public, separated by commas.`,
      });
    return [...new Set(words)].toSorted() as Audience[];
  });

const keepSettings = z.object({
  KASANARI_KEEP_DAYS: wholeNumber('KASANARI_KEEP_DAYS', { least: 1, most: 3660, usually: usual.days }),
  KASANARI_KEEP_MONTHS: wholeNumber('KASANARI_KEEP_MONTHS', { least: 1, most: 1200, usually: usual.months }),
  KASANARI_SWEEP_DAYS: wholeNumber('KASANARI_SWEEP_DAYS', { least: 0, most: 365, usually: sweepEveryDays }),
  KASANARI_BIGQUERY: bigQuerySetting,
  KASANARI_BIGQUERY_AUDIENCES: bigQueryAudiencesSetting,
});

/** How the store is kept, and what is loaded elsewhere; `bigQuery` is `null` where nothing is. @throws SettingsError */
export function readKeepSettings(environment: Readonly<Record<string, string | undefined>>): {
  readonly keep: KeepSettings;
  readonly bigQuery: BigQuerySettings | null;
} {
  const parsed = keepSettings.safeParse(environment);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(({ message }) => message));
  const { KASANARI_KEEP_DAYS: days, KASANARI_KEEP_MONTHS: months, KASANARI_SWEEP_DAYS: sweep } = parsed.data;
  const { KASANARI_BIGQUERY: dataset, KASANARI_BIGQUERY_AUDIENCES: audiences } = parsed.data;
  return {
    keep: { policy: { ...usual, days, months }, sweepEveryDays: sweep },
    bigQuery: dataset === null ? null : { ...dataset, audiences },
  };
}
