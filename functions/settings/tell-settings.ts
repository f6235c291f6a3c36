/**
 * Who is told when something is wrong, and what is expected of runs, from the environment. Addresses of webhooks and the mail server hold
 * secrets: they are read here, and never repeated in a sentence.
 */
import * as z from 'zod';
import type { MailSettings } from '../adapters/mail/mail.ts';
import { guessKind, type WebhookKind, webhookKinds } from '../adapters/webhook/payloads.ts';
import { SettingsError } from '../settings.ts';

export interface WebhookSettings {
  readonly kind: WebhookKind;
  readonly address: string;
}

export interface TellSettings {
  readonly webhooks: readonly WebhookSettings[];
  /** `null`: nobody is told by mail. */
  readonly mail: MailSettings | null;
  /** Within so many minutes of a run the next has ended. */
  readonly expectedMinutes: number;
  /** Opens /api/metrics to whoever brings it; `null`: administrators only. */
  readonly metricsToken: string | null;
}

const loopbackHosts: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
const mailAddress = /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,255}$/;

function list(text: string): readonly string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** 'https://chat.googleapis.com/…', or with its kind said before it: 'slack:https://chat.example.jp/…'. */
function readWebhook(word: string): WebhookSettings | string {
  const said = webhookKinds.find((kind) => word.startsWith(`${kind}:`)) ?? null;
  const address = said === null ? word : word.slice(said.length + 1);
  const url = URL.canParse(address) ? new URL(address) : null;
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopbackHosts.includes(url.hostname));
  if (url === null || !isSecure) return 'is no address that begins with https://';
  const kind = said ?? guessKind(url.hostname);
  return kind === null
    ? `is of no known chat: write ${webhookKinds.join(', ')} and a colon before it`
    : { kind, address };
}

const webhooksSetting = z
  .string()
  .default('')
  .transform((text, context): readonly WebhookSettings[] =>
    list(text).flatMap((word, position) => {
      const webhook = readWebhook(word);
      if (typeof webhook !== 'string') return [webhook];
      context.addIssue({
        code: 'custom',
        message: `KASANARI_TELL_WEBHOOK: the address number ${position + 1} ${webhook}.`,
      });
      return [];
    }),
  );

const smtpSetting = z
  .string()
  .trim()
  .default('')
  .transform((text, context): string | null => {
    if (text === '') return null;
    const url = URL.canParse(text) ? new URL(text) : null;
    if (url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== '') return text;
    context.addIssue({
      code: 'custom',
      message: 'KASANARI_SMTP_URL is no address like smtps://user:password@smtp.example.jp.',
    });
    return z.NEVER;
  });

const addressesSetting = (name: string) =>
  z
    .string()
    .default('')
    .transform(list)
    .refine((words) => words.every((word) => mailAddress.test(word)), `${name} has something that is no mail address.`);

const tellSettings = z.object({
  KASANARI_TELL_WEBHOOK: webhooksSetting,
  KASANARI_SMTP_URL: smtpSetting,
  KASANARI_TELL_FROM: addressesSetting('KASANARI_TELL_FROM'),
  KASANARI_TELL_TO: addressesSetting('KASANARI_TELL_TO'),
  KASANARI_EXPECTED_MINUTES: z.coerce
    .number('KASANARI_EXPECTED_MINUTES is no number.')
    .min(5, 'KASANARI_EXPECTED_MINUTES is below 5.')
    .max(20_160, 'KASANARI_EXPECTED_MINUTES is above 20160, which is two weeks.')
    .default(180),
  KASANARI_METRICS_TOKEN: z
    .string()
    .trim()
    .default('')
    .refine(
      (token) => token === '' || token.length >= 32,
      'KASANARI_METRICS_TOKEN is too short: at least 32 characters by chance, like those of "openssl rand -base64 48".',
    )
    .transform((token) => (token === '' ? null : token)),
});

/** @throws SettingsError */
export function readTellSettings(environment: Readonly<Record<string, string | undefined>>): TellSettings {
  const parsed = tellSettings.safeParse(environment);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(({ message }) => message));
  const { KASANARI_SMTP_URL: url, KASANARI_TELL_FROM: from, KASANARI_TELL_TO: to } = parsed.data;
  const [sender] = from;
  const isWhole = url !== null && sender !== undefined && from.length === 1 && to.length > 0;
  if (!isWhole && (url !== null || from.length > 0 || to.length > 0))
    throw new SettingsError([
      'Mail takes all three of KASANARI_SMTP_URL, KASANARI_TELL_FROM (one address) and KASANARI_TELL_TO.',
    ]);
  return {
    webhooks: parsed.data.KASANARI_TELL_WEBHOOK,
    mail: isWhole ? { url, from: sender, to } : null,
    expectedMinutes: parsed.data.KASANARI_EXPECTED_MINUTES,
    metricsToken: parsed.data.KASANARI_METRICS_TOKEN,
  };
}
