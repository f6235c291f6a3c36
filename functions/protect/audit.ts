/**
 * The audit (監査): the least and the most that each hidden cell can be, given everything that is shown. It shares nothing with the
 * choice of what to hide but the rows: simple reasoning first, then two linear programmes a cell, whole numbers where
 * the interval is narrow.
 */
import { type Attack, componentsOf, createAttack } from './attack.ts';
import { boundsOf, type Interval, leastBesideZeros } from './bounds.ts';
import { isSmall, type Tables } from './cells.ts';
import type { LinearModel, LinearSolver } from './linear-solver.ts';

export interface AuditedCell extends Interval {
  readonly cell: string;
  readonly value: number;
  readonly isSmall: boolean;
  /**
   * The interval contains at least 0 or 1 to threshold - 1; where shown zeros alone say that it is more than 1 (a sum is at least as
   * many as it has parts that are not zero), it begins there and is as wide. Cells that are not small need none.
   */
  readonly isProtected: boolean;
}

/** So far from a whole number the solver's answers may be. */
const tolerance = 1e-6;
/** Up to this width whole numbers are asked for. */
const narrow = 20;

/** Of each hidden and each implicit cell, in the order of the tables. */
export function audit({
  tables,
  hidden,
  zeros,
  insider = null,
  notZero,
  solver,
}: {
  tables: Tables;
  /** Printed cells that are hidden. */
  hidden: ReadonlySet<string>;
  zeros: 'shown' | 'hidden';
  /** A municipality whose own office asks: it knows its own cells. `null`: anybody. */
  insider?: string | null;
  /** Cells that are known not to be 0 though zeros are hidden: a release before hid them and showed zeros. */
  notZero?: ReadonlySet<string>;
  solver: LinearSolver;
}): AuditedCell[] {
  const attack = createAttack(tables, zeros, notZero);
  const open = new Set(
    [...attack.cells.entries()].flatMap(([position, { id, isImplicit, holder }]) =>
      (isImplicit || hidden.has(id)) && (insider === null || holder !== insider) ? [position] : [],
    ),
  );
  const intervals = boundsOf(attack, open);
  const leastOf = leastBesideZeros(attack);
  for (const component of componentsOf(attack, (cell) => open.has(cell)))
    askSolver(attack, component, intervals, solver);
  const audited = [...open].map((position) => {
    const cell = attack.cells[position] ?? { id: '', value: 0, threshold: 0 };
    const { least, most } = intervals[position] ?? { least: 0, most: 0 };
    const small = isSmall(cell, zeros);
    const isProtected = !small || isWide({ least, most }, leastOf[position] ?? 0, cell.threshold);
    return { cell: cell.id, value: cell.value, least, most, isSmall: small, isProtected };
  });
  const inDoubt = new Set(
    audited.flatMap(({ cell, isProtected }) => {
      const position = attack.positionOf.get(cell) ?? -1;
      return isProtected ? [] : [position];
    }),
  );
  if (inDoubt.size === 0) return audited;
  const byZeros = leastByZeros(attack, inDoubt, solver);
  return audited.map((each) => {
    const position = attack.positionOf.get(each.cell) ?? -1;
    const least = byZeros[position]?.least ?? 0;
    if (!inDoubt.has(position) || least <= 1) return each;
    return { ...each, isProtected: isWide(each, least, attack.cells[position]?.threshold ?? 0) };
  });
}

/** From 1, or from what zeros say, and as wide as 1 to threshold - 1. */
function isWide({ least, most }: Interval, byZeros: number, threshold: number): boolean {
  const bottom = Math.max(1, byZeros);
  return least <= bottom && most >= bottom + threshold - 2;
}

/** What shown zeros alone say of some cells, over all tables: when all is hidden but zeros. */
function leastByZeros(attack: Attack, asked: ReadonlySet<number>, solver: LinearSolver): readonly Interval[] {
  const notZero = new Set([...attack.cells.keys()].filter((cell) => (attack.cells[cell]?.value ?? 0) > 0));
  const intervals = boundsOf(attack, notZero);
  for (const component of componentsOf(attack, (cell) => notZero.has(cell)))
    if (component.some((cell) => asked.has(cell))) askSolver(attack, component, intervals, solver, asked);
  return intervals;
}

