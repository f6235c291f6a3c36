/**
 * Who is answered what at every address of the API. A route that is not in the table fails: whoever adds one says here who may use it.
 * Offices and municipalities are of 氷見市, the prefecture is 富山県.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApi } from '#functions/serve/api.ts';
import { localIdentity } from '#functions/serve/identity.ts';
import { silentLog } from '../../builders/ingest.ts';
import { funahashi, himi } from '../serve/a-release.ts';
import { createTestClock, type Deployment, deploy, publicUrl } from './deployment.ts';
import { type StandInProvider, startProvider } from './provider.ts';

const roles = [
  'nobody',
  'unknown',
  'office',
  'municipality',
  'prefecture',
  'administrator',
  'public',
  'local',
] as const;
type Role = (typeof roles)[number];
type Statuses = readonly [number, number, number, number, number, number, number, number];

// In the order of `roles`.
const everybody: Statuses = [200, 200, 200, 200, 200, 200, 200, 200];
const whoeverIsKnown: Statuses = [401, 403, 200, 200, 200, 200, 200, 200];
const whoeverOpensSomething: Statuses = [401, 403, 200, 200, 200, 403, 200, 200];
const ownOffice: Statuses = [401, 403, 200, 200, 403, 403, 403, 200];
const otherOffice: Statuses = [401, 403, 403, 403, 403, 403, 403, 200];
const ownPrefecture: Statuses = [401, 403, 403, 403, 200, 403, 403, 200];
const administrators: Statuses = [401, 403, 403, 403, 403, 200, 403, 200];
const openToAll: Statuses = [401, 403, 403, 403, 403, 403, 200, 200];
/** Once a right is known, it turns out that there is nothing. */
const withoutSuch = (statuses: Statuses, instead = 404) =>
  statuses.map((status) => (status === 200 ? instead : status)) as unknown as Statuses;
const whereNobodySignsIn = (statuses: Statuses): Statuses => [...statuses.slice(0, 7), 404] as unknown as Statuses;

/** By the name of the route in /api/openapi.json: addresses, and who is answered what. */
const table: Readonly<Record<string, readonly (readonly [address: string, statuses: Statuses])[]>> = {
  'GET /api/health': [['/api/health', everybody]],
  'GET /api/session': [['/api/session', whoeverIsKnown]],
  'GET /api/releases': [['/api/releases', whoeverOpensSomething]],
  'GET /api/municipalities': [['/api/municipalities', whoeverOpensSomething]],
  ...ofMunicipality('', ''),
  ...ofMunicipality('/areas', '/areas'),
  ...ofMunicipality('/figures/{division}/{slice}', '/figures/division/all'),
  ...ofMunicipality('/details/corrections', '/details/corrections'),
  ...ofMunicipality('/details/{kind}/{slice}', (code) => `/details/people/${code}`),
  ...ofMunicipality('/goals', '/goals'),
  ...ofMunicipality('/findings', '/findings'),
  ...ofMunicipality('/workbooks', '/workbooks'),
  'GET /api/prefectures/{code}': [
    ['/api/prefectures/16', ownPrefecture],
    ['/api/prefectures/17', withoutSuch(only('local'))],
  ],
  'GET /api/prefectures/{code}/comparison': [
    ['/api/prefectures/16/comparison', ownPrefecture],
    ['/api/prefectures/17/comparison', withoutSuch(only('local'))],
  ],
  'GET /api/prefectures/{code}/comparison/{measure}': [
    ['/api/prefectures/16/comparison/R06', ownPrefecture],
    ['/api/prefectures/17/comparison/R06', withoutSuch(only('local'))],
  ],
  'GET /api/public': [['/api/public', openToAll]],
  'GET /api/public/prefectures/{code}': [['/api/public/prefectures/16', openToAll]],
  'GET /api/public/prefectures/{code}/comparison': [['/api/public/prefectures/16/comparison', openToAll]],
  'GET /api/public/prefectures/{code}/comparison/{measure}': [['/api/public/prefectures/16/comparison/R06', openToAll]],
  'GET /api/exports/facts.csv': [
    [`/api/exports/facts.csv?audience=office:${himi}`, ownOffice],
    [`/api/exports/facts.csv?audience=office:${funahashi}`, otherOffice],
    [`/api/exports/facts.csv?audience=office:${himi}&municipality=${funahashi}`, withoutSuch(ownOffice)],
    ['/api/exports/facts.csv?audience=prefecture:16', ownPrefecture],
    ['/api/exports/facts.csv?audience=public', openToAll],
  ],
  'GET /api/operation': [['/api/operation', administrators]],
  'GET /api/metrics': [['/api/metrics', administrators]],
  'GET /api/audit': [['/api/audit?month=2026-11', administrators]],
  'GET /api/audit.csv': [['/api/audit.csv', administrators]],
  'GET /api/sign-in': [['/api/sign-in', whereNobodySignsIn([303, 303, 303, 303, 303, 303, 303, 404])]],
  'GET /api/sign-in/callback': [
    ['/api/sign-in/callback', whereNobodySignsIn([303, 303, 303, 303, 303, 303, 303, 404])],
  ],
  // Nothing is held here: an administrator is told so, and everybody else not even that.
  'POST /api/workbooks/{workbook}/let-through': [
    ['/api/workbooks/162051.xlsx/let-through', withoutSuch(administrators, 409)],
    ['/api/workbooks/__proto__/let-through', withoutSuch(administrators, 409)],
  ],
  'POST /api/sign-out': [['/api/sign-out', whereNobodySignsIn([204, 204, 204, 204, 204, 204, 204, 404])]],
};

