/**
 * 経路 → 対象 → つなぎ先 as nodes and links: three columns, at most eight nodes each, the rest folded into one. A case with
 * several targets or hand-overs stands in each of their links; the nodes count each case once. What is folded of 対象 and つなぎ先
 * is 延べ, and so is the right column of releases of earlier versions.
 */
import type { FlowPeriod } from '#functions/publish/detail.ts';
import { pathways, targets } from '#sheets-schema/vocabulary/codes.ts';
import { flowWords } from '#sheets-schema/vocabulary/words/flow.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber } from '../figures/format.ts';
import { handoversOf } from '../older-releases.ts';
import { say } from '../say.ts';
import { beginTitle } from '../title.ts';

export type FlowColumn = 0 | 1 | 2;

export interface FlowNode {
  /** '<column>|<code>'. */
  readonly id: string;
  readonly column: FlowColumn;
  /** A code of 経路 or 対象, 'stays', or 'rest' for those that are folded. */
  readonly code: string;
  readonly name: string;
  /** As printed: '191件', '延べ24件'. */
  readonly count: string;
  readonly sentence: string;
  /** Names of what is folded into it; empty for all others. */
  readonly members: readonly string[];
  /** Codes of what is folded into it. */
  readonly memberCodes: readonly string[];
}

export interface FlowLink {
  readonly from: string;
  readonly to: string;
  readonly cases: number;
  readonly sentence: string;
}

export interface FlowModel {
  readonly nodes: readonly FlowNode[];
  readonly links: readonly FlowLink[];
}

export const stays = 'stays';
const rest = 'rest';
const mostNodes = 8;

/** The name of a 経路, 対象 or つなぎ先. */
export function flowName(column: FlowColumn, code: string, language: Language): string {
  if (code === stays) return say(flowWords.stays, language);
  const list = column === 1 ? targets : pathways;
  return list.codes.find((known) => known.code === code)?.[language] ?? code;
}

/** The same where it stands alone: at a node, and as the head of a row or a column. */
export function flowLabel(column: FlowColumn, code: string, language: Language): string {
  return beginTitle(flowName(column, code, language), language);
}

const foldedNames: readonly Phrase[] = [flowWords.foldedPathways, flowWords.foldedTargets, flowWords.foldedHandovers];

interface Shares {
  readonly code: string;
  readonly cases: number;
}

/** Codes in their order with 'stays' last; where there are more than eight, the least are folded. */
function fold(counted: readonly Shares[]): { readonly kept: readonly string[]; readonly folded: readonly string[] } {
  const order = counted.toSorted(
    (a, b) => Number(a.code === stays) - Number(b.code === stays) || a.code.localeCompare(b.code),
  );
  if (order.length <= mostNodes) return { kept: order.map(({ code }) => code), folded: [] };
  const ranked = order.filter(({ code }) => code !== stays).toSorted((a, b) => b.cases - a.cases);
  const room = mostNodes - 1 - (order.length - ranked.length);
  const large = new Set(ranked.slice(0, room).map(({ code }) => code));
  return {
    kept: order.filter(({ code }) => code === stays || large.has(code)).map(({ code }) => code),
    folded: order.filter(({ code }) => code !== stays && !large.has(code)).map(({ code }) => code),
  };
}

function sumBy(entries: readonly (readonly [code: string, cases: number])[]): readonly Shares[] {
  const sums = new Map<string, number>();
  for (const [code, cases] of entries) sums.set(code, (sums.get(code) ?? 0) + cases);
  return [...sums].map(([code, cases]) => ({ code, cases }));
}

/** What is told at a node: cases, or 延べ where several answers of one case may be in it. */
function nodeSentence(column: FlowColumn, code: string): Phrase {
  if (column === 0) return flowWords.sayPathway;
  if (column === 1) return flowWords.sayTarget;
  return code === stays ? flowWords.sayStays : flowWords.sayHandover;
}

function columnNodes(
  column: FlowColumn,
  counted: readonly Shares[],
  { language, areAnswers = false }: { readonly language: Language; readonly areAnswers?: boolean },
): readonly FlowNode[] {
  const { kept, folded } = fold(counted);
  const casesOf = (codes: readonly string[]) =>
    counted.filter(({ code }) => codes.includes(code)).reduce((sum, { cases }) => sum + cases, 0);
  const node = (code: string, memberCodes: readonly string[]): FlowNode => {
    const isFolded = memberCodes.length > 0;
    const name = isFolded ? say(foldedNames[column] ?? flowWords.title, language) : flowLabel(column, code, language);
    // Pathways are one a case, so those that are folded add up; targets and hand-overs may be several.
    const isSummed = areAnswers || (column !== 0 && isFolded);
    const count = say(isSummed ? flowWords.places : flowWords.cases, language, {
      count: formatNumber(casesOf(isFolded ? memberCodes : [code])),
    });
    return {
      id: `${column}|${code}`,
      column,
      code,
      name,
      count,
      sentence: say(nodeSentence(column, code), language, { name, count }),
      members: memberCodes.map((member) => flowLabel(column, member, language)),
      memberCodes,
    };
  };
  const own = kept.map((code) => node(code, []));
  if (folded.length === 0) return own;
  const last = own.at(-1);
  const together = node(rest, folded);
  return last?.code === stays ? [...own.slice(0, -1), together, last] : [...own, together];
}

