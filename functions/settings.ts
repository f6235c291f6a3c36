/**
 * The environment as typed settings, parsed once. A deployment whose settings cannot be meant refuses to start and says
 * which one and what to do.
 */
import * as z from 'zod';
import type { RegisteredPlace } from './domain/registration.ts';
import { readRegisteredPlace } from './plan/registered-place.ts';
import type { Audience } from './publish/release.ts';

const bucketAddress = /^gs:\/\/([a-z0-9][a-z0-9._-]{1,220}[a-z0-9])(?:\/(.*))?$/;

/** Where the store is: a bucket (with a prefix in it), or a folder. */
export type StorePlace =
  | { readonly kind: 'bucket'; readonly bucket: string; readonly prefix: string }
  | { readonly kind: 'folder'; readonly folder: string };

/** Where the workbooks are: all in one folder, or wherever a registry (登録簿) says. */
export type WorkbooksPlace =
  | { readonly kind: 'registry'; readonly registry: RegisteredPlace }
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
  /** A service account's key; `null` lets the environment say who we are. */
  readonly keyFile: string | null;
  /** Whether findings are written into the spreadsheets. Without, we ask Google for reading only. */
  readonly hasFeedback: boolean;
  /** A run begins no further workbook after so many seconds; the next run goes on. */
  readonly runSeconds: number;
}

/** The sentence says which setting is wrong and what it may be. */
export class SettingsError extends Error {
  readonly sentences: readonly string[];

  constructor(sentences: readonly string[]) {
    super(
      `この設定では始められません（docs/settings.md） Kasanari cannot start with these settings.\n${sentences.map((sentence) => `- ${sentence}`).join('\n')}`,
    );
    this.name = 'SettingsError';
    this.sentences = sentences;
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
  .default('')
  .transform((text, context): WorkbooksPlace | null => {
    if (text === '') return null;
    if (!/\.txt$|:\/\//i.test(text)) return { kind: 'folder', folder: text };
    const message = `KASANARI_WORKBOOKS is a folder of workbooks: ${text}. Spreadsheets are listed in a registry, which KASANARI_REGISTRY names.`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const registrySetting = z
  .string()
  .trim()
  .default('')
  .transform((text, context): WorkbooksPlace | null => {
    if (text === '') return null;
    const registry = readRegisteredPlace(text);
    if (registry !== null) return { kind: 'registry', registry };
    const message = `KASANARI_REGISTRY is neither the address or id of a spreadsheet, nor an .xlsx or .csv file, nor a folder of .csv files: ${text}`;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const feedbackSetting = z
  .string()
  .trim()
  .toLowerCase()
  .default('on')
  .transform((text, context): boolean => {
    if (text === '' || text === 'on') return true;
    if (text === 'off') return false;
    context.addIssue({ code: 'custom', message: `KASANARI_FEEDBACK is neither on nor off: ${text}` });
    return z.NEVER;
  });

const keyFileSetting = z
  .string()
  .trim()
  .default('')
  .transform((text, context): string | null => {
    if (text === '') return null;
    if (!text.startsWith('{')) return text;
    // A key pasted into the environment would end up in logs and screenshots; it is not repeated here either.
    const message = 'KASANARI_KEY_FILE holds a key itself: put the key into a file, and name the file here.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const audiencesSetting = z
  .string()
  .default('')
  .transform((text, context): readonly Audience[] => {
    const words = text.split(/[\s,]+/).filter((word) => word !== '');
    for (const word of words) {
      if (!/^(?:office:[0-9]{6}|prefecture:[0-9]{2}|public)$/.test(word))
        context.addIssue({
          code: 'custom',
          message: `KASANARI_AUDIENCES has "${word}": write office:162051, prefecture:16 or public, separated by commas.`,
        });
    }
    return [...new Set(words)] as Audience[];
  });

const pollSetting = z.coerce
  .number('KASANARI_POLL_SECONDS is no number.')
  .min(1, 'KASANARI_POLL_SECONDS is below 1.')
  .max(3600, 'KASANARI_POLL_SECONDS is above 3600.')
  .default(60);

/** Below the 300 seconds that Cloud Run gives a request unless told otherwise. */
const runSecondsSetting = z.coerce
  .number('KASANARI_RUN_SECONDS is no number.')
  .min(10, 'KASANARI_RUN_SECONDS is below 10.')
  .max(3600, 'KASANARI_RUN_SECONDS is above 3600.')
  .default(240);

const rootUrlSetting = z
  .url({ protocol: /^https?$/, error: 'KASANARI_GOOGLE_ROOT_URL is no address like https://proxy.example/.' })
  .optional()
  .transform((address) => address ?? null);

const settingsSchema = z.object({
  KASANARI_STORE: storeSetting,
  KASANARI_WORKBOOKS: workbooksSetting,
  KASANARI_REGISTRY: registrySetting,
  KASANARI_FEEDBACK: feedbackSetting,
  KASANARI_KEY_FILE: keyFileSetting,
  KASANARI_RUN_SECONDS: runSecondsSetting,
  KASANARI_AUDIENCES: audiencesSetting,
  KASANARI_POLL_SECONDS: pollSetting,
  KASANARI_GOOGLE_ROOT_URL: rootUrlSetting,
});

const twoPlaces =
  'KASANARI_WORKBOOKS and KASANARI_REGISTRY are both set: one folder of workbooks, or a registry that lists them.';

/** @throws SettingsError */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = settingsSchema.safeParse(environment);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(({ message }) => message));
  const { KASANARI_WORKBOOKS: folder, KASANARI_REGISTRY: registry } = parsed.data;
  if (folder !== null && registry !== null) throw new SettingsError([twoPlaces]);
  return {
    store: parsed.data.KASANARI_STORE,
    workbooks: folder ?? registry,
    audiences: parsed.data.KASANARI_AUDIENCES,
    pollSeconds: parsed.data.KASANARI_POLL_SECONDS,
    googleRootUrl: parsed.data.KASANARI_GOOGLE_ROOT_URL,
    keyFile: parsed.data.KASANARI_KEY_FILE,
    hasFeedback: parsed.data.KASANARI_FEEDBACK,
    runSeconds: parsed.data.KASANARI_RUN_SECONDS,
  };
}
