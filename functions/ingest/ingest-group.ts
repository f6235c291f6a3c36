/**
 * The workbooks of one municipality, from reading to answering: what changed is read, and then settled together with the others.
 * Waits for the world; no rules here.
 */
import type { MunicipalityCode, WorkbookId } from '../domain/codes.ts';
import type { WorkbookEntry } from '../world.ts';
import { settleHeld } from './answer-workbook.ts';
import { type Group, homeOf, type Joining } from './groups.ts';
import { type KnownState, readStates, unknownState } from './ingest-store.ts';
import type { IngestWorld } from './ingest-world.ts';
import type { WorkbookState } from './ingested.ts';
import { isToRead } from './is-to-read.ts';
import { type OpenedEntry, openEntry } from './open-entry.ts';
import { settleMunicipality } from './settle-municipality.ts';
import { type Claim, claimOf } from './settle-offices.ts';
import { isHeldForOthers, leftBehind } from './workbook-state.ts';

export interface GroupOutcome {
  /** Workbooks that were read, or that another one shut out. */
  readonly outcomes: ReadonlyMap<WorkbookId, 'accepted' | 'held'>;
  /** Workbooks that turned out to be of another municipality. */
  readonly joining: readonly Joining[];
  /** Municipalities that are to be settled again, since a workbook that has figures there was read for this one. */
  readonly left: readonly MunicipalityCode[];
}

/** What was read of a group so far. */
export interface ReadGroup {
  readonly states: ReadonlyMap<WorkbookId, KnownState>;
  readonly outcomes: Map<WorkbookId, 'accepted' | 'held'>;
  /** Read, and of this municipality; `null` where there was no room for it. */
  readonly kept: Map<WorkbookId, OpenedEntry | null>;
  readonly claims: Map<WorkbookId, Claim>;
  readonly joining: Joining[];
  readonly left: MunicipalityCode[];
}

/** @throws only when the store fails: what goes wrong with a workbook costs this workbook alone */
export async function ingestGroup(group: Group, world: IngestWorld): Promise<GroupOutcome> {
  const read = await readChanged(group, world);
  const { municipality } = group;
  if (municipality !== null) await settleMunicipality({ ...group, municipality }, read, world);
  return read;
}

async function readChanged(group: Group, world: IngestWorld): Promise<ReadGroup> {
  const { room, progress, store } = world;
  const ids = [...group.entries.map(({ id }) => id), ...group.vanished.map(({ workbook }) => workbook)];
  const read: ReadGroup = {
    states: await readStates(ids, store),
    outcomes: new Map(),
    kept: new Map(group.joining.map(({ entry, kept }) => [entry.id, kept])),
    claims: new Map(group.joining.map(({ entry, claim }) => [entry.id, claim])),
    joining: [],
    left: [],
  };
  for (const entry of group.entries) {
    const known = read.states.get(entry.id) ?? unknownState;
    if (read.kept.has(entry.id) || !isAsked(entry, known.state, group, world)) continue;
    progress.at(entry.name);
    const reading = await openEntry(entry, world);
    if (reading.outcome === 'held') {
      await settleHeld(reading, { entry, known, municipality: group.municipality }, world);
      read.left.push(...leftBehind(known.state, group.municipality));
      read.outcomes.set(entry.id, 'held');
      progress.finish(entry.name);
      continue;
    }
    const kept = room.take(reading.grids) ? reading : null;
    const claim = claimOf(entry, reading.opened);
    if (claim.office.municipality !== group.municipality) {
      read.joining.push({ entry, claim, kept });
      continue;
    }
    read.kept.set(entry.id, kept);
    read.claims.set(entry.id, claim);
  }
  return read;
}

/** Another run may have read it since the plan was made; and what is held because of its neighbours is read with them. */
function isAsked(entry: WorkbookEntry, state: WorkbookState | null, group: Group, { today }: IngestWorld): boolean {
  if (group.changed.some(({ id }) => id === entry.id)) return isToRead(entry, state, today);
  return isHeldForOthers(state) && homeOf(entry, state) === group.municipality;
}
