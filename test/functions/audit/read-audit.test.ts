/** 操作の記録 is read by the month as Japan counts it, stays as it was written, and holds nothing personal but the address. */
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { appendAudit, auditPointer } from '#functions/audit/append-audit.ts';
import { type AuditEntry, auditActions } from '#functions/audit/audit-entry.ts';
import { monthsUntil, readAudit } from '#functions/audit/read-audit.ts';
import { findChanges } from '#functions/audit/run-changes.ts';
import { writeAuditCsv } from '#functions/audit/write-csv.ts';
import type { Month } from '#functions/domain/codes.ts';
import { publish } from '#functions/publish/publish.ts';
import type { Audience } from '#functions/publish/release.ts';
import { createApi } from '#functions/serve/api.ts';
import { createFixedIdentity, type Identity, localIdentity } from '#functions/serve/identity.ts';
import type { Store } from '#functions/world.ts';
import { auditWords } from '#sheets-schema/vocabulary/words/audit.ts';
import { aWorkbook as aMunicipality, now, putWorkbooks, sharing, today } from '../publish/ingested-builder.ts';
import { aHold, aRun, aWorkbook, withWorkbooks } from '../tell/situations.ts';

const clock = { now: () => new Date('2026-12-01T01:00:00Z') };
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
const november = '2026-11' as Month;
let store: Store;

beforeEach(() => {
  store = createMemoryStore(clock);
});

const entry = (at: string, change: Partial<AuditEntry> = {}): AuditEntry => ({
  format: 1,
  at,
  action: 'signed-in',
  actor: 'fukushi@city.example.jp',
  subject: null,
  facts: {},
  ...change,
});
const read = async (month: Month = november, most = 1000) => await readAudit(store, month, { most });

test('a month begins and ends when it does in Japan, and the newest come first', async () => {
  const times = [
    '2026-10-31T14:59:59.999Z',
    '2026-10-31T15:00:00.000Z',
    '2026-11-15T00:00:00.000Z',
    '2026-11-30T14:59:59.999Z',
    '2026-11-30T15:00:00.000Z',
  ];
  for (const at of times) await appendAudit(store, entry(at));
  expect((await read()).entries.map(({ at }) => at)).toEqual(times.slice(1, 4).toReversed());
  expect(monthsUntil(clock.now()).slice(0, 3)).toEqual(['2026-12', '2026-11', '2026-10']);
  expect(monthsUntil(new Date('2026-11-30T15:00:00Z'))[0]).toBe('2026-12');
});

test('of many the newest are read, and the others counted', async () => {
  for (let minute = 10; minute < 50; minute += 1) await appendAudit(store, entry(`2026-11-15T00:${minute}:00.000Z`));
  const { entries, left } = await read(november, 33);
  expect([entries.length, entries[0]?.at, left]).toEqual([33, '2026-11-15T00:49:00.000Z', 7]);
});

test('what cannot be read is named, and hides nothing else', async () => {
  await appendAudit(store, entry('2026-11-15T00:00:00.000Z'));
  const broken = [
    ['audit/2026-11/2026-11-15T01:00:00.000Z-cut', '{"format":1,"at":'],
    ['audit/2026-11/2026-11-15T02:00:00.000Z-other', '{"format":2}'],
    ['audit/2026-11/nobody-knows-when', '{}'],
  ] as const;
  for (const [name, content] of broken) await store.movePointer(name, content, null);
  const { entries, unreadable } = await read();
  expect(entries).toHaveLength(1);
  expect(unreadable.toSorted()).toEqual(broken.map(([name]) => name));
});

test('an entry that somebody changed in the store, or put under another name, is named as such and not taken for what was recorded', async () => {
  const [kept, changed] = [entry('2026-11-15T00:00:00.000Z'), entry('2026-11-15T01:00:00.000Z')];
  await appendAudit(store, kept);
  await appendAudit(store, changed);
  const name = await auditPointer(changed);
  const pointer = await store.readPointer(name);
  const forged = (pointer?.content ?? '').replace('fukushi@', 'somebody-else@');
  await store.movePointer(name, forged, pointer?.version ?? null);
  const copy = (await auditPointer(kept)).replace('T00:00', 'T02:00');
  await store.movePointer(copy, (await store.readPointer(await auditPointer(kept)))?.content ?? '', null);
  const { entries, unreadable } = await read();
  expect([entries, unreadable.toSorted()]).toEqual([[kept], [name, copy]]);
});

test('an entry that was written is never changed by writing again', async () => {
  const first = entry('2026-11-15T00:00:00.000Z');
  await appendAudit(store, first);
  const before = await store.readPointer(await auditPointer(first));
  await appendAudit(store, first);
  await appendAudit(store, { ...first, actor: 'somebody@else.example.jp' });
  expect(await store.readPointer(await auditPointer(first))).toEqual(before);
  expect((await read()).entries).toHaveLength(2);
});

