/** Where the arrow keys lead in a flow: up and down within a column or a node's links, left and right along the links. */
import type { FlowModel } from './flow-model.ts';

/** A place in the drawing: a node's id, or both ends of a link. */
export type FlowPlace = { readonly node: string } | { readonly from: string; readonly to: string };

export type FlowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** Whether a key is one of the arrows. */
export function isFlowKey(key: string): key is FlowKey {
  return key === 'ArrowUp' || key === 'ArrowDown' || key === 'ArrowLeft' || key === 'ArrowRight';
}

function neighbour<T>(list: readonly T[], at: T | undefined, step: 1 | -1): T | undefined {
  if (at === undefined) return undefined;
  return list[list.indexOf(at) + step] ?? at;
}

/** The next place; at an end it stays where it is. From nowhere it is the first node. */
export function stepFrom({ nodes, links }: FlowModel, at: FlowPlace | null, key: FlowKey): FlowPlace | null {
  const [first] = nodes;
  if (at === null) return first === undefined ? null : { node: first.id };
  const step = key === 'ArrowDown' || key === 'ArrowRight' ? 1 : -1;
  if ('node' in at) {
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const next = links.find((link) => (step === 1 ? link.from : link.to) === at.node);
      return next === undefined ? at : { from: next.from, to: next.to };
    }
    const own = nodes.find(({ id }) => id === at.node);
    const column = nodes.filter((node) => node.column === own?.column);
    const next = neighbour(column, own, step);
    return next === undefined ? at : { node: next.id };
  }
  if (key === 'ArrowRight') return { node: at.to };
  if (key === 'ArrowLeft') return { node: at.from };
  const siblings = links.filter((link) => link.from === at.from);
  const next = neighbour(
    siblings,
    siblings.find((link) => link.to === at.to),
    step,
  );
  return next === undefined ? at : { from: next.from, to: next.to };
}

/** The sentence of a place. */
export function sentenceOf({ nodes, links }: FlowModel, at: FlowPlace): string {
  if ('node' in at) return nodes.find(({ id }) => id === at.node)?.sentence ?? '';
  return links.find((link) => link.from === at.from && link.to === at.to)?.sentence ?? '';
}
