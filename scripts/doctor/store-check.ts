/** Whether the store can be written to: tried with a pointer of our own, which is taken away again. */
import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import { openGoogleStorage } from '#functions/adapters/google/access.ts';
import { createBucketStore } from '#functions/adapters/google/cloud-storage.ts';
import { impatient } from '#functions/adapters/google/doctor.ts';
import { troubleWithApi } from '#functions/adapters/google/doctor-answers.ts';
import { statusOf } from '#functions/adapters/google/errors.ts';
import type { StorePlace } from '#functions/settings.ts';
import type { Store } from '#functions/world.ts';
import { statIfThere } from '../run/stat-if-there.ts';
import { type Found, trouble, well } from './step.ts';
import { describeTrouble } from './troubles.ts';

const trialPointer = 'doctor';

export async function checkStore(
  place: StorePlace | null,
  google: { readonly rootUrl: string | null; readonly keyFile: string | null; readonly account: string },
): Promise<Found> {
  if (place === null) return trouble('store/none');
  if (place.kind === 'folder') return await checkFolder(place.folder);
  const name = `gs://${place.bucket}/${place.prefix}`;
  try {
    const access = await openGoogleStorage({ ...google, patience: impatient });
    await tryToWrite(createBucketStore({ ...access, bucket: place.bucket, prefix: place.prefix }));
    return well('store/well', { place: name });
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) return trouble('store/missing', { place: name });
    const found = troubleWithApi(error);
    if (status === 401 || found.kind === 'refused')
      return trouble('store/forbidden', { place: name, account: google.account });
    return describeTrouble(found, { kind: 'key', account: google.account, file: '', scopes: [] });
  }
}

async function checkFolder(folder: string): Promise<Found> {
  const found = await statIfThere(folder);
  const facts = { place: folder, account: '' };
  if (found !== null && !found.isDirectory()) return trouble('store/not-a-folder', facts);
  try {
    if (found === null) {
      await access(await nearestFolder(folder), constants.W_OK);
      return well('store/to-be-made', facts);
    }
    await tryToWrite(createFolderStore(folder));
    return well('store/well', facts);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === '') throw error;
    return code === 'EACCES' || code === 'EPERM'
      ? trouble('store/forbidden', facts)
      : trouble('store/trouble', { ...facts, code });
  }
}

/** The folder that is there, in which the others would be made. */
async function nearestFolder(folder: string): Promise<string> {
  const above = dirname(resolve(folder));
  return (await statIfThere(above)) === null ? await nearestFolder(above) : above;
}

async function tryToWrite(store: Store): Promise<void> {
  const before = await store.readPointer(trialPointer);
  await store.movePointer(trialPointer, '{}', before?.version ?? null);
  await store.removePointer(trialPointer);
}
