/**
 * The accepted rows of one workbook, kept beside its facts so that a figure leads back to its cells: an object of its own, since nobody
 * needs them where figures are put together. Row numbers, days, numbers and codes; nothing of free text or 備考. 受付番号 stand here and
 * in what an office's own audience is shown, nowhere else.
 */
import type { IndicatorCode } from '../../sheets-schema/vocabulary/indicators.ts';
import type { AreaCode, Day, Month, WorkbookId } from '../domain/codes.ts';
import type { CaseFact, FactSource } from '../domain/fact.ts';

/** An accepted row of 相談受付. */
export interface CheckedCase extends Omit<CaseFact, 'received' | 'closed' | 'count'> {
  /** Row number as the spreadsheet shows it, here and below. */
  readonly row: number;
  /** As typed; '' where it could be about a person. */
  readonly receiptNumber: string;
  readonly receivedOn: Day;
  /** `null`: open, or closed on a day that is not known. */
  readonly closedOn: Day | null;
}

/** An accepted row of 支援記録. */
export interface CheckedAction {
  readonly row: number;
  /** Row of its case in 相談受付. */
  readonly caseRow: number;
  readonly actedOn: Day;
  readonly method: string;
  readonly programme: string | null;
  readonly area: AreaCode | null;
  readonly pathway: string;
  readonly targets: readonly string[];
  /** 0 where blank or not known. */
  readonly minutes: number;
}

/** An accepted row of 会議; numbers that are blank or not known are `null`. */
export interface CheckedMeeting {
  readonly row: number;
  readonly heldOn: Day;
  readonly kind: string;
  readonly area: AreaCode | null;
  readonly discussed: number | null;
  readonly participants: number | null;
  readonly agencies: number | null;
}

/** An accepted row of 地域活動; `times` is 1 where blank. */
export interface CheckedActivity {
  readonly row: number;
  readonly heldOn: Day;
  readonly kind: string;
  readonly area: AreaCode | null;
  readonly targets: readonly string[];
  readonly times: number;
  readonly places: number | null;
  readonly participants: number | null;
  readonly helpers: number | null;
}

/** An accepted row of 集計報告. */
export interface CheckedTotal {
  readonly row: number;
  readonly fiscalYear: number;
  /** `null`: the whole fiscal year. */
  readonly month: Month | null;
  readonly indicator: IndicatorCode;
  /** `null`: all areas. 'outside': 圏域 不明, 市外 …, a part of the municipality's total that lies in none of its areas. */
  readonly area: AreaCode | 'outside' | null;
  readonly pathway: string | null;
  readonly target: string | null;
  /** `null`: 未集計. */
  readonly value: number | null;
}

/** Where a tab's rows stand. */
export interface RowsPlace {
  /** As the office calls it. */
  readonly tab: string;
  /** Stays when the tab is renamed (SheetGrid.id). */
  readonly tabId: string;
  /** Letters of the first and last column of the table. */
  readonly columns: readonly [first: string, last: string];
}

/** What is counted: the facts of a workbook are these rows, grouped (countFacts). */
export interface AcceptedRows {
  readonly cases: readonly CheckedCase[];
  readonly actions: readonly CheckedAction[];
  readonly meetings: readonly CheckedMeeting[];
  readonly activities: readonly CheckedActivity[];
  /** Only those that rows do not replace. */
  readonly totals: readonly CheckedTotal[];
}

export interface WorkbookRows extends AcceptedRows {
  readonly format: 1;
  readonly workbook: WorkbookId;
  /** Tabs without a table are left out. */
  readonly places: Readonly<Partial<Record<FactSource, RowsPlace>>>;
}
