/**
 * The ports: everything the core needs from the world, as small promises. Types only.
 * Adapters keep them; each implementation passes the contract tests in test/contracts.
 */
import type { Cell } from '../sheets-schema/cells/cell.ts';
import type { MunicipalityCode, WorkbookId } from './domain/codes.ts';

/** A merged range, 0-based, ends excluded. The value stands in its first cell. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One tab as a rectangle of cells; trailing empty cells and rows may be left out. Hidden rows are in it like any other. */
export interface SheetGrid {
  readonly tab: string;
  /** Stays when the tab is renamed (Google's sheetId); for files the tab's position. */
  readonly id: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** Left out where the template left no ids in the tab. */
  readonly storedIds?: StoredIds;
  /** Only of sources that can be answered in. */
  readonly surface?: SheetSurface;
}

/**
 * Ids that the template left in a tab, which stay when people rename, move or translate it and its columns
 * (Google: developer metadata; .xlsx: defined names).
 */
export interface StoredIds {
  /** English name of the table, like 'cases'; `null` where only columns have ids. */
  readonly tab: string | null;
  /** English names of columns by 0-based column index; of 基本情報, names of items by 0-based row index. */
  readonly fields: ReadonlyMap<number, string>;
}

/** What stands on the cells of a tab beside their values, so that an answer leaves alone what people put there. */
export interface SheetSurface {
  /** Size of the tab as it is, empty rows and columns included. */
  readonly rowCount: number;
  readonly columnCount: number;
  /** Notes by 'row:column', 0-based. */
  readonly notes: ReadonlyMap<string, string>;
  /** Backgrounds that were set on cells, as '#rrggbb', by 'row:column'. */
  readonly backgrounds: ReadonlyMap<string, string>;
}

/** A workbook that could be read now. */
export interface WorkbookEntry {
  readonly id: WorkbookId;
  /** As people know it: the file's name, or the spreadsheet's title. */
  readonly name: string;
  /** Changes when the workbook changes; equal revisions need no reading. */
  readonly revision: string;
  /** Its municipality as registered; left out where only its contents tell. */
  readonly municipality?: MunicipalityCode;
  /** Listed without being seen (not shared with us, deleted): reading says why, and the revision changes once it can be seen. */
  readonly isOutOfReach?: true;
  /** When it was last changed, in ISO 8601, if the last change was ours; else left out. */
  readonly ownChangeAt?: string;
  /** When it was last changed by anybody, in ISO 8601; left out where the source does not know. */
  readonly changedAt?: string;
  /** Where people open it, like 'https://docs.google.com/spreadsheets/d/1AbC…/edit'; left out for files. */
  readonly address?: string;
}

/** gone: deleted or moved; forbidden: not shared, or a password; busy: try later; broken: not a workbook we can read. */
export type FailureKind = 'gone' | 'forbidden' | 'busy' | 'broken';

