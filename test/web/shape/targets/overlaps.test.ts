/** What comes together: pairs are persons, the diagonal is no overlap, unknown and blank stand apart. */
import { describe, expect, test } from 'vitest';
import { ageTable, shapeAges } from '../../../../web/src/shape/targets/ages.ts';
import { shapeCombinations } from '../../../../web/src/shape/targets/combinations.ts';
import { matrixSteps, matrixTable, stepOf } from '../../../../web/src/shape/targets/matrix-model.ts';
import {
  overlapFinding,
  overlapKind,
  overlapMatrix,
  overlapMeasure,
} from '../../../../web/src/shape/targets/overlaps.ts';
import { aPeople } from '../../fixtures/details.ts';

describe('the matrix', () => {
  const model = overlapMatrix(aPeople(), 'targets', 'ja');

  test('is the upper triangle with the persons on the diagonal; targets without a case are left out', () => {
    expect(model.columns.map(({ name }) => name)).toEqual(['高齢者', '生活困窮', 'その他']);
    expect(model.rows.map(({ cells }) => cells.map((cell) => cell?.count ?? null))).toEqual([
      [12, 3, 8],
      [null, 9, 0],
      [null, null, 8],
    ]);
  });

  test('the diagonal is off the heat scale, since it is no overlap', () => {
    expect(model.hottest).toBe(8);
    expect(model.rows[0]?.cells.map((cell) => cell?.step)).toEqual([0, 3, 7]);
  });

  test('each cell is a sentence', () => {
    expect(model.rows[0]?.cells.map((cell) => cell?.sentence)).toEqual([
      '高齢者の相談は12件です。',
      '高齢者と生活困窮の両方がある相談は3件です。',
      '高齢者とその他の両方がある相談は8件です。',
    ]);
  });

  test('of targets and issues every cell stands, and a pair that nobody has is 0', () => {
    const cross = overlapMatrix(aPeople(), 'cross', 'ja');
    expect(cross.rows.map(({ cells }) => cells.map((cell) => cell?.count))).toEqual([
      [0, 9],
      [6, 0],
    ]);
    expect(matrixTable(cross, 'x').columns.map(({ label }) => label)).toEqual(['経済的困窮', '介護']);
  });

  test('the scale names whole numbers: single ones up to seven, then ranges', () => {
    expect(matrixSteps(3, 'ja').map(({ label }) => label)).toEqual(['1', '2', '3']);
    expect(matrixSteps(14, 'ja').map(({ label }) => label)).toEqual([
      '1〜2',
      '3〜4',
      '5〜6',
      '7〜8',
      '9〜10',
      '11〜12',
      '13〜14',
    ]);
    expect(stepOf(0, 14)).toBe(0);
  });
});

describe('the words', () => {
  test('その他 and 不明 are never the finding', () => {
    expect(overlapFinding(aPeople(), 'targets', 'ja')).toBe('最も多い重なりは高齢者と生活困窮の3件です');
    expect(overlapFinding(aPeople(), 'issues', 'en')).toBe('Most often together: poverty and employment, 4');
  });

  test('where no case has two, that is said', () => {
    const alone = aPeople({ targetPairs: [['T01', 'T01', 5]] });
    expect(overlapFinding(alone, 'targets', 'ja')).toBe('2つ以上の対象がある相談はありません');
  });

  test('the measure says several answers and how many consultations have rows', () => {
    expect(overlapMeasure(aPeople(), { kind: 'targets', place: '藤ヶ浦市', period: 'FY2024', language: 'ja' })).toBe(
      '両方がある相談の件数 藤ヶ浦市 令和6年度。新規相談25件のうち、1件ごとの記録がある20件。複数回答。枠で囲んだ数は、その対象の相談の件数',
    );
  });

  test('an address that names no such matrix shows targets', () => {
    expect([overlapKind(null), overlapKind('flow'), overlapKind('issues')]).toEqual(['targets', 'targets', 'issues']);
  });
});

test('combinations stand as published, most frequent first, with bars from 0', () => {
  const { title, rows } = shapeCombinations(aPeople(), 'ja');
  expect(title).toBe('対象の組み合わせは高齢者＋生活困窮が最も多く、3件です');
  expect(rows.map(({ name, length }) => [name, length])).toEqual([
    ['高齢者＋生活困窮', 1],
    ['高齢者＋生活困窮＋ひきこもり', 1 / 3],
  ]);
});

describe('age and sex', () => {
  const shape = shapeAges(aPeople(), 'ja');

  test('oldest on top, every band, then 不明 and 記入なし apart', () => {
    expect(shape.rows.map(({ name, counts, isApart }) => [name, ...counts, isApart])).toEqual([
      ['80代以上', 2, 7, 3, false],
      ['70代', 0, 0, 0, false],
      ['60代', 0, 0, 0, false],
      ['50代', 0, 0, 0, false],
      ['40代', 4, 0, 0, false],
      ['30代', 0, 0, 0, false],
      ['20代', 0, 0, 0, false],
      ['10代', 0, 0, 0, false],
      ['10代未満', 0, 0, 0, false],
      ['年代不明', 3, 0, 0, true],
      ['年代の記入なし', 0, 1, 0, true],
    ]);
  });

  test('who did not answer has a column of their own and no bar', () => {
    expect(shape.sexes.map(({ name }) => name)).toEqual(['男性', '女性', '性別不明・未回答']);
    expect(shape.rows[0]?.lengths).toEqual([2 / 7, 1]);
    expect(shape.title).toBe('80代以上の女性が最も多く、7件です');
  });

  test('the table adds up to all consultations', () => {
    const { rows } = ageTable(shape, 'x', 'ja');
    const sum = rows
      .flatMap(({ cells }) => cells)
      .reduce((all, cell) => all + (cell.kind === 'figure' && 'value' in cell.figure ? cell.figure.value : 0), 0);
    expect(sum).toBe(20);
  });
});
