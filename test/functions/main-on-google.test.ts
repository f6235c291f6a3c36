/** The functions with Google Sheets and Cloud Storage behind them, as deployed: the stand-in answers for Google. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import type { Cut } from '#functions/publish/release.ts';
import { serveStandIn } from '../google/server.ts';
import { createGoogleStandIn } from '../google/stand-in.ts';
import { funahashi, writeSmallWorkbook } from '../scripts/workbooks.ts';
import { addressOf, aRegistry } from './adapters/registry/registered-world.ts';

const google = createGoogleStandIn();
const servers: { close(): unknown }[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  const standIn = await serveStandIn(google);
  servers.push(standIn);
  vi.stubEnv('NODE_ENV', undefined);
  vi.stubEnv('GCE_METADATA_HOST', new URL(standIn.rootUrl).host);
  vi.stubEnv('KASANARI_GOOGLE_ROOT_URL', standIn.rootUrl);
  vi.stubEnv('KASANARI_STORE', 'gs://kasanari-toyama/production');
  vi.stubEnv('KASANARI_REGISTRY', addressOf('registry'));
  vi.stubEnv('KASANARI_WORKBOOKS', undefined);
  vi.stubEnv('KASANARI_AUDIENCES', 'office:162051');
});
afterAll(async () => {
  for (const server of servers) await server.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const registered = [
  ['162051', '氷見市社協', addressOf('himi')],
  ['163210', '舟橋村社協', addressOf('funahashi')],
  ['162078', '黒部市社協', addressOf('forgotten')],
];

/** The workbooks of the folder as spreadsheets, shared with us. */
async function share(): Promise<void> {
  const source = createFolderWorkbooks(join(folder, 'workbooks'));
  const names: Readonly<Record<string, string>> = { 氷見市: 'himi', 舟橋村: 'funahashi', 黒部市: 'kurobe' };
  const shared = await Promise.all(
    (await source.list()).map(async (entry) => {
      const tabs = (await source.read(entry)).map((grid, position) => ({ ...grid, id: String(position) }));
      return { id: names[entry.id] ?? entry.id, name: entry.name, version: '1', tabs };
    }),
  );
  google.spreadsheets = [aRegistry(registered), ...shared];
}

async function startFunction(name: string): Promise<string> {
  const server: Server = getTestServer(name);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  servers.push({ close: () => new Promise((closed) => server.close(closed)) });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

// One story, so that the order is that of the file even when the files are shuffled.
test('a registry names spreadsheets; they become a release in a bucket, the API serves it, and each is answered', async () => {
  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市');
  await writeSmallWorkbook(join(folder, 'workbooks'), '舟橋村', funahashi);
  await writeSmallWorkbook(join(folder, 'workbooks'), '黒部市', {
    code: '162078',
    municipality: '黒部市',
    office: '黒部市社会福祉協議会',
  });
  await share();
  await import('#functions/main.ts');
  const plan = await startFunction('plan');
  const api = await startFunction('api');
  const run = async () => {
    google.requests.length = 0;
    return await (await fetch(plan, { method: 'POST' })).json();
  };
  const sheetsRequests = () => google.requests.filter((request) => request.includes('/v4/spreadsheets/'));
  const readCases = async () => {
    const cut = (await (await fetch(`${api}/api/municipalities/162051/figures/area/162051`)).json()) as Cut;
    return cut.series['N01|162051|all|all']?.[cut.periods.indexOf('FY2024')];
  };

  expect(await run()).toMatchObject({
    outcome: 'published',
    workbooks: 3,
    accepted: 2,
    municipalities: 2,
    held: [{ workbook: 'forgotten', keepsFigures: false }],
    unanswered: [],
    registry: { name: '登録簿', active: 3, inactive: 0, troubles: [], findings: [] },
  });
  expect(await readCases()).toBe(3);
  expect(await (await fetch(`${api}/api/health`)).json()).toMatchObject({ status: 'ok', expectedMinutes: 180 });
  const tell = await startFunction('tell');
  expect(await (await fetch(tell, { method: 'POST' })).json()).toEqual({ troubles: 1, sent: 0, failed: 0 });
  expect((await fetch(`${api}/api/municipalities/163210`)).status).toBe(403);
  expect(google.open('himi').titles()).toContain('チェック結果');

  const cases = google.open('himi').tab('相談受付');
  cases.deleteRows(3, 2);
  // What is not shared is not asked for again: the listing shows when it is.
  expect(await run()).toMatchObject({ outcome: 'published', accepted: 1, unchanged: 2, held: [{}] });
  expect(sheetsRequests().filter((request) => request.startsWith('GET'))).toEqual(['GET /v4/spreadsheets/himi']);
  expect(await readCases()).toBe(1);

  // Somebody mends a row of the registry: nothing is deployed, and the next run reads the new workbook.
  google.open('registry').tab('登録').type('C4', addressOf('kurobe'));
  expect(await run()).toMatchObject({
    workbooks: 3,
    accepted: 1,
    unchanged: 2,
    municipalities: 3,
    registry: { active: 3 },
  });
  expect(sheetsRequests().filter((request) => request.startsWith('GET'))).toEqual([
    'GET /v4/spreadsheets/registry',
    'GET /v4/spreadsheets/kurobe',
  ]);

  // A row that is spoilt, and one that is set to 無: both keep their figures, and it is said why they are not read.
  google.open('registry').tab('登録').type('A3', '163211');
  google.open('registry').tab('登録').type('D4', '無');
  const spoilt = await run();
  expect(spoilt).toMatchObject({
    workbooks: 1,
    municipalities: 3,
    registry: { active: 1, inactive: 1, findings: [{ cell: 'A3', code: 'municipality/check-digit' }] },
  });
  expect(spoilt.held).toMatchObject([
    { workbook: 'funahashi', code: 'workbook/registration', keepsFigures: true },
    { workbook: 'kurobe', code: 'workbook/inactive', keepsFigures: true },
  ]);

  // Mended, they are read again.
  google.open('registry').tab('登録').type('A3', '163210');
  google.open('registry').tab('登録').type('D4', '有');
  expect(await run()).toMatchObject({ workbooks: 3, accepted: 2, held: [], municipalities: 3 });
  expect(await run()).toMatchObject({ outcome: 'unchanged', accepted: 0, unchanged: 3 });
  expect(sheetsRequests()).toEqual([]);
});
