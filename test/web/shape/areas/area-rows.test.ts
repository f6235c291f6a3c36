/** 圏域別 of the 架空 city: parallel divisions, the tree, states, heat. */
import { expect, test } from 'vitest';
import type { Cut } from '#functions/publish/release.ts';
import { divisionsOf } from '../../../../web/src/shape/areas/area-divisions.ts';
import { areaFinding } from '../../../../web/src/shape/areas/area-finding.ts';
import { areaOptions } from '../../../../web/src/shape/areas/area-options.ts';
import { areaShape, heatStep } from '../../../../web/src/shape/areas/area-rows.ts';
import { countReports, unreportedMonths } from '../../../../web/src/shape/reports/reporting.ts';
import {
  areasCutFor,
  cutFor,
  overviewCutFor,
  pathwaysCutFor,
  selectionOf,
  targetsCutFor,
} from '../../../../web/src/shape/selection.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { fujigauraCuts, fujigauraIndex as index } from '../../fixtures/fujigaura.ts';
import { himiIndex } from '../../fixtures/published.ts';

const days = { from: '2024-04-01', until: '2025-03-31' };
const selection = selectionOf(plainView, index);
const cut = fujigauraCuts[1] as Cut;

function shapeOf(kind: number, area = selection.area) {
  const division = divisionsOf(index, area, days)[kind];
  if (division === undefined) throw new Error('no such division');
  return areaShape({ index, cut, selection: { ...selection, area }, division, shownName: '藤ヶ浦市', language: 'ja' });
}

test('parallel divisions stand side by side, each with the same districts below', () => {
  const divisions = divisionsOf(index, '992054', days);
  expect(divisions.map(({ kind, below }) => [kind, below])).toEqual([
    ['日常生活圏域', '地区'],
    ['中学校区', '地区'],
  ]);
  expect(divisions.map(({ areas }) => areas.map(({ area, depth }) => `${depth}${area.name}`))).toEqual([
    [
      '0中央圏域',
      '1本町地区',
      '1港地区',
      '1駅前地区',
      '0東部圏域',
      '1東山地区',
      '1桜台地区',
      '1大谷地区',
      '0南部圏域',
      '1南条地区',
      '1小島地区',
    ],
    [
      '0第一中学校区',
      '1本町地区',
      '1港地区',
      '1駅前地区',
      '1南条地区',
      '0第二中学校区',
      '1東山地区',
      '1桜台地区',
      '1大谷地区',
      '1小島地区',
    ],
  ]);
  expect(divisionsOf(himiIndex, '162051', days)).toEqual([]);
  expect(divisionsOf(index, 'D01', days)).toEqual([]);
});

test('an area that had ended before the period is left out; its last day still counts', () => {
  const ended = (validUntil: string) => ({
    ...index,
    areas: index.areas.map((area) => (area.code === 'J02' ? { ...area, validUntil: validUntil as never } : area)),
  });
  const schools = (until: string) =>
    divisionsOf(ended(until), '992054', days).find(({ kind }) => kind === '中学校区')?.areas[0]?.area.name;
  expect(divisionsOf(ended('2024-03-31'), '992054', days)[1]?.areas.some(({ area }) => area.code === 'J02')).toBe(
    false,
  );
  expect(divisionsOf(ended('2024-04-01'), '992054', days)[1]?.areas.some(({ area }) => area.code === 'J02')).toBe(true);
  expect(schools('2024-03-31')).toBe('第一中学校区');
});

test('zero and unreported stay apart in the months of an area', () => {
  const shape = shapeOf(0);
  const island = shape.rows.find(({ code }) => code === 'D08');
  expect(island?.count).toEqual({ state: 'zero', value: 0 });
  expect(island?.months.slice(-2).map(({ figure }) => figure)).toEqual([
    { state: 'zero', value: 0 },
    { state: 'unreported' },
  ]);
});

test('the finding names the area that changed most, and how much of the whole that is', () => {
  expect(areaFinding(shapeOf(0), 'ja')).toBe('増えた48件のうち36件は東部圏域です');
  expect(areaFinding(shapeOf(0, 'E02'), 'ja')).toBe('増えた36件のうち12件は東山地区です');
});

test('where the total did not change, the area with most cases is named', () => {
  const shape = shapeOf(0);
  const still = { ...shape, rows: shape.rows.map((row) => ({ ...row, difference: { state: 'n/a' } as const })) };
  expect(areaFinding(still, 'ja')).toBe('いちばん多いのは東部圏域の90件です');
});

test('what stands in no area is said as 圏域が不明, before the total', () => {
  const key = 'N01|992054|all|all';
  const more: Cut = {
    ...cut,
    series: { ...cut.series, [key]: (cut.series[key] ?? []).map((one) => (typeof one === 'number' ? one + 2 : one)) },
  };
  const division = divisionsOf(index, '992054', days)[0];
  if (division === undefined) throw new Error('no division');
  const options = { index, selection, division, shownName: '藤ヶ浦市', language: 'ja' } as const;
  const names = (of: Cut) =>
    areaShape({ ...options, cut: of })
      .rows.slice(-2)
      .map(({ name }) => name);
  expect(names(more)).toEqual(['圏域が不明', '藤ヶ浦市 合計']);
  expect(names(cut)).toEqual(['小島地区', '藤ヶ浦市 合計']);
});

