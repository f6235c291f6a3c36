/** What a municipality of the fictional prefecture consists of: its areas, its offices, its size. Types only. */

/** What an office is for decides through whom its cases come and whose they are. */
export type OfficeKind = 'hall' | 'council' | 'elderly' | 'disability' | 'poverty' | 'children' | 'village';

export interface FictionalOffice {
  readonly name: string;
  readonly kind: OfficeKind;
  /** Its part of the municipality's cases. */
  readonly share: number;
  readonly format?: 'csv-utf8-bom' | 'csv-cp932';
  /** First and last month with rows, 'YYYY-MM'; all three years where left out. */
  readonly from?: string;
  readonly until?: string;
  /** Reports totals only (集計報告). */
  readonly totalsOnly?: true;
  /** Community activities were typed until this month only. */
  readonly activitiesUntil?: string;
}

export interface FictionalArea {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parents: readonly string[];
  /** Its part of the inhabitants of the municipality. */
  readonly share: number;
  /** Cases are received here (the lowest areas). */
  readonly takesCases: boolean;
  readonly validFrom?: string;
  readonly validUntil?: string;
  readonly successor?: string;
}

export interface FictionalMunicipality {
  /** Five digits, without the check digit. */
  readonly digits: string;
  readonly name: string;
  readonly inhabitants: number;
  readonly households: number;
  readonly elderly: number;
  readonly children: number;
  /** Square kilometres. */
  readonly size: number;
  /** 生活保護受給率 as typed; two offices print it under the wrong unit. */
  readonly welfareRate: string;
  /** Cases in relation to the other municipalities. */
  readonly weight: number;
  readonly areas: readonly FictionalArea[];
  readonly offices: readonly FictionalOffice[];
}
