import { generateKeyPairSync } from 'node:crypto';
import { JWT } from 'googleapis-common';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAsk, refusalOf } from './ask.ts';
import { createGoogleStandIn, type GoogleStandIn, token } from './stand-in.ts';

let standIn: GoogleStandIn;
beforeEach(() => {
  standIn = createGoogleStandIn();
  const tabs = [{ tab: '相談受付', id: '0', rows: [], merges: [] }];
  standIn.spreadsheets = [{ id: 'A', name: '架空のデータ', version: '7', tabs }];
});
const requests = [{ addSheet: {} }];
const write = (bearer = token) => createAsk(standIn, bearer)('POST', '/v4/spreadsheets/A:batchUpdate', { requests });
const read = (bearer = token) => createAsk(standIn, bearer)('GET', '/v4/spreadsheets/A');

describe('who may do what', () => {
  it('a token that Google did not give is refused', async () => {
    expect(await refusalOf(read('mine'))).toMatch(/^401 Request had invalid authentication credentials/);
  });

  it('a scope for reading is not enough for writing', async () => {
    standIn.scopes = ['spreadsheets.readonly'];
    expect((await read()).status).toBe(200);
    const refused = await write();
    expect(refused).toMatchObject({
      status: 403,
      body: { error: { details: [{ reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT' }] } },
    });
    expect(await refusalOf(createAsk(standIn)('GET', '/drive/v3/files'))).toMatch(/^403 .*scopes/);
  });

  it('an API that nobody enabled says where to enable it', async () => {
    standIn.disabledApis.add('sheets');
    expect(await read()).toMatchObject({
      status: 403,
      body: {
        error: {
          message: expect.stringMatching(
            /^Google Sheets API has not been used in project \d+ before or it is disabled/,
          ),
          errors: [{ reason: 'accessNotConfigured' }],
          details: [{ reason: 'SERVICE_DISABLED' }],
        },
      },
    });
    expect((await createAsk(standIn)('GET', '/drive/v3/files')).status).toBe(200);
  });
});

describe('a key', () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const createClient = (useJWTAccessWithScope: boolean) => {
    const scopes = ['https://www.googleapis.com/auth/spreadsheets.readonly'];
    const client = new JWT({ email: standIn.account.address, key, scopes });
    client.useJWTAccessWithScope = useJWTAccessWithScope;
    return client;
  };
  const bearerOf = async () => {
    const headers = await createClient(true).getRequestHeaders('https://sheets.googleapis.com/');
    return String(headers.get('authorization')).slice('Bearer '.length);
  };
  const assertion = async () => await bearerOf();
  const exchange = async () => {
    const body = new URLSearchParams({
      grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
      assertion: await assertion(),
    });
    const response = await standIn.answer(new Request('https://oauth2.googleapis.com/token', { method: 'POST', body }));
    return (await response?.json()) as Record<string, string>;
  };

  it('signs for itself, with its scopes', async () => {
    const bearer = await bearerOf();
    expect((await read(bearer)).status).toBe(200);
    expect((await write(bearer)).status).toBe(403);
  });

  it('is exchanged for a token with its scopes', async () => {
    const { access_token: bearer = '' } = await exchange();
    expect((await read(bearer)).status).toBe(200);
    expect((await write(bearer)).status).toBe(403);
  });

  it('is refused where clocks are more than five minutes apart, and when it is no key of Google’s', async () => {
    standIn.aheadMilliseconds = 70 * 60_000;
    expect(await exchange()).toEqual({
      error: 'invalid_grant',
      error_description: expect.stringMatching(/^Invalid JWT: Token must be a short-lived token \(60 minutes\)/),
    });
    expect(await refusalOf(read(await bearerOf()))).toMatch(/^401/);
    standIn.aheadMilliseconds = -6 * 60_000;
    expect((await exchange()).error).toBe('invalid_grant');
    standIn.aheadMilliseconds = -4 * 60_000;
    expect((await exchange()).error).toBeUndefined();
    standIn.keyTrouble = 'Invalid JWT Signature.';
    expect(await exchange()).toEqual({ error: 'invalid_grant', error_description: 'Invalid JWT Signature.' });
  });
});
