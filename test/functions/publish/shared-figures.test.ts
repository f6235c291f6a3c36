/**
 * What a prefecture and everybody can fetch of towns that do not exist (架空のデータ), taken apart by somebody who wants to find out small
 * counts: from the answers of the API alone, with everything that adds up.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { loadSolver } from '#functions/adapters/highs/solver.ts';
import { defaultPolicies } from '#functions/domain/protection-policy.ts';
import { audit } from '#functions/protect/audit.ts';
import { readJson } from '#functions/publish/history.ts';
import { type SharedAudience, tableGroups } from '#functions/publish/protection/prefecture-tables.ts';
import { publish } from '#functions/publish/publish.ts';
import type { MunicipalSummary, Release } from '#functions/publish/release.ts';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import type { Store } from '#functions/world.ts';
import { aMemoryStore, now, putWorkbooks, quietLog, sharing, today } from './ingested-builder.ts';
import { cellsServed, fetchAll, type Served } from './served-cells.ts';
import { tinyNames, tinyPrefecture } from './tiny-prefecture.ts';

const run = async (store: Store) => await publish({ store, order: tinyNames, today, now, log: quietLog, sharing });
const bases = { prefecture: '/api/prefectures/99', public: '/api/public/prefectures/99' } as const;
const audienceName = { prefecture: 'prefecture:99', public: 'public' } as const;
const both = ['prefecture', 'public'] as const;

async function summariesOf(store: Store, name: string | null): Promise<readonly MunicipalSummary[]> {
  const release = (await readJson(store, name ?? '')) as Release;
  return await Promise.all(
    Object.values(release.municipalities).map(
      async ({ summary }) => (await readJson(store, summary)) as MunicipalSummary,
    ),
  );
}

const tablesFor = (audience: SharedAudience) =>
  tableGroups('99', summaries, { audience, threshold: defaultPolicies[audience].threshold });
const known = (audience: SharedAudience, of = served[audience]) => {
  const ids = new Set(tablesFor(audience).flatMap(({ tables }) => tables.cells.map(({ id }) => id)));
  return cellsServed(of, (id) => ids.has(id));
};
const serve = async (store: Store, audience: SharedAudience): Promise<Served> =>
  await fetchAll(
    createApi({
      store,
      identity: localIdentity,
      pollSeconds: 60,
      log: quietLog,
      clock: { now: () => new Date('2026-11-21T03:00:00Z') },
    }),
    bases[audience],
    audienceName[audience],
  );

const solver = await loadSolver();
let store: Store;
let summaries: readonly MunicipalSummary[];
let served: Readonly<Record<SharedAudience, Served>>;

beforeAll(async () => {
  store = aMemoryStore();
  await putWorkbooks(store, tinyPrefecture(0));
  const { release, withheld } = await run(store);
  expect(withheld).toEqual([]);
  summaries = await summariesOf(store, release);
  served = { prefecture: await serve(store, 'prefecture'), public: await serve(store, 'public') };
});

/** Small counts that can be told more closely than allowed from the cells that are known. */
function recoverable(audience: SharedAudience, insider: string | null = null) {
  const seen = known(audience);
  return tablesFor(audience).flatMap(({ tables }) => {
    const hidden = new Set(
      tables.cells.filter(({ id, isImplicit }) => !isImplicit && !seen.has(id)).map(({ id }) => id),
    );
    return audit({ tables, hidden, zeros: 'shown', insider, solver }).filter(
      ({ cell, isProtected }) => !isProtected && (insider === null || !cell.includes('|99|')),
    );
  });
}

describe.each(both)('what the audience %s can fetch', (audience) => {
  test('gives no small count away, with all equations', () => {
    expect(known(audience).size).toBeGreaterThan(100);
    expect(recoverable(audience)).toEqual([]);
    expect(recoverable(audience, summaries[0]?.name.code)).toEqual([]);
  });

  test('has small counts, and does hide them: with every cell known, all of them would be found', () => {
    const { threshold } = defaultPolicies[audience];
    const tables = tablesFor(audience).flatMap((group) => group.tables.cells);
    const small = tables.filter(
      ({ id, value, isImplicit }) => !isImplicit && value > 0 && value < threshold && !id.includes('/'),
    );
    expect(small.length).toBeGreaterThan(10);
    const numbers = known(audience);
    expect(small.filter(({ id }) => numbers.has(id))).toEqual([]);
  });

  test('says the same of each cell everywhere: on the index, in the comparison, in the export', () => {
    const { index, csv } = served[audience];
    for (const [cell, values] of known(audience)) expect([cell, values.size]).toEqual([cell, 1]);
    const rows = new Map(
      csv
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(','))
        .map(([indicator, municipality, , period, pathway, target, value, state]) => [
          [indicator, municipality, period, pathway, target].join('|'),
          [value, state],
        ]),
    );
    for (const [key, figures] of Object.entries(index.slices)) {
      const [indicator, municipality = '', pathway, target] = key.split('|');
      if (municipality === '99') continue;
      for (const [year, figure] of figures.entries()) {
        const row = rows.get([indicator, municipality, index.years[year], pathway, target].join('|'));
        if (figure === 'x') expect(row).toEqual(['', 'suppressed']);
        else if (typeof figure === 'number') expect(row?.[0]).toBe(String(figure));
      }
    }
    const rates = served[audience].measures.find(({ measure }) => measure === 'R06');
    for (const { period, towns: results } of rates?.periods ?? []) {
      const year = index.years.indexOf(period);
      for (const { code: town, state } of year < 0 ? [] : results)
        expect([town, state === 'suppressed']).toEqual([town, index.series[`N01|${town}`]?.[year] === 'x']);
    }
  });
});

