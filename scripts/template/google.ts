/** The way of `npm run template` to Google. */
import { openGoogle } from '#functions/adapters/google/access.ts';
import { createGoogleClients, type GoogleClients } from '#functions/adapters/google/client.ts';

/** @throws GoogleAccessError */
export async function openClients(work: {
  readonly canWrite: boolean;
  readonly canCreate: boolean;
}): Promise<GoogleClients> {
  const { KASANARI_GOOGLE_ROOT_URL: rootUrl = '', KASANARI_KEY_FILE: keyFile = '' } = process.env;
  return createGoogleClients(
    await openGoogle({ ...work, rootUrl: rootUrl === '' ? null : rootUrl, keyFile: keyFile === '' ? null : keyFile }),
  );
}
