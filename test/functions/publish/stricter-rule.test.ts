/**
 * A registry that says 秘匿 more strictly, after two releases under a looser rule: what is handed out then, what is not any more, what
 * the administrator is told, and what happens when the rule is taken back. 架空のデータ.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import type { RegisteredProtection } from '#functions/domain/registration.ts';
import { type AuditedCell, audit } from '#functions/protect/audit.ts';
import { type Snapshot, withEarlier } from '#functions/protect/earlier.ts';
import type { LinearSolver } from '#functions/protect/linear-solver.ts';
import { readJson, rollBack } from '#functions/publish/history.ts';
import type { ProtectedGroup, ProtectionPointer } from '#functions/publish/protection/past.ts';
import { tableGroups } from '#functions/publish/protection/prefecture-tables.ts';
import { publish } from '#functions/publish/publish.ts';
import type { MunicipalSummary, PrefectureIndex, Release, Session } from '#functions/publish/release.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import type { Store } from '#functions/world.ts';
import { copyStore } from '../../builders/copied-store.ts';
import { aMemoryStore, now, putWorkbooks, quietLog, sharing, today } from './ingested-builder.ts';
import { cellsServed, fetchAll } from './served-cells.ts';
import { tinyNames, tinyPrefecture } from './tiny-prefecture.ts';

const solver = await loadSolver();

function below(threshold: number): readonly RegisteredProtection[] {
  const rule = { row: 2, audience: 'prefecture', threshold, zeros: 'shown', roundedTo: 1, until: null } as const;
  return [{ ...rule, from: today, prefecture: null }];
}

async function publishUnder(store: Store, threshold: number, other: Partial<typeof sharing> = {}) {
  const ruled = { ...sharing, ...other, protections: below(threshold) };
  return await publish({ store, order: tinyNames, today, now, log: quietLog, sharing: ruled });
}

function apiOf(store: Store) {
  return createApi({
    store,
    identity: localIdentity,
    pollSeconds: 60,
    log: quietLog,
    clock: { now: () => new Date('2026-11-21T03:00:00Z') },
  });
}

async function answer(store: Store, path: string): Promise<readonly [number, unknown]> {
  const response = await apiOf(store).request(path);
  const { code } = response.ok ? { code: null } : ((await response.json()) as { readonly code: unknown });
  return [response.status, code];
}

const looser = [404, 'looser-rule'] as const;
const open = [200, null] as const;

async function groupsOf(store: Store): Promise<readonly ProtectedGroup[]> {
  const pointer = JSON.parse((await store.readPointer('protection/99'))?.content ?? '') as ProtectionPointer;
  const groups = await Promise.all(
    pointer.groups.map(async ({ object }) => (await readJson(store, object)) as ProtectedGroup),
  );
  return groups.filter(({ audience }) => audience === 'prefecture');
}

/** The tables of the current release as the prefecture's rule has them, and what somebody knows who fetched all of it. */
async function servedTables(store: Store, release: string, threshold: number) {
  const { municipalities } = (await readJson(store, release)) as Release;
  const summaries = await Promise.all(
    Object.values(municipalities).map(async ({ summary }) => (await readJson(store, summary)) as MunicipalSummary),
  );
  const groups = tableGroups('99', summaries, { audience: 'prefecture', threshold });
  const ids = new Set(groups.flatMap(({ tables }) => tables.cells.map(({ id }) => id)));
  const seen = cellsServed(await fetchAll(apiOf(store), '/api/prefectures/99', 'prefecture:99'), (id) => ids.has(id));
  return groups.map((group) => {
    const printed = group.tables.cells.filter(({ isImplicit }) => !isImplicit).map(({ id }) => id);
    return { ...group, printed, hidden: new Set(printed.filter((id) => !seen.has(id))) };
  });
}

const isFound = ({ isProtected }: AuditedCell) => !isProtected;

let store: Store;
let before: readonly string[];
let raised: string;
let tables: Awaited<ReturnType<typeof servedTables>>;
beforeAll(async () => {
  store = aMemoryStore();
  const names: string[] = [];
  for (const more of [0, 2]) {
    await putWorkbooks(store, tinyPrefecture(more));
    const { release } = await publishUnder(store, 5);
    names.push(release ?? '');
  }
  before = names;
  const { release, withheld } = await publishUnder(store, 10);
  expect(withheld).toEqual([]);
  raised = release ?? '';
  tables = await servedTables(store, raised, 10);
});

