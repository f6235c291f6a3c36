/** The numbers of 支援・会議・地域活動: same months compared, unreported tabs seen, what is alike said once. */
import { describe, expect, test } from 'vitest';
import type { StoredFigure } from '#functions/domain/figure.ts';
import { selectionOf } from '../../../../web/src/shape/selection.ts';
import {
  hasOtherBasis,
  hasSupport,
  supportKey,
  supportKeyFinding,
  supportKeyNotes,
  supportKeyTable,
} from '../../../../web/src/shape/support/support-key.ts';
import {
  supportTrendPoints,
  supportTrendWords,
  trendIndicator,
} from '../../../../web/src/shape/support/support-trend.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { aCut, anIndex } from '../../fixtures/published.ts';

const months = ['2024-04', '2024-05', '2024-06', '2024-07'];
const index = anIndex([2023, 2024], {
  asOf: '2024-08-10',
  dataUntil: '2024-07-31',
  monthsWithData: {
    actions: { FY2024: 4, ...Object.fromEntries(months.map((month) => [month, 1])) },
    meetings: { FY2024: 4, ...Object.fromEntries(months.map((month) => [month, 1])) },
  },
  compared: {
    actions: [{ year: 'FY2024', leftOut: ['2024-07'] }],
    meetings: [{ year: 'FY2024', leftOut: ['2024-07'] }],
  },
  missing: { meetings: { FY2024: ['地域づくり推進室'] } },
});
const root = index.municipality.code;
const figures: Record<string, Record<string, StoredFigure>> = {
  [`N02|${root}|all|all`]: {
    '2024-04': 30,
    '2024-05': 'u',
    '2024-06': 50,
    '2024-07': 20,
    FY2024: 100,
    'FY2024=': 80,
    'FY2024-': 60,
  },
  [`N09|${root}|all|all`]: { FY2024: 3, 'FY2024=': 3, 'FY2024-': 4 },
  [`N12|${root}|all|all`]: {},
  [`N15|${root}|all|all`]: { FY2024: 5 },
};
const cut = aCut(index, `area/${root}`, figures);
const selection = selectionOf({ ...plainView, period: 'FY2024' }, index);
const place = { index, cut, selection };
const groups = supportKey(place, 'ja');
const rowOf = (code: string) => groups.flatMap(({ rows }) => rows).find(({ indicator }) => indicator.code === code);

describe('the numbers', () => {
  test('a year under way is compared on the months that both years reported', () => {
    expect(rowOf('N02')).toMatchObject({
      figure: { state: 'value', value: 100 },
      basis: { state: 'value', value: 80 },
      before: { state: 'value', value: 60 },
      change: { state: 'value', value: 20 },
    });
    expect(hasOtherBasis(groups)).toBe(true);
    expect(supportKeyFinding(place, groups, 'ja')).toBe('支援は4〜6月に80回で、前年同期から20回増えました');
    expect(supportKeyFinding(place, groups, 'en')).toBe('80 support actions in Apr–Jun, 20 more than the year before');
  });

  test('what nobody reported is there and says so', () => {
    expect(rowOf('N12')?.figure).toEqual({ state: 'unreported' });
    expect(rowOf('N12')?.before).toEqual({ state: 'n/a' });
  });

  test('a municipality that never reported any of it has nothing to show', () => {
    const silent = supportKey({ ...place, cut: aCut(index, `area/${root}`, {}) }, 'ja');
    expect([hasSupport(groups), hasSupport(silent)]).toEqual([true, false]);
  });

  test('notes name months and offices, and say what is alike for several tabs once', () => {
    expect(supportKeyNotes(place, 'ja')).toEqual([
      '支援・会議は4か月分の報告です。',
      '支援・会議の前年同期は4〜6月どうしの値です。',
      '＊ 会議：地域づくり推進室の報告がそろっていません。',
      '活動拠点数は期間の終わりの数です。月や年で足し合わせません。',
    ]);
  });

  test('where a pathway is chosen, what cannot be divided is not applicable, and that is said', () => {
    const chosen = { index, cut, selection: { ...selection, pathway: 'P04' } };
    const meetings = supportKey(chosen, 'ja')[1]?.rows[0];
    expect(meetings?.figure).toEqual({ state: 'n/a' });
    expect(supportKeyNotes(chosen, 'ja').at(-1)).toContain('経路・対象では分けられない');
  });

  test('the table has a row for each indicator below the name of its tab', () => {
    const { rows, columns } = supportKeyTable(groups, 'x', 'ja');
    expect(columns.map(({ label }) => label)).toEqual(['値', '単位', '比べる月の値', '前年同期', '差']);
    expect(rows.filter(({ look }) => look === 'group').map(({ label }) => label)).toEqual(['支援', '会議', '地域活動']);
    expect(rows).toHaveLength(16);
  });
});

describe('the trend', () => {
  test('keeps a month without a report as a gap', () => {
    const points = supportTrendPoints(index, cut, { selection, series: 'N02' });
    expect(points.map(({ period, figure }) => [period, figure.state])).toEqual([
      ['2024-04', 'value'],
      ['2024-05', 'unreported'],
      ['2024-06', 'value'],
      ['2024-07', 'value'],
    ]);
  });

  test('an indicator that is not of this page shows 延支援回数', () => {
    expect([trendIndicator(null), trendIndicator('N01'), trendIndicator('N12')].map(({ code }) => code)).toEqual([
      'N02',
      'N02',
      'N12',
    ]);
  });

  test('a stock is told at the end of each month, never a month', () => {
    const points = [{ period: '2024-07', figure: { state: 'value', value: 5 }, isPartial: false }] as const;
    const words = supportTrendWords(points, { indicator: trendIndicator('N15'), place: '氷見市', language: 'ja' });
    expect(words).toEqual({
      title: '活動拠点数は令和6年7月に5か所でした',
      measure: '活動拠点数（か所、月末） 氷見市 令和6年7月〜令和6年7月',
    });
  });
});
