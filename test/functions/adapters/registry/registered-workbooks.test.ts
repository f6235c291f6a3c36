/** Workbooks as a registry lists them: in its order, from Google and from files, at the cost of one listing. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { WorkbookId } from '#functions/domain/codes.ts';
import { WorkbookFailure, type WorkbookSource } from '#functions/world.ts';
import { describeFailure } from '#sheets-schema';
import { funahashi, writeSmallWorkbook } from '../../../scripts/workbooks.ts';
import {
  addressOf,
  aRegistry,
  aTownWorkbook,
  createRegisteredWorld,
  type RegisteredWorld,
} from './registered-world.ts';

let world: RegisteredWorld;
let folder: string;
beforeAll(async () => {
  world = await createRegisteredWorld();
});
afterAll(async () => await world.close());
beforeEach(async () => {
  world.reset();
  folder = await mkdtemp(join(tmpdir(), 'kasanari-'));
  return async () => await rm(folder, { recursive: true });
});

const himi = ['162051', '氷見市社協', addressOf('himi'), '有', 'shakyo@himi.example.jp'];
const town = ['163210', '舟橋村社協', addressOf('town'), null, null];
const file = (path: string) => ({ kind: 'file', id: path as WorkbookId, path }) as const;
const idsOf = async (source: WorkbookSource) => (await source.list()).map(({ id }) => id);
async function failureOf(action: () => Promise<unknown>) {
  try {
    await action();
    return null;
  } catch (error) {
    if (error instanceof WorkbookFailure) return error.code;
    throw error;
  }
}

describe('a registry that is a spreadsheet', () => {
  beforeEach(() => {
    world.standIn.spreadsheets = [
      aTownWorkbook('town', '163210'),
      aTownWorkbook('himi', '162051'),
      aTownWorkbook('of somebody else', '162019'),
      aRegistry([himi, town]),
    ];
  });

  test('lists its workbooks in its order, each with its municipality', async () => {
    const at = { changedAt: expect.any(String), address: expect.stringContaining('/spreadsheets/d/') };
    expect(await world.open().list()).toEqual([
      { id: 'himi', name: '架空町社協', revision: '1', municipality: '162051', ...at },
      { id: 'town', name: '架空町社協', revision: '1', municipality: '163210', ...at },
    ]);
  });

  test('costs one listing and one read; unchanged, the listing alone', async () => {
    await world.open().list();
    expect(world.standIn.requests).toEqual(['GET /drive/v3/files', 'GET /v4/spreadsheets/registry']);
    world.standIn.requests.length = 0;
    expect(await idsOf(world.open())).toEqual(['himi', 'town']);
    expect(world.standIn.requests).toEqual(['GET /drive/v3/files']);
  });

  test('a row that somebody adds is read in the next run', async () => {
    await world.open().list();
    world.standIn.spreadsheets = [...world.standIn.spreadsheets, aTownWorkbook('new', '162078')];
    world.standIn
      .open('registry')
      .tab('登録')
      .paste('A4', [['162078', '黒部市社協', addressOf('new')]]);
    expect(await idsOf(world.open())).toEqual(['himi', 'town', 'new']);
  });

  test('a row set to 無 is not listed, and says why', async () => {
    world.standIn.open('registry').tab('登録').type('D2', '無');
    const source = world.open();
    expect([await idsOf(source), [...(source.setAside?.() ?? [])]]).toEqual([
      ['town'],
      [['himi', 'workbook/inactive']],
    ]);
  });

  test('a row that was spoilt is not listed, and says why', async () => {
    world.standIn.open('registry').tab('登録').type('A2', '162052');
    const source = world.open();
    expect([await idsOf(source), [...(source.setAside?.() ?? [])]]).toEqual([
      ['town'],
      [['himi', 'workbook/registration']],
    ]);
    expect(source.registry()?.findings.map(({ cell, code }) => [cell, code])).toEqual([
      ['A2', 'municipality/check-digit'],
    ]);
  });

  test('one that lost a required column goes on as it last was, and says so as long as it lasts', async () => {
    await world.open().list();
    world.standIn.open('registry').tab('登録').type('C1', 'リンク集');
    for (const reads of [1, 0]) {
      world.standIn.requests.length = 0;
      const source = world.open();
      expect(await idsOf(source)).toEqual(['himi', 'town']);
      expect(world.standIn.reads()).toBe(reads);
      const sentences = source.registry()?.troubles.map(({ code, facts }) => describeFailure(code, facts, 'ja'));
      expect(sentences).toEqual([
        '登録簿「登録簿」のシート「登録」に見出し（ブック）がありません。戻してください。それまでは、前に読めた登録を使います。',
      ]);
    }
    world.standIn.open('registry').tab('登録').type('C1', 'ブック');
    const mended = world.open();
    expect([await idsOf(mended), mended.registry()?.troubles]).toEqual([['himi', 'town'], []]);
  });

  test('one that is in the bin, or no longer shared, goes on as it last was', async () => {
    await world.open().list();
    for (const [spoil, code] of [
      [() => world.standIn.open('registry').trash(), 'google/trashed'],
      [() => world.standIn.open('registry').share('none'), 'google/forbidden'],
    ] as const) {
      spoil();
      const source = world.open();
      expect(await idsOf(source)).toEqual(['himi', 'town']);
      expect(source.registry()?.troubles).toMatchObject([{ code, facts: { file: expect.any(String) } }]);
    }
  });

  test('one that never could be read says why, and nothing is listed', async () => {
    world.standIn.open('registry').share('none');
    expect(await failureOf(() => world.open().list())).toBe('google/forbidden');
    world.standIn.open('registry').share('viewer');
    world.standIn.open('registry').tab('登録').rename('一覧');
    expect(await failureOf(() => world.open().list())).toBe('registry/no-tab');
  });

  test('another registry is not taken for this one', async () => {
    await world.open().list();
    const other = { kind: 'spreadsheet', id: 'other' as WorkbookId } as const;
    world.standIn.spreadsheets = [aRegistry([town], { id: 'other' }), aTownWorkbook('town', '163210')];
    expect(await idsOf(world.open(other))).toEqual(['town']);
  });

  test('contacts do not enter the store', async () => {
    const source = world.open();
    await source.list();
    expect(source.registry()?.workbooks[0]?.contact).toBe('shakyo@himi.example.jp');
    expect((await world.store.readPointer('registry'))?.content).not.toContain('shakyo@');
    expect((await world.store.readPointer('registry'))?.content).toContain('162051');
  });

  test('one workbook that is not shared is listed, and reading it says so; the others are read', async () => {
    world.standIn.open('himi').share('none');
    const source = world.open();
    const [first, second] = await source.list();
    if (first === undefined || second === undefined) throw new Error('Both are listed');
    expect(await failureOf(() => source.read(first))).toBe('google/forbidden');
    expect((await source.read(second)).map(({ tab }) => tab)).toEqual(['基本情報', '圏域', '相談受付']);
  });

  test('files cannot be registered in it', async () => {
    world.standIn.open('registry').tab('登録').type('C2', '/etc');
    const source = world.open();
    expect([await idsOf(source), source.registry()?.findings.map(({ code }) => code)]).toEqual([
      ['town'],
      ['registration/file-in-cloud'],
    ]);
  });
});

describe('a registry that is a file', () => {
  const csv = (rows: readonly (readonly (string | null)[])[]) =>
    `\uFEFF${[['市区町村コード', '報告機関名', 'ブック', '有効'], ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`;

  beforeEach(async () => {
    await writeSmallWorkbook(join(folder, 'offices'), 'himi');
    await writeSmallWorkbook(join(folder, 'offices'), 'funahashi', funahashi);
  });

  test.each([
    ['one .csv of any name', 'towns.csv'],
    ['a folder of .csv files', 'registry'],
  ])('%s', async (_, name) => {
    const isFolder = !name.endsWith('.csv');
    if (isFolder) await mkdir(join(folder, name));
    const up = isFolder ? '../' : '';
    await writeFile(
      isFolder ? join(folder, name, '登録.csv') : join(folder, name),
      csv([
        ['163210', '舟橋村社協', `${up}offices/funahashi`],
        ['162051', '氷見市社協', `${up}offices\\himi\\`],
      ]),
    );
    const source = world.open(file(join(folder, name)));
    const entries = await source.list();
    expect(entries.map(({ id, municipality }) => [id, municipality])).toEqual([
      [`${up}offices/funahashi`, '163210'],
      [`${up}offices/himi`, '162051'],
    ]);
    for (const entry of entries) expect((await source.read(entry)).map(({ tab }) => tab)).toContain('基本情報');
    expect([world.signIns(), world.standIn.requests]).toEqual([0, []]);
  });

  test('may name spreadsheets, too; then Google is asked once', async () => {
    world.standIn.spreadsheets = [aTownWorkbook('town', '163210')];
    await writeFile(
      join(folder, 'towns.csv'),
      csv([['162051', '氷見市社協', 'offices/himi'], town.slice(0, 3) as string[]]),
    );
    const source = world.open(file(join(folder, 'towns.csv')));
    const entries = await source.list();
    expect(entries.map(({ id }) => id)).toEqual(['offices/himi', 'town']);
    for (const entry of entries) expect((await source.read(entry)).length).toBe(3);
    expect(world.standIn.requests).toEqual(['GET /drive/v3/files', 'GET /v4/spreadsheets/town']);
  });

  test('a file that is not there is listed, and reading it says so', async () => {
    await writeFile(join(folder, 'towns.csv'), csv([['162051', '氷見市社協', 'offices/nowhere.xlsx']]));
    const source = world.open(file(join(folder, 'towns.csv')));
    const [entry] = await source.list();
    expect(entry).toEqual({
      id: 'offices/nowhere.xlsx',
      name: 'nowhere.xlsx',
      revision: 'gone',
      municipality: '162051',
    });
    expect(await failureOf(async () => entry && (await source.read(entry)))).toBe('file/gone');
  });

  test('a changed file has another revision, and others have not', async () => {
    await writeFile(
      join(folder, 'towns.csv'),
      csv([
        ['162051', '氷見市社協', 'offices/himi'],
        ['163210', '舟橋村社協', 'offices/funahashi'],
      ]),
    );
    const revisions = async () =>
      (await world.open(file(join(folder, 'towns.csv'))).list()).map(({ revision }) => revision);
    const before = await revisions();
    await writeSmallWorkbook(join(folder, 'offices'), 'himi', { cases: [] });
    const after = await revisions();
    expect([after[0] === before[0], after[1] === before[1]]).toEqual([false, true]);
  });

  test('one that is not there, or has no tab 登録, says so', async () => {
    expect(await failureOf(() => world.open(file(join(folder, 'nowhere.csv'))).list())).toBe('file/gone');
    expect(await failureOf(() => world.open(file(join(folder, 'offices', 'himi'))).list())).toBe('registry/no-tab');
  });

  test('one that is spoilt while it is edited goes on as it last was', async () => {
    const path = join(folder, 'towns.csv');
    await writeFile(path, csv([['162051', '氷見市社協', 'offices/himi']]));
    await world.open(file(path)).list();
    await writeFile(path, '"市区町村コード,報告');
    const source = world.open(file(path));
    expect([await idsOf(source), source.registry()?.troubles.map(({ code }) => code)]).toEqual([
      ['offices/himi'],
      ['file/csv-quotes'],
    ]);
  });
});
