/**
 * What somebody who wants to find out hidden counts can write down: a row of whole-number coefficients for each relation, and
 * what is known of each cell. Cells are addressed by their position.
 */
import type { Cell, Relation, Tables } from './cells.ts';

/** Σ sign × cell is 0 (an equation) or at least 0. */
export interface Row {
  readonly cells: readonly number[];
  readonly signs: readonly number[];
  readonly isEquation: boolean;
  /** What the sum truly is: 0 in an equation. */
  readonly slack: number;
}

export interface Attack {
  readonly cells: readonly Cell[];
  readonly rows: readonly Row[];
  /** The rows that a cell stands in. */
  readonly rowsOf: readonly (readonly number[])[];
  /** The least that a hidden cell can be: where zeros are shown, everybody knows that it is at least 1. */
  readonly floors: readonly number[];
  readonly positionOf: ReadonlyMap<string, number>;
}

/**
 * @param notZero cells that everybody knows not to be 0 whatever `zeros` says: they were hidden when zeros were shown
 * @throws where a relation names a cell that is not there, or is not true: the builder of the tables is wrong
 */
export function createAttack(
  { cells, relations }: Tables,
  zeros: 'shown' | 'hidden',
  notZero: ReadonlySet<string> = new Set(),
): Attack {
  const positionOf = new Map(cells.map(({ id }, position) => [id, position]));
  if (positionOf.size !== cells.length) throw new Error('Two cells have the same id');
  const rows = relations.flatMap((relation) => rowsOfRelation(relation, cells, positionOf));
  const rowsOf: number[][] = cells.map(() => []);
  for (const [number, row] of rows.entries()) for (const cell of row.cells) rowsOf[cell]?.push(number);
  const floors = cells.map(({ id, isImplicit, value }) =>
    notZero.has(id) || (zeros === 'shown' && !isImplicit && value > 0) ? 1 : 0,
  );
  return { cells, rows, rowsOf, floors, positionOf };
}

function rowsOfRelation(
  { kind, whole, parts }: Relation,
  cells: readonly Cell[],
  positionOf: ReadonlyMap<string, number>,
): Row[] {
  const find = (id: string): number => {
    const position = positionOf.get(id);
    if (position === undefined) throw new Error(`A relation names ${id}, which is no cell`);
    return position;
  };
  const create = (plus: readonly string[], minus: readonly string[]): Row => {
    const positions = [...plus, ...minus].map(find);
    const signs = [...plus.map(() => 1), ...minus.map(() => -1)];
    const slack = positions.reduce((sum, cell, at) => sum + (signs[at] ?? 0) * (cells[cell]?.value ?? 0), 0);
    const isEquation = kind === 'sum';
    if (isEquation ? slack !== 0 : slack < 0) throw new Error(`Not true: ${kind} of ${whole}`);
    return { cells: positions, signs, isEquation, slack };
  };
  switch (kind) {
    case 'sum':
      return [create([whole], parts)];
    case 'cover':
      return [create(parts, [whole])];
    case 'within':
      return parts.map((part) => create([whole], [part]));
    default:
      return kind satisfies never;
  }
}

/** Cells that can be told apart: those connected by rows, over the cells for which `isOpen`. Each sorted, by first cell. */
export function componentsOf({ cells, rows }: Attack, isOpen: (cell: number) => boolean): number[][] {
  const leader = cells.map((_, position) => position);
  const find = (cell: number): number => {
    let top = cell;
    while (leader[top] !== top) top = leader[top] ?? top;
    for (let each = cell; each !== top; ) {
      const next = leader[each] ?? top;
      leader[each] = top;
      each = next;
    }
    return top;
  };
  for (const row of rows) {
    const open = row.cells.filter(isOpen);
    const first = open[0];
    if (first === undefined) continue;
    for (const cell of open) {
      const [one, other] = [find(first), find(cell)];
      leader[Math.max(one, other)] = Math.min(one, other);
    }
  }
  const groups = new Map<number, number[]>();
  for (const cell of cells.keys()) {
    if (!isOpen(cell)) continue;
    const top = find(cell);
    const group = groups.get(top);
    if (group === undefined) groups.set(top, [cell]);
    else group.push(cell);
  }
  return [...groups.values()];
}
