/** The ranked list with intervals: who has a rank, what stands below, and that no state can be taken for another. 架空のデータ. */
import { describe, expect, test } from 'vitest';
import { shapeIntervals } from '../../../../web/src/shape/comparison/interval-rows.ts';
import { intervalTable } from '../../../../web/src/shape/comparison/interval-table.ts';
import { writeCsv } from '../../../../web/src/shape/export/csv.ts';
import { comparedCode, comparedPrefecture, comparedTowns } from '../../fixtures/compared-prefecture.ts';

const { start, measures } = comparedPrefecture();

function shownOf(name: string, language: 'ja' | 'en' = 'ja') {
  const measure = measures.find((one) => one.measure === 'R06');
  const period = measure?.periods.find((one) => one.period === name);
  if (measure === undefined || period === undefined) throw new Error(`No ${name}`);
  return { comparison: start, measure, period, language };
}

const plain = { own: null, isSmoothed: false };

describe('rows', () => {
  const list = shapeIntervals(shownOf('FY2018'), { ...plain, own: comparedCode('岬市') });

  test('the highest value first, counts below 10 without a rank, then hidden, then not reported', () => {
    expect(list.ranked.map(({ rank }) => rank)).toEqual(list.ranked.map((_, place) => place + 1));
    expect(list.ranked[0]?.name).toBe('藤ヶ浦市');
    expect(list.ranked.at(-1)?.name).toBe('松ヶ丘町');
    expect(list.unranked.map(({ name, note }) => [name, note])).toEqual([
      ['石渡村', '10件未満'],
      ['鳴海村', '10件未満'],
      ['霧野村', '秘匿（少ない件数を守るため）'],
      ['青波町', '未報告'],
    ]);
  });

  test('the 95 % interval lies within that of 99.8 %, the value within both, and all on the scale', () => {
    for (const row of [...list.ranked, ...list.unranked]) {
      if (row.at === null || row.of95 === null || row.of998 === null) continue;
      const places = [row.of998.from, row.of95.from, row.at, row.of95.to, row.of998.to];
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      expect(places.every((place) => place >= 0 && place <= 1)).toBe(true);
    }
    expect(list.ranked.some(({ of998 }) => of998?.isCut === true)).toBe(false);
    expect(list.unranked.find(({ name }) => name === '鳴海村')?.of998?.isCut).toBe(true);
  });

  test('0 is a value, hidden and not reported are none', () => {
    const states = Object.fromEntries(list.unranked.map(({ name, value, class: own }) => [name, [value.state, own]]));
    expect(states).toEqual({
      石渡村: ['value', 'within'],
      鳴海村: ['zero', 'within'],
      霧野村: ['suppressed', null],
      青波町: ['unreported', null],
    });
  });

  test('one is one’s own; fewer months are said; lines are the prefecture and what holds in the year', () => {
    expect(list.ranked.filter(({ isOwn }) => isOwn).map(({ name }) => name)).toEqual(['岬市']);
    expect(list.ranked.filter(({ months }) => months !== null).map(({ name, months }) => [name, months])).toEqual([
      ['花園町', 7],
    ]);
    expect(list.lines.map(({ label, side }) => [label, side])).toEqual([
      ['県 31.5', 'right'],
      ['目安値 26.0', 'left'],
    ]);
    expect(shapeIntervals(shownOf('FY2017'), plain).lines).toHaveLength(1);
  });

  test('smoothed values stand beside the raw ones only where that is chosen, nearer to the others', () => {
    expect(list.ranked.every(({ smoothed }) => smoothed === null)).toBe(true);
    const beside = shapeIntervals(shownOf('FY2018'), { ...plain, isSmoothed: true });
    const village = beside.unranked.find(({ name }) => name === '鳴海村');
    expect(village?.at).toBe(0);
    expect(village?.smoothed?.at ?? 0).toBeGreaterThan(0.2);
    expect(beside.unranked.find(({ name }) => name === '霧野村')?.smoothed).toBeNull();
  });
});

test('since when there is no report is said of the periods after it began, not of those before', () => {
  const silent = comparedTowns().map((town) =>
    town.name.name === '青波町'
      ? {
          ...town,
          reporting: { ...town.reporting, sources: { cases: { last: '2018-03', silentSince: '2018-04' } } },
        }
      : town,
  );
  const other = comparedPrefecture(silent).start;
  const noteIn = (name: string) =>
    shapeIntervals({ ...shownOf(name), comparison: other }, plain).unranked.find(({ name: town }) => town === '青波町')
      ?.note;
  expect(noteIn('FY2018')).toBe('未報告（平成30年4月から）');
  expect(noteIn('2018-05..2019-04')).toBe('未報告（平成30年4月から）');
  expect(noteIn('FY2017')).toBe('未報告');
});

test.each([
  ['ja', '秘匿', '未報告', '順位'],
  ['en', 'suppressed', 'not reported', 'Rank'],
] as const)('the table and its CSV say every state in words (%s)', (language, hidden, unreported, rank) => {
  const model = intervalTable(shownOf('FY2018', language), '表');
  const lines = writeCsv(model, language)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  expect(lines[0]).toContain(rank);
  const lineOf = (name: string) => lines.find((line) => line.startsWith(name)) ?? '';
  expect(lineOf('霧野村')).toContain(`,${hidden},${hidden},`);
  expect(lineOf('青波町')).toContain(`,${unreported},${unreported},`);
  expect(lineOf('鳴海村')).toMatch(/,0,0\.0,0\.0,/);
  // Nothing derived of a hidden count: no limits, no smoothed value, no class.
  expect(lineOf('霧野村').replaceAll(hidden, '')).not.toMatch(/\d/);
  expect(model.rows).toHaveLength(17);
});
