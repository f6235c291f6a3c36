/** The trend line, drawn: hatched gaps, grid, years, line, points, and the last value beside its point. */
import type { TrendDrawing } from '../../shape/trend/trend-drawing.ts';

export function TrendLines({ of }: { of: TrendDrawing }) {
  const { area, last } = of;
  return (
    <>
      <defs>
        <pattern id="trend-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path d="M0 0V6" stroke="#949494" stroke-width="1.4" />
        </pattern>
      </defs>
      {of.gaps.map(({ x, width, label }) => (
        <g key={x}>
          <rect x={x} y={area.top} width={width} height={area.bottom - area.top} fill="url(#trend-hatch)" />
          {label !== null && (
            <text x={label.x} y={label.y} class="drawing-label">
              {label.text}
            </text>
          )}
        </g>
      ))}
      {of.grid.map(({ y, label }, place) => (
        <g key={label}>
          <line x1={area.left} x2={area.right} y1={y} y2={y} class={place === 0 ? 'drawing-axis' : 'drawing-grid'} />
          <text x={area.left - 8} y={y + 4} class="drawing-number">
            {label}
          </text>
        </g>
      ))}
      {of.ticks.map(({ text, x, y }) => (
        <text key={x} x={x} y={y} class="drawing-label">
          {text}
        </text>
      ))}
      {of.years.map(({ border, label }, place) => (
        <g key={label?.text ?? place}>
          {border !== null && (
            <line x1={border} x2={border} y1={area.bottom + 22} y2={area.bottom + 42} class="drawing-border" />
          )}
          {label !== null && (
            <text x={label.x} y={label.y} class="drawing-label">
              {label.text}
            </text>
          )}
        </g>
      ))}
      <path d={of.line} class="drawing-line" />
      {of.dots.map(({ x, y, isHollow, isLast }) => (
        <circle
          key={x}
          cx={x}
          cy={y}
          r={isHollow || isLast ? 4.5 : 2.25}
          class={isHollow ? 'drawing-dot-hollow' : 'drawing-dot'}
        />
      ))}
      {last !== null && (
        <>
          <text x={last.x + 10} y={last.y + 2} class="drawing-last">
            {last.value}
          </text>
          <text x={last.x + 10} y={last.y + 18} class="drawing-last-name">
            {last.name}
          </text>
        </>
      )}
    </>
  );
}
