/** A chart whose drawing code is loaded with the first page that has charts, beside that page's figures. */
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ChartCanvasProps } from '../../charts/chart-canvas.tsx';

let known: ComponentType<ChartCanvasProps> | null = null;
const loading = import('../../charts/chart-canvas.tsx');

export function Chart(props: ChartCanvasProps) {
  const [, setLoaded] = useState(known !== null);
  useEffect(() => {
    if (known !== null) return;
    loading.then(
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
