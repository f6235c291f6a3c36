/**
 * A finding (チェック結果): something in a workbook that was not used, or was used with a remark.
 * Its facts are here, its sentences are in vocabulary/messages.ts under the same code.
 */
import type { findingMessages } from './vocabulary/messages.ts';

/** error: something typed was not used (a row, or one cell). notice: used, with a remark. */
export type Severity = 'error' | 'notice';

/** The key of a sentence in the message catalogue; every finding has one. */
export type FindingCode = keyof typeof findingMessages;

/** The values that the sentence needs, by the names of its placeholders. */
export type FindingFacts = Readonly<Record<string, string | number>>;

/** A place in a workbook, in the words of the people who look for it. */
export interface FindingPlace {
  /** The tab's name as the office wrote it; `null` where the finding concerns the whole workbook. */
  readonly tab: string | null;
  /** Row number as the spreadsheet shows it (1-based); `null` for a whole column or tab. */
  readonly row: number | null;
  /** The standard header of the column; `null` for a whole row. */
  readonly header: string | null;
  /** A1 address of the cell, like 'C12'; `null` where there is no single cell. */
  readonly cell: string | null;
}

export interface Finding extends FindingPlace {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What was typed, only for code, number and date columns and only where it does not look personal; else `null`. */
  readonly typed: string | null;
  readonly suggestion: string | null;
  readonly facts: FindingFacts;
  /** Further places of the same finding (row numbers of the same tab), for findings that stand for many. */
  readonly otherRows: readonly number[];
}