describe('once counts below 10 are hidden from a prefecture that saw those from 5 on', () => {
  test('no count below 10 is handed out, and none can be worked out of what is', () => {
    const printed = tables.flatMap((group) => group.tables.cells.filter(({ id }) => group.printed.includes(id)));
    const small = printed.filter(({ value }) => value > 0 && value < 10);
    expect(small.length).toBeGreaterThan(50);
    expect(small.filter(({ id }) => !tables.some(({ hidden }) => hidden.has(id)))).toEqual([]);
    for (const insider of [null, '992010', '992070'])
      for (const { tables: own, hidden } of tables) {
        const found = audit({ tables: own, hidden, zeros: 'shown', insider, solver }).filter(isFound);
        expect(found.filter(({ cell }) => insider === null || !cell.includes('|99|'))).toEqual([]);
      }
  });

  test('the releases of before are not opened any more, in none of the ways to them, while those for everybody are', async () => {
    for (const release of before) {
      expect(await answer(store, `/api/prefectures/99?release=${release}`)).toEqual(looser);
      expect(await answer(store, `/api/prefectures/99/comparison?release=${release}`)).toEqual(looser);
      expect(await answer(store, `/api/prefectures/99/comparison/R06?release=${release}`)).toEqual(looser);
      expect(await answer(store, `/api/exports/facts.csv?audience=prefecture:99&release=${release}`)).toEqual(looser);
      expect(await answer(store, `/api/public/prefectures/99?release=${release}`)).toEqual(open);
      expect(await answer(store, `/api/municipalities/992010?release=${release}`)).toEqual(open);
    }
    expect(await answer(store, '/api/prefectures/99')).toEqual(open);
  });

  test('the administrator is told which counts cannot be made secret again, and these are hidden all the same', async () => {
    const groups = await groupsOf(store);
    const told = new Set(groups.flatMap(({ report }) => report.alreadyPublished));
    const shownBefore = groups.flatMap(({ snapshots }) => {
      const current = snapshots.at(-1)?.values ?? {};
      return snapshots.slice(0, -1).flatMap(({ values, hidden }) => {
        const hiddenThen = new Set(hidden);
        return Object.keys(values).filter((id) => !hiddenThen.has(id) && values[id] === current[id]);
      });
    });
    const small = tables.flatMap((group) =>
      group.tables.cells.filter(
        ({ id, value, isImplicit }) => !isImplicit && value > 0 && value < 10 && shownBefore.includes(id),
      ),
    );
    expect(small.length).toBeGreaterThan(10);
    expect([...told].toSorted()).toEqual(small.map(({ id }) => id).toSorted());
    expect(small.every(({ id }) => tables.some(({ hidden }) => hidden.has(id)))).toBe(true);
  });

  test('somebody who kept all releases learns nothing more than the report says, and nothing that the rule of before hid', async () => {
    for (const { snapshots, report } of await groupsOf(store)) {
      const own = tables.find((group) => group.printed.every((id) => id in (snapshots.at(-1)?.values ?? {})));
      if (own === undefined) throw new Error('A group without tables');
      const extended = withEarlier(own.tables, snapshots.slice(0, -1) as readonly Snapshot[]);
      const hidden = new Set([...own.hidden, ...extended.hidden].filter((id) => !extended.known.has(id)));
      const cells = audit({ tables: extended.tables, hidden, zeros: 'shown', solver });
      const named = new Set(report.toldBefore);
      expect(cells.filter((cell) => isFound(cell) && !named.has(cell.cell))).toEqual([]);
      const promised = cells.filter(({ value }) => value > 0 && value < 5);
      expect(promised.filter(({ most }) => most < 4)).toEqual([]);
    }
  });
});

