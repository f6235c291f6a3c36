/**
 * The ports: everything the core needs from the world, as small promises. Types only.
 * Adapters keep them; each implementation passes the contract tests in test/contracts.
 */
import type { Cell } from '../sheets-schema/cells/cell.ts';
import type { WorkbookId } from './domain/codes.ts';

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
}

/** A workbook that could be read now. */
export interface WorkbookEntry {
  readonly id: WorkbookId;
  /** As people know it: the file's name, or the spreadsheet's title. */
  readonly name: string;
  /** Changes when the workbook changes; equal revisions need no reading. */
  readonly revision: string;
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

export interface Clock {
  now(): Date;
}

/** Structured lines. Never free text of a workbook. */
export interface Log {
  info(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  warn(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
  error(event: string, fields?: Readonly<Record<string, string | number | boolean | null>>): void;
}
