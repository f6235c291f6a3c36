/** The store that a command works on: a folder, or a bucket as gs://bucket/prefix. */
import { isEmptyStore } from '#functions/keep/restore.ts';
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

/** As `openNamedStore`, where something is kept already. @throws where nothing is */
export async function openFilledStore(typed: string | undefined, option: string): Promise<Store> {
  const store = await openNamedStore(typed, option);
  await requireFilled(store, typed);
  return store;
}

/**
 * Of a place that was mistyped (a bucket without its folder, say), 'whole', 'nothing is
 * wrong' or an empty backup would be believed.
 *
 * @throws where nothing is kept
 */
export async function requireFilled(store: Store, typed: string | undefined): Promise<void> {
  if (!(await isEmptyStore(store))) return;
  throw new Error(
    `「${typed}」には、まだ何も保存されていません。場所を確かめてください（gs://バケット/フォルダ の、フォルダまで書きます）。 Nothing is kept in "${typed}" yet. Check the place; of a bucket, its folder is named too: gs://bucket/folder.`,
  );
}

function readStorePlace(typed: string, option: string): StorePlace {
  const isMeant = !typed.includes('://') || /^gs:\/\/[a-z0-9][a-z0-9._-]{1,220}[a-z0-9](?:\/.*)?$/.test(typed);
  if (isMeant) return readSettings({ KASANARI_STORE: typed }).store;
  throw new WrongUsage(
    `${option}「${typed}」はフォルダでも gs://バケット でもありません。 ${option} is neither a folder nor gs://bucket/prefix: ${typed}`,
  );
}
