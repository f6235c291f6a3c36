/** Himi City's workbook holds the published table cell by cell (氷見市社会福祉協議会, 2018). */
import { expect, test } from 'vitest';
import { himiWorkbooks } from '../../scripts/sample/himi.ts';
import type { SampleWorkbook } from '../../scripts/sample/workbook.ts';
import { readFiscalYear, readNumber } from './read-cells.ts';

const pathways = ['当事者', '家族', '知人', '地域', '専門機関', '行政'];
/** 経路別 新規相談件数 by fiscal year, then the printed total. */
const published = new Map([
  [2014, [12, 20, 4, 19, 42, 83, 180]],
  [2015, [9, 6, 1, 14, 46, 80, 156]],
  [2016, [9, 19, 1, 29, 53, 69, 180]],
  [2017, [25, 30, 4, 52, 57, 61, 229]],
]);

async function workbookNamed(path: string): Promise<SampleWorkbook> {
  const found = (await himiWorkbooks()).find((workbook) => workbook.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found;
}

function totals(workbook: SampleWorkbook, indicator: string): ReadonlyMap<number, readonly number[]> {
  const rows = workbook.tabs.find(({ name }) => name === '集計報告')?.rows.slice(1) ?? [];
  const years = new Map<number, Map<string, number>>();
  for (const [year = null, , name, , pathway, , value = null] of rows) {
    if (name !== indicator) continue;
    const fiscalYear = readFiscalYear(year);
    const byPathway = years.get(fiscalYear) ?? new Map<string, number>();
    byPathway.set(String(pathway ?? ''), readNumber(value));
    years.set(fiscalYear, byPathway);
  }
  return new Map(
    [...years].map(([year, byPathway]) => [
      year,
      [...pathways, ''].filter((name) => byPathway.has(name)).map((name) => byPathway.get(name) ?? Number.NaN),
    ]),
  );
}

test('every cell of the pathway table of FY2014 to FY2017 is in the workbook', async () => {
  expect(totals(await workbookNamed('himi/氷見市'), '新規相談件数')).toEqual(published);
});

test('the other totals are as printed', async () => {
  const city = await workbookNamed('himi/氷見市');
  const years = (values: readonly number[]) => new Map(values.map((value, index) => [2014 + index, [value]]));
  expect(totals(city, '延支援回数')).toEqual(years([3479, 5894, 6242, 6456]));
  expect(totals(city, '複合課題ケース数')).toEqual(years([92, 75, 117, 146]));
  expect(totals(city, 'プラン作成件数')).toEqual(years([4, 32, 68, 48]));
  expect(totals(city, '会議開催回数')).toEqual(years([4, 4, 6, 7]));
});

test('the CSW column of FY2016 stands as printed, and does not add up', async () => {
  const csw = totals(await workbookNamed('himi/氷見市_参考（CSWと簡易調査）'), '新規相談件数');
  expect(csw).toEqual(
    new Map([
      [2016, [4, 9, 1, 24, 15, 18, 70]],
      [2017, [10, 3, 2, 26, 13, 9, 63]],
    ]),
  );
  const [printed = 0, ...parts] = (csw.get(2016) ?? []).toReversed();
  expect({ printed, parts: parts.reduce((sum, part) => sum + part, 0) }).toEqual({ printed: 70, parts: 71 });
});

test('the ages of the survey stand as printed, and do not add up to their rows', async () => {
  const reference = await workbookNamed('himi/氷見市_参考（CSWと簡易調査）');
  const rows = reference.tabs.find(({ name }) => name === '成果目標')?.rows.slice(1) ?? [];
  const result = (row: (typeof rows)[number]) => readNumber(row[14] ?? null);
  const survey = ['男性', '女性', '性別不明'].map((sex) => {
    const total = rows.find((row) => row[2] === `支援が困難な人（${sex}）`);
    const ages = rows.filter((row) => new RegExp(`^うち${sex}\\d`).test(String(row[2])));
    return { printed: total === undefined ? null : result(total), ages: ages.map(result) };
  });
  expect(survey).toEqual([
    { printed: 66, ages: [1, 1, 5, 3, 4, 25, 13, 10] },
    { printed: 42, ages: [3, 2, 0, 4, 0, 6, 7, 17] },
    { printed: 18, ages: [3, 0, 0, 0, 0, 0, 1, 1] },
  ]);
  expect(survey.map(({ ages }) => ages.reduce((sum, age) => sum + age, 0))).toEqual([62, 39, 5]);
});

test('only the reference workbook says that it is one', async () => {
  const kinds = (await himiWorkbooks()).map(({ path, tabs }) => [
    path,
    tabs.find(({ name }) => name === '基本情報')?.rows.find(([item]) => item === 'データの種類')?.[1] ?? null,
  ]);
  expect(kinds).toEqual([
    ['himi/氷見市', null],
    ['himi/氷見市_参考（CSWと簡易調査）', '参考'],
  ]);
});
