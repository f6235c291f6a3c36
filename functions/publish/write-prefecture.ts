/**
 * Writes what others than its own offices see of a prefecture's municipalities: protected first, then compared and put together
 * from what may be seen. What was published is remembered before it is published, so that the next release can be held against it.
 */

import type { SharedPolicies } from '../domain/choose-policies.ts';
import type { Day } from '../domain/codes.ts';
import { isSmallCount, printCount } from '../domain/protection-policy.ts';
import type { RegisteredGuide } from '../domain/registration.ts';
import type { LinearSolver } from '../protect/linear-solver.ts';
import type { Store } from '../world.ts';
import { prefectureAudience } from './audiences.ts';
import { canonicalJson } from './canonical.ts';
import { computeComparison } from './comparison/compute-comparison.ts';
import { comparisonSchema, measureComparisonSchema } from './comparison-schemas.ts';
import { computePrefecture } from './compute-prefecture.ts';
import { protectionPointer, readJson } from './history.ts';
import { createMask } from './protection/mask.ts';
import type { NamedGroup, ProtectedGroup, ProtectionPointer } from './protection/past.ts';
import type { SharedAudience } from './protection/prefecture-tables.ts';
import {
  describeReport,
  type ProtectedAudience,
  protectAudience,
  withoutUnsafeYears,
} from './protection/protect-audience.ts';
import { type MunicipalSummary, type ObjectName, releaseFormat } from './release.ts';
import { protectedGroupSchema, protectionPointerSchema } from './release-schemas.ts';
import { prefectureIndexSchema } from './schemas.ts';
import type { Writing } from './write-municipality.ts';

/** What sharing figures with others needs. */
export interface Sharing {
  readonly solver: LinearSolver;
  readonly policies: SharedPolicies;
  readonly guides: readonly RegisteredGuide[];
}

/**
 * The index of each audience; `null` where a small count could be found, so that nothing new is shown. `unsafe`: audiences
 * that for this reason keep their last objects, or see nothing of some years.
 */
export type WrittenPrefecture =
  | {
      readonly outcome: 'written';
      readonly indexes: Readonly<Record<SharedAudience, ObjectName | null>>;
      readonly unsafe: readonly SharedAudience[];
    }
  /** Another publisher remembered something meanwhile: everything is to be looked at anew. */
  | { readonly outcome: 'lost-race' };

/**
 * @param keep writes what is kept for the next release and belongs to none
 * @param lasting audiences with objects that may go on being shown: published under a rule that hides no less than today's
 */
export async function writePrefecture(
  { store, today, write, keep, log }: Writing & { readonly keep: Writing['write'] },
  sharing: Sharing,
  {
    prefecture,
    summaries,
    lasting,
  }: {
    readonly prefecture: string;
    readonly summaries: readonly MunicipalSummary[];
    readonly lasting: ReadonlySet<SharedAudience>;
  },
): Promise<WrittenPrefecture> {
  const pointer = await store.readPointer(protectionPointer(prefecture));
  const known = pointer === null ? noPast : protectionPointerSchema.parse(JSON.parse(pointer.content));
  const past = await readPast(store, known.groups);
  const place = { prefecture, summaries, past, solver: sharing.solver };
  const own = withoutUnsafeYears(
    protectAudience({
      ...place,
      audience: 'prefecture',
      policy: sharing.policies.prefecture,
      hiddenElsewhere: new Set(),
    }),
  );
  const everyone = withoutUnsafeYears(
    protectAudience({ ...place, audience: 'public', policy: sharing.policies.public, hiddenElsewhere: own.hidden }),
  );
  const audiences = [own, everyone];
  // Whoever sees more than the public is told first: what is not safe for them is not safe for anybody.
  const isSafe = (each: ProtectedAudience) => each.isSafe && (each === own || own.isSafe);
  const doesStay = (each: ProtectedAudience) =>
    !isSafe(each) && lasting.has(each.audience) && !(isKnownUnsafe(each, past) && isKnownUnsafe(own, past));
  for (const each of audiences.filter((one) => !isSafe(one)))
    log.error('publish/not-protected', { prefecture, audience: each.audience, ...describeReport(each.groups) });
  const content = canonicalJson({
    format: releaseFormat,
    groups: await writeGroups(keep, audiences, known.groups, (each) => !doesStay(each)),
    refused: await writeGroups(keep, audiences, [], (each) => !isSafe(each)),
  } satisfies ProtectionPointer);
  if (content !== pointer?.content) {
    for (const each of audiences.filter((one) => isToldBefore(one)))
      log.warn('publish/told-before', { prefecture, audience: each.audience, ...describeReport(each.groups) });
    const moved = await store.movePointer(protectionPointer(prefecture), content, pointer?.version ?? null);
    if (moved === 'lost-race') return { outcome: 'lost-race' };
  }
  const indexOf = async (each: ProtectedAudience) =>
    doesStay(each) ? null : await writeIndex({ write, today }, sharing, { prefecture, summaries, each });
  return {
    outcome: 'written',
    indexes: { prefecture: await indexOf(own), public: await indexOf(everyone) },
    unsafe: audiences.filter((each) => !isSafe(each)).map(({ audience }) => audience),
  };
}

