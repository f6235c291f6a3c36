/** The mark of a value in a drawing: ▲ △ ● ▽ ▼ by its class, ■ where chance cannot be judged, drawn so that every machine shows the same. */
import type { DeviationClass } from '#functions/publish/comparison.ts';

/** Around 0, 0; a full mark or one with paper inside. */
const shapes: Readonly<Record<DeviationClass | 'unclassed', string>> = {
  clearlyHigh: 'M0-6.5L6.5 5H-6.5Z',
  high: 'M0-6L6 4.5H-6Z',
  within: 'M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0-4.5 0Z',
  low: 'M0 6L6-4.5H-6Z',
  clearlyLow: 'M0 6.5L6.5-5H-6.5Z',
  unclassed: 'M-4-4H4V4H-4Z',
};

/** Within an SVG, at x and y. */
export function PointShape({ of, x = 0, y = 0 }: { of: DeviationClass | 'unclassed'; x?: number; y?: number }) {
  return <path class={`point point-${of}`} d={shapes[of]} transform={`translate(${x} ${y})`} />;
}

/** By itself, in a row or a legend. */
export function PointMark({ of }: { of: DeviationClass | 'unclassed' }) {
  return (
    <svg class="point-mark" viewBox="-8 -8 16 16" width="16" height="16" aria-hidden="true">
      <PointShape of={of} />
    </svg>
  );
}
