import { expect, test } from 'vitest';
import { pathsAhead } from '../../../web/src/shape/ahead.ts';
import { plainView, viewNames } from '../../../web/src/view-state.ts';

test('the overview asks for its small cut, goals and corrections before the index is there', () => {
  expect(pathsAhead(plainView, '162051')).toEqual([
    'municipalities/162051/figures/overview/162051',
    'municipalities/162051/goals',
    'municipalities/162051/details/corrections',
  ]);
});

test('whatever page is opened, the figures of the status strip are asked for at once', () => {
  for (const view of viewNames)
    expect(pathsAhead({ ...plainView, view }, '162051')).toContain('municipalities/162051/figures/overview/162051');
});

test('a page asks ahead for the small cut that it shows first', () => {
  expect(pathsAhead({ ...plainView, view: 'areas' }, '162051')).toContain('municipalities/162051/figures/areas/all');
  for (const view of ['pathways', 'targets'] as const)
    expect(pathsAhead({ ...plainView, view }, '162051')).toContain(`municipalities/162051/figures/${view}/162051`);
});

test('codes of an address may not exist any more, so nothing is asked for until the index says so', () => {
  expect(pathsAhead({ ...plainView, area: 'E01' }, '162051')).toEqual([]);
  expect(pathsAhead({ ...plainView, pathway: 'P04' }, '162051')).toEqual([]);
  expect(pathsAhead({ ...plainView, view: 'pathways', show: 'flow' }, '162051')).toEqual([]);
});
