/** Writes the objects of one municipality: its cuts, goals, findings, details and, last, the index that names them. */
import { describeFailure, describeFinding } from '#sheets-schema';
import type { Day, MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { IngestedWorkbook, WorkbookState } from '../ingest/ingested.ts';
import type { WorkbookRows } from '../ingest/workbook-rows.ts';
import type { Log, Store } from '../world.ts';
import { officeAudience } from './audiences.ts';
import { createTownToCompare } from './comparison/create-town.ts';
import { describeCuts, frameOf } from './compute-cuts.ts';
import { computeFindings } from './compute-findings.ts';
import { computeGoals } from './compute-goals.ts';
import { computeIndex } from './compute-index.ts';
import { summarise } from './compute-prefecture.ts';
import { correctionsSchema, detailSchemas } from './detail-schemas.ts';
import { computeCorrections, type Past } from './details/compute-corrections.ts';
import { computeDetails } from './details/compute-details.ts';
import { computeSignals } from './details/compute-signals.ts';
import { keepRows } from './details/kept-rows.ts';
import { readJson } from './history.ts';
import { createMunicipality, type WorkbookInput } from './municipality.ts';
import type { MunicipalSummary, ObjectName, Release } from './release.ts';
import { pastIndexSchema, summarySchema } from './release-schemas.ts';
import { cutSchema, findingsSchema, goalsSchema, officeIndexSchema } from './schemas.ts';
import { bytesOfCut, jsonOfSeries } from './write-cut.ts';

/** What is written of one municipality. */
export interface WrittenMunicipality {
  readonly index: ObjectName;
  readonly summaryName: ObjectName;
  readonly summary: MunicipalSummary;
}

export interface Writing {
  readonly store: Store;
  readonly today: Day;
  readonly log: Log;
  /** Parses and writes an object unless it is there, and says its name. */
  readonly write: (schema: ObjectSchema, value: unknown) => Promise<ObjectName>;
  /** The same of canonical bytes that were checked already. */
  readonly writeBytes: (bytes: Uint8Array<ArrayBuffer>) => Promise<ObjectName>;
}

interface ObjectSchema {
  parse(value: unknown): unknown;
}

/**
 * One municipality at a time: its facts and figures are dropped before the next is read. `null` where the store lost every
 * one of its workbooks.
 */
export async function writeMunicipality(
  { store, today, write, writeBytes }: Writing,
  { code, states, before }: { code: MunicipalityCode; states: readonly WorkbookState[]; before: Release | null },
): Promise<WrittenMunicipality | null> {
  const inputs: WorkbookInput[] = [];
  for (const state of states) {
    const ingested = state.ingested === null ? null : await readJson(store, state.ingested);
    if (ingested !== null) inputs.push({ state, ingested: ingested as IngestedWorkbook });
  }
  if (inputs.length === 0) return null;
  const municipality = createMunicipality(code, inputs, today);
  const cuts: Record<string, ObjectName> = {};
  for (const { cut, series } of describeCuts(municipality, jsonOfSeries))
    cuts[cut] = await writeBytes(bytesOfCut(frameOf(municipality, cut), series));
  const details: Record<string, ObjectName> = {};
  const kept = keepRows(municipality, await readRows(store, states));
  for (const { name, detail } of computeDetails(municipality, kept))
    details[name] = await write(detailSchemas[detail.kind], detail);
  const corrections = computeCorrections(municipality, await readPast(store, before, code));
  details.corrections = await write(correctionsSchema, corrections);
  const goals = computeGoals(municipality);
  const objects = {
    cuts,
    goals: await write(goalsSchema, goals),
    findings: await write(findingsSchema, computeFindings(municipality, describeFinding)),
    details,
    signals: computeSignals(municipality, goals),
  };
  const index = computeIndex(municipality, objects, describeFailure);
  const totals = summarise(municipality, index.profile, goals);
  const summary: MunicipalSummary = { ...totals, town: createTownToCompare(municipality, totals) };
  return {
    index: await write(officeIndexSchema, index),
    summaryName: await write(summarySchema, summary),
    summary,
  };
}

/** Read once the figures are written: only details need rows. */
async function readRows(
  store: Store,
  states: readonly WorkbookState[],
): Promise<ReadonlyMap<WorkbookId, WorkbookRows>> {
  const kept = new Map<WorkbookId, WorkbookRows>();
  for (const { workbook, rows } of states) {
    const read = rows === null || rows === undefined ? null : await readJson(store, rows);
    if (read !== null) kept.set(workbook, read as WorkbookRows);
  }
  return kept;
}

/** What the release before has of a municipality, as far as it is understood; `null` where it has nothing. */
async function readPast(store: Store, before: Release | null, code: MunicipalityCode): Promise<Past | null> {
  const read = async (name: ObjectName | undefined) => (name === undefined ? null : await readJson(store, name));
  const index = pastIndexSchema.safeParse(await read(before?.audiences[officeAudience(code)]));
  if (!index.success) return null;
  const figures = cutSchema.safeParse(await read(index.data.cuts['division/all']));
  const ledger = correctionsSchema.safeParse(await read(index.data.details.corrections));
  if (!figures.success || !ledger.success) return null;
  return { index: index.data, figures: figures.data, ledger: ledger.data };
}
