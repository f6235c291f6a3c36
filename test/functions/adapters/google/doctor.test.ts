import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openGoogle } from '#functions/adapters/google/access.ts';
import { askDrive, askNetwork, askSharedFiles, askSheets, askToken } from '#functions/adapters/google/doctor.ts';
import { troubleWithApi, troubleWithToken } from '#functions/adapters/google/doctor-answers.ts';
import { serveStandIn } from '../../../google/server.ts';
import { createGoogleStandIn } from '../../../google/stand-in.ts';
import { keyOf, signedIn, spokenFor, writeKeyFile } from './key-files.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const server of open.splice(0)) await server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function openStandIn(content: unknown = keyOf(), canWrite = true) {
  const standIn = createGoogleStandIn();
  const server = await serveStandIn(standIn);
  open.push(server);
  const access = await openGoogle({
    rootUrl: server.rootUrl,
    keyFile: await writeKeyFile(content),
    canWrite,
    patience: { retries: 0, firstWaitMilliseconds: 1 },
  });
  return { standIn, access, rootUrl: server.rootUrl };
}

describe('the network', () => {
  test('an answer brings the time of Google', async () => {
    const { standIn, rootUrl } = await openStandIn();
    standIn.aheadMilliseconds = 600_000;
    const asked = await askNetwork(rootUrl);
    if ('trouble' in asked) throw new Error('expected an answer');
    const { googleTime, host } = asked.answer;
    expect(host).toBe(new URL(rootUrl).host);
    expect(Math.round(((googleTime?.getTime() ?? 0) - Date.now()) / 60_000)).toBe(10);
  });

  test('an answer without a time is an answer', async () => {
    const rootUrl = await serve((_, response) => {
      response.sendDate = false;
      response.end();
    });
    expect(await askNetwork(rootUrl)).toEqual({ answer: { googleTime: null, host: new URL(rootUrl).host } });
  });

  test('nobody listens, or the connection is cut', async () => {
    const cut = await serve((request) => request.socket.destroy());
    expect(await askNetwork(cut)).toMatchObject({ trouble: { kind: 'network', cause: 'closed', code: 'ECONNRESET' } });
    for (const server of open.splice(0)) await server.close();
    expect(await askNetwork(cut)).toEqual({
      trouble: { kind: 'network', cause: 'closed', host: new URL(cut).host, code: 'ECONNREFUSED' },
    });
  });

  test.each(['ENOTFOUND', 'EAI_AGAIN'])('a name that is not found: %s', (code) => {
    const url = new URL('https://sheets.googleapis.com/');
    const error = Object.assign(new Error('getaddrinfo failed'), { config: { url }, code });
    expect(troubleWithApi(error)).toEqual({ kind: 'network', cause: 'dns', host: 'sheets.googleapis.com', code });
  });

  test('a proxy that wants to know who we are', async () => {
    const rootUrl = await serve((_, response) => response.writeHead(407).end());
    expect(await askNetwork(rootUrl)).toMatchObject({ trouble: { kind: 'network', cause: 'proxy', code: '407' } });
  });

  describe('to Google itself', () => {
    const answering = async (...responses: Parameters<typeof HttpResponse.text>) => {
      const google = setupServer(
        http.get('https://*.googleapis.com/generate_204', () => HttpResponse.text(...responses)),
      );
      google.listen({ onUnhandledRequest: 'error' });
      open.push({ close: () => google.close() });
      return await askNetwork(null);
    };
    const page = { 'content-type': 'text/html; charset=Shift_JIS' };

    test('is open, whether or not it knows the question', async () => {
      expect(await answering(null, { status: 204 })).toMatchObject({ answer: { host: 'www.googleapis.com' } });
      expect(await answering('Not Found', { status: 404, headers: page })).toMatchObject({ answer: {} });
    });

    test.each([200, 302, 403, 503])('ends at a page of the internal network (%s)', async (status) => {
      expect(await answering('庁内規定により', { status, headers: page })).toEqual({
        trouble: { kind: 'network', cause: 'portal', host: 'oauth2.googleapis.com', code: String(status) },
      });
    });
  });

  test('a certificate of somebody in between', () => {
    const error = Object.assign(new Error('self-signed certificate in certificate chain'), {
      config: { url: new URL('https://oauth2.googleapis.com/token') },
      code: 'SELF_SIGNED_CERT_IN_CHAIN',
    });
    expect(troubleWithToken(error)).toEqual({
      kind: 'network',
      cause: 'certificate',
      host: 'oauth2.googleapis.com',
      code: 'SELF_SIGNED_CERT_IN_CHAIN',
    });
  });

  test('no answer in time', () => {
    const error = Object.assign(new Error('The operation was aborted.'), {
      config: { url: 'https://sheets.googleapis.com/' },
    });
    expect(troubleWithApi(error)).toEqual({ kind: 'network', cause: 'late', host: 'sheets.googleapis.com', code: '' });
  });

  test('a bug of ours is no trouble of the network', () => {
    expect(() => troubleWithApi(new TypeError('undefined is not a function'))).toThrow(TypeError);
  });
});

