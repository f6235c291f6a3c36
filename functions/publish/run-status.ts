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
    /** The id of what is asked of its people (これで正しいですか); `null`: nothing. Left out by earlier versions. */
    readonly question?: string | null;
  }[];
}

/** The pointer that holds how the latest runs ended, whether or not they came to publishing. */
export const runsPointer = 'runs';

/** What of the registry (登録簿) is to be mended: where, and the key of its sentence. Nothing that was typed there. */
export interface RegistryProblem {
  /** unread: rows of an earlier reading are used. row: one row is not used. */
  readonly kind: 'unread' | 'row';
  /** Key into failureMessages (unread) or findingMessages (row). */
  readonly code: string;
  readonly tab: string | null;
  readonly row: number | null;
  /** What the sentence of an unread registry names: its file, tab and standard headers. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** One run as it ended. */
export interface RunRecord {
  /** Its id, which every line of its log carries. */
  readonly run: string;
  /** In ISO 8601, like `endedAt`. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly outcome: 'published' | 'unchanged' | 'nothing' | 'failed';
  /** Why it failed: a key into failureMessages with its facts, or the kind of error with what it said; `null` where it did not. */
  readonly cause: {
    readonly code: string | null;
    readonly facts: Readonly<Record<string, string | number>>;
    readonly error: string;
  } | null;
  /** The release that was current when it ended. */
  readonly release: string | null;
  /** Audiences that keep their last objects, since small numbers could be found out of the new ones. */
  readonly withheld: readonly string[];
  readonly registry: readonly RegistryProblem[];
  /** Workbooks that are listed, were read and accepted, are held, could not be answered, are left to the next run. */
  readonly workbooks: {
    readonly listed: number;
    readonly read: number;
    readonly held: number;
    readonly unanswered: number;
    readonly postponed: number;
  };
  /** Of the release: rows counted, and what is to be mended in the workbooks. */
  readonly rowsAccepted: number;
  readonly errors: number;
  readonly objectsWritten: number;
  /** To Google, each attempt counted. */
  readonly requests: number;
  /** By step: plan, ingest, publish. */
  readonly seconds: Readonly<Record<string, number>>;
}

/** What the pointer 'runs' holds: newest first. */
export interface RunHistory {
  readonly format: 1;
  readonly runs: readonly RunRecord[];
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
    /** The id of what is asked before its new contents are used; `null`: nothing. */
    readonly question: string | null;
    /** Whether somebody has answered that with yes, so that the next reading is used. Left out by earlier versions. */
    readonly isLetThrough?: boolean;
  }[];
}

/** A sentence in both languages. */
interface Said {
  readonly ja: string;
  readonly en: string;
}

/** What GET /api/operation answers to administrators (運用の状態). */
export interface OperationAnswer {
  readonly format: 1;
  readonly status: 'ok' | 'late' | 'failing';
  /** Since when it is late or failing. */
  readonly since: string | null;
  readonly failedRuns: number;
  readonly ranAt: string | null;
  readonly expectedMinutes: number | null;
  /** By when the next run is to have ended. */
  readonly expectedBy: string | null;
  /** rulesVersion of the current release. */
  readonly rules: number | null;
  readonly troubles: readonly {
    readonly key: string;
    readonly kind: string;
    readonly since: string;
    readonly name: Said;
    readonly what: Said;
    readonly who: Said;
    readonly municipality: string | null;
    readonly address: string | null;
    /** What is asked of a held workbook, which an administrator may answer; `null`: nothing. Left out by earlier versions. */
    readonly asked?: { readonly workbook: string; readonly question: string; readonly isLetThrough: boolean } | null;
    /** The day on which somebody was told; `null`: nobody yet. */
    readonly toldOn: string | null;
  }[];
  /** Newest first. */
  readonly runs: readonly (Pick<RunRecord, 'run' | 'startedAt' | 'endedAt' | 'outcome' | 'workbooks'> & {
    readonly error: string | null;
  })[];
  readonly receivers: readonly {
    readonly name: string;
    readonly sentAt: string | null;
    readonly failedSince: string | null;
    readonly problem: string | null;
  }[];
  /** Messages that have not reached every receiver. */
  readonly waiting: number;
}

/** What GET /api/audit answers to administrators (操作の記録). */
export interface AuditAnswer {
  readonly format: 1;
  readonly month: string;
  /** Months that can be asked for, newest first. */
  readonly months: readonly string[];
  readonly entries: readonly {
    readonly at: string;
    readonly action: string;
    readonly actor: string | null;
    readonly subject: string | null;
    readonly facts: Readonly<Record<string, string | number | boolean>>;
  }[];
  /** The names of the municipalities that entries are about, as far as the current release knows them. Left out by earlier versions. */
  readonly municipalities?: readonly { readonly code: string; readonly name: string }[];
  /** Older entries of the month that are left out. */
  readonly left: number;
  /** Names of entries that could not be read. */
  readonly unreadable: readonly string[];
}
