/**
 * The flow as SVG: nodes with names and counts, links in a tint of their source's colour with an edge. By keyboard the
 * arrows go through nodes and links, each is read out as a sentence, and Enter chooses a node.
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { flowWords } from '#sheets-schema/vocabulary/words/flow.ts';
import { canOpenRows, openRows } from '../parts/rows/open-rows.tsx';
import type { FlowModel, FlowNode } from '../shape/flow/flow-model.ts';
import { type FlowPlace, isFlowKey, sentenceOf, stepFrom } from '../shape/flow/flow-steps.ts';
import type { RowsQuery } from '../shape/rows/rows-query.ts';
import { say } from '../shape/say.ts';
import { slotColours, slotOf } from '../shape/slots.ts';
import { language } from '../signals.ts';
import { chartInk } from './chart-model.ts';
import { layOutFlow, type PlacedNode } from './flow-layout.ts';
import '../styles/flow.css';

const screenHeight = 560;
const top = 30;
/** Below this width it scrolls inside its frame. */
const least = 620;
/** What A4 has between its margins; the table follows whole on the next sheet. */
const paper = { width: 680, height: 520 };

function coloursOf({ code }: FlowNode) {
  if (code === 'stays') return { fill: chartInk.ink2, line: chartInk.ink2, edge: null };
  if (code === 'rest') return slotColours('P08');
  return slotColours(code);
}

/** Long English names in two lines. */
function linesOf(name: string): readonly string[] {
  if (name.length <= 24 || !name.includes(' ')) return [name];
  const words = name.split(' ');
  const cut = words.findIndex((_, at) => words.slice(0, at + 1).join(' ').length > name.length / 2);
  return [words.slice(0, cut).join(' '), words.slice(cut).join(' ')].filter((line) => line !== '');
}

function NodeWords({ node, isOutside }: { node: PlacedNode; isOutside: boolean }) {
  const isLeft = isOutside ? node.column === 0 : node.column === 2;
  const x = isLeft ? node.left - 8 : node.left + node.width + 8;
  const lines = linesOf(node.name);
  const first = node.top + node.height / 2 + 5 - (lines.length - 1) * 8;
  return (
    <text class="flow-name" text-anchor={isLeft ? 'end' : 'start'} y={first}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} dy={at === 0 ? 0 : 16}>
          {line}
          {at === lines.length - 1 && (
            <tspan class="flow-count">{`${language.value === 'ja' ? '　' : '  '}${node.count}`}</tspan>
          )}
        </tspan>
      ))}
    </text>
  );
}

export interface FlowProps {
  readonly model: FlowModel;
  readonly label: string;
  /** Ids of the chosen nodes; their links are emphasised. */
  readonly chosen: readonly string[];
  /** Whether a node can be chosen. */
  readonly canChoose: (node: FlowNode) => boolean;
  readonly onChoose: (node: FlowNode) => void;
  /** What leads to the rows of a node or link; a node that can be chosen leads there with Shift. */
  readonly rowsOf: (at: FlowPlace) => RowsQuery | null;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of the drawing: as wide as its frame, which is followed, or as A4 has room; `null` until the frame is there. */
function useSize(): { readonly frame: RefObject<HTMLDivElement | null>; readonly size: Size | null } {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  const [isPaper, setPaper] = useState(false);
  // Before the first picture, or it would be laid out twice.
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    setWidth(element.clientWidth);
    // Laid out anew for the sheet, or its words would shrink with the drawing.
    const onPaper = () => setPaper(true);
    const onScreen = () => setPaper(false);
    addEventListener('beforeprint', onPaper);
    addEventListener('afterprint', onScreen);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', onPaper);
      removeEventListener('afterprint', onScreen);
    };
  }, []);
  if (isPaper) return { frame, size: paper };
  return { frame, size: width === 0 ? null : { width: Math.max(width, least), height: screenHeight } };
}

export function Flow(props: FlowProps) {
  const { frame, size } = useSize();
  return (
    <div ref={frame} class="flow-frame" style={{ minHeight: `${screenHeight}px` }}>
      {size !== null && <FlowDrawing {...props} size={size} />}
    </div>
  );
}