/** The world failed for one workbook. The message's key and facts say to its people what to do. */
export class WorkbookFailure extends Error {
  readonly kind: FailureKind;
  readonly workbook: string;
  /** Key into failureMessages of the vocabulary. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  constructor(
    failure: {
      kind: FailureKind;
      workbook: string;
      code: string;
      facts?: Readonly<Record<string, string | number>>;
    },
    options?: ErrorOptions,
  ) {
    super(`${failure.workbook}: ${failure.code}`, options);
    this.name = 'WorkbookFailure';
    this.kind = failure.kind;
    this.workbook = failure.workbook;
    this.code = failure.code;
    this.facts = failure.facts ?? {};
  }
}

/** Where workbooks come from. A folder that cannot be listed throws; one workbook that cannot be read fails alone. */
export interface WorkbookSource {
  /** In registered order (a folder: sorted by path); the first wins where workbooks disagree. */
  list(): Promise<readonly WorkbookEntry[]>;
  /** @throws WorkbookFailure */
  read(entry: WorkbookEntry): Promise<readonly SheetGrid[]>;
  /** How many workbooks may be read at the same time; 1 where reading is work for this machine. */
  readonly atOnce: number;
  /**
   * Workbooks that the last listing knows and leaves out on purpose (有効 = 無, a row that needs mending), each with the key into
   * failureMessages of why. Their last good figures stay. Left out by sources that know none.
   */
  setAside?(): ReadonlyMap<WorkbookId, string>;
}

/**
 * What a cell of チェック結果 is given. A link leads to a cell of the same workbook, like { tabId: '0', address: 'B12' }. `asks`: a box to be
 * ticked, or where there are none a choice of this one word: the one place of the tab that people write in.
 */
export type AnswerCell =
  | string
  | number
  | null
  | { readonly serial: number; readonly shows: 'day' | 'minute' }
  | { readonly asks: string }
  | { readonly text: string; readonly link: { readonly tabId: string; readonly address: string } };

export interface AnswerRow {
  readonly look: 'summary' | 'header' | 'error' | 'notice' | 'plain';
  readonly cells: readonly AnswerCell[];
}

/** The tab チェック結果 as a whole; what stood in it before is replaced. */
export interface AnswerTab {
  /** The tab that is there; `null` where it is to be added at the end. */
  readonly id: string | null;
  readonly title: string;
  readonly rows: readonly AnswerRow[];
  /** So many rows at the top stay in sight. */
  readonly frozenRows: number;
  /** Of each column, in characters of half width. */
  readonly widths: readonly number[];
}

/** Our mark on one cell. Its value is never changed. */
export interface CellMark {
  readonly tabId: string;
  /** 0-based. */
  readonly row: number;
  /** 0-based. */
  readonly column: number;
  /** '' takes the note away; left out: it stays as it is. */
  readonly note?: string;
  /** '#rrggbb'; `null` takes the colour away; left out: it stays as it is. */
  readonly background?: string | null;
}

/** What to write into a workbook: its tab チェック結果 and marks on cells. No value of a cell elsewhere is ever written. */
export interface WorkbookAnswer {
  /** `null`: it stands as it should. */
  readonly tab: AnswerTab | null;
  readonly marks: readonly CellMark[];
}

/** Answers in workbooks. Every implementation passes test/contracts/feedback.ts. */
export interface Feedback {
  /**
   * Writes with one request, whole or not at all; twice is the same as once. `read` is what was read before.
   * settled: the workbook held just that when the answer was written. newer: somebody has changed it meanwhile, so it is to be read again.
   * `at`: when it was written, in ISO 8601, by the clock that also gives `ownChangeAt`.
   * @throws WorkbookFailure
   */
  answer(
    entry: WorkbookEntry,
    answer: WorkbookAnswer,
    read: readonly SheetGrid[],
  ): Promise<{ readonly outcome: 'settled' | 'newer'; readonly at: string }>;
  /**
   * Where answers stand apart from the workbook: the tab as people left it, `null` where there is none or it cannot be read now.
   * Left out where reading the workbook shows it.
   */
  readBack?(entry: Pick<WorkbookEntry, 'id'>): Promise<SheetGrid | null>;
}

/** A pointer's content and the version to name when it is moved. */
export interface Pointer {
  readonly content: string;
  readonly version: string;
}

/** Immutable objects under names made of their content, and a few pointers that move with a precondition. */
export interface Store {
  /** Writes the bytes unless the name exists. Whole or not at all: a reader never sees half an object. */
  putObject(name: string, bytes: Uint8Array): Promise<void>;
  readObject(name: string): Promise<Uint8Array | null>;
  hasObject(name: string): Promise<boolean>;
  listObjects(): Promise<readonly { readonly name: string; readonly writtenAt: Date }[]>;
  removeObject(name: string): Promise<void>;
  readPointer(name: string): Promise<Pointer | null>;
  /** `expected` is the version read before, or `null` where there was none. */
  movePointer(name: string, content: string, expected: string | null): Promise<'moved' | 'lost-race'>;
  listPointers(prefix: string): Promise<readonly string[]>;
  removePointer(name: string): Promise<void>;
}

/** Work for another call, perhaps on another machine. */
export interface QueuedTask {
  /** Equal for equal work: letters, digits and hyphens. */
  readonly name: string;
  /** The function that does it. */
  readonly to: 'plan' | 'ingest' | 'publish';
  /** JSON. */
  readonly body: Readonly<Record<string, unknown>>;
  /** `null`: at once. */
  readonly notBefore: Date | null;
}

/** Carries tasks: each at least once, in any order. Whatever fails comes again. */
export interface Queue {
  /** known: a task of this name was added not long ago, whether or not it is done by now. */
  enqueue(task: QueuedTask): Promise<'added' | 'known'>;
}

/** A message (知らせ) as it is sent. */
export interface SentMessage {
  readonly title: string;
  readonly text: string;
}

/** A message did not reach its receiver. What the world said of it may hold addresses and secrets, so only a word of it is kept. */
export class SendFailure extends Error {
  /** Like 'http-429', 'timeout' or 'EAUTH'. */
  readonly problem: string;
  constructor(problem: string, options?: ErrorOptions) {
    super(problem, options);
    this.name = 'SendFailure';
    this.problem = problem;
  }
}

/** Whom messages are sent to: a chat, or people by mail. */
export interface Receiver {
  /** Like 'slack-1': shown to administrators, and never its address, which is a secret. */
  readonly name: string;
  /** So many characters may a text have. */
  readonly longest: number;
  /** @throws SendFailure */
  send(message: SentMessage): Promise<void>;
}

export interface Clock {
  now(): Date;
}

/** Groups of people (Google グループ) that somebody else keeps. */
export interface Groups {
  /** Whether the address is in the group, itself or through groups in it. @throws when it cannot be told */
  isMember(group: string, address: string): Promise<boolean>;
}

/** Structured lines. Never free text of a workbook. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
}
