/**
 * Somebody with much patience: tries all whole numbers that the hidden cells of small tables could have. Shares no line with what it
 * checks: it works on the relations as they are told, not on rows.
 */
import type { Relation, Tables } from '#functions/protect/cells.ts';

export interface Bounds {
  readonly floor: (id: string) => number;
  readonly most: (id: string) => number;
}

/** Of each hidden cell all values that it can have between `floor` and `most`. */
export function possibleValues(
  { cells, relations }: Tables,
  hidden: ReadonlySet<string>,
  { floor, most }: Bounds,
): Map<string, Set<number>> {
  const values = new Map(cells.filter(({ id }) => !hidden.has(id)).map(({ id, value }) => [id, value]));
  const order = orderByRelation([...hidden], relations);
  const possible = new Map(order.map((id) => [id, new Set<number>()]));
  const ofCell = new Map(
    order.map((id) => [id, relations.filter((each) => each.whole === id || each.parts.includes(id))]),
  );
  const search = (depth: number): void => {
    const id = order[depth];
    if (id === undefined) {
      for (const each of order) possible.get(each)?.add(values.get(each) ?? 0);
      return;
    }
    for (let value = floor(id); value <= most(id); value += 1) {
      values.set(id, value);
      if ((ofCell.get(id) ?? []).every((relation) => isPossible(relation, values, { floor, most }))) search(depth + 1);
    }
    values.delete(id);
  };
  search(0);
  return possible;
}

/** Whether a relation can still hold: what is not decided yet lies between the floor and the most. */
function isPossible(
  { kind, whole, parts }: Relation,
  values: ReadonlyMap<string, number>,
  { floor, most }: Bounds,
): boolean {
  const low = (id: string) => values.get(id) ?? floor(id);
  const high = (id: string) => values.get(id) ?? most(id);
  const sum = (each: (id: string) => number) => parts.reduce((total, part) => total + each(part), 0);
  if (kind === 'sum') return sum(low) <= high(whole) && sum(high) >= low(whole);
  if (kind === 'cover') return sum(high) >= low(whole);
  return parts.every((part) => low(part) <= high(whole));
}

/** Cells of one relation stand together, so that dead ends show early. */
function orderByRelation(hidden: readonly string[], relations: readonly Relation[]): string[] {
  const left = new Set(hidden);
  const order: string[] = [];
  for (const { whole, parts } of relations) {
    for (const id of [...parts, whole]) if (left.delete(id)) order.push(id);
  }
  return [...order, ...left];
}
