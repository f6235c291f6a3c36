/** Rows behind figures, from the workbook to who may see them: whole runs over a memory store. 架空のデータ. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createMemoryWorkbooks, type MemoryWorkbook } from '#functions/adapters/memory/workbooks.ts';
import type { WorkbookState } from '#functions/ingest/ingested.ts';
import { pruneReleases } from '#functions/keep/prune.ts';
import type { SupportObject } from '#functions/publish/detail.ts';
import { listReleases, readJson } from '#functions/publish/history.ts';
import type { OfficeIndex, Release } from '#functions/publish/release.ts';
import type { RowsObject } from '#functions/publish/row-views.ts';
import { runOnce } from '#functions/run.ts';
import { createApi } from '#functions/serve/api.ts';
import { createFixedIdentity } from '#functions/serve/identity.ts';
import { type Store, WorkbookFailure } from '#functions/world.ts';
import { silentLog } from '../../builders/ingest.ts';
import { aCase, aMeeting, anAction, aProfile, aWorkbook, type TypedRow } from '../../builders/workbook.ts';

const planted = ['山田花子', '090-1234-5678', '田中様', '高橋一郎', '0766-74-0000', '姪の鈴木', '佐々木'];
const cases: readonly TypedRow[] = [
  aCase({ receiptNumber: 'R6-7001', desk: '佐々木', note: '山田花子 090-1234-5678' }),
  aCase({ receiptNumber: 'Ｒ６－７００２', receivedOn: '2024/6/3', targets2: '障害者', note: '姪の鈴木さん' }),
  aCase({ receiptNumber: '田中様', receivedOn: '2024/6/4' }),
  aCase({ receiptNumber: '090-1234-5678', receivedOn: '2024/6/4' }),
  aCase({ receiptNumber: '高橋一郎', receivedOn: '2024/6/5' }),
];
const actions = [
  anAction({ receiptNumber: 'R6-7001', note: '0766-74-0000 に電話' }),
  anAction({ receiptNumber: 'r6-7001', actedOn: '2024/6/20', method: '電話' }),
  anAction({ receiptNumber: '田中様', actedOn: '2024/6/20' }),
  anAction({ receiptNumber: 'R6-7001', actedOn: '2024/7/1', method: '電話' }),
];
const contents = aWorkbook({ cases, actions, meetings: [aMeeting({ name: '佐々木さんの会', note: '山田花子' })] });
const funahashi = aProfile({ municipalityCode: '163210', municipalityName: '舟橋村' });
const neighbour = {
  id: 'funahashi',
  revision: '1',
  contents: aWorkbook({
    profile: funahashi,
    areas: [{ code: 'F', name: '舟橋村全域', kind: '市町村全域' }],
    cases: [aCase({ receiptNumber: 'F-1', area: '不明' })],
  }),
};

let store: Store;
let workbooks: readonly MemoryWorkbook[];

async function run(day = '2024-07-10'): Promise<{ readonly release: Release; readonly name: string }> {
  const list = createMemoryWorkbooks(() => workbooks);
  const source = {
    ...list,
    list: async () =>
      (await list.list()).map((entry) => ({ ...entry, address: `https://example.jp/${entry.id}/edit` })),
  };
  await runOnce({ source, store, clock: { now: () => new Date(`${day}T03:00:00Z`) }, log: silentLog });
  const [current] = await listReleases(store);
  if (current === undefined) throw new Error('nothing is published');
  return { release: (await readJson(store, current.release)) as Release, name: current.release };
}

const indexOf = async ({ audiences }: Release, audience = 'office:162051') =>
  (await readJson(store, audiences[audience] ?? '')) as OfficeIndex;
const rowsOf = async (index: OfficeIndex, name: string) =>
  (await readJson(store, index.details[name] ?? '')) as RowsObject;
const stateOf = async (id: string) =>
  JSON.parse((await store.readPointer(`workbooks/${id}`))?.content ?? '{}') as WorkbookState;
const namesOfRows = ({ details }: OfficeIndex) => Object.keys(details).filter((name) => name.startsWith('rows/'));

/** Every object that the bytes of an object lead to, itself included. */
async function reachable(name: string, found = new Set<string>()): Promise<ReadonlySet<string>> {
  if (found.has(name)) return found;
  found.add(name);
  const bytes = await store.readObject(name);
  const text = bytes === null ? '' : new TextDecoder().decode(bytes);
  for (const [next] of text.matchAll(/(?<=")[0-9a-f]{64}(?=")/g)) await reachable(next, found);
  return found;
}

