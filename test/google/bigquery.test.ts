/** Loading tables into BigQuery through the real client: what is loaded, what is refused, and what becomes of a run when it fails. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createWarehouse } from '#functions/adapters/google/bigquery.ts';
import type { PrefectureCode, WorkbookId } from '#functions/domain/codes.ts';
import { publish } from '#functions/publish/publish.ts';
import { factsTable } from '#functions/tables/definitions.ts';
import { loadTables, readTablesState, type TablesWorld } from '#functions/tables/load-tables.ts';
import type { Store } from '#functions/world.ts';
import {
  aCase,
  aMemoryStore,
  aWorkbook,
  code,
  putWorkbooks,
  quietLog,
  sharing,
  today,
} from '../functions/publish/ingested-builder.ts';
import { type BigQueryStandIn, createBigQueryStandIn } from './bigquery.ts';
import { serveStandIn } from './server.ts';
import { createTokenClient } from './token.ts';

let google: BigQueryStandIn;
let served: Awaited<ReturnType<typeof serveStandIn>>;
let store: Store;

const prefecture = (text: string) => text as PrefectureCode;
const noon = Date.parse('2019-05-10T03:00:00Z');
const after = (hours: number) => new Date(noon + hours * 3_600_000);

/** A town with many consultations, and one with 2. */
const towns = (more: number) =>
  [40 + more, 2].map((count, town) =>
    aWorkbook({
      workbook: `${town}.xlsx` as WorkbookId,
      office: { municipality: code(`99201${town}`), municipalityName: `架空${town}町`, prefecture: prefecture('99') },
      facts: { cases: [aCase({ count })] },
    }),
  );
const order = ['0.xlsx', '1.xlsx'] as WorkbookId[];

async function publishAt(hours: number, more: number, rules = sharing): Promise<string> {
  await putWorkbooks(store, towns(more));
  const settings = { store, order, today, now: after(hours), log: quietLog, sharing: rules };
  return (await publish(settings)).release ?? '';
}

async function load(hours: number, change: Partial<TablesWorld> = {}) {
  const place = { project: 'kasanari-test', dataset: 'kasanari', rootUrl: served.rootUrl };
  const patience = { retries: 3, firstWaitMilliseconds: 1 };
  const warehouse = createWarehouse({ ...place, auth: createTokenClient(), patience });
  return await loadTables({ store, warehouse, audiences: 'prefectures', now: after(hours), log: quietLog, ...change });
}

beforeEach(async () => {
  google = createBigQueryStandIn();
  served = await serveStandIn(google);
  store = aMemoryStore();
});
afterEach(async () => await served.close());

const parts = () => [...google.rows.keys()];
const rowsOf = (part: string) => google.rows.get(part) ?? [];

