/** A table as data: what parts/figure-table.tsx draws, what the CSV of a figure would hold, and what tests compare. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Difference } from './figures/difference.ts';
import type { RowsQuery } from './rows/rows-query.ts';

/** A cell. `isPartial` marks a figure from which an office is missing (＊). */
export type TableCell =
  | { readonly kind: 'figure'; readonly figure: Figure; readonly decimals: number; readonly isPartial?: boolean }
  | {
      readonly kind: 'difference';
      readonly difference: Difference;
      readonly decimals: number;
      readonly isPartial?: boolean;
    }
  /** `rows`: what a figure that is printed with its unit was counted from. */
  | { readonly kind: 'text'; readonly text: string; readonly rows?: RowsQuery }
  | { readonly kind: 'blank' };

export interface TableColumn {
  readonly key: string;
  readonly label: string;
  /** Texts stand left, numbers right. */
  readonly isText?: boolean;
  /** Printed in a quieter grey (割合). */
  readonly isQuiet?: boolean;
}

export interface TableRow {
  readonly key: string;
  readonly label: string;
  /** Code of a first-level 経路 whose swatch stands before the label. */
  readonly swatch?: string;
  /** Steps to the right, for trees and second levels. */
  readonly depth?: number;
  readonly look?: 'plain' | 'emphasised' | 'group' | 'total';
  readonly cells: readonly TableCell[];
}

export interface TableModel {
  /** What the table is, for screen readers. */
  readonly caption: string;
  readonly rowHeader: string;
  /** Headings above the columns; spans add up to the number of columns. */
  readonly groups?: readonly { readonly label: string; readonly span: number }[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}
