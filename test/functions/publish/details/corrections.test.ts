import { describe, expect, test } from 'vitest';
import { monthsOfFiscalYear } from '#functions/domain/calendar.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import type { IngestedWorkbook } from '#functions/ingest/ingested.ts';
import { pruneReleases } from '#functions/keep/prune.ts';
import { canonicalBytes, nameOfBytes } from '#functions/publish/canonical.ts';
import type { CorrectionsObject } from '#functions/publish/detail.ts';
import { readJson, rollBack } from '#functions/publish/history.ts';
import { publish } from '#functions/publish/publish.ts';
import type { OfficeIndex, Release } from '#functions/publish/release.ts';
import type { Store } from '#functions/world.ts';
import {
  aCase,
  aMemoryStore,
  anArea,
  aTotal,
  aWorkbook,
  day,
  now,
  putWorkbooks,
  quietLog,
  sharing,
} from '../ingested-builder.ts';

const order = ['a.xlsx', 'b.xlsx'] as WorkbookId[];
const areas = [anArea('R'), anArea('E01', ['R']), anArea('E02', ['R']), anArea('E11', ['E01'])];
const fy2018 = monthsOfFiscalYear(2018);

/** Ten cases a month of FY2018 in E02; `more` come on top. */
const himi = (...more: readonly Parameters<typeof aCase>[0][]) =>
  aWorkbook({
    areas,
    facts: { cases: [...fy2018.map((received) => aCase({ received, count: 10, area: 'E02' })), ...more.map(aCase)] },
  });
const inAugust = (count: number) => ({ received: '2018-08', area: 'E11', closed: '2018-08', count });

async function run(store: Store, today: string, ...workbooks: readonly IngestedWorkbook[]) {
  await putWorkbooks(store, workbooks);
  const { release } = await publish({ store, order, today: day(today), now, log: quietLog, sharing });
  return release ?? '';
}

async function indexOf(store: Store, release: string): Promise<OfficeIndex> {
  const { audiences } = (await readJson(store, release)) as Release;
  return (await readJson(store, audiences['office:162051'] ?? '')) as OfficeIndex;
}

async function ledgerOf(store: Store, release: string): Promise<CorrectionsObject['entries']> {
  const { details } = await indexOf(store, release);
  return ((await readJson(store, details.corrections ?? '')) as CorrectionsObject).entries;
}

/** The changes of new consultations, as 'area period before → after'. */
async function newCasesIn(store: Store, release: string): Promise<string[]> {
  const [latest] = await ledgerOf(store, release);
  return (latest?.changes ?? []).flatMap(({ indicator, area, period, before, after }) =>
    indicator === 'N01' ? [`${area} ${period} ${before} → ${after}`] : [],
  );
}

