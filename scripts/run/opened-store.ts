/** The store that a command works on: a folder, or a bucket as gs://bucket/prefix. */
import { openStore } from '#functions/open-store.ts';
import { readSettings, type StorePlace } from '#functions/settings.ts';
import type { Store } from '#functions/world.ts';
import { readConnections } from './opened-workbooks.ts';
import { requireFolder, requireFolderOrNothing, requireOption, WrongUsage } from './usage.ts';

/** @throws WrongUsage where it is neither a bucket nor a folder that is there (or, where it may be new, can be made) */
export async function openNamedStore(
  typed: string | undefined,
  option: string,
  { mayBeNew = false }: { readonly mayBeNew?: boolean } = {},
): Promise<Store> {
  const place = readStorePlace(requireOption(typed, option), option);
  if (place.kind === 'folder') await (mayBeNew ? requireFolderOrNothing : requireFolder)(place.folder, option);
  return await openStore(place, readConnections().googleRootUrl);
}

function readStorePlace(typed: string, option: string): StorePlace {
  const isMeant = !typed.includes('://') || /^gs:\/\/[a-z0-9][a-z0-9._-]{1,220}[a-z0-9](?:\/.*)?$/.test(typed);
  if (isMeant) return readSettings({ KASANARI_STORE: typed }).store;
  throw new WrongUsage(
    `${option}「${typed}」はフォルダでも gs://バケット でもありません。 ${option} is neither a folder nor gs://bucket/prefix: ${typed}`,
  );
}