test('the total bears ＊ and the offices that are missing, the areas do not', () => {
  const shape = shapeOf(0);
  expect(shape.missing).toEqual(['小島出張所']);
  expect(shape.rows.filter(({ isPartial }) => isPartial).map(({ look }) => look)).toEqual(['total']);
});

test.each([
  [0, 6, 0],
  [1, 6, 1],
  [6, 6, 6],
  [7, 7, 7],
  [1, 8, 1],
  [8, 8, 7],
  [1, 70, 1],
  [10, 70, 1],
  [11, 70, 2],
  [70, 70, 7],
])('%d of at most %d has step %d of the heat scale', (value, hottest, step) => {
  expect(heatStep(value, hottest)).toBe(step);
});

test('the filter lists each area once, parents first', () => {
  const labels = areaOptions(index.areas).map(({ label }) => label);
  expect(labels.slice(0, 3)).toEqual(['中央圏域', '　本町地区', '　港地区']);
  expect(new Set(labels).size).toBe(labels.length);
});

test('months due and reported are counted office by office, a month without a report is due', () => {
  expect(countReports(index, 'FY2024')).toEqual({ due: 18, reported: 17 });
  expect(unreportedMonths(index, 'FY2022')).toBe(1);
  expect(countReports(index, '2024-11')).toEqual({ due: 2, reported: 2 });
});

test('codes of a link that do not exist are named, and everything is shown instead', () => {
  const state = { ...plainView, area: 'X', pathway: 'P04', target: 'T98', period: 'FY1999' };
  expect(selectionOf(state, index)).toEqual({
    period: 'FY2024',
    area: '992054',
    pathway: 'P04',
    target: 'all',
    unknown: ['period', 'area', 'target'],
  });
  expect(selectionOf({ ...plainView, area: 'ALL' }, index).area).toBe('992054');
});

test('each selection has one cut that holds it', () => {
  expect(cutFor({ area: 'E01', pathway: 'all', target: 'all' })).toBe('area/E01');
  expect(cutFor({ area: 'E01', pathway: 'P04', target: 'all' })).toBe('area/E01');
  expect(cutFor({ area: 'E01', pathway: 'all', target: 'T06' })).toBe('area/E01');
  expect(cutFor({ area: 'E01', pathway: 'P04', target: 'T06' })).toBe('division/P04');
});

const ofE01 = { area: 'E01', pathway: 'all', target: 'all' };
const names = ['overview/E01', 'pathways/E01', 'targets/E01', 'areas/all', 'areas/P04', 'areas/T06'];
const withSmallCuts = { ...index, cuts: Object.fromEntries(names.map((name) => [name, 'c'.repeat(64)])) };

test('each page loads the small cut that holds what it shows first', () => {
  expect(overviewCutFor(ofE01, withSmallCuts)).toBe('overview/E01');
  expect(pathwaysCutFor(ofE01, withSmallCuts)).toBe('pathways/E01');
  expect(targetsCutFor(ofE01, withSmallCuts)).toBe('targets/E01');
  expect(areasCutFor(ofE01, withSmallCuts)).toBe('areas/all');
  expect(areasCutFor({ ...ofE01, pathway: 'P04' }, withSmallCuts)).toBe('areas/P04');
  expect(areasCutFor({ ...ofE01, target: 'T06' }, withSmallCuts)).toBe('areas/T06');
});

test('what stands in no small cut comes from the large ones', () => {
  const ofBoth = { area: 'E01', pathway: 'P04', target: 'T06' };
  expect(overviewCutFor(ofBoth, withSmallCuts)).toBe('division/P04');
  expect(areasCutFor(ofBoth, withSmallCuts)).toBe('division/P04');
  expect(pathwaysCutFor(ofBoth, withSmallCuts)).toBe('division/T06');
  expect(targetsCutFor(ofBoth, withSmallCuts)).toBe('division/P04');
  expect(overviewCutFor({ ...ofE01, pathway: 'P04' }, withSmallCuts)).toBe('area/E01');
});

test('a release of an earlier version, which has no small cuts, is read as well', () => {
  const earlier = { ...index, cuts: {} };
  expect(overviewCutFor(ofE01, earlier)).toBe('area/E01');
  expect(pathwaysCutFor(ofE01, earlier)).toBe('area/E01');
  expect(targetsCutFor(ofE01, earlier)).toBe('area/E01');
  expect(areasCutFor(ofE01, earlier)).toBe('division/all');
  expect(areasCutFor({ ...ofE01, pathway: 'P04' }, earlier)).toBe('division/P04');
});
