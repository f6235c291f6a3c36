/** What 概況 loads must say the same as the larger cuts that it was taken out of. */
import { expect, test } from 'vitest';
import { aCase, anArea, aWorkbook } from './ingested-builder.ts';
import { figuresOf } from './reading.ts';

const reader = figuresOf([
  aWorkbook({
    areas: [anArea('ALL'), anArea('E01', ['ALL']), anArea('E02', ['ALL']), anArea('S01', ['E01'])],
    facts: {
      cases: [
        aCase({ area: 'S01', pathway: 'P0401' }),
        aCase({ area: 'E02', pathway: 'P01' }),
        aCase({ area: 'E02', pathway: 'P01' }),
      ],
    },
  }),
]);

test('every series of the overview is the one of the cut that it was taken out of', () => {
  const { cuts } = reader;
  const overview = cuts.get('overview/162051')?.series ?? {};
  const [own, every] = [cuts.get('area/162051')?.series ?? {}, cuts.get('division/all')?.series ?? {}];
  expect(Object.keys(overview).length).toBeGreaterThan(10);
  for (const [name, series] of Object.entries(overview)) expect(series, name).toEqual(own[name] ?? every[name]);
});

test('it holds pathways of the first level and the areas directly below, nothing deeper', () => {
  const names = Object.keys(reader.cuts.get('overview/162051')?.series ?? {});
  expect(names).toEqual(
    expect.arrayContaining(['N01|162051|all|all', 'N01|162051|P04|all', 'share|162051|P04|all', 'N01|E01|all|all']),
  );
  expect(names.filter((name) => /P0401|\|S01\||\|T\d/.test(name))).toEqual([]);
  expect(Object.keys(reader.cuts.get('overview/E01')?.series ?? {})).toContain('N01|S01|all|all');
});
