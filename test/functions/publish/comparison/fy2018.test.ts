/**
 * Real figures of FY2018 (samples/tochigi): municipalities of several prefectures whose forms print consultations up to the end of
 * February 2019, eleven months. What the forms count differs (new, all, complex cases), which is why they lie so far apart; they
 * are put beside each other as the municipalities of one prefecture would be. The expected values were computed apart from this
 * code (Python with numpy), from the formulas.
 */
import { describe, expect, test } from 'vitest';
import type { Day } from '#functions/domain/codes.ts';
import { computeComparison } from '#functions/publish/comparison/compute-comparison.ts';
import { describeComparison } from '#functions/publish/comparison/describe-comparison.ts';
import { readRecords } from '../../../../scripts/sample/read-source.ts';
import { asOf, aTown, periodOf, resultOf } from './town-builder.ts';

/** As printed in 達成状況, by municipality; 矢巾町 and 郡山市 say 新規. */
const printed = [
  ['遠野市', '相談対応件数'],
  ['矢巾町', '新規相談受理件数'],
  ['岩泉町', '包括的相談窓口への相談件数'],
  ['大潟村', '相談件数'],
  ['郡山市', '新規相談件数'],
  ['土浦市', 'スクラムネット相談件数'],
  ['東海村', '新規の複合課題世帯への相談支援'],
  ['高根沢町', '相談受付件数'],
  ['狭山市', '相談調整件数'],
  ['草加市', '相談件数'],
  ['湯沢市', '相談支援包括化推進会議の相談件数'],
] as const;

async function compareForms() {
  const [codes, profiles, results] = await Promise.all([
    readRecords('tochigi/codes.csv'),
    readRecords('tochigi/municipalities_fy2018.csv'),
    readRecords('tochigi/targets_fy2018.csv'),
  ]);
  const towns = printed.map(([name, indicator]) => {
    const code = codes.find((record) => record.municipality === name)?.code;
    const profile = profiles.find((record) => record.municipality === name);
    const result = results.find((record) => record.municipality === name && record.indicator_ja === indicator);
    if (code === undefined || profile === undefined || result === undefined) throw new Error(`No form of ${name}`);
    return aTown(code, {
      name,
      inhabitants: Number(profile.population),
      households: Number(profile.households),
      squareKilometres: Number(profile.area_km2),
      cases: [Number(result.actual_value)],
      months: 11,
    });
  });
  const national = {
    row: 2,
    measure: 'R06',
    value: 26,
    prefecture: null,
    source: null,
    definition: null,
    isBreak: false,
  } as const;
  const comparison = computeComparison({
    prefecture: '09',
    towns,
    asOf,
    guides: [{ ...national, from: '2018-04-01' as Day, until: '2019-03-31' as Day }],
  });
  const [measure] = comparison.measures;
  if (measure === undefined) throw new Error('R06 is the first measure');
  const period = periodOf([measure], 'R06');
  const codeOf = (name: string) => towns.find((town) => town.name.name === name)?.name.code ?? '';
  return {
    period,
    of: (name: string) => resultOf(period, codeOf(name)),
    peersOf: (name: string) =>
      comparison
        .start({})
        .towns.find((town) => town.name === name)
        ?.peers.map(({ code }) => towns.find((town) => town.name.code === code)?.name.name),
    measure,
    say: (name: string) =>
      describeComparison(measure, period, resultOf(period, codeOf(name)), { name, language: 'ja' }),
  };
}

describe('consultations per 100,000 and month, on eleven months of FY2018', () => {
  test('all together: 2,445 of 1,044,199 inhabitants', async () => {
    const { period, measure } = await compareForms();
    expect(period.reference).toMatchObject({ count: 2445, base: 11_486_189, towns: 11 });
    expect(period.reference?.value).toBeCloseTo(21.28643364652976, 10);
    expect(measure.guides.map(({ value, scope }) => [value, scope])).toEqual([[26, 'national']]);
    expect(period.guides).toEqual([0]);
  });

  test.each([
    ['遠野市', 204.8392, 188.9295, 221.7307, 63.5977],
    ['矢巾町', 11.3112, 7.8322, 15.8068, 63.984],
    ['岩泉町', 72.4799, 57.0079, 90.8554, 22.0266],
    ['郡山市', 3.6464, 3.0465, 4.3298, 758.9037],
    ['高根沢町', 27.8028, 22.3845, 34.1361, 69.6716],
    ['湯沢市', 5.4126, 3.5661, 7.8753, 106.185],
  ])('%s', async (name, value, lower, upper, expected) => {
    const result = (await compareForms()).of(name);
    expect(result.value).toBeCloseTo(value, 3);
    expect(result.of95?.[0]).toBeCloseTo(lower, 3);
    expect(result.of95?.[1]).toBeCloseTo(upper, 3);
    expect(result.expected).toBeCloseTo(expected, 3);
    expect(result.notes).toContain('months');
  });

  test('by chance alone nearly all would be clearly different; the forms differ by far more than chance, and it says so', async () => {
    const { period, of, say } = await compareForms();
    expect(period.overdispersion).toMatchObject({ areas: 11, isApplied: true });
    expect(period.overdispersion.phi).toBeCloseTo(94.49006, 4);
    expect(period.overdispersion.tauSquared).toBeCloseTo(0.5245597, 6);
    expect(period.towns.filter(({ byChance }) => byChance?.startsWith('clearly') === true)).toHaveLength(10);
    expect([of('高根沢町').byChance, of('高根沢町').class]).toEqual(['high', 'within']);
    // ln(612 / 63.6) = 2.26 beyond 1.96 √(1/63.6 + 0.5246) = 1.44 and 3.09 √… = 2.27.
    expect([of('遠野市').byChance, of('遠野市').class]).toEqual(['clearlyHigh', 'high']);
    expect([of('郡山市').byChance, of('郡山市').class]).toEqual(['clearlyLow', 'low']);
    expect(say('高根沢町')).toBe(
      '高根沢町は27.8件で、県の値（21.3件）より高いですが、偶然の範囲内です。報告のあった11か月（12か月のうち）で比べています。市町村どうしのちがいが偶然だけより大きいので、範囲を広げて判断しています。',
    );
  });

  test('a village of 3,181 is drawn towards the group, a city hardly', async () => {
    const { of } = await compareForms();
    expect(of('大潟村').smoothed?.value).toBeCloseTo(133.9457, 3);
    expect(of('郡山市').smoothed?.value).toBeCloseTo(3.6557, 3);
    expect(of('大潟村').smoothed?.group).toEqual({ kind: 'prefecture', towns: 11 });
    // Five municipalities have 10,000 to 49,999 inhabitants.
    expect(of('矢巾町').smoothed?.group).toEqual({ kind: 'size', size: 'Z2', towns: 5 });
    expect(of('大潟村').isDrawn).toBe(false);
  });

  test('resemble each other in size and density, as far as it is printed', async () => {
    const { peersOf } = await compareForms();
    expect(peersOf('土浦市')?.[0]).toBe('狭山市');
    expect(peersOf('高根沢町')?.slice(0, 2).toSorted()).toEqual(['東海村', '矢巾町'].toSorted());
  });
});
