/** Roles come from 利用者 of the registry, and end within a minute of being taken there. */
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { renewPeople, renewPeopleTwice } from '#functions/open-people.ts';
import { createGroupMembers } from '#functions/serve/sign-in/group-members.ts';
import { silentLog } from '../../builders/ingest.ts';
import { aRole, createTestClock, type Deployment, deploy, people } from './deployment.ts';
import { iapAudience, type StandInProvider, startProvider } from './provider.ts';

const office = 'office@himi.example';
const clock = createTestClock('2026-11-21T03:00:00Z');
let provider: StandInProvider;
let deployment: Deployment;
let folder: string;

beforeAll(async () => {
  provider = await startProvider(clock.now);
});
afterAll(async () => await provider.close());
beforeEach(async () => {
  clock.set('2026-11-21T03:00:00Z');
  deployment = await deploy(provider, clock);
  folder = await mkdtemp(join(tmpdir(), 'kasanari-people-'));
});
afterEach(async () => await rm(folder, { recursive: true }));

const statusOf = async (address: string, path = '/api/municipalities/162051') =>
  (await deployment.ask(path, address)).status;

let edition = 0;
/** Somebody types 利用者 anew. */
async function typePeople(...rows: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, '登録.csv'), '市区町村コード,報告機関名,ブック\n162051,氷見市社協,himi.xlsx\n');
  const path = join(folder, '利用者.csv');
  await writeFile(path, ['アドレス,種類,役割,市区町村コード,都道府県コード', ...rows, ''].join('\n'));
  edition += 1;
  await utimes(path, edition, edition);
}

const google = { rootUrl: null, keyFile: null, hasFeedback: false };
const world = () => ({
  registry: { kind: 'file', id: folder as never, path: folder } as const,
  store: deployment.store,
  google,
  clock,
  log: silentLog,
});

describe('a role that is taken', () => {
  test('ends within a minute: the registry is looked at twice a minute, and the list every quarter', async () => {
    await typePeople(`${office},個人,報告機関,162051,`, 'town@himi.example,個人,市区町村,162051,');
    await renewPeople(world());
    clock.forward(15);
    expect(await statusOf(office)).toBe(200);

    // Just after a look at the registry, and just after the list was read.
    await typePeople('town@himi.example,個人,市区町村,162051,');
    const taken = clock.now().getTime();
    clock.forward(30);
    await renewPeople(world());
    clock.forward(15);
    expect([await statusOf(office), await statusOf('town@himi.example')]).toEqual([403, 200]);
    expect(clock.now().getTime() - taken).toBeLessThan(60_000);
  });

  test('ends what a session shows, too, and not only the next sign-in', async () => {
    expect(await statusOf(office)).toBe(200);
    await deployment.keep(people.filter(({ address }) => address !== office));
    clock.forward(14);
    expect(await statusOf(office)).toBe(200);
    clock.forward(1);
    const response = await deployment.ask('/api/session', office);
    expect([response.status, await response.json()]).toEqual([
      403,
      expect.objectContaining({ code: 'not-registered', detail: expect.stringContaining(office) }),
    ]);
  });

  test('is recorded like one that is given, with the address and nothing else of the person', async () => {
    await deployment.store.removePointer('people');
    await typePeople(`${office},個人,報告機関,162051,`);
    expect(await renewPeople(world())).toEqual({ people: 1, given: 1, taken: 0, isCurrent: true });
    clock.forward(60);
    await typePeople(`${office},個人,都道府県,,16`);
    const wait = () => Promise.resolve(clock.forward(30));
    expect(await renewPeopleTwice(world(), wait)).toEqual({ people: 1, given: 1, taken: 1, isCurrent: true });
    expect(
      (await deployment.readAudit()).map(({ at, action, actor, subject, facts }) => [
        at,
        action,
        actor,
        subject,
        facts,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [
          '2026-11-21T03:00:00.000Z',
          'role-given',
          null,
          'office:162051',
          { to: office, kind: 'person', role: 'office' },
        ],
        [
          '2026-11-21T03:01:00.000Z',
          'role-taken',
          null,
          'office:162051',
          { to: office, kind: 'person', role: 'office' },
        ],
        [
          '2026-11-21T03:01:00.000Z',
          'role-given',
          null,
          'prefecture:16',
          { to: office, kind: 'person', role: 'prefecture' },
        ],
      ]),
    );
    expect(await deployment.readAudit()).toHaveLength(3);
  });
});

