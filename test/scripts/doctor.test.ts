/** npm run doctor: each trouble with its sentence, what cannot be known then, and nothing secret in any output. 架空のデータ. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '#functions/adapters/clock.ts';
import { type DoctorStep, settingHints } from '#sheets-schema/vocabulary/messages/doctor.ts';
import { describeSteps, stepsAsJson } from '../../scripts/doctor/describe.ts';
import { type Examined, examine, type Questions } from '../../scripts/doctor/examine.ts';
import { folderWith } from '../functions/adapters/folder/read-file.ts';
import { address, keyOf, secrets, signedIn, writeKeyFile } from '../functions/adapters/google/key-files.ts';
import { serveStandIn } from '../google/server.ts';
import type { StandInSpreadsheet } from '../google/spreadsheets.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../google/stand-in.ts';
import { runScript } from './run-script.ts';
import { writeSmallWorkbook } from './workbooks.ts';

let standIn: GoogleStandIn;
let server: Awaited<ReturnType<typeof serveStandIn>>;
let folder: string;
let environment: Record<string, string | undefined>;
const outputs: string[] = [];

beforeEach(async () => {
  outputs.length = 0;
  standIn = createGoogleStandIn();
  standIn.spreadsheets = [registry([himi, funahashi]), himi, funahashi];
  server = await serveStandIn(standIn);
  folder = await folderWith({});
  vi.stubEnv('CLOUDSDK_CONFIG', await folderWith({}));
  vi.stubEnv('METADATA_SERVER_DETECTION', 'none');
  for (const name of ['GOOGLE_APPLICATION_CREDENTIALS', 'KASANARI_KEY_FILE', 'KASANARI_STORE', 'KASANARI_REGISTRY'])
    vi.stubEnv(name, undefined);
  environment = {
    KASANARI_STORE: folder,
    KASANARI_REGISTRY: 'https://docs.google.com/spreadsheets/d/registry/edit',
    KASANARI_KEY_FILE: await writeKeyFile(keyOf()),
    KASANARI_GOOGLE_ROOT_URL: server.rootUrl,
  };
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
  expect(secrets.filter((secret) => outputs.some((output) => output.includes(secret)))).toEqual([]);
});

const himi: StandInSpreadsheet = { id: 'himi', name: '氷見市社協の台帳', version: '1', tabs: [emptyTab('相談受付')] };
const funahashi: StandInSpreadsheet = {
  id: 'funahashi',
  name: '舟橋村の台帳',
  version: '1',
  tabs: [emptyTab('相談受付')],
};

function emptyTab(tab: string) {
  return { tab, id: '0', rows: [], merges: [] };
}

function registry(
  workbooks: readonly StandInSpreadsheet[],
  change: Partial<StandInSpreadsheet> = {},
): StandInSpreadsheet {
  const header = ['市区町村コード', '報告機関名', 'ブック', '連絡先'];
  const rows = workbooks.map(({ id, name }) => [
    '162051',
    name,
    `https://docs.google.com/spreadsheets/d/${id}/edit`,
    'secret-contact@city.example.jp',
  ]);
  const tab = { ...emptyTab('登録'), rows: [header, ...rows] };
  return { id: 'registry', name: '登録簿', version: '1', sharing: 'viewer', tabs: [tab], ...change };
}

async function look(change: Partial<Questions> = {}): Promise<Examined> {
  const examined = await examine({ environment, workbooks: null, targets: [], clock: systemClock, ...change });
  outputs.push(describeSteps(examined.steps), JSON.stringify(stepsAsJson(examined.steps, examined.account)));
  return examined;
}

/** Steps as 'account: well', with the code where it says more. */
function outcomes({ steps }: Examined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    steps.map(({ step, outcome, code }) => [step, outcome === 'trouble' ? `trouble ${code}` : outcome]),
  );
}

const allWell: Readonly<Record<DoctorStep, string>> = {
  settings: 'well',
  account: 'well',
  network: 'well',
  clock: 'well',
  token: 'well',
  scopes: 'well',
  drive: 'well',
  sheets: 'well',
  registry: 'well',
  workbooks: 'well',
  store: 'well',
};

/** These steps left out, the one to mend, and all others well. */
function trouble(step: DoctorStep, code: string, unchecked: readonly DoctorStep[]): Readonly<Record<string, string>> {
  const left = Object.fromEntries(unchecked.map((each) => [each, 'unchecked']));
  return { ...allWell, ...left, [step]: `trouble ${code}` };
}

const beyondSignIn = ['scopes', 'drive', 'sheets', 'registry', 'workbooks'] as const;

