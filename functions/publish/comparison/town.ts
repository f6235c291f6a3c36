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
  /** By source (cases, actions, meetings, activities), one a period. */
  readonly months: Readonly<Record<string, readonly ComparedMonths[]>>;
  /** By measure, one a period. A base is `null` where it is not known. */
  readonly measures: Readonly<
    Record<string, { readonly counts: readonly StoredFigure[]; readonly bases: readonly (number | null)[] }>
  >;
  readonly reporting: TownReporting;
}
