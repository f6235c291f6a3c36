/**
 * A municipality's workbooks put together: offices by name, one tree of areas, one axis of periods, one set of figures.
 * Facts of different workbooks are added, since a case lives in one workbook.
 */
import type { Population } from '../domain/area.ts';
import { type AreaTree, createAreaTree, uniteAreas } from '../domain/area-tree.ts';
import { fiscalYearOf, monthOf } from '../domain/calendar.ts';
import type { Day, Month, MunicipalityCode } from '../domain/codes.ts';
import { createMunicipalFigures, type MunicipalFigures } from '../domain/counting/municipal-figures.ts';
import { fiscalYearsOf, type OfficeRecord } from '../domain/counting/office-record.ts';
import type { Facts } from '../domain/fact.ts';
import { createPeriodAxis } from '../domain/period-axis.ts';
import { reportingDays } from '../domain/quality.ts';
import { rulesVersion } from '../domain/rules-version.ts';
import type { IngestedWorkbook, WorkbookState } from '../ingest/ingested.ts';
import { type MunicipalityName, releaseFormat } from './release.ts';

/** One workbook with where it stands. */
export interface WorkbookInput {
  readonly state: WorkbookState;
  readonly ingested: IngestedWorkbook;
}

export interface Municipality {
  readonly name: MunicipalityName;
  readonly workbooks: readonly WorkbookInput[];
  /** Offices in registered order; those whose workbooks are kept for reference only are left out. */
  readonly offices: readonly { readonly record: OfficeRecord; readonly workbooks: readonly WorkbookInput[] }[];
  readonly tree: AreaTree;
  readonly profile: readonly Population[];
  readonly figures: MunicipalFigures;
  /** Q03 by workbook and month. */
  readonly reportingDays: readonly ReadonlyMap<number, number>[];
  /** The latest day of any accepted row. */
  readonly dataUntil: Day | null;
  readonly today: Day;
}

/** Workbooks by municipality, municipalities by code. Those that were never accepted have none. */
export function groupByMunicipality(states: readonly WorkbookState[]): Map<MunicipalityCode, WorkbookState[]> {
  const groups = new Map<MunicipalityCode, WorkbookState[]>();
  for (const state of states) {
    if (state.municipality === null) continue;
    const group = groups.get(state.municipality);
    if (group === undefined) groups.set(state.municipality, [state]);
    else group.push(state);
  }
  return new Map([...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * All that a municipality's objects are computed from: equal inputs give equal objects. A workbook's revision is no part of
 * it, since a file that was only copied says nothing new.
 */
export function inputsOf(states: readonly WorkbookState[], today: Day): unknown {
  const workbooks = states.map(({ workbook, name, ingested, rows, hold, holdFindings, arrivals, address, tabIds }) => ({
    workbook,
    name,
    ingested,
    rows,
    hold,
    holdFindings,
    arrivals,
    address,
    tabIds,
  }));
  return { rules: rulesVersion, format: releaseFormat, today, workbooks };
}

/** A code that ends like 090000 is a prefecture's own office. */
export function isPrefectureCode(code: string): boolean {
  return /^\d{2}000\d$/.test(code);
}

/** Puts the workbooks of one municipality together, in registered order. */
export function createMunicipality(
  code: MunicipalityCode,
  workbooks: readonly WorkbookInput[],
  today: Day,
): Municipality {
  const first = workbooks[0]?.ingested.office;
  const counted = workbooks.filter(({ ingested }) => !ingested.office.isReference);
  const offices = groupByOffice(counted);
  const records = offices.map(({ record }) => record);
  const tree = createAreaTree({
    municipality: code,
    name: first?.municipalityName ?? code,
    areas: uniteAreas(workbooks.map(({ ingested }) => ingested.areas)),
  });
  const axis = createPeriodAxis({ ...yearsToShow(workbooks, records, today), today });
  const profile = workbooks.map(({ ingested }) => ingested.population);
  return {
    name: {
      code,
      name: first?.municipalityName ?? code,
      prefecture: code.slice(0, 2),
      prefectureName: first?.prefectureName ?? '',
      isFictional: workbooks.some(({ ingested }) => ingested.office.isFictional),
    },
    workbooks,
    offices,
    tree,
    profile,
    figures: createMunicipalFigures({ tree, axis, records, profile }),
    reportingDays: counted.map(({ state }) => reportingDays(state.arrivals, axis)),
    dataUntil: latestDay(counted.map(({ ingested }) => ingested.dataUntil)),
    today,
  };
}

/** The fiscal years with accepted data; where there is none at all, those of the goals up to now. */
function yearsToShow(workbooks: readonly WorkbookInput[], records: readonly OfficeRecord[], today: Day) {
  const current = fiscalYearOf(monthOf(today));
  const years = fiscalYearsOf(records, current);
  if (years.first !== null) return years;
  const ofGoals = workbooks
    .flatMap(({ ingested }) => ingested.goals.map(({ fiscalYear }) => fiscalYear))
    .filter((year) => year <= current);
  return ofGoals.length === 0 ? years : { first: Math.min(...ofGoals), last: Math.max(...ofGoals) };
}

function groupByOffice(workbooks: readonly WorkbookInput[]): Municipality['offices'] {
  const groups = new Map<string, WorkbookInput[]>();
  for (const input of workbooks) {
    const group = groups.get(input.ingested.office.name);
    if (group === undefined) groups.set(input.ingested.office.name, [input]);
    else group.push(input);
  }
  return [...groups].map(([office, group]) => ({
    record: {
      office,
      dueFrom: earliestMonth(group.map(({ ingested }) => ingested.dueFrom)),
      dueUntil: lastMonthOfAll(group.map(({ ingested }) => ingested.dueUntil ?? null)),
      parts: group.map(({ ingested }) => ({
        fiscalYear: ingested.fiscalYear,
        facts: ingested.facts satisfies Facts,
        rowCounts: ingested.rowCounts,
      })),
    },
    workbooks: group,
  }));
}

function earliestMonth(months: readonly (Month | null)[]): Month | null {
  return months.reduce((first, month) => (month !== null && (first === null || month < first) ? month : first), null);
}

/** `null` as long as one of them goes on. */
function lastMonthOfAll(months: readonly (Month | null)[]): Month | null {
  const known = months.flatMap((month) => month ?? []);
  return known.length < months.length ? null : (known.toSorted().at(-1) ?? null);
}

export function latestDay(days: readonly (Day | null)[]): Day | null {
  return days.reduce((latest, day) => (day !== null && (latest === null || day > latest) ? day : latest), null);
}
