/** How a finding begins. */
import { expect, test } from 'vitest';
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
