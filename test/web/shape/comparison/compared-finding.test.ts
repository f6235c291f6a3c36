/** What a comparison says first, and on whom it rests. 架空のデータ. */
import { describe, expect, test } from 'vitest';
import { describeComparison } from '#functions/publish/comparison/describe-comparison.ts';
import {
  comparisonFinding,
  findingBeside,
  sayCompleteness,
} from '../../../../web/src/shape/comparison/compared-finding.ts';
import { comparisonNotes, isOfForms } from '../../../../web/src/shape/comparison/comparison-notes.ts';
import { sayNotes, sayTown } from '../../../../web/src/shape/comparison/town-sentence.ts';
import { aTown, codeOf } from '../../../functions/publish/comparison/town-builder.ts';
import { comparedPrefecture } from '../../fixtures/compared-prefecture.ts';
import { compareTowns } from './compared-prefecture.ts';

function shownOf(prefecture = comparedPrefecture(), { code = 'R06', name = 'FY2018' } = {}) {
  const measure = prefecture.measures.find((one) => one.measure === code);
  const period = measure?.periods.find((one) => one.period === name);
  if (measure === undefined || period === undefined) throw new Error(`No ${code} in ${name}`);
  return { comparison: prefecture.start, measure, period, language: 'ja' as const };
}

const foundIn = (shown: ReturnType<typeof shownOf>) => ({ ...shown, measure: shown.measure.measure });

describe('the finding', () => {
  test('names who is clearly above and clearly below, out of those that can be compared', () => {
    expect(comparisonFinding(foundIn(shownOf()))).toBe(
      '14市町村のうち、県の値（31.5件）より明らかに高いのは1市町村（藤ヶ浦市）、明らかに低いのは1市町村（松ヶ丘町）です',
    );
    expect(findingBeside(foundIn(shownOf()))).toBe(
      'ほかの12市町村の差は偶然の範囲内です。高い・低いは、良い・悪いを表しません。',
    );
  });

  test('towns with the same rate: nobody is called different', () => {
    const same = comparedPrefecture(Array.from({ length: 12 }, (_, number) => aTown(codeOf(number), { cases: [40] })));
    expect(comparisonFinding(foundIn(shownOf(same)))).toBe(
      '12市町村の中に、県の値（33.3件）と明らかにちがうところはありません',
    );
    expect(findingBeside(foundIn(shownOf(same)))).toBe('高い・低いは、良い・悪いを表しません。');
  });

  test('of many, only how many is said', () => {
    const half = Array.from({ length: 8 }, (_, number) =>
      aTown(codeOf(number), { inhabitants: 100_000, cases: [number < 4 ? 900 : 100] }),
    );
    expect(comparisonFinding(foundIn(shownOf(comparedPrefecture(half))))).toContain(
      '明らかに高いのは4市町村、明らかに低いのは4市町村です',
    );
  });

  test('one town alone is compared with nobody, and nobody at all is said too', () => {
    const one = comparedPrefecture([aTown(codeOf(1), { name: '港町', cases: [40] })]);
    expect(comparisonFinding(foundIn(shownOf(one)))).toBe('比べられる市町村は港町だけで、33.3件です');
    const none = comparedPrefecture([aTown(codeOf(1), { cases: ['u'], months: 0 })]);
    expect(comparisonFinding(foundIn(shownOf(none)))).toBe('この期間に比べられる市町村がありません');
  });
});

test('who is left out and why, and who is compared on fewer months', () => {
  expect(sayCompleteness(foundIn(shownOf()))).toEqual([
    '16市町村のうち14市町村を比べています。',
    '未報告：青波町。',
    '秘匿（少ない件数を守るため）：霧野村。',
    '報告のあった月だけで比べています：花園町（12か月のうち7か月）。',
  ]);
});

test('one municipality alone is told that there is nobody to compare with', () => {
  const { comparison, measure } = compareTowns([aTown(codeOf(1), { inhabitants: 50_000, cases: [50] })]);
  const period = measure('R06').periods.find((one) => one.period === 'FY2018');
  if (period === undefined) throw new Error('No year');
  expect(sayCompleteness({ comparison, measure: 'R06', period, language: 'ja' })).toEqual([
    '比べる相手の市町村が、まだありません。',
  ]);
});

test('every municipality is told the sentence that exports and print tell', () => {
  const shown = shownOf();
  for (const language of ['ja', 'en'] as const) {
    for (const town of shown.period.towns) {
      const name = `町${town.code}`;
      const own = [sayTown(shown.measure, shown.period, town, { name, language }), ...sayNotes(town, language)];
      expect(own.join(language === 'ja' ? '' : ' ')).toBe(
        describeComparison(shown.measure, shown.period, town, { name, language }),
      );
    }
  }
});

test('hidden is not zero, not reported is not zero, and a guide value names its source', () => {
  const notes = comparisonNotes(shownOf());
  expect(notes.some((note) => note.startsWith('x 秘匿は') && note.includes('0件という意味ではありません'))).toBe(true);
  expect(notes.some((note) => note.startsWith('… 未報告は') && note.includes('0件という意味ではありません'))).toBe(
    true,
  );
  expect(notes).toContain('目安値 26.0：目安値（架空）（新規相談受付件数）');
  expect(comparisonNotes(shownOf(comparedPrefecture(), { name: 'FY2017' })).join('')).not.toContain('目安値');
});

test('only real figures of FY2018 may come from forms that count different things', () => {
  expect(isOfForms('FY2018', [{ isFictional: false }])).toBe(true);
  expect(isOfForms('FY2018', [{ isFictional: true }])).toBe(false);
  expect(isOfForms('FY2024', [{ isFictional: false }])).toBe(false);
});
