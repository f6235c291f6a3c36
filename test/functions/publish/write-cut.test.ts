import { describe, expect, test } from 'vitest';
import { baseIndicators } from '#functions/domain/counting/count-figures.ts';
import { pathwayKeys, sliceNumber, targetKeys } from '#functions/domain/counting/slices.ts';
import { canonicalBytes } from '#functions/publish/canonical.ts';
import { computeCuts, describeCuts, frameOf } from '#functions/publish/compute-cuts.ts';
import { readSeries } from '#functions/publish/read-figure.ts';
import { bytesOfCut, jsonOfSeries } from '#functions/publish/write-cut.ts';
import { aCase, anArea, aTotal, aWorkbook } from './ingested-builder.ts';
import { figuresOf } from './reading.ts';

const cases = [
  aCase({ area: 'S01', pathway: 'P0401', targets: ['T01'] }),
  aCase({ area: 'E02', pathway: 'P01', targets: ['T01', 'T02'] }),
];
const areas = [anArea('ALL'), anArea('E01', ['ALL']), anArea('E02', ['ALL']), anArea('S01', ['E01'])];
const municipalities = {
  rows: figuresOf([aWorkbook({ areas, facts: { cases } })]),
  totals: figuresOf([aWorkbook({ areas, facts: { totals: [aTotal({ value: 7 })] } })]),
};

describe.each(Object.entries(municipalities))('cuts of %s', (_, { municipality, cuts }) => {
  test('put together from the JSON of their series are the bytes of their figures', () => {
    const plain = computeCuts(municipality);
    for (const { cut, series } of describeCuts(municipality, jsonOfSeries))
      expect(Buffer.compare(bytesOfCut(frameOf(municipality, cut), series), canonicalBytes(plain.next().value))).toBe(
        0,
      );
    expect(plain.next().done).toBe(true);
  });

  test('say of a pathway together with a target the same in the cut of either, which is what was counted', () => {
    const { figures, tree } = municipality;
    for (const [area, { key }] of tree.nodes.entries()) {
      for (const [pathway, target] of [
        ['P0401', 'T01'],
        ['P01', 'T02'],
        ['P01', 'T03'],
      ] as const) {
        const slice = sliceNumber(area, pathwayKeys.indexOf(pathway), targetKeys.indexOf(target));
        const counted = figures.seriesOf(slice, 'counts');
        for (const series of baseIndicators.filter((code) => counted.has(code)))
          for (const name of [`division/${pathway}`, `division/${target}`]) {
            const cut = cuts.get(name);
            if (cut === undefined) throw new Error(`No ${name}`);
            const read = readSeries(cut, { series, area: key, pathway, target });
            expect(figures.periods.map((_period, at) => read(at))).toEqual(counted.get(series));
          }
      }
    }
  });
});

test('a figure that is none is not written', () => {
  expect(() => jsonOfSeries([1, Number.NaN])).toThrow('No series');
});
