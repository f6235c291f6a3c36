import { expect, test } from 'vitest';
import type { Day, PrefectureCode } from '#functions/domain/codes.ts';
import type { RegisteredGuide } from '#functions/domain/registration.ts';
import { describeGuide } from '../../../scripts/registry/describe-guide.ts';

const guide: RegisteredGuide = {
  row: 2,
  measure: 'R06',
  value: 26,
  from: '2018-04-01' as Day,
  until: '2019-03-31' as Day,
  prefecture: null,
  source: null,
  definition: null,
  isBreak: false,
};

test('a guide value in one line: whose, of what, how much, from when to when', () => {
  expect(describeGuide(guide)).toBe(
    '   2  国  R06  人口10万対新規相談件数(月平均)  26 人口10万対・月  2018-04-01〜2019-03-31',
  );
  expect(describeGuide({ ...guide, measure: 'R05', value: 50, until: null, prefecture: '16' as PrefectureCode })).toBe(
    '   2  富山県  R05  プラン作成率  50 %  2018-04-01〜',
  );
  expect(describeGuide({ ...guide, value: null, isBreak: true })).toMatch(/2018-04-01〜2019-03-31 {2}定義の変わり目$/);
});
