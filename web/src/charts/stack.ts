/**
 * The 100% stack of the months: thin bars, horizontal, oldest on top, names over the first bar, shares of 3% and more inside and less above;
 * a tint joins the emphasised part from bar to bar.
 */
import type { ChartConfiguration } from 'chart.js';
import { slotColours } from '../shape/slots.ts';
import { chartInk } from './chart-model.ts';
import { isSmallAbove, type StackModel } from './stack-model.ts';
import { stackPlugins } from './stack-plugins.ts';

const barHeight = 24;
const pitch = barHeight + 12;

/** Height of the drawing for a number of bars. */
export function stackHeight(model: StackModel): number {
  return model.bars.length * pitch + topOf(model);
}

/** Room above the first bar: names, and above them the names of small parts. */
function topOf(model: StackModel): number {
  return isSmallAbove(model) ? 34 : 18;
}

/** The configuration of the chart; a pure function of its model. */
export function stackConfig(model: StackModel): ChartConfiguration<'bar'> {
  return {
    type: 'bar',
    data: {
      labels: model.bars.map(({ name, below }) => `${name} ${below}`),
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
    plugins: stackPlugins(model),
  };
}
