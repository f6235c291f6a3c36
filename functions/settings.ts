/**
 * The environment as typed settings, parsed once. A deployment whose settings cannot be meant refuses to start and says
 * which one and what to do.
 */
import * as z from 'zod';
import type { Audience } from './publish/release.ts';

const bucketAddress = /^gs:\/\/([a-z0-9][a-z0-9._-]{1,220}[a-z0-9])(?:\/(.*))?$/;

/** Where the store is: a bucket (with a prefix in it), or a folder. */
export type StorePlace =
  | { readonly kind: 'bucket'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** Where the workbooks are: a folder, or a file that lists spreadsheet ids, one a line. */
export type WorkbooksPlace =
  | { readonly kind: 'list'; readonly file: string }
  | { readonly kind: 'folder'; readonly folder: string };

export interface Settings {
  readonly store: StorePlace;
  /** `null` in a deployment that only serves. */
  readonly workbooks: WorkbooksPlace | null;
  /** Whom the API serves; none by default. */
  readonly audiences: readonly Audience[];
  readonly pollSeconds: number;
  /** Where every Google call goes instead of Google (tests, private proxies); `null` is Google. */
  readonly googleRootUrl: string | null;
}

/** The sentence says which setting is wrong and what it may be. */
export class SettingsError extends Error {
  constructor(sentences: readonly string[]) {
    super(`Kasanari cannot start with these settings.\n${sentences.map((sentence) => `- ${sentence}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

const storeSetting = z
  .string({ error: 'KASANARI_STORE is missing: a folder, or a bucket like gs://my-kasanari.' })
  .trim()
  .min(1, 'KASANARI_STORE is empty: a folder, or a bucket like gs://my-kasanari.')
  .transform((text, context): StorePlace => {
    if (!text.includes('://')) return { kind: 'folder', folder: text };
    const [, bucket, prefix = ''] = bucketAddress.exec(text) ?? [];
    if (bucket !== undefined) return { kind: 'bucket', bucket, prefix };
    context.addIssue({ code: 'custom', message: `KASANARI_STORE is neither a folder nor gs://bucket/prefix: ${text}` });
    return z.NEVER;
  });

const workbooksSetting = z
  .string()
  .trim()
  .optional()
  .transform((text): WorkbooksPlace | null => {
    if (text === undefined || text === '') return null;
    return text.endsWith('.txt') ? { kind: 'list', file: text } : { kind: 'folder', folder: text };
  });

const audiencesSetting = z
  .string()
  .default('')
  .transform((text, context): readonly Audience[] => {
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    for (const word of words) {
      if (word === 'public')
        context.addIssue({
          code: 'custom',
          message:
            'KASANARI_AUDIENCES names public: small numbers are not yet protected, so nothing is handed out to the public.',
        });
      else if (!/^(?:office:[0-9]{6}|prefecture:[0-9]{2})$/.test(word))
        context.addIssue({
          code: 'custom',
          message: `KASANARI_AUDIENCES has "${word}": write office:162051 or prefecture:16, separated by commas.`,
        });
    }
    return [...new Set(words)] as Audience[];
  });

const pollSetting = z.coerce
  .number('KASANARI_POLL_SECONDS is no number.')
  .min(1, 'KASANARI_POLL_SECONDS is below 1.')
  .max(3600, 'KASANARI_POLL_SECONDS is above 3600.')
  .default(60);

const rootUrlSetting = z
  .url({ protocol: /^https?$/, error: 'KASANARI_GOOGLE_ROOT_URL is no address like https://proxy.example/.' })
  .optional()
  .transform((address) => address ?? null);

const settingsSchema = z.object({
  KASANARI_STORE: storeSetting,
  KASANARI_WORKBOOKS: workbooksSetting,
  KASANARI_AUDIENCES: audiencesSetting,
  KASANARI_POLL_SECONDS: pollSetting,
  KASANARI_GOOGLE_ROOT_URL: rootUrlSetting,
});

/** @throws SettingsError */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(({ message }) => message));
  return {
    store: parsed.data.KASANARI_STORE,
    workbooks: parsed.data.KASANARI_WORKBOOKS,
    audiences: parsed.data.KASANARI_AUDIENCES,
    pollSeconds: parsed.data.KASANARI_POLL_SECONDS,
    googleRootUrl: parsed.data.KASANARI_GOOGLE_ROOT_URL,
  };
}
