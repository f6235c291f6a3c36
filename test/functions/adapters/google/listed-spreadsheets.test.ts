import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { WorkbookFailure } from '#functions/world.ts';
import { trickyGrids } from '../../../contracts/tricky-workbook.ts';
import { describeWorkbookSource } from '../../../contracts/workbook-source.ts';
import { serveStandIn } from '../../../google/server.ts';
import type { StandInSpreadsheet } from '../../../google/spreadsheets.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../../../google/stand-in.ts';
import { createTokenClient } from '../../../google/token.ts';
import { createSpreadsheets } from './listed-spreadsheets.ts';

let standIn: GoogleStandIn;
let server: Awaited<ReturnType<typeof serveStandIn>>;
beforeAll(async () => {
  standIn = createGoogleStandIn();
  server = await serveStandIn(standIn);
});
afterAll(async () => await server.close());
beforeEach(() => {
  standIn.faults = [];
  standIn.requests.length = 0;
});

/** Sheet ids are random numbers; only the first is 0. */
const googleGrids = trickyGrids.map((grid, index) => ({
  ...grid,
  id: String(index * 1_234_567),
  surface: { rowCount: 1000, columnCount: 26, notes: new Map(), backgrounds: new Map() },
}));
const aSpreadsheet = (id: string, more: Partial<StandInSpreadsheet> = {}): StandInSpreadsheet => ({
  id,
  name: `${id}の台帳`,
  version: '7',
  tabs: googleGrids,
  ...more,
});
const open = (ids: readonly string[]) =>
  createSpreadsheets({
    listIds: async () => ids,
    auth: createTokenClient(),
    rootUrl: server.rootUrl,
    patience: { retries: 3, firstWaitMilliseconds: 1 },
  });

describeWorkbookSource('a list of Google spreadsheets', {
  names: ['Aの台帳', 'Bの台帳', 'Cの台帳'],
  grids: googleGrids,
  createWorld: async () => {
    const chart = { tab: 'グラフ', id: '99', rows: [], merges: [], isChart: true };
    const [first, second, ...others] = googleGrids;
    const tabs = [first, chart, second && { ...second, isHidden: true }, ...others].filter((tab) => tab !== undefined);
    standIn.spreadsheets = [
      aSpreadsheet('C'),
      aSpreadsheet('A', { tabs }),
      aSpreadsheet('B', { isTrashed: true }),
      aSpreadsheet('of somebody else'),
    ];
    return {
      source: open(['A', 'B', 'C']),
      change: async (name) => {
        standIn.spreadsheets = standIn.spreadsheets.map((each) =>
          each.name === name ? { ...each, version: '8' } : each,
        );
      },
      remove: async (name) => {
        standIn.spreadsheets = standIn.spreadsheets.filter((each) => each.name !== name);
      },
    };
  },
});

/** Lists, reads the first workbook, and says how it failed. */
async function failureOf(ids: readonly string[]) {
  const source = open(ids);
  try {
    const [entry] = await source.list();
    if (entry !== undefined) await source.read(entry);
  } catch (error) {
    if (!(error instanceof WorkbookFailure)) throw error;
    const { workbook, kind, code } = error;
    return { workbook, kind, code };
  }
  return null;
}

describe('how much is asked of Google', () => {
  it('one request lists many workbooks, one more reads one', async () => {
    standIn.spreadsheets = Array.from({ length: 900 }, (_, index) => aSpreadsheet(`id-${index}`));
    const source = open(standIn.spreadsheets.map(({ id }) => id));
    const entries = await source.list();
    expect(entries).toHaveLength(900);
    expect(standIn.requests).toEqual(['GET /drive/v3/files']);
    const [entry] = entries;
    if (entry !== undefined) await source.read(entry);
    expect(standIn.requests).toEqual(['GET /drive/v3/files', 'GET /v4/spreadsheets/id-0']);
  });

  it('more than 1,000 take a second page', async () => {
    standIn.spreadsheets = Array.from({ length: 1001 }, (_, index) => aSpreadsheet(`id-${index}`));
    expect(await open(['id-1000']).list()).toMatchObject([{ id: 'id-1000', name: 'id-1000の台帳', revision: '7' }]);
    expect(standIn.requests).toEqual(['GET /drive/v3/files', 'GET /drive/v3/files']);
  });

  it('an empty list asks nothing', async () => {
    expect(await open([]).list()).toEqual([]);
    expect(standIn.requests).toEqual([]);
  });
});