test('going back to a release of before shows the offices theirs, and the prefecture nothing until the next run', async () => {
  const kept = await copyStore(store, { now: () => now });
  expect(await rollBack(kept, before[1] ?? '', now)).toBe('moved');
  expect(await answer(kept, '/api/prefectures/99')).toEqual(looser);
  expect(await answer(kept, '/api/exports/facts.csv?audience=prefecture:99')).toEqual(looser);
  expect(await answer(kept, '/api/municipalities/992010')).toEqual(open);
  const session = (await (await apiOf(kept).request('/api/session')).json()) as Session;
  expect([
    session.prefectures,
    session.publicPrefectures.map(({ code }) => code),
    session.municipalities.length,
  ]).toEqual([[], ['99'], 8]);
  expect(await publishUnder(kept, 10)).toMatchObject({ outcome: 'published', release: raised, withheld: [] });
  expect(await answer(kept, '/api/prefectures/99')).toEqual(open);
});

test('when the rule is taken back, counts from 5 on are shown again, and smaller ones stay protected', async () => {
  const kept = await copyStore(store, { now: () => now });
  const { release, withheld } = await publishUnder(kept, 5);
  expect(withheld).toEqual([]);
  const again = await servedTables(kept, release ?? '', 5);
  for (const { tables: own, hidden } of again)
    expect(audit({ tables: own, hidden, zeros: 'shown', solver }).filter(isFound)).toEqual([]);
  const count = (groups: typeof again) => groups.reduce((sum, { hidden }) => sum + hidden.size, 0);
  expect(count(again)).toBeLessThan(count(tables));
  for (const { snapshots, report } of await groupsOf(kept)) {
    const own = again.find((group) => group.printed.every((id) => id in (snapshots.at(-1)?.values ?? {})));
    if (own === undefined) throw new Error('A group without tables');
    const extended = withEarlier(own.tables, snapshots.slice(0, -1) as readonly Snapshot[]);
    const hidden = new Set([...own.hidden, ...extended.hidden].filter((id) => !extended.known.has(id)));
    expect(audit({ tables: extended.tables, hidden, zeros: 'shown', solver }).filter(isFound)).toEqual([]);
    expect([report.alreadyPublished, report.toldBefore]).toEqual([[], []]);
  }
  expect(await answer(kept, `/api/prefectures/99?release=${before[0]}`)).toEqual(open);
});

describe('when no safe mask is found', () => {
  const givesUp: LinearSolver = {
    createModel: () => ({
      setBounds: () => undefined,
      setCost: () => undefined,
      solve: () => ({ outcome: 'stopped', values: new Float64Array() }),
      dispose: () => undefined,
    }),
  };
  const other = { loadSolver: () => Promise.resolve(givesUp) };

  test('under the same rule the last objects stay, and the run and the administrator are told', async () => {
    const kept = await copyStore(store, { now: () => now });
    await putWorkbooks(kept, tinyPrefecture(1));
    const { release, withheld } = await publishUnder(kept, 10, other);
    expect(withheld).toEqual(['prefecture:99', 'public']);
    const [last, current] = await Promise.all(
      [raised, release ?? ''].map(async (name) => ((await readJson(kept, name)) as Release).audiences),
    );
    expect(current?.['prefecture:99']).toBe(last?.['prefecture:99']);
    expect(current?.['office:992080']).not.toBe(last?.['office:992080']);
    const pointer = JSON.parse((await kept.readPointer('protection/99'))?.content ?? '') as ProtectionPointer;
    const reports = await Promise.all(
      pointer.refused.map(async ({ object }) => (await readJson(kept, object)) as ProtectedGroup),
    );
    expect(reports.some(({ report }) => report.found.length > 0)).toBe(true);
  });

  test('under a stricter one nothing is shown of the years in question, rather than what was shown before', async () => {
    const kept = await copyStore(store, { now: () => now });
    const { withheld } = await publishUnder(kept, 20, other);
    expect(withheld).toEqual(['prefecture:99', 'public']);
    const index = (await (await apiOf(kept).request('/api/prefectures/99')).json()) as PrefectureIndex;
    expect(index.protection.threshold).toBe(20);
    const figures = Object.entries({ ...index.series, ...index.slices }).filter(([key]) => /^N(?!15)/.test(key));
    const year = index.years.indexOf('FY2018');
    expect(figures.flatMap(([, own]) => own[year] ?? []).filter((figure) => typeof figure === 'number')).toEqual([]);
    expect(await publishUnder(kept, 20, other)).toMatchObject({ outcome: 'unchanged' });
  });
});
