/** Who we are for Google: the service account of the machine, or the key that the environment names. Nothing is kept here. */
import { GoogleAuth } from 'googleapis-common';

/** Reading workbooks never needs more. */
export const readOnlyScopes = [
  'https://www.googleapis.com/auth/spreadsheets.readonly',
  'https://www.googleapis.com/auth/drive.metadata.readonly',
] as const;

export const storeScopes = ['https://www.googleapis.com/auth/devstorage.read_write'] as const;

/** Keys sign their requests themselves, so that no token has to be fetched from elsewhere. */
export function createGoogleAuth(scopes: readonly string[]): GoogleAuth {
  const auth = new GoogleAuth({ scopes: [...scopes] });
  auth.useJWTAccessWithScope = true;
  return auth;
}