test('an unchanged registry is written down now and then, so that the list stays fresh without a version each minute', async () => {
  await typePeople(`${office},個人,報告機関,162051,`);
  const checkedAt = async () =>
    (JSON.parse((await deployment.store.readPointer('people'))?.content ?? '{}') as { checkedAt?: string }).checkedAt;
  await renewPeople(world());
  clock.forward(9 * 60);
  await renewPeople(world());
  expect(await checkedAt()).toBe('2026-11-21T03:00:00.000Z');
  clock.forward(2 * 60);
  await renewPeople(world());
  expect(await checkedAt()).toBe('2026-11-21T03:11:00.000Z');
});

test('a registry that lost its tab 利用者 keeps the people as they were, rather than let nobody in', async () => {
  await typePeople(`${office},個人,報告機関,162051,`);
  await renewPeople(world());
  const path = join(folder, '利用者.csv');
  await writeFile(path, '名前,電話\n架空,000\n');
  await utimes(path, 99_999, 99_999);
  expect(await renewPeople(world())).toMatchObject({ people: 1, taken: 0 });
});

describe('nobody gets in, and it is said that this passes,', () => {
  const codeOf = async () => {
    clock.forward(16);
    const response = await deployment.ask('/api/session', office);
    return [response.status, ((await response.json()) as { code: string }).code, response.headers.get('retry-after')];
  };
  const unknown = [503, 'people-unknown', '30'];

  test('where the registry was never read', async () => {
    await deployment.store.removePointer('people');
    expect(await codeOf()).toEqual(unknown);
  });

  test.each([
    '',
    '{',
    '{"format":2,"people":[]}',
    '{"format":1,"checkedAt":"2026-11-21T03:00:00Z","people":[{"address":1}]}',
  ])('where the list is no list: %s', async (content) => {
    const version = (await deployment.store.readPointer('people'))?.version ?? null;
    await deployment.store.movePointer('people', content, version);
    expect(await codeOf()).toEqual(unknown);
  });

  test('where nobody has looked at the registry for a day', async () => {
    clock.forward(24 * 60 * 60);
    expect(await codeOf()).toEqual(unknown);
  });

  test('where the store does not answer; once it does, people get in again', async () => {
    const { store } = deployment;
    const kept = store.readPointer;
    Object.assign(store, { readPointer: () => Promise.reject(new Error('The bucket is out of reach')) });
    expect(await codeOf()).toEqual(unknown);
    Object.assign(store, { readPointer: kept });
    expect(await statusOf(office)).toBe(200);
  });
});

describe('roles', () => {
  const sessionOf = async (address: string) =>
    (await deployment.ask('/api/session', address)).json() as Promise<Record<string, unknown>>;

  test('add up: an officer of the prefecture who also works in a town, and an administrator', async () => {
    await deployment.keep([
      aRole(office, { municipality: '162051' as never }),
      aRole(office, { role: 'prefecture', prefecture: '16' as never }),
      aRole(office, { role: 'administrator' }),
    ]);
    expect(await sessionOf(office)).toMatchObject({
      isAdministrator: true,
      municipalities: [{ code: '162051' }],
      prefectures: [{ code: '16' }],
    });
  });

  test('of an administrator open no figures: whoever looks after the machine need not see who came for help', async () => {
    expect(await sessionOf('admin@toyama.example')).toMatchObject({
      isAdministrator: true,
      municipalities: [],
      prefectures: [],
      publicPrefectures: [],
    });
  });

  test('of a group are those of whom the token names in it, and of nobody else', async () => {
    const token = await provider.sign({
      email: 'new@himi.example',
      groups: ['team@himi.example', 'other@himi.example'],
    });
    const inGroup = await deployment.api.request('/api/session', { headers: { authorization: `Bearer ${token}` } });
    expect(await inGroup.json()).toMatchObject({ municipalities: [{ code: '162051' }] });
    expect(await statusOf('new@himi.example')).toBe(403);
  });

  test('of a group are not those of a person who has its address', async () => {
    expect(await statusOf('team@himi.example')).toBe(403);
  });
});

