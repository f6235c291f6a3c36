/** What the page for signing in says of an earlier attempt. */
import { expect, test } from 'vitest';
import { readSignInTrouble, withoutTrouble } from '../../../web/src/shape/sign-in-trouble.ts';

test.each([
  ['?sign-in=lost', 'lost'],
  ['?lang=en&sign-in=not-registered', 'not-registered'],
  ['?sign-in=__proto__', null],
  ['?sign-in=', null],
  ['', null],
])('%j: %s', (search, trouble) => {
  expect(readSignInTrouble(search)).toBe(trouble);
});

test('the next attempt starts from the page itself', () => {
  expect(withoutTrouble('/162051/goals?year=2018&sign-in=lost')).toBe('/162051/goals?year=2018');
  expect(withoutTrouble('/?sign-in=lost')).toBe('/');
});