describe('what Google refuses', () => {
  it('a spreadsheet that is not shared is forbidden, a wrong id is gone; the others are read', async () => {
    standIn.spreadsheets = [aSpreadsheet('A', { sharing: 'none' }), aSpreadsheet('B')];
    expect(await failureOf(['A'])).toEqual({ workbook: 'A', kind: 'forbidden', code: 'google/forbidden' });
    expect(await failureOf(['mistyped'])).toEqual({ workbook: 'mistyped', kind: 'gone', code: 'google/gone' });
    const entries = await open(['A', 'mistyped', 'B']).list();
    expect(entries.map((entry) => entry.id)).toEqual(['A', 'mistyped', 'B']);
  });

  it('one that is open to whoever has the link is read, and its revision followed', async () => {
    standIn.spreadsheets = [aSpreadsheet('A', { sharing: 'link' })];
    const source = open(['A']);
    expect(await source.list()).toMatchObject([
      { id: 'A', name: 'Aの台帳', revision: '7', address: 'https://docs.google.com/spreadsheets/d/A/edit' },
    ]);
    expect(await failureOf(['A'])).toBeNull();
  });

  it('the revision changes when a spreadsheet is shared, trashed and taken out again', async () => {
    const revisionOf = async (more: Partial<StandInSpreadsheet>) => {
      standIn.spreadsheets = [aSpreadsheet('A', more)];
      return (await open(['A']).list())[0]?.revision;
    };
    const revisions = [
      await revisionOf({ sharing: 'none' }),
      await revisionOf({}),
      await revisionOf({ isTrashed: true }),
    ];
    expect(new Set(revisions).size).toBe(3);
  });

  it('one in the bin says so, without a request', async () => {
    standIn.spreadsheets = [aSpreadsheet('A', { isTrashed: true })];
    expect(await failureOf(['A'])).toEqual({ workbook: 'Aの台帳', kind: 'gone', code: 'google/trashed' });
    expect(standIn.requests).toEqual(['GET /drive/v3/files']);
  });

  it('an .xlsx file that lies in Drive is no spreadsheet', async () => {
    standIn.spreadsheets = [aSpreadsheet('A', { isExcelFile: true })];
    expect(await failureOf(['A'])).toEqual({ workbook: 'Aの台帳', kind: 'broken', code: 'google/not-a-spreadsheet' });
  });

  const reading = /^\/v4\/spreadsheets/;
  it.each([
    [429, undefined, 'busy', 'google/busy'],
    [500, undefined, 'busy', 'google/busy'],
    [503, undefined, 'busy', 'google/busy'],
    ['no-connection', undefined, 'busy', 'google/busy'],
    [403, { reason: 'userRateLimitExceeded' }, 'busy', 'google/busy'],
    [403, undefined, 'forbidden', 'google/forbidden'],
    [403, { reason: 'accessNotConfigured' }, 'forbidden', 'google/api-disabled'],
    [401, undefined, 'forbidden', 'google/sign-in'],
    [404, undefined, 'gone', 'google/gone'],
    [400, undefined, 'broken', 'google/broken'],
  ] as const)('%s %j is %s', async (status, more, kind, code) => {
    standIn.spreadsheets = [aSpreadsheet('A')];
    standIn.faults = [{ path: reading, status, times: 9, ...(more === undefined ? {} : { more }) }];
    expect(await failureOf(['A'])).toEqual({ workbook: 'Aの台帳', kind, code });
    const tries = standIn.requests.filter((request) => reading.test(request.slice(4))).length;
    expect(tries).toBe(kind === 'busy' ? 4 : status === 401 ? tries : 1);
  });

  it('what works again within the tries is no failure, for each request anew', async () => {
    standIn.spreadsheets = [aSpreadsheet('A'), aSpreadsheet('B')];
    const source = open(['A', 'B']);
    for (const entry of await source.list()) {
      standIn.faults = [{ path: reading, status: 429, times: 3 }];
      expect(await source.read(entry)).toEqual(googleGrids);
    }
  });

  it('waits as long as Google asks for', async () => {
    standIn.spreadsheets = [aSpreadsheet('A')];
    standIn.faults = [{ path: reading, status: 429, times: 1, more: { headers: { 'retry-after': '1' } } }];
    const start = performance.now();
    expect(await failureOf(['A'])).toBeNull();
    expect(performance.now() - start).toBeGreaterThan(990);
  });

  it('a list that Drive refuses concerns the whole run', async () => {
    standIn.spreadsheets = [aSpreadsheet('A')];
    standIn.faults = [{ path: /files$/, status: 403, times: 1 }];
    expect(await failureOf(['A'])).toEqual({ workbook: 'Google Drive', kind: 'forbidden', code: 'google/forbidden' });
  });
});
