/** Municipalities compared: what is said of whom, and on what. Everything here is 架空のデータ. */
import { describe, expect, test } from 'vitest';
import { computeComparison } from '#functions/publish/comparison/compute-comparison.ts';
import { describeComparison } from '#functions/publish/comparison/describe-comparison.ts';
import type { TownToCompare } from '#functions/publish/comparison/town.ts';
import { comparisonSchema, measureComparisonSchema } from '#functions/publish/comparison-schemas.ts';
import { comparisonSentences } from '#sheets-schema/vocabulary/words/comparison-sentences.ts';
import { asOf, aTown, codeOf, periodOf, resultOf } from './town-builder.ts';

const compare = (towns: readonly TownToCompare[]) => computeComparison({ prefecture: '99', towns, asOf });
const inCases = (towns: readonly TownToCompare[]) => periodOf(compare(towns).measures, 'R06');

/** 30 towns of 10,000 with 20 consultations a year: 16.7 per 100,000 and month. */
const usual = Array.from({ length: 30 }, (_, number) => aTown(codeOf(number)));
const own = codeOf(90);

describe('new consultations per 100,000 and month', () => {
  test('by hand: a town with 80 of 10,000 among thirty with 20', () => {
    const period = inCases([...usual, aTown(own, { cases: [80] })]);
    // 680 consultations over 31 × 10,000 × 12.
    expect(period.reference).toEqual({ value: (680 / 3_720_000) * 100_000, count: 680, base: 3_720_000, towns: 31 });
    const result = resultOf(period, own);
    expect(result).toMatchObject({
      state: 'value',
      count: 80,
      base: 120_000,
      class: 'clearlyHigh',
      rank: 1,
      unranked: null,
    });
    expect(result.value).toBeCloseTo(66.6667, 4);
    expect(result.expected).toBeCloseTo(21.93548, 4);
    // Byar for 80, per 120,000: 63.4 to 99.6.
    expect(result.of95?.map((limit) => limit.toFixed(1))).toEqual(['52.9', '83.0']);
    expect(period.outsideByChance).toBeCloseTo(1.55, 6);
    expect(resultOf(period, codeOf(0))).toMatchObject({ class: 'within', rank: 2, sentence: 'belowWithin' });
  });

  test.each([
    [80, 'clearlyHigh', '港町は66.7件で、県の値（18.3件）より明らかに高いです。'],
    [
      33,
      'high',
      '港町は27.5件で、県の値（17.0件）より高いです。31市町村を比べると、偶然だけでもおよそ2か所がこの程度ちがいます。',
    ],
    [25, 'within', '港町は20.8件で、県の値（16.8件）より高いですが、偶然の範囲内です。'],
    [20, 'within', '港町は16.7件で、県の値と同じです。'],
    [15, 'within', '港町は12.5件で、県の値（16.5件）より低いですが、偶然の範囲内です。'],
    [
      10,
      'low',
      '港町は8.3件で、県の値（16.4件）より低いです。31市町村を比べると、偶然だけでもおよそ2か所がこの程度ちがいます。',
    ],
    [4, 'clearlyLow', '港町は3.3件で、県の値（16.2件）より明らかに低いです。'],
  ])('%d consultations where 20 are usual: %s', (cases, expected, sentence) => {
    const [measure] = compare([...usual, aTown(own, { cases: [cases] })]).measures;
    if (measure === undefined) throw new Error('R06 is the first measure');
    const period = periodOf([measure], 'R06');
    const result = resultOf(period, own);
    expect(result.class).toBe(expected);
    expect(describeComparison(measure, period, result, { name: '港町', language: 'ja' })).toBe(sentence);
  });

  test('a village with none is within chance where few are expected', () => {
    const village = aTown(own, { inhabitants: 800, cases: [0] });
    const [measure] = compare([...usual, village]).measures;
    if (measure === undefined) throw new Error('R06 is the first measure');
    const period = periodOf([measure], 'R06');
    const result = resultOf(period, own);
    expect(result).toMatchObject({
      state: 'zero',
      value: 0,
      class: 'within',
      rank: null,
      unranked: 'few',
      isDrawn: false,
    });
    expect(describeComparison(measure, period, result, { name: '小村', language: 'ja' })).toBe(
      '小村は0件ですが、それだけで県の値（16.6件）より低いとは言えません。偶然の範囲内です。',
    );
    // A tenth of the towns' people: drawn far towards the group, and with the group's name.
    expect(result.smoothed?.group).toEqual({ kind: 'prefecture', towns: 31 });
    expect(result.smoothed?.value ?? 0).toBeGreaterThan(0);
  });

  test('a count below 10 is never ranked, however high its rate', () => {
    const village = aTown(own, { inhabitants: 500, cases: [9] });
    const result = resultOf(inCases([...usual, village]), own);
    expect([result.class, result.rank, result.unranked]).toEqual(['clearlyHigh', null, 'few']);
    expect(resultOf(inCases([...usual, aTown(own, { inhabitants: 500, cases: [10] })]), own).rank).toBe(1);
  });

  test('a town with missing months is compared on those it reported, and says so', () => {
    const result = resultOf(inCases([...usual, aTown(own, { cases: [15], months: 9, partly: 2 })]), own);
    expect(result).toMatchObject({ base: 90_000, months: { due: 12, reported: 9, partly: 2 }, class: 'within' });
    expect(result.value).toBeCloseTo((15 / 90_000) * 100_000, 9);
    expect(result.notes).toEqual(['months', 'partly']);
    expect(resultOf(inCases(usual), codeOf(0)).notes).toEqual([]);
  });

  test.each<[string, TownToCompare, { state: string; leftOut: string }]>([
    ['that has not reported', aTown(own, { cases: ['u'], months: 0 }), { state: 'unreported', leftOut: 'noReport' }],
    ['whose inhabitants nobody gave', aTown(own, { inhabitants: null }), { state: 'n/a', leftOut: 'noPopulation' }],
    ['whose count is hidden', aTown(own, { cases: ['x'] }), { state: 'suppressed', leftOut: 'hidden' }],
    [
      'without data of that year',
      aTown(own, { years: ['FY2017'], cases: [50] }),
      { state: 'unreported', leftOut: 'noReport' },
    ],
    ['to which it does not apply', aTown(own, { cases: ['n'] }), { state: 'n/a', leftOut: 'notApplicable' }],
    ["that is the prefecture's own office", aTown('990001'), { state: 'n/a', leftOut: 'prefecture' }],
  ])('a municipality %s is left out, says why, and changes nothing for the others', (_, town, expected) => {
    const period = inCases([...usual, town]);
    const result = resultOf(period, town.name.code);
    expect(result).toMatchObject({
      ...expected,
      sentence: expected.leftOut,
      count: null, base: null, value: null, of95: null, of998: null, expected: null,
      class: null, byChance: null, widened: null, smoothed: null, rank: null, unranked: 'leftOut', peers: null, notes: [],
    }); // biome-ignore format: all that is absent, in three lines
    expect(period.reference).toEqual(inCases(usual).reference);
    expect(Object.keys(comparisonSentences)).toContain(result.sentence);
  });

  test('wards are not added to their city, nor compared beside it', () => {
    const city = aTown('991000', { inhabitants: 100_000, cases: [300] });
    const ward = aTown('991019', { inhabitants: 60_000, cases: [200] });
    const period = inCases([...usual, city, ward]);
    expect(period.reference?.count).toBe(30 * 20 + 300);
    expect(resultOf(period, '991019')).toMatchObject({ leftOut: 'ward', value: null });
    const withoutCity = inCases([...usual, ward]);
    expect(withoutCity.reference?.count).toBe(30 * 20 + 200);
  });

  test('one municipality alone has its value and nobody to be compared with', () => {
    const result = resultOf(inCases([aTown(own)]), own);
    expect(result).toMatchObject({ class: null, rank: null, unranked: 'alone', smoothed: null, sentence: 'alone' });
    expect(result.of95).not.toBeNull();
  });

  test('where all report none, the prefecture has 0 and nobody differs', () => {
    const period = inCases(usual.map(({ name }) => aTown(name.code, { cases: [0] })));
    expect(period.reference).toMatchObject({ value: 0, count: 0 });
    expect(new Set(period.towns.map((town) => town.class))).toEqual(new Set(['within']));
    expect(period.funnel).toEqual([]);
  });

  test('nobody to compare is no error', () => {
    expect(compare([]).measures.every(({ periods }) => periods.length === 0)).toBe(true);
    expect(inCases([aTown(own, { cases: ['u'], months: 0 })])).toMatchObject({ reference: null, distribution: null });
  });
});

