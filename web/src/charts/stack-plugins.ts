/** What is drawn on the bars of a 100% stack: the tint that joins the emphasised part, dots, numbers and names. */
import type { Chart, Plugin } from 'chart.js';
import { slotColours } from '../shape/slots.ts';
import { chartInk } from './chart-model.ts';
import { drawHatch } from './hatch.ts';
import { isSmall, isSmallAbove, type StackModel } from './stack-model.ts';

function family(chart: Chart): string {
  return chart.options.font?.family ?? 'sans-serif';
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function boxOf(chart: Chart, part: number, bar: number): Box | null {
  const element = chart.getDatasetMeta(part).data[bar];
  if (element === undefined) return null;
  const { x, y, base, height } = element.getProps(['x', 'y', 'base', 'height'], true) as Record<string, number>;
  if (x === undefined || y === undefined || base === undefined || height === undefined || Number.isNaN(x)) return null;
  return { left: Math.min(x, base), right: Math.max(x, base), top: y - height / 2, bottom: y + height / 2 };
}

function tintPlugin(model: StackModel): Plugin<'bar'> {
  return {
    id: 'tint',
    beforeDatasetsDraw(chart) {
      const part = model.parts.findIndex(({ isEmphasised }) => isEmphasised);
      const colour = model.parts[part]?.code;
      if (colour === undefined) return;
      const { ctx } = chart;
      ctx.save();
      ctx.fillStyle = `${slotColours(colour).fill}22`;
      for (const bar of model.bars.keys()) {
        const upper = boxOf(chart, part, bar);
        const lower = boxOf(chart, part, bar + 1);
        if (upper === null || lower === null) continue;
        ctx.beginPath();
        ctx.moveTo(upper.left, upper.bottom);
        ctx.lineTo(upper.right, upper.bottom);
        ctx.lineTo(lower.right, lower.top);
        ctx.lineTo(lower.left, lower.top);
        ctx.fill();
      }
      ctx.restore();
    },
  };
}

/** Bars without a report are hatched from end to end. */
function gapPlugin(model: StackModel): Plugin<'bar'> {
  return {
    id: 'gaps',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const y = scales.y;
      if (y === undefined) return;
      for (const [bar, { isGap }] of model.bars.entries()) {
        if (isGap !== true) continue;
        const box = { left: chartArea.left, top: y.getPixelForValue(bar) - 12, width: chartArea.width, height: 24 };
        drawHatch(ctx, box);
      }
    },
  };
}

/** Dots on アウトリーチ, whose grey is alike 専門機関's. */
function dotsPlugin(model: StackModel): Plugin<'bar'> {
  return {
    id: 'dots',
    afterDatasetsDraw(chart) {
      const part = model.parts.findIndex(({ code }) => code.startsWith('P07') || code.startsWith('T07'));
      if (part < 0) return;
      const { ctx } = chart;
      for (const bar of model.bars.keys()) {
        const box = boxOf(chart, part, bar);
        if (box === null || box.right - box.left < 3) continue;
        ctx.save();
        ctx.beginPath();
        ctx.rect(box.left + 1, box.top + 1, box.right - box.left - 2, box.bottom - box.top - 2);
        ctx.clip();
        ctx.fillStyle = '#5e3a43';
        for (let y = box.top + 4; y < box.bottom; y += 6)
          for (let x = box.left + 4; x < box.right; x += 6) {
            ctx.beginPath();
            ctx.arc(x, y, 1, 0, 2 * Math.PI);
            ctx.fill();
          }
        ctx.restore();
      }
    },
  };
}

function valuesPlugin(model: StackModel): Plugin<'bar'> {
  const isAbove = isSmallAbove(model);
  return {
    id: 'values',
    afterDatasetsDraw(chart) {
      const { ctx } = chart;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      for (const [position, part] of model.parts.entries()) {
        for (const bar of model.bars.keys()) {
          const box = boxOf(chart, position, bar);
          const share = part.shares[bar] ?? null;
          const text = part.printed[bar];
          if (box === null || share === null || share === 0 || text === undefined) continue;
          ctx.font = part.isEmphasised ? `700 15px ${family(chart)}` : `13px ${family(chart)}`;
          const middle = (box.left + box.right) / 2;
          if (!isSmall(share) && ctx.measureText(text).width <= box.right - box.left) {
            const width = ctx.measureText(text).width;
            // Dots end at the number, or it could not be read.
            ctx.fillStyle = slotColours(part.code).fill;
            ctx.fillRect(middle - width / 2 - 2, (box.top + box.bottom) / 2 - 8, width + 4, 16);
            ctx.fillStyle = slotColours(part.code).text;
            ctx.fillText(text, middle, (box.top + box.bottom) / 2 + 1);
          } else if (isAbove && isSmall(share)) {
            ctx.font = `12px ${family(chart)}`;
            ctx.fillStyle = chartInk.ink2;
            ctx.fillText(text, middle, box.top - 9);
          }
        }
      }
      ctx.restore();
    },
  };
}

function namesPlugin(model: StackModel): Plugin<'bar'> {
  const isAbove = isSmallAbove(model);
  return {
    id: 'names',
    afterDatasetsDraw(chart) {
      const { ctx, chartArea } = chart;
      // On a telephone the legend below names all parts; only some names would fit here.
      if (chartArea.width < 340) return;
      ctx.save();
      ctx.textAlign = 'center';
      ctx.textBaseline = 'middle';
      let lowEnd = chartArea.left - 40;
      let highEnd = chartArea.left - 40;
      for (const [position, part] of model.parts.entries()) {
        const box = boxOf(chart, position, 0);
        const share = part.shares[0] ?? null;
        if (box === null || share === null || share === 0) continue;
        ctx.font = `${part.isEmphasised ? '700 ' : ''}12px ${family(chart)}`;
        ctx.fillStyle = chartInk.ink;
        const width = ctx.measureText(part.name).width;
        const next = boxOf(chart, position + 1, 0);
        const isValueNext = isAbove && next !== null && isSmall(model.parts[position + 1]?.shares[0] ?? null);
        const limit = isValueNext ? (next.left + next.right) / 2 - 13 : chartArea.right;
        const middle = Math.min((box.left + box.right) / 2, limit - width / 2);
        const isValueBelow = isAbove && isSmall(share);
        if (!isSmall(share) && middle - width / 2 > lowEnd + 3) {
          ctx.fillText(part.name, middle, box.top - 12);
          lowEnd = middle + width / 2;
        } else if (isValueBelow && middle + 3 > highEnd) {
          const left = Math.max(middle - 2, highEnd + 6);
          ctx.textAlign = 'left';
          ctx.fillText(part.name, left + 4, box.top - 31);
          ctx.textAlign = 'center';
          ctx.strokeStyle = chartInk.axis;
          ctx.beginPath();
          ctx.moveTo(middle, box.top - 28);
          ctx.lineTo(middle, box.top - 18);
          ctx.stroke();
          highEnd = left + 4 + width;
          lowEnd = Math.max(lowEnd, middle + 12);
        }
      }
      ctx.restore();
    },
  };
}

/** All of them, in the order in which they are drawn. */
export function stackPlugins(model: StackModel): Plugin<'bar'>[] {
  return [gapPlugin(model), tintPlugin(model), dotsPlugin(model), valuesPlugin(model), namesPlugin(model)];
}
