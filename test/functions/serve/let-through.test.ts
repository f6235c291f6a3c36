/** A held workbook is let through by administrators only, and only for what is asked of it now. */
import { beforeEach, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { readState } from '#functions/ingest/ingest-store.ts';
import { createApi } from '#functions/serve/api.ts';
import { createFixedIdentity, type Identity, localIdentity } from '#functions/serve/identity.ts';
import type { Store } from '#functions/world.ts';
import { aState, aWorkbook, day, now, quietLog } from '../publish/ingested-builder.ts';

const id = '氷見/本所 1.xlsx';
const question = '0123abcd';
let store: Store;

beforeEach(async () => {
  store = createMemoryStore({ now: () => now });
  const state = aState(aWorkbook({ workbook: id as WorkbookId }), 'object', {
    hold: { code: 'guard/rows-fell', facts: { tab: '相談受付', from: 20, to: 8, count: 1 }, since: day('2019-05-01') },
    question: { id: question, changes: [{ kind: 'rows-fell', tab: '相談受付', from: 20, to: 8 }], count: 1 },
  });
  await store.movePointer(`workbooks/${id}`, JSON.stringify(state), null);
});

async function post(identity: Identity, body: object, headers: Readonly<Record<string, string>> = {}) {
  const api = createApi({ store, identity, pollSeconds: 60, log: quietLog, clock: { now: () => now } });
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

test.each([
  ['somebody else', createFixedIdentity(['office:162051']), { question }, {}, 403],
  ['another question', localIdentity, { question: 'ffffffff' }, {}, 409],
  ['no question', localIdentity, {}, {}, 400],
  ['another page', localIdentity, { question }, { 'sec-fetch-site': 'cross-site' }, 403],
])('%s changes nothing', async (_, identity, body, headers, status) => {
  expect(await post(identity, body, headers)).toEqual([status, null, 0]);
});
