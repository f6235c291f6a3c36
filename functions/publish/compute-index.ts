/** Where an office audience starts: names, areas, periods, who reported when, and the names of the objects with the figures. */
import type { Population } from '../domain/area.ts';
import { type CountedSource, countedSources } from '../domain/period-axis.ts';
import { populationFor } from '../domain/population.ts';
import { lateMonths, reportingDays, reportingSides } from '../domain/quality.ts';
import type { OfficeReporting } from '../domain/reporting.ts';
import { latestDay, type Municipality, type WorkbookInput } from './municipality.ts';
import { type ComparedPeriod, type OfficeIndex, type OfficeReport, releaseFormat } from './release.ts';

/** The sentence for why a workbook is held. */
export type DescribeHold = (
  code: string,
  facts: Readonly<Record<string, string | number>>,
  language: 'ja' | 'en',
) => string;

/** The index of a municipality, once its objects are written. */
export function computeIndex(
  municipality: Municipality,
  objects: Pick<OfficeIndex, 'cuts' | 'goals' | 'findings' | 'details' | 'signals'>,
  describeHold: DescribeHold,
): OfficeIndex {
  const { figures, tree, today } = municipality;
  const { axis } = figures;
  const bySource = <T>(compute: (source: CountedSource) => T): Record<string, T> =>
    Object.fromEntries(countedSources.map((source) => [source, compute(source)]));
  return {
    format: releaseFormat,
    kind: 'office',
    audience: `office:${municipality.name.code}`,
    asOf: today,
    municipality: municipality.name,
    sources: [...new Set(municipality.workbooks.flatMap(({ ingested }) => ingested.office.sourceNote ?? []))],
    profile: profileOf(municipality),
    areas: tree.nodes.map(({ area, isRoot, depth }) => ({ ...area, isRoot, depth })),
    months: axis.months,
    quarters: axis.quarters,
    years: axis.years,
    dataUntil: municipality.dataUntil,
    offices: reportsOf(municipality, describeHold),
    reports: countReports(municipality),
    missing: bySource((source) => missingOffices(municipality, source)),
    monthsWithData: bySource((source) => monthsWithData(municipality, source)),
    compared: bySource((source) => comparedPeriods(municipality, source)),
    ...objects,
  };
}

/** The root's latest population: 圏域 where it has one, else 基本情報. */
function profileOf({ tree, profile, today }: Municipality): OfficeIndex['profile'] {
  const root = tree.nodes[0]?.area.populations ?? [];
  const latest = (measure: 'inhabitants' | 'households' | 'elderly' | 'children') => {
    const has = (edition: Population) => edition[measure] !== null;
    return populationFor(root.some(has) ? root : profile, measure, today);
  };
  const inhabitants = latest('inhabitants');
  return {
    inhabitants: inhabitants?.value ?? null,
    households: latest('households')?.value ?? null,
    elderly: latest('elderly')?.value ?? null,
    children: latest('children')?.value ?? null,
    populationAsOf: inhabitants?.asOf ?? null,
  };
}

function reportsOf(municipality: Municipality, describeHold: DescribeHold): OfficeReport[] {
  const { figures, offices } = municipality;
  return offices.flatMap(({ record, workbooks }, index): OfficeReport[] => {
    const reporting = figures.reporting[index];
    const latest = workbooks.at(-1);
    if (reporting === undefined || latest === undefined) return [];
    const hold = workbooks.find(({ state }) => state.hold !== null)?.state.hold ?? null;
    const rows = workbooks.flatMap(({ ingested }) =>
      Object.values(ingested.rowCounts).flatMap((months) => Object.values(months)),
    );
    const findings = workbooks.flatMap(({ ingested, state }) => [...ingested.findings, ...state.holdFindings]);
    return [
      {
        office: record.office,
        workbook: latest.ingested.workbook,
        fileName: latest.state.name,
        held:
          hold === null
            ? null
            : {
                since: hold.since,
                reason: {
                  ja: describeHold(hold.code, hold.facts, 'ja'),
                  en: describeHold(hold.code, hold.facts, 'en'),
                },
              },
        dataUntil: latestDay(workbooks.map(({ ingested }) => ingested.dataUntil)),
        months: reporting.months,
        sources: {
          cases: reporting.tabs.cases.states,
          actions: reporting.tabs.actions.states,
          meetings: reporting.tabs.meetings.states,
          activities: reporting.tabs.activities.states,
          totals: reporting.totals,
        },
        late: lateOf(municipality, reporting, workbooks),
        missing: missingTabs(municipality, reporting),
        rowsRead: rows.reduce((sum, { read }) => sum + read, 0),
        rowsAccepted: rows.reduce((sum, { accepted }) => sum + accepted, 0),
        errors: findings.filter(({ severity }) => severity === 'error').length,
        notices: findings.filter(({ severity }) => severity === 'notice').length,
      },
    ];
  });
}

