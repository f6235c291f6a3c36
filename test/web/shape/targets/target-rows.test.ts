/** 対象・課題別: several targets a case, so nothing is added up; unknown comes last and is no finding. */
import { describe, expect, test } from 'vitest';
import type { StoredFigure } from '#functions/domain/figure.ts';
import type { Cut } from '#functions/publish/release.ts';
import {
  sayMostFrequent,
  sayTargetMeasure,
  shapeTargetRows,
  shapeTargetTable,
} from '../../../../web/src/shape/targets/target-rows.ts';
import type { TargetSlice } from '../../../../web/src/shape/targets/target-slice.ts';
import { sayLargestMove, shapeTargetYears } from '../../../../web/src/shape/targets/target-years.ts';
import { officeIndex, rootCut } from '../../fixtures/invented-city.ts';

const root = officeIndex.municipality.code;
const slice: TargetSlice = { index: officeIndex, cut: rootCut, area: root, pathway: 'all', period: 'FY2024', level: 1 };

/** The slice with other counts of FY2024 by target. */
function withCounts(counts: Readonly<Record<string, StoredFigure>>): TargetSlice {
  const series = { ...rootCut.series };
  const at = rootCut.periods.indexOf('FY2024');
  for (const [target, count] of Object.entries(counts)) {
    const key = `N01|${root}|all|${target}`;
    series[key] = (rootCut.series[key] ?? []).map((figure, place) => (place === at ? count : figure));
  }
  const cut: Cut = { ...rootCut, series };
  return { ...slice, cut };
}

const finding = (changed: TargetSlice) => sayMostFrequent(shapeTargetRows(changed, 'ja'), 'ja');

describe('the rows', () => {
  test('targets in the order of their codes, unknown last, sub-groups on the second level only', () => {
    const names = (level: 1 | 2) => shapeTargetRows({ ...slice, level }, 'ja').map(({ name, depth }) => [name, depth]);
    expect(names(1).at(0)).toEqual(['高齢者', 0]);
    expect(names(1).at(-1)).toEqual(['対象が不明', 0]);
    expect(names(2).slice(1, 6)).toEqual([
      ['障害者', 0],
      ['身体障害', 1],
      ['知的障害', 1],
      ['精神障害', 1],
      ['発達障害', 1],
    ]);
  });

  test('bars are as long as their counts, and a state has none', () => {
    const rows = shapeTargetRows(withCounts({ T01: 'u' }), 'ja');
    expect(rows.slice(0, 2).map(({ count, length }) => [count, length])).toEqual([
      [{ state: 'unreported' }, null],
      [{ state: 'value', value: 52 }, 52 / 66],
    ]);
  });

  test('the table ends with all consultations, which is not the sum', () => {
    const { rows } = shapeTargetTable(slice, { caption: 'x', language: 'ja' });
    expect(rows.at(-1)).toEqual({
      key: 'all',
      label: '相談全体',
      look: 'total',
      cells: [
        { kind: 'figure', figure: { state: 'value', value: 220 }, decimals: 0 },
        { kind: 'blank' },
        { kind: 'blank' },
      ],
    });
  });
});

describe('what is said', () => {
  test('the most frequent target with its share of all', () => {
    expect(finding(slice)).toBe('高齢者の相談が最も多く、92件（全体の41.8%）です');
  });

  test('a tie names both', () => {
    expect(finding(withCounts({ T05: 92 }))).toBe('高齢者と生活困窮の相談が最も多く、それぞれ92件（全体の41.8%）です');
  });

  test('その他 and 不明 are never the finding, however many', () => {
    expect(finding(withCounts({ T11: 400, T99: 500 }))).toBe('高齢者の相談が最も多く、92件（全体の41.8%）です');
  });

  test('nothing reported is not zero', () => {
    const codes = ['T01', 'T02', 'T03', 'T04', 'T05', 'T06', 'T07', 'T08', 'T09', 'T10'];
    const all = (figure: StoredFigure) => withCounts(Object.fromEntries(codes.map((code) => [code, figure])));
    expect([finding(all('u')), finding(all(0))]).toEqual(['対象別の報告がありません', 'この期間の相談は0件です']);
  });

  test('the measure line says that the targets do not add up, and to what', () => {
    expect(sayTargetMeasure(slice, { place: '藤ヶ浦市', language: 'ja' })).toBe(
      '対象別の新規相談件数（件）と、相談全体に占める割合（%） 藤ヶ浦市 令和6年度。複数回答のため、対象ごとの件数を足しても相談の件数（220件）にはなりません',
    );
  });

  test('over the years only whole years are compared: nine months of FY2024 are not', () => {
    expect(sayLargestMove(slice, 'ja')).toBe('高齢者は令和4年度の70件から令和5年度の84件に増えました');
  });

  test('the table by year marks the year from which an office is missing', () => {
    const { columns, rows } = shapeTargetYears(slice, { caption: 'x', language: 'ja' });
    expect(columns.map(({ label }) => label)).toEqual(['令和4年度', '令和5年度', '令和6年度']);
    expect(rows[0]?.cells).toEqual([
      { kind: 'figure', figure: { state: 'value', value: 70 }, decimals: 0, isPartial: false },
      { kind: 'figure', figure: { state: 'value', value: 84 }, decimals: 0, isPartial: false },
      { kind: 'figure', figure: { state: 'value', value: 92 }, decimals: 0, isPartial: true },
    ]);
  });
});
