/**
 * A row of small charts with one scale: one stop of Tab for all of them. Left and right go through the points and on to the next chart,
 * up and down to the same point of the chart beside; each is said. Enter or a click opens the rows of a point, else the table; Esc leaves it.
 */
import { type ComponentChildren, createContext } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type MultipleChart, sayPoint, stepThroughPoints } from '../../shape/figures/multiple-points.ts';
import { originOf } from '../../shape/figures/origin.ts';
import { language } from '../../signals.ts';
import { canOpenRows, openRows } from '../rows/open-rows.tsx';
import '../../styles/open-rows.css';

/** The point that one is at: of the chart with this code. */
export const PointAt = createContext<{ readonly code: string; readonly point: number } | null>(null);

/** Said of a drawing, so that the pointer finds its points: where the first stands, and how far it is to the next. */
export function placesOf(
  code: string,
  { first, step, width }: { readonly first: number; readonly step: number; readonly width: number },
) {
  return { 'data-chart': code, 'data-first': first / width, 'data-step': step / width };
}

/** The chart below the pointer, and its point that is nearest from side to side. */
function pointBelow({ target, clientX }: MouseEvent, points: number) {
  const drawing = target instanceof Element ? target.closest<SVGElement>('svg[data-chart]') : null;
  if (drawing === null) return null;
  const { left, width } = drawing.getBoundingClientRect();
  const { chart = '', first, step } = drawing.dataset;
  const nearest = Number(step) === 0 ? 0 : Math.round(((clientX - left) / width - Number(first)) / Number(step));
  return { code: chart, point: Math.min(points - 1, Math.max(0, nearest)) };
}

export function Multiples(props: {
  readonly class: string;
  /** The finding, for screen readers; the numbers stand in the table and at the points. */
  readonly label: string;
  readonly charts: readonly MultipleChart[];
  /** The names of the periods. */
  readonly names: readonly string[];
  readonly onOpen: () => void;
  readonly children: ComponentChildren;
}) {
  const { charts, names, onOpen } = props;
  const points = names.length;
  /** Position among all points, chart after chart. */
  const [at, setAt] = useState<number | null>(null);
  const [isByKey, setByKey] = useState(false);
  const row = useRef<HTMLDivElement>(null);
  const chart = at === null ? undefined : charts[Math.floor(at / points)];
  const figure = at === null ? undefined : chart?.figures[at % points];
  useLayoutEffect(() => {
    if (!isByKey || chart === undefined) return;
    row.current?.querySelector(`svg[data-chart="${chart.code}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [isByKey, chart?.code]);
  const rowsAt = (place: number) => {
    const found = charts[Math.floor(place / points)]?.figures[place % points];
    return canOpenRows.value && found !== undefined ? originOf(found) : null;
  };
  const placeOf = (event: MouseEvent): number | null => {
    const below = pointBelow(event, points);
    const position = charts.findIndex(({ code }) => code === below?.code);
    return below === null || position < 0 ? null : position * points + below.point;
  };
  const open = (place: number | null) => {
    const rows = place === null ? null : rowsAt(place);
    if (rows === null) onOpen();
    else openRows(rows);
  };
  return (
    <>
      <div
        ref={row}
        class={`${props.class}${at === null || rowsAt(at) === null ? '' : ' leads-to-rows'}`}
        role="application"
        aria-label={props.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab reaches each chart, arrows go through its points
        tabIndex={0}
        onKeyDown={(event) => {
          const next = stepThroughPoints(at, event.key, { charts: charts.length, points });
          if (next !== null) {
            event.preventDefault();
            setByKey(true);
            setAt(next);
          } else if (event.key === 'Escape') setAt(null);
          else if (event.key === 'Enter') open(at);
        }}
        onBlur={() => setAt(null)}
        onPointerMove={(event) => {
          setByKey(false);
          setAt(placeOf(event));
        }}
        onPointerLeave={() => setAt(null)}
        onClick={(event) => {
          const place = placeOf(event);
          if (place !== null && rowsAt(place) !== null) open(place);
        }}
      >
        <PointAt.Provider value={chart === undefined || at === null ? null : { code: chart.code, point: at % points }}>
          {props.children}
        </PointAt.Provider>
      </div>
      <p class="visually-hidden" aria-live="polite">
        {isByKey && at !== null && chart !== undefined && figure !== undefined
          ? sayPoint({ chart: chart.name, period: names[at % points] ?? '', figure }, language.value)
          : ''}
      </p>
    </>
  );
}
