/**
 * The second half of reading a workbook: its rows against each other and against the united areas of the municipality.
 * Grids go in, an IngestedWorkbook comes out. Pure; the world is in ingest.ts.
 */
import { type Finding, fold, type Table, type tables } from '#sheets-schema';
import { lastDayOf } from '../../domain/calendar.ts';
import type { Day, WorkbookId } from '../../domain/codes.ts';
import type { FactSource } from '../../domain/fact.ts';
import type { CountedSource } from '../../domain/period-axis.ts';
import { countFacts, countRows, latestDay } from '../count-facts.ts';
import { createFindingList, sortFindings } from '../findings/collect-findings.ts';
import { columnLetters } from '../findings/create-finding.ts';
import { shapeOf } from '../guards/workbook-shape.ts';
import type { IngestedWorkbook } from '../ingested.ts';
import type { UnitedAreas } from '../settle-areas.ts';
import type { TableName } from '../tables/find-tables.ts';
import type { OpenedWorkbook } from '../tables/open-workbook.ts';
import { noOwnWords, readOwnWords } from '../tables/own-words.ts';
import { readRows, type TableRows } from '../tables/read-rows.ts';
import type { AcceptedRows, CheckedTotal, RowsPlace, WorkbookRows } from '../workbook-rows.ts';
import { askAboutZeros } from './ask-about-zeros.ts';
import { checkActions } from './check-actions.ts';
import { checkAreas } from './check-areas.ts';
import { type CheckContext, checkCases } from './check-cases.ts';
import { daysOfFiscalYear } from './check-days.ts';
import { checkActivities, checkMeetings } from './check-events.ts';
import { checkGoals } from './check-goals.ts';
import { checkTotals } from './check-totals.ts';
import { compareTotals } from './compare-totals.ts';
import { createAreaFinder } from './find-area.ts';
import { preferRows } from './prefer-rows.ts';

export interface CheckedWorkbook {
  readonly ingested: IngestedWorkbook;
  /** The rows that its facts were counted from. */
  readonly rows: WorkbookRows;
  /** The first day on which the same contents could be read otherwise: the first of the days that are still to come. */
  readonly recheckOn: Day | null;
}

