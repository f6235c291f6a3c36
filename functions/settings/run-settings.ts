/** How the functions call each other, from the environment: the queue between them, where they are, and as whom they are called. */
import * as z from 'zod';
import { SettingsError } from '../settings.ts';

export interface RunSettings {
  /** 'projects/P/locations/L/queues/Q' of Cloud Tasks; `null`: the function `plan` does a whole run by itself. */
  readonly queue: string | null;
  /** Where the functions are: `plan` is at '<this>/plan'. */
  readonly functionsUrl: string | null;
  /** The account by which alone plan, ingest, publish and tell may be called; `null`: whoever the platform lets through. */
  readonly invoker: string | null;
}

const orNull = z
  .string()
  .trim()
  .default('')
  .transform((text) => (text === '' ? null : text));

const queueSetting = orNull.refine(
  (text) => text === null || /^projects\/[^/\s]+\/locations\/[a-z0-9-]+\/queues\/[A-Za-z0-9-]{1,100}$/.test(text),
  'KASANARI_QUEUE is no queue like projects/my-project/locations/asia-northeast1/queues/kasanari.',
);

/** Without TLS on this machine only. */
const functionsUrlSetting = orNull
  .refine(
    (text) =>
      text === null ||
      /^(?:https:\/\/[^/\s?#]+|http:\/\/(?:127\.0\.0\.1|localhost)(?::\d+)?)(?:\/[^\s?#]*)?$/.test(text),
    'KASANARI_FUNCTIONS_URL is no address like https://asia-northeast1-my-project.cloudfunctions.net.',
  )
  .transform((text) => text?.replace(/\/+$/, '') ?? null);

const invokerSetting = orNull.refine(
  (text) => text === null || /^[^@\s]+@[^@\s]+$/.test(text),
  'KASANARI_INVOKER is no account like kasanari-invoker@my-project.iam.gserviceaccount.com.',
);

const runSettings = z.object({
  KASANARI_QUEUE: queueSetting,
  KASANARI_FUNCTIONS_URL: functionsUrlSetting,
  KASANARI_INVOKER: invokerSetting,
});

/** @throws SettingsError */
export function readRunSettings(environment: Readonly<Record<string, string | undefined>>): RunSettings {
  const parsed = runSettings.safeParse(environment);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(({ message }) => message));
  const { KASANARI_QUEUE: queue, KASANARI_FUNCTIONS_URL: functionsUrl, KASANARI_INVOKER: invoker } = parsed.data;
  const missing = [
    queue !== null && invoker === null
      ? 'KASANARI_QUEUE needs KASANARI_INVOKER: as whom tasks call the functions.'
      : '',
    (queue !== null || invoker !== null) && functionsUrl === null
      ? 'KASANARI_QUEUE and KASANARI_INVOKER need KASANARI_FUNCTIONS_URL: where the functions are called.'
      : '',
  ].filter((sentence) => sentence !== '');
  if (missing.length > 0) throw new SettingsError(missing);
  return { queue, functionsUrl, invoker };
}
