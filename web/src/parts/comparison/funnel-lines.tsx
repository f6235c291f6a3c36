/** The funnel, drawn: areas between the limits, 95 % dashed and 99.8 % solid, the prefecture's value, municipalities, labels. */
import type { FunnelDrawing } from '../../shape/comparison/funnel-drawing.ts';
import { PointShape } from './point-mark.tsx';

export function FunnelLines({ of, axis, chosen }: { of: FunnelDrawing; axis: string; chosen: string | null }) {
  const { area, limits, reference } = of;
  return (
    <>
      <defs>
        <clipPath id="funnel-area">
          <rect x={area.left} y={area.top} width={area.right - area.left} height={area.bottom - area.top} />
        </clipPath>
      </defs>
      <g clip-path="url(#funnel-area)">
        <path d={limits.within998} class="funnel-998" />
        <path d={limits.within95} class="funnel-95" />
      </g>
      {of.yTicks.map(({ y, label }, place) => (
        <g key={label}>
          <line x1={area.left} x2={area.right} y1={y} y2={y} class={place === 0 ? 'drawing-axis' : 'drawing-grid'} />
          <text x={area.left - 8} y={y + 4} class="drawing-number">
            {label}
          </text>
        </g>
      ))}
      {of.xTicks.map(({ x, label }) => (
        <g key={label}>
          <line x1={x} x2={x} y1={area.bottom} y2={area.bottom + 4} class="drawing-axis" />
          <text x={x} y={area.bottom + 18} class="drawing-label">
            {label}
          </text>
        </g>
      ))}
      <text x={(area.left + area.right) / 2} y={area.bottom + 38} class="drawing-label">
        {axis}
      </text>
      <g clip-path="url(#funnel-area)">
        {[limits.upper998, limits.lower998].map((path) => (
          <path key={path} d={path} class="funnel-limit" />
        ))}
        {[limits.upper95, limits.lower95].map((path) => (
          <path key={path} d={path} class="funnel-limit funnel-limit-95" />
        ))}
      </g>
      {of.guides.map(({ y, label }) => (
        <g key={label}>
          <line x1={area.left} x2={area.right} y1={y} y2={y} class="funnel-guide" />
          <text x={area.left + 6} y={y - 4} class="funnel-label">
            {label}
          </text>
        </g>
      ))}
      {reference !== null && (
        <>
          <line x1={area.left} x2={area.right} y1={reference.y} y2={reference.y} class="funnel-reference" />
          <text x={reference.x} y={reference.y - 6} class="funnel-label funnel-reference-label">
            {reference.label}
          </text>
        </>
      )}
      {of.labels.map(
        ({ key, lead }) =>
          lead !== null && <line key={key} x1={lead.x1} y1={lead.y1} x2={lead.x2} y2={lead.y2} class="funnel-lead" />,
      )}
      {of.points.map((point) => (
        <g key={point.code} data-point={point.code}>
          {(point.isOwn || point.code === chosen) && <circle cx={point.x} cy={point.y} r="10" class="funnel-own" />}
          <PointShape of={point.class} x={point.x} y={point.y} />
        </g>
      ))}
      {of.labels.map(({ key, x, y, text, isBold }) => (
        <text key={key} x={x} y={y} class={`funnel-label${isBold ? ' funnel-bold' : ''}`} data-label={key}>
          {text}
        </text>
      ))}
    </>
  );
}
