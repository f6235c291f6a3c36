/**
 * Complementary suppression (二次秘匿): which further cells to hide so that no small one can be found out. One requirement after
 * the other is given its cheapest witness, and what that witness moves is hidden. Hiding more never spoils a witness, so one
 * pass is enough; then cells that turn out not to be needed are shown again.
 */
import { type Attack, componentsOf } from './attack.ts';
import { createDeviations, type Deviations } from './deviations.ts';
import type { LinearSolver } from './linear-solver.ts';
import { doesReach, type Finders, findersOf, isMet, type Requirement, requirementsOf } from './requirements.ts';
import { holdersOf } from './witness.ts';

/** All cells by their position in `attack`. */
export interface Start {
  readonly attack: Attack;
  /** Hidden whatever happens: small ones, and those hidden for a finer audience. */
  readonly hidden: ReadonlySet<number>;
  /** To be protected; each is hidden, or implicit. */
  readonly small: ReadonlySet<number>;
  /** Known to everybody: zeros that are shown, and what was published before or elsewhere. */
  readonly known: ReadonlySet<number>;
  /** The least that each cell can be when all is hidden but zeros. */
  readonly least: readonly number[];
  /** Hidden in the release before: they stay so while they are of use. */
  readonly before: ReadonlySet<number>;
}

export interface Choice {
  readonly hidden: ReadonlySet<number>;
  /** Small cells that cannot be protected any more, because of what is known already. */
  readonly found: readonly { readonly cell: number; readonly finders: Finders }[];
  /** Linear programmes solved. */
  readonly solved: number;
}

interface Work {
  readonly attack: Attack;
  /** Over the same cells: for somebody who uses that hidden cells are not zero, and for somebody who does not. */
  readonly strict: Deviations;
  readonly loose: Deviations | null;
  readonly byCell: ReadonlyMap<number, Requirement[]>;
  readonly hidden: Set<number>;
}

export function chooseHidden(start: Start, solver: LinearSolver): Choice {
  const hidden = new Set(start.hidden);
  const found: { cell: number; finders: Finders }[] = [];
  let solved = 0;
  for (const component of componentsOf(start.attack, (cell) => !start.known.has(cell))) {
    if (!component.some((cell) => start.small.has(cell))) continue;
    const answer = chooseInComponent(start, component, solver);
    for (const cell of answer.hidden) hidden.add(cell);
    found.push(...answer.found);
    solved += answer.solved;
  }
  return { hidden, found, solved };
}

function chooseInComponent(start: Start, component: readonly number[], solver: LinearSolver): Choice {
  const { attack } = start;
  const hidden = new Set(component.filter((cell) => start.hidden.has(cell) || start.before.has(cell)));
  const requirements = component
    .filter((cell) => start.small.has(cell))
    .flatMap((cell) => requirementsOf(attack, cell, start.least[cell] ?? 0))
    .toSorted((one, other) => Math.abs(other.by) - Math.abs(one.by) || one.cell - other.cell);
  const byCell = new Map<number, Requirement[]>();
  for (const requirement of requirements) {
    byCell.set(requirement.cell, [...(byCell.get(requirement.cell) ?? []), requirement]);
  }
  const costOf = (cell: number) =>
    hidden.has(cell) || attack.cells[cell]?.isImplicit === true ? 0 : (attack.cells[cell]?.cost ?? 1);
  const strict = createDeviations(attack, component, costOf, solver);
  const loose = requirements.some(({ isLoose }) => isLoose)
    ? createDeviations({ ...attack, floors: attack.floors.map(() => 0) }, component, costOf, solver)
    : null;
  const work: Work = { attack, strict, loose, byCell, hidden };
  for (const requirement of [...requirements]) {
    if (meet(work, requirement)) continue;
    const instead = withinZeros(work, requirement);
    if (instead.length === 0) continue;
    requirements.splice(requirements.indexOf(requirement), 1, ...instead);
    byCell.set(requirement.cell, [
      ...(byCell.get(requirement.cell) ?? []).filter((each) => each !== requirement),
      ...instead,
    ]);
    for (const each of instead) meet(work, each);
  }
  showAgain(work, requirements, { start, component });
  const found = requirements
    .filter((requirement) => !isMet(attack, requirement))
    .map((requirement) => ({ cell: requirement.cell, finders: findersOf(attack, requirement) }));
  const solved = strict.solved + (loose?.solved ?? 0);
  strict.dispose();
  loose?.dispose();
  return { hidden, found, solved };
}

