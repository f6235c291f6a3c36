/** Rows of 目安値 as people type them. */
import { readFile } from 'node:fs/promises';
import { parseCsv } from 'hucre/csv';
import { describe, expect, test } from 'vitest';
import { readRegistry } from '#functions/plan/registry.ts';
import type { SheetGrid } from '#functions/world.ts';
import { type Cell, describeFinding } from '#sheets-schema';

const headers = ['指標', '値', '単位', '適用開始', '適用終了', '都道府県コード', '出典', '定義', '定義の変わり目'];
const grid = (tab: string, rows: readonly (readonly Cell[])[]): SheetGrid => ({ tab, id: tab, rows, merges: [] });
const registry = (...rows: readonly (readonly Cell[])[]) => [
  grid('登録', [['市区町村コード', '報告機関名', 'ブック']]),
  grid('目安値', [headers, ...rows]),
];
const say = (grids: readonly SheetGrid[]) =>
  readRegistry(grids).findings.map((finding) => `${finding.cell ?? finding.row} ${describeFinding(finding, 'ja')}`);
const consultations = ['新規相談件数', 26, '人口10万対・月'] as const;

describe('a row of 目安値', () => {
  test('is a dated value of a measure, of the country or of one prefecture', () => {
    const { guides, findings } = readRegistry(
      registry(
        [...consultations, '2018/4/1', '2019/3/31', null, '厚生労働省', '新規相談受付件数'],
        ['N01', '3.5', '世帯千対・年', '平成30年4月', null, '富山県'],
        ['プラン作成率', '50%', null, '2018/4/1'],
        ['R06', 30, null, '2019/4/1'],
      ),
    );
    expect(findings).toEqual([]);
    const plain = { until: null, prefecture: null, source: null, definition: null, isBreak: false };
    expect(guides).toEqual([
      {
        ...plain,
        row: 2,
        measure: 'R06',
        value: 26,
        from: '2018-04-01',
        until: '2019-03-31',
        source: '厚生労働省',
        definition: '新規相談受付件数',
      },
      { ...plain, row: 3, measure: 'R09', value: 3.5, from: '2018-04-01', prefecture: '16' },
      { ...plain, row: 4, measure: 'R05', value: 50, from: '2018-04-01' },
      { ...plain, row: 5, measure: 'R06', value: 30, from: '2019-04-01' },
    ]);
  });

  test('may only say that the definition changed', () => {
    const { guides, findings } = readRegistry(
      registry(['プラン作成件数', null, null, '2018/10/1', null, null, null, '国の基準に合わせた', '有']),
    );
    expect(findings).toEqual([]);
    expect(guides.map(({ measure, value, from, isBreak }) => [measure, value, from, isBreak])).toEqual([
      ['N04', null, '2018-10-01', true],
    ]);
  });

  test('that cannot be drawn is refused in words, and the others count', () => {
    const grids = registry(
      ['新規相談件数', 26, '%', '2018/4/1'],
      ['報告率', 90, null, '2018/4/1'],
      ['プラン作成件数', null, null, '2018/4/1'],
      ['プラン作成件数', -1, null, '2018/4/1'],
      ['プラン作成件数', 11, null, '2018/4/1', '2017/3/31'],
      ['新規相談件数', 20, null, '2018/4/1'],
      ['町の人の声', 3, null, '2018/4/1'],
      [...consultations, '2018/4/1', '2019/3/31'],
    );
    expect(readRegistry(grids).guides.map(({ row }) => row)).toEqual([9]);
    expect(say(grids)).toEqual([
      'C2 新規相談件数は、この単位では比べていません。人口10万対・月、65歳以上千対・年、世帯千対・年のどれかにしてください。',
      'A3 「報告率」は、市町村比較で比べていない指標です。ほかの指標にするか、行を消してください。',
      'B4 値が空いています。目安値なら値を、定義が変わったことだけなら「定義の変わり目」に「有」を入れてください。',
      'B5 値が0より小さくなっています。0以上の数を入れてください。',
      'E6 適用終了が適用開始より前です。どちらかの日付を直してください。',
      'C7 新規相談件数は、この単位では比べていません。人口10万対・月、65歳以上千対・年、世帯千対・年のどれかにしてください。',
      'A8 「町の人の声」は、市町村比較で比べていない指標です。ほかの指標にするか、行を消してください。',
    ]);
  });

  test('whose cell cannot be read is not drawn without it', () => {
    const grids = registry(
      [...consultations, '2018/4/1', 'いつか'],
      [...consultations, '2018/4/1', null, 'どこかの県'],
      ['新規相談件数', 26, '人口比', '2018/4/1'],
    );
    const { guides, findings } = readRegistry(grids);
    expect([guides, findings.map(({ cell }) => cell)]).toEqual([[], ['E2', 'F3', 'C4']]);
  });

  test('overlapping another: the first is used, and the day between them counts', () => {
    const rows = [
      [...consultations, '2018/4/1', null],
      ['新規相談件数', 28, '人口10万対・月', '2019/4/1', null],
    ];
    expect(readRegistry(registry(...rows)).guides.map(({ row }) => row)).toEqual([2]);
    expect(say(registry(...rows))).toEqual([
      'D3 同じ指標の値が2行目と3行目で重なっています。先の行だけを使っています。前の行に適用終了を入れてください。',
    ]);
    const ended = [[...consultations, '2018/4/1', '2019/3/31'], rows[1] ?? []];
    expect(readRegistry(registry(...ended)).findings).toEqual([]);
    // A prefecture's own value stands beside that of the country.
    const beside = [rows[0] ?? [], [...consultations, '2018/4/1', null, '16']];
    expect(readRegistry(registry(...beside)).guides).toHaveLength(2);
  });

  test('a broken 目安値 leaves the workbooks and the people alone', () => {
    const { troubles, guides } = readRegistry([
      grid('登録', [['市区町村コード', '報告機関名', 'ブック']]),
      grid('目安値', [
        ['指標', '値', 'いつ'],
        ['新規相談件数', 26, '2018/4/1'],
      ]),
    ]);
    expect([guides, troubles.registrations, troubles.guides]).toEqual([
      [],
      null,
      { code: 'registry/no-columns', facts: { tab: '目安値', headers: '適用開始' } },
    ]);
  });
});

test('the national guide values of the samples are read without a remark', async () => {
  const rows = parseCsv(await readFile(new URL('../../../samples/guides/目安値.csv', import.meta.url), 'utf8'));
  const { guides, findings } = readRegistry([
    grid('登録', [['市区町村コード', '報告機関名', 'ブック']]),
    grid(
      '目安値',
      rows.map((row) => row.map((cell) => (cell === '' ? null : String(cell)))),
    ),
  ]);
  expect(findings).toEqual([]);
  expect(guides.map(({ measure, value, from }) => [measure, value, from])).toEqual([
    ['R06', 20, '2015-04-01'],
    ['R06', 22, '2016-04-01'],
    ['R06', 24, '2017-04-01'],
    ['R06', 26, '2018-04-01'],
    ['N04', 10, '2015-04-01'],
    ['N04', 11, '2016-04-01'],
    ['N04', 12, '2017-04-01'],
    ['R05', 50, '2018-04-01'],
  ]);
});