/** Nobody but this role gets through; the others as with a place that is not theirs. */
function only(role: 'local'): Statuses {
  return roles.map((each) => (each === role ? 200 : (otherOffice[roles.indexOf(each)] ?? 403))) as unknown as Statuses;
}

function ofMunicipality(template: string, path: string | ((code: string) => string)) {
  const addressOf = (code: string) => `/api/municipalities/${code}${typeof path === 'string' ? path : path(code)}`;
  return {
    [`GET /api/municipalities/{code}${template}`]: [
      [addressOf(himi), ownOffice],
      [addressOf(funahashi), otherOffice],
    ] as const,
  };
}

const clock = createTestClock('2026-11-21T03:00:00Z');
const addresses: Readonly<Partial<Record<Role, string>>> = {
  unknown: 'stranger@elsewhere.example',
  office: 'office@himi.example',
  municipality: 'town@himi.example',
  prefecture: 'officer@toyama.example',
  administrator: 'admin@toyama.example',
};
let provider: StandInProvider;
let closed: Deployment;
let open: Deployment;

beforeAll(async () => {
  provider = await startProvider(clock.now);
  closed = await deploy(provider, clock);
  open = await deploy(provider, clock, { audiences: ['public'] });
});
afterAll(async () => await provider.close());

/** Asks as somebody of that role would; commands as our own pages send them. */
async function ask(role: Role, verb: string, path: string): Promise<Response> {
  const method = verb === 'GET' ? { method: verb } : { method: verb, body: '{"question":"0123abcd"}' };
  const own: Record<string, string> =
    verb === 'GET'
      ? {}
      : { 'content-type': 'application/json', origin: role === 'local' ? 'http://127.0.0.1:8787' : publicUrl };
  const address = addresses[role];
  if (address !== undefined) return await closed.ask(path, address, { ...method, headers: own });
  if (role === 'nobody') return await closed.api.request(path, { ...method, headers: own });
  if (role === 'public') return await open.api.request(path, { ...method, headers: own });
  const { store } = closed;
  const local = createApi({ store, identity: localIdentity, pollSeconds: 1, log: silentLog, clock });
  return await local.request(path, { ...method, headers: { ...own, host: '127.0.0.1:8787' } });
}

test('every route of /api/openapi.json is in the table, and no other', async () => {
  const document = (await (await closed.api.request('/api/openapi.json')).json()) as { paths: Record<string, object> };
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(Object.keys(table).toSorted()).toEqual(routes.toSorted());
});

describe.each(Object.entries(table))('%s', (route, cases) => {
  test.each(cases)('%s', async (address, statuses) => {
    const [method = 'GET'] = route.split(' ');
    const answered: number[] = [];
    for (const role of roles) answered.push((await ask(role, method, address)).status);
    expect(Object.fromEntries(roles.map((role, position) => [role, answered[position]]))).toEqual(
      Object.fromEntries(roles.map((role, position) => [role, statuses[position]])),
    );
  });
});

describe('a stranger', () => {
  test('learns nothing of anybody from what is open to all', async () => {
    const texts: string[] = [];
    for (const path of ['/api/health', '/api/openapi.json'])
      texts.push(await (await ask('nobody', 'GET', path)).text());
    for (const { name } of [{ name: '氷見' }, { name: '舟橋' }, { name: 'toyama.example' }, { name: '社会福祉協議会' }])
      expect(texts.join('\n')).not.toContain(name);
  });

  test('is told nothing but that they are not signed in, whether or not there is such a place', async () => {
    const there = await (await ask('nobody', 'GET', `/api/municipalities/${himi}`)).text();
    expect(await (await ask('nobody', 'GET', '/api/municipalities/999999')).text()).toBe(there);
  });

  test('does not get a figure by guessing names of objects, keys of prototypes or other paths', async () => {
    for (const path of [
      '/api/municipalities/__proto__',
      '/api/constructor',
      '/api/../api/session',
      '/api//session',
      '/api/session/',
    ])
      expect([path, (await ask('nobody', 'GET', path)).status]).toEqual([
        path,
        expect.toSatisfy((status) => status === 401 || status === 404),
      ]);
  });
});
