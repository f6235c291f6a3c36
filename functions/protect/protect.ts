/**
 * Protects small numbers (秘匿) in the tables of one audience: what is hidden, and for the administrator why. Pure: the solver
 * is passed in, and the same tables, policy and past give the same mask.
 */
import { type Attack, createAttack } from './attack.ts';
import { leastBesideZeros } from './bounds.ts';
import { isSmall, type Tables } from './cells.ts';
import { type Choice, chooseHidden } from './choose-hidden.ts';
import { type ExtendedTables, type Snapshot, withEarlier } from './earlier.ts';
import type { LinearSolver } from './linear-solver.ts';
import type { Finders } from './requirements.ts';

/** What the persons of an audience know or must not know besides the tables themselves. */
export interface Knowns {
  /** Earlier releases for the same audience, oldest first. Their hidden numbers are to be protected too. */
  readonly earlier: readonly Snapshot[];
  /** Cells that the same persons see elsewhere, with the value that they have now. */
  readonly shownElsewhere: ReadonlySet<string>;
  /** Cells hidden from persons who see these tables too (those of the prefecture see the public's): they stay hidden. */
  readonly hiddenElsewhere: ReadonlySet<string>;
}

export const nothingKnown: Knowns = { earlier: [], shownElsewhere: new Set(), hiddenElsewhere: new Set() };

export interface Protection {
  /** Printed cells that are hidden, sorted. Small and complementary ones look the same. */
  readonly hidden: readonly string[];
  readonly report: ProtectionReport;
}

/** For the administrator only: it tells small numbers from complementary ones. */
export interface ProtectionReport {
  /** No small number can be found out. If `false`, the tables are not to be published. */
  readonly isSafe: boolean;
  readonly printed: number;
  readonly hidden: readonly { readonly cell: string; readonly why: 'small' | 'complementary' | 'elsewhere' }[];
  /** Small numbers that can be told more closely than allowed, by anybody or by some municipality's own offices. */
  readonly found: readonly { readonly cell: string; readonly finders: Finders }[];
  /** Small, but published with this value before or elsewhere: hiding them from now on cannot take it back. */
  readonly alreadyPublished: readonly string[];
  /**
   * Small, and hidden, but earlier releases under a looser rule tell them more closely than today's rule allows (no more
   * closely than theirs did). '…@7': a number that was 7 in one of those.
   */
  readonly toldBefore: readonly string[];
  readonly programmesSolved: number;
}

export function protect({
  tables,
  zeros,
  knowns = nothingKnown,
  solver,
}: {
  tables: Tables;
  /** Whether 0 is shown, or is small like 1. */
  zeros: 'shown' | 'hidden';
  knowns?: Knowns;
  solver: LinearSolver;
}): Protection {
  const extended = withEarlier(tables, knowns.earlier);
  const attack = createAttack(extended.tables, zeros, extended.notZero);
  const published = new Set([...extended.known, ...knowns.shownElsewhere]);
  const promised = promisedBefore(tables, zeros, knowns.earlier);
  const place: Place = { zeros, extended, elsewhere: knowns.hiddenElsewhere };
  const smallPublished = positionsOf(attack, published).filter(
    (cell) => cell < tables.cells.length && isSmallAt(attack, cell, zeros),
  );
  // Where counts stand in earlier releases that today's rule hides, a release that these are no part of has to be safe too.
  const alone =
    promised === null && smallPublished.length === 0
      ? null
      : choose(createAttack(tables, zeros), { ...place, published: new Set(), promised: null, alone: null }, solver);
  const choice = choose(attack, { ...place, published, promised, alone }, solver);
  const small = (cell: number) => isSmallAt(attack, cell, zeros);
  const idOf = (cell: number) => attack.cells[cell]?.id ?? '';
  const why = (cell: number) =>
    small(cell) ? 'small' : knowns.hiddenElsewhere.has(idOf(cell)) ? 'elsewhere' : 'complementary';
  const masked = [...choice.hidden]
    .filter((cell) => cell < tables.cells.length && attack.cells[cell]?.isImplicit === false)
    .map((cell) => ({ cell: idOf(cell), why: why(cell) }) as const);
  const sorted = masked.toSorted((one, other) => (one.cell < other.cell ? -1 : 1));
  const found = [...(alone?.found ?? []), ...choice.found];
  return {
    hidden: sorted.map(({ cell }) => cell),
    report: {
      isSafe: found.length === 0,
      printed: tables.cells.filter(({ isImplicit }) => !isImplicit).length,
      hidden: sorted,
      found: found.map(({ cell, finders }) => ({ cell: idOf(cell), finders })),
      alreadyPublished: smallPublished.map(idOf).toSorted(),
      toldBefore: choice.told.map(idOf).toSorted(),
      programmesSolved: choice.solved + (alone?.solved ?? 0),
    },
  };
}

interface Place {
  readonly zeros: 'shown' | 'hidden';
  readonly extended: ExtendedTables;
  readonly elsewhere: ReadonlySet<string>;
}

/** @param alone what is hidden for somebody who keeps no earlier release, and stays so; `null`: nothing yet */
function choose(
  attack: Attack,
  {
    zeros,
    extended,
    elsewhere,
    published,
    promised,
    alone,
  }: Place & {
    readonly published: ReadonlySet<string>;
    readonly promised: number | null;
    readonly alone: Choice | null;
  },
  solver: LinearSolver,
): Choice {
  const small = new Set<number>();
  const hidden = new Set([...positionsOf(attack, extended.hidden), ...(alone?.hidden ?? [])]);
  const known = new Set(positionsOf(attack, published));
  for (const [cell, { id, isImplicit, value }] of attack.cells.entries()) {
    const isSmallNow = isSmallAt(attack, cell, zeros);
    if (isSmallNow && !known.has(cell)) small.add(cell);
    if (isImplicit) continue;
    if (isSmallNow || elsewhere.has(id)) hidden.add(cell);
    else if (value === 0 && zeros === 'shown') known.add(cell);
  }
  const before = new Set(positionsOf(attack, extended.hiddenBefore));
  return chooseHidden({ attack, hidden, small, known, before, promised, least: leastBesideZeros(attack) }, solver);
}

/** The threshold of the loosest rule before, where one hid less than today's or is not known; `null` where none did. */
function promisedBefore(tables: Tables, zeros: 'shown' | 'hidden', earlier: readonly Snapshot[]): number | null {
  const threshold = Math.max(0, ...tables.cells.map((cell) => cell.threshold));
  const looser = earlier.flatMap(({ policy }) =>
    policy === undefined
      ? [threshold]
      : policy.threshold < threshold || (zeros === 'hidden' && policy.zeros === 'shown')
        ? [policy.threshold]
        : [],
  );
  return looser.length === 0 ? null : Math.min(threshold, ...looser);
}

function positionsOf({ positionOf }: Attack, wanted: Iterable<string>): number[] {
  return [...wanted].flatMap((id) => positionOf.get(id) ?? []).toSorted((one, other) => one - other);
}

function isSmallAt({ cells }: Attack, cell: number, zeros: 'shown' | 'hidden'): boolean {
  const each = cells[cell];
  return each !== undefined && isSmall(each, zeros);
}
