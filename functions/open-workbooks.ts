/**
 * Chooses the adapters of a run: a folder of workbooks, or what a registry lists, and whether it is answered in. The cloud functions
 * and the commands open workbooks in this one way. Google's packages are loaded only where a spreadsheet is among them.
 */

import { describeFailure, describeFinding, type Finding } from '../sheets-schema/index.ts';
import type { GoogleClients } from './adapters/google/client.ts';
import type { RegisteredWorkbooks } from './adapters/registry/registered-workbooks.ts';
import type { RegisteredGuide, RegisteredProtection, RegistryTrouble } from './domain/registration.ts';
import { readRegistry } from './plan/registry.ts';
import type { RegistryProblem } from './publish/run-status.ts';
import type { WorkbooksPlace } from './settings.ts';
import type { Feedback, Store, WorkbookSource } from './world.ts';

/** How Google is reached. */
export interface GoogleSettings {
  readonly rootUrl: string | null;
  readonly keyFile: string | null;
  /** Whether findings are written into spreadsheets; without, we ask for reading only. */
  readonly hasFeedback: boolean;
}

/** What the registry is like now, for whoever started the run. */
export interface RegistryReport {
  readonly name: string;
  /** Registered and to be read. */
  readonly active: number;
  /** Registered with 有効 = 無. */
  readonly inactive: number;
  /** Why rows of an earlier reading are used, if so. */
  readonly troubles: readonly Said[];
  /** What is to be mended in its rows. */
  readonly findings: readonly (Said & Pick<Finding, 'tab' | 'row' | 'cell' | 'severity' | 'code'>)[];
}

interface Said {
  readonly code: string;
  readonly ja: string;
  readonly en: string;
}

export interface OpenedWorkbooks {
  readonly source: WorkbookSource;
  readonly feedback: Feedback | null;
  /** As of the last listing; `null` without a registry. */
  report(): RegistryReport | null;
  /** 目安値, as of the last listing; none without a registry. */
  guides(): readonly RegisteredGuide[];
  /** 秘匿, as of the last listing; none without a registry. */
  protections(): readonly RegisteredProtection[];
  /** What of the registry is to be mended, for the record of a run, as of the last listing; nothing without a registry. */
  registryProblems(): readonly RegistryProblem[];
}

export async function openWorkbooks({
  place,
  store,
  google,
  answersFolder = null,
}: {
  readonly place: WorkbooksPlace;
  readonly store: Store;
  readonly google: GoogleSettings;
  /** A folder for the answers to workbooks that are files; left out, they are answered on the dashboard only. */
  readonly answersFolder?: string | null;
}): Promise<OpenedWorkbooks> {
  if (place.kind === 'folder') {
    const { createFolderWorkbooks } = await import('./adapters/folder/workbooks.ts');
    const feedback = await openFileAnswers(answersFolder, place.folder);
    const nothing = () => [];
    const source = createFolderWorkbooks(place.folder);
    return { source, feedback, report: () => null, guides: nothing, protections: nothing, registryProblems: nothing };
  }
  const { createRegisteredWorkbooks } = await import('./adapters/registry/registered-workbooks.ts');
  const { createRegisteredFeedback } = await import('./adapters/registry/registered-feedback.ts');
  const openGoogle = createGoogleOpener(google);
  const source = createRegisteredWorkbooks({ registry: place.registry, store, openGoogle, readRegistry });
  const files = await openFileAnswers(answersFolder, null);
  const isAnswered = google.hasFeedback || files !== null;
  const answering = { source, openGoogle: google.hasFeedback ? openGoogle : null, files };
  return {
    source,
    feedback: isAnswered ? createRegisteredFeedback(answering) : null,
    report: () => describeRegistry(source),
    // A registry kept by an earlier version has none.
    guides: () => source.registry()?.guides ?? [],
    protections: () => source.registry()?.protections ?? [],
    registryProblems: () => listProblems(source),
  };
}

async function openFileAnswers(directory: string | null, workbooks: string | null): Promise<Feedback | null> {
  if (directory === null) return null;
  return (await import('./adapters/folder/answers.ts')).createFolderAnswers(directory, { workbooks });
}

/** Signs in once, when first asked. */
export function createGoogleOpener({ rootUrl, keyFile, hasFeedback }: GoogleSettings): () => Promise<GoogleClients> {
  let opened: Promise<GoogleClients> | null = null;
  const open = async () => {
    const { openGoogle } = await import('./adapters/google/access.ts');
    const { createGoogleClients } = await import('./adapters/google/client.ts');
    return createGoogleClients(await openGoogle({ rootUrl, keyFile, canWrite: hasFeedback }));
  };
  return () => {
    opened ??= open();
    return opened;
  };
}

/** Places and keys of sentences; nothing that was typed. */
function listProblems(source: RegisteredWorkbooks): readonly RegistryProblem[] {
  const { troubles = [], findings = [] } = source.registry() ?? {};
  return [
    ...troubles.map(({ code, facts }) => {
      const tab = typeof facts.tab === 'string' ? facts.tab : null;
      return { kind: 'unread' as const, code, tab, row: null, facts };
    }),
    ...findings
      .filter(({ severity }) => severity === 'error')
      .map(({ code, tab, row }) => ({ kind: 'row' as const, code, tab, row, facts: {} })),
  ];
}

function describeRegistry(source: RegisteredWorkbooks): RegistryReport | null {
  const registry = source.registry();
  if (registry === null) return null;
  const active = registry.workbooks.filter(({ isActive }) => isActive).length;
  return {
    name: registry.name,
    active,
    inactive: registry.workbooks.length - active,
    troubles: registry.troubles.map(sayTrouble),
    findings: registry.findings.map(sayFinding),
  };
}

function sayTrouble({ code, facts }: RegistryTrouble): Said {
  return { code, ja: describeFailure(code, facts, 'ja'), en: describeFailure(code, facts, 'en') };
}

/** A finding of the registry, with its place and its sentence. */
export function sayFinding(finding: Finding): RegistryReport['findings'][number] {
  const { tab, row, cell, severity, code } = finding;
  return { tab, row, cell, severity, code, ja: describeFinding(finding, 'ja'), en: describeFinding(finding, 'en') };
}
