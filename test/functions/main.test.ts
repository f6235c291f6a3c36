/** The cloud functions as functions-framework runs them, over a folder of workbooks and a folder store. */
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Session } from '#functions/publish/release.ts';
import type { RunResult } from '#functions/run.ts';
import { funahashi, writeSmallWorkbook } from '../scripts/workbooks.ts';

let folder: string;
const servers: Server[] = [];
const addresses = new Map<string, string>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市');
  await writeSmallWorkbook(join(folder, 'workbooks'), '舟橋村', funahashi);
  vi.stubEnv('NODE_ENV', undefined);
  vi.stubEnv('KASANARI_STORE', join(folder, 'store'));
  vi.stubEnv('KASANARI_WORKBOOKS', join(folder, 'workbooks'));
  vi.stubEnv('KASANARI_AUDIENCES', 'office:162051');
  await import('#functions/main.ts');
  for (const name of ['api', 'plan', 'ingest', 'publish']) {
    const server = getTestServer(name);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    servers.push(server);
    addresses.set(name, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  }
});
afterAll(async () => {
  for (const server of servers) await new Promise((closed) => server.close(closed));
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const ask = async (name: string, path = '/', init: RequestInit = {}) =>
  await fetch(`${addresses.get(name)}${path}`, init);
const post = async (name: string, body?: unknown) =>
  await ask(name, '/', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });

// One story, so that the order is that of the file even when the files are shuffled.
test('workbooks are taken in one by one, published, and served to the audiences of the settings', async () => {
  const before = (await (await ask('api', '/api/session')).json()) as Session;
  expect([before.release, before.municipalities]).toEqual([null, []]);

  expect(await (await post('ingest', { workbook: '氷見市' })).json()).toMatchObject({ accepted: 1, held: 0 });
  expect(await (await post('ingest', { workbook: '氷見市' })).json()).toMatchObject({ accepted: 0 });
  expect(await (await post('publish')).json()).toMatchObject({ outcome: 'published', municipalities: 1 });
  expect(await (await post('publish')).json()).toMatchObject({ outcome: 'unchanged' });

  const cloudEvent = {
    specversion: '1.0',
    type: 'kasanari.workbook',
    source: 'queue',
    id: '1',
    data: { workbook: '舟橋村' },
  };
  expect(await (await post('ingest', cloudEvent)).json()).toMatchObject({ accepted: 1 });
  const run = (await (await post('plan')).json()) as RunResult;
  expect(run).toMatchObject({
    outcome: 'published',
    workbooks: 2,
    accepted: 0,
    unchanged: 2,
    municipalities: 2,
    held: [],
  });

  const session = (await (await ask('api', '/api/session')).json()) as Session;
  expect([
    session.isLocal,
    session.pollSeconds,
    session.release,
    session.municipalities.map(({ code }) => code),
  ]).toEqual([false, 60, run.release, ['162051']]);
  const index = await ask('api', '/api/municipalities/162051');
  const tag = index.headers.get('etag') ?? '';
  const again = await ask('api', '/api/municipalities/162051', { headers: { 'if-none-match': tag } });
  expect([index.status, again.status, again.headers.get('etag')]).toEqual([200, 304, tag.replace('W/', '')]);
  for (const field of ['content-security-policy', 'x-frame-options', 'vary', 'cache-control'])
    expect([field, again.headers.get(field)]).toEqual([field, index.headers.get(field)]);
  expect((await ask('api', '/api/municipalities/163210')).status).toBe(403);
  expect((await ask('api', '/api/prefectures/16')).status).toBe(403);
});

describe('the function api', () => {
  test('answers HEAD, 304 and compression through the framework', async () => {
    const path = '/api/openapi.json';
    const plain = await ask('api', path, { headers: { 'accept-encoding': 'identity' } });
    const tag = plain.headers.get('etag') ?? '';
    const packed = await ask('api', path, { headers: { 'accept-encoding': 'gzip' } });
    expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['gzip', await plain.text()]);
    expect((await ask('api', path, { headers: { 'if-none-match': tag } })).status).toBe(304);
    expect((await ask('api', path, { method: 'HEAD' })).status).toBe(200);
  });

  test('says what is wrong as problem+json', async () => {
    const response = await ask('api', '/api/nothing');
    expect([response.status, response.headers.get('content-type')]).toEqual([
      404,
      'application/problem+json; charset=utf-8',
    ]);
    expect((await post('api', { a: 1 })).status).toBe(405);
  });

  test('reads bodies itself and no further than it takes: none is unpacked or parsed before', async () => {
    const json = { 'content-type': 'application/json' };
    const command = { method: 'POST', headers: json };
    const statusOf = async (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
      (await ask('api', '/api/workbooks/none/let-through', { ...command, headers: { ...json, ...headers }, body }))
        .status;
    const question = '{"question":"0123abcd"}';
    const packed = new Uint8Array(gzipSync(question));
    expect([
      await statusOf(question),
      await statusOf('{"a'),
      await statusOf(packed, { 'content-encoding': 'gzip' }),
      await statusOf('['.repeat(16_385)),
    ]).toEqual([403, 400, 400, 413]);
    expect((await ask('api', '/api/session', { ...command, body: '{"a' })).status).toBe(405);
  });

  test('malformed JSON, which the framework answers itself, shows no stack trace', async () => {
    const response = await ask('ingest', '/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"a',
    });
    const body = await response.text();
    expect(response.status).toBe(400);
    expect(body).not.toMatch(/node_modules|\bat \S+ \(/);
  });
});

describe('the functions that work', () => {
  test('want a POST', async () => {
    for (const name of ['plan', 'publish']) expect((await ask(name)).status).toBe(405);
  });

  test.each([{}, { workbook: '' }, { workbook: 1 }, { data: {} }])('ingest refuses %j', async (body) => {
    const response = await post('ingest', body);
    expect([response.status, await response.json()]).toEqual([400, { error: expect.stringContaining('workbook') }]);
  });

  test('a workbook that the source does not list is no error: nothing changed', async () => {
    expect(await (await post('ingest', { workbook: 'nowhere' })).json()).toMatchObject({ accepted: 0, held: 0 });
  });
});
