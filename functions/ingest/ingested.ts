/**
 * What one workbook has come to: the object that ingest leaves in the store and publish takes up.
 * No free text, no names of people, nothing of 備考.
 */
import type { Finding } from '../../sheets-schema/finding.ts';
import type { Area, Population } from '../domain/area.ts';
import type { AreaCode, Day, Month, MunicipalityCode, PrefectureCode, WorkbookId } from '../domain/codes.ts';
import type { FactSource, Facts, RowCounts } from '../domain/fact.ts';

/** 報告機関 and its municipality, from 基本情報. */
export interface Office {
  readonly name: string;
  readonly municipality: MunicipalityCode;
  readonly municipalityName: string;
  readonly prefecture: PrefectureCode;
  readonly prefectureName: string;
  /** 架空のデータ: the workbook says that its figures are invented. */
  readonly isFictional: boolean;
  /**
   * データの種類 = 参考: a printed table kept beside the office's figures (a part of a total, a survey). It is checked and its
   * findings are shown, but its facts are left out of the municipality's figures, which hold them already or are about something else.
   */
  readonly isReference: boolean;
  /** 出典 in 基本情報, printed under the figures; `null` for an office's own records. */
  readonly sourceNote: string | null;
}

/** One accepted row of 成果目標. */
export interface Goal {
  /** Row number in its tab, to lead back to it. */
  readonly row: number;
  readonly fiscalYear: number;
  readonly programme: string | null;
  /** A standard indicator, or `null` for the office's own measure. */
  readonly indicator: string | null;
  readonly measure: string;
  readonly unit: string | null;
  readonly counting: 'distinct' | 'total' | 'new' | 'cumulative' | 'point' | null;
  readonly area: AreaCode | null;
  readonly pathway: string | null;
  readonly target: string | null;
  readonly baseline: number | null;
  readonly goalValue: number | null;
  readonly goalUpper: number | null;
  readonly direction: 'atLeast' | 'atMost' | 'range' | 'words' | null;
  readonly goalText: string | null;
  readonly per: 'year' | 'quarter' | 'month' | 'placeMonth' | null;
  readonly result: number | 'unknown' | null;
  readonly resultAsOf: Day | null;
}

/** Accepted rows by month of one tab on the day of a run, kept to say how late reports come (Q03). */
export interface Arrival {
  readonly day: Day;
  readonly accepted: Readonly<Record<string, number>>;
}

export interface IngestedWorkbook {
  readonly format: 1;
  readonly workbook: WorkbookId;
  /** The file's or spreadsheet's name, for people. */
  readonly name: string;
  readonly office: Office;
  /** 対象年度: the workbook speaks for this fiscal year only; `null` for one that holds all years. */
  readonly fiscalYear: number | null;
  readonly population: Population;
  /** 面積, in square kilometres. */
  readonly squareKilometres: number | null;
  /** Areas of this workbook's own tab 圏域; the municipality's tree unites those of all its workbooks. */
  readonly areas: readonly Area[];
  /** Areas of that tab that the united tree has no place for (a second root, an orphan, a cycle); kept because another workbook can mend it. */
  readonly refusedAreas: readonly Area[];
  /** 報告開始月: the month from which the office is to report, where it says so. */
  readonly dueFrom: Month | null;
  /** 報告終了月: the last month that the office is to report, where it says so. */
  readonly dueUntil: Month | null;
  readonly facts: Facts;
  readonly goals: readonly Goal[];
  readonly rowCounts: RowCounts;
  readonly findings: readonly Finding[];
  /** The latest day of any accepted row (データは…まで). */
  readonly dataUntil: Day | null;
  /** Tabs that exist in the workbook, whether or not they have rows. */
  readonly tabs: readonly FactSource[];
  /** Left out of what earlier versions took in. */
  readonly shape?: WorkbookShape;
}

/** The tabs whose rows and columns are compared with those of the last good reading. */
export type GuardedTable = FactSource | 'goals';

/** How full a workbook was when it was read, by which an accident shows. Counts only. */
export interface WorkbookShape {
  /** The rules (rulesVersion) under which it was read: what other rules read otherwise is nobody's accident. */
  readonly rules: number;
  /** 様式版: in another one, columns may be missing on purpose. */
  readonly templateVersion: string | null;
  readonly tables: Readonly<Partial<Record<GuardedTable, TableShape>>>;
}

