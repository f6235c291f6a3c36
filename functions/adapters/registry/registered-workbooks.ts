/**
 * A WorkbookSource over a registry (登録簿): spreadsheets and files, mixed, in registered order. One listing of Drive a run tells
 * of the registry itself and of every spreadsheet whether it changed; an unchanged registry is not read.
 */
import { resolve } from 'node:path';
import type { WorkbookId } from '../../domain/codes.ts';
import type { RegisteredPlace, RegisteredWorkbook } from '../../domain/registration.ts';
import type { SheetGrid, Store, WorkbookEntry, WorkbookSource } from '../../world.ts';
import { readFoundWorkbook } from '../folder/workbooks.ts';
import type { GoogleClients } from '../google/client.ts';
import { readSpreadsheet } from '../google/read-spreadsheet.ts';
import type { KeptRegistry } from './kept-registry.ts';
import {
  createDriveListing,
  type DriveListing,
  findRegistry,
  findSpreadsheetEntry,
  openRegistry,
  type RegistryReader,
} from './open-registry.ts';
import { findLooseFile } from './registry-file.ts';

/** What can be read of a workbook, known since it was listed. */
type Reading = () => Promise<readonly SheetGrid[]>;

export interface RegisteredWorkbooks extends WorkbookSource {
  /** The registry as of the last listing; `null` before. */
  registry(): KeptRegistry | null;
}

export function createRegisteredWorkbooks({
  registry,
  store,
  openGoogle,
  readRegistry,
}: {
  readonly registry: RegisteredPlace;
  readonly store: Store;
  /** Asked only where the registry, or a workbook in it, is a spreadsheet. */
  readonly openGoogle: () => Promise<GoogleClients>;
  readonly readRegistry: RegistryReader;
}): RegisteredWorkbooks {
  let opened: KeptRegistry | null = null;
  let readings = new Map<WorkbookId, Reading>();

  async function list(): Promise<readonly WorkbookEntry[]> {
    const drive = createDriveListing(openGoogle);
    const edition = await findRegistry(registry, drive);
    opened = await openRegistry({ edition, store, readRegistry });
    readings = new Map();
    const entries: WorkbookEntry[] = [];
    for (const workbook of opened.workbooks.filter(({ isActive }) => isActive)) {
      const { entry, read } = await findWorkbook(workbook, edition.folder, drive);
      readings.set(entry.id, read);
      entries.push(entry);
    }
    return entries;
  }

  return {
    // A registry of files is read by this machine.
    atOnce: registry.kind === 'spreadsheet' ? 4 : 1,
    list,
    async read(entry) {
      if (!readings.has(entry.id)) await list();
      const read = readings.get(entry.id);
      if (read === undefined) throw new Error(`${entry.id} is not registered`);
      return await read();
    },
    setAside() {
      const { workbooks = [], refused = [] } = opened ?? {};
      return new Map<WorkbookId, string>([
        ...refused.map(({ id }) => [id, 'workbook/registration'] as const),
        ...workbooks.filter(({ isActive }) => !isActive).map(({ place }) => [place.id, 'workbook/inactive'] as const),
      ]);
    },
    registry: () => opened,
  };
}

async function findWorkbook(
  { place, municipality, officeName }: RegisteredWorkbook,
  folder: string | null,
  drive: DriveListing,
): Promise<{ readonly entry: WorkbookEntry; readonly read: Reading }> {
  if (place.kind === 'spreadsheet') {
    const entry = await findSpreadsheetEntry({ id: place.id, municipality, officeName }, drive);
    return { entry, read: async () => await readSpreadsheet((await drive.clients()).sheets, entry) };
  }
  const file = await findLooseFile(resolve(folder ?? '.', place.path));
  const name = file.found?.kind === 'csv' ? place.path : file.name;
  const changedAt = file.found?.changedAt ?? null;
  return {
    // One that is gone is listed all the same, and reading it says so.
    entry: {
      id: place.id,
      name,
      revision: file.found?.revision ?? 'gone',
      municipality,
      ...(changedAt === null ? {} : { changedAt }),
    },
    read: async () => await readFoundWorkbook({ ...file, name }),
  };
}