describe('the ledger of corrections', () => {
  test('what changed in a month long over stands in it before and after, with its year and its first-level area', async () => {
    const store = aMemoryStore();
    expect(await ledgerOf(store, await run(store, '2019-05-10', himi()))).toEqual([]);
    const release = await run(store, '2019-05-20', himi(inAugust(3)));
    const change = (indicator: string, period: string, before: number, after: number, area = '162051') => ({
      indicator,
      area,
      period,
      before,
      after,
    });
    expect(await ledgerOf(store, release)).toEqual([
      {
        asOf: '2019-05-20',
        changes: [
          change('N01', 'FY2018', 120, 123),
          change('N01', 'FY2018', 0, 3, 'E01'),
          change('N06', 'FY2018', 0, 3),
          change('N01', '2018-08', 10, 13),
          change('N01', '2018-08', 0, 3, 'E01'),
          change('N06', '2018-08', 0, 3),
        ],
        more: 0,
      },
    ]);
  });

  test('it is carried from release to release, newest first, and not written anew where nothing changed', async () => {
    const store = aMemoryStore();
    await run(store, '2019-05-10', himi());
    const second = await run(store, '2019-05-20', himi(inAugust(3)));
    expect(await run(store, '2019-05-20', himi(inAugust(3)))).toBe(second);
    const next = await run(store, '2019-05-21', himi(inAugust(3)));
    expect((await indexOf(store, next)).details.corrections).toBe((await indexOf(store, second)).details.corrections);
    const last = await run(store, '2019-06-02', himi(inAugust(5)));
    expect((await ledgerOf(store, last)).map(({ asOf }) => asOf)).toEqual(['2019-06-02', '2019-05-20']);
    expect(await newCasesIn(store, last)).toEqual([
      '162051 FY2018 123 → 125',
      'E01 FY2018 3 → 5',
      '162051 2018-08 13 → 15',
      'E01 2018-08 3 → 5',
    ]);
  });

  test('several runs of one day are one entry, and what came back did not change', async () => {
    const store = aMemoryStore();
    await run(store, '2019-05-10', himi());
    await run(store, '2019-05-20', himi(inAugust(3)));
    const twice = await run(store, '2019-05-20', himi(inAugust(9)));
    expect((await ledgerOf(store, twice)).length).toBe(1);
    expect((await newCasesIn(store, twice))[0]).toBe('162051 FY2018 120 → 129');
    expect(await ledgerOf(store, await run(store, '2019-05-20', himi()))).toEqual([]);
  });

  test('the same history is the same release, byte for byte', async () => {
    const stores = [aMemoryStore(), aMemoryStore()];
    const names = await Promise.all(
      stores.map(async (store) => {
        await run(store, '2019-05-10', himi());
        await run(store, '2019-05-20', himi(inAugust(3)));
        return await run(store, '2019-06-02', himi(inAugust(4)));
      }),
    );
    expect(new Set(names).size).toBe(1);
  });

  test('a change of more than 200 figures names 200 and counts the others', async () => {
    const store = aMemoryStore();
    const many = [anArea('R'), ...Array.from({ length: 30 }, (_, place) => anArea(`E${place}`, ['R']))];
    const city = (count: number) =>
      aWorkbook({
        areas: many,
        facts: {
          cases: many.slice(1).flatMap(({ code }) => fy2018.map((received) => aCase({ received, area: code, count }))),
        },
      });
    await run(store, '2019-05-10', city(1));
    const [entry] = await ledgerOf(store, await run(store, '2019-05-20', city(2)));
    // 31 areas × 13 periods of N01, and N07 of 13 periods (April 2019 has nobody's data).
    expect([entry?.changes.length, entry?.more]).toEqual([200, 31 * 13 + 13 - 200]);
    expect(entry?.changes[0]).toMatchObject({
      indicator: 'N01',
      area: '162051',
      period: 'FY2018',
      before: 360,
      after: 720,
    });
  });

  test('going back to an earlier release goes back in the ledger', async () => {
    const store = aMemoryStore();
    const first = await run(store, '2019-05-10', himi());
    await run(store, '2019-05-20', himi(inAugust(3)));
    await rollBack(store, first, now);
    const again = await run(store, '2019-05-21', himi(inAugust(4)));
    expect((await ledgerOf(store, again)).map(({ asOf }) => asOf)).toEqual(['2019-05-21']);
  });

  test('pruning keeps the details of the releases that stay', async () => {
    const store = aMemoryStore();
    await run(store, '2019-05-10', himi());
    const release = await run(store, '2019-05-20', himi(inAugust(3)));
    await pruneReleases({ store, keep: 1, now: new Date(now.getTime() + 1), graceMilliseconds: 0 });
    for (const name of Object.values((await indexOf(store, release)).details))
      expect(await store.hasObject(name)).toBe(true);
  });
});

