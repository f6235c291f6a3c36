/** How a finding begins. */
import { expect, test } from 'vitest';
import { flowLabel, flowName } from '../../../web/src/shape/flow/flow-model.ts';
import { countFinding } from '../../../web/src/shape/pathways/pathway-sentences.ts';
import { issueName } from '../../../web/src/shape/targets/overlaps.ts';
import { targetName } from '../../../web/src/shape/targets/target-slice.ts';
import { beginTitle, withinSentence } from '../../../web/src/shape/title.ts';

test('an English finding that begins with the name of a code begins with a capital', () => {
  expect(beginTitle('older people: 29 in Nov 2026', 'en')).toBe('Older people: 29 in Nov 2026');
  expect(beginTitle('16 of the 28 more are in 浜中学校区', 'en')).toBe('16 of the 28 more are in 浜中学校区');
  expect(beginTitle('高齢者の相談は29件でした', 'ja')).toBe('高齢者の相談は29件でした');
  expect(beginTitle('', 'en')).toBe('');
});

test('a name of a list that stands within a sentence begins small', () => {
  expect(withinSentence('Clearly low')).toBe('clearly low');
  expect(withinSentence('明らかに低い')).toBe('明らかに低い');
  expect(withinSentence('')).toBe('');
});

test('names of codes begin with a capital where they stand alone, and small within a sentence', () => {
  expect([targetName('T01', 'en'), issueName('K02', 'en'), flowLabel(2, 'P0505', 'en')]).toEqual([
    ...['Older people', 'Long-term care', 'Medical institution'],
  ]);
  expect(flowName(2, 'P0505', 'en')).toBe('medical institution');
  const pathway = (code: string, name: string, ...counts: readonly number[]) => ({
    ...{ code, name, isSecondLevel: false, shares: [] },
    counts: counts.map((value) => ({ state: 'value', value }) as const),
  });
  const pathways = [pathway('P04', 'The community', 19, 52), pathway('P06', 'The administration', 83, 61)];
  expect(countFinding({ periods: [], totals: [], pathways, unknown: null }, 'en')).toBe(
    'The community: 33 more; the administration: 22 fewer',
  );
});
