/** Writes what a release shares with others than each municipality's own offices: with prefectures, and with everybody. */

import { choosePolicies } from '../domain/choose-policies.ts';
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
): Promise<{ readonly audiences: Release['audiences']; readonly withheld: readonly Audience[] } | 'lost-race'> {
  const audiences: Record<string, ObjectName> = {};
  const withheld: Audience[] = [];
  const codes = [...new Set(summaries.map(({ name }) => name.prefecture))].toSorted();
  if (codes.length === 0) return { audiences, withheld };
  const solver = await loadSolver();
  const last = await readLastIndexes(writing.store, before);
  const everybodys: PublicIndex['prefectures'][number][] = [];
  for (const code of codes) {
    const own = summaries.filter(({ name }) => name.prefecture === code);
    const written = await writePrefecture(
      { ...writing, keep },
      { guides, solver, policies: choosePolicies(protections, { prefecture: code, day: writing.today, usual }) },
      {
        prefecture: code,
        summaries: own,
      },
    );
    if (written.outcome === 'lost-race') return 'lost-race';
    const audience = prefectureAudience(code);
    if (written.indexes.prefecture === null) withheld.push(audience);
    const index = written.indexes.prefecture ?? last.get(audience);
    if (index !== undefined) audiences[audience] = index;
    if (written.indexes.public === null && !withheld.includes(publicAudience)) withheld.push(publicAudience);
    const open = written.indexes.public ?? last.get(`${publicAudience}:${code}`);
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
  return { audiences, withheld };
}

/** Protected indexes of the release before: of prefectures by audience, the public's by 'public:16'. */
async function readLastIndexes(store: Store, before: Release | null): Promise<ReadonlyMap<string, ObjectName>> {
  const last = new Map<string, ObjectName>();
  for (const [audience, name] of Object.entries(before?.audiences ?? {})) {
    if (audience.startsWith('office:')) continue;
    const index = await readJson(store, name);
    const open = publicIndexSchema.safeParse(index);
    for (const prefecture of open.data?.prefectures ?? []) {
      if (await store.hasObject(prefecture.index)) last.set(`${publicAudience}:${prefecture.code}`, prefecture.index);
    }
    if (prefectureIndexSchema.safeParse(index).success) last.set(audience, name);
  }
  return last;
}
