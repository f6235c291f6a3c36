/** The functions with Google Sheets and Cloud Storage behind them, as deployed: the stand-in answers for Google. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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

const google = createGoogleStandIn();
const servers: { close(): unknown }[] = [];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  const standIn = await serveStandIn(google);
  servers.push(standIn);
  await writeFile(join(folder, 'list.txt'), 'himi # 氷見市\nfunahashi\nforgotten\n');
  vi.stubEnv('NODE_ENV', undefined);
  vi.stubEnv('GCE_METADATA_HOST', new URL(standIn.rootUrl).host);
  vi.stubEnv('KASANARI_GOOGLE_ROOT_URL', standIn.rootUrl);
  vi.stubEnv('KASANARI_STORE', 'gs://kasanari-toyama/production');
  vi.stubEnv('KASANARI_WORKBOOKS', join(folder, 'list.txt'));
  vi.stubEnv('KASANARI_AUDIENCES', 'office:162051');
});
afterAll(async () => {
  for (const server of servers) await server.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** The same workbooks as spreadsheets. */
async function share(version: string): Promise<void> {
  const source = createFolderWorkbooks(join(folder, 'workbooks'));
  const names: Readonly<Record<string, string>> = { 氷見市: 'himi', 舟橋村: 'funahashi' };
  google.spreadsheets = await Promise.all(
    (await source.list()).map(async (entry) => {
      const tabs = (await source.read(entry)).map((grid, position) => ({ ...grid, id: String(position) }));
      return { id: names[entry.id] ?? entry.id, name: entry.name, version, tabs };
    }),
  );
}

async function startFunction(name: string): Promise<string> {
  const server: Server = getTestServer(name);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  servers.push({ close: () => new Promise((closed) => server.close(closed)) });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test('spreadsheets become a release in a bucket, and the API serves it; one that is not shared is held', async () => {
  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市');
  await writeSmallWorkbook(join(folder, 'workbooks'), '舟橋村', funahashi);
  await share('1');
  await import('#functions/main.ts');
  const plan = await startFunction('plan');
  const api = await startFunction('api');
  const readCases = async () => {
    const cut = (await (await fetch(`${api}/api/municipalities/162051/figures/area/162051`)).json()) as Cut;
    return cut.series['N01|162051|all|all']?.[cut.periods.indexOf('FY2024')];
  };

  expect(await (await fetch(plan, { method: 'POST' })).json()).toMatchObject({
    outcome: 'published',
    workbooks: 3,
    accepted: 2,
    municipalities: 2,
    held: [{ workbook: 'forgotten', keepsFigures: false }],
  });
  expect(await readCases()).toBe(3);
  expect((await fetch(`${api}/api/municipalities/163210`)).status).toBe(403);

  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市', { cases: [['2024/4/1', '本人', '高齢者']] });
  await share('2');
  google.spreadsheets = google.spreadsheets.map((each) => (each.id === 'himi' ? each : { ...each, version: '1' }));
  google.requests.length = 0;
  expect(await (await fetch(plan, { method: 'POST' })).json()).toMatchObject({
    outcome: 'published',
    accepted: 1,
    unchanged: 1,
  });
  // What is not shared is asked for again each time, since nobody tells us when it is.
  const read = google.requests.filter((request) => request.startsWith('GET /v4/spreadsheets/'));
  expect(read).toEqual(['GET /v4/spreadsheets/himi', 'GET /v4/spreadsheets/forgotten']);
  expect(await readCases()).toBe(1);
});
