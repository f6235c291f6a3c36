/**
 * A drawing of our own (SVG) where a chart would stand: as wide as its place, drawn before the page is painted. Tab reaches it,
 * arrows go through its points and say them, Enter or a click opens the rows of a point, else the table, Esc leaves the point; the pointer shows the nearest one.
 */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DrawnStop } from '../../shape/trend/trend-drawing.ts';
import { canOpenRows, openRows } from '../rows/open-rows.tsx';
import '../../styles/drawing.css';

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The point whose place is nearest; where points stand over each other the height decides. */
function nearest(stops: readonly DrawnStop[], x: number, y: number): number | null {
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [position, stop] of stops.entries()) {
    const distance = Math.abs(stop.x - x) + Math.abs(stop.y - y) / 8;
    if (distance < least) [best, least] = [position, distance];
  }
  return best;
}

export function DrawnChart(props: {
  /** The finding, for screen readers; the numbers stand in the table and in the stops. */
  readonly label: string;
  readonly height: number;
  readonly stopsAt: (width: number) => readonly DrawnStop[];
  readonly onOpen: () => void;
  /** Where a point is chosen instead of opening rows: Enter or a click at it. */
  readonly onChoose?: (position: number) => void;
  readonly children: (width: number) => ComponentChildren;
}) {
  const { label, height, stopsAt, onOpen, onChoose, children } = props;
  const stage = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [at, setAt] = useState<number | null>(null);
  const [isByKey, setByKey] = useState(false);
  useLayoutEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const measure = () => setWidth(Math.round(element.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const stops = width === 0 ? [] : stopsAt(width);
  const stop = at === null ? undefined : stops[at];
  const rows = canOpenRows.value ? (stop?.rows ?? null) : null;
  return (
    <div class="drawn-chart">
      <div
        ref={stage}
        class={`chart-stage${rows === null ? '' : ' leads-to-rows'}`}
        style={{ '--height': `${height}px` }}
        role="application"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab reaches each chart, arrows go through its points
        tabIndex={0}
        onKeyDown={(event) => {
          const step = steps[event.key];
          if (step !== undefined && stops.length > 0) {
            event.preventDefault();
            setByKey(true);
            setAt(at === null ? (step > 0 ? 0 : stops.length - 1) : (at + step + stops.length) % stops.length);
          } else if (event.key === 'Escape') setAt(null);
          else if (event.key === 'Enter' && at !== null && onChoose !== undefined) onChoose(at);
          else if (event.key === 'Enter' && rows !== null) openRows(rows);
          else if (event.key === 'Enter') onOpen();
        }}
        onBlur={() => setAt(null)}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          setByKey(false);
          setAt(nearest(stops, event.clientX - box.left, event.clientY - box.top));
        }}
        onPointerLeave={() => setAt(null)}
        onClick={() => {
          if (at !== null && onChoose !== undefined) onChoose(at);
          else if (rows !== null) openRows(rows);
        }}
      >
        {width > 0 && (
          <svg class="drawing" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
            {children(width)}
          </svg>
        )}
        {stop !== undefined && (
          <>
            <span class="drawn-at" style={{ left: `${stop.x}px`, top: `${stop.y}px` }} data-untaken />
            <span
              class={`drawn-tip${stop.x > width / 2 ? ' to-left' : ''}`}
              style={{ left: `${stop.x}px`, top: `${stop.y}px` }}
              aria-hidden="true"
              data-untaken
            >
              {stop.text}
            </span>
          </>
        )}
      </div>
      <p class="visually-hidden" aria-live="polite">
        {isByKey ? (stop?.text ?? '') : ''}
      </p>
    </div>
  );
}
