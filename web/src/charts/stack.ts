/**
 * The 100% stack: horizontal, oldest on top, names over the first bar, shares of 3% and more inside and less above;
 * a tint joins the emphasised part from bar to bar.
 */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import { slotColours } from '../shape/slots.ts';
import { chartInk } from './chart-model.ts';

/** A part of each bar, in fixed order. */
export interface StackPart {
  readonly code: string;
  readonly name: string;
  /** Printed share in percent for each bar; `null` is a state and draws nothing. */
  readonly shares: readonly (number | null)[];
  /** The same as printed: '22.7'. */
  readonly printed: readonly string[];
  readonly isEmphasised: boolean;
}

export interface StackModel {
  readonly bars: readonly { readonly name: string; readonly below: string; readonly isBold: boolean }[];
  readonly parts: readonly StackPart[];
}

/** Below this share a number does not fit into its part. */
const insideFrom = 3;
const barHeight = 42;

/** Height of the drawing for a number of bars. */
export function stackHeight(model: StackModel): number {
  return model.bars.length * (barHeight + (isSmallAbove(model) ? 26 : 12)) + topOf(model);
}

/** Room above the first bar: names, and above them the names of small parts. */
function topOf(model: StackModel): number {
  return isSmallAbove(model) ? 34 : 18;
}

/** Whether small shares stand above their bars (at most one a bar) or only in the legend. */
export function isSmallAbove(model: StackModel): boolean {
  return model.bars.every((_, bar) => model.parts.filter(({ shares }) => isSmall(shares[bar] ?? null)).length <= 1);
}

function isSmall(share: number | null): boolean {
  return share !== null && share > 0 && share < insideFrom;
}

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

/** The configuration of the chart; a pure function of its model. */
export function stackConfig(model: StackModel): ChartConfiguration<'bar'> {
  return {
    type: 'bar',
    data: {
      labels: model.bars.map(({ name, below }) => [name, below]),
      datasets: model.parts.map((part) => {
        const colours = slotColours(part.code);
        return {
          label: part.name,
          data: [...part.shares],
          backgroundColor: colours.fill,
          borderColor: colours.edge ?? chartInk.paper,
          borderWidth: colours.edge === null ? { left: 0, right: 1.5, top: 0, bottom: 0 } : 1,
          borderSkipped: false,
          barThickness: barHeight,
        };
      }),
    },
    options: {
      animation: false,
      indexAxis: 'y',
      maintainAspectRatio: false,
      layout: { padding: { top: topOf(model), right: 2, bottom: 0, left: 0 } },
      interaction: { mode: 'nearest', intersect: true },
      scales: {
        x: { stacked: true, display: false, min: 0, max: 100 },
        y: {
          stacked: true,
          grid: { display: false },
          border: { display: false },
          ticks: {
            crossAlign: 'far',
            color: ({ index }) => (model.bars[index]?.isBold === true ? chartInk.ink : chartInk.ink2),
            font: ({ index }) => ({ size: 13, weight: model.bars[index]?.isBold === true ? 'bold' : 'normal' }),
          },
        },
      },
      plugins: {
        tooltip: {
          callbacks: {
            title: ([item]) => model.bars[item?.dataIndex ?? 0]?.name ?? '',
            label: ({ datasetIndex, dataIndex }) => {
              const part = model.parts[datasetIndex];
              return part === undefined ? '' : `${part.name} ${part.printed[dataIndex] ?? ''}%`;
            },
          },
        },
      },
    },
    plugins: [tintPlugin(model), dotsPlugin(model), valuesPlugin(model), namesPlugin(model)],
  };
}
