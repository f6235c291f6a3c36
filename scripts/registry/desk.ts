/** What the commands about the registry work with: the registry as it stands now, Drive where it is asked, our account, the store. */
import { createFolderStore } from '#functions/adapters/folder/store.ts';
import type { OpenedGoogle } from '#functions/adapters/google/access.ts';
import { createDriveListing, type DriveListing, findRegistry } from '#functions/adapters/registry/open-registry.ts';
import type { ReadRegistry, RegisteredPlace } from '#functions/domain/registration.ts';
import { openStore } from '#functions/open-store.ts';
import { readRegistry } from '#functions/plan/registry.ts';
import { readSettings, type StorePlace } from '#functions/settings.ts';
import type { SheetGrid, Store } from '#functions/world.ts';
import { readConnections, requireRegistry } from '../run/opened-workbooks.ts';
import { requireFolder, requireOption } from '../run/usage.ts';
import { sentence } from './say.ts';

export interface Desk {
  readonly place: RegisteredPlace;
  readonly drive: DriveListing;
  /** KASANARI_FEEDBACK: whether we also have to be able to write in the workbooks. */
  readonly hasFeedback: boolean;
  /** The address to share with; `null` where nobody can tell it. */
  findAccount(): Promise<string | null>;
  /** `null` where no store was named. */
  openStore(): Promise<Store | null>;
  /** As it stands now, not as it was last kept. @throws WorkbookFailure */
  read(): Promise<OpenedRegistry>;
}

export interface OpenedRegistry {
  readonly name: string;
  /** From here the paths of files are seen; `null` in a spreadsheet. */
  readonly folder: string | null;
  readonly grids: readonly SheetGrid[];
  readonly registry: ReadRegistry;
}

/** @throws WrongUsage */
export function openDesk(asked: {
  readonly registry: string | undefined;
  readonly store: string | undefined;
  readonly canWrite: boolean;
}): Desk {
  const settings = readConnections();
  const place = requireRegistry(requireOption(asked.registry ?? process.env.KASANARI_REGISTRY, '--registry'));
  const access = once(async () => {
    const { openGoogle } = await import('#functions/adapters/google/access.ts');
    const { googleRootUrl: rootUrl, keyFile } = settings;
    return await openGoogle({ rootUrl, keyFile, canWrite: asked.canWrite });
  });
  const drive = createDriveListing(async () => {
    const { createGoogleClients } = await import('#functions/adapters/google/client.ts');
    return createGoogleClients(await access());
  });
  return {
    place,
    drive,
    hasFeedback: settings.hasFeedback,
    findAccount: async () => await askAccount(await access()),
    openStore: async () => await openNamedStore(asked.store ?? process.env.KASANARI_STORE, settings.googleRootUrl),
    async read() {
      const edition = await findRegistry(place, drive);
      if (place.kind === 'file' && edition.version === null)
        throw new Error(sentence('not-there', { file: place.path }));
      const grids = await edition.read();
      const registry = readRegistry(grids, { takesFiles: edition.folder !== null });
      return { name: edition.name, folder: edition.folder, grids, registry };
    },
  };
}

/** A sentence that names no address is better than none. */
async function askAccount(access: OpenedGoogle): Promise<string | null> {
  const { findAccount } = await import('#functions/adapters/google/access.ts');
  try {
    return await findAccount(access);
  } catch {
    return null;
  }
}

async function openNamedStore(named: string | undefined, googleRootUrl: string | null): Promise<Store | null> {
  if (named === undefined || named === '') return null;
  const place: StorePlace = readSettings({ KASANARI_STORE: named }).store;
  if (place.kind === 'bucket') return await openStore(place, googleRootUrl);
  return createFolderStore(await requireFolder(place.folder, '--store'));
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}
