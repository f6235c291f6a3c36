import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Ask, createAsk, refusalOf } from './ask.ts';
import { interceptGoogle } from './intercepted.ts';
import { serveStandIn } from './server.ts';
import { createGoogleStandIn, type GoogleStandIn } from './stand-in.ts';
import { createTokenClient } from './token.ts';

let standIn: GoogleStandIn;
let ask: Ask;
let time: number;
beforeEach(() => {
  time = Date.parse('2024-06-01T00:00:00Z');
  standIn = createGoogleStandIn({ clock: () => new Date(time) });
  ask = createAsk(standIn);
  const tabs = [{ tab: '相談受付', id: '0', rows: [['受付番号']], merges: [] }];
  standIn.spreadsheets = [{ id: 'A', name: '架空のデータ', version: '7', tabs }];
});
const writing = /:batchUpdate$/;
const write = () =>
  ask('POST', '/v4/spreadsheets/A:batchUpdate', {
    requests: [{ repeatCell: { range: { endRowIndex: 1, endColumnIndex: 1 }, cell: { note: 'n' }, fields: 'note' } }],
  });
const read = () => ask('GET', '/v4/spreadsheets/A');
const outcomeOf = async (answer: Promise<unknown>) => {
  try {
    return (await (answer as ReturnType<Ask>)).status;
  } catch (error) {
    return (error as Error).name;
  }
};

describe('a fault', () => {
  it.each([
    [503, 503, '7'],
    ['no-connection', 'TypeError', '7'],
    ['lost', 'TypeError', '8'],
    ['cut-off', 'SyntaxError', '8'],
    ['broken-off', 'TypeError', '8'],
  ] as const)('%s happens as often as it was told to, and is carried out or not', async (status, outcome, version) => {
    standIn.faults = [{ path: writing, status, times: 1 }];
    expect(await outcomeOf(write())).toBe(outcome);
    expect(standIn.open('A').version()).toBe(version);
    expect(await outcomeOf(write())).toBe(200);
  });

  it('by chance hits about one request in ten, in five ways, and the same ones again with the same seed', async () => {
    const run = async (seed: number) => {
      standIn.chance = { seed, oneIn: 10 };
      const outcomes = [];
      for (let index = 0; index < 1000; index += 1) outcomes.push(await outcomeOf(read()));
      return outcomes;
    };
    const first = await run(1);
    expect(first.filter((outcome) => outcome !== 200).length).toBeGreaterThan(70);
    expect(first.filter((outcome) => outcome !== 200).length).toBeLessThan(130);
    expect(new Set(first)).toEqual(new Set([200, 429, 500, 503, 'TypeError']));
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
  });
});

describe('the quota', () => {
  it('counts reads and writes apart, refuses what is beyond, and is free again when the window has passed', async () => {
    standIn.quota = { reads: 2, writes: 1, windowMilliseconds: 60_000 };
    const outcomes = [await read(), await read(), await read(), await write(), await write()];
    expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 429, 200, 429]);
    time += 59_999;
    expect((await read()).status).toBe(429);
    time += 1;
    expect((await read()).status).toBe(200);
    expect([standIn.reads(), standIn.writes(), standIn.reads('drive')]).toEqual([5, 2, 0]);
  });

  it('does not hold for Drive', async () => {
    standIn.quota = { reads: 0, writes: 0, windowMilliseconds: 60_000 };
    expect((await ask('GET', '/drive/v3/files')).status).toBe(200);
  });
});

describe('somebody who types meanwhile', () => {
  it('does so once, just before our write or just after it', async () => {
    const seen: (string | null)[] = [];
    standIn.during(writing, () => {
      seen.push(standIn.open('A').tab('相談受付').note('A1'));
      standIn.open('A').tab('相談受付').type('A1', '直した');
    });
    standIn.during(writing, () => void seen.push(standIn.open('A').tab('相談受付').note('A1')), 'after');
    await write();
    await write();
    expect(seen).toEqual([null, 'n']);
    expect(standIn.open('A').tab('相談受付').value('A1')).toBe('直した');
  });
});

describe('the real client', () => {
  const closers: (() => unknown)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });
  const open = async (way: 'server' | 'msw') => {
    if (way === 'msw') {
      const google = interceptGoogle(standIn);
      closers.push(() => google.close());
      return new sheets_v4.Sheets({ auth: createTokenClient() });
    }
    const server = await serveStandIn(standIn);
    closers.push(() => server.close());
    return new sheets_v4.Sheets({ auth: createTokenClient(), rootUrl: server.rootUrl });
  };
  const request = (sheets: sheets_v4.Sheets) =>
    sheets.spreadsheets.get({ spreadsheetId: 'A', fields: 'sheets(properties)' }, { retry: false });

  it.each(['server', 'msw'] as const)('is answered in the same way (%s), with Google’s time', async (way) => {
    const sheets = await open(way);
    const { data, headers } = await request(sheets);
    expect(data.sheets?.map(({ properties }) => properties?.title)).toEqual(['相談受付']);
    expect(new Headers(headers as HeadersInit).get('date')).toBe('Sat, 01 Jun 2024 00:00:00 GMT');
    standIn.faults = [{ path: /./, status: 'broken-off', times: 1 }];
    await expect(request(sheets)).rejects.toThrow();
  });

  it.each(['server', 'msw'] as const)(
    'takes an answer that is cut off for text, and says nothing (%s)',
    async (way) => {
      const sheets = await open(way);
      standIn.faults = [{ path: /./, status: 'cut-off', times: 1 }];
      expect(typeof (await request(sheets)).data).toBe('string');
    },
  );
});

it('1,742 spreadsheets are listed in a moment, and made into cells only when they are read', async () => {
  const rows = Array.from({ length: 500 }, (_, row) => Array.from({ length: 12 }, (_, column) => `${row}:${column}`));
  const tabs = [{ tab: '相談受付', id: '0', rows, merges: [] }];
  standIn.spreadsheets = Array.from({ length: 1742 }, (_, index) => ({
    id: `id-${index}`,
    name: `${index}の台帳`,
    version: '1',
    tabs: [...tabs],
  }));
  await ask('GET', '/drive/v3/files?pageSize=1000&fields=files(id,version,lastModifyingUser(me))');
  for (let index = 0; index < 20; index += 1) {
    const fields = 'sheets(data(rowData(values(effectiveValue,note,userEnteredFormat(backgroundColorStyle)))))';
    expect((await ask('GET', `/v4/spreadsheets/id-${index}?fields=${fields}`)).status).toBe(200);
  }
});

it('what no method of Google’s is, is not found', async () => {
  const response = await standIn.answer(new Request('https://sheets.googleapis.com/v4/spreadsheets/A:delete'));
  expect(response?.status).toBe(404);
  expect(await refusalOf(write())).toBe('200');
});
