/**
 * Builds the tables that protection works on from published counts: a cell for each number, a relation for each sum that
 * anybody can write down, and the differences that nobody prints (what belongs to no part; all but one filter).
 */
import type { StoredFigure } from '../domain/figure.ts';
import type { Cell, Relation, Tables } from './cells.ts';
import type { Dimension } from './dimensions.ts';

export interface CountTable {
  /** The first part of the cells' ids. */
  readonly indicator: string;
  /** The others, in this order: 'N01|162051|FY2018|P01|all'. */
  readonly dimensions: readonly Dimension[];
  /** By code of each dimension. States are no cells. */
  readonly figureOf: (codes: readonly string[]) => StoredFigure;
  readonly thresholdOf: (codes: readonly string[]) => number;
  /** The municipality that knows it exactly; `null` for sums over several. */
  readonly holderOf: (codes: readonly string[]) => string | null;
  /** How much a cell matters beyond what its codes weigh; left out: 1. */
  readonly weightOf?: (codes: readonly string[]) => number;
}

const separator = '|';

/** @throws where a count is no whole number. */
export function createCountTable(table: CountTable): Tables {
  const cells = new Map<string, Cell>();
  for (const codes of combinations(table.dimensions.map(({ codes: own }) => own))) {
    const value = table.figureOf(codes);
    if (typeof value !== 'number') continue;
    if (!Number.isInteger(value) || value < 0) throw new Error(`No count: ${codes.join(separator)}`);
    const own = table.weightOf?.(codes) ?? 1;
    const weight = table.dimensions.reduce((product, { weightOf }, at) => product * weightOf(codes[at] ?? ''), own);
    const id = [table.indicator, ...codes].join(separator);
    cells.set(id, {
      id,
      value,
      holder: table.holderOf(codes),
      threshold: table.thresholdOf(codes),
      cost: weight * (1 + Math.log10(1 + value)),
      isImplicit: false,
    });
  }
  const relations: Relation[] = [];
  for (const [place, dimension] of table.dimensions.entries()) {
    const others = table.dimensions.map(({ codes }, at) => (at === place ? [''] : codes));
    for (const [number, relation] of dimension.relations.entries()) {
      for (const codes of combinations(others)) {
        const idOf = (code: string) => [table.indicator, ...codes.with(place, code)].join(separator);
        const named: Relation = { ...relation, whole: idOf(relation.whole), parts: relation.parts.map(idOf) };
        relations.push(...relateCells(named, cells, `${separator}${place}.${number}`));
      }
    }
  }
  return { cells: [...cells.values()], relations };
}

/**
 * What holds between the cells that are there. Counts that offices typed as totals may contradict each other; a relation that is not
 * true tells nobody anything and is left out. Adds the differences that nobody prints to `cells`.
 */
export function relateCells({ kind, whole, parts }: Relation, cells: Map<string, Cell>, name: string): Relation[] {
  const all = cells.get(whole);
  const there = parts.flatMap((part) => cells.get(part) ?? []);
  if (all === undefined || all.value === 0 || there.length === 0) return [];
  const ids = there.map(({ id }) => id);
  const rest = all.value - there.reduce((sum, { value }) => sum + value, 0);
  const addDifference = (id: string, value: number): string => {
    cells.set(id, { ...all, id, value, cost: 0, isImplicit: true });
    return id;
  };
  switch (kind) {
    case 'sum':
      if (rest < 0) return [];
      return [{ kind, whole, parts: rest === 0 ? ids : [...ids, addDifference(`${whole}${name} rest`, rest)] }];
    case 'cover':
      return rest <= 0 && there.length === parts.length ? [{ kind, whole, parts: ids }] : [];
    case 'within':
      return there.flatMap((part): Relation[] => {
        const other = all.value - part.value;
        if (other < 0 || part.value === 0) return [];
        if (other === 0 || other >= all.threshold) return [{ kind, whole, parts: [part.id] }];
        return [{ kind: 'sum', whole, parts: [part.id, addDifference(`${whole} not ${part.id}`, other)] }];
      });
    default:
      return kind satisfies never;
  }
}

/** Tables that share cells, as one. `nested`: indicators of which the second counts some of what the first counts (N08 of N01). */
export function uniteTables(tables: readonly Tables[], nested: readonly (readonly [string, string])[] = []): Tables {
  const cells = new Map(tables.flatMap((each) => each.cells.map((cell) => [cell.id, cell] as const)));
  const relations = new Map<string, Relation>();
  const add = (relation: Relation) =>
    relations.set(`${relation.kind} ${relation.whole} ${relation.parts.join(' ')}`, relation);
  for (const each of tables) each.relations.forEach(add);
  for (const [outer, inner] of nested) {
    for (const cell of [...cells.values()]) {
      if (cell.isImplicit || !cell.id.startsWith(`${outer}${separator}`)) continue;
      const part = `${inner}${cell.id.slice(outer.length)}`;
      relateCells({ kind: 'within', whole: cell.id, parts: [part] }, cells, '').forEach(add);
    }
  }
  return { cells: [...cells.values()], relations: [...relations.values()] };
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>(
    (found, list) => found.flatMap((codes) => list.map((code) => [...codes, code])),
    [[]],
  );
}
