/** The values of a municipality and its peers on one line each, with their intervals; its own is marked. */

import { markOf } from '../../shape/comparison/class-cells.ts';
import type { PeerPlace } from '../../shape/comparison/peer-place.ts';
import { textWidth } from '../../shape/trend/text-width.ts';
import { navigate } from '../../signals.ts';
import { DrawnChart } from '../figure/drawn-chart.tsx';

const rowHeight = 30;
const head = 26;

function placesIn(model: PeerPlace, width: number) {
  const longest = Math.max(0, ...model.towns.map(({ name }) => textWidth(name, 13)));
  const left = Math.min(longest + 12, width * 0.34);
  const right = width - 70;
  return {
    left,
    right,
    across: (at: number) => left + at * (right - left),
    down: (position: number) => head + rowHeight * (position + 0.5),
  };
}

export function PeerPlaceDrawing({ model, id }: { model: PeerPlace; id: string }) {
  const height = head + rowHeight * model.towns.length + 40;
  const bottom = height - 36;
  return (
    <DrawnChart
      label={model.title}
      height={height}
      stopsAt={(width) => {
        const { across, left, down } = placesIn(model, width);
        return model.towns.map(({ name, text, at }, position) => ({
          x: at === null ? left : across(at),
          y: down(position),
          text: `${name} ${text}`,
          rows: null,
        }));
      }}
      onOpen={() => navigate({ table: id })}
    >
      {(width) => {
        const { left, right, across, down } = placesIn(model, width);
        const line = (of: PeerPlace['reference'], look: string, y: number) =>
          of !== null && (
            <>
              <line x1={across(of.at)} x2={across(of.at)} y1={head - 8} y2={bottom} class={look} />
              <text x={across(of.at)} y={y} class="drawing-label strong">
                {of.label}
              </text>
            </>
          );
        return (
          <g class="peer-place">
            {model.ticks.map(({ at, label }) => (
              <g key={label}>
                <line x1={across(at)} x2={across(at)} y1={head} y2={bottom} class={at === 0 ? 'axis' : 'grid'} />
                <text x={across(at)} y={bottom + 14} class="drawing-label">
                  {label}
                </text>
              </g>
            ))}
            {line(model.reference, 'reference', 12)}
            {line(model.median, 'median', bottom + 32)}
            {model.towns.map(({ code, name, isOwn, class: cell, at, interval, text }, position) => (
              <g key={code} data-town={code} class={isOwn ? 'own' : undefined}>
                {isOwn && <rect x="0" y={down(position) - 14} width={width} height="28" class="own-row" />}
                <text x="0" y={down(position) + 4} class={`drawing-name${isOwn ? ' strong' : ''}`}>
                  {name}
                </text>
                {interval !== null && (
                  <line
                    x1={across(interval[0])}
                    x2={across(interval[1])}
                    y1={down(position)}
                    y2={down(position)}
                    class="interval"
                  />
                )}
                {at === null ? (
                  <text x={left + 4} y={down(position) + 4}>
                    {text}
                  </text>
                ) : (
                  <>
                    <text x={across(at)} y={down(position) + 5} class={`drawing-label place-mark class-${cell}`}>
                      {markOf(cell)}
                    </text>
                    <text x={right + 64} y={down(position) + 4} class={`drawing-number${isOwn ? ' strong' : ''}`}>
                      {text}
                    </text>
                  </>
                )}
              </g>
            ))}
          </g>
        );
      }}
    </DrawnChart>
  );
}
