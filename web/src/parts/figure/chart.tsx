/** A chart. Its drawing code is loaded beside the first page that has charts (loadCharts). */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChartCanvasProps } from '../../charts/chart-canvas.tsx';

let known: ComponentType<ChartCanvasProps> | null = null;
let loading: Promise<{ readonly default: ComponentType<ChartCanvasProps> }> | null = null;

/** Starts to load what draws charts; said where a page with charts is named, so that both come side by side. */
export function loadCharts(): Promise<{ readonly default: ComponentType<ChartCanvasProps> }> {
  loading ??= import('../../charts/chart-canvas.tsx').catch((thrown: unknown) => {
    loading = null;
    throw thrown;
  });
  return loading;
}

export function Chart(props: ChartCanvasProps) {
  const [, setLoaded] = useState(known !== null);
  useEffect(() => {
    if (known !== null) return;
    loadCharts().then(
      (module) => {
        known = module.default;
        setLoaded(true);
      },
      // The table and the sentence stay; a chart that cannot be drawn takes nothing with it.
      () => setLoaded(false),
    );
  }, []);
  const Canvas = known;
  if (Canvas === null) return <div class="chart-waiting" style={{ height: `${props.height}px` }} />;
  return <Canvas {...props} />;
}
