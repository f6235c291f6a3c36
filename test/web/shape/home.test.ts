import { expect, test } from 'vitest';
import { findHome } from '../../../web/src/shape/home.ts';

const town = (code: string, dataUntil: string | null) => ({
  code,
  name: code,
  prefecture: '99',
  prefectureName: '海野県',
  isFictional: true,
  dataUntil,
  index: code,
});

test.each([
  ['the municipality with the latest data', [town('1', null), town('2', '2018-03-31'), town('3', '2026-11-20')], '3'],
  ['the first of several', [town('1', '2018-03-31'), town('2', '2026-11-20'), town('3', '2026-11-20')], '2'],
  ['the first where nobody has data', [town('1', null), town('2', null)], '1'],
])('somebody who names no municipality begins with %s', (_, municipalities, code) => {
  expect(findHome({ municipalities })?.code).toBe(code);
});

test('somebody who may open nothing begins nowhere', () => {
  expect(findHome({ municipalities: [] })).toBeNull();
});
