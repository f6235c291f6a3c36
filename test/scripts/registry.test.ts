/** npm run registry as an administrator runs it: over files, and over a spreadsheet of the stand-in. 架空のデータ. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { addressOf, aRegistry, aTownWorkbook } from '../functions/adapters/registry/registered-world.ts';
import { serveStandIn } from '../google/server.ts';
import { createGoogleStandIn } from '../google/stand-in.ts';
import { runScript } from './run-script.ts';
import { writeSmallWorkbook } from './workbooks.ts';

const google = createGoogleStandIn();
let server: Awaited<ReturnType<typeof serveStandIn>>;
let folder: string;
beforeAll(async () => {
  server = await serveStandIn(google);
  vi.stubEnv('GCE_METADATA_HOST', new URL(server.rootUrl).host);
  vi.stubEnv('KASANARI_GOOGLE_ROOT_URL', server.rootUrl);
  vi.stubEnv('KASANARI_REGISTRY', undefined);
  vi.stubEnv('KASANARI_STORE', undefined);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await server.close();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  google.requests.length = 0;
});
afterEach(async () => await rm(folder, { recursive: true }));

const registry = async (...args: readonly string[]) => await runScript('registry', ...args);
const himi = ['--municipality', '16205', '--office', '氷見市社協'];
const sheetsAndDrive = () => google.requests.filter((request) => !request.includes('computeMetadata'));

describe('a registry in files', () => {
  test.each(['登録簿.csv', '登録簿'])('%s is made, added to, listed and checked', async (name) => {
    const place = join(folder, name);
    await writeSmallWorkbook(join(folder, 'offices'), 'himi');
    const csv = name.endsWith('.csv') ? place : join(place, '登録.csv');

    const shown = await registry('init', '--registry', place);
    expect([shown.code, shown.stdout.includes('--send'), await readdir(folder)]).toEqual([0, true, ['offices']]);
    expect((await registry('init', '--registry', place, '--send')).code).toBe(0);
    const empty = await readFile(csv, 'utf8');
    expect(empty).toBe('\uFEFF＊市区町村コード,都道府県名,＊報告機関名,＊ブック,有効,連絡先,備考\r\n');
    expect((await registry('init', '--registry', place, '--send')).code).toBe(1);

    const add = ['add', '--registry', place, ...himi, '--workbook', join(folder, 'offices/himi')];
    expect([(await registry(...add)).code, await readFile(csv, 'utf8')]).toEqual([0, empty]);
    const added = await registry(...add, '--note', '架空, のデータ', '--send');
    expect([added.code, added.stdout.split('\n')[2]]).toEqual([
      0,
      `登録簿「${name}」のシート「登録」に足しました。次の回から読みます。 The row was added to the tab 登録 of the registry "${name}". It is read from the next run on.`,
    ]);
    const path = name.endsWith('.csv') ? 'offices/himi' : '../offices/himi';
    expect(await readFile(csv, 'utf8')).toBe(`${empty}162051,富山県,氷見市社協,${path},,,"架空, のデータ"\r\n`);

    const twice = await registry(...add, '--send');
    expect([twice.code, twice.stdout.split('。')[0]]).toEqual([
      1,
      `このブックは、登録簿「${name}」のシート「登録」の2行目に、もう登録されています`,
    ]);

    const listed = await registry('list', '--registry', place, '--json');
    expect([listed.code, JSON.parse(listed.stdout)]).toMatchObject([
      0,
      { registry: name, workbooks: [{ row: 2, municipality: '162051', place: { path } }], people: [], findings: [] },
    ]);
    expect((await registry('check', '--registry', place)).code).toBe(0);
    await rm(join(folder, 'offices'), { recursive: true });
    const checked = await registry('check', '--registry', place);
    expect([checked.code, checked.stdout]).toEqual([
      1,
      expect.stringContaining(`ファイル「${path}」がありません。場所と名前を確かめてください。`),
    ]);
  });

  test('one that is not there is said not to be, and how to make it', async () => {
    const listed = await registry('list', '--registry', folder);
    expect([listed.code, listed.stderr.split('。')[0]]).toEqual([2, `登録簿「${folder}」がありません`]);
  });

  test('an .xlsx keeps everything else, and its former self', async () => {
    const place = join(folder, '登録簿.xlsx');
    await writeSmallWorkbook(folder, 'himi');
    await registry('init', '--registry', place, '--send');
    const before = await readFile(place);
    const { code } = await registry('add', '--registry', place, ...himi, '--workbook', join(folder, 'himi'), '--send');
    const [backup] = (await readdir(folder)).filter((name) => name.startsWith('.'));
    expect([code, backup?.endsWith('-登録簿.xlsx')]).toEqual([0, true]);
    expect((await readFile(join(folder, backup ?? ''))).equals(before)).toBe(true);
    const listed = await registry('list', '--registry', place, '--json');
    expect(JSON.parse(listed.stdout)).toMatchObject({ workbooks: [{ row: 2, place: { path: 'himi' } }], findings: [] });

    await writeFile(join(folder, '~$登録簿.xlsx'), '');
    await writeSmallWorkbook(folder, 'other');
    const open = await registry('add', '--registry', place, ...himi, '--workbook', join(folder, 'other'), '--send');
    expect([open.code, open.stdout]).toEqual([2, expect.stringContaining('開かれているようです')]);
    expect(open.stdout).toContain('162051\t富山県\t氷見市社協\tother');
  });

  test('what check would find wrong is not added', async () => {
    const place = join(folder, 'r.csv');
    await registry('init', '--registry', place, '--send');
    const before = await readFile(place, 'utf8');
    const add = async (code: string, workbook: string) => {
      const asked = ['--municipality', code, '--office', 'あ', '--workbook', workbook, '--send', '--json'];
      const ended = await registry('add', '--registry', place, ...asked);
      return [ended.code, JSON.parse(ended.stdout).remarks.map(({ code: remark }: { code: string }) => remark)];
    };
    await mkdir(join(folder, 'empty'));
    expect([
      await add('162052', 'himi'),
      await add('162051', 'nowhere.xlsx'),
      await add('162051', 'https://docs.google.com/forms/d/1aBc/edit'),
      await add('11002', join(folder, 'empty')),
    ]).toEqual([
      [1, ['municipality/check-digit']],
      [1, ['registration/no-file']],
      [1, ['registration/not-a-spreadsheet']],
      [1, ['municipality/ambiguous']],
    ]);
    expect(await readFile(place, 'utf8')).toBe(before);
  });
});

describe('a registry in Google', () => {
  const place = ['--registry', addressOf('registry')];
  const rows = [
    ['162051', '氷見市社協', addressOf('himi'), null, 'shakyo@himi.example.jp'],
    ['163210', '舟橋村社協', addressOf('funahashi')],
    ['162078', '黒部市社協', addressOf('kurobe')],
    ['162019', '富山市社協', addressOf('toyama')],
    ['162027', '高岡市社協', addressOf('takaoka'), '無'],
    ['162043', '魚津市社協', addressOf('uozu')],
    ['162044', '魚津市社協', addressOf('uozu2')],
  ];

  beforeEach(() => {
    google.spreadsheets = [
      aRegistry(rows),
      aTownWorkbook('himi', '162051'),
      { ...aTownWorkbook('funahashi', '163210'), sharing: 'viewer' },
      { ...aTownWorkbook('kurobe', '162078'), isTrashed: true },
      { ...aTownWorkbook('toyama', '162019'), sharing: 'none' },
      { ...aTownWorkbook('uozu', '162043'), isExcelFile: true },
    ];
  });

  test('check says of each row what to do, with the address to share with', async () => {
    const { code, stdout } = await registry('check', ...place, '--json');
    const { account, workbooks, findings } = JSON.parse(stdout);
    expect([code, account]).toEqual([1, google.account.address]);
    expect(
      workbooks.map(({ row, remarks }: { row: number; remarks: { ja: string }[] }) => [
        row,
        ...remarks.map(({ ja }) => ja),
      ]),
    ).toEqual([
      [2],
      [
        3,
        `閲覧だけができます。チェック結果を書きこめるように、共有の設定で ${google.account.address} を編集者にしてください。`,
      ],
      [4, 'ゴミ箱に入っています。Google ドライブのゴミ箱から戻してください。'],
      [5, `共有されていません。共有の設定に ${google.account.address} を編集者として足してください。`],
      [6],
      [
        7,
        'Google スプレッドシートではありません。開いて「Google スプレッドシートとして保存」し、新しいアドレスを登録してください。',
      ],
    ]);
    expect(findings.map(({ cell, code: finding }: { cell: string; code: string }) => [cell, finding])).toEqual([
      ['A8', 'municipality/check-digit'],
    ]);
  });

  test('check costs one listing and one reading of the registry where all is shared', async () => {
    google.spreadsheets = [aRegistry(rows.slice(0, 1)), aTownWorkbook('himi', '162051')];
    const { code, stdout } = await registry('check', ...place);
    expect([code, stdout]).toEqual([0, expect.stringContaining('1冊すべてに直すところはありません。')]);
    expect(sheetsAndDrive()).toEqual(['GET /drive/v3/files', 'GET /v4/spreadsheets/registry']);
  });

  test('without feedback, a workbook that may only be read is as it should be', async () => {
    google.spreadsheets = [aRegistry(rows.slice(1, 2)), { ...aTownWorkbook('funahashi', '163210'), sharing: 'viewer' }];
    vi.stubEnv('KASANARI_FEEDBACK', 'off');
    const { code } = await registry('check', ...place);
    vi.stubEnv('KASANARI_FEEDBACK', undefined);
    expect(code).toBe(0);
  });

  test('with a store, it tells what the last reading found', async () => {
    const store = join(folder, 'store');
    google.spreadsheets = [
      aRegistry([rows[0] ?? [], ['162027', '高岡市社協', addressOf('takaoka')]]),
      aTownWorkbook('himi', '162051'),
      aTownWorkbook('takaoka', '163210'),
    ];
    expect((await runScript('ingest', ...place, '--store', store)).code).toBe(1);
    const { code, stdout } = await registry('check', ...place, '--store', store, '--json');
    const remarks = JSON.parse(stdout).workbooks.flatMap((one: { remarks: { code: string }[] }) => one.remarks);
    expect([code, remarks]).toMatchObject([1, [{ code: 'workbook/other-municipality' }]]);
  });

  test('add appends below the last row, and nothing else changes', async () => {
    google.spreadsheets = [
      aRegistry(rows.slice(0, 1)),
      aTownWorkbook('new', '163210'),
      aTownWorkbook('himi', '162051'),
    ];
    const asked = ['--municipality', '16321', '--office', '舟橋村社協', '--workbook', addressOf('new')];
    const shown = await registry('add', ...place, ...asked);
    expect([shown.code, google.writes()]).toEqual([0, 0]);
    const rowsNow = () => google.open('registry').content().sheets[0]?.rows ?? [];
    const before = rowsNow();
    const { code } = await registry('add', ...place, ...asked, '--contact', '0001@example.jp', '--send');
    expect([code, google.writes()]).toEqual([0, 1]);
    const listed = await registry('list', ...place, '--json');
    expect(JSON.parse(listed.stdout).workbooks).toMatchObject([
      { row: 2, place: { id: 'himi' } },
      { row: 3, place: { id: 'new' }, municipality: '163210', contact: '0001@example.jp' },
    ]);
    expect([rowsNow().slice(0, 2), rowsNow().slice(3)]).toEqual([before.slice(0, 2), before.slice(3)]);
    expect(google.open('registry').titles()).toEqual(['登録']);
  });

  test('an answer that is lost adds no second row', async () => {
    google.spreadsheets = [aRegistry(rows.slice(0, 1)), aTownWorkbook('new', '163210')];
    google.faults = [{ path: /batchUpdate$/, status: 'lost', times: 1 }];
    const asked = ['--municipality', '16321', '--office', '舟橋村社協', '--workbook', addressOf('new'), '--send'];
    const { code } = await registry('add', ...place, ...asked);
    const listed = JSON.parse((await registry('list', ...place, '--json')).stdout);
    expect([code, google.writes(), listed.workbooks.length, listed.findings]).toEqual([0, 1, 2, []]);
  });

  test('into a registry that may only be read, the row is given to be pasted', async () => {
    google.spreadsheets = [aRegistry(rows.slice(0, 1), { sharing: 'viewer' }), aTownWorkbook('new', '163210')];
    const asked = ['--municipality', '16321', '--office', '舟橋村社協', '--workbook', addressOf('new'), '--send'];
    const { code, stdout } = await registry('add', ...place, ...asked);
    expect([code, google.writes()]).toEqual([2, 0]);
    expect(stdout).toContain(`163210\t舟橋村社協\t${addressOf('new')}`);
  });

  test('init puts the tabs into a spreadsheet that is shared with us, and is not done twice', async () => {
    google.spreadsheets = [
      { id: 'registry', name: '登録簿', version: '1', tabs: [{ tab: 'シート1', id: '0', rows: [], merges: [] }] },
    ];
    expect((await registry('init', ...place)).code).toBe(0);
    expect(google.open('registry').titles()).toEqual(['シート1']);
    expect((await registry('init', ...place, '--send')).code).toBe(0);
    expect(google.open('registry').titles()).toEqual(['シート1', '登録', '利用者', '目安値', '秘匿']);
    const listed = await registry('list', ...place);
    expect([listed.code, listed.stdout]).toEqual([0, expect.stringContaining('まだブックがありません')]);
    expect((await registry('init', ...place, '--send')).code).toBe(1);
  });

  test('a registry that is not shared says so: 2', async () => {
    google.spreadsheets = [];
    const { code, stderr } = await registry('list', ...place);
    expect([code, stderr.includes('google/')]).toEqual([2, false]);
    expect(stderr).toMatch(/[ぁ-ん]/);
  });
});

describe('wrong usage ends with 64 and a sentence', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['nothing', [], /Say init, add, list or check/],
    ['another word', ['remove', '--registry', 'r.csv'], /"remove" is none of/],
    ['no registry', ['list'], /--registry is missing/],
    [
      'a document',
      ['list', '--registry', 'https://docs.google.com/document/d/1aBc/edit'],
      /neither a spreadsheet nor a file/,
    ],
    [
      'no workbook',
      ['add', '--registry', 'r.csv', '--municipality', '162051', '--office', 'あ'],
      /--workbook is missing/,
    ],
  ])('%s', async (_, args, sentence) => {
    const { code, stderr } = await registry(...args);
    expect([code, stderr]).toEqual([64, expect.stringMatching(sentence)]);
  });
});