test('what runs record holds codes and days only, whatever a workbook is called or says', () =>
  fc.assert(
    fc.property(
      fc.string({ minLength: 12, maxLength: 40 }),
      fc.string({ minLength: 12, maxLength: 40 }),
      (name, typed) => {
        fc.pre(!'no-municipality-code'.includes(name) && !'no-municipality-code'.includes(typed));
        const hold = aHold('workbook/no-municipality-code', '2026-11-15', { file: name, typed });
        const { status: before } = withWorkbooks('2026-11-15T00:00:00Z', aWorkbook({ name }));
        const { status: after } = withWorkbooks('2026-11-15T01:00:00Z', aWorkbook({ name, hold }));
        const change = { at: '2026-11-15T01:00:00.000Z', run: 'run' };
        const entries = [
          ...findChanges({ before, after, ...change }),
          ...findChanges({ before: after, after: before, ...change }),
        ];
        expect(entries.map(({ action }) => action)).toEqual(['held', 'mended']);
        for (const { actor, facts, subject } of entries) {
          expect([actor, subject]).toEqual([null, '1AkaneSpreadsheet']);
          expect(facts).toEqual({
            run: 'run',
            municipality: '992011',
            code: 'workbook/no-municipality-code',
            since: '2026-11-15',
          });
        }
      },
    ),
  ));

test('the CSV says each entry as the page does, keeps all that was recorded, and begins no formula', () => {
  for (const action of auditActions) expect(auditWords[action].ja).not.toBe('');
  const entries = [
    entry('2026-11-15T00:00:00.000Z', { actor: '=HYPERLINK("http://evil.example")@x.jp', facts: { month: '2026-10' } }),
    entry('2026-11-14T15:00:00.000Z', {
      action: 'held',
      actor: null,
      subject: '−1.xlsx',
      facts: { code: 'guard/rows-fell', municipality: '162051', since: '2026-11-14' },
    }),
  ];
  const names = new Map([['162051', '氷見市']]);
  expect(writeAuditCsv(entries, { names, unreadable: ['audit/2026-11/cut'] })).toBe(
    [
      '\uFEFF日時（日本時間）,人,操作,市区町村コード,市区町村,だれが、何をしたか,Who did what,action,subject,facts\r\n',
      '2026-11-15 00:00:00,,ブックを保留した,162051,氷見市,',
      '取り込みが氷見市のブック「−1.xlsx」を保留にしました（わけ：行が大きく減った、令和8年11月14日から）,',
      '"A run held the workbook ""−1.xlsx"" of 氷見市 (why: many rows fewer; since 14 Nov 2026)",',
      "held,'−1.xlsx,",
      '"{""code"":""guard/rows-fell"",""municipality"":""162051"",""since"":""2026-11-14""}"\r\n',
      '2026-11-15 09:00:00,"\'=HYPERLINK(""http://evil.example"")@x.jp",サインインした,,,',
      '"\'=HYPERLINK(""http://evil.example"")@x.jp がサインインしました（令和8年10月分）",',
      '"\'=HYPERLINK(""http://evil.example"")@x.jp signed in (Oct 2026)",',
      'signed-in,,"{""month"":""2026-10""}"\r\n',
      ',,,,,読めないか、書いたときと違う記録です,"This entry cannot be read, or is not as it was written",,audit/2026-11/cut,\r\n',
    ].join(''),
  );
});