/** Nodes from top to bottom, column by column; links in the order of their ends. */
export function flowModel(flow: FlowPeriod, language: Language): FlowModel {
  const known = handoversOf(flow);
  const handovers = sumBy(known ?? flow.targetHandovers.map(([, handover, cases]) => [handover, cases] as const));
  const nodes = [
    ...columnNodes(0, sumBy(flow.pathways), { language }),
    ...columnNodes(1, sumBy(flow.targets), { language }),
    ...columnNodes(2, handovers, { language, areAnswers: known === null }),
  ];
  const nodeOf = (column: FlowColumn, code: string) =>
    nodes.find((node) => node.column === column && (node.code === code || node.memberCodes.includes(code)));
  const sums = new Map<string, { from: FlowNode; to: FlowNode; cases: number }>();
  const add = (from: FlowNode | undefined, to: FlowNode | undefined, cases: number) => {
    if (from === undefined || to === undefined || cases <= 0) return;
    const key = `${from.id}>${to.id}`;
    sums.set(key, { from, to, cases: (sums.get(key)?.cases ?? 0) + cases });
  };
  for (const [pathway, target, cases] of flow.pathwayTargets) add(nodeOf(0, pathway), nodeOf(1, target), cases);
  for (const [target, handover, cases] of flow.targetHandovers) add(nodeOf(1, target), nodeOf(2, handover), cases);
  const place = (id: string) => nodes.findIndex((node) => node.id === id);
  const links = [...sums.values()].map(({ from, to, cases }): FlowLink => {
    const isSummed = from.code === rest || to.code === rest;
    const phrase =
      from.column === 0 ? flowWords.sayArrival : to.code === stays ? flowWords.sayStayed : flowWords.sayHandedOn;
    const count = say(isSummed ? flowWords.places : flowWords.cases, language, { count: formatNumber(cases) });
    return {
      from: from.id,
      to: to.id,
      cases,
      sentence: say(phrase, language, { from: from.name, to: to.name, count }),
    };
  });
  return { nodes, links: links.toSorted((a, b) => place(a.from) - place(b.from) || place(a.to) - place(b.to)) };
}

/** The finding: where most are handed on, and where most stay; of 不明 and その他 none is made. */
export function flowFinding(flow: FlowPeriod, language: Language): string {
  const isNamed = ([target]: readonly [string, string, number]) => target !== targets.unknown && target !== 'T11';
  const most = (links: FlowPeriod['targetHandovers']) =>
    links.reduce<FlowPeriod['targetHandovers'][number] | null>(
      (top, link) => (link[2] > (top?.[2] ?? 0) ? link : top),
      null,
    );
  const handedOn = most(flow.targetHandovers.filter((link) => isNamed(link) && link[1] !== stays));
  const stayed = most(flow.targetHandovers.filter((link) => isNamed(link) && link[1] === stays));
  const facts = {
    target: flowName(1, handedOn?.[0] ?? '', language),
    handover: flowName(2, handedOn?.[1] ?? '', language),
    count: formatNumber(handedOn?.[2] ?? 0),
    stayer: flowName(1, stayed?.[0] ?? '', language),
    stays: formatNumber(stayed?.[2] ?? 0),
  };
  if (handedOn !== null && stayed !== null) return say(flowWords.finding, language, facts);
  if (handedOn !== null) return say(flowWords.findingHandover, language, facts);
  return say(stayed === null ? flowWords.title : flowWords.findingStays, language, facts);
}

/** '専門機関4件、ここで対応2件': where the cases of a pathway were handed on; `null` where that is not counted. */
export function handoversOfPathway(flow: FlowPeriod, pathway: string, language: Language): string | null {
  if (handoversOf(flow) === null) return null;
  return flow.pathwayHandovers
    .filter(([from]) => from === pathway)
    .toSorted((a, b) => Number(a[1] === stays) - Number(b[1] === stays) || b[2] - a[2])
    .map(([, handover, cases]) =>
      say(flowWords.label, language, {
        name: flowName(2, handover, language),
        count: say(flowWords.cases, language, { count: formatNumber(cases) }),
      }),
    )
    .join(language === 'ja' ? '、' : ', ');
}

/** The node of a code, or the one that it is folded into; a second-level code stands in its first level. */
export function nodeOfCode(model: FlowModel, column: FlowColumn, code: string): FlowNode | null {
  const first = code.slice(0, 3);
  const isOf = (node: FlowNode) => node.column === column && (node.code === first || node.memberCodes.includes(first));
  return model.nodes.find(isOf) ?? null;
}
