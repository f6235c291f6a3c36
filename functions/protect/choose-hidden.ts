/**
 * Complementary suppression (二次秘匿): which further cells to hide so that no small one can be found out. One requirement after
 * the other is given its cheapest witness, and what that witness moves is hidden. Hiding more never spoils a witness, so one
 * pass is enough; then cells that turn out not to be needed are shown again.
 */
import { type Attack, componentsOf } from './attack.ts';
import { createDeviations, type Deviations } from './deviations.ts';
import type { LinearSolver } from './linear-solver.ts';
import { doesReach, type Finders, findersOf, isMet, type Requirement, requirementsOf, topOf } from './requirements.ts';
import { holdersOf, type Witness } from './witness.ts';

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
  /**
   * The threshold of the loosest rule under which earlier releases were published, where that was looser than today's: what
   * was promised then is kept, and what today's rule asks beyond it is done as far as it still can be.
   */
  readonly promised: number | null;
}

export interface Choice {
  readonly hidden: ReadonlySet<number>;
  /** Small cells that cannot be protected any more, because of what is known already. */
  readonly found: readonly { readonly cell: number; readonly finders: Finders }[];
  /** Small cells of which releases under a looser rule tell more than today's allows, and no less than theirs did. */
  readonly told: readonly number[];
  /** Linear programmes solved. */
  readonly solved: number;
}

interface Work {
  readonly attack: Attack;
  /** Over the same cells: for somebody who uses that hidden cells are not zero, and for somebody who does not. */
  readonly strict: Deviations;
  readonly loose: Deviations | null;
  /** For somebody who knows nothing but the zeros. */
  readonly byZeros: () => Deviations;
  readonly byCell: ReadonlyMap<number, Requirement[]>;
  readonly hidden: Set<number>;
}

export function chooseHidden(start: Start, solver: LinearSolver): Choice {
  const hidden = new Set(start.hidden);
  const found: { cell: number; finders: Finders }[] = [];
  const told: number[] = [];
  let solved = 0;
  for (const component of componentsOf(start.attack, (cell) => !start.known.has(cell))) {
    if (!component.some((cell) => start.small.has(cell))) continue;
    const answer = chooseInComponent(start, component, solver);
    for (const cell of answer.hidden) hidden.add(cell);
    found.push(...answer.found);
    told.push(...answer.told);
    solved += answer.solved;
  }
  return { hidden, found, told, solved };
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
  let ofZeros: Deviations | null = null;
  const byZeros = () => (ofZeros ??= createDeviationsOfZeros(start, component, solver) ?? strict);
  const work: Work = { attack, strict, loose, byZeros, byCell, hidden };
  const told = new Set<number>();
  const asked = [...requirements];
  for (const requirement of asked) {
    if (meet(work, requirement) || requirement.asked !== 'rule') continue;
    const within = withinZeros(work, requirement);
    if (within === null && start.promised === null) continue;
    if (within === null) told.add(requirement.cell);
    const instead = within ?? asPromised(work, requirement, start.promised ?? 0);
    asked.push(...instead);
    requirements.splice(requirements.indexOf(requirement), 1, ...instead);
    byCell.set(requirement.cell, [
      ...(byCell.get(requirement.cell) ?? []).filter((each) => each !== requirement),
      ...instead,
    ]);
  }
  showAgain(work, requirements, { start, component });
  const found = requirements
    .filter((requirement) => requirement.asked !== 'wish' && !isMet(attack, requirement))
    .map((requirement) => ({ cell: requirement.cell, finders: findersOf(attack, requirement) }));
  const solved = strict.solved + (loose?.solved ?? 0);
  for (const each of new Set([strict, loose, ofZeros as Deviations | null])) each?.dispose();
  return { hidden, found, told: [...told], solved };
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
 * What is required instead where shown zeros alone, over several tables or releases, say that a count is more than 1: that it can be as
 * little as they say, and so much more that the interval is as wide as any other's. `null` where it is not the zeros.
 */
function withinZeros(work: Work, requirement: Requirement): readonly Requirement[] | null {
  const { attack, strict } = work;
  const { cell, by, isLoose, witnesses } = requirement;
  if (isLoose || by >= 0 || witnesses.size > 0) return null;
  const least = leastByZeros(work, requirement);
  if (least === by || (least < 0 && strict.find({ cell, by: least, without: new Set() }) === null)) return null;
  return [least, topOf(least, attack.cells[cell]?.threshold ?? 0)]
    .filter((change) => change !== 0)
    .map((change) => ({ cell, by: change, isLoose, asked: 'rule' as const, witnesses: new Map() }));
}

/** How far down a cell could be moved, at most by `by`, if nothing were known but zeros: earlier releases and other pages say more. */
function leastByZeros({ byZeros }: Work, { cell, by }: Requirement): number {
  const deviations = byZeros();
  return deviations.find({ cell, by, without: new Set() }) === null ? reachOf(deviations, cell, by) : by;
}

/**
 * What is required instead where earlier releases, under a rule that hid less, tell more of a count than today's rule allows: what
 * that rule promised, of counts that were small under it; and beyond it as much as can still be had.
 */
function asPromised(work: Work, requirement: Requirement, promised: number): Requirement[] {
  const { attack, strict, loose } = work;
  const { cell, by, isLoose, witnesses } = requirement;
  const value = attack.cells[cell]?.value ?? 0;
  const least = by > 0 || isLoose ? by : leastByZeros(work, requirement);
  const kept = value >= promised ? 0 : by > 0 ? Math.max(0, promised - 1 - value) : least;
  const left = witnesses.size > 0 ? by : reachOf(isLoose && loose !== null ? loose : strict, cell, by);
  const create = (change: number, asked: 'promise' | 'wish'): Requirement[] =>
    change === 0 ? [] : [{ cell, by: change, isLoose, asked, witnesses: new Map() }];
  return [...create(kept, 'promise'), ...create(left, 'wish')];
}

/** `null` where nothing but zeros is known anyway. */
function createDeviationsOfZeros(
  { attack, known }: Start,
  component: readonly number[],
  solver: LinearSolver,
): Deviations | null {
  const isZero = (each: number) => (attack.cells[each]?.value ?? 0) === 0;
  if ([...known].every(isZero)) return null;
  const all = componentsOf(attack, (each) => !known.has(each) || !isZero(each));
  const open = all.find((each) => each.includes(component[0] ?? -1)) ?? component;
  return createDeviations(attack, open, () => 0, solver);
}

/** How far towards `by`, at most short of it by one, a cell can be moved. */
function reachOf(deviations: Deviations, cell: number, by: number): number {
  let reached = 0;
  for (let beyond = Math.abs(by); beyond - reached > 1; ) {
    const middle = Math.floor((reached + beyond) / 2);
    if (deviations.find({ cell, by: Math.sign(by) * middle, without: new Set() }) === null) beyond = middle;
    else reached = middle;
  }
  return Math.sign(by) * reached;
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
    const lost: { readonly requirement: Requirement; readonly entry: [Witness, ReadonlySet<string>] }[] = [];
    for (const requirement of requirements)
      for (const [witness, holders] of requirement.witnesses)
        if (witness.has(cell)) lost.push({ requirement, entry: [witness, holders] });
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
