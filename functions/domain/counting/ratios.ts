/**
 * R01 to R05 and R08: their two sides in one office. Ratios are never averaged: both sides are added up over the offices
 * that have both for the same period and slice, then divided (workbook.md, "What is counted").
 */

import type { Slot } from '../period-axis.ts';
import type { OfficeFigures } from './office-figures.ts';
import { knownPathways, pathwayNumber, sliceNumber, sliceParts } from './slices.ts';

export const ratioCodes = ['R01', 'R02', 'R03', 'R04', 'R05', 'R08'] as const;
export type RatioCode = (typeof ratioCodes)[number];

/** Percentages are given times 100, unrounded; R08 is actions per consultation. */
export const ratioFactors: Readonly<Record<RatioCode, number>> = {
  R01: 100,
  R02: 100,
  R03: 100,
  R04: 100,
  R05: 100,
  R08: 1,
};

export interface RatioSides {
  readonly numerator: Float64Array;
  readonly denominator: Float64Array;
}

/** 経路 = 地域. */
const community = 'P04';

/** Both sides of a ratio in one office, over the slots of 相談受付; NaN where the office does not have that side. */
export function ratioSides(office: OfficeFigures, code: RatioCode, slice: number, slots: readonly Slot[]): RatioSides {
  const of = (indicator: Parameters<OfficeFigures['seriesOf']>[0]) => office.seriesOf(indicator, slice, slots);
  switch (code) {
    case 'R01':
      return communitySides(office, slice, slots);
    case 'R02':
      return { numerator: of('N08'), denominator: of('N01') };
    case 'R03': {
      const opening = office.opening(slice, slots);
      return {
        numerator: of('N06'),
        denominator: of('N01').map((count, slot) => count + (opening[slot] ?? Number.NaN)),
      };
    }
    case 'R04':
      return { numerator: office.closedWithin(slice, slots), denominator: office.newByRows(slice, slots) };
    case 'R05':
      return { numerator: of('N04'), denominator: of('N01') };
    case 'R08':
      return { numerator: of('N02'), denominator: of('N01') };
    default:
      return code satisfies never;
  }
}

/**
 * R01: 地域 over the sum of P01 to P08. Where an office gave only the pathway 地域 and no other, the sum is not known
 * (it would make 100 %), unless 地域 is all there was.
 */
function communitySides(office: OfficeFigures, slice: number, slots: readonly Slot[]): RatioSides {
  const { area, target } = sliceParts(slice);
  const byPathway = knownPathways.map((code) =>
    office.seriesOf('N01', sliceNumber(area, pathwayNumber(code), target), slots),
  );
  const all = office.seriesOf('N01', slice, slots);
  const numerator = byPathway[knownPathways.indexOf(community)] ?? new Float64Array(slots.length).fill(Number.NaN);
  const denominator = Float64Array.from(slots, (_, slot) => {
    const given = byPathway.map((series) => series[slot] ?? Number.NaN).filter((count) => !Number.isNaN(count));
    const sum = given.reduce((total, count) => total + count, 0);
    return given.length > 1 || sum === all[slot] ? sum : Number.NaN;
  });
  return { numerator, denominator };
}

/** The sides added up over the offices that have both. NaN where none has. */
export function addSides(sides: readonly RatioSides[], length: number): RatioSides {
  const numerator = new Float64Array(length).fill(Number.NaN);
  const denominator = new Float64Array(length).fill(Number.NaN);
  for (const side of sides) {
    for (let slot = 0; slot < length; slot += 1) {
      const up = side.numerator[slot] ?? Number.NaN;
      const down = side.denominator[slot] ?? Number.NaN;
      if (Number.isNaN(up) || Number.isNaN(down)) continue;
      const sum = numerator[slot] ?? Number.NaN;
      numerator[slot] = Number.isNaN(sum) ? up : sum + up;
      const below = denominator[slot] ?? Number.NaN;
      denominator[slot] = Number.isNaN(below) ? down : below + down;
    }
  }
  return { numerator, denominator };
}
