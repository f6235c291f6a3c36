import { generateKeyPairSync } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { findAccount, GoogleAccessError, type GoogleWork, openGoogle } from '#functions/adapters/google/access.ts';
import { createGoogleClients } from '#functions/adapters/google/client.ts';
import { serveStandIn } from '../../../google/server.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../../../google/stand-in.ts';
import { folderWith } from '../folder/read-file.ts';
import { address, keyOf, privateKey, secrets, signedIn, spokenFor, writeKeyFile } from './key-files.ts';

let standIn: GoogleStandIn;
let server: Awaited<ReturnType<typeof serveStandIn>>;
let gcloud: string;

beforeEach(async () => {
  standIn = createGoogleStandIn();
  server = await serveStandIn(standIn);
  gcloud = await folderWith({});
  vi.stubEnv('CLOUDSDK_CONFIG', gcloud);
  vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
  vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', undefined);
  vi.stubEnv('KASANARI_KEY_FILE', undefined);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

const open = async (work: Partial<GoogleWork> = {}) =>
  await openGoogle({
    rootUrl: server.rootUrl,
    canWrite: false,
    patience: { retries: 0, firstWaitMilliseconds: 1 },
    ...work,
  });

/** Every spreadsheet's name, asked for with this access. */
async function listNames(
  access: Awaited<ReturnType<typeof openGoogle>>,
): Promise<readonly (string | null | undefined)[]> {
  const { data } = await createGoogleClients(access).drive.files.list({ fields: 'files(name)' });
  return (data.files ?? []).map(({ name }) => name);
}

async function refusal(work: Partial<GoogleWork>): Promise<{ code: string; message: string }> {
  try {
    await open(work);
  } catch (error) {
    if (!(error instanceof GoogleAccessError)) throw error;
    return { code: error.code, message: error.message };
  }
  throw new Error('Nothing was refused');
}

describe('who we are', () => {
  test('a service account by its key: its address is in the file, and Google gives a token for its signature', async () => {
    standIn.spreadsheets = [{ id: 'A', name: '台帳', version: '1', tabs: [] }];
    const keyFile = await writeKeyFile(keyOf());
    const access = await open({ keyFile });
    expect(access.own).toEqual({ kind: 'key', account: address, file: keyFile, setting: 'KASANARI_KEY_FILE' });
    expect(await findAccount(access)).toBe(address);
    expect(standIn.requests).toEqual([]);
    expect(await listNames(access)).toEqual(['台帳']);
    expect(standIn.requests).toEqual(['POST /token', 'GET /drive/v3/files']);
  });

  test('KASANARI_KEY_FILE goes before GOOGLE_APPLICATION_CREDENTIALS, and that before the sign-in with gcloud', async () => {
    await writeFile(join(gcloud, 'application_default_credentials.json'), JSON.stringify(signedIn));
    expect((await open()).own).toMatchObject({ kind: 'person', setting: 'gcloud auth application-default login' });
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', await writeKeyFile(keyOf()));
    expect((await open()).own).toMatchObject({ kind: 'key', setting: 'GOOGLE_APPLICATION_CREDENTIALS' });
    vi.stubEnv('KASANARI_KEY_FILE', await writeKeyFile(spokenFor));
    expect((await open()).own).toMatchObject({ kind: 'impersonation', setting: 'KASANARI_KEY_FILE' });
  });

  test('a person who signed in with gcloud: Drive tells the address', async () => {
    standIn.account = { address: 'fukushi@city.example.jp', name: '架空の担当' };
    const access = await open({ keyFile: await writeKeyFile(signedIn) });
    expect(access.own.account).toBeNull();
    expect(await findAccount(access)).toBe('fukushi@city.example.jp');
    expect(standIn.requests).toEqual(['POST /token', 'GET /drive/v3/about']);
  });

  test('where nobody tells the address, none is made up', async () => {
    standIn.account = { address: '', name: '' };
    expect(await findAccount(await open({ keyFile: await writeKeyFile(signedIn) }))).toBeNull();
  });

  test('a service account that a person speaks for', async () => {
    const access = await open({ keyFile: await writeKeyFile(spokenFor) });
    expect(await findAccount(access)).toBe(address);
    standIn.spreadsheets = [{ id: 'A', name: '台帳', version: '1', tabs: [] }];
    expect(await listNames(access)).toEqual(['台帳']);
    expect(standIn.requests).toEqual([
      'POST /token',
      `POST /v1/projects/-/serviceAccounts/${address}:generateAccessToken`,
      'GET /drive/v3/files',
    ]);
  });

  test('another identity, with the account that it may use', async () => {
    const federated = {
      type: 'external_account',
      audience: '//iam.googleapis.com/projects/1/locations/global/workloadIdentityPools/p/providers/q',
      subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
      token_url: 'https://sts.googleapis.com/v1/token',
      credential_source: { file: '/nowhere' },
      service_account_impersonation_url: spokenFor.service_account_impersonation_url,
    };
    const { own } = await open({ keyFile: await writeKeyFile(federated) });
    expect([own.kind, own.account]).toEqual(['federation', address]);
  });
});

describe('the least scopes', () => {
  const short = (scopes: readonly string[]) => scopes.map((scope) => scope.replace(/.*\/auth\//, ''));
  test.each([
    [{ canWrite: false }, ['spreadsheets.readonly', 'drive.metadata.readonly']],
    [{ canWrite: true }, ['spreadsheets', 'drive.metadata.readonly']],
    [{ canWrite: true, canCreate: true }, ['spreadsheets', 'drive.metadata.readonly', 'drive.file']],
  ])('%j', async (work, scopes) => {
    expect(short((await open({ keyFile: await writeKeyFile(keyOf()), ...work })).scopes)).toEqual(scopes);
  });

  test('who asked for reading only cannot write', async () => {
    standIn.spreadsheets = [
      { id: 'A', name: '台帳', version: '1', tabs: [{ tab: '会議', id: '0', rows: [], merges: [] }] },
    ];
    const { sheets } = createGoogleClients(await open({ keyFile: await writeKeyFile(keyOf()) }));
    const requestBody = {
      requests: [{ updateSheetProperties: { properties: { sheetId: 0, title: 'x' }, fields: 'title' } }],
    };
    await expect(sheets.spreadsheets.batchUpdate({ spreadsheetId: 'A', requestBody })).rejects.toMatchObject({
      status: 403,
    });
    expect((await sheets.spreadsheets.get({ spreadsheetId: 'A', fields: 'spreadsheetId' })).data.spreadsheetId).toBe(
      'A',
    );
  });
});

describe('a file that is no key is refused with a sentence', () => {
  const elliptic = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  }).privateKey;
  test.each<[why: string, content: unknown, code: string]>([
    ['an empty file', '', 'credentials/empty'],
    ['a file of blanks', '\uFEFF \n', 'credentials/empty'],
    ['a file that was cut', JSON.stringify(keyOf()).slice(0, 900), 'credentials/not-json'],
    ['the key alone', privateKey, 'credentials/not-json'],
    ['a file in UTF-16', Buffer.from(JSON.stringify(keyOf()), 'utf16le'), 'credentials/not-json'],
    ['a number', '12', 'credentials/other-type'],
    ['null', 'null', 'credentials/other-type'],
    ['another type', keyOf({ type: 'gdch_service_account' }), 'credentials/other-type'],
    ['no type', keyOf({ type: undefined }), 'credentials/other-type'],
    ['a type that every object has', keyOf({ type: 'constructor' }), 'credentials/other-type'],
    ['the file of an OAuth client', { installed: { client_secret: 'a-client-secret' } }, 'credentials/oauth-client'],
    ['the file of a web client', { web: { client_secret: 'a-client-secret' } }, 'credentials/oauth-client'],
    [
      'an identity that the library does not take',
      { type: 'external_account', audience: 'x', token_url: 'x', credential_source: {} },
      'credentials/other-type',
    ],
    ['no private key', keyOf({ private_key: undefined }), 'credentials/incomplete'],
    ['no address', keyOf({ client_email: ' ' }), 'credentials/incomplete'],
    ['a sign-in without its token', { ...signedIn, refresh_token: '' }, 'credentials/incomplete'],
    ['a private key that was cut', keyOf({ private_key: privateKey.slice(0, 400) }), 'credentials/broken-key'],
    [
      'a private key without line breaks',
      keyOf({ private_key: privateKey.replaceAll('\n', '') }),
      'credentials/broken-key',
    ],
    ['a key of another kind', keyOf({ private_key: elliptic }), 'credentials/broken-key'],
  ])('%s', async (_, content, code) => {
    const keyFile = await writeKeyFile(content);
    const refused = await refusal({ keyFile });
    expect(refused.code).toBe(code);
    expect(refused.message).toContain(keyFile);
    expect(refused.message).toMatch(/。 .+\.$/);
    expect(refused.message).not.toMatch(/[{}]|undefined/);
    expect(secrets.filter((secret) => refused.message.includes(secret))).toEqual([]);
  });

  test('what is missing is named', async () => {
    const { message } = await refusal({
      keyFile: await writeKeyFile(keyOf({ private_key: '', client_email: undefined })),
    });
    expect(message).toContain('client_email, private_key');
  });

  test('no such file, a folder in its place, nothing at all', async () => {
    const folder = await folderWith({});
    expect((await refusal({ keyFile: join(folder, 'none.json') })).code).toBe('credentials/missing');
    expect((await refusal({ keyFile: folder })).code).toBe('credentials/not-a-file');
    expect((await refusal({})).code).toBe('credentials/none');
  });

  test('a key pasted into the environment is not repeated', async () => {
    for (const pasted of [JSON.stringify(keyOf()), privateKey]) {
      vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', pasted);
      const { code, message } = await refusal({});
      expect(code).toBe('credentials/pasted');
      expect(secrets.filter((secret) => message.includes(secret))).toEqual([]);
    }
  });

  test('a byte order mark, as Notepad writes it, does no harm', async () => {
    const access = await open({ keyFile: await writeKeyFile(`\uFEFF${JSON.stringify(keyOf())}`) });
    expect(access.own.account).toBe(address);
  });
});

test('nothing secret is in what can be logged of the access, or of a refusal by Google', async () => {
  standIn.keyTrouble = 'Invalid JWT Signature.';
  const access = await open({ keyFile: await writeKeyFile(keyOf()) });
  const error = await listNames(access).then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Error);
  const logged = [JSON.stringify(access.own), String(error), JSON.stringify(error)].join('\n');
  expect(secrets.filter((secret) => logged.includes(secret))).toEqual([]);
});

test('a machine of Google tells its own account', async () => {
  vi.stubEnv('METADATA_SERVER_DETECTION', 'assume-present');
  vi.stubEnv('GCE_METADATA_HOST', new URL(server.rootUrl).host);
  standIn.spreadsheets = [{ id: 'A', name: '台帳', version: '1', tabs: [] }];
  const access = await open();
  expect(access.own).toEqual({ kind: 'machine', account: null, file: null, setting: '' });
  expect(await findAccount(access)).toBe(address);
  expect(await listNames(access)).toEqual(['台帳']);
});
