/** Two measures of the same municipalities. Everything here is 架空のデータ. */
import { describe, expect, test } from 'vitest';
import { isOverlapping } from '../../../../web/src/shape/comparison/place-labels.ts';
import { chosenSecond, shapeScatter } from '../../../../web/src/shape/comparison/scatter.ts';
import { drawScatter } from '../../../../web/src/shape/comparison/scatter-drawing.ts';
import { aTown, codeOf } from '../../../functions/publish/comparison/town-builder.ts';
import { compareTowns } from './compared-prefecture.ts';

const share = (count: number, of: number) => ({ R01: { counts: [count], bases: [of] } });
const towns = [
  ...Array.from({ length: 12 }, (_, at) =>
    aTown(codeOf(at + 10), { name: `並町${at}`, inhabitants: 50_000, cases: [150], measures: share(45, 150) }),
  ),
  aTown(codeOf(1), { name: '外市', inhabitants: 20_000, cases: [160], measures: share(110, 160) }),
  aTown(codeOf(2), { name: '割合なし町', inhabitants: 20_000, cases: [60] }),
  aTown(codeOf(3), { name: '小村', inhabitants: 2000, cases: [6], measures: share(2, 6) }),
];
const { comparison, measure } = compareTowns(towns);
const model = shapeScatter({
  comparison,
  across: measure('R06'),
  upright: measure('R01'),
  period: 'FY2018',
  own: codeOf(3),
  language: 'ja',
});
const pointOf = (code: string) => model.points.find((point) => point.code === code);

describe('the scatter of two measures', () => {
  test('draws who has a value in both, and names who has not with the reason', () => {
    expect(model.points).toHaveLength(14);
    expect(model.notes[0]).toBe('図にない市町村　未報告：割合なし町');
  });

  test('says who is clearly different in both, and that neither explains the other', () => {
    expect(model.title).toBe('外市は、2つの尺度のどちらでも県の値から明らかに外れます');
    expect(model.notes).toContain('並んで見えても、一方がもう一方の原因とは言えません。');
    expect(pointOf(codeOf(1))?.sentence).toBe(
      '外市：横 66.7件（明らかに高い）、縦 68.8%（明らかに高い）、人口20,000人',
    );
  });

  test('the largest circle is the largest municipality and lies below the others; a count below 10 is marked', () => {
    expect(model.points.map(({ size }) => size)).toEqual([...Array.from({ length: 12 }, () => 1), 0.4, 0.04]);
    expect(pointOf(codeOf(1))).toMatchObject({ isFew: false, isOwn: false });
    expect(pointOf(codeOf(3))).toMatchObject({ size: 0.04, isFew: true, isOwn: true });
  });

  test('the table holds everybody, with both classes', () => {
    expect(model.table.rows).toHaveLength(15);
    expect(model.table.rows[1]?.cells.slice(3)).toEqual([
      { kind: 'figure', figure: { state: 'unreported' }, decimals: 1 },
      { kind: 'blank' },
    ]);
  });

  test('names cover neither one another nor a circle, and the own and the clearly different come first', () => {
    for (const width of [300, 1100]) {
      const { labels, circles } = drawScatter(model, { width, height: 480 });
      expect(labels.slice(0, 2).map(({ text }) => text)).toEqual(['小村', '外市']);
      const boxes = labels.map(({ box }) => box);
      expect(boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) => isOverlapping(one, other)))).toEqual([]);
      const middles = circles.map(({ x, y }) => ({ left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 }));
      expect(boxes.filter((box) => middles.some((middle) => isOverlapping(box, middle)))).toEqual([]);
      expect(boxes.every(({ left, right }) => left >= 0 && right <= width)).toBe(true);
    }
  });

  test('a name that must be told stands away from a crowd, with a line to its circle', () => {
    const [first] = model.points;
    if (first === undefined) throw new Error('There are points');
    const crowd = Array.from({ length: 9 }, (_, at) => ({
      ...first,
      code: `${at}`,
      name: `似${at}市`,
      isClear: true,
      size: 0.1,
      x: 0.5 + (at % 3) * 0.012,
      y: 0.5 + Math.floor(at / 3) * 0.03,
    }));
    const { labels } = drawScatter({ ...model, points: crowd }, { width: 1100, height: 480 });
    expect(labels).toHaveLength(9);
    expect(labels.filter(({ lead }) => lead !== null).length).toBeGreaterThan(0);
  });
});

test('the second measure is that of the address, never the first one again', () => {
  expect(chosenSecond(['R06', 'R01', 'N02'], 'R06', 'N02')).toBe('N02');
  expect(chosenSecond(['R06', 'R01', 'N02'], 'R06', 'R06')).toBe('R01');
  expect(chosenSecond(['R06', 'N02'], 'R06', null)).toBe('N02');
  expect(chosenSecond(['R06'], 'R06', null)).toBeNull();
});
