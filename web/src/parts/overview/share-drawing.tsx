/** The 100 % stack of 概況 and 経路別, drawn: bars with their shares inside, names over the first, dots on アウトリーチ. */
import { type ShareDrawing, shareBarHeight } from '../../shape/overview/share-drawing.ts';
import { slotColours } from '../../shape/slots.ts';

const middle = shareBarHeight / 2 + 5;

export function ShareBars({ of }: { of: ShareDrawing }) {
  return (
    <>
      <defs>
        <pattern id="share-dots" width="6" height="6" patternUnits="userSpaceOnUse">
          <circle cx="3" cy="3" r="1" fill="#5e3a43" />
        </pattern>
      </defs>
      {of.tints.map((points) => (
        <polygon key={points} points={points} fill={slotColours('P04').fill} fill-opacity="0.13" />
      ))}
      {of.names.map(({ text, x, y, isEmphasised }) => (
        <text key={text} x={x} y={y} class={isEmphasised ? 'drawing-label strong' : 'drawing-label'}>
          {text}
        </text>
      ))}
      {of.bars.map((bar) => (
        <g key={bar.name}>
          <text x="0" y={bar.y + (bar.below === '' ? middle : 15)} class={`drawing-name${bar.isBold ? ' strong' : ''}`}>
            {bar.name}
          </text>
          <text x="0" y={bar.y + 31} class="drawing-below">
            {bar.below}
          </text>
          {bar.parts.map((part) => {
            const { fill, text, edge } = slotColours(part.code);
            const at = part.x + part.width / 2;
            if (part.width === 0) return null;
            return (
              <g key={part.code}>
                <rect
                  class="drawing-part"
                  x={part.x}
                  y={bar.y}
                  width={Math.max(1, part.width - 1.5)}
                  height={shareBarHeight}
                  fill={fill}
                  stroke={edge ?? 'none'}
                />
                {part.code.startsWith('P07') && (
                  <rect
                    x={part.x}
                    y={bar.y}
                    width={Math.max(1, part.width - 1.5)}
                    height={shareBarHeight}
                    fill="url(#share-dots)"
                  />
                )}
                {part.inside !== '' && (
                  <text
                    x={at}
                    y={bar.y + middle}
                    class={`drawing-inside${part.isEmphasised ? ' strong' : ''}`}
                    fill={text}
                    stroke={part.code.startsWith('P07') ? fill : undefined}
                  >
                    {part.inside}
                  </text>
                )}
                {part.above !== '' && (
                  <text x={at} y={bar.y - 4} class="drawing-label">
                    {part.above}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
    </>
  );
}