/** Whether all that is unsafe was so in the last objects, which show nothing of it: there is nothing to stay with. */
function isKnownUnsafe({ audience, groups }: ProtectedAudience, past: readonly ProtectedGroup[]): boolean {
  return groups
    .filter(({ report }) => !report.isSafe)
    .every(({ periods }) =>
      past.some(
        (before) =>
          before.audience === audience &&
          !before.report.isSafe &&
          before.periods.some((period) => periods.includes(period)),
      ),
    );
}

/** Whether a stricter rule came too late for some counts. */
function isToldBefore({ groups }: ProtectedAudience): boolean {
  return groups.some(({ report }) => report.alreadyPublished.length + report.toldBefore.length > 0);
}

const noPast: ProtectionPointer = { format: releaseFormat, groups: [], refused: [] };

async function readPast(store: Store, groups: readonly NamedGroup[]): Promise<readonly ProtectedGroup[]> {
  return await Promise.all(
    groups.map(async ({ object }) => protectedGroupSchema.parse(await readJson(store, object)) as ProtectedGroup),
  );
}

/** Groups of the audiences that fit; of others, those of the release before. */
async function writeGroups(
  write: Writing['write'],
  audiences: readonly ProtectedAudience[],
  before: readonly NamedGroup[],
  fits: (each: ProtectedAudience) => boolean,
): Promise<NamedGroup[]> {
  const named: NamedGroup[] = [];
  for (const each of audiences) {
    if (!fits(each)) {
      named.push(...before.filter(({ audience }) => audience === each.audience));
      continue;
    }
    for (const group of each.groups) {
      const object = await write(protectedGroupSchema, group);
      named.push({ audience: each.audience, periods: group.periods, object });
    }
  }
  return named;
}

async function writeIndex(
  { write, today }: { readonly write: Writing['write']; readonly today: Day },
  { guides }: Sharing,
  {
    prefecture,
    summaries,
    each,
  }: { prefecture: string; summaries: readonly MunicipalSummary[]; each: ProtectedAudience },
): Promise<ObjectName> {
  const mask = createMask(each, summaries, today);
  const towns = summaries.map((summary) => mask.put(summary).town);
  // What an office states itself is no cell of a table: it is small by itself, or it is shown.
  const printResult = (count: number) => printCount(count, isSmallCount(count, each.policy), each.policy);
  const { mayBeSeen } = mask;
  const protection = each.policy;
  const compared = computeComparison({ prefecture, towns, asOf: today, mayBeSeen, guides, printResult, protection });
  const measures: Record<string, ObjectName> = {};
  for (const measure of compared.measures) measures[measure.measure] = await write(measureComparisonSchema, measure);
  const start = await write(comparisonSchema, compared.start(measures));
  const index = computePrefecture(prefecture, summaries, {
    asOf: today,
    audience: each.audience === 'public' ? 'public' : prefectureAudience(prefecture),
    protection: mask,
    comparison: { start, measures },
  });
  return await write(prefectureIndexSchema, index);
}