/** Checks an opened workbook as of a day. */
export function checkWorkbook({
  workbook,
  name,
  opened,
  united,
  today,
}: {
  workbook: WorkbookId;
  name: string;
  opened: OpenedWorkbook;
  united: UnitedAreas;
  today: Day;
}): CheckedWorkbook {
  const { profile } = opened;
  const findings = createFindingList();
  findings.addAll(opened.findings);
  const municipality = { code: profile.office.municipality, name: profile.office.municipalityName };
  const areaWords = new Set(
    [...united.stated.values()].flatMap(({ code, name: areaName }) => [fold(code), fold(areaName)]),
  );
  for (const word of [municipality.code, municipality.name, ...(opened.areas?.areas ?? []).map((area) => area.name)]) {
    areaWords.add(fold(word));
  }
  const own = opened.aliases === null ? null : readOwnWords(opened.aliases, (word) => areaWords.has(word));
  findings.addAll(own?.findings ?? []);
  const contextOf = own?.contextOf ?? noOwnWords;

  const areaTable = opened.tables.get('areas');
  const areas = opened.areas === null || areaTable === undefined ? null : checkAreas(opened.areas, areaTable, united);
  findings.addAll(areas?.findings ?? []);

  const context: CheckContext = {
    today,
    fiscalYear: profile.fiscalYear,
    findArea: createAreaFinder({ united, own: opened.areas?.areas ?? [], municipality }),
  };
  const read = <T extends Table>(tableName: TableName): TableRows<T> | null => {
    const found = opened.tables.get(tableName);
    if (found === undefined) return null;
    const rows = readRows<T>(found, (column) => contextOf(tableName, column));
    findings.addAll(rows.findings);
    return rows;
  };
  const collect = <Checked extends { readonly findings: readonly Finding[] }>(checked: Checked): Checked => {
    findings.addAll(checked.findings);
    return checked;
  };

  const caseRows = read<typeof tables.cases>('cases');
  const cases = collect(caseRows === null ? noCases : checkCases(caseRows, context));
  const actionRows = read<typeof tables.actions>('actions');
  const actions = collect(actionRows === null ? noRows : checkActions(actionRows, cases, context));
  const meetingRows = read<typeof tables.meetings>('meetings');
  const meetings = collect(meetingRows === null ? noRows : checkMeetings(meetingRows, context));
  const activityRows = read<typeof tables.activities>('activities');
  const activities = collect(activityRows === null ? noRows : checkActivities(activityRows, context));
  const totalRows = read<typeof tables.totals>('totals');
  const totals = collect(totalRows === null ? noRows : checkTotals(totalRows, context));
  const goalRows = read<typeof tables.goals>('goals');
  const goals = goalRows === null ? [] : collect(checkGoals(goalRows, context)).goals;

  const counted = {
    cases: [...cases.cases.values()],
    actions: actions.rows,
    meetings: meetings.rows,
    activities: activities.rows,
  };
  let needed: readonly CheckedTotal[] = [];
  if (totalRows !== null) {
    findings.addAll(compareTotals({ totals: totals.rows, rows: totalRows, areas: united.areas }));
    needed = collect(preferRows(totals.rows, counted, totalRows)).totals;
  }
  const accepted: AcceptedRows = { ...counted, totals: needed };
  const facts = countFacts(accepted, united.areas);
  const rowCounts = countRows(
    {
      cases: cases.tallies,
      actions: actions.tallies,
      meetings: meetings.tallies,
      activities: activities.tallies,
      totals: totals.tallies,
    },
    today,
  );
  const tabOf = (source: CountedSource) => opened.tables.get(source)?.grid.tab ?? null;
  findings.addAll(
    askAboutZeros({ office: profile.office.name, fiscalYear: profile.fiscalYear, facts, rowCounts, tabOf, today }),
  );
  const futureDays = [cases, actions, meetings, activities, totals].flatMap((checked) => checked.futureDays);

  return {
    ingested: {
      format: 1,
      workbook,
      name,
      office: profile.office,
      fiscalYear: profile.fiscalYear,
      population: profile.population,
      squareKilometres: profile.squareKilometres,
      areas: areas?.accepted ?? [],
      refusedAreas: areas?.refused ?? [],
      dueFrom: profile.dueFrom,
      dueUntil: profile.dueUntil,
      facts,
      goals,
      rowCounts,
      findings: sortFindings(findings.list(), opened.tabNames),
      dataUntil: latestDay([
        ...counted.cases.flatMap(({ receivedOn, closedOn }) =>
          closedOn === null ? [receivedOn] : [receivedOn, closedOn],
        ),
        ...actions.rows.map((row) => row.actedOn),
        ...meetings.rows.map((row) => row.heldOn),
        ...activities.rows.map((row) => row.heldOn),
        ...totals.rows.map((total) => lastDayReported(total, today)),
      ]),
      tabs: factSources.filter((source) => opened.tables.has(source)),
      shape: shapeOf(
        {
          cases: caseRows,
          actions: actionRows,
          meetings: meetingRows,
          activities: activityRows,
          totals: totalRows,
          goals: goalRows,
        },
        profile.templateVersion,
      ),
    },
    rows: { format: 1, workbook, places: placesOf(opened), ...accepted },
    recheckOn: futureDays.toSorted()[0] ?? null,
  };
}

const factSources: readonly FactSource[] = ['cases', 'actions', 'meetings', 'activities', 'totals'];

function placesOf({ tables: found }: OpenedWorkbook): WorkbookRows['places'] {
  return Object.fromEntries(
    factSources.flatMap((source): [FactSource, RowsPlace][] => {
      const table = found.get(source);
      const [first, last] = [table?.columns[0], table?.columns.at(-1)];
      if (table === undefined || first === undefined || last === undefined) return [];
      const { tab, id } = table.grid;
      return [[source, { tab, tabId: id, columns: [columnLetters(first.index), columnLetters(last.index)] }]];
    }),
  );
}

const noCases: ReturnType<typeof checkCases> = {
  cases: new Map(),
  refused: new Set(),
  tallies: [],
  findings: [],
  futureDays: [],
};
const noRows = { rows: [], tallies: [], findings: [], futureDays: [] } as const;

/** The last day that a total speaks for, not beyond the day of the run. */
function lastDayReported({ month, fiscalYear }: CheckedTotal, today: Day): Day {
  const last = month === null ? daysOfFiscalYear(fiscalYear).until : lastDayOf(month);
  return last < today ? last : today;
}
