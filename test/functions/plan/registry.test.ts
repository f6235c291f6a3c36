/** Rows of a registry as people type them: what is taken, and what is said of the others. Everything here is 架空のデータ. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegisteredPlace } from '#functions/plan/registered-place.ts';
import { readRegistry } from '#functions/plan/registry.ts';
import type { SheetGrid } from '#functions/world.ts';
import { type Cell, describeFinding } from '#sheets-schema';

const address = (id: string) => `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`;
const headers = ['市区町村コード', '報告機関名', 'ブック', '有効', '連絡先', '備考'];
const himi = ['162051', '氷見市社協', address('himi'), '有', 'shakyo@himi.example.jp', '架空のデータ'] as const;

const grid = (tab: string, rows: readonly (readonly Cell[])[]): SheetGrid => ({ tab, id: tab, rows, merges: [] });
const workbooks = (...rows: readonly (readonly Cell[])[]) => [grid('登録', [headers, ...rows])];
const people = (...rows: readonly (readonly Cell[])[]) => [
  grid('登録', [headers]),
  grid('利用者', [['メールアドレス', '種別', '役割', '市区町村コード', '都道府県コード'], ...rows]),
];
const say = (grids: readonly SheetGrid[]) =>
  readRegistry(grids).findings.map((finding) => `${finding.cell ?? finding.row} ${describeFinding(finding, 'ja')}`);

describe('a row of 登録', () => {
  test('is a workbook of a municipality', () => {
    expect(readRegistry(workbooks(himi))).toEqual({
      workbooks: [
        {
          row: 2,
          place: { kind: 'spreadsheet', id: 'himi' },
          municipality: '162051',
          officeName: '氷見市社協',
          isActive: true,
          contact: 'shakyo@himi.example.jp',
        },
      ],
      refused: [],
      people: [],
      guides: [],
      protections: [],
      findings: [],
      troubles: { registrations: null, people: null, guides: null, protections: null },
    });
  });

  test.each<[Cell, boolean]>([
    ['有', true],
    [null, true],
    ['無', false],
    ['×', false],
    [false, false],
    [1, true],
  ])('有効 %j', (cell, isActive) => {
    const [first, office, workbook] = himi;
    const { workbooks: found, findings } = readRegistry(workbooks([first, office, workbook, cell]));
    expect([found.map((one) => one.isActive), findings]).toEqual([[isActive], []]);
  });

  test('a word in 有効 that is no answer is said, and the workbook is read', () => {
    const grids = workbooks([...himi.slice(0, 3), '休止中']);
    expect(readRegistry(grids).workbooks.map(({ isActive }) => isActive)).toEqual([true]);
    expect(say(grids)).toEqual([expect.stringMatching(/^D2 .*有効/)]);
  });

  test('a code of five digits is completed; one that lost its 0 needs the prefecture', () => {
    const codes = (...rows: readonly (readonly Cell[])[]) =>
      readRegistry([grid('登録', [['市区町村コード', '都道府県名', '報告機関名', 'ブック'], ...rows])]);
    const { workbooks: found, findings } = codes(
      [16205, null, 'あ', address('a')],
      [11002, '北海道', 'い', address('b')],
      [11002, null, 'う', address('c')],
    );
    expect(found.map(({ municipality }) => municipality)).toEqual(['162051', '011002']);
    expect(findings.map(({ cell, code }) => [cell, code])).toEqual([['A4', 'municipality/ambiguous']]);
  });

  test('an unknown code refuses the row, and the others count', () => {
    const grids = workbooks(
      ['162052', 'い', address('b')],
      himi,
      ['0', 'う', address('c')],
      [null, 'え', address('d')],
    );
    const { workbooks: found, refused } = readRegistry(grids);
    expect(found.map(({ row }) => row)).toEqual([3]);
    expect(refused).toEqual(['b', 'c', 'd'].map((id) => ({ kind: 'spreadsheet', id })).toSorted(byRefusal));
    expect(say(grids)).toEqual([
      'A2 市区町村コード「162052」の最後の数字が合いません。162051 ではありませんか。',
      'A4 市区町村コード「0」は市区町村コードではありません。162051 のように6けたで入れてください。',
      'A5 市区町村コードが空いています。入れると数えられます。',
    ]);
  });
  // Rows that no column could be read of come first.
  const byRefusal = (one: { id: string }, other: { id: string }) =>
    Number(one.id === 'b') - Number(other.id === 'b') || (one.id < other.id ? -1 : 1);

  test('an address that is no spreadsheet refuses the row, and is not quoted', () => {
    const form = 'https://docs.google.com/forms/d/e/1FAIpQL/viewform';
    const grids = workbooks(['162051', '氷見市社協', form], himi);
    expect(readRegistry(grids).workbooks.map(({ row }) => row)).toEqual([3]);
    expect(say(grids)).toEqual([
      'C2 ブックがスプレッドシートのアドレスではありません。開いたときのアドレス（https://docs.google.com/spreadsheets/d/…）を入れてください。',
    ]);
  });

  test('a file cannot be registered in a spreadsheet', () => {
    const grids = workbooks(['162051', '氷見市社協', 'himi/本所.xlsx'], himi);
    expect(readRegistry(grids).workbooks.map(({ place }) => place.id)).toEqual(['himi/本所.xlsx', 'himi']);
    const { workbooks: found, findings } = readRegistry(grids, { takesFiles: false });
    expect([found.map(({ row }) => row), findings.map(({ cell, code }) => [cell, code])]).toEqual([
      [3],
      [['C2', 'registration/file-in-cloud']],
    ]);
  });

  test('the same workbook twice counts once: where it is 有', () => {
    const closed = [...himi.slice(0, 3), '無'];
    const grids = workbooks(closed, himi, ['162051', 'ほかの名前', 'https://drive.google.com/open?id=himi']);
    expect(readRegistry(grids).workbooks.map(({ row }) => row)).toEqual([3]);
    expect(say(grids)).toEqual([
      'C2 同じブックが2行目、3行目、4行目にあります。C3の行だけを使っています。ほかの行を消してください。',
      'C4 同じブックが2行目、3行目、4行目にあります。C3の行だけを使っています。ほかの行を消してください。',
    ]);
  });

  test('the same office twice counts twice, with a question; not where one is 無', () => {
    const again = ['162051', '氷見市　社協', address('himi2')];
    const { workbooks: found, findings } = readRegistry(workbooks(himi, again));
    expect(found.map(({ row }) => row)).toEqual([2, 3]);
    expect(findings.map(({ cell, code, severity, otherRows }) => [cell, code, severity, otherRows])).toEqual([
      ['B2', 'registration/same-office', 'notice', [3]],
    ]);
    expect(readRegistry(workbooks(himi, [...again, '無'])).findings).toEqual([]);
    expect(readRegistry(workbooks(himi, ['163210', '氷見市社協', address('x')])).findings).toEqual([]);
  });

  test('order and names of columns and tabs are free; other tabs and columns are left alone', () => {
    const { workbooks: found, findings } = readRegistry([
      grid('メモ', [['市区町村コード', '報告機関名', 'ブック']]),
      grid('1.登録', [
        ['架空のデータ'],
        ['URL', '※担当課', '機関名', '団体コード（6けた）', '使用'],
        [address('himi'), '福祉課', '氷見市社協', '162051', '○'],
      ]),
    ]);
    expect([found.map(({ row, place }) => [row, place.id]), findings]).toEqual([[[3, 'himi']], []]);
  });
});

describe('ブック as people type it', () => {
  test.each([
    ['https://docs.google.com/spreadsheets/d/1aBc_-9/edit#gid=0', '1aBc_-9'],
    ['https://docs.google.com/spreadsheets/d/1aBc_-9', '1aBc_-9'],
    ['https://docs.google.com/spreadsheets/u/2/d/1aBc_-9/edit?usp=sharing', '1aBc_-9'],
    ['https://docs.google.com/a/city.example.jp/spreadsheets/d/1aBc_-9/edit', '1aBc_-9'],
    ['https://drive.google.com/open?id=1aBc_-9&usp=drive_fs', '1aBc_-9'],
    [' 1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_efg ', '1AbCdEfGhIjKlMnOpQrStUvWxYz0123456789-_efg'],
  ])('%s is a spreadsheet', (typed, id) => {
    expect(readRegisteredPlace(typed)).toEqual({ kind: 'spreadsheet', id });
  });

  test.each([
    ['himi/本所.xlsx', 'himi/本所.xlsx'],
    ['.\\himi\\本所.xlsx', 'himi/本所.xlsx'],
    ['"C:\\共有\\本所.xlsx"', 'C:/共有/本所.xlsx'],
    ['\\\\server\\福祉\\本所.xlsx', '//server/福祉/本所.xlsx'],
    ['../himi/', '../himi'],
    ['/srv//a/./b/../c', '/srv/a/c'],
    ['himi', 'himi'],
    ['2024-kasanari-workbook-of-himi.xlsx', '2024-kasanari-workbook-of-himi.xlsx'],
  ])('%s is a file', (typed, path) => {
    expect(readRegisteredPlace(typed)).toEqual({ kind: 'file', id: path, path });
  });

  test.each([
    'https://docs.google.com/document/d/1aBc_-9/edit',
    'https://docs.google.com/spreadsheets/d/e/2PACX-1vQ/pubhtml',
    'https://drive.google.com/drive/folders/1aBc_-9',
    'https://drive.google.com/file/d/1aBc_-9/view',
    'https://example.jp/spreadsheets/d/1aBc_-9/edit',
    'docs.google.com/document/d/1aBc_-9',
    'file:///C:/himi.xlsx',
    'www.city.example.jp',
    '.',
    '',
  ])('%s is neither', (typed) => {
    expect(readRegisteredPlace(typed)).toBeNull();
  });

  test('is the same place however often it is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab1./\\- C:市'), maxLength: 20 }), (typed) => {
        const place = readRegisteredPlace(typed);
        if (place !== null) expect(readRegisteredPlace(place.id)).toEqual(place);
      }),
    );
  });
});

describe('a row of 利用者', () => {
  test('is somebody with a role and its place, a person unless the address tells of a group', () => {
    const { people: found, findings } = readRegistry(
      people(
        ['Tanto@City.Example.JP', '人', '報告機関', '16205', null],
        ['fukushi-ml@city.example.jp', null, '市区町村', '162051', null],
        ['ken@pref.example.jp', null, '県', null, 16],
        ['hokkaido@pref.example.jp', 'グループ', '都道府県', null, 1],
        ['toyama@pref.example.jp', null, '都道府県', null, '160008'],
        ['kanri@example.jp', null, '管理者', '162051', '富山県'],
      ),
    );
    expect(findings).toEqual([]);
    expect(found).toEqual([
      {
        row: 2,
        address: 'tanto@city.example.jp',
        kind: 'person',
        role: 'office',
        municipality: '162051',
        prefecture: null,
      },
      {
        row: 3,
        address: 'fukushi-ml@city.example.jp',
        kind: 'group',
        role: 'municipality',
        municipality: '162051',
        prefecture: null,
      },
      {
        row: 4,
        address: 'ken@pref.example.jp',
        kind: 'person',
        role: 'prefecture',
        municipality: null,
        prefecture: '16',
      },
      {
        row: 5,
        address: 'hokkaido@pref.example.jp',
        kind: 'group',
        role: 'prefecture',
        municipality: null,
        prefecture: '01',
      },
      {
        row: 6,
        address: 'toyama@pref.example.jp',
        kind: 'person',
        role: 'prefecture',
        municipality: null,
        prefecture: '16',
      },
      {
        row: 7,
        address: 'kanri@example.jp',
        kind: 'person',
        role: 'administrator',
        municipality: null,
        prefecture: null,
      },
    ]);
  });

  test('without what its role needs gives nobody anything', () => {
    const grids = people(
      ['a@example.jp', null, '市区町村', null, '16'],
      ['b@example.jp', null, '都道府県', '162051', null],
      ['c@example.jp', null, '係長', '162051', null],
      ['d@example.jp, e@example.jp', null, '管理者', null, null],
      ['f@example.jp', null, null, '162051', null],
      ['g@example.jp', null, '報告機関', '162052', null],
    );
    expect(readRegistry(grids).people).toEqual([]);
    expect(say(grids)).toEqual([
      'D2 市区町村コードが空いています。役割が報告機関か市区町村のときは、6けたで入れてください。',
      'E3 都道府県コードが空いています。役割が都道府県のときは、16 のように2けたで入れてください。',
      'C4 役割「係長」が一覧にありません。報告機関、市区町村、都道府県、管理者から選んでください。',
      'A5 メールアドレスがメールアドレスではありません。1行に1つ、tanto@city.example.jp のように入れてください。',
      'C6 役割が空いています。入れると数えられます。',
      'D7 市区町村コード「162052」の最後の数字が合いません。162051 ではありませんか。',
    ]);
  });

  test('addresses are no personal header here, and are never quoted', () => {
    const { findings } = readRegistry(people(['氷見 太郎 0766-74-0000', null, '管理者', null, null]));
    expect(findings.map(({ code, typed }) => [code, typed])).toEqual([['person/not-an-address', null]]);
  });
});

describe('a registry that cannot be used', () => {
  test('says what is missing', () => {
    const troubleOf = (grids: readonly SheetGrid[]) => readRegistry(grids).troubles;
    expect(troubleOf([])).toEqual({
      registrations: { code: 'registry/no-tab', facts: { tab: '登録' } },
      people: null,
      guides: null,
      protections: null,
    });
    expect(
      troubleOf([
        grid('登録', [
          ['市区町村コード', '報告機関名', 'リンク'],
          ['162051', 'あ', address('a')],
        ]),
      ]),
    ).toEqual({
      registrations: { code: 'registry/no-columns', facts: { tab: '登録', headers: 'ブック' } },
      people: null,
      guides: null,
      protections: null,
    });
    expect(troubleOf([grid('登録', [])]).registrations?.facts).toEqual({
      tab: '登録',
      headers: '市区町村コード、報告機関名、ブック',
    });
  });

  test('a broken 利用者 leaves the workbooks alone', () => {
    const { workbooks: found, troubles } = readRegistry([
      ...workbooks(himi),
      grid('利用者', [
        ['名前', '役割'],
        ['あ', '管理者'],
      ]),
    ]);
    expect([found.length, troubles]).toEqual([
      1,
      {
        registrations: null,
        people: { code: 'registry/no-columns', facts: { tab: '利用者', headers: 'メールアドレス' } },
        guides: null,
        protections: null,
      },
    ]);
  });

  test('whatever stands in the cells, reading never throws', () => {
    const cell = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null), fc.constant({ error: '#REF!' }));
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 6 }), (rows) => {
        const { workbooks: found } = readRegistry([...workbooks(...rows), grid('利用者', rows)]);
        expect(found.length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});