describe('groups of Cloud Identity', () => {
  test('are asked about at most every 45 seconds; one that cannot be asked about gives nothing, and is asked about again', async () => {
    const asked: string[] = [];
    let isBroken = false;
    const isMember = async (group: string, address: string) => {
      asked.push(`${group} ${address}`);
      if (isBroken) throw new Error('Cloud Identity does not answer');
      return address === office;
    };
    const members = createGroupMembers({ groups: { isMember }, clock, log: silentLog });
    const find = async () => [...(await members.findGroups(office, ['team@himi.example']))];
    expect([await find(), await find(), asked.length]).toEqual([['team@himi.example'], ['team@himi.example'], 1]);
    clock.forward(45);
    isBroken = true;
    expect([await find(), asked.length]).toEqual([[], 2]);
    isBroken = false;
    expect([await find(), asked.length]).toEqual([['team@himi.example'], 3]);
    expect([...(await members.findGroups('other@himi.example', ['team@himi.example']))]).toEqual([]);
  });
});

describe('behind Identity-Aware Proxy', () => {
  const through = async (assertion: string) => {
    const proxied = await deploy(provider, clock, { environment: { KASANARI_IAP_AUDIENCE: iapAudience } });
    return await proxied.api.request('/api/session', { headers: { 'x-goog-iap-jwt-assertion': assertion } });
  };

  test('its assertion says who asks', async () => {
    const session = await (await through(await provider.assert({ email: office }))).json();
    expect(session).toMatchObject({
      account: { address: office, canSignOut: false },
      municipalities: [{ code: '162051' }],
    });
  });

  test.each([
    ['made out to another service', { aud: '/projects/1/apps/other' }],
    ['of another issuer', { iss: 'https://accounts.google.com' }],
    ['whose time is over', { exp: 1_000_000_000 }],
    ['without an address', { email: undefined }],
  ])('an assertion %s is refused', async (_, claims) => {
    expect((await through(await provider.assert({ email: office, ...claims }))).status).toBe(401);
  });

  test('who signs in through it, or with a token of their own, is recorded once a day, and so is who is refused', async () => {
    clock.set('2026-11-20T14:59:00Z');
    const proxied = await deploy(provider, clock, { environment: { KASANARI_IAP_AUDIENCE: iapAudience } });
    const assert = async (email: string) => {
      const headers = { 'x-goog-iap-jwt-assertion': await provider.assert({ email }) };
      return (await proxied.api.request('/api/session', { headers })).status;
    };
    const ask = async () => [
      ...(await Promise.all([assert(office), assert(office)])),
      await assert('stranger@elsewhere.example'),
      await assert('stranger@elsewhere.example'),
      (await proxied.ask('/api/session', office)).status,
    ];
    expect(await ask()).toEqual([200, 200, 403, 403, 200]);
    const ofOneDay = [
      ['refused', 'stranger@elsewhere.example', {}],
      ['signed-in', office, { by: 'proxy' }],
      ['signed-in', office, { by: 'token' }],
    ];
    const recorded = async () =>
      (await proxied.readAudit())
        .map(({ action, actor, facts }) => [action, actor, facts])
        .toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
    expect(await recorded()).toEqual(ofOneDay);
    // A minute later it is the next day in Japan.
    clock.forward(60);
    await proxied.keep(people);
    await ask();
    expect(await recorded()).toEqual(ofOneDay.flatMap((entry) => [entry, entry]));
  });

  test('who cannot be recorded sees nothing', async () => {
    const proxied = await deploy(provider, clock, { environment: { KASANARI_IAP_AUDIENCE: iapAudience } });
    const headers = { 'x-goog-iap-jwt-assertion': await provider.assert({ email: office }) };
    const { movePointer } = proxied.store;
    proxied.store.movePointer = async () => await Promise.reject(new Error('503'));
    const ask = async () => (await proxied.api.request('/api/session', { headers })).status;
    expect([await ask(), await ask()]).toEqual([500, 500]);
    proxied.store.movePointer = movePointer;
    expect([await ask(), (await proxied.readAudit()).length]).toEqual([200, 1]);
  });

  test('an ID token of the provider is no assertion, and without the proxy an assertion says nothing', async () => {
    expect((await through(await provider.sign({ email: office, aud: iapAudience }))).status).toBe(401);
    const assertion = await provider.assert({ email: office });
    const bare = await deployment.api.request('/api/session', { headers: { 'x-goog-iap-jwt-assertion': assertion } });
    expect(bare.status).toBe(401);
  });
});
