/** What a page loads first must say the same as the larger cuts that it was taken out of. */
import { expect, test } from 'vitest';
import { readFigure } from '#functions/publish/read-figure.ts';
import { aCase, anArea, aWorkbook } from './ingested-builder.ts';
import { figuresOf } from './reading.ts';

const reader = figuresOf([
  aWorkbook({
    areas: [anArea('ALL'), anArea('E01', ['ALL']), anArea('E02', ['ALL']), anArea('S01', ['E01'])],
    facts: {
      cases: [
        aCase({ area: 'S01', pathway: 'P0401', targets: ['T01'] }),
        aCase({ area: 'E02', pathway: 'P01' }),
        aCase({ area: 'E02', pathway: 'P01' }),
      ],
    },
  }),
]);

const namesIn = (cut: string) => Object.keys(reader.cuts.get(cut)?.series ?? {});

test('every series of a small cut is the one of the cut that it was taken out of', () => {
  const small = [...reader.cuts].filter(([name]) => /^(overview|pathways|targets|areas)\//.test(name));
  expect(small.length).toBeGreaterThan(12);
  for (const [name, { series }] of small) {
    const [kind, code] = name.split('/');
    const large = [
      kind === 'areas' ? `division/${code}` : `area/${code}`,
      ...(kind === 'overview' ? ['division/all'] : []),
    ];
    for (const [key, figures] of Object.entries(series))
      expect(
        large.map((cut) => reader.cuts.get(cut)?.series[key]),
        `${name} ${key}`,
      ).toContainEqual(figures);
  }
});

test('概況 holds pathways of the first level and the areas directly below, nothing deeper', () => {
  const names = namesIn('overview/162051');
  expect(names).toEqual(
    expect.arrayContaining(['N01|162051|all|all', 'N01|162051|P04|all', 'share|162051|P04|all', 'N01|E01|all|all']),
  );
  expect(names.filter((name) => /P0401|\|S01\||\|T\d/.test(name))).toEqual([]);
  expect(namesIn('overview/E01')).toContain('N01|S01|all|all');
});

test('経路別 holds both levels of the pathways of one area, 対象・課題別 its targets, and no other indicator', () => {
  expect(namesIn('pathways/162051')).toEqual(
    expect.arrayContaining([
      'N01|162051|all|all',
      'N01|162051|P04|all',
      'N01|162051|P0401|all',
      'share|162051|P0401|all',
    ]),
  );
  expect(namesIn('pathways/162051').filter((name) => /N02|\|T\d|\|E0/.test(name))).toEqual([]);
  expect(namesIn('targets/162051')).toEqual(
    expect.arrayContaining(['N01|162051|all|all', 'N01|162051|all|T01', 'share|162051|all|T01']),
  );
  expect(namesIn('targets/162051').filter((name) => /N02|\|P\d|\|E0/.test(name))).toEqual([]);
});

test('圏域別 holds every area for all pathways, and for one of them beside what its rule asks for', () => {
  for (const area of ['162051', 'E01', 'E02', 'S01']) expect(namesIn('areas/all')).toContain(`N01|${area}|all|all`);
  expect(namesIn('areas/all')).toContain('areaShare|E01|all|all');
  expect(namesIn('areas/P01')).toEqual(
    expect.arrayContaining(['N01|E02|P01|all', 'N01|E02|all|all', 'areaShare|E02|P01|all']),
  );
  expect(
    [...namesIn('areas/all'), ...namesIn('areas/P01')].filter((name) => /^(?!N01|R06|areaShare)/.test(name)),
  ).toEqual([]);
});

test('a page reads the same figure from its small cut as from the large one, whatever has a row and whatever has none', () => {
  const areas = ['162051', 'E01', 'E02', 'S01'];
  const targets = ['all', 'T01', 'T02'];
  const same = (small: string, large: string, places: readonly { area: string; pathway: string; target: string }[]) => {
    const [one, other] = [reader.cuts.get(small), reader.cuts.get(large)];
    if (one === undefined || other === undefined) throw new Error(`no ${small} or ${large}`);
    for (const place of places)
      for (const period of one.periods)
        expect(readFigure(one, { series: 'N01', ...place, period }), `${small} ${period}`).toEqual(
          readFigure(other, { series: 'N01', ...place, period }),
        );
  };
  for (const area of areas) {
    same(
      `targets/${area}`,
      `area/${area}`,
      targets.map((target) => ({ area, pathway: 'all', target })),
    );
    same(
      `pathways/${area}`,
      `area/${area}`,
      ['all', 'P01', 'P02', 'P0401'].map((pathway) => ({ area, pathway, target: 'all' })),
    );
  }
  for (const pathway of ['P01', 'P02', 'P04'])
    same(
      `areas/${pathway}`,
      `division/${pathway}`,
      areas.map((area) => ({ area, pathway, target: 'all' })),
    );
  for (const target of ['T01', 'T02'])
    same(
      `areas/${target}`,
      `division/${target}`,
      areas.map((area) => ({ area, pathway: 'all', target })),
    );
  // One pathway of an area is the same in the area's own cut and in the pathway's.
  for (const area of areas) same(`area/${area}`, 'division/P02', [{ area, pathway: 'P02', target: 'all' }]);
});
