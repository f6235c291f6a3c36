/** What the registry (登録簿) says, once read: workbooks, people and values to compare with. Types only. */
import type { Finding } from '../../sheets-schema/finding.ts';
import type { MeasureCode } from '../../sheets-schema/vocabulary/measures.ts';
import type { Day, MunicipalityCode, PrefectureCode, WorkbookId } from './codes.ts';

/** Where a registered workbook is: a Google spreadsheet, or a file (or folder of .csv files) seen from the registry's own folder. */
export type RegisteredPlace =
  | { readonly kind: 'spreadsheet'; readonly id: WorkbookId }
  | { readonly kind: 'file'; readonly id: WorkbookId; readonly path: string };

/** One good row of 登録. */
export interface RegisteredWorkbook {
  /** As the spreadsheet shows it. */
  readonly row: number;
  readonly place: RegisteredPlace;
  readonly municipality: MunicipalityCode;
  readonly officeName: string;
  /** 有効. A workbook that is not is no longer read; its last good figures stay. */
  readonly isActive: boolean;
  /** 連絡先, for whoever has to ask; never kept in the store. */
  readonly contact: string | null;
}

/** 役割: whose figures somebody may see. */
export type Role = 'office' | 'municipality' | 'prefecture' | 'administrator';

/** One good row of 利用者. */
export interface RegisteredPerson {
  readonly row: number;
  /** In lower case. */
  readonly address: string;
  readonly kind: 'person' | 'group';
  readonly role: Role;
  /** `null` for the roles 都道府県 and 管理者. */
  readonly municipality: MunicipalityCode | null;
  /** `null` for every role but 都道府県. */
  readonly prefecture: PrefectureCode | null;
}

/** One good row of 目安値: a dated value to compare with, a dated change of what is counted, or both. */
export interface RegisteredGuide {
  readonly row: number;
  /** The measure that it is drawn with: 新規相談件数 for 人口10万対・月 is R06. */
  readonly measure: MeasureCode;
  /** In the unit of the measure; `null` where the row only says that the definition changed. */
  readonly value: number | null;
  readonly from: Day;
  /** The last day; `null` while it holds. */
  readonly until: Day | null;
  /** Whose own value it is; `null` for the whole country. */
  readonly prefecture: PrefectureCode | null;
  readonly source: string | null;
  readonly definition: string | null;
  /** From that day on the indicator is counted otherwise: its line is broken there. */
  readonly isBreak: boolean;
}

/** One good row of 秘匿: how small counts are protected from an audience, from a day on. */
export interface RegisteredProtection {
  readonly row: number;
  readonly audience: 'prefecture' | 'public';
  /** Counts from 1 to `threshold` - 1 are hidden. */
  readonly threshold: number;
  readonly zeros: 'shown' | 'hidden';
  readonly roundedTo: number;
  readonly from: Day;
  /** The last day; `null` while it holds. */
  readonly until: Day | null;
  /** Whose own rule it is; `null` for all prefectures. */
  readonly prefecture: PrefectureCode | null;
}

export interface Registry {
  /** In the order of the rows. */
  readonly workbooks: readonly RegisteredWorkbook[];
  readonly people: readonly RegisteredPerson[];
  /** In the order of the rows. */
  readonly guides: readonly RegisteredGuide[];
  /** In the order of the rows. */
  readonly protections: readonly RegisteredProtection[];
  readonly findings: readonly Finding[];
  /** Rows of 登録 that name a workbook but cannot be used: their workbooks are not read until the row is mended. */
  readonly refused: readonly RegisteredPlace[];
}

/** Why nothing of a registry can be used, as a key into failureMessages. */
export interface RegistryTrouble {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A registry as read now. A tab in trouble gives nothing of its own: what was last read of it stands. */
export interface ReadRegistry extends Registry {
  readonly troubles: {
    readonly registrations: RegistryTrouble | null;
    readonly people: RegistryTrouble | null;
    readonly guides: RegistryTrouble | null;
    readonly protections: RegistryTrouble | null;
  };
}
