/** The drawings of 概況: where lines, points and shares stand. */
import { expect, test } from 'vitest';
import type { StackModel } from '../../../../web/src/charts/stack-model.ts';
import { shareDrawing, shareHeight } from '../../../../web/src/shape/overview/share-drawing.ts';
import { selectionOf } from '../../../../web/src/shape/selection.ts';
import { gridStep, trendDrawing } from '../../../../web/src/shape/trend/trend-drawing.ts';
import { trendModel, trendPoints } from '../../../../web/src/shape/trend/trend-model.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { fujigauraCuts, fujigauraIndex as index } from '../../fixtures/fujigaura.ts';

const [cut] = fujigauraCuts;
if (cut === undefined) throw new Error('The invented city has a cut');
const model = trendModel(trendPoints(index, cut, selectionOf(plainView, index)), '件', 'ja');

test('the line is not joined across a month without a report', () => {
  const { line, gaps } = trendDrawing(model, 640, 300);
  expect(line.match(/M/g)).toHaveLength(2);
  expect(gaps.map(({ label }) => label?.text)).toEqual(['11月 未報告']);
});

test('a month from which an office is missing is hollow, and the last point bears its value', () => {
  const { dots, last } = trendDrawing(model, 640, 300);
  expect(dots.filter(({ isHollow }) => isHollow)).toEqual([dots.at(-1)]);
  expect(last?.value).toBe(model.lastLabel?.value);
});

test('everything stands inside of the drawing, on a telephone too', () => {
  for (const width of [328, 640, 1100]) {
    const { dots, grid, stops, area } = trendDrawing(model, width, 300);
    expect(dots.every(({ x, y }) => x >= area.left && x <= area.right && y >= area.top && y <= area.bottom)).toBe(true);
    expect(grid.length).toBeLessThanOrEqual(5);
    expect(stops).toHaveLength(model.points.length);
    expect(area.right).toBeLessThan(width);
  }
});

test.each([
  [3, 1],
  [4, 1],
  [5, 2],
  [20, 5],
  [21, 10],
  [229, 100],
  [6456, 2000],
])('up to %i the grid goes by %i', (greatest, step) => {
  expect(gridStep(greatest)).toBe(step);
});

const stack: StackModel = {
  bars: [
    { name: '平成28年度', below: '180件', isBold: false },
    { name: '平成29年度', below: '229件', isBold: true },
  ],
  parts: [
    { code: 'P01', name: '本人', shares: [48, 47.5], printed: ['48.0', '47.5'], isEmphasised: false },
    { code: 'P03', name: '知人・近隣', shares: [0.6, 1.8], printed: ['0.6', '1.8'], isEmphasised: false },
    { code: 'P04', name: '地域', shares: [51.4, 50.7], printed: ['51.4', '50.7'], isEmphasised: true },
  ],
};

test('the parts of a bar fill it, and a share that is too small for its part stands above it', () => {
  const { bars, names, tints } = shareDrawing(stack, 600);
  for (const { parts } of bars) {
    const [first, , last] = parts;
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(598, 0);
    expect(first?.inside).not.toBe('');
  }
  expect(bars[0]?.parts.map(({ inside, above }) => inside || above)).toEqual(['48.0', '0.6', '51.4']);
  expect(names.map(({ text }) => text)).toEqual(['本人', '地域']);
  expect(tints).toHaveLength(1);
});

test('on a telephone the legend names the parts, and the height is known before the width', () => {
  const drawing = shareDrawing(stack, 328);
  expect(drawing.names).toEqual([]);
  expect(drawing.height).toBe(shareHeight(stack));
  expect(drawing.stops[0]?.text).toBe('平成28年度 本人 48.0%');
});

test('beside something taller a few bars stand apart, and the tint joins them all the same', () => {
  const [close, roomy] = [shareDrawing(stack, 600), shareDrawing(stack, 600, 'roomy')];
  const apart = ({ bars }: typeof close) => (bars[1]?.y ?? 0) - (bars[0]?.y ?? 0);
  expect(apart(roomy)).toBeGreaterThan(apart(close));
  expect(roomy.height).toBe(shareHeight(stack, 'roomy'));
  expect(roomy.tints).toHaveLength(1);
  expect(roomy.bars.map(({ parts }) => parts)).toEqual(close.bars.map(({ parts }) => parts));
});