async function objectsWith(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name } of await store.listObjects()) {
    const bytes = await store.readObject(name);
    if (bytes !== null && new TextDecoder().decode(bytes).includes(text)) found.push(name);
  }
  return found;
}

beforeEach(() => {
  store = createMemoryStore({ now: () => new Date('2024-07-10T03:00:00Z') });
  workbooks = [{ id: 'himi', name: '台帳', revision: '1', contents }, neighbour];
});

describe('an accepted row', () => {
  test('is listed as typed, with its codes and days, its cells and how many actions followed', async () => {
    const { release } = await run();
    const index = await indexOf(release);
    expect(namesOfRows(index)).toEqual(['rows/actions-FY2024', 'rows/cases-FY2024', 'rows/meetings-FY2024']);
    const listed = await rowsOf(index, 'rows/cases-FY2024');
    expect(listed.workbooks).toEqual([
      {
        workbook: 'himi',
        fileName: '台帳',
        office: '架空社協',
        tab: '相談受付',
        year: null,
        address: 'https://example.jp/himi/edit#gid=cases',
        columns: ['A', 'T'],
      },
    ]);
    const told = listed.rows.map((row) => ('receivedOn' in row ? [row.row, row.receiptNumber, row.actions] : []));
    // Rows whose number is a name or a telephone number are not taken in.
    expect(told).toEqual([
      [2, 'R6-7001', 3],
      [3, 'Ｒ６－７００２', 0],
    ]);
    expect(listed.rows[1]).toEqual({
      workbook: 0,
      row: 3,
      receiptNumber: 'Ｒ６－７００２',
      receivedOn: '2024-06-03',
      area: 'E01',
      pathway: 'P01',
      targets: ['T01', 'T02'],
      issues: [],
      ageBand: null,
      sex: null,
      isCompound: true,
      handovers: [],
      closedOn: null,
      closingReason: null,
      response: null,
      isCarriedOver: false,
      actions: 0,
    });
    const acts = (await rowsOf(index, 'rows/actions-FY2024')).rows;
    expect(acts.map((row) => ('actedOn' in row ? [row.row, row.actedOn, row.receiptNumber] : []))).toEqual([
      [2, '2024-05-20', 'R6-7001'],
      [3, '2024-06-20', 'R6-7001'],
      [5, '2024-07-01', 'R6-7001'],
    ]);
  });

  test('is counted by its actions in the month of its reception', async () => {
    const index = await indexOf((await run()).release);
    const { periods } = (await readJson(store, index.details['support/162051'] ?? '')) as SupportObject;
    const classesOf = (period: string) =>
      periods[period]?.perCase?.classes.flatMap(({ from, cases: count }) => (count > 0 ? [[from, count]] : []));
    expect(classesOf('2024-05')).toEqual([[2, 1]]);
    expect(classesOf('2024-06')).toEqual([[0, 1]]);
    expect(periods.FY2024?.perCase).toMatchObject({ cases: 2, mean: 1.5, quartiles: [0.75, 1.5, 2.25] });
  });

  test('that moves down changes no figure, and its place at once', async () => {
    const before = await run();
    const object = await stateOf('himi');
    workbooks = [
      {
        id: 'himi',
        name: '台帳',
        revision: '2',
        contents: aWorkbook({ cases: [{}, ...cases], actions, meetings: [aMeeting()] }),
      },
      neighbour,
    ];
    const after = await run();
    expect((await stateOf('himi')).rows).not.toBe(object.rows);
    const [one, other] = [await indexOf(before.release), await indexOf(after.release)];
    expect(other.cuts).toEqual(one.cuts);
    expect((await rowsOf(other, 'rows/cases-FY2024')).rows.map(({ row }) => row)).toEqual([3, 4]);
  });
});

