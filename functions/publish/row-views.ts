/**
 * Published objects that lead from a figure back to its rows (元の行), for the office's own audience only. JSON-safe; the browser
 * imports these types only.
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
  /** Actions so far. */
  readonly actions: number;
}

/** One accepted row of 支援記録; area, pathway and targets are those of its case. */
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
  readonly workbooks: readonly {
    readonly workbook: string;
    readonly fileName: string;
    readonly office: string;
    readonly tab: string;
    /** Address of the tab, to which '&range=A12:Q12' is added for cells; `null` for a file. */
    readonly address: string | null;
    /** Letters of the first and last column of the table. */
    readonly columns: readonly [first: string, last: string];
  }[];
  /** By day, workbook and row. */
  readonly rows: readonly Row[];
}

export type RowsObject =
  | RowsOf<'cases', CaseRowView>
  | RowsOf<'actions', ActionRowView>
  | RowsOf<'meetings', MeetingRowView>
  | RowsOf<'activities', ActivityRowView>
  | RowsOf<'totals', TotalRowView>;