describe('overdispersion', () => {
  /** Half with twice as many as the other half: far more than chance. */
  const apart = usual.map(({ name }, index) =>
    aTown(name.code, { inhabitants: 100_000, cases: [index % 2 === 0 ? 150 : 300] }),
  );

  test('applies where municipalities differ by more than chance, and is said', () => {
    const period = inCases([...apart, aTown(own, { inhabitants: 100_000, cases: [320] })]);
    expect(period.overdispersion).toMatchObject({ areas: 31, isApplied: true });
    const result = resultOf(period, own);
    expect([result.byChance, result.widened, result.class]).toEqual(['clearlyHigh', 'within', 'within']);
    expect(result.notes).toContain('widened');
    expect(period.funnel.every(({ widened998 }) => widened998 !== null)).toBe(true);
  });

  test('does not hide who is far beyond the others', () => {
    const period = inCases([...apart, aTown(own, { inhabitants: 100_000, cases: [2500] })]);
    expect(resultOf(period, own).class).toBe('clearlyHigh');
  });

  test('is not reckoned with below ten municipalities', () => {
    const period = inCases(apart.slice(0, 9));
    expect(period.overdispersion).toMatchObject({ areas: 9, phi: null, isApplied: false });
    expect(period.towns.map((town) => town.widened)).toEqual(Array.from({ length: 9 }, () => null));
  });

  test('never makes 0 of a small town low by a limit on a log scale', () => {
    const result = resultOf(inCases([...apart, aTown(own, { inhabitants: 300, cases: [0] })]), own);
    expect([result.class, result.isDrawn]).toEqual(['within', false]);
  });

  test('counts that come in clusters get no class until the spread between ten municipalities is known', () => {
    const actions = (count: number) => ({ N02: { counts: [count], bases: [120_000] } });
    const few = Array.from({ length: 6 }, (_, number) =>
      aTown(codeOf(number), { measures: actions(number < 5 ? 100 : 900) }),
    );
    const alone = resultOf(periodOf(compare(few).measures, 'N02'), codeOf(5));
    expect([alone.byChance, alone.class, alone.sentence]).toEqual(['clearlyHigh', null, 'aboveClustered']);
    const many = Array.from({ length: 20 }, (_, number) =>
      aTown(codeOf(number), { measures: actions(number < 19 ? 100 + number : 400) }),
    );
    expect(resultOf(periodOf(compare(many).measures, 'N02'), codeOf(19)).class).toBe('clearlyHigh');
  });
});

