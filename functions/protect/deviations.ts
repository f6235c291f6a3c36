/**
 * Finds witnesses with a linear programme: the cheapest way to move one cell by so much while everything adds up. Moving cells
 * that are hidden anyway costs next to nothing; moving others costs what is lost when they are hidden for it. The more than
 * next to nothing a witness costs, the more is hidden: so the same question audits and chooses.
 */
import type { Attack } from './attack.ts';
import type { LinearModel, LinearSolver } from './linear-solver.ts';
import { isConsistent, type Witness } from './witness.ts';

/** What it costs to move a hidden cell by one, beside the least that hiding another costs. */
const costOfHidden = 0.001;
const nearlyNothing = 1e-6;

export interface Question {
  /** Position of the cell. */
  readonly cell: number;
  /** Up (positive) or down by at least so much. */
  readonly by: number;
  /** Municipalities whose cells stay as they are: their own offices ask. */
  readonly without: ReadonlySet<string>;
}

export interface Deviations {
  /** `null` where there is none. Cells of the witness that are not hidden yet are to be hidden for it. */
  find(question: Question): Witness | null;
  /** From now on it costs next to nothing to move these. */
  hide(cells: Iterable<number>): void;
  /** Whether a cell may be moved at all. */
  allow(cell: number, isAllowed: boolean): void;
  dispose(): void;
  /** Programmes solved so far. */
  readonly solved: number;
}

/** Over the cells of one component; each may be moved unless `costOf` says `Infinity`. 0 stands for hidden. */
export function createDeviations(
  attack: Attack,
  component: readonly number[],
  costOf: (cell: number) => number,
  solver: LinearSolver,
): Deviations {
  const open = component.filter((cell) => Number.isFinite(costOf(cell)));
  const columnOf = new Map(open.map((cell, column) => [cell, 2 * column]));
  const room = open.map((cell) => (attack.cells[cell]?.value ?? 0) - (attack.floors[cell] ?? 0));
  const model = createModel(attack, open, columnOf, room, costOf, solver);
  const byHolder = indexesByHolder(attack, open);
  const forbidden = new Set<number>();
  let solved = 0;

  const bound = (index: number, isFree: boolean) => {
    model.setBounds(2 * index, 0, isFree ? Number.POSITIVE_INFINITY : 0);
    model.setBounds(2 * index + 1, 0, isFree ? (room[index] ?? 0) : 0);
  };
  const solve = (isInteger: boolean): Witness | null => {
    solved += 1;
    const { outcome, values } = model.solve({ isInteger });
    if (outcome !== 'optimal') return null;
    const witness = new Map<number, number>();
    for (const [index, cell] of open.entries()) {
      const change = (values[2 * index] ?? 0) - (values[2 * index + 1] ?? 0);
      if (Math.abs(change) > nearlyNothing)
        witness.set(cell, Math.abs(change - Math.round(change)) < nearlyNothing ? Math.round(change) : change);
    }
    return witness;
  };

  return {
    get solved() {
      return solved;
    },
    find({ cell, by, without }) {
      const column = columnOf.get(cell);
      if (column === undefined) return null;
      const index = column / 2;
      const most = room[index] ?? 0;
      if (by < 0 && -by > most) return null;
      const fixed = [...without].flatMap((holder) => byHolder.get(holder) ?? []).filter((each) => each !== index);
      for (const each of fixed) bound(each, false);
      model.setBounds(column, Math.max(0, by), by > 0 ? Number.POSITIVE_INFINITY : 0);
      model.setBounds(column + 1, Math.max(0, -by), by < 0 ? most : 0);
      let witness = solve(false);
      if (witness !== null && !isConsistent(attack, witness)) witness = solve(true);
      for (const each of [index, ...fixed]) bound(each, !forbidden.has(open[each] ?? -1));
      return witness !== null && isConsistent(attack, witness) ? witness : null;
    },
    hide(cells) {
      for (const cell of cells) {
        const column = columnOf.get(cell);
        if (column === undefined) continue;
        model.setCost(column, costOfHidden);
        model.setCost(column + 1, costOfHidden);
      }
    },
    allow(cell, isAllowed) {
      const column = columnOf.get(cell);
      if (column === undefined) return;
      if (isAllowed) forbidden.delete(cell);
      else forbidden.add(cell);
      bound(column / 2, isAllowed);
    },
    dispose: () => {
      model.dispose();
    },
  };
}

function indexesByHolder({ cells }: Attack, open: readonly number[]): Map<string, number[]> {
  const byHolder = new Map<string, number[]>();
  for (const [index, cell] of open.entries()) {
    const holder = cells[cell]?.holder ?? null;
    if (holder === null) continue;
    const group = byHolder.get(holder);
    if (group === undefined) byHolder.set(holder, [index]);
    else group.push(index);
  }
  return byHolder;
}

/** Two columns a cell: by how much it is moved up, and down. */
function createModel(
  attack: Attack,
  open: readonly number[],
  columnOf: ReadonlyMap<number, number>,
  room: readonly number[],
  costOf: (cell: number) => number,
  solver: LinearSolver,
): LinearModel {
  const costs = open.map((cell) => costOf(cell) || costOfHidden);
  const numbers = new Set(open.flatMap((cell) => attack.rowsOf[cell] ?? []));
  const rows = [...numbers]
    .toSorted((one, other) => one - other)
    .flatMap((number) => {
      const row = attack.rows[number];
      if (row === undefined) return [];
      const columns: number[] = [];
      const coefficients: number[] = [];
      for (const [at, cell] of row.cells.entries()) {
        const column = columnOf.get(cell);
        if (column === undefined) continue;
        const sign = row.signs[at] ?? 0;
        columns.push(column, column + 1);
        coefficients.push(sign, -sign);
      }
      return [{ columns, coefficients, lower: -row.slack, upper: row.isEquation ? 0 : Number.POSITIVE_INFINITY }];
    });
  return solver.createModel({
    columns: 2 * open.length,
    costs: Float64Array.from(costs.flatMap((cost) => [cost, cost])),
    lower: new Float64Array(2 * open.length),
    upper: Float64Array.from(room.flatMap((down) => [Number.POSITIVE_INFINITY, down])),
    rows,
  });
}
