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
  const integers = new Int32Array(programme.columns).fill(highs.constants.variableType.integer);
  return {
    setBounds: (column, lower, upper) => void model.changeColBounds(column, lower, Math.min(upper, highs.infinity)),
    setCost: (column, cost) => void model.changeColCost(column, cost),
    solve: (options) => {
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