function FlowDrawing({ model, label, chosen, canChoose, onChoose, rowsOf, size }: FlowProps & { size: Size }) {
  const lang = language.value;
  const { width, height } = size;
  const [at, setAt] = useState<FlowPlace | null>(null);
  const isOutside = width >= 860;
  const margin = isOutside ? (lang === 'ja' ? 150 : 214) : 2;
  const layout = useMemo(() => layOutFlow(model, { width, height, top, margin }), [model, width, height, margin]);
  const isAtLink = (from: string, to: string) => at !== null && 'from' in at && at.from === from && at.to === to;
  const isFaint = (from: string, to: string) => chosen.length > 0 && !chosen.includes(from) && !chosen.includes(to);
  const nodeAt = at !== null && 'node' in at ? model.nodes.find(({ id }) => id === at.node) : undefined;
  const hint =
    nodeAt === undefined || !canChoose(nodeAt)
      ? ''
      : say(chosen.includes(nodeAt.id) ? flowWords.sayChosen : flowWords.sayChoose, lang);
  /** A node that can be chosen is chosen; all else leads to its rows. */
  const act = (place: FlowPlace, isForRows: boolean) => {
    const node = 'node' in place ? model.nodes.find(({ id }) => id === place.node) : undefined;
    const rows = canOpenRows.value ? rowsOf(place) : null;
    if (node !== undefined && canChoose(node) && !isForRows) onChoose(node);
    else if (rows !== null) openRows(rows);
  };
  const heads = [
    { key: 'from', text: flowWords.columnPathway, x: margin, anchor: 'start' },
    { key: 'by', text: flowWords.columnTarget, x: width / 2, anchor: 'middle' },
    { key: 'to', text: flowWords.columnHandover, x: width - margin, anchor: 'end' },
  ] as const;
  return (
    <>
      <div
        role="application"
        class="chart-stage flow-stage"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: Tab reaches each chart, arrows go through its points
        tabIndex={0}
        onKeyDown={(event) => {
          if (isFlowKey(event.key)) {
            event.preventDefault();
            setAt(stepFrom(model, at, event.key));
          } else if (event.key === 'Escape') setAt(null);
          else if (event.key === 'Enter' && at !== null) act(at, event.shiftKey);
        }}
        onBlur={() => setAt(null)}
      >
        <svg class="flow" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
          <defs>
            <pattern id="flow-dots" width="6" height="6" patternUnits="userSpaceOnUse">
              <circle cx="3" cy="3" r="1" fill="#5e3a43" />
            </pattern>
          </defs>
          {heads.map(({ key, text, x, anchor }) => (
            <text key={key} class="flow-head" x={x} y={14} text-anchor={anchor}>
              {say(text, lang)}
            </text>
          ))}
          {layout.links.map(({ from, to, outline, source, sentence }) => {
            const { fill, line } = coloursOf(source);
            const state = isAtLink(from, to) ? ' at' : isFaint(from, to) ? ' faint' : '';
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the drawing is one control, worked by arrows and Enter
              <path
                key={`${from}>${to}`}
                d={outline}
                class={`flow-link${state}${canOpenRows.value ? ' leads-to-rows' : ''}`}
                fill={fill}
                stroke={line}
                onClick={() => act({ from, to }, false)}
              >
                <title>{sentence}</title>
              </path>
            );
          })}
          {layout.nodes.map((node) => {
            const { fill, edge } = coloursOf(node);
            const isChosen = chosen.includes(node.id);
            const box = { x: node.left, y: node.top, width: node.width, height: node.height };
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the drawing is one control, worked by arrows and Enter
              <g
                key={node.id}
                data-node={node.id}
                class={`flow-node${isChosen ? ' chosen' : ''}${canChoose(node) ? ' choosable' : ''}`}
                onClick={(event) => act({ node: node.id }, event.shiftKey)}
              >
                <title>{node.sentence}</title>
                <rect {...box} fill={fill} stroke={edge ?? 'none'} />
                {slotOf(node.code) === 7 && <rect {...box} fill="url(#flow-dots)" />}
                {nodeAt?.id === node.id && (
                  <rect class="flow-at" x={box.x - 3} y={box.y - 3} width={box.width + 6} height={box.height + 6} />
                )}
                <NodeWords node={node} isOutside={isOutside} />
              </g>
            );
          })}
        </svg>
      </div>
      <p class="visually-hidden" aria-live="polite">
        {at === null ? '' : `${sentenceOf(model, at)} ${hint}`.trim()}
      </p>
    </>
  );
}
