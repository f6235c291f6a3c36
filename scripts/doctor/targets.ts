/** What the doctor looks at: the settings as far as they go, the registry or folder, and the workbooks asked for besides. */
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import type { GoogleClients } from '#functions/adapters/google/client.ts';
import { createDriveListing, findRegistry } from '#functions/adapters/registry/open-registry.ts';
import type { RegisteredPlace, RegisteredWorkbook } from '#functions/domain/registration.ts';
import { readRegistry } from '#functions/plan/registry.ts';
import {
  readSettings,
  type Settings,
  SettingsError,
  type StorePlace,
  type WorkbooksPlace,
} from '#functions/settings.ts';
import { WorkbookFailure } from '#functions/world.ts';
import { describeFailure, describeFinding, type Finding } from '#sheets-schema';

type Environment = Readonly<Record<string, string | undefined>>;

export interface UsableSettings {
  readonly store: StorePlace | null;
  readonly workbooks: WorkbooksPlace | null;
  readonly rootUrl: string | null;
  readonly keyFile: string | null;
  readonly hasFeedback: boolean;
  /** What is wrong with them, in sentences; none: they can be used. */
  readonly sentences: readonly string[];
}

/** As a deployment would read them, except that the store may still be missing. */
export function readUsableSettings(environment: Environment): UsableSettings {
  const hasStore = (environment.KASANARI_STORE ?? '').trim() !== '';
  try {
    const settings = readSettings(hasStore ? environment : { ...environment, KASANARI_STORE: '.' });
    return { ...usable(settings), store: hasStore ? settings.store : null, sentences: [] };
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    const sentences = error.message.split('\n- ').slice(1);
    return { store: null, workbooks: null, rootUrl: null, keyFile: null, hasFeedback: false, sentences };
  }
}

function usable({ workbooks, googleRootUrl, keyFile, hasFeedback }: Settings) {
  return { workbooks, rootUrl: googleRootUrl, keyFile, hasFeedback };
}

/** Whether somebody has told us who we are, so that it can be tried before anything else is set. */
export function namesAccount({ KASANARI_KEY_FILE, GOOGLE_APPLICATION_CREDENTIALS }: Environment): boolean {
  return Boolean(KASANARI_KEY_FILE?.trim() || GOOGLE_APPLICATION_CREDENTIALS?.trim());
}

/** A workbook to look at. */
export interface Target {
  readonly place: RegisteredPlace;
  /** As the registry calls it; `null` where it was asked for by its id. */
  readonly officeName: string | null;
  /** The folder from which the path of a file is seen. */
  readonly folder: string;
}

/** What a registry or a folder of workbooks has in it. */
export type Listed =
  | {
      readonly outcome: 'read';
      readonly name: string;
      readonly targets: readonly Target[];
      readonly count: number;
      readonly findings: readonly Sentence[];
    }
  | { readonly outcome: 'failed'; readonly name: string; readonly isOutOfReach: boolean; readonly sentence: Sentence };

export interface Sentence {
  readonly sentenceJa: string;
  readonly sentenceEn: string;
}

/** @param openClients asked only where the registry is a spreadsheet */
export async function listTargets(place: WorkbooksPlace, openClients: () => Promise<GoogleClients>): Promise<Listed> {
  const name = nameOf(place);
  try {
    if (place.kind === 'folder') {
      const entries = await createFolderWorkbooks(place.folder).list();
      return { outcome: 'read', name, targets: [], count: entries.length, findings: [] };
    }
    const edition = await findRegistry(place.registry, createDriveListing(openClients));
    const read = readRegistry(await edition.read(), { takesFiles: edition.folder !== null });
    const { registrations } = read.troubles;
    if (registrations !== null) {
      const sentence = sayFailure(registrations.code, { file: edition.name, ...registrations.facts });
      return { outcome: 'failed', name: edition.name, isOutOfReach: false, sentence };
    }
    const active = read.workbooks.filter(({ isActive }) => isActive);
    return {
      outcome: 'read',
      name: edition.name,
      targets: active.map((workbook) => toTarget(workbook, edition.folder)),
      count: active.length,
      findings: read.findings.filter(({ severity }) => severity === 'error').map(sayFinding),
    };
  } catch (error) {
    if (!(error instanceof WorkbookFailure)) throw error;
    const isOutOfReach = error.kind === 'forbidden' || error.kind === 'gone';
    return { outcome: 'failed', name, isOutOfReach, sentence: sayFailure(error.code, error.facts) };
  }
}

function toTarget({ place, officeName }: RegisteredWorkbook, folder: string | null): Target {
  return { place, officeName, folder: folder ?? '.' };
}

export function nameOf(place: WorkbooksPlace): string {
  if (place.kind === 'folder') return place.folder;
  return place.registry.kind === 'file' ? place.registry.path : place.registry.id;
}

function sayFinding(finding: Finding): Sentence {
  const place = [finding.tab, finding.cell ?? (finding.row === null ? '' : String(finding.row))].join(' ').trim();
  return {
    sentenceJa: `${place}: ${describeFinding(finding, 'ja')}`,
    sentenceEn: `${place}: ${describeFinding(finding, 'en')}`,
  };
}

export function sayFailure(code: string, facts: Readonly<Record<string, string | number>>): Sentence {
  return { sentenceJa: describeFailure(code, facts, 'ja'), sentenceEn: describeFailure(code, facts, 'en') };
}
