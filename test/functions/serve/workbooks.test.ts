import { beforeEach, describe, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import type { WorkbookState } from '#functions/ingest/ingested.ts';
import { publish } from '#functions/publish/publish.ts';
import type { Audience } from '#functions/publish/release.ts';
import type { WorkbooksAnswer } from '#functions/publish/run-status.ts';
import { createApi } from '#functions/serve/api.ts';
import { createFixedIdentity, type Identity, localIdentity } from '#functions/serve/identity.ts';
import type { Store } from '#functions/world.ts';
import {
  aCase,
  aState,
  aWorkbook,
  code,
  day,
  now,
  putWorkbooks,
  quietLog,
  sharing,
  today,
} from '../publish/ingested-builder.ts';

const himi = '162051';
const funahashi = '163210';
let store: Store;

const apiFor = (identity: Identity) =>
  createApi({ store, identity, pollSeconds: 60, log: quietLog, clock: { now: () => now } });
const asked = async (identity: Identity, municipality: string) =>
  await apiFor(identity).request(`/api/municipalities/${municipality}/workbooks`);
const answerFor = async (identity: Identity, municipality = himi) =>
  (await (await asked(identity, municipality)).json()) as WorkbooksAnswer;
const office = (...audiences: readonly Audience[]) => createFixedIdentity(audiences);

const workbookOf = (name: string, municipality: string) =>
  aWorkbook({
    workbook: name as WorkbookId,
    name,
    office: { name, municipality: code(municipality) },
    facts: { cases: [aCase()] },
  });

/** A workbook that was never accepted. */
async function putState(name: string, change: Partial<WorkbookState>) {
  const state = { ...aState(workbookOf(name, himi), ''), ingested: null, ...change };
  await store.movePointer(`workbooks/${name}`, JSON.stringify(state), null);
}

const runPublish = async () => await publish({ store, order: [], today, now, log: quietLog, sharing });

beforeEach(async () => {
  store = createMemoryStore({ now: () => now });
  await putWorkbooks(store, [workbookOf('社協.xlsx', himi)], {
    editedAt: '2019-05-08T01:00:00.000Z',
    readAt: '2019-05-09T03:00:00.000Z',
    answerTrouble: { code: 'google/read-only', facts: { file: '社協.xlsx' }, since: day('2019-05-09') },
  });
  await putWorkbooks(store, [workbookOf('舟橋.xlsx', funahashi)], {
    hold: { code: 'workbook/gone', facts: { file: '舟橋.xlsx' }, since: day('2019-05-01') },
  });
  await putState('包括.xlsx', {
    hold: { code: 'file/unreadable', facts: { file: '包括.xlsx' }, since: day('2019-05-03') },
  });
  await putState('だれかの.xlsx', {
    municipality: null,
    hold: { code: 'file/unreadable', facts: { file: 'だれかの.xlsx' }, since: day('2019-05-10') },
  });
  await runPublish();
});

describe('the workbooks of a municipality', () => {
  test('its own audience sees what is the matter with them, also where figures never came', async () => {
    const { ranAt, workbooks } = await answerFor(office(`office:${himi}`));
    expect(ranAt).toBe(now.toISOString());
    expect(workbooks).toEqual([
      {
        workbook: '包括.xlsx',
        fileName: '包括.xlsx',
        address: null,
        editedAt: null,
        readAt: null,
        keepsFigures: false,
        held: { since: '2019-05-03', reason: { ja: expect.stringContaining('包括.xlsx'), en: expect.any(String) } },
        unanswered: null,
        question: null,
        isLetThrough: false,
      },
      {
        workbook: '社協.xlsx',
        fileName: '社協.xlsx',
        address: null,
        editedAt: '2019-05-08T01:00:00.000Z',
        readAt: '2019-05-09T03:00:00.000Z',
        keepsFigures: true,
        held: null,
        unanswered: {
          since: '2019-05-09',
          reason: { ja: expect.stringContaining('社協.xlsx'), en: expect.any(String) },
        },
        question: null,
        isLetThrough: false,
      },
    ]);
  });

  test("nobody sees another municipality's, and only whoever runs it locally those of nobody", async () => {
    const text = async (identity: Identity) => await (await asked(identity, himi)).text();
    expect((await asked(office(`office:${funahashi}`, 'prefecture:16'), himi)).status).toBe(403);
    expect(await text(office(`office:${himi}`))).not.toMatch(/舟橋|だれかの/);
    expect(await text(localIdentity)).toContain('だれかの.xlsx');
    expect(await text(localIdentity)).not.toContain('舟橋');
  });

  test('before a run has told it, there are none', async () => {
    store = createMemoryStore({ now: () => now });
    expect(await answerFor(localIdentity)).toEqual({ format: 1, municipality: himi, ranAt: null, workbooks: [] });
  });

  test('a run that changes no figure is told all the same', async () => {
    const later = new Date('2019-05-10T09:00:00Z');
    const { outcome } = await publish({ store, order: [], today, now: later, log: quietLog, sharing });
    expect(outcome).toBe('unchanged');
    expect((await answerFor(localIdentity)).ranAt).toBe(later.toISOString());
  });
});

test('/api/health counts who waits and since when, without a name', async () => {
  const text = await (await apiFor(office()).request('/api/health')).text();
  expect(JSON.parse(text)).toEqual({
    status: 'ok',
    since: null,
    hasRelease: true,
    ranAt: now.toISOString(),
    expectedMinutes: null,
    held: { count: 3, since: '2019-05-01' },
    unanswered: { count: 1, since: '2019-05-09' },
  });
  expect(text).not.toMatch(/xlsx|\d{6}|社協/);
});

test('/api/health is 503 where runs have stopped, and the session says when the last one was', async () => {
  const identity = office(`office:${himi}`);
  const later = (minutes: number) =>
    createApi({
      store,
      identity,
      pollSeconds: 60,
      log: quietLog,
      clock: { now: () => new Date(now.getTime() + minutes * 60_000) },
      expectedMinutes: 180,
    });
  const [inTime, late] = [await later(180).request('/api/health'), await later(181).request('/api/health')];
  expect([inTime.status, late.status]).toEqual([200, 503]);
  expect(await late.json()).toMatchObject({ status: 'late', since: now.toISOString() });
  expect(await (await later(181).request('/api/session')).json()).toMatchObject({
    isAdministrator: false,
    ranAt: now.toISOString(),
    expectedMinutes: 180,
  });
});