function askSolver(
  attack: Attack,
  component: readonly number[],
  intervals: Interval[],
  solver: LinearSolver,
  asked: ReadonlySet<number> = new Set(component),
): void {
  if (component.every((cell) => intervals[cell]?.least === intervals[cell]?.most)) return;
  const columnOf = new Map(component.map((cell, column) => [cell, column]));
  const model = createModel(attack, component, columnOf, intervals, solver);
  // The least and the most in any numbers that fit: the truth, and answers in whole numbers. Most bounds are met on the way.
  const lowest = component.map((cell) => attack.cells[cell]?.value ?? 0);
  const highest = [...lowest];
  const ask = (column: number, cost: 1 | -1, isInteger: boolean): { end: number; isWhole: boolean } | null => {
    model.setCost(column, cost);
    const { outcome, values } = model.solve({ isInteger });
    model.setCost(column, 0);
    if (outcome === 'infeasible') throw new Error('What is shown contradicts itself');
    if (outcome !== 'optimal') return null;
    const isWhole = values.every((value) => Math.abs(value - Math.round(value)) < tolerance);
    for (const [at, value] of isWhole ? values.entries() : []) {
      lowest[at] = Math.min(lowest[at] ?? 0, Math.round(value));
      highest[at] = Math.max(highest[at] ?? 0, Math.round(value));
    }
    const end = values[column] ?? 0;
    return { end: cost > 0 ? Math.ceil(end - tolerance) : Math.floor(end + tolerance), isWhole };
  };
  for (const [column, cell] of component.entries()) {
    if (!asked.has(cell)) continue;
    const known = intervals[cell] ?? { least: 0, most: Number.POSITIVE_INFINITY };
    const low = known.least === lowest[column] ? null : ask(column, 1, false);
    const high = known.most === highest[column] ? null : ask(column, -1, false);
    const relaxed = {
      least: Math.max(known.least, low?.end ?? 0),
      most: Math.min(known.most, high?.end ?? known.most),
    };
    const isNarrow = relaxed.most - relaxed.least <= narrow;
    const exactLow = isNarrow && low?.isWhole === false ? ask(column, 1, true) : null;
    const exactHigh = isNarrow && high?.isWhole === false ? ask(column, -1, true) : null;
    intervals[cell] = {
      least: Math.max(relaxed.least, exactLow?.end ?? 0),
      most: Math.min(relaxed.most, exactHigh?.end ?? relaxed.most),
    };
  }
  model.dispose();
}

function createModel(
  attack: Attack,
  component: readonly number[],
  columnOf: ReadonlyMap<number, number>,
  intervals: readonly Interval[],
  solver: LinearSolver,
): LinearModel {
  const numbers = new Set(component.flatMap((cell) => attack.rowsOf[cell] ?? []));
  const rows = [...numbers].flatMap((number) => {
    const row = attack.rows[number];
    if (row === undefined) return [];
    const columns: number[] = [];
    const coefficients: number[] = [];
    let shown = 0;
    for (const [at, cell] of row.cells.entries()) {
      const column = columnOf.get(cell);
      const sign = row.signs[at] ?? 0;
      if (column === undefined) shown += sign * (attack.cells[cell]?.value ?? 0);
      else {
        columns.push(column);
        coefficients.push(sign);
      }
    }
    return [{ columns, coefficients, lower: -shown, upper: row.isEquation ? -shown : Number.POSITIVE_INFINITY }];
  });
  return solver.createModel({
    columns: component.length,
    costs: new Float64Array(component.length),
    lower: Float64Array.from(component, (cell) => intervals[cell]?.least ?? 0),
    upper: Float64Array.from(component, (cell) => intervals[cell]?.most ?? Number.POSITIVE_INFINITY),
    rows,
  });
}