/** An office's month is late where any of its workbooks was. */
function lateOf(
  { figures: { axis } }: Municipality,
  { months }: OfficeReporting,
  workbooks: readonly WorkbookInput[],
): (boolean | null)[] {
  const byWorkbook = workbooks.map(({ state }) => lateMonths(reportingDays(state.arrivals, axis), axis));
  return months.map((state, month) => {
    const known = byWorkbook.flatMap((late) => late.get(month) ?? []);
    return state !== 'reported' || known.length === 0 ? null : known.includes(true);
  });
}

function missingTabs({ figures: { axis } }: Municipality, { due }: OfficeReporting): Record<string, string[]> {
  return Object.fromEntries(
    axis.months.flatMap((name, month) => {
      const tabs = countedSources.filter((source) => due[source][month] === 'missing');
      return tabs.length === 0 ? [] : [[name, tabs] as const];
    }),
  );
}

/** Both sides of Q01. */
function countReports({ figures: { axis, reporting } }: Municipality): OfficeIndex['reports'] {
  const { numerator, denominator } = reportingSides(reporting, axis.plainSlots);
  return Object.fromEntries(
    axis.plainSlots.flatMap(({ name }, slot) => {
      const due = denominator[slot] ?? 0;
      return due === 0 ? [] : [[name, { due, reported: numerator[slot] ?? 0 }] as const];
    }),
  );
}

/** Whether an office that has used a tab before is missing from one of its months, up to the month before the run. */
export function isMissing({ figures }: Municipality, office: number, source: CountedSource, month: number): boolean {
  const reporting = figures.reporting[office];
  const states = reporting?.tabs[source].states ?? [];
  const first = states.indexOf('reported');
  if (first < 0 || month < first || month >= (reporting?.dueEnd ?? 0)) return false;
  return states[month] !== 'reported' && states[month] !== 'zero';
}

function missingOffices(municipality: Municipality, source: CountedSource): Record<string, string[]> {
  const { figures, offices } = municipality;
  const missing: Record<string, string[]> = {};
  for (const slot of figures.slots[source]) {
    const names = offices
      .filter((_, office) => slot.months.some((month) => isMissing(municipality, office, source, month)))
      .map(({ record }) => record.office);
    if (names.length > 0) missing[slot.name] = names;
  }
  return missing;
}

function monthsWithData({ figures }: Municipality, source: CountedSource): Record<string, number> {
  return Object.fromEntries(
    figures.slots[source].map((slot) => [
      slot.name,
      slot.months.filter((month) => figures.hasData(source, month)).length,
    ]),
  );
}

function comparedPeriods({ figures }: Municipality, source: CountedSource): ComparedPeriod[] {
  const { axis } = figures;
  return figures.slots[source].flatMap((slot): ComparedPeriod[] => {
    if (slot.kind !== 'same' || slot.months.length === 0) return [];
    const year = axis.fiscalYears.indexOf(slot.fiscalYear);
    const leftOut = axis.months.filter(
      (_, month) => Math.floor(month / 12) === year && figures.hasData(source, month) && !slot.months.includes(month),
    );
    return [{ year: axis.years[year] ?? '', leftOut }];
  });
}
