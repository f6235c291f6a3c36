/** Whoever takes figures along leaves an entry in 操作の記録. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestClock, type Deployment, deploy } from './deployment.ts';
import { type StandInProvider, startProvider } from './provider.ts';

const office = 'office@himi.example';
const path = '/api/exports/facts.csv?audience=office:162051';
const clock = createTestClock('2026-11-21T03:00:00Z');
let provider: StandInProvider;
let deployment: Deployment;

beforeAll(async () => {
  provider = await startProvider(clock.now);
});
afterAll(async () => await provider.close());
beforeEach(async () => {
  deployment = await deploy(provider, clock, { audiences: ['public'] });
});

/** What of the log is not that somebody came with a token. */
const taken = async () => (await deployment.readAudit()).filter(({ action }) => action !== 'signed-in');

test('with whose figures they are, of which release, and in which form', async () => {
  const response = await deployment.ask(path, office);
  expect(await response.text()).toContain('indicator,municipality');
  const { release } = (await (await deployment.ask('/api/session', office)).json()) as { release: string };
  expect(await taken()).toEqual([
    {
      format: 1,
      at: '2026-11-21T03:00:00.000Z',
      action: 'exported',
      actor: office,
      subject: 'office:162051',
      facts: { form: 'tidy-csv', release },
    },
  ]);
});

test('but not where nothing was handed out, or what everybody may have to nobody in particular', async () => {
  const tag = (await deployment.ask(path, office, { method: 'HEAD' })).headers.get('etag') ?? '';
  expect((await deployment.ask(path, office, { headers: { 'if-none-match': tag } })).status).toBe(304);
  expect((await deployment.ask('/api/exports/facts.csv?audience=prefecture:16', office)).status).toBe(403);
  expect((await deployment.api.request('/api/exports/facts.csv?audience=public')).status).toBe(200);
  expect(await taken()).toEqual([]);
});

test('what cannot be recorded is not handed out', async () => {
  Object.assign(deployment.store, { movePointer: () => Promise.reject(new Error('The store is full')) });
  const response = await deployment.ask(path, office);
  expect([response.status, (await response.text()).includes('indicator')]).toEqual([500, false]);
});
