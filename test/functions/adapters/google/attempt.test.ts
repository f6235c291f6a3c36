/** Against a server that answers byte by byte as it is told: what a stand-in for Google's APIs would never say. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { OAuth2Client } from 'googleapis-common';
import { afterEach, describe, expect, it } from 'vitest';
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import { findSharedFile } from '#functions/adapters/google/drive.ts';
import { readSpreadsheet } from '#functions/adapters/google/read-spreadsheet.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { WorkbookFailure } from '#functions/world.ts';
import { createTokenClient } from '../../../google/token.ts';

const servers: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const spreadsheet = JSON.stringify({
  sheets: [
    {
      properties: { title: '相談受付', gridProperties: { rowCount: 3, columnCount: 2 } },
      data: [{ rowData: [{ values: [{ effectiveValue: { stringValue: '受付番号' } }] }] }],
    },
  ],
});
const entry = { id: 'A' as WorkbookId, name: '台帳', revision: '1' };

/** Each request is answered by the next listener; the last answers all that follow. */
async function open(...answers: readonly RequestListener[]) {
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    const answer = answers[Math.min(requests, answers.length - 1)];
    requests += 1;
    answer?.(incoming, outgoing);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const clients = createGoogleClients({
    auth: createTokenClient(),
    rootUrl,
    patience: { retries: 2, firstWaitMilliseconds: 1 },
  });
  return { ...clients, rootUrl, requests: () => requests };
}

const says =
  (body: string | Buffer, headers: Record<string, string> = {}, status = 200): RequestListener =>
  (_, outgoing) => {
    outgoing.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers });
    outgoing.end(body);
  };

async function outcomeOf({ sheets }: Awaited<ReturnType<typeof open>>) {
  try {
    return (await readSpreadsheet(sheets, entry)).map(({ tab, rows }) => ({ tab, rows }));
  } catch (error) {
    if (error instanceof WorkbookFailure) return error.code;
    throw error;
  }
}
const whole = [{ tab: '相談受付', rows: [['受付番号']] }];

describe('an answer that is cut off', () => {
  const half = spreadsheet.slice(0, spreadsheet.length / 2);
  const dropped: RequestListener = (_, outgoing) => {
    outgoing.writeHead(200, { 'content-type': 'application/json', 'content-length': String(spreadsheet.length * 2) });
    outgoing.write(half, () => outgoing.destroy());
  };
  const packed = gzipSync(spreadsheet);
  it.each([
    ['in the middle of its JSON', says(half)],
    ['before its first byte', says('')],
    ['with its connection', dropped],
    ['while it is packed', says(packed.subarray(0, packed.length - 12), { 'content-encoding': 'gzip' })],
    ['by a proxy that asks for a sign-in', says('<html>proxy</html>', { 'content-type': 'text/html' })],
  ])('%s is asked for again, and in the end says to try later', async (_, answer) => {
    const mended = await open(answer, answer, says(spreadsheet));
    expect(await outcomeOf(mended)).toEqual(whole);
    expect(mended.requests()).toBe(3);
    const broken = await open(answer);
    expect(await outcomeOf(broken)).toBe('google/busy');
    expect(broken.requests()).toBe(3);
  });
});

describe('an answer that is whole and is not what was asked for', () => {
  const noData = JSON.stringify({ sheets: [{ properties: { title: '相談受付' } }] });
  it.each([
    ['without tabs', '{}'],
    ['of another kind', '"sheets"'],
    ['of nothing', 'null'],
    ['without the cells of a tab', noData],
  ])('%s is never taken for an empty workbook', async (_, body) => {
    expect(await outcomeOf(await open(says(body), says(spreadsheet)))).toEqual(whole);
    const broken = await open(says(body));
    expect(await outcomeOf(broken)).toBe('google/broken');
    expect(broken.requests()).toBe(3);
  });

  it('a tab that is a chart has no cells, and is no reason to doubt the others', async () => {
    const chart = { properties: { title: 'グラフ', sheetType: 'OBJECT' } };
    const { sheets } = JSON.parse(spreadsheet);
    expect(await outcomeOf(await open(says(JSON.stringify({ sheets: [chart, ...sheets] }))))).toEqual(whole);
  });
});

describe('an answer beyond what we read', () => {
  it('is stopped while it comes in, and not asked for again', async () => {
    const megabyte = ' '.repeat(1024 * 1024);
    let sent = 0;
    const endless: RequestListener = (_, outgoing) => {
      outgoing.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        sent += 1;
        if (!outgoing.destroyed && sent < 400) outgoing.write(megabyte, more);
      };
      more();
    };
    const world = await open(endless);
    expect(await outcomeOf(world)).toBe('google/too-large');
    expect(world.requests()).toBe(1);
    expect(sent).toBeLessThan(200);
  });

  it('more cells than we read elsewhere are too many, however few bytes they take', async () => {
    const row = `{"values":[${'{},'.repeat(9_999)}{"effectiveValue":{"boolValue":true}}]}`;
    const body = (rows: number) =>
      `{"sheets":[{"properties":{"title":"x"},"data":[{"rowData":[${Array(rows).fill(row).join(',')}]}]}]}`;
    expect(await outcomeOf(await open(says(body(301))))).toBe('google/too-large');
  });
});

describe('a sign-in that Google refuses', () => {
  it('is no fault of the workbook: the key is to be looked at', async () => {
    const world = await open(says('{"error":"invalid_grant"}', {}, 400));
    const auth = new OAuth2Client({
      clientId: 'c',
      clientSecret: 's',
      endpoints: { oauth2TokenUrl: `${world.rootUrl}token` },
    });
    auth.setCredentials({ refresh_token: 'r' });
    const patience = { retries: 1, firstWaitMilliseconds: 1 };
    const { drive, sheets } = createGoogleClients({ auth, rootUrl: world.rootUrl, patience });
    expect(await outcomeOf({ ...world, drive, sheets })).toBe('google/sign-in');
    await expect(findSharedFile(drive, 'A')).rejects.toMatchObject({ code: 'google/sign-in' });
  });
});

describe('what makes something new', () => {
  const creating = async (world: Awaited<ReturnType<typeof open>>) =>
    await world.sheets.spreadsheets.create({ requestBody: {} }).then(
      () => 'made',
      () => 'failed',
    );
  it('is not asked for again where it may have been made', async () => {
    for (const answer of [says('{', {}), says('{}', {}, 500), says('{}', {}, 503)]) {
      const world = await open(answer, says('{}'));
      expect(await creating(world)).toBe('failed');
      expect(world.requests()).toBe(1);
    }
  });

  it('is asked for again where Google refused to begin', async () => {
    expect(await creating(await open(says('{}', {}, 429), says('{}')))).toBe('made');
  });

  it('a write that says the same when said twice is asked for again', async () => {
    const world = await open(says('{"rep', {}), says('{}', {}, 500), says('{}'));
    await world.sheets.spreadsheets.batchUpdate({ spreadsheetId: 'A', requestBody: {} });
    expect(world.requests()).toBe(3);
  });
});
