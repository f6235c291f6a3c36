/** A held workbook is let through by administrators only, and only for what is asked of it now. */
import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { readState } from '#functions/ingest/ingest-store.ts';
import { computeStatus } from '#functions/publish/compute-status.ts';
import type { OperationAnswer, WorkbooksAnswer } from '#functions/publish/run-status.ts';
import { createApi } from '#functions/serve/api.ts';
import { createFixedIdentity, type Identity, localIdentity } from '#functions/serve/identity.ts';
import type { Store } from '#functions/world.ts';
import { aState, aWorkbook, day, now, quietLog } from '../publish/ingested-builder.ts';

const id = '氷見/本所 1.xlsx';
const question = '0123abcd';
const hold = {
  code: 'guard/rows-fell',
  facts: { tab: '相談受付', from: 20, to: 8, count: 1 },
  since: day('2019-05-01'),
};
let store: Store;

beforeEach(async () => {
  store = createMemoryStore({ now: () => now });
  const state = aState(aWorkbook({ workbook: id as WorkbookId }), 'object', {
    hold,
    question: { id: question, changes: [{ kind: 'rows-fell', tab: '相談受付', from: 20, to: 8 }], count: 1 },
  });
  await store.movePointer(`workbooks/${id}`, JSON.stringify(state), null);
});

/** A clock that goes on: what is recorded twice is two entries. */
let time = now.getTime();
const clock = {
  now() {
    time += 60_000;
    return new Date(time);
  },
};
const apiFor = (identity: Identity) => createApi({ store, identity, pollSeconds: 60, log: quietLog, clock });

async function post(identity: Identity, body: object, headers: Readonly<Record<string, string>> = {}) {
  const api = apiFor(identity);
  const { status } = await api.request(`/api/workbooks/${encodeURIComponent(id)}/let-through`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const { state } = await readState(id as WorkbookId, store);
  const audited = (await store.listPointers('audit/')).length;
  return [status, state?.letThrough, audited];
}

test('an administrator lets it through; it is recorded, and read again', async () => {
  expect(await post(localIdentity, { question })).toEqual([200, question, 1]);
  expect((await readState(id as WorkbookId, store)).state).toMatchObject({
    revision: '',
    hold: { since: '2019-05-01' },
  });
});

test('what is said twice is recorded once, and changes nothing more', async () => {
  await post(localIdentity, { question });
  const once = await store.readPointer(`workbooks/${id}`);
  expect(await post(localIdentity, { question })).toEqual([200, question, 1]);
  expect(await store.readPointer(`workbooks/${id}`)).toEqual(once);
});

describe('until the next run, pages', () => {
  /** What データの状態 and 運用の状態 say of the question that the latest run asked. */
  const told = async (identity: Identity = localIdentity) => {
    const read = async (path: string) => (await (await apiFor(identity).request(`/api/${path}`)).json()) as unknown;
    const { workbooks } = (await read('municipalities/162051/workbooks')) as WorkbooksAnswer;
    const { troubles } = (await read('operation')) as OperationAnswer;
    return [workbooks.map((one) => [one.question, one.isLetThrough]), troubles.map(({ asked }) => asked)];
  };

  beforeEach(async () => {
    const { state } = await readState(id as WorkbookId, store);
    if (state !== null) await store.movePointer('status', JSON.stringify(computeStatus([state], now)), null);
  });

  test('ask until it is answered, and then say so, however often they are opened', async () => {
    expect(await told()).toEqual([[[question, false]], [{ workbook: id, question, isLetThrough: false }]]);
    await post(localIdentity, { question });
    const answered = [[[question, true]], [{ workbook: id, question, isLetThrough: true }]];
    expect(await told()).toEqual(answered);
    expect(await told()).toEqual(answered);
  });

  test('ask no longer what a reading since has answered, or asks otherwise', async () => {
    const known = await readState(id as WorkbookId, store);
    const other = { id: 'ffffffff', changes: [], count: 0 };
    const readAgain = { ...known.state, question: other, letThrough: question };
    await store.movePointer(`workbooks/${id}`, JSON.stringify(readAgain), known.version);
    expect(await told()).toEqual([[[null, false]], [null]]);
  });
});

test.each([
  ['somebody else', createFixedIdentity(['office:162051']), { question }, {}, 403],
  ['another question', localIdentity, { question: 'ffffffff' }, {}, 409],
  ['no question', localIdentity, {}, {}, 400],
  ['another page', localIdentity, { question }, { 'sec-fetch-site': 'cross-site' }, 403],
])('%s changes nothing', async (_, identity, body, headers, status) => {
  expect(await post(identity, body, headers)).toEqual([status, null, 0]);
});
