/** Chooses the adapter of the store: a folder, or a bucket of Cloud Storage. */
import type { StorePlace } from './settings.ts';
import type { Store } from './world.ts';

export async function openStore(place: StorePlace, googleRootUrl: string | null): Promise<Store> {
  if (place.kind === 'folder') return (await import('./adapters/folder/store.ts')).createFolderStore(place.folder);
  const { createCloudStorageStore } = await import('./adapters/google/cloud-storage.ts');
  return createCloudStorageStore({ bucket: place.bucket, prefix: place.prefix, rootUrl: googleRootUrl });
}
