/** The funnel: who is drawn, who stands beside it, and that no label covers another. 架空のデータ. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { funnelDrawing, townsBeside } from '../../../../web/src/shape/comparison/funnel-drawing.ts';
import { funnelTable } from '../../../../web/src/shape/comparison/funnel-table.ts';
import { isOverlapping, placeLabels } from '../../../../web/src/shape/comparison/place-labels.ts';
import { comparedCode, comparedNames, comparedPrefecture } from '../../fixtures/compared-prefecture.ts';

const { start, measures } = comparedPrefecture();
const measure = measures.find((one) => one.measure === 'R06');
const period = measure?.periods.find((one) => one.period === 'FY2018');
if (measure === undefined || period === undefined) throw new Error('R06 is compared in FY2018');
const shown = { comparison: start, measure, period, language: 'ja' as const };
const own = comparedCode('岬市');

describe('the drawing', () => {
  const drawing = funnelDrawing(shown, { width: 760, height: 440, own });

  test('all with ten expected are drawn within its frame, the others are listed beside it', () => {
    expect(drawing.points).toHaveLength(13);
    expect(townsBeside(shown).map(({ code }) => code)).toEqual([comparedCode('鳴海村')]);
    for (const { x, y } of drawing.points) {
      expect(x).toBeGreaterThanOrEqual(drawing.area.left);
      expect(x).toBeLessThanOrEqual(drawing.area.right);
      expect(y).toBeGreaterThanOrEqual(drawing.area.top);
      expect(y).toBeLessThanOrEqual(drawing.area.bottom);
    }
  });

  test('a tenfold expected count is everywhere as far to the right', () => {
    const at = Object.fromEntries(drawing.xTicks.map(({ label, x }) => [label, x]));
    expect(Object.keys(at)).toEqual(['10', '30', '100', '300']);
    expect((at['100'] ?? 0) - (at['10'] ?? 0)).toBeCloseTo((at['300'] ?? 0) - (at['30'] ?? 0), 0);
  });

  test('only outliers are bold, and one’s own has its value', () => {
    expect(drawing.labels.filter(({ isBold }) => isBold).map(({ text }) => text)).toEqual([
      '松ヶ丘町 17.1',
      '藤ヶ浦市 48.0',
    ]);
    expect(drawing.labels.find(({ key }) => key === own)?.text).toBe('岬市 28.9');
  });

  test('what is said of a point is what the table says', () => {
    expect(drawing.points.map(({ text }) => text)).toContain('松ヶ丘町 17.1、明らかに低い、見込み74件');
    const row = funnelTable(shown, '表').rows.find(({ label }) => label === '松ヶ丘町');
    expect(JSON.stringify(row)).toContain('明らかに低い');
    expect(
      funnelTable(shown, '表')
        .rows.map(({ label }) => label)
        .toSorted(),
    ).toEqual(comparedNames.toSorted());
  });

  test.each([280, 520, 1040])('at %d pixels no label covers another', (width) => {
    const { labels } = funnelDrawing(shown, { width, height: 440, own });
    for (const [place, one] of labels.entries())
      for (const other of labels.slice(place + 1)) expect(isOverlapping(one.box, other.box)).toBe(false);
    expect(labels.filter(({ isBold }) => isBold)).toHaveLength(2);
  });
});

test('labels of any points stay within the frame and never cover each other or a point', () => {
  const area = { left: 40, right: 700, top: 10, bottom: 400 };
  const points = fc.array(
    fc.record({
      x: fc.integer({ min: 40, max: 700 }),
      y: fc.integer({ min: 10, max: 400 }),
      text: fc.constantFrom('小瀬町', '藤ヶ浦市 46.6', 'Fujigaura 46.6'),
      isBold: fc.boolean(),
      isWanted: fc.boolean(),
    }),
    { maxLength: 60 },
  );
  void fc.assert(
    fc.property(points, (list) => {
      const labels = placeLabels(
        list.map((point, place) => ({ ...point, key: String(place) })),
        { area, marks: list },
      );
      for (const [place, one] of labels.entries()) {
        for (const other of labels.slice(place + 1)) expect(isOverlapping(one.box, other.box)).toBe(false);
        for (const { x, y } of list)
          expect(isOverlapping(one.box, { left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 })).toBe(false);
        expect(one.box.left >= area.left && one.box.right <= area.right).toBe(true);
      }
      if (list.length > 0 && list.length < 4) expect(labels.length).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});
