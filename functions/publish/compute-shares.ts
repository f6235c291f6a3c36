/** Printed shares of N01 as series of a cut (see `Cut.series`). A period without a number has its state; nothing to share out is 'n'. */

import { areaShares, pathwayShares, targetShare } from '../domain/counting/shares.ts';
import { pathwayKeys, pathwayNumber, sliceNumber, targetKeys } from '../domain/counting/slices.ts';
import type { StoredFigure } from '../domain/figure.ts';
import type { Municipality } from './municipality.ts';

/** Puts a series into a cut. */
export type Put = (key: string, series: readonly StoredFigure[]) => void;

/** Shares among the known pathways, for one area and target. */
export function computePathwayShares(municipality: Municipality, area: number, target: number, put: Put): void {
  const { figures, tree } = municipality;
  if (!figures.isTouched(sliceNumber(area, 0, target))) return;
  const codes = pathwayKeys.slice(1, -1);
  const counts = new Map(
    codes.map((code) => [code, figures.newCasesOf(sliceNumber(area, pathwayNumber(code), target))]),
  );
  const series = new Map<string, StoredFigure[]>(codes.map((code) => [code, []]));
  figures.periods.forEach((_, slot) => {
    const shares = pathwayShares((code) => numberOf(counts.get(code)?.[slot]));
    for (const code of codes) series.get(code)?.push(shareOrState(shares.get(code), counts.get(code)?.[slot]));
  });
  for (const [code, values] of series)
    keep(put, `share|${tree.nodes[area]?.key}|${code}|${targetKeys[target]}`, values);
}

/** Shares of persons with a target, for one area and pathway; only the target that the cut is about where one is named. */
export function computeTargetShares(municipality: Municipality, area: number, pathway: number, put: Put): void {
  const { figures, tree } = municipality;
  if (!figures.isTouched(sliceNumber(area, pathway, 0))) return;
  const all = figures.newCasesOf(sliceNumber(area, pathway, 0));
  const name = pathway === 0 ? 'share' : 'targetShare';
  let none: readonly StoredFigure[] | null = null;
  for (let target = 1; target < targetKeys.length - 1; target += 1) {
    const slice = sliceNumber(area, pathway, target);
    const isTouched = figures.isTouched(slice);
    const counts = isTouched || none === null ? figures.newCasesOf(slice) : [];
    const values: readonly StoredFigure[] =
      !isTouched && none !== null
        ? none
        : counts.map((count, slot) => shareOrState(targetShare(numberOf(count), numberOf(all[slot])), count));
    if (!isTouched) none = values;
    keep(put, `${name}|${tree.nodes[area]?.key}|${pathwayKeys[pathway]}|${targetKeys[target]}`, values);
  }
}

/** Shares among the areas, for one pathway or target. */
export function computeAreaShares(municipality: Municipality, pathway: number, target: number, put: Put): void {
  const { figures, tree } = municipality;
  if (tree.nodes.length === 1) return;
  const counts = new Map(
    tree.nodes.map(({ key }, area) => [key, figures.newCasesOf(sliceNumber(area, pathway, target))]),
  );
  const series = new Map<string, StoredFigure[]>();
  const whole = counts.get(tree.rootKey) ?? [];
  figures.periods.forEach((_, slot) => {
    const shares = areaShares(tree, (key) => numberOf(counts.get(key)?.[slot]));
    const keys = new Set([...tree.nodes.slice(1).map(({ key }) => key), ...shares.keys()]);
    for (const key of keys) {
      const values = series.get(key) ?? Array<StoredFigure>(slot).fill('n');
      const count = counts.has(key) ? counts.get(key)?.[slot] : whole[slot];
      while (values.length < slot) values.push('n');
      values.push(shareOrState(shares.get(key), count));
      series.set(key, values);
    }
  });
  for (const [key, values] of series) {
    while (values.length < figures.periods.length) values.push('n');
    keep(put, `areaShare|${key}|${pathwayKeys[pathway]}|${targetKeys[target]}`, values);
  }
}

function numberOf(figure: StoredFigure | undefined): number {
  return typeof figure === 'number' ? figure : Number.NaN;
}

function shareOrState(share: number | undefined, count: StoredFigure | undefined): StoredFigure {
  if (count !== undefined && typeof count !== 'number') return count;
  return share === undefined || Number.isNaN(share) ? 'n' : share;
}

/** A share that is 'n' throughout is left out. */
function keep(put: Put, key: string, values: readonly StoredFigure[]): void {
  if (values.some((value) => value !== 'n')) put(key, values);
}
