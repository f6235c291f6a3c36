/** The address is the view, both ways. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  changeView,
  parseAddress,
  plainView,
  printAddress,
  type ViewState,
  viewNames,
} from '../../web/src/view-state.ts';

const text = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }), { nil: null });
const states: fc.Arbitrary<ViewState> = fc.record({
  view: fc.constantFrom(...viewNames),
  municipality: fc.option(fc.stringMatching(/^\d{2}(\d{4})?$/), { nil: null }),
  period: text,
  area: text,
  pathway: text,
  target: text,
  level: fc.constantFrom(1, 2),
  division: text,
  indicator: text,
  show: text,
  state: text,
  programme: text,
  office: text,
  kind: text,
  town: text,
  peers: text,
  against: text,
  audience: fc.constantFrom(null, 'public'),
  table: text,
  rows: text,
  years: fc.constantFrom('eras', 'western'),
  language: fc.constantFrom('ja', 'en'),
});

test('what is printed is read back as it was, whatever is typed into an area code', () => {
  void fc.assert(
    fc.property(states, (state) => {
      expect(parseAddress(printAddress(state))).toEqual({ state, isPageKnown: true });
    }),
  );
});

test('parameters stand in a fixed order, and defaults are left out', () => {
  const state: ViewState = {
    ...plainView,
    view: 'pathways',
    municipality: '162051',
    language: 'en',
    table: 'table',
    level: 2,
    target: 'T06',
    pathway: 'P04',
    area: 'E01',
    period: 'FY2024',
  };
  expect(printAddress(state)).toBe(
    '/162051/pathways?period=FY2024&area=E01&pathway=P04&target=T06&level=2&view=table&lang=en',
  );
  expect(printAddress({ ...plainView, municipality: '162051' })).toBe('/162051');
  expect(printAddress(plainView)).toBe('/');
});

test.each([
  ['/162051/nowhere', 'overview', false],
  ['/162051/goals/more', 'goals', false],
  ['/162051//areas', 'areas', true],
  ['/compare', 'compare', true],
])('%s shows %s; known: %s', (address, view, isPageKnown) => {
  const read = parseAddress(address);
  expect({ view: read.state.view, isPageKnown: read.isPageKnown }).toEqual({ view, isPageKnown });
});

test('a parameter that is not understood is left at its default', () => {
  expect(parseAddress('/162051?level=3&lang=fr&period=&x=1').state).toEqual({ ...plainView, municipality: '162051' });
});

test('any address can be read', () => {
  void fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (address) => void parseAddress(address)));
});

test('on another page the choices of the one before are left behind, those of the header stay', () => {
  const goals: ViewState = {
    ...plainView,
    view: 'goals',
    period: 'FY2024',
    area: 'E01',
    state: 'behind',
    office: '福祉課',
  };
  expect(changeView(goals, { view: 'areas' })).toEqual({ ...plainView, view: 'areas', period: 'FY2024', area: 'E01' });
  expect(changeView(goals, { state: null })).toEqual({ ...goals, state: null });
  expect(changeView(plainView, { view: 'goals', state: 'behind' }).state).toBe('behind');
});
