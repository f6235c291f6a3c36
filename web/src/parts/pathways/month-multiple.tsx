/** One small chart of a row of small charts with one scale: a column a month, hatched where nothing was reported. */
import { useContext } from 'preact/hooks';
import type { Figure } from '#functions/domain/figure.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import { slotColours } from '../../shape/slots.ts';
import { PointAt, placesOf } from '../marks/multiples.tsx';
import { Swatch } from '../marks/swatch.tsx';

const height = 112;
const floor = 92;
const ceiling = 20;
const width = 168;
/** Right of the last column, where its number stands: above it a taller column beside it would be in its way. */
const room = 24;

export function MonthMultiple(props: {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly ticks: readonly string[];
  /** The largest number of all the charts of the row. */
  readonly top: number;
  readonly sentence: string;
}) {
  const { code, name, figures, ticks, top, sentence } = props;
  const { fill, edge } = slotColours(code);
  const step = (width - 8 - room) / 12;
  const values = figures.map((figure) => ('value' in figure ? figure.value : null));
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  const last = values.findLastIndex((value) => value !== null);
  const firstMost = values.indexOf(most);
  const pointAt = useContext(PointAt);
  const isAt = (at: number) => pointAt?.code === code && pointAt.point === at;
  const isLabelled = (at: number) => most > 0 && (at === last || at === firstMost);
  return (
    <figure class="small-multiple month-multiple">
      <figcaption>
        <Swatch pathway={code} />
        {name}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={sentence}
        {...placesOf(code, { first: 4 + step / 2, step, width })}
      >
        <defs>
          <pattern id={`gap-${code}`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" x2="0" y1="0" y2="6" stroke="#949494" stroke-width="2" />
          </pattern>
        </defs>
        {values.map((value, at) => {
          const left = 4 + at * step;
          const tall = top === 0 || value === null ? 0 : (value / top) * (floor - ceiling);
          return (
            <g key={ticks[at]}>
              {isAt(at) && (
                <rect x={left} y={ceiling} width={step} height={floor - ceiling} class="point-at" data-untaken />
              )}
              {value === null && figures[at]?.state === 'unreported' && (
                <rect x={left} y={ceiling} width={step} height={floor - ceiling} fill={`url(#gap-${code})`} />
              )}
              {value !== null && (
                <rect
                  x={left + 1}
                  y={floor - tall}
                  width={step - 2}
                  height={tall}
                  fill={fill}
                  stroke={edge ?? 'none'}
                  stroke-width={edge === null ? 0 : 1}
                />
              )}
              {value !== null && (isLabelled(at) || isAt(at)) && (
                <text
                  x={at === last ? left + step + 2 : left + step / 2}
                  y={at === last ? Math.min(floor - 3, floor - tall + 10) : floor - tall - 5}
                  class={at === last ? 'value last' : 'value'}
                >
                  {formatNumber(value)}
                </text>
              )}
            </g>
          );
        })}
        <line x1="4" x2={width - room} y1={floor} y2={floor} class="axis" />
        {[0, 3, 6, 9]
          .flatMap((at) => {
            const tick = ticks[at];
            return tick === undefined ? [] : [{ at, tick }];
          })
          .map(({ at, tick }) => (
            <text key={at} x={4 + (at + 0.5) * step} y={floor + 16} class="tick">
              {tick}
            </text>
          ))}
      </svg>
    </figure>
  );
}
