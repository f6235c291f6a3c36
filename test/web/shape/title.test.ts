/** How a finding begins. */
import { expect, test } from 'vitest';
import { beginTitle } from '../../../web/src/shape/title.ts';

test('an English finding that begins with the name of a code begins with a capital', () => {
  expect(beginTitle('older people: 29 in Nov 2026', 'en')).toBe('Older people: 29 in Nov 2026');
  expect(beginTitle('16 of the 28 more are in 浜中学校区', 'en')).toBe('16 of the 28 more are in 浜中学校区');
  expect(beginTitle('高齢者の相談は29件でした', 'ja')).toBe('高齢者の相談は29件でした');
  expect(beginTitle('', 'en')).toBe('');
});
