/** Who has not reported since when. Everything here is 架空のデータ. */
import { describe, expect, test } from 'vitest';
import type { TownToCompare } from '#functions/publish/comparison/town.ts';
import { shapeReporting } from '../../../../web/src/shape/comparison/reporting.ts';
import { aTown, codeOf } from '../../../functions/publish/comparison/town-builder.ts';
import { compareTowns } from './compared-prefecture.ts';

type Reporting = TownToCompare['reporting'];

function town(number: number, name: string, change: Partial<Reporting>): TownToCompare {
  const made = aTown(codeOf(number), { name });
  return { ...made, reporting: { ...made.reporting, ...change } };
}
const unused = { last: null, silentSince: null };
const current = { last: '2019-04', silentSince: null };
const never = town(1, '白紙町', {
  rate: ['u'],
  accepted: ['n'],
  days: ['n'],
  sources: { cases: unused, actions: unused },
});
const short = town(2, '短町', { sources: { cases: { last: '2019-02', silentSince: '2019-03' }, actions: unused } });
const long = town(3, '長町', {
  rate: [50],
  sources: { cases: { last: '2018-12', silentSince: '2019-01' }, actions: { last: '2018-09', silentSince: '2018-10' } },
});
const whole = town(4, '全町', { sources: { cases: current, actions: unused } });

const shape = (towns: readonly TownToCompare[], language: 'ja' | 'en' = 'ja') =>
  shapeReporting(compareTowns(towns).comparison, { year: 'FY2018', language });

describe('who has not reported since when', () => {
  test('is said first, the longest silence by name, and who never reported', () => {
    expect(shape([never, short, long, whole]).title).toBe(
      '報告が止まっているのは2市町村で、最も長いのは長町（支援記録 平成30年10月から）です。まだ一度も報告のないところが1市町村あります',
    );
    expect(shape([short, whole]).title).toBe('報告が止まっているのは短町だけです（相談受付 平成31年3月から）');
    expect(shape([whole]).title).toBe('一度報告した市町村は、終わった月まですべて報告しています');
    expect(shape([never], 'en').title).toBe('Municipalities that have never reported: 1');
  });

  test('stands by tab, the longest silence first; a tab that was never used is not missing', () => {
    const { groups, table } = shape([never, short, long, whole]);
    expect(groups.map(({ key, towns }) => [key, towns.map((each) => [each.town.name, each.sinceText])])).toEqual([
      [
        'silent',
        [
          ['長町', '支援記録 平成30年10月から、相談受付 平成31年1月から'],
          ['短町', '相談受付 平成31年3月から'],
        ],
      ],
      ['never', [['白紙町', 'まだ一度も報告がありません']]],
      ['current', [['全町', '止まっていません']]],
    ]);
    expect(table.rows.map(({ label }) => label)).toEqual(['長町', '短町', '白紙町', '全町']);
  });

  test('a rate that nobody can tell is a state, not 0', () => {
    const [, neverGroup] = shape([never, short, long, whole]).groups;
    const [row] = neverGroup?.towns ?? [];
    expect(row?.rate).toBeNull();
    expect(row?.cells[0]).toEqual({ kind: 'figure', figure: { state: 'unreported' }, decimals: 1 });
  });
});
