/** The rows behind the figures (元の行) by tab and fiscal year. Pure. */
import { fiscalYearOf, fiscalYearPeriod, monthOf } from '../../domain/calendar.ts';
import type { Day } from '../../domain/codes.ts';
import type { FactSource } from '../../domain/fact.ts';
import { addressOfTab } from '../../domain/workbook-address.ts';
import type { CheckedAction, CheckedCase } from '../../ingest/workbook-rows.ts';
import type { Municipality } from '../municipality.ts';
import { releaseFormat } from '../release.ts';
import type {
  ActionRowView,
  ActivityRowView,
  CaseRowView,
  MeetingRowView,
  RowsObject,
  TotalRowView,
} from '../row-views.ts';
import type { KeptRows, KeptWorkbook } from './kept-rows.ts';

/** A row without the position of its workbook, which depends on the others of its year. */
type Unplaced<View> = Omit<View, 'workbook'>;

interface Dated<View> {
  readonly year: string;
  /** What it is sorted by. */
  readonly day: string;
  readonly view: Unplaced<View>;
}

/** One object a tab and fiscal year, one tab after the other; years without a row have none. */
export function* computeRows(municipality: Municipality, kept: KeptRows): Generator<RowsObject> {
  const head = { format: releaseFormat, kind: 'rows', municipality: municipality.name.code } as const;
  const { workbooks } = kept;
  for (const part of byYear(workbooks, 'cases', (workbook) => casesOf(workbook, kept)))
    yield { ...head, source: 'cases', ...part };
  for (const part of byYear(workbooks, 'actions', actionsOf)) yield { ...head, source: 'actions', ...part };
  for (const part of byYear(workbooks, 'meetings', meetingsOf)) yield { ...head, source: 'meetings', ...part };
  for (const part of byYear(workbooks, 'activities', activitiesOf)) yield { ...head, source: 'activities', ...part };
  for (const part of byYear(workbooks, 'totals', (workbook) => totalsOf(workbook, municipality)))
    yield { ...head, source: 'totals', ...part };
}

function* byYear<View extends { readonly workbook: number; readonly row: number }>(
  workbooks: readonly KeptWorkbook[],
  source: FactSource,
  rowsOf: (workbook: KeptWorkbook) => readonly Dated<View>[],
): Generator<{ readonly year: string; readonly workbooks: RowsObject['workbooks']; readonly rows: readonly View[] }> {
  const years = new Map<string, Map<KeptWorkbook, Dated<View>[]>>();
  for (const workbook of workbooks) {
    for (const dated of rowsOf(workbook)) {
      const year = years.get(dated.year) ?? new Map<KeptWorkbook, Dated<View>[]>();
      years.set(dated.year, year);
      const own = year.get(workbook);
      if (own === undefined) year.set(workbook, [dated]);
      else own.push(dated);
    }
  }
  for (const [year, byWorkbook] of [...years].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const rows = [...byWorkbook.values()].flatMap((dated, workbook) =>
      // The rest of a view and the position of its workbook are the view; the compiler cannot know that of a type parameter.
      dated.map(({ day, view }) => ({ day, view: { workbook, ...view } as unknown as View })),
    );
    rows.sort(
      (one, other) =>
        (one.day < other.day ? -1 : one.day > other.day ? 1 : 0) ||
        one.view.workbook - other.view.workbook ||
        one.view.row - other.view.row,
    );
    yield {
      year,
      workbooks: [...byWorkbook.keys()].map((workbook) => describeWorkbook(workbook, source)),
      rows: rows.map(({ view }) => view),
    };
  }
}

function describeWorkbook({ input, rows }: KeptWorkbook, source: FactSource): RowsObject['workbooks'][number] {
  const { state, ingested } = input;
  const place = rows.places[source];
  return {
    workbook: ingested.workbook,
    fileName: state.name,
    office: ingested.office.name,
    tab: place?.tab ?? '',
    year: ingested.fiscalYear === null ? null : fiscalYearPeriod(ingested.fiscalYear),
    address: addressOfTab(state.address, place?.tabId),
    columns: place?.columns ?? ['A', 'A'],
  };
}

function dated<View>(day: Day, view: Unplaced<View>): Dated<View> {
  return { year: fiscalYearPeriod(fiscalYearOf(monthOf(day))), day, view };
}

function casesOf({ rows }: KeptWorkbook, kept: KeptRows): Dated<CaseRowView>[] {
  return rows.cases.map((each: CheckedCase) => dated(each.receivedOn, { ...each, actions: kept.actionsOf(each) }));
}

function actionsOf({ rows }: KeptWorkbook): Dated<ActionRowView>[] {
  const numbers = new Map(rows.cases.map(({ row, receiptNumber }) => [row, receiptNumber]));
  return rows.actions.map(({ caseRow, ...action }: CheckedAction) =>
    dated(action.actedOn, { ...action, receiptNumber: numbers.get(caseRow) ?? '' }),
  );
}

function meetingsOf({ rows }: KeptWorkbook): Dated<MeetingRowView>[] {
  return rows.meetings.map(({ kind, ...meeting }) => dated(meeting.heldOn, { ...meeting, meetingKind: kind }));
}

function activitiesOf({ rows }: KeptWorkbook): Dated<ActivityRowView>[] {
  return rows.activities.map(({ kind, ...activity }) => dated(activity.heldOn, { ...activity, activityKind: kind }));
}

/** Those that are used: rows of the office's other workbooks replace totals too. */
function totalsOf({ rows, office, part }: KeptWorkbook, { figures }: Municipality): Dated<TotalRowView>[] {
  return rows.totals.flatMap(({ fiscalYear, value, ...total }) => {
    if (value === null || !figures.isCounted(office, { ...total, fiscalYear }, part)) return [];
    return [{ year: fiscalYearPeriod(fiscalYear), day: total.month ?? '', view: { ...total, value } }];
  });
}
