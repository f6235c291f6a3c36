/** The functions with Cloud Tasks between them, as deployed: the stand-in takes the tasks, and calls back as the invoker. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { serveTasks, type TasksStandIn, type TokenClaims } from '../google/tasks.ts';
import { funahashi, writeSmallWorkbook } from '../scripts/workbooks.ts';
import { keyOf, writeKeyFile } from './adapters/google/key-files.ts';

const invoker = 'kasanari-invoker@kasanari-test.iam.gserviceaccount.com';
const queue = 'projects/kasanari-test/locations/asia-northeast1/queues/kasanari';
let folder: string;
let cloud: TasksStandIn;
let functionsUrl: string;
const servers: Server[] = [];

async function listen(server: Server): Promise<string> {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  cloud = await serveTasks(invoker);
  // One address with a function at each path, as Google gives a project's functions.
  const functions = new Map<string, Server>();
  functionsUrl = await listen(
    createServer((incoming, outgoing) => {
      const name = /^\/([a-z]+)/.exec(incoming.url ?? '')?.[1] ?? '';
      functions.get(name)?.emit('request', incoming, outgoing);
    }),
  );
  await writeSmallWorkbook(join(folder, 'workbooks'), '氷見市');
  await writeSmallWorkbook(join(folder, 'workbooks'), '舟橋村', funahashi);
  vi.stubEnv('NODE_ENV', undefined);
  vi.stubEnv('KASANARI_STORE', join(folder, 'store'));
  vi.stubEnv('KASANARI_WORKBOOKS', join(folder, 'workbooks'));
  vi.stubEnv('KASANARI_KEY_FILE', await writeKeyFile(keyOf()));
  vi.stubEnv('KASANARI_GOOGLE_ROOT_URL', cloud.rootUrl);
  vi.stubEnv('KASANARI_QUEUE', queue);
  vi.stubEnv('KASANARI_FUNCTIONS_URL', functionsUrl);
  vi.stubEnv('KASANARI_INVOKER', invoker);
  await import('#functions/main.ts');
  for (const name of ['plan', 'ingest', 'publish']) functions.set(name, getTestServer(name));
});
afterAll(async () => {
  for (const server of servers) await new Promise((closed) => server.close(closed));
  await cloud.close();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const call = async (name: string, token: string | null, body: unknown = {}) =>
  await fetch(`${functionsUrl}/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
const tokenFor = async (name: string, claims: Partial<TokenClaims> = {}) =>
  await cloud.sign({ aud: `${functionsUrl}/${name}`, ...claims });

describe('plan, ingest and publish', () => {
  test.each([
    ['nobody', async () => null],
    [
      'somebody else of the same project',
      async () => await tokenFor('plan', { email: 'other@kasanari-test.iam.gserviceaccount.com' }),
    ],
    ['an address that Google has not verified', async () => await tokenFor('plan', { email_verified: false })],
    ['a token for another function', async () => await tokenFor('publish')],
    ['a token that ran out', async () => await tokenFor('plan', { expiresIn: -120 })],
    ['a token of another issuer', async () => await tokenFor('plan', { iss: 'https://issuer.example' })],
    ['a forged token', async () => await cloud.sign({ aud: `${functionsUrl}/plan` }, true)],
    ['what is no token', async () => 'a.b.c'],
  ])('refuse %s', async (_who, token) => {
    const response = await call('plan', await token());
    expect([response.status, cloud.tasks.length]).toEqual([401, 0]);
  });

  test.each(['plan', 'ingest', 'publish'])('%s refuses a body that is none of ours', async (name) => {
    const token = await tokenFor(name);
    expect((await call(name, token, { kind: 'something' })).status).toBe(400);
    expect((await fetch(`${functionsUrl}/${name}`)).status).toBe(405);
  });
});

// One story, so that the order is that of the file even when the files are shuffled.
test('a plan becomes tasks; delivered last first and twice, they become one release', async () => {
  const planned = await call('plan', await tokenFor('plan'));
  expect([planned.status, await planned.json()]).toEqual([
    200,
    expect.objectContaining({ outcome: 'enqueued', workbooks: 2, open: 2, enqueued: 2, registry: null }),
  ]);
  const tasks = [...cloud.tasks];
  expect(tasks.map(({ httpRequest }) => httpRequest.url)).toEqual([
    `${functionsUrl}/ingest`,
    `${functionsUrl}/ingest`,
    `${functionsUrl}/publish`,
  ]);
  for (const { name, httpRequest, dispatchDeadline } of tasks) {
    expect(name.startsWith(`${queue}/tasks/`)).toBe(true);
    expect(httpRequest.oidcToken).toEqual({ serviceAccountEmail: invoker, audience: httpRequest.url });
    expect(dispatchDeadline).toBe('1800s');
  }
  // Who plans again meanwhile adds no work.
  const again = await (await call('plan', await tokenFor('plan'))).json();
  expect(again).toMatchObject({ open: 2, enqueued: 0 });

  const [one, other] = tasks;
  if (one === undefined || other === undefined) throw new Error('two towns');
  expect(await cloud.deliver(other)).toMatchObject({ status: 200, answer: { outcome: 'done', accepted: 1 } });
  expect(await cloud.deliver(other)).toEqual({ status: 200, answer: { outcome: 'done-before' } });
  expect(await cloud.deliver(one)).toMatchObject({ status: 200, answer: { outcome: 'done', accepted: 1 } });
  // However many wished for a release, each minute has one task at most.
  const asked = cloud.tasks.filter(({ httpRequest }) => httpRequest.url.endsWith('/publish'));
  expect(new Set(asked.map(({ scheduleTime }) => scheduleTime)).size).toBe(asked.length);
  for (const { scheduleTime } of asked) expect(scheduleTime).toMatch(/:00\.000Z$/);
  const outcomes = [];
  for (const task of asked) outcomes.push((await cloud.deliver(task)).answer);
  expect(outcomes[0]).toMatchObject({ outcome: 'done', result: { outcome: 'published', municipalities: 2 } });
  for (const outcome of outcomes.slice(1)) expect(outcome).toMatchObject({ result: { outcome: 'unchanged' } });
  expect(cloud.tasks).toEqual([]);
});