describe('what is about a person', () => {
  test('free text, names and telephone numbers stand in no object and no pointer', async () => {
    await run();
    for (const text of planted) expect([text, await objectsWith(text)]).toEqual([text, []]);
    for (const pointer of await store.listPointers('')) {
      const { content = '' } = (await store.readPointer(pointer)) ?? {};
      for (const text of planted) expect(content).not.toContain(text);
    }
  });

  test('受付番号 stand in the rows that are kept and in what the own office is shown, nowhere else', async () => {
    const index = await indexOf((await run()).release);
    const shown = namesOfRows(index).flatMap((name) => (name.includes('meetings') ? [] : [index.details[name] ?? '']));
    const expected = [(await stateOf('himi')).rows ?? '', ...shown].toSorted();
    expect((await objectsWith('R6-7001')).toSorted()).toEqual(expected);
  });

  test('no other audience starts from where rows can be reached', async () => {
    const { release } = await run();
    const index = await indexOf(release);
    const rows = [...namesOfRows(index).map((name) => index.details[name] ?? ''), (await stateOf('himi')).rows ?? ''];
    expect(rows).toHaveLength(4);
    const reached = await reachable(release.audiences['office:162051'] ?? '');
    expect(rows.filter((name) => reached.has(name))).toEqual(rows.slice(0, 3));
    for (const [audience, start] of Object.entries(release.audiences)) {
      if (audience === 'office:162051') continue;
      const others = await reachable(start);
      expect([audience, rows.filter((name) => others.has(name))]).toEqual([audience, []]);
    }
  });

  test.each([
    ['office:162051', 200],
    ['office:163210', 403],
    ['prefecture:16', 403],
  ] as const)('%s asks for the rows of 162051 and gets %i', async (audience, status) => {
    await run();
    const api = createApi({
      store,
      identity: createFixedIdentity([audience]),
      pollSeconds: 1,
      log: silentLog,
      clock: { now: () => new Date('2026-11-21T03:00:00Z') },
    });
    const answer = await api.request('/api/municipalities/162051/details/rows/cases-FY2024');
    expect([answer.status, (await answer.text()).includes('R6-7001')]).toEqual([status, status === 200]);
  });
});

describe('the rows of a workbook', () => {
  test('that is held are those of its last good figures', async () => {
    const before = await indexOf((await run()).release);
    const failure = new WorkbookFailure({
      kind: 'broken',
      workbook: '台帳',
      code: 'file/broken',
      facts: { file: '台帳' },
    });
    workbooks = [{ id: 'himi', name: '台帳', revision: '2', contents: failure }, neighbour];
    const after = await indexOf((await run()).release);
    expect((await stateOf('himi')).hold).not.toBeNull();
    expect(namesOfRows(after).map((name) => after.details[name])).toEqual(
      namesOfRows(before).map((name) => before.details[name]),
    );
  });

  test('that another one replaces go with its figures', async () => {
    await run();
    workbooks = [{ id: 'first', revision: '1', contents }, ...workbooks];
    await run();
    expect(await stateOf('himi')).toMatchObject({ ingested: null, rows: null });
  });

  test('that was read by an earlier version are not known: figures stand without them, and no 0 is made of it', async () => {
    await run();
    const pointer = await store.readPointer('workbooks/himi');
    const { rows: _rows, ...earlier } = JSON.parse(pointer?.content ?? '{}') as WorkbookState;
    await store.movePointer('workbooks/himi', JSON.stringify(earlier), pointer?.version ?? null);
    const index = await indexOf((await run()).release);
    expect(namesOfRows(index)).toEqual([]);
    const { periods } = (await readJson(store, index.details['support/162051'] ?? '')) as SupportObject;
    expect(periods['2024-05']).toMatchObject({ perCase: null });
  });

  test('of a reference table, which is not counted, are not listed', async () => {
    const reference = aWorkbook({ profile: aProfile({ officeName: '参考', dataKind: '参考' }), cases: [aCase()] });
    workbooks = [...workbooks, { id: 'reference', revision: '1', contents: reference }];
    const listed = await rowsOf(await indexOf((await run()).release), 'rows/cases-FY2024');
    expect(listed.workbooks.map(({ workbook }) => workbook)).toEqual(['himi']);
  });

  test('stay when the store is pruned, and the next day is published from them', async () => {
    await run();
    await pruneReleases({ store, keep: 1, now: new Date('2030-01-01T00:00:00Z'), graceMilliseconds: 0 });
    const index = await indexOf((await run('2024-07-11')).release);
    expect((await rowsOf(index, 'rows/cases-FY2024')).rows).toHaveLength(2);
  });
});
