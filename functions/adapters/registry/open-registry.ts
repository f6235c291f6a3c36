/** Opens the registry where it is, a spreadsheet or a file: from the store while it has not changed, else anew. */
import { dirname, resolve } from 'node:path';
import type { MunicipalityCode, WorkbookId } from '../../domain/codes.ts';
import type { ReadRegistry, RegisteredPlace, RegistryTrouble } from '../../domain/registration.ts';
import { type SheetGrid, type Store, type WorkbookEntry, WorkbookFailure } from '../../world.ts';
import type { GoogleClients } from '../google/client.ts';
import { entryOf, findSharedFile, listSharedFiles, type SharedFile } from '../google/drive.ts';
import { readSpreadsheet } from '../google/read-spreadsheet.ts';
import { type KeptRegistry, keepRegistry, keptFormat, readKeptRegistry } from './kept-registry.ts';
import { findLooseFile, readRegistryFile } from './registry-file.ts';

/** Reads the tabs of a registry. @param options.takesFiles whether files may be registered in it */
export type RegistryReader = (grids: readonly SheetGrid[], options: { readonly takesFiles: boolean }) => ReadRegistry;

/** The tab that a single .csv file is. */
export const registrationsTab = '登録';

/** A registry at one moment, not yet read. */
export interface RegistryEdition {
  readonly place: string;
  readonly name: string;
  /** `null` where it cannot be told; it is then read each time. */
  readonly version: string | null;
  /** From here the paths of files are seen; `null` in a spreadsheet. */
  readonly folder: string | null;
  /** @throws WorkbookFailure */
  read(): Promise<readonly SheetGrid[]>;
}

/** Drive's files, asked for once and only where something is a spreadsheet. */
export interface DriveListing {
  clients(): Promise<GoogleClients>;
  files(): Promise<ReadonlyMap<string, SharedFile>>;
  /** As listed; one that is not in the list is asked for alone, since it may be open to whoever has the link. */
  find(id: WorkbookId): Promise<SharedFile | null>;
}

export function createDriveListing(openGoogle: () => Promise<GoogleClients>): DriveListing {
  const clients = once(openGoogle);
  const files = once(async () => await listSharedFiles((await clients()).drive));
  return {
    clients,
    files,
    find: async (id) => (await files()).get(id) ?? (await findSharedFile((await clients()).drive, id)),
  };
}

function once<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | null = null;
  return () => {
    asked ??= ask();
    return asked;
  };
}

/** Finds the registry without reading it. */
export async function findRegistry(registry: RegisteredPlace, drive: DriveListing): Promise<RegistryEdition> {
  if (registry.kind === 'file') {
    const place = resolve(registry.path);
    const file = await findLooseFile(place);
    return {
      place,
      name: file.name,
      version: file.found?.revision ?? null,
      folder: file.found?.kind === 'csv' ? place : dirname(place),
      read: async () => await readRegistryFile(file, registrationsTab),
    };
  }
  const file = await drive.find(registry.id);
  const entry = entryOf(registry.id, file);
  return {
    place: registry.id,
    name: entry.name,
    version: file === null ? null : entry.revision,
    folder: null,
    read: async () => await readSpreadsheet((await drive.clients()).sheets, entry),
  };
}

/**
 * The registry's rows. One that cannot be read, or has lost a required column, is as it last was, with its trouble.
 *
 * @throws WorkbookFailure where nothing was ever read of it
 */
export async function openRegistry({
  edition,
  store,
  readRegistry,
}: {
  readonly edition: RegistryEdition;
  readonly store: Store;
  readonly readRegistry: RegistryReader;
}): Promise<KeptRegistry> {
  const kept = await readKeptRegistry(store, edition.place);
  if (kept !== null && kept.version === edition.version) return kept;
  let grids: readonly SheetGrid[];
  try {
    grids = await edition.read();
  } catch (error) {
    if (!(error instanceof WorkbookFailure) || kept === null) throw error;
    return { ...kept, troubles: [{ code: error.code, facts: { file: edition.name, ...error.facts } }] };
  }
  const read = readRegistry(grids, { takesFiles: edition.folder !== null });
  const explained = (trouble: RegistryTrouble) => ({ ...trouble, facts: { file: edition.name, ...trouble.facts } });
  const { registrations, people, guides, protections } = read.troubles;
  if (registrations !== null && kept === null) {
    const { code, facts } = explained(registrations);
    throw new WorkbookFailure({ kind: 'broken', workbook: edition.name, code, facts });
  }
  const { workbooks, refused } = registrations === null ? read : (kept ?? read);
  const opened = {
    place: edition.place,
    name: edition.name,
    version: edition.version ?? '',
    workbooks,
    refused,
    people: people === null ? read.people : (kept?.people ?? []),
    guides: guides === null ? read.guides : (kept?.guides ?? []),
    protections: protections === null ? read.protections : (kept?.protections ?? read.protections),
    findings: read.findings,
    troubles: [registrations, people, guides, protections].flatMap((trouble) =>
      trouble === null ? [] : [explained(trouble)],
    ),
  };
  if (edition.version !== null) await keepRegistry(store, opened);
  return { ...opened, format: keptFormat };
}

/** A registered spreadsheet as a source lists it. One that cannot be found has the name of its office: nobody knows it by its id. */
export async function findSpreadsheetEntry(
  { id, municipality, officeName }: { id: WorkbookId; municipality: MunicipalityCode; officeName: string },
  drive: DriveListing,
): Promise<WorkbookEntry> {
  const file = await drive.find(id);
  const entry = entryOf(id, file, municipality);
  return file === null && officeName !== '' ? { ...entry, name: officeName } : entry;
}
