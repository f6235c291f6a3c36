/** Ingested workbooks for tests: valid by default, change one thing. 架空のデータ. */

import { loadSolver } from '#functions/adapters/highs/solver.ts';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { Area, Population } from '#functions/domain/area.ts';
import type { AreaCode, Day, Month, MunicipalityCode, PrefectureCode, WorkbookId } from '#functions/domain/codes.ts';
import type {
  ActionFact,
  ActivityFact,
  CaseFact,
  Facts,
  MeetingFact,
  PlacesFact,
  TotalFact,
} from '#functions/domain/fact.ts';
import { defaultPolicies } from '#functions/domain/protection-policy.ts';
import { rulesVersion } from '#functions/domain/rules-version.ts';
import type { Goal, IngestedWorkbook, WorkbookState } from '#functions/ingest/ingested.ts';
import { canonicalBytes, canonicalJson, nameOfBytes } from '#functions/publish/canonical.ts';
import type { SharingWorld } from '#functions/publish/write-shared.ts';
import type { Store } from '#functions/world.ts';

/** Whatever is published is protected as it is by default; no values to compare with. */
export const sharing: SharingWorld = { loadSolver, policies: defaultPolicies, guides: [] };

export const code = (text: string) => text as MunicipalityCode;
export const month = (text: string) => text as Month;
export const day = (text: string) => text as Day;

export function aCase(
  change: Partial<Omit<CaseFact, 'received' | 'closed' | 'area'>> & {
    received?: string;
    closed?: string | null;
    area?: string | null;
  } = {},
): CaseFact {
  const { received, closed, area, ...rest } = change;
  return {
    received: month(received ?? '2018-04'),
    closed: closed === undefined || closed === null ? null : month(closed),
    area: (area ?? null) as AreaCode | null,
    pathway: 'P01',
    targets: ['T01'],
    issues: ['K01'],
    ageBand: null,
    sex: null,
    isCompound: false,
    response: null,
    handovers: [],
    closingReason: null,
    isCarriedOver: false,
    count: 1,
    ...rest,
  };
}

export function anAction(
  change: Partial<Omit<ActionFact, 'month' | 'area'>> & { month?: string; area?: string | null } = {},
): ActionFact {
  const { month: name, area, ...rest } = change;
  return {
    month: month(name ?? '2018-04'),
    method: 'S01',
    programme: null,
    area: (area ?? null) as AreaCode | null,
    pathway: 'P01',
    targets: ['T01'],
    count: 1,
    minutes: 0,
    ...rest,
  };
}

export function aMeeting(
  change: Partial<Omit<MeetingFact, 'month' | 'area'>> & { month?: string; area?: string | null } = {},
): MeetingFact {
  const { month: name, area, ...rest } = change;
  return {
    month: month(name ?? '2018-04'),
    kind: 'M01',
    area: (area ?? null) as AreaCode | null,
    count: 1,
    discussed: 0,
    participants: 0,
    agencies: 0,
    ...rest,
  };
}

export function anActivity(
  change: Partial<Omit<ActivityFact, 'month' | 'area'>> & { month?: string; area?: string | null } = {},
): ActivityFact {
  const { month: name, area, ...rest } = change;
  return {
    month: month(name ?? '2018-04'),
    kind: 'C01',
    area: (area ?? null) as AreaCode | null,
    targets: [],
    times: 1,
    participants: 0,
    helpers: 0,
    ...rest,
  };
}

export function somePlaces(change: { day?: string; kind?: string; area?: string | null; places: number }): PlacesFact {
  return {
    day: day(change.day ?? '2018-04-01'),
    kind: change.kind ?? 'C01',
    area: (change.area ?? null) as AreaCode | null,
    places: change.places,
  };
}

export function aTotal(
  change: Partial<Omit<TotalFact, 'month' | 'area'>> & { value: number; month?: string | null; area?: string | null },
): TotalFact {
  const { month: name, area, ...rest } = change;
  return {
    fiscalYear: 2018,
    month: name === undefined || name === null ? null : month(name),
    indicator: 'N01',
    area: (area ?? null) as AreaCode | null,
    pathway: null,
    target: null,
    ...rest,
  };
}