describe('shares', () => {
  const shares = (count: number, base: number | null) => ({ R02: { counts: [count], bases: [base] } });
  const towns = Array.from({ length: 12 }, (_, number) => aTown(codeOf(number), { measures: shares(30, 100) }));
  const inShares = (more: TownToCompare) => periodOf(compare([...towns, more]).measures, 'R02');

  test('have Wilson intervals in percent, and the prefecture is the quotient of sums', () => {
    const period = inShares(aTown(own, { measures: shares(65, 100) }));
    expect(period.reference?.value).toBeCloseTo(((12 * 30 + 65) / 1300) * 100, 9);
    expect(resultOf(period, own)).toMatchObject({ value: 65, of95: [55.25444, 73.63575], class: 'clearlyHigh' });
    expect(resultOf(period, own).smoothed?.of95).toBeNull();
  });

  test('of nothing, and of less than the part, are left out in words', () => {
    expect(resultOf(inShares(aTown(own, { measures: shares(0, null) })), own)).toMatchObject({
      leftOut: 'noBase',
      state: 'n/a',
    });
    expect(resultOf(inShares(aTown(own, { measures: shares(7, 5) })), own)).toMatchObject({
      leftOut: 'overall',
      state: 'n/a',
    });
  });

  test("the prefecture's own consultations belong to its value, but it is no municipality", () => {
    const period = inShares(aTown('990001', { measures: shares(90, 100) }));
    expect(period.reference).toMatchObject({ count: 12 * 30 + 90, towns: 12 });
    expect(resultOf(period, '990001')).toMatchObject({ leftOut: 'prefecture', value: null });
  });
});

describe('what a prefecture is given', () => {
  test('keeps to its schema, whoever reports what', () => {
    const years = ['FY2014', 'FY2015', 'FY2016', 'FY2017', 'FY2018'];
    const towns = [
      ...Array.from({ length: 12 }, (_, number) =>
        aTown(codeOf(number), { years, cases: [10, 'u', 'x', number, 30 + number], inhabitants: 900 * (number + 1) }),
      ),
      aTown('990001', { years, cases: [1, 2, 3, 4, 5] }),
    ];
    const comparison = compare(towns);
    for (const measure of comparison.measures) expect(measureComparisonSchema.parse(measure)).toEqual(measure);
    const names = Object.fromEntries(comparison.measures.map(({ measure }) => [measure, 'a'.repeat(64)]));
    const start = comparison.start(names);
    expect(comparisonSchema.parse(start)).toEqual(start);
    expect(start.classes['R06|FY2015']).toEqual(['n/a', ...Array.from({ length: 12 }, () => 'unreported')]);
    expect(start.classes['R06|FY2016']?.[1]).toBe('suppressed');
  });

  test('names the most alike municipalities and why', () => {
    const towns = [5000, 5200, 20_000, 22_000, 300_000].map((inhabitants, number) =>
      aTown(codeOf(number), {
        inhabitants,
        elderly: inhabitants / 4,
        households: inhabitants / 2,
        squareKilometres: 100,
      }),
    );
    const { towns: described } = compare(towns).start({});
    expect(described.map(({ peers }) => peers[0]?.code)).toEqual([1, 0, 3, 2, 3].map(codeOf));
    expect(described[0]?.peers[0]?.reasons.find(({ attribute }) => attribute === 'density')).toMatchObject({
      own: 50,
      other: 52,
    });
    expect(described[0]).toMatchObject({ size: 'Z1', elderlyShare: 25, density: 50, isCompared: true });
    expect(described[0]?.likeness).toHaveLength(4);
  });

  test('each town has its place among its peers', () => {
    const period = inCases(Array.from({ length: 8 }, (_, number) => aTown(codeOf(number), { cases: [10 + number] })));
    // All of one size: the peers of the last are the first five, by code.
    expect(resultOf(period, codeOf(7)).peers).toEqual({ of: 5, median: 10, below: 5, above: 0 });
  });
});