describe('the pages of administrators', () => {
  const apiFor = (identity: Identity) =>
    createApi({ store, identity, pollSeconds: 60, log: quiet, clock, expectedMinutes: 180 });
  const signedIn = (isAdministrator: boolean, audiences: readonly Audience[] = ['office:162051']): Identity => ({
    identify: () => Promise.resolve({ isLocal: false, address: 'kanri@city.example.jp', isAdministrator, audiences }),
  });
  const paths = ['/api/operation', '/api/audit', '/api/audit.csv'];

  test.each(paths)('%s answers administrators and nobody else', async (path) => {
    expect((await apiFor(signedIn(true)).request(path)).status).toBe(200);
    expect((await apiFor(localIdentity).request(path)).status).toBe(200);
    for (const identity of [signedIn(false), createFixedIdentity(['office:162051', 'public'])]) {
      const response = await apiFor(identity).request(path);
      expect([response.status, await response.json()]).toEqual([
        403,
        expect.objectContaining({ code: 'administrators-only' }),
      ]);
    }
  });

  test('entries are never changed, removed or added by a request', async () => {
    await appendAudit(store, entry('2026-11-15T00:00:00.000Z'));
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect((await apiFor(localIdentity).request('/api/audit', { method })).status).toBe(405);
    expect((await read()).entries).toHaveLength(1);
  });

  test('a month is listed; taking it along is itself recorded', async () => {
    await appendAudit(store, entry('2026-11-15T00:00:00.000Z'));
    const api = apiFor(signedIn(true));
    expect(await (await api.request('/api/audit?month=2026-11')).json()).toMatchObject({
      month: '2026-11',
      entries: [{ action: 'signed-in', actor: 'fukushi@city.example.jp' }],
      left: 0,
      unreadable: [],
    });
    const csv = await api.request('/api/audit.csv?month=2026-11');
    expect(csv.headers.get('content-disposition')).toContain('kasanari-audit-2026-11.csv');
    expect((await csv.text()).trimEnd().split('\r\n')).toHaveLength(2);
    const { entries } = await read('2026-12' as Month);
    expect(entries).toMatchObject([{ action: 'exported', actor: 'kanri@city.example.jp', subject: 'audit' }]);
    expect((await api.request('/api/audit?month=2026-13')).status).toBe(400);
  });

  test('an administrator who may open no figures sees the names of municipalities, and nothing else of them', async () => {
    await putWorkbooks(store, [aMunicipality()]);
    await publish({ store, order: [], today, now, log: quiet, sharing });
    const facts = { municipality: '162051', by: 'administrator' } as const;
    await appendAudit(store, entry('2026-11-15T00:00:00.000Z', { action: 'let-through', subject: '1Ab', facts }));
    await appendAudit(store, entry('2026-11-15T01:00:00.000Z', { action: 'exported', subject: 'office:992046' }));
    const api = apiFor(signedIn(true, []));
    expect((await api.request('/api/municipalities/162051')).status).toBe(403);
    expect(await (await api.request('/api/audit?month=2026-11')).json()).toMatchObject({
      municipalities: [{ code: '162051', name: '氷見市' }],
    });
    const [, oldest = ''] = (await (await api.request('/api/audit.csv?month=2026-11')).text()).split('\r\n');
    expect(oldest).toContain(',162051,氷見市,fukushi@city.example.jp が氷見市のブック「1Ab」を通しました（');
  });

  test('metrics of the latest run are for administrators, and for a monitor with the token', async () => {
    const metricsToken = 'a-token-by-chance-of-48-characters-000000000000';
    const options = { store, pollSeconds: 60, log: quiet, clock, expectedMinutes: 180, metricsToken };
    const asStranger = createApi({ ...options, identity: createFixedIdentity([]) });
    const withToken = async (token: string) =>
      await asStranger.request('/api/metrics', { headers: { authorization: `Bearer ${token}` } });
    const counts = { listed: 3, read: 1, held: 1, unanswered: 0, postponed: 0 };
    const run = aRun('2026-12-01T00:59:00Z', { workbooks: counts, requests: 7, seconds: { plan: 0.5 } });
    await store.movePointer('runs', JSON.stringify({ format: 1, runs: [run] }), null);
    expect((await asStranger.request('/api/metrics')).status).toBe(403);
    expect((await withToken(`${metricsToken}0`)).status).toBe(403);
    const local = createApi({ ...options, metricsToken: null, identity: localIdentity });
    const text = await (await withToken(metricsToken)).text();
    expect(await (await local.request('/api/metrics')).text()).toBe(text);
    for (const line of [
      'kasanari_runs_ok 1',
      'kasanari_runs_failed_in_a_row 0',
      'kasanari_workbooks{state="held"} 1',
      'kasanari_run_step_seconds{step="plan"} 0.5',
      'kasanari_google_requests 7',
    ])
      expect(text.split('\n')).toContain(line);
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) kasanari_\w+ .+|kasanari_\w+(?:\{\w+="\w+"\})? -?[\d.e+]+)$/);
  });

  test('how it runs: what is wrong, since when, and who should do what', async () => {
    const hold = aHold('google/gone', '2026-11-29');
    const { status } = withWorkbooks('2026-11-30T20:00:00Z', aWorkbook({ hold }));
    await store.movePointer('status', JSON.stringify(status), null);
    const answer = await (await apiFor(localIdentity).request('/api/operation')).json();
    expect(answer).toMatchObject({
      status: 'late',
      since: '2026-11-30T19:59:00.000Z',
      expectedBy: '2026-11-30T22:59:00.000Z',
      runs: [],
      receivers: [],
      waiting: 0,
      troubles: [
        { kind: 'late', municipality: null },
        { kind: 'held', since: '2026-11-29', municipality: '992011', toldOn: null },
      ],
    });
  });
});
