/** 経路別 by month: at most the months of one fiscal year, gaps stay gaps, shares add up month by month. */
import { describe, expect, test } from 'vitest';
import {
  monthFinding,
  monthStack,
  monthTable,
  pathwayMonths,
  withoutZeroUnknown,
} from '../../../../web/src/shape/pathways/pathway-months.ts';
import { selectionOf } from '../../../../web/src/shape/selection.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { aCut, anIndex, himiCut, himiIndex } from '../../fixtures/published.ts';

const index = anIndex([2024], {
  asOf: '2024-07-10',
  dataUntil: '2024-07-09',
  missing: { cases: { '2024-06': ['小島出張所'] } },
});
const root = index.municipality.code;
const cut = aCut(index, `area/${root}`, {
  [`N01|${root}|all|all`]: { '2024-04': 6, '2024-05': 'u', '2024-06': 9, '2024-07': 3, FY2024: 18 },
  [`N01|${root}|P01|all`]: { '2024-04': 2, '2024-05': 'u', '2024-06': 3, '2024-07': 1, FY2024: 6 },
  [`N01|${root}|P04|all`]: { '2024-04': 4, '2024-05': 'u', '2024-06': 5, '2024-07': 2, FY2024: 11 },
  [`N01|${root}|P99|all`]: { '2024-04': 0, '2024-05': 'u', '2024-06': 1, '2024-07': 0, FY2024: 1 },
  [`share|${root}|P01|all`]: { '2024-04': 33.3, '2024-05': 'u', '2024-06': 37.5, '2024-07': 33.3, FY2024: 35.3 },
  [`share|${root}|P04|all`]: { '2024-04': 66.7, '2024-05': 'u', '2024-06': 62.5, '2024-07': 66.7, FY2024: 64.7 },
});
const selection = selectionOf({ ...plainView, period: '2024-06' }, index);
const shown = pathwayMonths({ index, cut, selection, level: 1, language: 'ja' });
if (shown === null) throw new Error('there are months');

describe('the months', () => {
  test('are those of the fiscal year that the chosen month lies in, as far as reports can be', () => {
    expect(shown.year).toBe('令和6年度');
    expect(shown.months.map(({ name }) => name)).toEqual(['4月', '5月', '6月', '7月']);
  });

  test('a month without a report is a gap, not a zero', () => {
    const { bars, parts } = monthStack(shown, 'ja');
    expect(bars.map(({ name, below, isGap }) => [name, below, isGap])).toEqual([
      ['4月', '6件', false],
      ['5月', '未報告', true],
      ['6月＊', '9件', false],
      ['7月＊', '3件', false],
    ]);
    expect(parts.map(({ shares }) => shares[1])).toEqual([null, null]);
  });

  test('a month that is not over, or lacks an office, is marked', () => {
    expect(shown.isPartial).toEqual([false, false, true, true]);
  });

  test('of a municipality with yearly totals there are none', () => {
    const none = pathwayMonths({
      index: himiIndex,
      cut: himiCut,
      selection: selectionOf(plainView, himiIndex),
      level: 1,
      language: 'ja',
    });
    expect(none).toBeNull();
  });

  test('the finding names the month with most', () => {
    expect(monthFinding(shown, 'ja')).toBe('最も多い月は6月の9件です');
  });

  test('only months with an unknown pathway are named', () => {
    expect(withoutZeroUnknown(shown.shape).unknown?.counts.map(({ state }) => state)).toEqual([
      'n/a',
      'unreported',
      'value',
      'n/a',
    ]);
  });
});

describe('the tables', () => {
  const printed = (what: 'counts' | 'shares') =>
    monthTable(shown, { what, caption: 'x', language: 'ja' }).rows.map(({ label, cells }) => [
      label,
      ...cells.map((cell) =>
        cell.kind === 'figure' ? ('value' in cell.figure ? cell.figure.value : cell.figure.state) : cell.kind,
      ),
    ]);

  test('counts end with the year itself, and 不明 stands before the total', () => {
    expect(printed('counts')).toEqual([
      ['本人', 2, 'unreported', 3, 1, 6],
      ['地域', 4, 'unreported', 5, 2, 11],
      ['不明', 0, 'unreported', 1, 0, 1],
      ['合計', 6, 'unreported', 9, 3, 18],
    ]);
  });

  test('shares add up to 100.0 in each month with a report', () => {
    expect(printed('shares').at(-1)).toEqual(['合計', 100, 'unreported', 100, 100, 100]);
  });
});
