/**
 * Published objects that lead from a figure back to its rows (元の行), for the office's own audience only. JSON-safe; the browser
 * imports these types only.
 *
 * Which rows are behind a figure of N01 to N15, in a period of the index (2024-05, FY2024Q1, FY2024):
 *
 * | figure | rows of | in the period is | each adds |
 * |---|---|---|---|
 * | N01 | cases, not carried over | receivedOn | 1 |
 * | N05 | cases, not carried over | receivedOn | its handovers (two つなぎ先 are two) |
 * | N06 | cases | closedOn | 1 |
 * | N07 | cases, also carried over | see below | 1 |
 * | N08 | cases, not carried over, isCompound | receivedOn | 1 |
 * | N02 | actions | actedOn | 1 |
 * | N03, N04 | actions with method S03, S07 | actedOn | 1 |
 * | N09, N10, N11 | meetings | heldOn | 1, discussed, participants |
 * | N12, N13, N14 | activities | heldOn | times, participants, helpers |
 * | N15 | activities with places | see below | places |
 *
 * - A stock stands in the last month of the period that is not after the month of `asOf`. N07: received in that month or earlier, not
 *   closed in it or earlier. N15: of each workbook, area and activityKind the rows of the latest day that is not after the end of that
 *   month; none where the area's validUntil is before that end.
 * - A workbook with a `year` is heard in that fiscal year only: N06 and the stocks leave out its rows in other periods. (The other
 *   figures need not ask: such a row stands in no other year, unless it is carried over.)
 * - N06 and the stocks need the objects of all years up to the period's.
 * - Area: the row's area or one above it, each once; everything lies in the municipality itself, also `null`. Pathway: the row's or its
 *   parent in the list. Target: one of the row's or the parent of one. Meetings have neither pathway nor target, activities no pathway.
 * - An office that sent totals of an indicator for a month or its year (rows of 'totals') has no rows of it there: the figure is then the
 *   rows of the other offices and what follows from these totals, which need not be their sum (parts and wholes are both typed).
 */
import type { releaseFormat } from './release.ts';

/** Where a listed row stands. */
interface RowPlace {
  /** Position in `RowsObject.workbooks`. */
  readonly workbook: number;
  /** Row number as the spreadsheet shows it. */
  readonly row: number;
}

/** One accepted row of 相談受付, for the office's own audience: codes and days, no free text. */
export interface CaseRowView extends RowPlace {
  /** 受付番号 as typed; '' where it could be about a person (a name, a telephone number): then its row alone leads to it. */
  readonly receiptNumber: string;
  readonly receivedOn: string;
  readonly area: string | null;
  readonly pathway: string;
  readonly targets: readonly string[];
  readonly issues: readonly string[];
  readonly ageBand: string | null;
  readonly sex: string | null;
  readonly isCompound: boolean;
  readonly handovers: readonly string[];
  readonly closedOn: string | null;
  readonly closingReason: string | null;
  readonly response: string | null;
  /** Counts in stocks, closings and actions, not among the new cases of its year. */
  readonly isCarriedOver: boolean;
  /**
   * Actions so far, those too that stand in the office's later workbooks, where the case is carried over. `null` where the office's
   * 支援記録 does not tell the month of its reception: that is no 0.
   */
  readonly actions: number | null;
}

/** One accepted row of 支援記録; receiptNumber, area, pathway and targets are those of its case. */
export interface ActionRowView extends RowPlace {
  readonly receiptNumber: string;
  readonly actedOn: string;
  readonly method: string;
  readonly programme: string | null;
  readonly area: string | null;
  readonly pathway: string;
  readonly targets: readonly string[];
  readonly minutes: number;
}

/** One accepted row of 会議; `null` where a number is blank or not known. */
export interface MeetingRowView extends RowPlace {
  readonly heldOn: string;
  readonly meetingKind: string;
  readonly area: string | null;
  readonly discussed: number | null;
  readonly participants: number | null;
  readonly agencies: number | null;
}

/** One accepted row of 地域活動. */
export interface ActivityRowView extends RowPlace {
  readonly heldOn: string;
  readonly activityKind: string;
  readonly area: string | null;
  readonly targets: readonly string[];
  readonly times: number;
  readonly places: number | null;
  readonly participants: number | null;
  readonly helpers: number | null;
}

/** One row of 集計報告 that is counted. `null` means all; `month` `null` the whole fiscal year. */
export interface TotalRowView extends RowPlace {
  readonly month: string | null;
  readonly indicator: string;
  /** 'outside': 圏域 不明, 市外 …, a part of the municipality's total that lies in none of its areas. */
  readonly area: string | null;
  readonly pathway: string | null;
  readonly target: string | null;
  readonly value: number;
}

/** The rows of one tab behind the figures, by fiscal year: of 相談受付 the cases received in it, else what happened in it. */
interface RowsOf<Source extends string, Row extends RowPlace> {
  readonly format: typeof releaseFormat;
  readonly kind: 'rows';
  readonly municipality: string;
  readonly source: Source;
  /** Like 'FY2024'. */
  readonly year: string;
  /** Those with rows here, in registered order. */
  readonly workbooks: readonly {
    readonly workbook: string;
    readonly fileName: string;
    readonly office: string;
    readonly tab: string;
    /** 対象年度, like 'FY2024': the workbook is heard in that year only; `null` for one of all years. */
    readonly year: string | null;
    /** Address of the tab, to which '&range=A12:Q12' is added for cells; `null` for a file. */
    readonly address: string | null;
    /** Letters of the first and last column of the table. */
    readonly columns: readonly [first: string, last: string];
  }[];
  /** By day, workbook and row; totals by month, those of the whole year first. */
  readonly rows: readonly Row[];
}

export type RowsObject =
  | RowsOf<'cases', CaseRowView>
  | RowsOf<'actions', ActionRowView>
  | RowsOf<'meetings', MeetingRowView>
  | RowsOf<'activities', ActivityRowView>
  | RowsOf<'totals', TotalRowView>;
