/** The clients of Drive and Sheets, made in one way: who we are, where Google is, how patient we are and at what pace we ask. */
import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { GlobalOptions } from 'googleapis-common';
import { attemptLimits, createAttempt } from './attempt.ts';
import { type Patience, retryConfig } from './errors.ts';

export interface GoogleAccess {
  readonly auth: GlobalOptions['auth'];
  /** Instead of Google (tests, private proxies); `null` is Google. */
  readonly rootUrl: string | null;
  readonly patience: Patience;
}

export interface GoogleClients {
  readonly drive: drive_v3.Drive;
  readonly sheets: sheets_v4.Sheets;
}

export function createGoogleClients({ auth, rootUrl, patience }: GoogleAccess): GoogleClients {
  const options = {
    auth,
    retryConfig: retryConfig(patience),
    adapter: createAttempt(patience.pace ?? null, attemptLimits),
    ...(rootUrl === null ? {} : { rootUrl }),
  } as GlobalOptions;
  return { drive: new drive_v3.Drive(options), sheets: new sheets_v4.Sheets(options) };
}
