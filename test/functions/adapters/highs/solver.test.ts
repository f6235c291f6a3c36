import { describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';

const solver = await loadSolver();

/** Two columns from 0 to `upper`, together at least 3 in halves: 2a + 2b ≥ 3. */
function createModel(upper: number) {
  return solver.createModel({
    columns: 2,
    costs: Float64Array.from([1, 2]),
    lower: new Float64Array(2),
    upper: new Float64Array(2).fill(upper),
    rows: [{ columns: [0, 1], coefficients: [2, 2], lower: 3, upper: Number.POSITIVE_INFINITY }],
  });
}

describe('the solver', () => {
  test('finds the cheapest, and the cheapest in whole numbers', () => {
    const model = createModel(10);
    expect(model.solve()).toEqual({ outcome: 'optimal', values: Float64Array.from([1.5, 0]) });
    expect(model.solve({ isInteger: true })).toEqual({ outcome: 'optimal', values: Float64Array.from([2, 0]) });
    expect(model.solve()).toEqual({ outcome: 'optimal', values: Float64Array.from([1.5, 0]) });
    model.dispose();
  });

  test('is asked again with other bounds and costs', () => {
    const model = createModel(10);
    model.setBounds(0, 0, 1);
    expect(model.solve().values).toEqual(Float64Array.from([1, 0.5]));
    model.setCost(1, 0.5);
    expect(model.solve().values).toEqual(Float64Array.from([0, 1.5]));
    model.setBounds(0, 2, Number.POSITIVE_INFINITY);
    expect(model.solve().values).toEqual(Float64Array.from([2, 0]));
    model.dispose();
  });

  test('says when there is no answer, and when there is no best', () => {
    const none = createModel(0.5);
    expect(none.solve().outcome).toBe('infeasible');
    none.dispose();
    const endless = createModel(Number.POSITIVE_INFINITY);
    endless.setCost(0, -1);
    expect(endless.solve().outcome).toBe('unbounded');
    endless.dispose();
  });
});
