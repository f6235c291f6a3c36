/** The workbooks of 海野県 (架空のデータ), and what a faultless count of them must come to. */
import { fiscalYearOf } from '../day.ts';
import type { SampleTab, SampleWorkbook } from '../workbook.ts';
import { typeActions } from './action-tab.ts';
import { type CleanCase, cleanCases, dayOfText, type OfficeOfMunicipality } from './case.ts';
import { type TypingHabit, typeCases } from './case-tab.ts';
import { activityTab, meetingTab } from './community-tabs.ts';
import { aliasTab, areaTab, profileTab } from './frame-tabs.ts';
import { goalTab } from './goal-tab.ts';
import { municipalities, withCheckDigit } from './prefecture.ts';
import { spreadCases } from './spread-cases.ts';
import { totalsTab } from './totals-tab.ts';

/** A plain tally of one office and fiscal year: what was done, and how much of it is typed so that it must be refused. */
export interface TrueCount {
  readonly municipality: string;
  readonly office: string;
  readonly fiscalYear: number;
  readonly cases: number;
  readonly casesRefused: number;
  /** Closings of accepted cases whose 終結日 can be read, by 終結日. */
  readonly closings: number;
  readonly actions: number;
  readonly actionsRefused: number;
}

export interface FictionalSample {
  readonly workbooks: readonly SampleWorkbook[];
  readonly truth: readonly TrueCount[];
}

const allCases = 20_000;

/** Makes the prefecture as of a day ('2026-11-20'), with 20,000 cases unless a test needs fewer. */
export function fictionalSample({
  seed,
  asOf,
  cases: total = allCases,
}: {
  readonly seed: number;
  readonly asOf: string;
  readonly cases?: number;
}): FictionalSample {
  const lastDay = dayOfText(asOf);
  const offices = municipalities
    .flatMap((municipality) => municipality.offices.map((office) => ({ municipality, office })))
    .map((of, index): OfficeOfMunicipality => ({ ...of, index }));
  const days = spreadCases({ offices, total, asOf: lastDay, seed });
  const cases = new Map(offices.map((of) => [of, cleanCases(of, days.get(of) ?? [], lastDay, seed)]));
  const made = offices.map((of) => {
    const isFirst = of.municipality.offices[0] === of.office;
    const own = cases.get(of) ?? [];
    const siblings = offices
      .filter((other) => other.municipality === of.municipality)
      .flatMap((other) => cases.get(other) ?? []);
    return makeOffice({
      of,
      own,
      asOf: lastDay,
      seed,
      isFirst,
      goals: isFirst ? goalTab(of, countByYear(siblings), seed) : null,
    });
  });
  return { workbooks: made.map(({ workbook }) => workbook), truth: made.flatMap(({ truth }) => truth) };
}

function makeOffice(options: {
  readonly of: OfficeOfMunicipality;
  readonly own: readonly CleanCase[];
  readonly asOf: number;
  readonly seed: number;
  readonly isFirst: boolean;
  readonly goals: SampleTab | null;
}): { readonly workbook: SampleWorkbook; readonly truth: readonly TrueCount[] } {
  const { of, own, asOf, seed, isFirst, goals } = options;
  const path = `umino/${of.municipality.name}/${of.office.name}`;
  const frame = [profileTab(of), areaTab(of, isFirst)];
  if (of.office.totalsOnly) {
    const tabs = [...frame, totalsTab(of, { asOf, seed }), ...(goals === null ? [] : [goals])];
    return { workbook: { path, format: 'xlsx', tabs }, truth: [] };
  }
  const habit = habitOf(of);
  const typed = typeCases(of, own, habit, seed);
  const actions = typeActions({ of, cases: own, refusedCases: typed.refused, dateStyle: habit.dateStyle, seed });
  const activities = activityTab(of, habit, { asOf, seed });
  const tabs = [
    ...frame,
    typed.tab,
    actions.tab,
    meetingTab(of, habit, { asOf, seed }),
    ...(activities === null ? [] : [activities]),
    ...(goals === null ? [] : [goals]),
    aliasTab(habit.pathwayHeader),
  ];
  const years = new Set([...own.map(({ received }) => fiscalYearOf(received)), ...actions.years.keys()]);
  const truth = [...years].sort().map((fiscalYear): TrueCount => {
    const received = own.filter((one) => fiscalYearOf(one.received) === fiscalYear);
    const done = actions.years.get(fiscalYear) ?? { done: 0, refused: 0 };
    return {
      municipality: withCheckDigit(of.municipality.digits),
      office: of.office.name,
      fiscalYear,
      cases: received.length,
      casesRefused: received.filter((one) => typed.refused.has(one)).length,
      closings: own.filter(
        (one) =>
          one.closed !== null &&
          fiscalYearOf(one.closed) === fiscalYear &&
          !typed.refused.has(one) &&
          !typed.stillOpen.has(one),
      ).length,
      actions: done.done,
      actionsRefused: done.refused,
    };
  });
  return { workbook: { path, format: of.office.format ?? 'xlsx', tabs }, truth };
}

/** Offices differ in how they type; merged cells exist in .xlsx only. */
function habitOf(of: OfficeOfMunicipality): TypingHabit {
  const isXlsx = of.office.format === undefined;
  return {
    dateStyle: isXlsx
      ? of.index % 6 === 5
        ? 'slash'
        : 'cell'
      : of.office.format === 'csv-cp932'
        ? 'shortEra'
        : 'slash',
    areaBy: of.index % 2 === 0 ? 'name' : 'code',
    pathwayHeader: of.index % 4 === 1 ? 'どこから' : '経路',
    hasExplanatoryRow: of.index % 3 === 0,
    hasYearTotals: of.index % 5 === 2,
    hasPreprintedRows: of.index % 2 === 1,
    mergesAreas: isXlsx && of.index % 4 === 3,
    reversesColumns: of.index % 7 === 4,
  };
}

function countByYear(cases: readonly CleanCase[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { received } of cases) counts.set(fiscalYearOf(received), (counts.get(fiscalYearOf(received)) ?? 0) + 1);
  return counts;
}
