/** How we sign in to Google: the scopes that a piece of work needs, and where tokens come from. Nothing is kept here. */
import { GoogleAuth, googleAuthLibrary } from 'googleapis-common';

/** Listing what is shared with us and what has changed; no contents. */
const listing = 'https://www.googleapis.com/auth/drive.metadata.readonly';

/** Reading workbooks never needs more. */
export const readOnlyScopes = ['https://www.googleapis.com/auth/spreadsheets.readonly', listing] as const;

/** Reading workbooks and answering in them. */
export const readWriteScopes = ['https://www.googleapis.com/auth/spreadsheets', listing] as const;

/** Making a workbook and sharing it: only files that we made ourselves. */
export const createScope = 'https://www.googleapis.com/auth/drive.file';

/** Loading tables, and making them. */
export const bigQueryScopes = ['https://www.googleapis.com/auth/bigquery'] as const;

export const storeScopes = ['https://www.googleapis.com/auth/devstorage.read_write'] as const;

/** Cloud Tasks knows no narrower one; what may be done is said by the account's roles. */
export const queueScopes = ['https://www.googleapis.com/auth/cloud-platform'] as const;

/** Who is in which group; neither people nor mail. */
export const groupScopes = ['https://www.googleapis.com/auth/cloud-identity.groups.readonly'] as const;

/** What a service account needs of itself to speak for another one. */
export const impersonationScopes = ['https://www.googleapis.com/auth/cloud-platform'] as const;

/** The least that does the work. */
export function scopesFor(work: { readonly canWrite: boolean; readonly canCreate?: boolean }): readonly string[] {
  const scopes: readonly string[] = work.canWrite ? readWriteScopes : readOnlyScopes;
  return work.canCreate === true ? [...scopes, createScope] : scopes;
}

/** Hosts that give out tokens, and no data. */
const tokenHosts: readonly string[] = ['oauth2.googleapis.com', 'sts.googleapis.com', 'iamcredentials.googleapis.com'];

type Transporter = InstanceType<typeof googleAuthLibrary.gaxios.Gaxios>;

/** Carries requests; those for tokens too go to `rootUrl` where there is one, since the libraries know Google's address only. */
export function createTransporter(rootUrl: string | null): Transporter {
  const transporter = new googleAuthLibrary.gaxios.Gaxios();
  if (rootUrl === null) return transporter;
  transporter.interceptors.request.add({
    resolved: async (request) => {
      const url = new URL(request.url);
      if (tokenHosts.includes(url.host)) request.url = new URL(`${url.pathname.slice(1)}${url.search}`, rootUrl);
      return request;
    },
  });
  return transporter;
}

/**
 * For the store, as whom KASANARI_KEY_FILE or the environment says: Cloud Storage takes requests that a key signs itself, so that
 * no token has to be fetched.
 */
export function createGoogleAuth(scopes: readonly string[]): GoogleAuth {
  const keyFile = process.env.KASANARI_KEY_FILE?.trim() ?? '';
  const auth = new GoogleAuth({ scopes: [...scopes], ...(keyFile === '' ? {} : { keyFile }) });
  auth.useJWTAccessWithScope = true;
  return auth;
}
