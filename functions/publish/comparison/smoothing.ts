/** Smoothed values (経験ベイズ推定) of one measure and period, each with the group that it leans on. */
import type { Measure } from '../../../sheets-schema/vocabulary/measures.ts';
import { type Prior, priorOf, smooth, smoothedIntervals } from '../../domain/statistics/empirical-bayes.ts';
import { type SizeClass, sizeClassOf } from '../../domain/statistics/groups.ts';
import type { SmoothedValue } from '../comparison.ts';
import { round, roundIntervals } from './round.ts';
import { factorOf, type Standing, type TownStanding } from './standing.ts';

/** A size class with fewer municipalities tells too little of what is common to it: then the whole prefecture is the group. */
export const leastInGroup = 5;

/** By code of the municipality. With one municipality there is nothing to lean on. */
export function smoothAll(measure: Measure, all: readonly TownStanding[]): ReadonlyMap<string, SmoothedValue> {
  const compared = all.flatMap(({ town, standing }) => (standing === null ? [] : [{ town, standing }]));
  if (compared.length < 2) return new Map();
  const bySize = new Map<SizeClass, Standing[]>();
  for (const { town, standing } of compared) {
    const size = sizeClassOf(town.attributes.inhabitants);
    if (size !== null) bySize.set(size, [...(bySize.get(size) ?? []), standing]);
  }
  const ofPrefecture = priorOf(
    compared.map(({ standing }) => standing),
    measure.model,
  );
  const ofSize = new Map([...bySize].map(([size, group]) => [size, priorOf(group, measure.model)] as const));
  return new Map(
    compared.flatMap(({ town, standing }) => {
      const size = sizeClassOf(town.attributes.inhabitants);
      const alike = size === null ? [] : (bySize.get(size) ?? []);
      const isLarge = size !== null && alike.length >= leastInGroup;
      const prior = isLarge ? (ofSize.get(size) ?? null) : ofPrefecture;
      if (prior === null) return [];
      const group: SmoothedValue['group'] = isLarge
        ? { kind: 'size', size, towns: alike.length }
        : { kind: 'prefecture', towns: compared.length };
      return [[town.name.code, { ...smoothedValueOf(measure, standing, prior), group }] as const];
    }),
  );
}

function smoothedValueOf(measure: Measure, standing: Standing, prior: Prior): Omit<SmoothedValue, 'group'> {
  const factor = factorOf(measure);
  const value = round(smooth(standing, prior, measure.model) * factor);
  // The gamma distribution knows no upper end: of a share it would say too much.
  const intervals = measure.model === 'rate' ? smoothedIntervals(standing, prior) : null;
  return intervals === null ? { value, of95: null, of998: null } : { value, ...roundIntervals(intervals, factor) };
}