describe('where all is well', () => {
  test('every step says so, in words beside the mark, and names the address to share with', async () => {
    const examined = await look();
    expect(outcomes(examined)).toEqual(allWell);
    expect(examined.account).toBe(address);
    const [text = ''] = outputs;
    expect(text).toContain(
      `✓ できています well: Google に名のるアカウント Account for Google\n    サービスアカウント ${address} の`,
    );
    expect(text).toContain('登録簿「登録簿」を読めました。有効なブックは2件です。');
    expect(text.trimEnd().split('\n').at(-1)).toBe('すべてできています。 All is well.');
  });

  test('Google is asked little, nothing is written, and nobody else is named', async () => {
    await look();
    expect(standIn.requests.filter((request) => request.startsWith('GET /v4/'))).toEqual([
      'GET /v4/spreadsheets/kasanari-doctor',
      'GET /v4/spreadsheets/registry',
    ]);
    expect(standIn.writes('sheets') + standIn.writes('drive')).toBe(0);
    expect(outputs.join('')).not.toContain('secret-contact');
  });

  test('what was tried in the store is gone again', async () => {
    await look();
    const { createFolderStore } = await import('#functions/adapters/folder/store.ts');
    expect(await createFolderStore(folder).listPointers('')).toEqual([]);
  });

  test('a workbook asked for by its id, without a registry', async () => {
    environment = { ...environment, KASANARI_REGISTRY: '' };
    const targets = [{ place: { kind: 'spreadsheet', id: 'himi' as never }, officeName: null, folder } as const];
    expect(outcomes(await look({ targets }))).toEqual({ ...allWell, registry: 'unneeded' });
  });

  test('a person who signed in with gcloud is told the address by Drive', async () => {
    environment = { ...environment, KASANARI_KEY_FILE: await writeKeyFile(signedIn) };
    standIn.account = { address: 'fukushi@city.example.jp', name: '架空の担当' };
    expect((await look()).account).toBe('fukushi@city.example.jp');
  });

  test('a bucket is tried, too', async () => {
    environment = { ...environment, KASANARI_STORE: 'gs://kasanari-test/towns' };
    expect(outcomes(await look())).toEqual(allWell);
    expect(standIn.requests.filter((request) => request.includes('/storage/'))).toContain(
      'POST /upload/storage/v1/b/kasanari-test/o',
    );
  });
});

describe('on the way to Google', () => {
  test('no account', async () => {
    environment = { ...environment, KASANARI_KEY_FILE: '' };
    expect(outcomes(await look())).toEqual(trouble('account', 'credentials/none', ['token', ...beyondSignIn]));
  });

  test('a key file that is none', async () => {
    environment = { ...environment, KASANARI_KEY_FILE: await writeKeyFile('-----BEGIN') };
    expect(outcomes(await look())).toEqual(trouble('account', 'credentials/not-json', ['token', ...beyondSignIn]));
  });

  test('no way out of the building: what does not need the network is still looked at', async () => {
    await server.close();
    expect(outcomes(await look())).toEqual(trouble('network', 'network/closed', ['clock', 'token', ...beyondSignIn]));
    expect(outputs[0]).toContain('oauth2.googleapis.com、sheets.googleapis.com、www.googleapis.com への HTTPS');
  });

  test.each([
    [17, 'clock/behind', '17分遅れています'],
    [-17, 'clock/ahead', '17分進んでいます'],
    [5, 'clock/behind', '5分遅れています'],
  ])('a clock that is %s minutes off', async (minutes, code, words) => {
    standIn.aheadMilliseconds = minutes * 60_000;
    expect(outcomes(await look())).toEqual(trouble('clock', code, ['token', ...beyondSignIn]));
    expect(outputs[0]).toContain(words);
  });

  test('a clock that is four minutes off is good enough', async () => {
    standIn.aheadMilliseconds = 4 * 60_000;
    expect(outcomes(await look())).toEqual(allWell);
  });

  test('a key that was deleted', async () => {
    standIn.keyTrouble = 'Invalid JWT Signature.';
    expect(outcomes(await look())).toEqual(trouble('token', 'token/signature', beyondSignIn));
    expect(outputs[0]).toContain(`${address} を開き、「キー」で新しいキー`);
  });

  test('an account that was deleted', async () => {
    standIn.keyTrouble = 'Invalid grant: account not found';
    expect(outcomes(await look())).toEqual(trouble('token', 'token/account', beyondSignIn));
  });

  test('a sign-in that does not allow enough: the command to sign in again', async () => {
    environment = { ...environment, KASANARI_KEY_FILE: await writeKeyFile(signedIn) };
    standIn.scopes = ['userinfo.email'];
    expect(outcomes(await look())).toEqual(
      trouble('scopes', 'scopes/person', ['drive', 'sheets', 'registry', 'workbooks']),
    );
    expect(outputs[0]).toContain('gcloud auth application-default login --scopes=openid,');
    expect(outputs[0]).toContain('https://www.googleapis.com/auth/spreadsheets,');
  });

  test('the Drive API is disabled: where to enable it', async () => {
    standIn.disabledApis.add('drive');
    expect(outcomes(await look())).toEqual(trouble('drive', 'drive/disabled', ['registry', 'workbooks']));
    expect(outputs[0]).toContain('プロジェクト 123456789012 で、Drive API が無効です');
    expect(outputs[0]).toContain(
      'https://console.cloud.google.com/apis/library/drive.googleapis.com?project=123456789012',
    );
  });

  test('the Sheets API is disabled', async () => {
    standIn.disabledApis.add('sheets');
    expect(outcomes(await look())).toEqual(trouble('sheets', 'sheets/disabled', ['registry', 'workbooks']));
  });

  test('both are disabled: both are said', async () => {
    standIn.disabledApis.add('drive').add('sheets');
    expect(outcomes(await look())).toEqual({
      ...trouble('drive', 'drive/disabled', ['registry', 'workbooks']),
      sheets: 'trouble sheets/disabled',
    });
  });

  test('Google is busy: no setting is blamed', async () => {
    standIn.faults = [{ path: /^\/drive\/v3\/about/, status: 429, times: 99 }];
    expect(outcomes(await look())).toEqual(trouble('drive', 'api/busy', ['registry', 'workbooks']));
  });
});

