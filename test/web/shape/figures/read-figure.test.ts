/** The browser reads a cut exactly as the publisher does. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readFigure as readAsPublished } from '#functions/publish/read-figure.ts';
import type { Cut } from '#functions/publish/release.ts';
import { readFigure, readStored } from '../../../../web/src/shape/figures/read-figure.ts';
import { himiCut } from '../../fixtures/published.ts';

const seriesName = fc.constantFrom('N01', 'N02', 'N07', 'N09', 'N12', 'R01', 'R02', 'R06', 'Q01', 'share', 'areaShare');
const area = fc.constantFrom('162051', 'E01');
const pathway = fc.constantFrom('all', 'P01', 'P04', 'P0401', '*');
const target = fc.constantFrom('all', 'T01', 'T06', '*');
const periods = ['2024-04', 'FY2024Q1', 'FY2024'];
const stored = fc.oneof(fc.constantFrom('u', 'x', 'n'), fc.nat(99), fc.constant(0));
const key = fc.tuple(seriesName, area, pathway, target).map((parts) => parts.join('|'));
const cuts = fc
  .dictionary(key, fc.array(stored, { minLength: 3, maxLength: 3 }), { maxKeys: 30 })
  .map((series) => ({ format: 1, kind: 'cut', cut: 'area/162051', municipality: '162051', periods, series }) as Cut);

test('for any cut and place, browser and publisher say the same', () => {
  void fc.assert(
    fc.property(
      cuts,
      seriesName,
      area,
      pathway,
      target,
      fc.constantFrom(...periods, 'FY1999'),
      (cut, series, ...rest) => {
        const [where, through, whom, period] = rest;
        const place = { series, area: where, pathway: through, target: whom, period };
        expect(readStored(cut, place)).toEqual(readAsPublished(cut, place));
      },
    ),
    { numRuns: 500 },
  );
});

test('a number, a zero and the states stay apart', () => {
  const cut: Cut = {
    ...himiCut,
    periods: ['FY2017'],
    series: { 'N01|162051|all|all': [0], 'N02|162051|all|all': ['u'] },
  };
  const place = { area: '162051', pathway: 'all', target: 'all', period: 'FY2017' };
  expect(readFigure(cut, { ...place, series: 'N01' })).toEqual({ state: 'zero', value: 0 });
  expect(readFigure(cut, { ...place, series: 'N02' })).toEqual({ state: 'unreported' });
  expect(readFigure(cut, { ...place, series: 'N01', pathway: 'P04' })).toEqual({ state: 'zero', value: 0 });
  expect(readFigure(cut, { ...place, series: 'N02', pathway: 'P04' })).toEqual({ state: 'unreported' });
  expect(readFigure(cut, { ...place, series: 'N01', period: '2017-04' })).toEqual({ state: 'n/a' });
});
