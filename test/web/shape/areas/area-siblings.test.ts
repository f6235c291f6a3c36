/** 圏域別: sibling areas side by side, and the way down to an area. */
import { expect, test } from 'vitest';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { areaPath, divisionsOf } from '../../../../web/src/shape/areas/area-divisions.ts';
import { areaFinding } from '../../../../web/src/shape/areas/area-finding.ts';
import { areaShape } from '../../../../web/src/shape/areas/area-rows.ts';
import { areaSiblings } from '../../../../web/src/shape/areas/area-siblings.ts';
import { areaTableModel } from '../../../../web/src/shape/areas/area-table-model.ts';
import { selectionOf } from '../../../../web/src/shape/selection.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { aCut, anArea, anIndex } from '../../fixtures/published.ts';

const days = { from: '2024-04-01', until: '2025-03-31' };
const index: OfficeIndex = anIndex([2024], {
  areas: [
    anArea('HIMI', '氷見市', '市町村全域', []),
    anArea('E01', '中央圏域', '日常生活圏域', ['HIMI']),
    anArea('E02', '東部圏域', '日常生活圏域', ['HIMI']),
    anArea('D01', '本町地区', '地区', ['E01']),
    anArea('D02', '港地区', '地区', ['E01']),
    anArea('D03', '駅前地区', '地区', ['E01']),
  ],
});
const year = (value: number | 'u' | 'n') => ({ FY2024: value });
const counts = {
  'N01|162051|all|all': year(30),
  'N01|E01|all|all': year(20),
  'N01|E02|all|all': year(10),
  'N01|D01|all|all': year(9),
  'N01|D02|all|all': year(0),
  'N01|D03|all|all': year('u'),
};
const rates = {
  'R06|162051|all|all': year(50),
  'R06|E01|all|all': year(40),
  'R06|E02|all|all': year(80),
};

function siblings(area: string, cut: Cut) {
  const selection = { ...selectionOf(plainView, index), period: 'FY2024', area };
  const [division] = divisionsOf(index, area, days);
  return areaSiblings({ index, cut, selection, division, days, language: 'ja' });
}

test('with populations the areas are compared by rate, with the whole on the same scale', () => {
  const bars = siblings('162051', aCut(index, 'division/all', { ...counts, ...rates }));
  expect(bars?.title).toBe('人口あたりでは東部圏域がいちばん多く80.0件、氷見市全体は50.0件です');
  expect(bars?.bars.map(({ name, length }) => [name, length])).toEqual([
    ['東部圏域', 1],
    ['中央圏域', 0.5],
  ]);
  expect(bars?.whole?.length).toBe(0.625);
  expect(bars?.table.rows.map(({ label }) => label)).toEqual(['東部圏域', '中央圏域', '氷見市全体']);
});

test('without populations they are compared by count, and it is said why; 0 has no length, not reported has none at all', () => {
  const bars = siblings('E01', aCut(index, 'division/all', counts));
  expect([bars?.title, bars?.whole]).toEqual(['件数がいちばん多いのは本町地区の9件です', null]);
  expect(bars?.measure).toContain('人口の登録がないため');
  expect(bars?.bars.map(({ name, figure, length }) => [name, figure.state, length])).toEqual([
    ['本町地区', 'value', 1],
    ['港地区', 'zero', 0],
    ['駅前地区', 'unreported', null],
  ]);
});

test('an area without parts stands among those beside it', () => {
  const bars = siblings('D02', aCut(index, 'division/all', counts));
  expect(bars?.bars.filter(({ isShown }) => isShown).map(({ name }) => name)).toEqual(['港地区']);
  expect(bars?.bars).toHaveLength(3);
  expect(bars?.table.rows.at(-1)?.label).toBe('中央圏域全体');
});

test('the way down to an area names each on it', () => {
  expect(areaPath(index, 'D02').map(({ name }) => name)).toEqual(['中央圏域', '港地区']);
  expect(areaPath(index, '162051')).toEqual([]);
});

test('by rate the finding names the highest with the whole, and the plain table has the same cells', () => {
  const cut = aCut(index, 'division/all', { ...counts, ...rates });
  const [division] = divisionsOf(index, '162051', days);
  if (division === undefined) throw new Error('no division');
  const selection = { ...selectionOf(plainView, index), period: 'FY2024' };
  const shape = areaShape({
    ...{ index, cut, selection, division, shownName: '氷見市', measure: 'R06' as const },
    language: 'ja',
  });
  expect(areaFinding(shape, 'ja')).toBe('人口あたりでいちばん多いのは東部圏域の80.0件で、全体は50.0件です');
  const { columns, rows } = areaTableModel(shape, '圏域別', 'ja');
  expect(columns.map(({ label }) => label)).toEqual(['件数', '割合(%)', '人口10万対(月)']);
  expect(rows[0]?.cells[0]).toEqual({
    kind: 'figure',
    figure: { state: 'value', value: 20 },
    decimals: 0,
    isPartial: false,
  });
});