describe('the registry and its workbooks', () => {
  test('a registry that is not shared: with whom', async () => {
    standIn.spreadsheets = [registry([himi], { sharing: 'none' }), himi];
    expect(outcomes(await look())).toEqual(trouble('registry', 'registry/not-shared', ['workbooks']));
    expect(outputs[0]).toContain(`「共有」で ${address} を「閲覧者」として`);
  });

  test('a registry without its tab', async () => {
    standIn.spreadsheets = [registry([], { tabs: [emptyTab('メモ')] })];
    expect(outcomes(await look())).toEqual(trouble('registry', 'registry/trouble', ['workbooks']));
  });

  test('a row that names no spreadsheet', async () => {
    const rows = [
      ['市区町村コード', '報告機関名', 'ブック'],
      ['162051', '氷見市社協', 'https://docs.google.com/document/d/abc/edit'],
    ];
    standIn.spreadsheets = [registry([], { tabs: [{ ...emptyTab('登録'), rows }] })];
    const examined = await look();
    expect(outcomes(examined)).toEqual({ ...trouble('registry', 'registry/findings', []), workbooks: 'unneeded' });
    expect(outputs[0]).toContain('登録 C2: ');
  });

  test('each workbook that is out of reach, with what its people have to do', async () => {
    const seen: StandInSpreadsheet = { ...himi, id: 'seen', name: '閲覧だけ', sharing: 'viewer' };
    const binned: StandInSpreadsheet = { ...himi, id: 'binned', name: '捨てた台帳', isTrashed: true };
    const excel: StandInSpreadsheet = { ...himi, id: 'excel', name: '台帳.xlsx', isExcelFile: true };
    const gone: StandInSpreadsheet = { ...himi, id: 'gone', name: '見えない台帳', sharing: 'none' };
    standIn.spreadsheets = [registry([himi, seen, binned, excel, gone]), himi, seen, binned, excel, gone];
    const examined = await look();
    expect(outcomes(examined)).toEqual(trouble('workbooks', 'workbooks/trouble', []));
    const workbooks = examined.steps.find(({ step }) => step === 'workbooks');
    expect(workbooks?.facts).toEqual({ count: 5, bad: 4 });
    expect(workbooks?.remarks.map(({ code, facts }) => [code, facts.name])).toEqual([
      ['workbook/view-only', '閲覧だけ'],
      ['workbook/in-bin', '捨てた台帳'],
      ['workbook/not-a-spreadsheet', '台帳.xlsx'],
      ['workbook/not-shared', '見えない台帳'],
    ]);
    expect(outputs[0]).toContain(
      `「見えない台帳」が共有されていません（または消されています）。スプレッドシートの「共有」で ${address} を「編集者」として足してください。`,
    );
  });

  test('one that is open to whoever has the link is within reach; where Google is busy, nobody is blamed', async () => {
    const open: StandInSpreadsheet = { ...himi, sharing: 'link' };
    standIn.spreadsheets = [registry([open]), open];
    environment = { ...environment, KASANARI_FEEDBACK: 'off' };
    expect(outcomes(await look())).toEqual(allWell);
    standIn.faults = [{ path: /^\/drive\/v3\/files\/himi/, status: 429, times: 99 }];
    expect(outcomes(await look())).toEqual(trouble('workbooks', 'api/busy', []));
  });

  test('where nothing is written back, to be able to look is enough', async () => {
    environment = { ...environment, KASANARI_FEEDBACK: 'off' };
    const seen: StandInSpreadsheet = { ...himi, sharing: 'viewer' };
    standIn.spreadsheets = [registry([seen]), seen];
    expect(outcomes(await look())).toEqual(allWell);
    expect(outputs[0]).toContain('読み取りだけの権限で動いています');
  });
});