export function anArea(areaCode: string, parents: readonly string[] = [], change: Partial<Area> = {}): Area {
  return {
    code: areaCode as AreaCode,
    name: areaCode,
    kind: parents.length === 0 ? '市町村全域' : '地区',
    parents: parents as readonly AreaCode[],
    populations: [],
    validFrom: null,
    validUntil: null,
    successor: null,
    ...change,
  };
}

export function aPopulation(change: Partial<Omit<Population, 'asOf'>> & { asOf?: string | null } = {}): Population {
  const { asOf, ...rest } = change;
  return {
    asOf: asOf === undefined || asOf === null ? null : day(asOf),
    inhabitants: null,
    households: null,
    elderly: null,
    children: null,
    ...rest,
  };
}

export function aGoal(change: Partial<Goal> = {}): Goal {
  return {
    row: 2,
    fiscalYear: 2018,
    programme: null,
    indicator: null,
    measure: '相談件数',
    unit: '件',
    counting: null,
    area: null,
    pathway: null,
    target: null,
    baseline: null,
    goalValue: 100,
    goalUpper: null,
    direction: null,
    goalText: null,
    per: null,
    result: null,
    resultAsOf: null,
    ...change,
  };
}

export const noFacts: Facts = { cases: [], actions: [], meetings: [], activities: [], places: [], totals: [] };

export function aWorkbook(
  change: Partial<Omit<IngestedWorkbook, 'facts' | 'office'>> & {
    facts?: Partial<Facts>;
    office?: Partial<IngestedWorkbook['office']>;
  } = {},
): IngestedWorkbook {
  const { facts, office, ...rest } = change;
  return {
    format: 1,
    workbook: 'a.xlsx' as WorkbookId,
    name: 'a.xlsx',
    office: {
      name: '社会福祉協議会',
      municipality: code('162051'),
      municipalityName: '氷見市',
      prefecture: '16' as PrefectureCode,
      prefectureName: '富山県',
      isFictional: true,
      isReference: false,
      sourceNote: null,
      ...office,
    },
    fiscalYear: null,
    population: aPopulation(),
    squareKilometres: null,
    areas: [],
    refusedAreas: [],
    dueFrom: null,
    dueUntil: null,
    facts: { ...noFacts, ...facts },
    goals: [],
    rowCounts: { cases: {}, actions: {}, meetings: {}, activities: {}, totals: {} },
    findings: [],
    dataUntil: null,
    tabs: [],
    ...rest,
  };
}

export function aState(
  workbook: IngestedWorkbook,
  ingested: string,
  change: Partial<WorkbookState> = {},
): WorkbookState {
  return {
    format: 1,
    workbook: workbook.workbook,
    name: workbook.name,
    rules: rulesVersion,
    municipality: workbook.office.municipality,
    revision: '1',
    areasDigest: '',
    ingested,
    rows: null,
    hold: null,
    question: null,
    letThrough: null,
    holdFindings: [],
    arrivals: [],
    recheckOn: null,
    readAt: null,
    answeredAt: null,
    answerTrouble: null,
    firstSeen: null,
    editedAt: null,
    address: null,
    tabIds: {},
    ...change,
  };
}

/** Leaves workbooks in the store as ingest does. */
export async function putWorkbooks(
  store: Store,
  workbooks: readonly IngestedWorkbook[],
  change: Partial<WorkbookState> = {},
): Promise<void> {
  for (const workbook of workbooks) {
    const bytes = canonicalBytes(workbook);
    const name = await nameOfBytes(bytes);
    await store.putObject(name, bytes);
    const pointer = `workbooks/${workbook.workbook}`;
    const before = await store.readPointer(pointer);
    await store.movePointer(pointer, canonicalJson(aState(workbook, name, change)), before?.version ?? null);
  }
}

export const now = new Date('2019-05-10T03:00:00Z');
export const today = day('2019-05-10');

export function aMemoryStore(): Store {
  return createMemoryStore({ now: () => now });
}

export const quietLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
