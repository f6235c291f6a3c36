/** 公表された実績: what is put per inhabitant, why the rest is not, and profiles side by side. 架空のデータ. */
import { expect, test } from 'vitest';
import { computeComparison } from '#functions/publish/comparison/compute-comparison.ts';
import type { KeptResult } from '#functions/publish/comparison/town.ts';
import { hasResults, shapeResults } from '../../../../web/src/shape/comparison/printed-results.ts';
import { shapeProfiles } from '../../../../web/src/shape/comparison/profile-table.ts';
import { asOf, aTown } from '../../../functions/publish/comparison/town-builder.ts';

const result: KeptResult = {
  fiscalYear: 2018,
  measure: '相談件数',
  unit: '件',
  counting: null,
  count: 91,
  until: '2019-02-28',
  isAverage: false,
  isOfPart: false,
  source: '実施状況報告（架空）',
};

const comparison = computeComparison({
  prefecture: '99',
  asOf,
  towns: [
    aTown('992011', {
      name: '海野市',
      inhabitants: 29_755,
      squareKilometres: 70.87,
      results: [result, { ...result, measure: '延べの相談', counting: 'total', count: 1200 }],
    }),
    aTown('992020', {
      name: '白砂町',
      inhabitants: 3000,
      results: [
        { ...result, count: 3 },
        { ...result, count: 24, unit: '世帯', until: null },
      ],
    }),
  ],
  printResult: (count) => (count < 5 ? 'x' : count),
}).start({});

test('what can be put per inhabitant stands first, with its interval and until when; each other says why not', () => {
  const shown = shapeResults(comparison, { own: '992020', language: 'ja' });
  expect(shown.title).toBe('相談の実績4件のうち、人口あたりで示せるのは1件（海野市）です');
  expect(shown.perHead.map(({ town, when, rate, isOwn }) => [town, when, rate, isOwn])).toEqual([
    ['海野市', '平成30年度 平成31年2月28日まで（11か月）', '27.8（95%の範囲 22.4〜34.1）', false],
  ]);
  expect(shown.perHead[0]?.drawn?.of998[1]).toBe(1);
  expect(shown.notPerHead.map(({ town, figure, rate, drawn }) => [town, figure.state, rate, drawn])).toEqual([
    ['海野市', 'value', '延べの数です', null],
    ['白砂町', 'suppressed', '秘匿（少ない件数を守るため）', null],
    ['白砂町', 'value', '世帯の数です', null],
  ]);
  expect(shown.notes.at(-1)).toBe('資料：実施状況報告（架空）');
  expect(shown.notes).toContain('秘匿は、少ない件数を守るため表示していません。0件という意味ではありません。');
});

test('the table says the same, and a hidden result stays a state', () => {
  const { table } = shapeResults(comparison, { own: null, language: 'ja' });
  const text = table.rows.map(({ label, cells }) => [
    label,
    ...cells.map((cell) => {
      if (cell.kind === 'text') return cell.text;
      if (cell.kind !== 'figure') return '';
      return 'value' in cell.figure ? cell.figure.value.toFixed(cell.decimals) : cell.figure.state;
    }),
  ]);
  expect(text[0]).toEqual([
    '海野市',
    '相談件数',
    '平成30年度',
    '91',
    '件',
    '平成31年2月28日',
    '11',
    '27.8',
    '22.4',
    '34.1',
    expect.stringMatching(/^1\d\.\d$/),
    expect.stringMatching(/^3\d\.\d$/),
    '',
  ]);
  expect(text[2]?.slice(3, 5)).toEqual(['suppressed', '件']);
});

test('an earlier release states nothing', () => {
  const earlier = { ...comparison, towns: comparison.towns.map(({ results, ...town }) => town) };
  expect([hasResults(comparison), hasResults(earlier as unknown as typeof comparison)]).toEqual([true, false]);
});

test('profiles leave out what nobody gives, and say so', () => {
  const { title, table, notes } = shapeProfiles(comparison, 'ja');
  expect(title).toBe('架空県の2市町村：人口は3,000人（白砂町）から29,755人（海野市）までです');
  expect(table.columns.map(({ label }) => label)).toEqual(['人口', '人口密度（人/km²）']);
  expect(table.rows[1]?.cells[1]).toEqual({ kind: 'text', text: '記載なし' });
  expect(notes).toEqual(['世帯数、65歳以上（%）は、求められる数をどの市町村も書いていません。']);
});