describe('settings and store', () => {
  const everythingElse = (Object.keys(allWell) as DoctorStep[]).filter((step) => step !== 'settings');

  test('nothing is set: what to set first', async () => {
    environment = {};
    expect(outcomes(await look())).toEqual(trouble('settings', 'settings/none', everythingElse));
    expect(outputs[0]).toContain('KASANARI_STORE');
    expect(outputs[0]).toContain('KASANARI_REGISTRY');
    expect(outputs[0]).toContain('先に「設定」を直すと、確かめられます。');
  });

  test('a setting that cannot be used', async () => {
    environment = { ...environment, KASANARI_GOOGLE_ROOT_URL: 'proxy' };
    expect(outcomes(await look())).toEqual(trouble('settings', 'settings/wrong', everythingElse));
    expect(outputs[0]).toContain('・KASANARI_GOOGLE_ROOT_URL: https:// で始まる中継サーバーのアドレスを書きます。');
    expect(outputs[0]).toContain('KASANARI_GOOGLE_ROOT_URL is no address');
  });

  test('a key pasted into a setting is not repeated', async () => {
    environment = { ...environment, KASANARI_KEY_FILE: JSON.stringify(keyOf()) };
    expect(outcomes(await look())).toEqual(trouble('settings', 'settings/wrong', everythingElse));
    expect(outputs[0]).toContain('キーの中身は書きません');
  });

  test('each setting has its hint in Japanese', () => {
    const source = readFileSync(new URL('../../functions/settings.ts', import.meta.url), 'utf8');
    const names = [
      ...new Set([...source.matchAll(/^ {2}(KASANARI_[A-Z_]+): \w+Setting,$/gm)].map(([, name = '']) => name)),
    ];
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => settingHints[name] === undefined)).toEqual([]);
  });

  test('a key is set and nothing else: the way to Google is looked at all the same', async () => {
    const { KASANARI_KEY_FILE, KASANARI_GOOGLE_ROOT_URL } = environment;
    environment = { KASANARI_KEY_FILE, KASANARI_GOOGLE_ROOT_URL };
    expect(outcomes(await look())).toEqual({
      ...allWell,
      settings: 'trouble settings/none',
      registry: 'trouble registry/none',
      workbooks: 'unchecked',
      store: 'trouble store/none',
    });
  });

  test('the store is a file, or a folder that the first run makes', async () => {
    await writeFile(join(folder, 'file'), '');
    environment = { ...environment, KASANARI_STORE: join(folder, 'file') };
    expect(outcomes(await look())).toEqual(trouble('store', 'store/not-a-folder', []));
    environment = { ...environment, KASANARI_STORE: join(folder, 'new', 'store') };
    expect(outcomes(await look())).toEqual(allWell);
  });

  test('a bucket that we may not write to', async () => {
    environment = { ...environment, KASANARI_STORE: 'gs://kasanari-test' };
    standIn.faults = [{ path: /^\/upload\//, status: 403, times: 9 }];
    expect(outcomes(await look())).toEqual(trouble('store', 'store/forbidden', []));
    expect(outputs[0]).toContain(`${address} に役割「Storage オブジェクト管理者」`);
    standIn.faults = [{ path: /^\/upload\//, status: 404, times: 9 }];
    expect(outcomes(await look())).toEqual(trouble('store', 'store/missing', []));
  });
});

describe('without Google', () => {
  const onGoogle = ['account', 'network', 'clock', 'token', 'scopes', 'drive', 'sheets'];
  const notNeeded = Object.fromEntries(onGoogle.map((step) => [step, 'unneeded']));

  test('a folder of workbooks needs no account', async () => {
    const workbooks = join(folder, 'workbooks');
    await writeSmallWorkbook(workbooks, '氷見市');
    environment = { KASANARI_STORE: join(folder, 'store'), KASANARI_WORKBOOKS: workbooks };
    expect(outcomes(await look())).toEqual({ ...allWell, ...notNeeded, workbooks: 'unneeded' });
    expect(outputs[0]).toContain('－ 必要ありません not needed: Google に名のるアカウント');
    expect(standIn.requests).toEqual([]);
  });

  test('an empty folder, and one that is not there', async () => {
    environment = { KASANARI_STORE: join(folder, 'store'), KASANARI_WORKBOOKS: folder };
    expect(outcomes(await look()).registry).toBe('trouble registry/empty-folder');
    environment = { ...environment, KASANARI_WORKBOOKS: join(folder, 'nowhere') };
    expect(outcomes(await look()).registry).toBe('trouble registry/trouble');
  });

  test('a registry in a file, of files; one of them is missing', async () => {
    await writeSmallWorkbook(folder, '氷見市');
    const lines = ['市区町村コード,報告機関名,ブック', '162051,氷見市社協,氷見市', '163210,舟橋村社協,舟橋村.xlsx'];
    await writeFile(join(folder, '登録.csv'), `\uFEFF${lines.join('\r\n')}\r\n`);
    environment = { KASANARI_STORE: join(folder, 'store'), KASANARI_REGISTRY: join(folder, '登録.csv') };
    const examined = await look();
    expect(outcomes(examined)).toEqual({ ...allWell, ...notNeeded, workbooks: 'trouble workbooks/trouble' });
    expect(outputs[0]).toContain('「舟橋村.xlsx」というファイルがありません。');
  });

  test('a registry in a file that lists a spreadsheet needs Google', async () => {
    const lines = [
      '市区町村コード,報告機関名,ブック',
      '162051,氷見市社協,https://docs.google.com/spreadsheets/d/himi/edit',
    ];
    await mkdir(join(folder, 'registry'));
    await writeFile(join(folder, 'registry', '登録.csv'), `\uFEFF${lines.join('\r\n')}\r\n`);
    environment = { ...environment, KASANARI_REGISTRY: join(folder, 'registry', '登録.csv') };
    expect(outcomes(await look())).toEqual(allWell);
  });
});

describe('the command', () => {
  async function run(...args: readonly string[]) {
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const ended = await runScript('doctor', ...args);
    outputs.push(ended.stdout, ended.stderr);
    return ended;
  }

  test('ends with 0 where all is well, and with 1 where something is to be mended', async () => {
    expect(await run('--json')).toMatchObject({ code: 0, stderr: '' });
    standIn.disabledApis.add('sheets');
    const { code, stdout } = await run('--json');
    const json: unknown = JSON.parse(stdout);
    expect([code, json]).toMatchObject([1, { outcome: 'trouble', account: address }]);
    expect((json as { steps: object[] }).steps[7]).toEqual({
      step: 'sheets',
      outcome: 'trouble',
      code: 'sheets/disabled',
      ja: 'Google のプロジェクト 123456789012 で、Sheets API が無効です。',
      en: 'The Sheets API is disabled in the Google project 123456789012.',
      mend: {
        ja: 'https://console.cloud.google.com/apis/library/sheets.googleapis.com?project=123456789012 を開いて「有効にする」を押し、数分待ってからもう一度試してください。',
        en: 'Open https://console.cloud.google.com/apis/library/sheets.googleapis.com?project=123456789012, press Enable, and try again after a few minutes.',
      },
      remarks: [],
    });
  });

  test('looks at a registry and workbooks that are named', async () => {
    environment = { ...environment, KASANARI_REGISTRY: '' };
    const { code, stdout } = await run(
      '--registry',
      'https://docs.google.com/spreadsheets/d/registry/edit#gid=0',
      '--workbook',
      'https://docs.google.com/spreadsheets/d/nowhere/edit',
    );
    expect(code).toBe(1);
    expect(stdout).toContain('3件のうち1件に、直すところがあります。');
    expect(stdout).toContain('「nowhere」が共有されていません');
  });

  test('says how it is used', async () => {
    expect(await run('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('終了コード Exit codes:') });
    expect((await run('--nonsense')).code).toBe(64);
    expect(await run('--workbook', 'https://docs.google.com/document/d/abc/edit')).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('スプレッドシートでもファイルでもありません'),
    });
  });
});