describe.each(both)('hidden pathways that %s sees together', (audience) => {
  const { threshold } = defaultPolicies[audience];

  test('are never few, and are the sum of those that are hidden one by one', () => {
    const { index, csv } = served[audience];
    const merged = Object.entries(index.merged ?? {}).flatMap(([key, years]) =>
      years.flatMap((groups, year) => groups.map((group) => ({ code: key.split('|')[1] ?? '', year, ...group }))),
    );
    expect(merged.length).toBeGreaterThan(2);
    for (const { code: place, year, whole, pathways: parts, count } of merged) {
      const shown = (pathway: string) =>
        (pathway === 'all' ? index.series[`N01|${place}`] : index.slices[`N01|${place}|${pathway}|all`])?.[year];
      const exact = summaries.filter(({ name }) => place === '99' || name.code === place);
      const sum = exact.flatMap((own) =>
        parts.map((part) => Number(own.slices[`N01|${part}|all`]?.[own.years.indexOf(index.years[year] ?? '')])),
      );
      expect([parts.map(shown), count]).toEqual([parts.map(() => 'x'), sum.reduce((all, one) => all + one, 0)]);
      expect(count).toBeGreaterThanOrEqual(threshold);
      expect([whole === 'all' || whole.includes('+') || shown(whole) !== 'x', parts.length > 1]).toEqual([true, true]);
      const line = `N01,${place},${place},${index.years[year]},${parts.join('+')},all,${count},merged`;
      if (place !== '99') expect(csv).toContain(line);
    }
  });
});

test('what a prefecture may not see, the public may not see either', () => {
  const own = known('prefecture');
  expect([...known('public').keys()].filter((cell) => !own.has(cell))).toEqual([]);
});

test.each([1, 2])(
  'two releases together give no more away than one: %i more in the tiny town cannot be told from what grew',
  async (more) => {
    const before = known('prefecture');
    const next = aMemoryStore();
    await putWorkbooks(next, tinyPrefecture(0));
    await run(next);
    await putWorkbooks(next, tinyPrefecture(more));
    const { withheld } = await run(next);
    expect(withheld).toEqual([]);
    const after = known('prefecture', await serve(next, 'prefecture'));
    const tiny = `N01|99${200 + tinyNames.length}0|FY2018|`;
    const grown = [...after].filter(([cell, values]) =>
      [...(before.get(cell) ?? [])].some((value) => !values.has(value)),
    );
    // Whatever grew and is shown in both releases did so by a number that is nobody's in particular.
    expect(grown.filter(([cell]) => cell.startsWith(tiny)).map(([cell]) => cell)).toEqual([]);
    expect([...after.keys()].filter((cell) => cell === `${tiny}all|all`)).toEqual([]);
  },
);

test('the same figures published again hide the same, and nothing is remembered twice', async () => {
  const pointers = await store.readPointer('protection/99');
  const again = await run(store);
  expect(again).toMatchObject({ outcome: 'unchanged', objectsWritten: 0, withheld: [] });
  expect(await store.readPointer('protection/99')).toEqual(pointers);
});

test('a rule of the registry is used from its first day, though no figure changed, and is told with the figures', async () => {
  const ruled = aMemoryStore();
  await putWorkbooks(ruled, tinyPrefecture(0));
  await run(ruled);
  const before = await serve(ruled, 'public');
  const rule = { row: 2, audience: 'public', threshold: 10, zeros: 'shown', roundedTo: 10, until: null } as const;
  const protections = [{ ...rule, from: today, prefecture: null }];
  const { withheld } = await publish({
    store: ruled,
    order: tinyNames,
    today,
    now,
    log: quietLog,
    sharing: { ...sharing, protections },
  });
  expect(withheld).toEqual([]);
  const after = await serve(ruled, 'public');
  expect([before.index.protection.roundedTo, after.index.protection]).toEqual([
    1,
    { threshold: 10, zeros: 'shown', roundedTo: 10 },
  ]);
  const counts = Object.entries({ ...after.index.slices, ...after.index.series })
    .filter(([key]) => /^N(?!07|15)/.test(key))
    .flatMap(([, figures]) => figures.filter((figure) => typeof figure === 'number'));
  expect(counts.filter((count) => count % 10 !== 0)).toEqual([]);
  expect(counts.length).toBeGreaterThan(20);
});