describe('tables in BigQuery', () => {
  test('hold what the prefecture is shown, of each day the last release, and nothing that is hidden from it', async () => {
    await publishAt(0, 0);
    expect(await load(0)).toBe('loaded');
    expect(parts()).toEqual(['facts_prefecture_99_v1$20190510']);
    const rows = rowsOf('facts_prefecture_99_v1$20190510');
    expect(rows[0]).toMatchObject({ release_date: '2019-05-10', indicator: 'N01', period: 'FY2018', target: 'all' });
    const smallest = rows.filter(({ state, value }) => state === 'value' && Number(value) < 5 && Number(value) > 0);
    expect(smallest.filter(({ indicator }) => indicator === 'N01')).toEqual([]);
    const whole = (municipality: string) =>
      rows.find((row) => row.municipality === municipality && row.indicator === 'N01' && row.pathway === 'all');
    expect(whole('992010')).toMatchObject({ value: 40, state: 'value', target: 'all' });
    expect(whole('992011')).toMatchObject({ value: null, state: 'suppressed' });
    expect(rows.filter(({ state }) => state === 'suppressed').every(({ value }) => value === null)).toBe(true);
    expect(google.tables.get('facts_prefecture_99_v1')).toMatchObject({
      timePartitioning: { type: 'DAY', field: 'release_date' },
      labels: { schema_version: '1' },
    });
    expect(google.tables.get('facts_prefecture_99_current')?.view?.query).toBe(
      'SELECT * FROM `kasanari-test.kasanari.facts_prefecture_99_v1` WHERE release_date = (SELECT MAX(release_date) FROM `kasanari-test.kasanari.facts_prefecture_99_v1`)',
    );

    google.requests.length = 0;
    expect([await load(1), google.requests]).toEqual(['nothing-new', []]);
    const second = await publishAt(2, 7);
    await load(2);
    expect(parts()).toEqual(['facts_prefecture_99_v1$20190510']);
    expect(rowsOf('facts_prefecture_99_v1$20190510')[0]).toMatchObject({ release: second });
    await publishAt(24, 9);
    await load(24);
    expect(parts()).toEqual(['facts_prefecture_99_v1$20190510', 'facts_prefecture_99_v1$20190511']);
  });

  test('of an office are there only where it is named: its exact figures, and its findings without what was typed', async () => {
    await publishAt(0, 0);
    await load(0, { audiences: ['office:992010'] });
    expect(parts()).toEqual(['facts_office_992010_v1$20190510', 'findings_office_992010_v1$20190510']);
    expect([...(google.tables.get('findings_office_992010_v1')?.schema?.fields ?? [])].map(({ name }) => name)).toEqual(
      [
        'release_date',
        'release',
        'published_at',
        'municipality',
        'workbook',
        'code',
        'severity',
        'tab',
        'header',
        'row_number',
        'other_rows',
      ],
    );
  });

  test('a job whose answer was lost, that is refused for a while, or that fails, is done once', async () => {
    await publishAt(0, 0);
    google.faults = [
      { path: /POST \/upload/, status: 503, times: 1 },
      { path: /POST \/upload/, status: 'lost', times: 1 },
    ];
    expect(await load(0)).toBe('loaded');
    expect([google.jobs.size, parts().length]).toEqual([1, 1]);
    google.failingJobs = 2;
    await publishAt(1, 7);
    expect(await load(1)).toBe('loaded');
    expect([...google.jobs.keys()].slice(1).map((job) => job.replace(/_[0-9a-f]{32}/, ''))).toEqual([
      'kasanari_facts_prefecture_99',
      'kasanari_facts_prefecture_99_2',
      'kasanari_facts_prefecture_99_3',
    ]);
  });

  test('where BigQuery fails, the run goes on and says so, and the next one makes up for each day', async () => {
    const said: string[] = [];
    const log = { ...quietLog, error: (event: string) => void said.push(event) };
    await publishAt(0, 0);
    await load(0);
    google.isMissing = true;
    await publishAt(24, 7);
    expect(await load(24, { log })).toBe('failed');
    await publishAt(48, 9);
    expect(await load(48, { log })).toBe('failed');
    expect(said).toEqual(['publish/bigquery-failed', 'publish/bigquery-failed']);
    expect((await readTablesState(store))?.trouble).toMatchObject({ since: after(24).toISOString() });
    google.isMissing = false;
    expect(await load(49)).toBe('loaded');
    expect(parts()).toEqual([10, 11, 12].map((day) => `facts_prefecture_99_v1$201905${day}`));
    expect((await readTablesState(store))?.trouble).toBeNull();
  });

  test('a column more is added, and one of another type is refused by name', async () => {
    await publishAt(0, 0);
    await load(0);
    const table = google.tables.get('facts_prefecture_99_v1') ?? {};
    const fields = table.schema?.fields ?? [];
    google.tables.set('facts_prefecture_99_v1', {
      ...table,
      schema: { fields: fields.filter(({ name }) => name !== 'value') },
    });
    await publishAt(1, 7);
    expect(await load(1)).toBe('loaded');
    expect(
      google.tables
        .get('facts_prefecture_99_v1')
        ?.schema?.fields?.map(({ name }) => name)
        .toSorted(),
    ).toEqual(
      factsTable('prefecture:99')
        .columns.map(({ name }) => name)
        .toSorted(),
    );
    const wrong = fields.map((field) => (field.name === 'value' ? { ...field, type: 'STRING' } : field));
    google.tables.set('facts_prefecture_99_v1', { ...table, schema: { fields: wrong } });
    await publishAt(2, 9);
    expect(await load(2)).toBe('failed');
    expect((await readTablesState(store))?.trouble?.cause).toMatch(/column value of facts_prefecture_99_v1 is STRING/);
  });

  test('under a stricter rule, what was loaded under the looser one is taken away', async () => {
    await publishAt(0, 0);
    await load(0);
    const stricter = { threshold: 10, zeros: 'shown', roundedTo: 1 } as const;
    await publishAt(24, 0, { ...sharing, policies: { ...sharing.policies, prefecture: stricter } });
    await load(24);
    expect(parts()).toEqual(['facts_prefecture_99_v1$20190511']);
  });
});
