/**
 * The one way to Google's Drive and Sheets, for every command and for the cloud: who we are there, with the least scopes
 * that the work needs. What is secret stays in the client.
 */
import {
  Compute,
  ExternalAccountClient,
  GoogleAuth,
  googleAuthLibrary,
  JWT,
  UserRefreshClient,
} from 'googleapis-common';
import { createTransporter, groupScopes, impersonationScopes, scopesFor, storeScopes } from './auth.ts';
import { askMachine, type FoundAccount, findOwnAccount, type OwnAccount, spokenFor } from './auth-account.ts';
import { GoogleAccessError } from './auth-error.ts';
import type { CredentialsFile, FederationFile } from './auth-file.ts';
import { createGoogleClients, type GoogleAccess } from './client.ts';
import { type Patience, untilTheNextMinute } from './errors.ts';

export { GoogleAccessError } from './auth-error.ts';

export interface GoogleWork {
  /** KASANARI_GOOGLE_ROOT_URL: where every call goes instead of Google, tokens included; `null` is Google. */
  readonly rootUrl: string | null;
  /** KASANARI_KEY_FILE; left out or `null`: the environment says. */
  readonly keyFile?: string | null;
  /** Whether workbooks are answered in. Without, we ask for reading only. */
  readonly canWrite: boolean;
  /** Whether spreadsheets are made and shared; only those that we made ourselves. */
  readonly canCreate?: boolean;
  readonly patience?: Patience;
}

/** Access to Google, and whose it is. */
export interface OpenedGoogle extends GoogleAccess {
  readonly auth: GoogleAuth;
  readonly own: OwnAccount;
  readonly scopes: readonly string[];
}

/**
 * Asks nobody yet, but for the machine's own account: a wrong key shows at the first request.
 *
 * @throws GoogleAccessError with a sentence for the administrator
 */
export async function openGoogle(work: GoogleWork): Promise<OpenedGoogle> {
  return await openWith(scopesFor(work), work);
}

/** The same account for a store in a bucket, which needs neither Drive nor Sheets. @throws GoogleAccessError */
export async function openGoogleStorage(place: Omit<GoogleWork, 'canWrite' | 'canCreate'>): Promise<OpenedGoogle> {
  return await openWith(storeScopes, place);
}

/** The same account for asking who is in a group. @throws GoogleAccessError */
export async function openGoogleGroups(place: Omit<GoogleWork, 'canWrite' | 'canCreate'>): Promise<OpenedGoogle> {
  return await openWith(groupScopes, place);
}

async function openWith(
  scopes: readonly string[],
  { rootUrl, keyFile = null, patience = untilTheNextMinute }: Omit<GoogleWork, 'canWrite' | 'canCreate'>,
): Promise<OpenedGoogle> {
  const found = await findOwnAccount(keyFile);
  const auth = new GoogleAuth({ authClient: createClient(found, scopes, rootUrl) });
  return { auth, rootUrl, patience, own: found.own, scopes };
}

/** The address with which people share their spreadsheets; `null` where nobody can tell. Never a guess. */
export async function findAccount(access: OpenedGoogle): Promise<string | null> {
  if (access.own.account !== null) return access.own.account;
  if (access.own.kind === 'machine') {
    const account = await askMachine();
    if (account !== null) return account;
  }
  const { drive } = createGoogleClients(access);
  const { data } = await drive.about.get({ fields: 'user(emailAddress)' });
  return data.user?.emailAddress || null;
}

type Client = NonNullable<NonNullable<ConstructorParameters<typeof GoogleAuth>[0]>['authClient']>;

function createClient({ own, credentials }: FoundAccount, scopes: readonly string[], rootUrl: string | null): Client {
  if (credentials === null) return new Compute({ scopes: [...scopes] });
  switch (credentials.type) {
    case 'impersonated_service_account': {
      const target = credentials.service_account_impersonation_url;
      return new googleAuthLibrary.Impersonated({
        sourceClient: createSigner(credentials.source_credentials, impersonationScopes, rootUrl),
        targetPrincipal: spokenFor(target) ?? '',
        targetScopes: [...scopes],
        delegates: credentials.delegates,
        transporter: createTransporter(rootUrl),
      });
    }
    case 'external_account':
      return createFederated(credentials, scopes, { rootUrl, file: own.file ?? '' });
    default:
      return createSigner(credentials, scopes, rootUrl);
  }
}

/** @throws GoogleAccessError where the library does not take the file */
function createFederated(
  credentials: FederationFile,
  scopes: readonly string[],
  { rootUrl, file }: { readonly rootUrl: string | null; readonly file: string },
): Client {
  type Options = Parameters<typeof ExternalAccountClient.fromJSON>[0];
  // The library checks the file itself, and describes it more narrowly than the forms that it accepts.
  const options = { ...(credentials as unknown as Options), transporter: createTransporter(rootUrl) };
  let client: ReturnType<typeof ExternalAccountClient.fromJSON> = null;
  try {
    client = ExternalAccountClient.fromJSON(options);
  } catch {
    // What the library says would quote the file.
  }
  if (client === null) throw new GoogleAccessError('credentials/other-type', { file });
  client.scopes = [...scopes];
  return client;
}

type SignerFile = Extract<CredentialsFile, { type: 'service_account' | 'authorized_user' }>;

/**
 * A service account's token is fetched with its signature (Drive refuses requests that a key signs itself); a person's
 * with what gcloud has kept, and with the scopes that were given there.
 */
function createSigner(file: SignerFile, scopes: readonly string[], rootUrl: string | null): JWT | UserRefreshClient {
  const transporter = createTransporter(rootUrl);
  if (file.type === 'service_account') {
    return new JWT({ email: file.client_email, key: file.private_key, scopes: [...scopes], transporter });
  }
  return new UserRefreshClient({
    clientId: file.client_id,
    clientSecret: file.client_secret,
    refreshToken: file.refresh_token,
    transporter,
    ...(file.quota_project_id === undefined ? {} : { quotaProjectId: file.quota_project_id }),
  });
}
