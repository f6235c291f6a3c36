/** Protects all tables of one audience of a prefecture, with what was published before, and says which cells are shown. */

import { isAtLeastAsStrict, type ProtectionPolicy } from '../../domain/protection-policy.ts';
import type { LinearSolver } from '../../protect/linear-solver.ts';
import { type ProtectionReport, protect } from '../../protect/protect.ts';
import { canonicalJson } from '../canonical.ts';
import { type MunicipalSummary, releaseFormat } from '../release.ts';
import type { ProtectedGroup } from './past.ts';
import { type SharedAudience, type TableGroup, tableGroups } from './prefecture-tables.ts';

/** So many different releases are remembered of a group; who kept older ones knows what was shown in them. */
export const rememberedReleases = 12;

export interface ProtectedAudience {
  readonly audience: SharedAudience;
  readonly policy: ProtectionPolicy;
  /** Printed cells that may be shown. What is in no table is not shown. */
  readonly shown: ReadonlySet<string>;
  readonly hidden: ReadonlySet<string>;
  /** Whether nobody can find a small count. If `false`, the audience keeps its last objects, or sees nothing of some years. */
  readonly isSafe: boolean;
  readonly groups: readonly ProtectedGroup[];
}

export function protectAudience({
  prefecture,
  summaries,
  audience,
  policy,
  past,
  hiddenElsewhere,
  solver,
}: {
  readonly prefecture: string;
  readonly summaries: readonly MunicipalSummary[];
  readonly audience: SharedAudience;
  readonly policy: ProtectionPolicy;
  readonly past: readonly ProtectedGroup[];
  /** Hidden from an audience whose officers see this one too. */
  readonly hiddenElsewhere: ReadonlySet<string>;
  readonly solver: LinearSolver;
}): ProtectedAudience {
  const own = past.filter((group) => group.audience === audience);
  const next = 1 + Math.max(0, ...past.flatMap(({ snapshots }) => snapshots.map(({ number }) => number)));
  const shown = new Set<string>();
  const hidden = new Set<string>();
  const groups = tableGroups(prefecture, summaries, { audience, threshold: policy.threshold }).map((group) => {
    const protectedGroup = protectGroup(group, {
      before: own.filter(({ periods }) => periods.some((period) => group.periods.includes(period))),
      place: { prefecture, audience, policy },
      hiddenElsewhere,
      next,
      solver,
    });
    const masked = new Set(protectedGroup.snapshots.at(-1)?.hidden);
    for (const { id, isImplicit } of group.tables.cells) {
      if (masked.has(id)) hidden.add(id);
      else if (!isImplicit) shown.add(id);
    }
    return protectedGroup;
  });
  return { audience, policy, shown, hidden, isSafe: groups.every(({ report }) => report.isSafe), groups };
}

/** The same with nothing at all shown of the years (and the last twelve months with them) in which a small count could be found. */
export function withoutUnsafeYears(each: ProtectedAudience): ProtectedAudience {
  const shown = new Set(each.shown);
  const hidden = new Set(each.hidden);
  const groups = each.groups.map((group) => {
    const last = group.snapshots.at(-1);
    if (group.report.isSafe || last === undefined) return group;
    const closed = Object.keys(last.values).filter((id) => shown.delete(id) || hidden.has(id));
    for (const id of closed) hidden.add(id);
    return { ...group, snapshots: group.snapshots.with(-1, { ...last, hidden: closed.toSorted() }) };
  });
  return { ...each, shown, hidden, groups };
}

function protectGroup(
  { periods, tables }: TableGroup,
  {
    before,
    place,
    hiddenElsewhere,
    next,
    solver,
  }: {
    before: readonly ProtectedGroup[];
    place: Pick<ProtectedGroup, 'prefecture' | 'audience' | 'policy'>;
    hiddenElsewhere: ReadonlySet<string>;
    next: number;
    solver: LinearSolver;
  },
): ProtectedGroup {
  const values = Object.fromEntries(tables.cells.map(({ id, value }) => [id, value]));
  const elsewhere = tables.cells.map(({ id }) => id).filter((id) => hiddenElsewhere.has(id));
  const told = { ...place, periods, hiddenElsewhere: elsewhere };
  const same = before.find((group) => isSame(group, told, values));
  if (same !== undefined) return same;
  const earlier = snapshotsOf(before, values, place.policy);
  const { hidden, report } = protect({
    tables,
    zeros: place.policy.zeros,
    knowns: { earlier, shownElsewhere: new Set(), hiddenElsewhere: new Set(elsewhere) },
    solver,
  });
  return {
    format: releaseFormat,
    kind: 'protection',
    ...told,
    snapshots: [...earlier, { number: next, values, hidden, policy: place.policy }].slice(-rememberedReleases),
    report,
  };
}

/** Nothing changed since the last release: its mask stays, without being computed. */
function isSame(
  { prefecture, audience, periods, policy, hiddenElsewhere, snapshots }: ProtectedGroup,
  told: Pick<ProtectedGroup, 'prefecture' | 'audience' | 'periods' | 'policy' | 'hiddenElsewhere'>,
  values: Readonly<Record<string, number>>,
): boolean {
  return (
    canonicalJson({
      prefecture,
      audience,
      periods,
      policy,
      hiddenElsewhere,
      values: snapshots.at(-1)?.values ?? {},
      // Those of earlier versions are looked at anew.
      rule: snapshots.at(-1)?.policy ?? null,
    }) === canonicalJson({ ...told, values, rule: policy })
  );
}

/** Earlier releases of the group's cells, oldest first, each once: a year may have been protected with others before. */
function snapshotsOf(
  before: readonly ProtectedGroup[],
  today: Readonly<Record<string, number>>,
  rule: ProtectionPolicy,
): ProtectedGroup['snapshots'] {
  const byNumber = new Map<
    number,
    { values: Record<string, number>; hidden: Set<string>; policy?: ProtectionPolicy }
  >();
  const all = before.flatMap(({ snapshots, policy }) =>
    // Of earlier versions it is known under which rule the last was published, and that is told where it was looser.
    snapshots.map((one) => (one.policy === undefined && !isAtLeastAsStrict(policy, rule) ? { ...one, policy } : one)),
  );
  for (const { number, values, hidden, policy } of all) {
    const known = byNumber.get(number) ?? { values: {}, hidden: new Set<string>(), ...(policy && { policy }) };
    for (const [id, value] of Object.entries(values)) if (id in today) known.values[id] = value;
    for (const id of hidden) if (id in today) known.hidden.add(id);
    byNumber.set(number, known);
  }
  return [...byNumber]
    .toSorted(([one], [other]) => one - other)
    .map(([number, { hidden, ...known }]) => ({ number, ...known, hidden: [...hidden].toSorted() }));
}

/** For the log: what an audience is kept from, and by how much. */
export function describeReport(groups: readonly ProtectedGroup[]): {
  readonly printed: number;
  readonly hidden: number;
  readonly small: number;
  readonly found: number;
  readonly alreadyPublished: number;
  readonly toldBefore: number;
} {
  const sum = (count: (report: ProtectionReport) => number) =>
    groups.reduce((total, { report }) => total + count(report), 0);
  return {
    printed: sum(({ printed }) => printed),
    hidden: sum(({ hidden }) => hidden.length),
    small: sum(({ hidden }) => hidden.filter(({ why }) => why === 'small').length),
    found: sum(({ found }) => found.length),
    alreadyPublished: sum(({ alreadyPublished }) => alreadyPublished.length),
    toldBefore: sum(({ toldBefore }) => toldBefore.length),
  };
}