describe('what is no correction', () => {
  test('a month that has just come to its end still gets its rows; one row less is a correction', async () => {
    const store = aMemoryStore();
    const march = (count: number) => himi({ received: '2019-03', closed: '2019-03', count });
    await run(store, '2019-04-02', march(3));
    expect(await ledgerOf(store, await run(store, '2019-04-05', march(8)))).toEqual([]);
    expect(await newCasesIn(store, await run(store, '2019-04-09', march(7)))).toEqual([
      '162051 FY2018 128 → 127',
      '162051 2019-03 18 → 17',
    ]);
    const inMay = await run(store, '2019-05-02', march(7));
    expect((await ledgerOf(store, inMay)).length).toBe(1);
    expect(await newCasesIn(store, await run(store, '2019-05-03', march(9)))).toContain('162051 2019-03 17 → 19');
  });

  test('a month that was not reported before is late, whether for the whole town or for one of its offices', async () => {
    const store = aMemoryStore();
    const until = (months: readonly string[]) =>
      aWorkbook({
        areas,
        facts: { cases: months.map((received) => aCase({ received, count: 10, closed: received })) },
      });
    const other = (months: readonly string[]) =>
      aWorkbook({
        workbook: 'b.xlsx' as WorkbookId,
        office: { name: '包括' },
        facts: { cases: months.map((received) => aCase({ received, count: 4, closed: received })) },
      });
    await run(store, '2019-05-10', until(fy2018.slice(0, 8)), other(fy2018.slice(0, 6)));
    expect(await ledgerOf(store, await run(store, '2019-05-20', until(fy2018)))).toEqual([]);
    expect(await ledgerOf(store, await run(store, '2019-05-21', other(fy2018)))).toEqual([]);
  });

  test('an office that joins with its past corrects nothing; a month that is taken back does', async () => {
    const store = aMemoryStore();
    await run(store, '2019-05-10', himi());
    const joined = aWorkbook({
      workbook: 'b.xlsx' as WorkbookId,
      office: { name: '包括' },
      facts: { cases: fy2018.map((received) => aCase({ received, count: 30 })) },
    });
    expect(await ledgerOf(store, await run(store, '2019-05-20', joined))).toEqual([]);
    const gone = { ...joined, facts: { ...joined.facts, cases: joined.facts.cases.slice(0, 11) } };
    expect(await newCasesIn(store, await run(store, '2019-05-21', gone))).toContain('162051 2019-03 40 → 10');
  });

  test('a yearly total that is given anew is a correction of its year', async () => {
    const store = aMemoryStore();
    const total = (value: number) => aWorkbook({ facts: { totals: [aTotal({ value })] } });
    await run(store, '2019-05-10', total(229));
    expect(await newCasesIn(store, await run(store, '2019-05-20', total(231)))).toEqual(['162051 FY2018 229 → 231']);
  });

  test('goes on after a release that an earlier version published, whose index says less', async () => {
    const store = aMemoryStore();
    await run(store, '2019-05-10', himi());
    const last = await run(store, '2019-05-20', himi(inAugust(3)));
    const leave = async (value: unknown) => {
      const bytes = canonicalBytes(value);
      const name = await nameOfBytes(bytes);
      await store.putObject(name, bytes);
      return name;
    };
    const { reports: _, signals: __, offices, ...index } = await indexOf(store, last);
    const older = await leave({
      ...index,
      offices: offices.map(({ late: ___, missing: ____, ...office }) => office),
    });
    const release = (await readJson(store, last)) as Release;
    const olderRelease = await leave({
      ...release,
      rules: 1,
      audiences: { 'office:162051': older },
      municipalities: {},
    });
    const pointer = await store.readPointer('release');
    const history = { format: 1, releases: [{ release: olderRelease, publishedAt: now.toISOString() }] };
    await store.movePointer('release', JSON.stringify(history), pointer?.version ?? null);
    const entries = await ledgerOf(store, await run(store, '2019-06-20', himi(inAugust(5))));
    expect(entries.map(({ asOf }) => asOf)).toEqual(['2019-06-20', '2019-05-20']);
    expect(entries[0]?.changes).toContainEqual({
      indicator: 'N01',
      area: '162051',
      period: '2018-08',
      before: 13,
      after: 15,
    });
  });
});
