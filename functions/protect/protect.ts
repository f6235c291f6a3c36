/**
 * Protects small numbers (秘匿) in the tables of one audience: what is hidden, and for the administrator why. Pure: the solver
 * is passed in, and the same tables, policy and past give the same mask.
 */
import { createAttack } from './attack.ts';
import { leastBesideZeros } from './bounds.ts';
import { isSmall, type Tables } from './cells.ts';
import { chooseHidden } from './choose-hidden.ts';
import { type Snapshot, withEarlier } from './earlier.ts';
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
  /** Small now, but published with this value before or elsewhere: hiding cannot take it back. */
  readonly alreadyPublished: readonly string[];
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
  const attack = createAttack(extended.tables, zeros);
  const ids = attack.cells.map(({ id }) => id);
  const positionsOf = (wanted: ReadonlySet<string>) =>
    new Set([...ids.keys()].filter((cell) => wanted.has(ids[cell] ?? '')));
  const published = positionsOf(new Set([...extended.known, ...knowns.shownElsewhere]));
  const elsewhere = positionsOf(knowns.hiddenElsewhere);
  const small = new Set<number>();
  const hidden = new Set(positionsOf(extended.hidden));
  const known = new Set(published);
  for (const [cell, each] of attack.cells.entries()) {
    if (published.has(cell)) continue;
    if (isSmall(each, zeros)) small.add(cell);
    if (each.isImplicit) continue;
    if (small.has(cell) || elsewhere.has(cell)) hidden.add(cell);
    else if (each.value === 0 && zeros === 'shown') known.add(cell);
  }
  const choice = chooseHidden(
    { attack, hidden, small, known, before: positionsOf(extended.hiddenBefore), least: leastBesideZeros(attack) },
    solver,
  );
  const isPrinted = (cell: number) => cell < tables.cells.length && attack.cells[cell]?.isImplicit === false;
  const why = (cell: number) => (small.has(cell) ? 'small' : elsewhere.has(cell) ? 'elsewhere' : 'complementary');
  const smallPublished = [...published].filter((cell) => {
    const each = attack.cells[cell];
    return each !== undefined && cell < tables.cells.length && isSmall(each, zeros);
  });
  const masked = [...choice.hidden]
    .filter(isPrinted)
    .map((cell) => ({ cell: ids[cell] ?? '', why: why(cell) }) as const);
  const sorted = masked.toSorted((one, other) => (one.cell < other.cell ? -1 : 1));
  return {
    hidden: sorted.map(({ cell }) => cell),
    report: {
      isSafe: choice.found.length === 0,
      printed: tables.cells.filter(({ isImplicit }) => !isImplicit).length,
      hidden: sorted,
      found: choice.found.map(({ cell, finders }) => ({ cell: ids[cell] ?? '', finders })),
      alreadyPublished: smallPublished.map((cell) => ids[cell] ?? '').toSorted(),
      programmesSolved: choice.solved,
    },
  };
}
