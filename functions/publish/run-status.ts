/**
 * Where every workbook stood after the latest run: what the pointer named 'status' holds. No part of a release, since a run that
 * changes no figure brings news too. Each municipality's own audience gets its part (serve/workbooks.ts). JSON-safe.
 */
import type { Hold } from '../ingest/ingested.ts';

export const statusPointer = 'status';

export interface RunStatus {
  readonly format: 1;
  /** When the run ended with publishing, in ISO 8601, whether or not that brought a new release. */
  readonly ranAt: string;
  /** In registered order, those that are gone last. */
  readonly workbooks: readonly {
    readonly workbook: string;
    readonly name: string;
    /** `null` where nobody knows yet whose it is. */
    readonly municipality: string | null;
    readonly address: string | null;
    readonly editedAt: string | null;
    readonly readAt: string | null;
    readonly keepsFigures: boolean;
    /** Why its new contents are not used. */
    readonly hold: Hold | null;
    /** Why our answer could not be written into it. */
    readonly answerTrouble: Hold | null;
  }[];
}

/** A workbook that is held, or that could not be answered: since when, and why in words. */
export interface WorkbookTrouble {
  readonly since: string;
  readonly reason: { readonly ja: string; readonly en: string };
}

/** What GET /api/municipalities/{code}/workbooks answers. */
export interface WorkbooksAnswer {
  readonly format: 1;
  readonly municipality: string;
  /** `null` where no run has told it yet. */
  readonly ranAt: string | null;
  readonly workbooks: readonly {
    readonly workbook: string;
    readonly fileName: string;
    /** Where people open it; `null` for a file. */
    readonly address: string | null;
    /** When its people last changed it, as of its last reading; `null` where that is not known. */
    readonly editedAt: string | null;
    /** When it was last read. */
    readonly readAt: string | null;
    /** Whether figures from an earlier reading are shown while it is held. */
    readonly keepsFigures: boolean;
    readonly held: WorkbookTrouble | null;
    readonly unanswered: WorkbookTrouble | null;
  }[];
}
