/** The forms of FY2018: every profile and every goal of the transcription is in a workbook, and nothing else. */
import { describe, expect, test } from 'vitest';
import { fy2018Workbooks, typedDay } from '../../scripts/sample/fy2018.ts';
import { readRecords } from '../../scripts/sample/read-source.ts';
import type { SampleWorkbook } from '../../scripts/sample/workbook.ts';
import { readNumber } from './read-cells.ts';

function column(workbook: SampleWorkbook, header: string) {
  const [headers = [], ...rows] = workbook.tabs.find(({ name }) => name === '成果目標')?.rows ?? [];
  const index = headers.indexOf(header);
  return rows.map((row) => row[index] ?? null);
}

async function byMunicipality() {
  const [codes, workbooks] = await Promise.all([readRecords('tochigi/codes.csv'), fy2018Workbooks()]);
  return codes
    .map((code, index) => ({ code, workbook: workbooks[index] }))
    .filter((one) => one.workbook !== undefined) as {
    code: Readonly<Record<string, string>>;
    workbook: SampleWorkbook;
  }[];
}

test('all 42 profiles are there, 36 of them with goals', async () => {
  const workbooks = await fy2018Workbooks();
  expect(workbooks).toHaveLength(42);
  expect(workbooks.filter(({ tabs }) => tabs.some(({ name }) => name === '成果目標'))).toHaveLength(36);
});

test('every measure stands in its municipality, once for each programme it was printed under', async () => {
  const goals = await readRecords('tochigi/targets_fy2018.csv');
  for (const { code, workbook } of await byMunicipality()) {
    const own = goals.filter((goal) => goal.prefecture === code.prefecture && goal.municipality === code.municipality);
    const expected = own.flatMap((goal) => (goal.programme ?? '').split('|').map(() => goal.indicator_ja));
    expect(column(workbook, '指標')).toEqual(expected);
  }
});

test('every goal value and every result is typed as the transcription has it, but for the readings that say why not', async () => {
  const goals = await readRecords('tochigi/targets_fy2018.csv');
  const readings = await readRecords('tochigi/readings.csv');
  for (const { code, workbook } of await byMunicipality()) {
    const own = goals.filter((goal) => goal.prefecture === code.prefecture && goal.municipality === code.municipality);
    const rows = own.flatMap((goal) => (goal.programme ?? '').split('|').map(() => goal));
    const [values, uppers, results] = ['目標値', '目標上限', '実績値'].map((header) => column(workbook, header));
    for (const [index, goal] of rows.entries()) {
      const isReadOtherwise = (header: string) =>
        readings.some(
          (reading) =>
            reading.municipality === code.municipality &&
            reading.programme === goal.programme &&
            reading.indicator === goal.indicator_ja &&
            reading.column === header,
        );
      const numbers = [values?.[index], uppers?.[index]]
        .filter((cell) => cell != null)
        .map((cell) => readNumber(cell ?? null));
      if (!isReadOtherwise('目標値'))
        expect(numbers.join('-')).toBe(
          Number.isNaN(Number(goal.target_value))
            ? goal.target_value
            : goal.target_value === ''
              ? ''
              : String(Number(goal.target_value)),
        );
      const result = results?.[index] ?? null;
      if (isReadOtherwise('実績値')) expect(result).toBeNull();
      else if (goal.actual_value === '38-91') expect(result).toBe('38-91');
      else expect(result === null ? '' : String(readNumber(result))).toBe(goal.actual_value);
    }
  }
});

test('every reading names a row that exists', async () => {
  const goals = await readRecords('tochigi/targets_fy2018.csv');
  const keys = new Set(goals.map((goal) => [goal.municipality, goal.programme, goal.indicator_ja].join('|')));
  const readings = (await readRecords('tochigi/readings.csv')).filter(({ programme }) => programme !== '基本情報');
  expect(
    readings.filter(
      ({ municipality, programme, indicator }) => !keys.has([municipality, programme, indicator].join('|')),
    ),
  ).toEqual([]);
});

test('rates stand under the unit that the form prints, right or wrong', async () => {
  const rates = new Map(
    (await byMunicipality()).map(({ code, workbook }) => [
      code.name,
      workbook.tabs[0]?.rows.find(([item]) => item === '生活保護受給率')?.[1] ?? null,
    ]),
  );
  expect([
    rates.get('京極町'),
    rates.get('秋田県'),
    rates.get('栃木市'),
    rates.get('大潟村'),
    rates.get('平内町'),
  ]).toEqual(['14.4%', '14.8‰', '9.23%', '0.094%', null]);
});

describe('the time of a result', () => {
  test.each([
    ['平成30年12月末', '平成30年12月31日'],
    ['[平成30年]11月22日', '平成30年11月22日'],
    ['[平成]31年2月末', '平成31年2月28日'],
    ['平成30年4月～平成31年1月', '平成31年1月31日'],
    ['[平成30年5月～平成31年]2月', '平成31年2月28日'],
    ['平成30年度2月末時点', '平成31年2月28日'],
    ['平成31年2月現在 (printed 2月現在)', '平成31年2月28日'],
    ['平成30年9月28日 (single event)', '平成30年9月28日'],
    ['11/21 (year omitted; 平成30年)', '11/21'],
    ['[平成30年]8月～', ''],
    ['平成30年5月～', ''],
    ['平成30年度, date not given', ''],
    ['date not given (2月現在 elsewhere)', ''],
    ['平成30年度', ''],
    ['', ''],
  ])('%s is typed as %s', (printed, typed) => {
    expect(typedDay(printed)).toBe(typed);
  });
});
