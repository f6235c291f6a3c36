/** Plays one story (test/stories/<name>): its workbooks through plan, ingest and publish, and what came of them. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describeFailure, describeFinding, type Finding } from '#sheets-schema';
import { createFolderWorkbooks } from '../../functions/adapters/folder/workbooks.ts';
import { createMemoryStore } from '../../functions/adapters/memory/store.ts';
import type { IngestedWorkbook, WorkbookState } from '../../functions/ingest/ingested.ts';
import type { ComparisonObject } from '../../functions/publish/comparison.ts';
import type { GoalsObject } from '../../functions/publish/release.ts';
import { createTidyReader, type TidyFact, tidyColumns, tidyCuts } from '../../functions/publish/tidy-facts.ts';
import { runOnce } from '../../functions/run.ts';
import { createPublished } from '../../functions/serve/published.ts';
import type { Clock, Store, WorkbookSource } from '../../functions/world.ts';
import { silentLog } from './ingest.ts';

/** What is told of a story, as it stands in its folder expected/. */
export interface StoryOutcome {
  /** findings.json: by workbook, why it is held and what was found. */
  readonly findings: readonly unknown[];
  /** facts.csv: the tidy facts that select.json asks for. */
  readonly facts: string;
  /** goals.json: of each goal its result, its state and the reason. */
  readonly goals: readonly unknown[];
  /** compared.json: by prefecture and municipality, the profile and what it states of its consultations, as a prefecture sees it. */
  readonly compared: readonly unknown[];
  /** The name of the release: made of all that was published. */
  readonly release: string | null;
}

/** Which facts a story is about; what is left out asks for everything. Without select.json: what is not zero in fiscal years, by area and one of pathway and target. */
export interface StorySelection {
  readonly indicators?: readonly string[];
  readonly areas?: readonly string[];
  readonly periods?: readonly string[];
  readonly pathways?: readonly string[];
  readonly targets?: readonly string[];
  readonly states?: readonly string[];
  /** Combinations of a pathway and a target too. */
  readonly combinations?: boolean;
}

/** Plays the story in a folder as of a day. */
export async function playStory(folder: string, selection: StorySelection | null): Promise<StoryOutcome> {
  const today = await readToday(folder);
  const clock: Clock = { now: () => new Date(`${today}T03:00:00Z`) };
  const store = createMemoryStore(clock);
  const { release } = await runOnce({ source: createStorySource(folder), store, clock, log: silentLog });
  return {
    release,
    findings: await describeStates(store),
    ...(await describePublished(store, selection)),
    compared: await describeCompared(store),
  };
}

/** The day of the run: `today` of story.json, else 2024-07-10. */
async function readToday(folder: string): Promise<string> {
  const text = await readFile(join(folder, 'story.json'), 'utf8').catch(() => '{}');
  const story = JSON.parse(text) as { readonly today?: string };
  return story.today ?? '2024-07-10';
}

/** Only what lies in in/: one workbook of .csv files, or a folder for each of several. */
function createStorySource(folder: string): WorkbookSource {
  const source = createFolderWorkbooks(folder);
  return {
    async list() {
      return (await source.list()).filter(({ id }) => id === 'in' || id.startsWith('in/'));
    },
    read: source.read,
    atOnce: source.atOnce,
  };
}

async function describeStates(store: Store): Promise<readonly unknown[]> {
  const described: unknown[] = [];
  for (const name of (await store.listPointers('workbooks/')).toSorted()) {
    const pointer = await store.readPointer(name);
    if (pointer === null) continue;
    const { workbook, hold, holdFindings, ingested } = JSON.parse(pointer.content) as WorkbookState;
    const bytes = ingested === null ? null : await store.readObject(ingested);
    const contents = bytes === null ? null : (JSON.parse(new TextDecoder().decode(bytes)) as IngestedWorkbook);
    const findings = hold === null ? (contents?.findings ?? []) : holdFindings;
    described.push({
      workbook,
      held: hold === null ? null : describeFailure(hold.code, hold.facts, 'ja'),
      findings: findings.map(describe),
    });
  }
  return described;
}

function describe(finding: Finding): unknown {
  const { code, severity, tab, row, cell, typed, suggestion, otherRows } = finding;
  return { code, severity, tab, row, cell, typed, suggestion, otherRows, ja: describeFinding(finding, 'ja') };
}

async function describePublished(
  store: Store,
  selection: StorySelection | null,
): Promise<{ readonly facts: string; readonly goals: readonly unknown[] }> {
  const published = createPublished(store);
  const opened = await published.openCurrent();
  const lines: string[] = [tidyColumns.join(',')];
  const goals: unknown[] = [];
  const offices = Object.keys(opened?.release.audiences ?? {}).filter((audience) => audience.startsWith('office:'));
  for (const audience of offices.toSorted()) {
    if (opened === null) break;
    const { index } = await published.openOffice(opened.release, audience.slice('office:'.length));
    const readFacts = createTidyReader(index);
    for (const name of tidyCuts(index).filter((cut) => selection?.combinations === true || cut.startsWith('area/'))) {
      const object = index.cuts[name];
      if (object === undefined) continue;
      for (const fact of readFacts(await published.readParsed(object))) {
        if (isSelected(fact, selection)) lines.push(tidyColumns.map((column) => fact[column] ?? '').join(','));
      }
    }
    const { goals: views } = await published.readParsed<GoalsObject>(index.goals);
    for (const {
      fiscalYear,
      programme,
      measure,
      unit,
      goalValue,
      goalUpper,
      goalText,
      result,
      state,
      reason,
      sameAs,
    } of views) {
      goals.push({
        fiscalYear,
        programme,
        measure,
        unit,
        goalValue,
        goalUpper,
        goalText,
        result,
        state,
        reason,
        sameAs: sameAs.length,
      });
    }
  }
  return { facts: `${lines.join('\n')}\n`, goals };
}

/** Municipalities that state results, with those that they are most alike to. */
async function describeCompared(store: Store): Promise<readonly unknown[]> {
  const published = createPublished(store);
  const opened = await published.openCurrent();
  const prefectures = Object.keys(opened?.release.audiences ?? {}).filter((one) => one.startsWith('prefecture:'));
  const described: unknown[] = [];
  for (const audience of prefectures.toSorted()) {
    if (opened === null) break;
    const { index } = await published.openPrefecture(opened, audience.slice('prefecture:'.length));
    const { towns } = await published.readParsed<ComparisonObject>(index.comparison.start);
    for (const { name, inhabitants, households, density, peers, results } of towns) {
      const alike = peers.map(({ code }) => towns.find((town) => town.code === code)?.name);
      if (results.length > 0) described.push({ name, inhabitants, households, density, alike, results });
    }
  }
  return described;
}

function isSelected(fact: TidyFact, selection: StorySelection | null): boolean {
  if (selection === null) return /^FY[0-9]{4}$/.test(fact.period) && fact.state === 'value';
  const asks = (wanted: readonly string[] | undefined, value: string) => wanted === undefined || wanted.includes(value);
  return (
    asks(selection.indicators, fact.indicator) &&
    asks(selection.areas, fact.area) &&
    asks(selection.periods, fact.period) &&
    asks(selection.pathways, fact.pathway) &&
    asks(selection.targets, fact.target) &&
    asks(selection.states, fact.state)
  );
}
