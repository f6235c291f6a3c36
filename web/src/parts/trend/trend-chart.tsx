/** The trend line with its points for pointer and keys, as wide as its place. */
import { useMemo } from 'preact/hooks';
import { type TrendDrawing, trendDrawing } from '../../shape/trend/trend-drawing.ts';
import type { TrendModel } from '../../shape/trend/trend-model.ts';
import { DrawnChart } from '../figure/drawn-chart.tsx';
import { TrendLines } from './trend-lines.tsx';

/** `label` is the finding, for screen readers; `onOpen` shows the table. */
export function TrendChart(props: {
  readonly model: TrendModel;
  readonly label: string;
  readonly height: number;
  readonly onOpen: () => void;
}) {
  const { model, label, height, onOpen } = props;
  const draw = useMemo(() => {
    let last: TrendDrawing | null = null;
    return (width: number) => {
      last = last?.width === width ? last : trendDrawing(model, width, height);
      return last;
    };
  }, [model, height]);
  return (
    <DrawnChart label={label} height={height} stopsAt={(width) => draw(width).stops} onOpen={onOpen}>
      {(width) => <TrendLines of={draw(width)} />}
    </DrawnChart>
  );
}

/** Keys below the line: points where offices are missing, and months without a report; `null` is left out. */
export function TrendLegend({ partial, gap }: { readonly partial: string | null; readonly gap: string | null }) {
  return (
    <>
      {partial !== null && (
        <span>
          <i class="key-hollow" aria-hidden="true" />
          {partial}
        </span>
      )}
      {gap !== null && (
        <span>
          <i class="key-hatch" aria-hidden="true" />
          {gap}
        </span>
      )}
    </>
  );
}
