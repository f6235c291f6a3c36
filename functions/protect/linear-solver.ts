/**
 * What protection needs of a solver of linear programmes, as a promise kept by an adapter. It answers at once: loading it is
 * the adapter's business. Nothing here trusts it further than for a proposal; what it finds is checked in whole numbers.
 */

/** minimise Σ cost × column, with bounds on columns and on rows (Σ coefficient × column). */
export interface LinearProgramme {
  readonly columns: number;
  readonly costs: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rows: readonly {
    readonly columns: readonly number[];
    readonly coefficients: readonly number[];
    readonly lower: number;
    readonly upper: number;
  }[];
}

/** optimal: `values` is the best. infeasible: there is none. unbounded: there is no best. stopped: a bound on the work was met. */
export interface LinearAnswer {
  readonly outcome: 'optimal' | 'infeasible' | 'unbounded' | 'stopped';
  readonly values: Float64Array;
}

/** A programme that is solved again and again with other bounds and costs. */
export interface LinearModel {
  setBounds(column: number, lower: number, upper: number): void;
  setCost(column: number, cost: number): void;
  /** The same calls in the same order give the same answers. `isInteger`: all columns whole numbers. */
  solve(options?: { readonly isInteger?: boolean }): LinearAnswer;
  /** Gives its memory back. */
  dispose(): void;
}

export interface LinearSolver {
  createModel(programme: LinearProgramme): LinearModel;
}
