/** Where the nodes and links of a flow stand: d3-sankey with our columns and our order. */
import { sankey } from 'd3-sankey';
import type { FlowLink, FlowModel, FlowNode } from '../shape/flow/flow-model.ts';

export interface PlacedNode extends FlowNode {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlacedLink extends FlowLink {
  /** Its outline as SVG path data. */
  readonly outline: string;
  readonly source: FlowNode;
}

export interface FlowLayout {
  readonly nodes: readonly PlacedNode[];
  readonly links: readonly PlacedLink[];
}

interface Extra {
  readonly own: FlowLink;
}

const nodeWidth = 14;
/** Room between two nodes, so that the words of the least still stand apart. */
const nodePadding = 19;

/** The outline of a band of a height from one side to the other. */
function outline(x0: number, y0: number, x1: number, y1: number, height: number): string {
  const half = Math.max(height, 1) / 2;
  const middle = (x0 + x1) / 2;
  const at = (value: number) => value.toFixed(1);
  return [
    `M${at(x0)} ${at(y0 - half)}`,
    `C${at(middle)} ${at(y0 - half)} ${at(middle)} ${at(y1 - half)} ${at(x1)} ${at(y1 - half)}`,
    `L${at(x1)} ${at(y1 + half)}`,
    `C${at(middle)} ${at(y1 + half)} ${at(middle)} ${at(y0 + half)} ${at(x0)} ${at(y0 + half)}Z`,
  ].join('');
}

/** `margin` is left free at both sides for words. */
export function layOutFlow(
  model: FlowModel,
  { width, height, top, margin }: { width: number; height: number; top: number; margin: number },
): FlowLayout {
  if (model.links.length === 0) return { nodes: [], links: [] };
  const lay = sankey<FlowNode, Extra>()
    .nodeId(({ id }) => id)
    .nodeAlign(({ column }) => column)
    .nodeSort(null)
    .nodeWidth(nodeWidth)
    .nodePadding(nodePadding)
    .extent([
      [margin, top],
      [width - margin, height - 4],
    ]);
  const known = new Set(model.links.flatMap(({ from, to }) => [from, to]));
  const { nodes, links } = lay({
    nodes: model.nodes.filter(({ id }) => known.has(id)).map((node) => ({ ...node })),
    links: model.links.map((link) => ({ source: link.from, target: link.to, value: link.cases, own: link })),
  });
  return {
    nodes: nodes.map((node) => {
      const { x0 = 0, x1 = 0, y0 = 0, y1 = 0 } = node;
      const { id, column, code, name, count, sentence, members, memberCodes } = node;
      const place = { left: x0, top: y0, width: x1 - x0, height: Math.max(1, y1 - y0) };
      return { id, column, code, name, count, sentence, members, memberCodes, ...place };
    }),
    links: links.flatMap((link) => {
      const { source, target, own, width: thickness = 0, y0 = 0, y1 = 0 } = link;
      if (typeof source !== 'object' || typeof target !== 'object') return [];
      return [{ ...own, source, outline: outline(source.x1 ?? 0, y0, target.x0 ?? 0, y1, thickness) }];
    }),
  };
}
