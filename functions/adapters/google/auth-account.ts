/**
 * Finds out who we are for Google: a service account's key, a person's own sign-in with gcloud, the account of the machine,
 * in the order of Google's application default credentials.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { googleAuthLibrary } from 'googleapis-common';
import { GoogleAccessError } from './auth-error.ts';
import { type CredentialsFile, readCredentialsFile } from './auth-file.ts';

/** Who we are, without anything secret. `account`: the address to share with; `null` where only Google can tell. */
export interface OwnAccount {
  /** key: a service account by its key; person: signed in with gcloud; impersonation: a service account that another one speaks for; federation: another cloud's identity; machine: the account of a machine of Google's. */
  readonly kind: 'key' | 'person' | 'impersonation' | 'federation' | 'machine';
  readonly account: string | null;
  /** `null` on a machine of Google's. */
  readonly file: string | null;
  /** What named the file: an environment variable, or gcloud. */
  readonly setting: string;
}

export interface FoundAccount {
  readonly own: OwnAccount;
  /** Secret; `null` on a machine of Google's. */
  readonly credentials: CredentialsFile | null;
}

/** The standard variable of Google's libraries. */
const standardSetting = 'GOOGLE_APPLICATION_CREDENTIALS';

/**
 * @param keyFile the file that KASANARI_KEY_FILE names; else the environment is asked
 * @throws GoogleAccessError
 */
export async function findOwnAccount(keyFile: string | null): Promise<FoundAccount> {
  const named = nameFile(keyFile);
  if (named !== null) {
    // A key pasted into the environment is not to be repeated as the name of a file.
    if (/[{\n]|PRIVATE KEY/.test(named.file))
      throw new GoogleAccessError('credentials/pasted', { setting: named.setting });
    return describe(await readCredentialsFile(named), named);
  }
  const place = { file: gcloudFile(), setting: 'gcloud auth application-default login' };
  try {
    return describe(await readCredentialsFile(place), place);
  } catch (error) {
    if (!(error instanceof GoogleAccessError && error.code === 'credentials/missing')) throw error;
  }
  if (!(await isMachineOfGoogle())) throw new GoogleAccessError('credentials/none');
  return { own: { kind: 'machine', account: null, file: null, setting: '' }, credentials: null };
}

function nameFile(keyFile: string | null): { readonly file: string; readonly setting: string } | null {
  const own = keyFile ?? process.env.KASANARI_KEY_FILE?.trim() ?? '';
  if (own !== '') return { file: own, setting: 'KASANARI_KEY_FILE' };
  const standard = process.env[standardSetting]?.trim() ?? '';
  return standard === '' ? null : { file: standard, setting: standardSetting };
}

/** Where gcloud leaves a person's own sign-in. */
function gcloudFile(): string {
  const { APPDATA, CLOUDSDK_CONFIG } = process.env;
  const folder =
    CLOUDSDK_CONFIG ||
    (process.platform === 'win32' ? join(APPDATA ?? '', 'gcloud') : join(homedir(), '.config/gcloud'));
  return join(folder, 'application_default_credentials.json');
}

/**
 * Cloud Run and the like say so themselves; elsewhere the metadata server is asked, which takes up to three seconds unless
 * METADATA_SERVER_DETECTION=none says that there is none.
 */
async function isMachineOfGoogle(): Promise<boolean> {
  const { gcpMetadata } = googleAuthLibrary;
  const isTold = (process.env.METADATA_SERVER_DETECTION ?? '') !== '';
  return (!isTold && gcpMetadata.getGCPResidency()) || (await gcpMetadata.isAvailable());
}

function describe(
  credentials: CredentialsFile,
  place: { readonly file: string; readonly setting: string },
): FoundAccount {
  switch (credentials.type) {
    case 'service_account':
      return { own: { kind: 'key', account: credentials.client_email, ...place }, credentials };
    case 'authorized_user':
      return { own: { kind: 'person', account: null, ...place }, credentials };
    case 'impersonated_service_account': {
      const account = spokenFor(credentials.service_account_impersonation_url);
      return { own: { kind: 'impersonation', account, ...place }, credentials };
    }
    case 'external_account': {
      const address = credentials.service_account_impersonation_url;
      const account = typeof address === 'string' ? spokenFor(address) : null;
      return { own: { kind: 'federation', account, ...place }, credentials };
    }
    default:
      return credentials satisfies never;
  }
}

/** The account in '…/serviceAccounts/kasanari@project.iam.gserviceaccount.com:generateAccessToken'. */
export function spokenFor(impersonationUrl: string): string | null {
  return /\/([^/:]+):generateAccessToken$/.exec(impersonationUrl)?.[1] ?? null;
}

/** Asks the machine whose account it has; `null` where it does not say. */
export async function askMachine(): Promise<string | null> {
  try {
    const answer: unknown = await googleAuthLibrary.gcpMetadata.instance('service-accounts/default/email');
    return typeof answer === 'string' && answer.includes('@') ? answer.trim() : null;
  } catch {
    return null;
  }
}
