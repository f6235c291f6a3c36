/** Writes what a release shares with others than each municipality's own offices: with prefectures, and with everybody. */

import { choosePolicies } from '../domain/choose-policies.ts';
import { isAtLeastAsStrict, type ProtectionPolicy } from '../domain/protection-policy.ts';
import type { RegisteredProtection } from '../domain/registration.ts';
import type { LinearSolver } from '../protect/linear-solver.ts';
import type { Store } from '../world.ts';
import { prefectureAudience, publicAudience } from './audiences.ts';
import { readJson } from './history.ts';
import {
  type Audience,
  type MunicipalSummary,
  type ObjectName,
  type PublicIndex,
  type Release,
  type RulesInForce,
  releaseFormat,
} from './release.ts';
import { prefectureIndexSchema, publicIndexSchema } from './schemas.ts';
import type { Writing } from './write-municipality.ts';
import { type Sharing, writePrefecture } from './write-prefecture.ts';

/** What sharing figures with others needs; the solver is loaded only where there is something to share. */
export type SharingWorld = Omit<Sharing, 'solver'> & {
  readonly loadSolver: () => Promise<LinearSolver>;
  /** 秘匿 of the registry; `policies` hold where it says nothing. */
  readonly protections?: readonly RegisteredProtection[];
};

/** What prefectures and the public see. An audience whose new objects would give small numbers away keeps its last ones. */
export async function writeShared(
  writing: Writing,
  {
    summaries,
    before,
    sharing: { loadSolver, protections = [], policies: usual, guides },
    keep,
  }: {
    summaries: readonly MunicipalSummary[];
    before: Release | null;
    sharing: SharingWorld;
    keep: Writing['write'];
  },
): Promise<
  | {
      readonly audiences: Release['audiences'];
      readonly withheld: readonly Audience[];
      /** Of the prefectures that there are figures of. */
      readonly rules: RulesInForce;
    }
  | 'lost-race'
> {
  const audiences: Record<string, ObjectName> = {};
  const withheld: Audience[] = [];
  const rules: Record<string, ProtectionPolicy> = {};
  const codes = [...new Set(summaries.map(({ name }) => name.prefecture))].toSorted();
  if (codes.length === 0) return { audiences, withheld, rules };
  const solver = await loadSolver();
  const last = await readLastIndexes(writing.store, before);
  const everybodys: PublicIndex['prefectures'][number][] = [];
  for (const code of codes) {
    const own = summaries.filter(({ name }) => name.prefecture === code);
    const audience = prefectureAudience(code);
    const everybody = `${publicAudience}:${code}`;
    const policies = choosePolicies(protections, { prefecture: code, day: writing.today, usual });
    rules[audience] = policies.prefecture;
    rules[everybody] = policies.public;
    const lasting = new Set(
      (
        [
          [audience, 'prefecture'],
          [everybody, 'public'],
        ] as const
      ).flatMap(([name, each]) => {
        const under = last.get(name)?.protection;
        return under !== undefined && isAtLeastAsStrict(under, policies[each]) ? [each] : [];
      }),
    );
    const written = await writePrefecture(
      { ...writing, keep },
      { guides, solver, policies },
      { prefecture: code, summaries: own, lasting },
    );
    if (written.outcome === 'lost-race') return 'lost-race';
    if (written.unsafe.includes('prefecture')) withheld.push(audience);
    if (written.unsafe.includes('public') && !withheld.includes(publicAudience)) withheld.push(publicAudience);
    const index = written.indexes.prefecture ?? last.get(audience)?.index;
    if (index !== undefined) audiences[audience] = index;
    const open = written.indexes.public ?? last.get(everybody)?.index;
    if (open !== undefined) everybodys.push({ code, name: own[0]?.name.prefectureName ?? code, index: open });
  }
  if (everybodys.length > 0) {
    const index: PublicIndex = {
      format: releaseFormat,
      kind: 'public',
      audience: publicAudience,
      asOf: writing.today,
      prefectures: everybodys,
    };
    audiences[publicAudience] = await writing.write(publicIndexSchema, index);
  }
  return { audiences, withheld, rules };
}

interface LastIndex {
  readonly index: ObjectName;
  readonly protection: ProtectionPolicy;
}

/** Protected indexes of the release before: of prefectures by audience, the public's by 'public:16'. */
async function readLastIndexes(store: Store, before: Release | null): Promise<ReadonlyMap<string, LastIndex>> {
  const last = new Map<string, LastIndex>();
  const add = async (audience: string, index: ObjectName): Promise<void> => {
    const opened = prefectureIndexSchema.safeParse(await readJson(store, index));
    if (opened.success) last.set(audience, { index, protection: opened.data.protection });
  };
  for (const [audience, name] of Object.entries(before?.audiences ?? {})) {
    if (audience.startsWith('office:')) continue;
    const index = await readJson(store, name);
    const open = publicIndexSchema.safeParse(index);
    for (const prefecture of open.data?.prefectures ?? [])
      await add(`${publicAudience}:${prefecture.code}`, prefecture.index);
    if (!open.success) await add(audience, name);
  }
  return last;
}
