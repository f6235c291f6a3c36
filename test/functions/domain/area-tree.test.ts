import { describe, expect, test } from 'vitest';
import { createAreaTree, membersOfCycles, uniteAreas } from '#functions/domain/area-tree.ts';
import type { AreaCode } from '#functions/domain/codes.ts';
import { anArea, aPopulation, code } from '../publish/ingested-builder.ts';

const treeOf = (...areas: ReturnType<typeof anArea>[]) =>
  createAreaTree({ municipality: code('402281'), name: '鞍手町', areas });

describe('the tree of areas', () => {
  test('depth comes from the parents, never from a layer number: Kurate numbers the neighbourhood 第1層', () => {
    const tree = treeOf(
      anArea('G1', ['D1'], { kind: '第1層' }),
      anArea('D1', ['S1'], { kind: '第2層' }),
      anArea('S1', ['T'], { kind: '第3層' }),
      anArea('T', [], { kind: '第4層' }),
    );
    expect(tree.nodes.map(({ key, depth }) => [key, depth])).toEqual([
      ['402281', 0],
      ['S1', 1],
      ['D1', 2],
      ['G1', 3],
    ]);
  });

  test('ancestors are the area, what it lies in by every division, and the root, each once', () => {
    const tree = treeOf(
      anArea('T'),
      anArea('S', ['T']),
      anArea('J', ['T'], { kind: '中学校区' }),
      anArea('D', ['S', 'J']),
    );
    const keys = (area: string | null) =>
      tree.ancestorsOf(area as AreaCode | null).map((position) => tree.nodes[position]?.key);
    expect(keys('D')).toEqual(['402281', 'S', 'J', 'D']);
    expect(keys(null)).toEqual(['402281']);
    expect(keys('nowhere')).toEqual(['402281']);
    expect(tree.divisionsOf(0)).toEqual([
      { kind: '地区', children: [1] },
      { kind: '中学校区', children: [2] },
    ]);
  });

  test('without areas it is the municipality alone', () => {
    expect(treeOf().nodes.map(({ key, area, isRoot }) => [key, area.name, isRoot])).toEqual([
      ['402281', '鞍手町', true],
    ]);
  });

  test('published areas name the root by the municipality', () => {
    const tree = treeOf(anArea('T'), anArea('S', ['T']));
    expect(tree.nodes.map(({ area }) => [area.code as string, area.parents])).toEqual([
      ['402281', []],
      ['S', ['402281']],
    ]);
  });

  test('members of a cycle are known, and only they', () => {
    const areas = [anArea('T'), anArea('A', ['B']), anArea('B', ['A', 'T']), anArea('C', ['B'])];
    expect(membersOfCycles(areas, new Map(areas.map((area) => [area.code, area])))).toEqual(['A', 'B']);
  });

  test('what checks refuse does no harm: everything still leads to the root', () => {
    const tree = treeOf(anArea('T'), anArea('A', ['B']), anArea('B', ['A']), anArea('C', ['X']), anArea('U'));
    expect(tree.nodes.map(({ key, depth }) => [key, depth])).toEqual([
      ['402281', 0],
      ['A', 1],
      ['B', 1],
      ['C', 1],
      ['U', 1],
    ]);
  });

  test('areas are united by code: the workbook registered first wins, populations of other days are added', () => {
    const first = anArea('A', [], { name: '東', populations: [aPopulation({ asOf: '2018-04-01', inhabitants: 1 })] });
    const second = anArea('A', [], {
      name: '西',
      populations: [
        aPopulation({ asOf: '2018-04-01', inhabitants: 2 }),
        aPopulation({ asOf: '2019-04-01', inhabitants: 3 }),
      ],
    });
    expect(uniteAreas([[first], [second, anArea('B', ['A'])]])).toEqual([
      { ...first, populations: [first.populations[0], second.populations[1]] },
      anArea('B', ['A']),
    ]);
  });
});
