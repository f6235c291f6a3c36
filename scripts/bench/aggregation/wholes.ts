/** What lies in what, as peers join it: parts by their codes, wholes by their numbers. */
import {
  parentOfPathway,
  parentOfTarget,
  pathwayKeys,
  pathwayNumber,
  targetNumber,
} from '#functions/domain/counting/slices.ts';
import type { CheckedCase } from '#functions/ingest/workbook-rows.ts';
import { tree } from './cases.ts';

export type Pairs = readonly (readonly [part: string, whole: number])[];

/** Each area in itself and those above, each pathway and each set of targets in its parts, their parents and 'all'. */
export function listWholes(cases: readonly CheckedCase[]): {
  readonly areaIn: Pairs;
  readonly pathwayIn: Pairs;
  readonly targetsIn: Pairs;
} {
  const withParent = (code: string, parents: ReadonlyMap<string, string | null>) => {
    const parent = parents.get(code) ?? null;
    return parent === null ? [code] : [code, parent];
  };
  const areaCodes = [null, ...tree.nodes.filter(({ isRoot }) => !isRoot).map(({ area }) => area.code)];
  const sets = [...new Set(cases.map(({ targets }) => targets.join(',')))];
  return {
    areaIn: areaCodes.flatMap((code) => tree.ancestorsOf(code).map((at) => [code ?? '', at] as const)),
    pathwayIn: pathwayKeys
      .slice(1, -1)
      .flatMap((code) =>
        [...new Set(['all', ...withParent(code, parentOfPathway)])].map(
          (whole) => [code, pathwayNumber(whole)] as const,
        ),
      ),
    targetsIn: sets.flatMap((set) =>
      [...new Set(['all', ...set.split(',').flatMap((code) => withParent(code, parentOfTarget))])].map(
        (whole) => [set, targetNumber(whole)] as const,
      ),
    ),
  };
}
