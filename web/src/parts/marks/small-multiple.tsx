/** One small chart of a row of small charts with one scale: a line over a few periods, each point with its number. */
import { useContext } from 'preact/hooks';
import type { Figure } from '#functions/domain/figure.ts';
import { formatNumber } from '../../shape/figures/format.ts';
import { slotColours } from '../../shape/slots.ts';
import { PointAt, placesOf } from './multiples.tsx';
import { Swatch } from './swatch.tsx';

const height = 120;
const floor = 98;
const ceiling = 24;

export function SmallMultiple(props: {
  readonly code: string;
  readonly name: string;
  readonly figures: readonly Figure[];
  readonly ticks: readonly string[];
  /** The largest number of all the charts of the row. */
  readonly top: number;
  readonly sentence: string;
  /** Where many stand in a row; the drawing is not scaled, so that its numbers stay readable. */
  readonly isNarrow?: boolean;
}) {
  const width = props.isNarrow === true ? 112 : 150;
  const { figures, ticks, top } = props;
  const step = figures.length < 2 ? 0 : (width - 32) / (figures.length - 1);
  const points = figures.map((figure, position) => ({
    x: 16 + position * step,
    y: 'value' in figure ? floor - (top === 0 ? 0 : (figure.value / top) * (floor - ceiling)) : null,
    text: 'value' in figure ? formatNumber(figure.value) : '…',
    isLast: position === figures.length - 1,
  }));
  const path = points
    .map(({ x, y }, position) => {
      if (y === null) return '';
      const isJoined = position > 0 && points[position - 1]?.y !== null;
      return `${isJoined ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
    })
    .join('');
  const { line } = slotColours(props.code);
  const at = useContext(PointAt);
  const isAt = (position: number) => at?.code === props.code && at.point === position;
  return (
    <figure class="small-multiple">
      <figcaption>
        <Swatch pathway={props.code} />
        {props.name}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={props.sentence}
        {...placesOf(props.code, { first: 16, step, width })}
      >
        <line x1="4" x2={width - 4} y1={floor} y2={floor} class="axis" />
        <path d={path} fill="none" stroke={line} stroke-width="2.25" />
        {points.map(({ x, y, text, isLast }, position) => (
          <g key={ticks[position]}>
            {isAt(position) && <circle cx={x} cy={y ?? floor} r={8} class="point-at" data-untaken />}
            {y !== null && <circle cx={x} cy={y} r={isLast ? 4 : 2.5} fill={line} />}
            <text x={x} y={(y ?? floor) - 9} class={isLast ? 'value last' : 'value'}>
              {text}
            </text>
            <text x={x} y={floor + 16} class="tick">
              {ticks[position]}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
