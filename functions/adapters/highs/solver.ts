/** The solver of linear programmes: HiGHS, compiled to WebAssembly. One thread, no clock, so the same calls give the same answers. */
import highsModule, { type Highs, type Model } from 'highs';
import type { LinearAnswer, LinearModel, LinearProgramme, LinearSolver } from '../../protect/linear-solver.ts';

/** Branches tried for whole numbers before it gives up: a bound on the work that is the same on every machine. */
const mostBranches = 500;

/** The package's types speak of its CommonJS form, in which the function stands under `default`; what is imported is the function itself. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

export async function loadSolver(): Promise<LinearSolver> {
  const highs = await loadHighs();
  return { createModel: (programme) => createModel(highs, programme) };
}

function createModel(highs: Highs, programme: LinearProgramme): LinearModel {
  const model = highs.createModel();
  // From the logical basis each question takes few steps; presolving it anew, or scaling ones and minus ones, would take longer.
  model.options.set({ output_flag: false, presolve: 'off', simplex_scale_strategy: 0, mip_max_nodes: mostBranches });
  model.passModel(modelData(highs, programme));
  const bounds = createBounds(model, programme, highs.infinity);
  const integers = new Int32Array(programme.columns).fill(highs.constants.variableType.integer);
  return {
    setBounds: bounds.set,
    setCost: (column, cost) => void model.changeColCost(column, cost),
    solve: (options) => {
      bounds.tell();
      if (options?.isInteger !== true) {
        model.setLogicalBasis();
        return run(highs, model);
      }
      model.changeColsIntegrality({ kind: 'range', from: 0, to: programme.columns - 1 }, integers);
      const answer = run(highs, model);
      model.clearIntegrality();
      return answer;
    },
    dispose: () => {
      model.dispose();
    },
  };
}

/**
 * Bounds are told to the solver all at once, when it is asked, and only those that it does not have already: what a question fixes is
 * often what the one before had fixed.
 */
function createBounds(model: Model, { columns, lower, upper }: LinearProgramme, infinity: number) {
  const wanted = {
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper, (bound) => Math.min(bound, infinity)),
  };
  const told = { lower: wanted.lower.slice(), upper: wanted.upper.slice() };
  const isNamed = new Uint8Array(columns);
  let named: number[] = [];
  return {
    set: (column: number, low: number, high: number): void => {
      wanted.lower[column] = low;
      wanted.upper[column] = Math.min(high, infinity);
      if (isNamed[column] === 1) return;
      isNamed[column] = 1;
      named.push(column);
    },
    tell: (): void => {
      for (const column of named) isNamed[column] = 0;
      const changed = named.filter(
        (column) => wanted.lower[column] !== told.lower[column] || wanted.upper[column] !== told.upper[column],
      );
      named = [];
      if (changed.length === 0) return;
      const indices = Int32Array.from(changed).sort();
      const [low, high] = [new Float64Array(indices.length), new Float64Array(indices.length)];
      for (const [at, column] of indices.entries()) {
        low[at] = told.lower[column] = wanted.lower[column] ?? 0;
        high[at] = told.upper[column] = wanted.upper[column] ?? 0;
      }
      model.changeColsBounds({ kind: 'set', indices }, low, high);
    },
  };
}

function modelData(
  highs: Highs,
  { columns, costs, lower, upper, rows }: LinearProgramme,
): Parameters<Model['passModel']>[0] {
  const bounded = (bounds: readonly number[]) =>
    Float64Array.from(bounds, (bound) => Math.max(-highs.infinity, Math.min(highs.infinity, bound)));
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.columns.length);
  return {
    numCols: columns,
    numRows: rows.length,
    colCost: costs,
    colLower: lower,
    colUpper: bounded([...upper]),
    rowLower: bounded(rows.map((row) => row.lower)),
    rowUpper: bounded(rows.map((row) => row.upper)),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: columns,
      starts,
      indices: rows.flatMap((row) => row.columns),
      values: rows.flatMap((row) => row.coefficients),
    },
  };
}

function run(highs: Highs, model: Model): LinearAnswer {
  const { optimal, infeasible, unbounded, unboundedOrInfeasible } = highs.constants.modelStatus;
  const { modelStatus } = model.run();
  const none = new Float64Array();
  if (modelStatus === optimal) return { outcome: 'optimal', values: Float64Array.from(model.getSolution().colValue) };
  if (modelStatus === infeasible) return { outcome: 'infeasible', values: none };
  if (modelStatus === unbounded || modelStatus === unboundedOrInfeasible) return { outcome: 'unbounded', values: none };
  return { outcome: 'stopped', values: none };
}