export interface TableShape {
  /** As the office calls it. */
  readonly tab: string;
  /** Rows with something in them, whether or not they were accepted. */
  readonly rows: number;
  /** In how many of them a column is filled in, by its English name. */
  readonly filled: Readonly<Record<string, number>>;
}

/** Something that looks like an accident. Tabs, headers and numbers only. */
export type GuardedChange =
  /** A tab has fewer rows; none at all where it was emptied or is gone. */
  | { readonly kind: 'rows-fell'; readonly tab: string; readonly from: number; readonly to: number }
  /** A column that was filled in nearly everywhere is blank nearly everywhere. */
  | {
      readonly kind: 'column-emptied';
      readonly tab: string;
      readonly header: string;
      readonly from: number;
      readonly to: number;
    }
  /** Accepted rows, or a stated total, of a month ('2024-05') or fiscal year ('FY2023') that is over. */
  | {
      readonly kind: 'past-moved';
      readonly tab: string;
      readonly period: string;
      /** Of a stated total; `null`: rows. */
      readonly indicator: string | null;
      readonly from: number;
      readonly to: number;
    }
  /** Of so many rows of months that are over, so many are still of the same 圏域, or 経路. */
  | {
      readonly kind: 'past-regrouped';
      readonly tab: string;
      readonly header: string;
      readonly from: number;
      readonly to: number;
    }
  /** A 累計 of 成果目標 is lower than it was. */
  | {
      readonly kind: 'cumulative-fell';
      readonly tab: string;
      readonly row: number;
      readonly from: number;
      readonly to: number;
    };

/** 「これで正しいですか」: what is asked of the people of a workbook before its new contents are used. */
export interface Question {
  /** Made of all that is asked, so that other differences are another question. */
  readonly id: string;
  /** The weightiest first; of very many only the first. */
  readonly changes: readonly GuardedChange[];
  /** How many there are in all. */
  readonly count: number;
}

/** Why a workbook's new contents are not used; its last good figures stay. The sentence is in the vocabulary. */
export interface Hold {
  /** Key into failureMessages. */
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly since: Day;
}

/** What the pointer 'workbooks/<id>' holds: where a workbook stands. */
export interface WorkbookState {
  readonly format: 1;
  readonly workbook: WorkbookId;
  readonly name: string;
  /** The rules (rulesVersion) under which it was last read. */
  readonly rules: number;
  /** Its municipality as last read and accepted; `null` where it never was. */
  readonly municipality: MunicipalityCode | null;
  /** The revision that was last read, whether accepted or held. */
  readonly revision: string;
  /** Digest of the areas of the municipality's other workbooks that rows were checked against. */
  readonly areasDigest: string;
  /** Object name of the last good IngestedWorkbook; `null` where there never was one. */
  readonly ingested: string | null;
  /** Object name of the rows that these were counted from (WorkbookRows); `null` where there are none, or nobody kept them yet. */
  readonly rows: string | null;
  readonly hold: Hold | null;
  /** What is asked of its people, where it is held because it looks like an accident; else `null`. */
  readonly question: Question | null;
  /** The question that somebody has answered with yes since, so that the next reading is used; else `null`. */
  readonly letThrough: string | null;
  /** Findings to show for a held workbook, beside the reason. */
  readonly holdFindings: readonly Finding[];
  readonly arrivals: readonly Arrival[];
  /** The first day on which reading the same contents could come out otherwise (a date that is still to come); else `null`. */
  readonly recheckOn: Day | null;
  /** When it was last read, in ISO 8601: those that wait longest come first where a run has too little time. */
  readonly readAt: string | null;
  /** When our answer was written into it (by the source's clock), if the workbook held then just what had been read; else `null`. */
  readonly answeredAt: string | null;
  /** Why our answer could not be written; `null` where it could, or where nothing was to be written. */
  readonly answerTrouble: Hold | null;
  /** Object name of the days on which its open findings were first seen; `null` where there are none. */
  readonly firstSeen: string | null;
  /** When its people last changed it, in ISO 8601, as of its last reading; `null` where the source does not know. */
  readonly editedAt: string | null;
  /** Where people open it; `null` for a file. */
  readonly address: string | null;
  /** Ids of the tabs that findings are about, by name, to lead to their cells; empty for a file. */
  readonly tabIds: Readonly<Record<string, string>>;
}