describe('the sign-in', () => {
  test('is accepted', async () => {
    const { access } = await openStandIn();
    expect(await askToken(access)).toEqual({ answer: { scopes: null } });
  });

  test.each([
    ['Invalid JWT Signature.', 'signature'],
    ['Invalid grant: account not found', 'account'],
  ] as const)('%s', async (keyTrouble, cause) => {
    const { standIn, access } = await openStandIn();
    standIn.keyTrouble = keyTrouble;
    expect(await askToken(access)).toEqual({ trouble: { kind: 'token', cause, status: 400 } });
  });

  test('with a clock that is an hour off', async () => {
    const { standIn, access } = await openStandIn();
    standIn.aheadMilliseconds = -3_600_000;
    expect(await askToken(access)).toEqual({ trouble: { kind: 'clock' } });
  });

  test.each([
    ['{"error":"invalid_grant","error_description":"Token has been expired or revoked."}', 'revoked'],
    ['{"error":"invalid_grant","error_subtype":"invalid_rapt","error_description":"reauth related error"}', 'revoked'],
    ['{"error":"invalid_client","error_description":"The OAuth client was not found."}', 'refused'],
  ])('of a person: %s', async (body, cause) => {
    const rootUrl = await serve((_, response) =>
      response.writeHead(400, { 'content-type': 'application/json' }).end(body),
    );
    const access = await openGoogle({ rootUrl, keyFile: await writeKeyFile(signedIn), canWrite: false });
    expect(await askToken(access)).toEqual({ trouble: { kind: 'token', cause, status: 400 } });
  });

  test('as somebody for whom we may not speak', async () => {
    const rootUrl = await serve((request, response) => {
      const isToken = request.url === '/token';
      const message = "Permission 'iam.serviceAccounts.getAccessToken' denied on resource (or it may not exist).";
      response.writeHead(isToken ? 200 : 403, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(
          isToken
            ? { access_token: 'a-token', expires_in: 3599, token_type: 'Bearer' }
            : { error: { code: 403, message, status: 'PERMISSION_DENIED' } },
        ),
      );
    });
    const access = await openGoogle({ rootUrl, keyFile: await writeKeyFile(spokenFor), canWrite: false });
    expect(await askToken(access)).toEqual({ trouble: { kind: 'token', cause: 'impersonation', status: 403 } });
  });

  test('of a person says what was allowed', async () => {
    const rootUrl = await serve((_, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(
          '{"access_token":"a-token","expires_in":3599,"token_type":"Bearer","scope":"openid https://example.com/a"}',
        ),
    );
    const access = await openGoogle({ rootUrl, keyFile: await writeKeyFile(signedIn), canWrite: false });
    expect(await askToken(access)).toEqual({ answer: { scopes: ['openid', 'https://example.com/a'] } });
  });
});

describe('Drive and Sheets', () => {
  test('answer, and Drive knows us', async () => {
    const { standIn, access } = await openStandIn();
    expect([await askDrive(access), await askSheets(access), await askSharedFiles(access)]).toEqual([
      { answer: { account: standIn.account.address } },
      { answer: null },
      { answer: new Map() },
    ]);
  });

  test('are disabled in the project: its number is in the answer', async () => {
    const { standIn, access } = await openStandIn();
    standIn.disabledApis.add('drive').add('sheets');
    const project = '123456789012';
    expect([await askDrive(access), await askSheets(access), await askSharedFiles(access)]).toEqual([
      { trouble: { kind: 'api-disabled', service: 'drive.googleapis.com', project } },
      { trouble: { kind: 'api-disabled', service: 'sheets.googleapis.com', project } },
      { trouble: { kind: 'api-disabled', service: 'drive.googleapis.com', project } },
    ]);
  });

  test('are not among what was allowed', async () => {
    const { standIn, access } = await openStandIn(signedIn);
    standIn.scopes = ['userinfo.email'];
    expect([await askDrive(access), await askSheets(access)]).toEqual([
      { trouble: { kind: 'scope' } },
      { trouble: { kind: 'scope' } },
    ]);
  });

  test.each([
    [429, { kind: 'busy', status: 429 }],
    [503, { kind: 'busy', status: 503 }],
    [403, { kind: 'refused', status: 403 }],
    [401, { kind: 'refused', status: 401 }],
    ['no-connection', { kind: 'network', cause: 'closed' }],
  ] as const)('answer %s', async (status, trouble) => {
    const { standIn, access } = await openStandIn();
    standIn.faults = [{ path: /^\/(?:v4|drive)\//, status, times: 9 }];
    expect(await askSheets(access)).toMatchObject({ trouble });
    expect(await askDrive(access)).toMatchObject({ trouble });
    expect(await askSharedFiles(access)).toMatchObject({ trouble });
  });

  test('a sign-in that names no project for its quota', async () => {
    const { standIn, access } = await openStandIn(signedIn);
    const message =
      'Your application is authenticating by using local Application Default Credentials. The sheets.googleapis.com API requires a quota project, which is not set by default.';
    standIn.faults = [{ path: /^\/v4\//, status: 403, times: 9, more: { message, reason: 'accessNotConfigured' } }];
    expect(await askSheets(access)).toEqual({ trouble: { kind: 'quota-project' } });
  });
});