/** Finds witnesses until nobody can tell, and hides what they move. `false` where there is none. */
function meet({ attack, strict, loose, byCell, hidden }: Work, requirement: Requirement): boolean {
  const deviations = requirement.isLoose && loose !== null ? loose : strict;
  for (;;) {
    const finders = findersOf(attack, requirement);
    if (finders !== 'all' && finders.length === 0) return true;
    // One office after the other: a witness that suits all of them at once may have to hide more.
    const without = new Set(finders === 'all' ? [] : finders.slice(0, 1));
    const witness = deviations.find({ cell: requirement.cell, by: requirement.by, without });
    if (witness === null) return false;
    const moved = [...witness.keys()].filter((cell) => attack.cells[cell]?.isImplicit !== true && !hidden.has(cell));
    for (const cell of moved) hidden.add(cell);
    strict.hide(moved);
    loose?.hide(moved);
    const holders = holdersOf(attack, witness);
    for (const cell of witness.keys()) {
      for (const each of byCell.get(cell) ?? []) {
        const isOf = deviations === strict || each.isLoose;
        if (isOf && doesReach(each, witness)) each.witnesses.set(witness, holders);
      }
    }
  }
}

/**
 * What is required instead where shown zeros alone, over several tables, say that a number that nobody prints is more than 1: that it
 * can be as little as they say, and so much more that the interval is as wide as any other's.
 */
function withinZeros({ attack, strict }: Work, requirement: Requirement): readonly Requirement[] {
  const { cell, by, isLoose, witnesses } = requirement;
  const { isImplicit = false, threshold = 0 } = attack.cells[cell] ?? {};
  if (!isImplicit || isLoose || by >= 0 || witnesses.size > 0) return [];
  let reached = 0;
  for (let beyond = -by; beyond - reached > 1; ) {
    const middle = Math.floor((reached + beyond) / 2);
    if (strict.find({ cell, by: -middle, without: new Set() }) === null) beyond = middle;
    else reached = middle;
  }
  const width = threshold - 2;
  return [-reached, width - reached]
    .filter((change) => change !== 0)
    .map((change) => ({ cell, by: change, isLoose: false, witnesses: new Map() }));
}

/** Shows cells again that are hidden for others but not needed; what was hidden before is tried last. */
function showAgain(
  work: Work,
  requirements: readonly Requirement[],
  { start, component }: { start: Start; component: readonly number[] },
): void {
  const { attack, strict, loose, hidden } = work;
  const allow = (cell: number, isAllowed: boolean) => {
    strict.allow(cell, isAllowed);
    loose?.allow(cell, isAllowed);
  };
  const worthOf = (cell: number) => attack.cells[cell]?.cost ?? 0;
  const extra = component
    .filter((cell) => hidden.has(cell) && !start.hidden.has(cell))
    .toSorted(
      (one, other) =>
        Number(start.before.has(one)) - Number(start.before.has(other)) || worthOf(other) - worthOf(one) || one - other,
    );
  if (extra.length === 0) return;
  for (const cell of component) {
    if (!hidden.has(cell) && attack.cells[cell]?.isImplicit !== true) allow(cell, false);
  }
  for (const cell of extra) {
    const lost = requirements.flatMap((requirement) =>
      [...requirement.witnesses].filter(([witness]) => witness.has(cell)).map((entry) => ({ requirement, entry })),
    );
    const wasMet = [...new Set(lost.map(({ requirement }) => requirement))].filter((each) => isMet(attack, each));
    for (const { requirement, entry } of lost) requirement.witnesses.delete(entry[0]);
    allow(cell, false);
    if (wasMet.every((requirement) => meet(work, requirement))) {
      hidden.delete(cell);
      continue;
    }
    allow(cell, true);
    for (const { requirement, entry } of lost) requirement.witnesses.set(...entry);
  }
}
