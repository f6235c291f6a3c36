/**
 * Under which names a new consultation (相談受付) is counted in the details: where it came from and went to, and whose
 * problems overlap. Codes are of the first level: two kinds of disability are one 障害者.
 */
import { ageBands, type Code, issues, sexes, targets } from '../../../sheets-schema/vocabulary/codes.ts';
import { parentOfPathway, parentOfTarget } from '../counting/slices.ts';
import type { CaseFact } from '../fact.ts';

const issueCodes: readonly Code[] = issues.codes;
const parentOfIssue = new Map(issueCodes.map(({ code, parent }) => [code, parent]));

/** 'stays': the case was handed on to nobody (つなぎ先 is blank). */
export const stays = 'stays';
/** 不明 of 年代 and 性別. */
const unknown = 'unknown';
/** Nothing is typed, or what was typed could not be used. */
export const blank = 'blank';

/** The codes of the first level, each once, sorted. */
function firstLevel(codes: readonly string[], parents: ReadonlyMap<string, string | null>): string[] {
  return [...new Set(codes.map((code) => parents.get(code) ?? code))].toSorted();
}

/**
 * Names of the flow: 'n' the case, 'p' pathway, 't' target, 'h' つなぎ先 (two of them: once in each), and what goes together: 'pt', 'th'
 * and 'ph'.
 */
export function flowNames({ pathway, targets: set, handovers }: CaseFact): string[] {
  const [from = pathway] = firstLevel([pathway], parentOfPathway);
  const whose = firstLevel(set, parentOfTarget);
  const onTo = handovers.length === 0 ? [stays] : firstLevel(handovers, parentOfPathway);
  return [
    'n',
    `p|${from}`,
    ...whose.map((target) => `t|${target}`),
    ...onTo.map((handover) => `h|${handover}`),
    ...onTo.map((handover) => `ph|${from}|${handover}`),
    ...whose.map((target) => `pt|${from}|${target}`),
    ...whose.flatMap((target) => onTo.map((handover) => `th|${target}|${handover}`)),
  ];
}

/**
 * Names of the overlaps: 'n' the case, 'tt' and 'ii' pairs of targets and of issues (a pair of the same: the persons with
 * it), 'ti' target and issue, 'c' the set of targets where there are two and more (不明 is no second target), 'a' 年代 and 性別.
 */
export function peopleNames({ targets: set, issues: problems, ageBand, sex }: CaseFact): string[] {
  const whose = firstLevel(set, parentOfTarget);
  const what = firstLevel(problems, parentOfIssue);
  const known = whose.filter((target) => target !== targets.unknown);
  return [
    'n',
    ...pairs(whose).map((pair) => `tt|${pair}`),
    ...pairs(what).map((pair) => `ii|${pair}`),
    ...whose.flatMap((target) => what.map((issue) => `ti|${target}|${issue}`)),
    ...(known.length > 1 ? [`c|${known.join('|')}`] : []),
    `a|${codeOr(ageBand, ageBands.unknown)}|${codeOr(sex, sexes.unknown)}`,
  ];
}

/** Each code with itself and with those after it. */
function pairs(codes: readonly string[]): string[] {
  return codes.flatMap((one, position) => codes.slice(position).map((other) => `${one}|${other}`));
}

function codeOr(code: string | null, unknownCode: string): string {
  if (code === null) return blank;
  return code === unknownCode ? unknown : code;
}
