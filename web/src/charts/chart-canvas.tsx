/**
 * Draws one chart and destroys it on unmount: the only `new Chart`, the only registration of Chart.js pieces.
 * Keyboard: arrows go through the stops, Enter opens the rows of a stop (else the table), Esc closes the tooltip; a click opens rows too.
 */
import {
  BarController,
  BarElement,
  BasicPlatform,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  LinearScale,
  Tooltip,
} from 'chart.js';
import { useEffect, useRef, useState } from 'preact/hooks';
import { canOpenRows, openRows } from '../parts/rows/open-rows.tsx';
import type { SvgRecorder } from '../shape/export/svg-recorder.ts';
import type { ChartStop } from './chart-model.ts';
import { rememberDrawing } from './drawings.ts';
import { PaperDrawing } from './paper-drawing.tsx';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip);
Chart.defaults.font.family = '"BIZ UDPGothic","Hiragino Sans","Noto Sans JP","Noto Sans CJK JP",Meiryo,sans-serif';
Chart.defaults.font.size = 12;
Chart.defaults.color = '#4d4d4d';

function createChart(on: HTMLCanvasElement | SvgRecorder, config: ChartConfiguration): Chart {
  return new Chart(on as HTMLCanvasElement, config);
}

/** Draws once, without a page around it. A line that asks for its segments is drawn on the context itself, not on a Path2D. */
function drawOn(recorder: SvgRecorder, config: ChartConfiguration): string {
  const options = { ...config.options, responsive: false, animation: false, devicePixelRatio: 1 } as const;
  const datasets = config.data.datasets.map((dataset) => ({ ...dataset, data: [...dataset.data], segment: {} }));
  const chart = createChart(recorder, {
    ...config,
    data: { ...config.data, datasets },
    options,
    platform: BasicPlatform,
  } as ChartConfiguration);
  // A chart that ends clears what it was drawn on.
  const drawing = recorder.print();
  chart.destroy();
  return drawing;
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

export interface ChartCanvasProps {
  readonly config: ChartConfiguration<'bar'>;
  /** The finding, for screen readers; the numbers stand in the table and in the stops. */
  readonly label: string;
  readonly height: number;
  readonly stops: readonly ChartStop[];
  readonly onOpen: () => void;
}

export default function ChartCanvas({ config, label, height, stops, onOpen }: ChartCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Chart | null>(null);
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    const chart = createChart(canvas.current, config as ChartConfiguration);
    rememberDrawing(canvas.current, (recorder) => drawOn(recorder, config as ChartConfiguration));
    drawn.current = chart;
    return () => {
      drawn.current = null;
      chart.destroy();
    };
  }, [config]);
  useEffect(() => {
    const chart = drawn.current;
    if (chart === null) return;
    const stop = at === null ? undefined : stops[at];
    // What was just drawn has no point chosen; drawing it again would double the work of opening a page.
    if (stop === undefined && chart.getActiveElements().length === 0) return;
    const active = stop === undefined ? [] : [{ datasetIndex: stop.datasetIndex, index: stop.index }];
    chart.setActiveElements(active);
    chart.tooltip?.setActiveElements(active, { x: 0, y: 0 });
    chart.update('none');
  }, [at, stops, config]);
  /** The stop of what the pointer is over, as the tooltip finds it. */
  const stopUnder = (event: Event): number | null => {
    const chart = drawn.current;
    if (chart === null) return null;
    const { mode = 'nearest', intersect = true } = config.options?.interaction ?? {};
    const [under] = chart.getElementsAtEventForMode(event, mode, { intersect }, false);
    const found = stops.findIndex((stop) => stop.datasetIndex === under?.datasetIndex && stop.index === under.index);
    return found < 0 ? null : found;
  };
  const rowsOf = (stop: number | null) => (stop === null || !canOpenRows.value ? null : (stops[stop]?.rows ?? null));
  const open = (stop: number | null) => {
    const rows = rowsOf(stop);
    if (rows !== null) openRows(rows);
  };
  return (
    <div class="chart-canvas" style={{ height: `${height}px` }}>
      <div
        class="chart-stage"
        role="application"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab reaches each chart, arrows go through its points
        tabIndex={0}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step !== undefined && stops.length > 0) {
            event.preventDefault();
            setAt(at === null ? (step > 0 ? 0 : stops.length - 1) : (at + step + stops.length) % stops.length);
          } else if (event.key === 'Escape') setAt(null);
          else if (event.key === 'Enter' && rowsOf(at) !== null) open(at);
          else if (event.key === 'Enter') onOpen();
        }}
        onBlur={() => setAt(null)}
        onClick={(event) => open(stopUnder(event))}
        onPointerMove={(event) => {
          event.currentTarget.classList.toggle('leads-to-rows', rowsOf(stopUnder(event)) !== null);
        }}
      >
        <canvas ref={canvas} />
      </div>
      <PaperDrawing canvas={canvas} height={height} />
      <p class="visually-hidden" aria-live="polite">
        {at === null ? '' : (stops[at]?.text ?? '')}
      </p>
    </div>
  );
}
