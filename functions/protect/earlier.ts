/**
 * Earlier releases (公開版) as part of the tables: somebody may have kept them, and a number hidden in one of them must not come
 * out because of what a later one shows. A number that has not changed is taken to be known not to have changed; one that
 * has grown, to be known to have grown.
 */
import type { ProtectionPolicy } from '../domain/protection-policy.ts';
import type { Cell, Relation, Tables } from './cells.ts';

/** The tables of a release for one audience, exactly. Never handed out. */
export interface Snapshot {
  readonly values: Readonly<Record<string, number>>;
  /** Printed cells that were hidden. */
  readonly hidden: readonly string[];
  /** The rule that held. Left out: one of an earlier version, which asked less of sums. */
  readonly policy?: Pick<ProtectionPolicy, 'threshold' | 'zeros'>;
}

export interface ExtendedTables {
  /** The tables of today first, in their order; then the numbers that were different in earlier releases. */
  readonly tables: Tables;
  /** Seen in a release with this value. */
  readonly known: ReadonlySet<string>;
  /** Numbers of earlier releases that were hidden: there is nothing more to hide. */
  readonly hidden: ReadonlySet<string>;
  /** Cells of today that the last release hid. */
  readonly hiddenBefore: ReadonlySet<string>;
  /** Numbers that were hidden when zeros were shown. */
  readonly notZero: ReadonlySet<string>;
}

export function withEarlier(tables: Tables, earlier: readonly Snapshot[]): ExtendedTables {
  const today = new Map(tables.cells.map((cell) => [cell.id, cell]));
  const added = new Map<string, Cell>();
  const relations = new Map<string, Relation>();
  const known = new Set<string>();
  const wasHidden = new Set<string>();
  const notZero = new Set<string>();
  /** Of each cell its numbers in the order of releases, by name. */
  const courses = new Map<string, Cell[]>();

  for (const { values, hidden, policy } of earlier) {
    const hiddenThen = new Set(hidden);
    const nameOf = (id: string): string | null => {
      const value = values[id];
      if (value === undefined) return null;
      return today.get(id)?.value === value ? id : `${id}@${value}`;
    };
    for (const [id, value] of Object.entries(values)) {
      const now = today.get(id);
      const name = nameOf(id);
      if (now === undefined || name === null) continue;
      const cell: Cell = name === id ? now : { ...now, id: name, value, cost: Number.POSITIVE_INFINITY };
      if (name !== id) added.set(name, cell);
      const course = courses.get(id) ?? [];
      if (course.at(-1)?.id !== name) courses.set(id, [...course, cell]);
      if (now.isImplicit) continue;
      if (!hiddenThen.has(id)) known.add(name);
      else {
        wasHidden.add(name);
        if (policy?.zeros === 'shown' && value > 0) notZero.add(name);
      }
    }
    for (const relation of tables.relations) {
      const renamed = rename(relation, nameOf, (id) => values[id] ?? 0);
      if (renamed !== null) relations.set(keyOf(renamed), renamed);
    }
  }
  for (const relation of tables.relations) relations.delete(keyOf(relation));
  for (const [id, course] of courses) {
    const whole = [...course, ...(today.get(id) === undefined ? [] : [today.get(id) as Cell])];
    for (const [place, later] of whole.entries()) {
      const one = whole[place - 1];
      if (one === undefined || one.id === later.id || one.value > later.value) continue;
      const grown: Relation = { kind: 'within', whole: later.id, parts: [one.id] };
      relations.set(keyOf(grown), grown);
    }
  }
  return {
    tables: { cells: [...tables.cells, ...added.values()], relations: [...tables.relations, ...relations.values()] },
    known,
    hidden: new Set([...wasHidden].filter((name) => added.has(name))),
    hiddenBefore: new Set((earlier.at(-1)?.hidden ?? []).filter((id) => today.has(id))),
    notZero,
  };
}

/** The relation among the numbers of an earlier release; `null` where it did not hold then, or nothing in it was different. */
function rename(
  relation: Relation,
  nameOf: (id: string) => string | null,
  countOf: (id: string) => number,
): Relation | null {
  const whole = nameOf(relation.whole);
  if (whole === null) return null;
  const there = relation.parts.filter((part) => nameOf(part) !== null);
  const parts = there.map((part) => nameOf(part) ?? part);
  const sum = there.reduce((total, part) => total + countOf(part), 0);
  const value = countOf(relation.whole);
  const isTrue =
    relation.kind === 'sum'
      ? sum === value
      : relation.kind === 'cover'
        ? there.length === relation.parts.length && sum >= value
        : there.every((part) => countOf(part) <= value);
  return isTrue && parts.length > 0 ? { kind: relation.kind, whole, parts } : null;
}

function keyOf({ kind, whole, parts }: Relation): string {
  return `${kind} ${whole} ${parts.toSorted().join(' ')}`;
}
