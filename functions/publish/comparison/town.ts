/** What the comparison needs of one municipality: counts and bases. Types only. */
import type { StoredFigure } from '../../domain/figure.ts';
import type { ComparedMonths, TownReporting } from '../comparison.ts';
import type { MunicipalityName } from '../release.ts';

/** Kept for the next release, never handed out. */
export interface TownToCompare {
  readonly name: MunicipalityName;
  readonly attributes: {
    readonly inhabitants: number | null;
    readonly households: number | null;
    readonly elderly: number | null;
    readonly squareKilometres: number | null;
  };
  /** Fiscal years, then the last twelve finished months. */
  readonly periods: readonly string[];
  /** By source (cases, actions, meetings, activities), one a period; `null` where its rows are hidden. */
  readonly months: Readonly<Record<string, readonly (ComparedMonths | null)[]>>;
  /** By measure, one a period. A base is `null` where it is not known. */
  readonly measures: Readonly<
    Record<string, { readonly counts: readonly StoredFigure[]; readonly bases: readonly (number | null)[] }>
  >;
  readonly reporting: TownReporting;
  /** 相談の実績 that a publication has, as the office states them. */
  readonly results: readonly KeptResult[];
}

/** A result of 成果目標 that counts consultations. */
export interface KeptResult {
  readonly fiscalYear: number;
  readonly measure: string;
  /** 件, 人, 世帯 or ケース. */
  readonly unit: string;
  readonly counting: 'distinct' | 'total' | 'new' | 'cumulative' | 'point' | null;
  readonly count: number;
  /** 実績時点; `null` where the office does not say it. */
  readonly until: string | null;
  /** Whether it is an average a month, or a month and place. */
  readonly isAverage: boolean;
  /** Whether it is of a part of the municipality (圏域). */
  readonly isOfPart: boolean;
  /** 出典. */
  readonly source: string;
}
