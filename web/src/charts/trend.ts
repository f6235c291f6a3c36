/**
 * The trend line: months of three fiscal years, or fiscal years where there are no months. Unreported months are
 * hatched and never joined, a point is hollow where some offices are missing, the last point is labelled.
 */
import type { Chart, ChartConfiguration, Plugin } from 'chart.js';
import type { SeriesPoint } from '../shape/figures/series.ts';
import { chartInk } from './chart-model.ts';
import { drawHatch } from './hatch.ts';

export interface TrendModel {
  readonly points: readonly SeriesPoint[];
  /** Names of the points, for the tooltip. */
  readonly names: readonly string[];
  /** Names below the axis; empty where none stands. */
  readonly ticks: readonly string[];
  /** Fiscal years below the names, by the points that they span (both included); empty for a trend of years. */
  readonly years: readonly { readonly label: string; readonly from: number; readonly to: number }[];
  /** Runs of unreported points, both ends included. */
  readonly gaps: readonly { readonly label: string; readonly from: number; readonly to: number }[];
  readonly unit: string;
  readonly lastLabel: { readonly value: string; readonly name: string } | null;
  /** Printed values, for the tooltip. */
  readonly printed: readonly string[];
}

function numberAt(point: SeriesPoint): number | null {
  return 'value' in point.figure ? point.figure.value : null;
}

/** Half the distance between two points: a month's share of the axis. */
function halfStep(chart: Chart, points: number): number {
  return points < 2 ? 20 : chart.chartArea.width / (points - 1) / 2;
}

function gapPlugin(model: TrendModel): Plugin<'line'> {
  return {
    id: 'gaps',
    beforeDatasetsDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const x = scales.x;
      if (x === undefined) return;
      const half = halfStep(chart, model.points.length);
      ctx.save();
      ctx.font = `12px ${chart.options.font?.family ?? 'sans-serif'}`;
      ctx.fillStyle = chartInk.ink2;
      ctx.textAlign = 'center';
      let lastRight = Number.NEGATIVE_INFINITY;
      for (const gap of model.gaps) {
        const left = Math.max(chartArea.left, x.getPixelForValue(gap.from) - half);
        const right = Math.min(chartArea.right, x.getPixelForValue(gap.to) + half);
        drawHatch(ctx, { left, top: chartArea.top, width: right - left, height: chartArea.height });
        const middle = (left + right) / 2;
        const width = ctx.measureText(gap.label).width;
        if (middle - width / 2 > lastRight + 8) {
          ctx.fillText(gap.label, Math.max(middle, chartArea.left + width / 2 - 20), chartArea.top - 8);
          lastRight = middle + width / 2;
        }
      }
      ctx.restore();
    },
  };
}

function yearPlugin(model: TrendModel): Plugin<'line'> {
  return {
    id: 'years',
    afterDraw(chart) {
      const { ctx, chartArea, scales } = chart;
      const x = scales.x;
      if (x === undefined) return;
      const half = halfStep(chart, model.points.length);
      ctx.save();
      ctx.font = `12px ${chart.options.font?.family ?? 'sans-serif'}`;
      ctx.textAlign = 'center';
      ctx.strokeStyle = chartInk.rule;
      ctx.fillStyle = chartInk.ink2;
      for (const [position, year] of model.years.entries()) {
        const left = Math.max(chartArea.left, x.getPixelForValue(year.from) - half);
        const right = Math.min(chartArea.right, x.getPixelForValue(year.to) + half);
        if (ctx.measureText(year.label).width < right - left + 12)
          ctx.fillText(year.label, (left + right) / 2, chartArea.bottom + 36);
        if (position === 0) continue;
        ctx.beginPath();
        ctx.moveTo(left, chartArea.bottom + 20);
        ctx.lineTo(left, chartArea.bottom + 38);
        ctx.stroke();
      }
      ctx.restore();
    },
  };
}

function lastLabelPlugin(model: TrendModel): Plugin<'line'> {
  return {
    id: 'lastLabel',
    afterDatasetsDraw(chart) {
      const last = model.points.findLastIndex((point) => numberAt(point) !== null);
      const element = chart.getDatasetMeta(0).data[last];
      if (model.lastLabel === null || element === undefined) return;
      const { ctx } = chart;
      const family = chart.options.font?.family ?? 'sans-serif';
      ctx.save();
      ctx.textAlign = 'left';
      ctx.fillStyle = chartInk.data;
      ctx.font = `700 15px ${family}`;
      ctx.fillText(model.lastLabel.value, element.x + 10, element.y + 1);
      ctx.fillStyle = chartInk.ink2;
      ctx.font = `12px ${family}`;
      ctx.fillText(model.lastLabel.name, element.x + 10, element.y + 17);
      ctx.restore();
    },
  };
}

/** The configuration of the chart; a pure function of its model. */
export function trendConfig(model: TrendModel): ChartConfiguration<'line'> {
  const values = model.points.map(numberAt);
  const last = values.findLastIndex((value) => value !== null);
  const isAlone = (position: number) =>
    (values[position - 1] ?? null) === null && (values[position + 1] ?? null) === null;
  return {
    type: 'line',
    data: {
      labels: [...model.names],
      datasets: [
        {
          data: values,
          spanGaps: false,
          borderColor: chartInk.data,
          borderWidth: 2.25,
          clip: false,
          pointRadius: model.points.map((point, position) =>
            point.isPartial ? 4.5 : position === last || isAlone(position) ? 4 : 2,
          ),
          pointHoverRadius: 6,
          pointBorderWidth: model.points.map((point) => (point.isPartial ? 2.25 : 0)),
          pointBorderColor: chartInk.data,
          pointBackgroundColor: model.points.map((point) => (point.isPartial ? chartInk.paper : chartInk.data)),
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { padding: { top: 30, right: 64, bottom: model.years.length > 0 ? 24 : 4, left: 0 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          grid: { display: false },
          border: { color: chartInk.axis },
          ticks: { autoSkip: false, maxRotation: 0, callback: (_, position) => model.ticks[position] ?? '' },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: chartInk.hairline },
          ticks: { maxTicksLimit: 5, precision: 0 },
        },
      },
      plugins: {
        tooltip: {
          displayColors: false,
          callbacks: { label: ({ dataIndex }) => model.printed[dataIndex] ?? '' },
        },
      },
    },
    plugins: [gapPlugin(model), yearPlugin(model), lastLabelPlugin(model)],
  };
}
