/**
 * The funnel (漏斗図) as geometry for a drawing of any width: the expected count on a log scale from 10, the limits as published,
 * the municipalities that are drawn, and labels that never cover each other. Pixels only: no figure is computed here.
 */
import type { DeviationClass, Limits, TownResult } from '#functions/publish/comparison.ts';
import { classWords, comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import { textWidth } from '../trend/text-width.ts';
import { nameTown } from './compared-finding.ts';
import type { ShownComparison } from './interval-table.ts';
import { printShort } from './measure-words.ts';
import { type Box, type LabelledPoint, type PlacedLabel, placeLabels } from './place-labels.ts';
import { roundScale } from './ranking.ts';

/** Of fewer expected cases nothing is drawn. */
export const leastExpected = 10;

export interface FunnelPoint {
  readonly code: string;
  readonly x: number;
  readonly y: number;
  readonly class: DeviationClass | 'unclassed';
  readonly isOwn: boolean;
  /** What is said of it at the pointer and to screen readers. */
  readonly text: string;
}

export interface FunnelDrawing {
  readonly area: Box;
  readonly xTicks: readonly { readonly x: number; readonly label: string }[];
  readonly yTicks: readonly { readonly y: number; readonly label: string }[];
  /** Paths of the limits, and the areas between them. */
  readonly limits: {
    readonly upper95: string;
    readonly lower95: string;
    readonly upper998: string;
    readonly lower998: string;
    readonly within95: string;
    readonly within998: string;
  };
  readonly reference: { readonly y: number; readonly label: string; readonly x: number } | null;
  readonly guides: readonly { readonly y: number; readonly label: string }[];
  readonly points: readonly FunnelPoint[];
  readonly labels: readonly PlacedLabel[];
}

type LimitsAt = ShownComparison['period']['funnel'][number];

const round = (value: number) => Math.round(value * 10) / 10;

/** 10, 30, 100, 300, 1,000, … up to the largest expected count. */
function ticksOf(largest: number): readonly number[] {
  const ticks: number[] = [];
  for (let power = leastExpected; power <= largest; power *= 10) ticks.push(power, power * 3);
  return ticks.filter((tick) => tick <= largest);
}

/** How much the label of a municipality matters: clear outliers, one's own, then the others. */
function importance({ class: own }: Pick<FunnelPoint, 'class'>, isOwn: boolean): number {
  if (own === 'clearlyHigh' || own === 'clearlyLow') return 0;
  if (isOwn) return 1;
  return own === 'high' || own === 'low' ? 2 : 3;
}

/** The municipalities that are drawn, the smallest expected count first. */
export function drawnTowns({ period }: Pick<ShownComparison, 'period'>): readonly TownResult[] {
  return period.towns
    .filter(({ isDrawn, value, expected }) => isDrawn && value !== null && expected !== null)
    .toSorted((one, other) => (one.expected ?? 0) - (other.expected ?? 0));
}

/** Compared, but with too few expected to be drawn, the largest first. */
export function townsBeside({ period }: Pick<ShownComparison, 'period'>): readonly TownResult[] {
  return period.towns
    .filter(({ isDrawn, value }) => !isDrawn && value !== null)
    .toSorted((one, other) => (other.expected ?? 0) - (one.expected ?? 0));
}

function pathOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y], position) => `${position === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');
}

export function funnelDrawing(
  shown: ShownComparison,
  { width, height, own }: { readonly width: number; readonly height: number; readonly own: string | null },
): FunnelDrawing {
  const { comparison, measure, period, language } = shown;
  const towns = drawnTowns(shown);
  const reference = period.reference?.value ?? 0;
  const guides = period.guides.flatMap((position) => measure.guides[position] ?? []);
  const highest = Math.max(
    ...towns.map(({ value }) => value ?? 0),
    ...guides.map(({ value }) => value),
    reference * 1.8,
  );
  const scale = roundScale(highest * 1.06);
  const largest = Math.max(leastExpected * 3, ...towns.map(({ expected }) => expected ?? 0)) * 1.15;
  const yLabels = scale.ticks.map((value) => printTick(value));
  const area: Box = {
    left: Math.ceil(Math.max(...yLabels.map((label) => textWidth(label, 12)))) + 12,
    right: width - 12,
    top: 12,
    bottom: height - 44,
  };
  const share = (expected: number) => Math.log(expected / leastExpected) / Math.log(largest / leastExpected);
  const x = (expected: number) => round(area.left + share(expected) * (area.right - area.left));
  const y = (value: number) => round(area.bottom - (value / scale.end) * (area.bottom - area.top));
  const points = towns.map((town): FunnelPoint => pointOf(town));
  const referenceLabel = say(comparisonWords.prefectureLine, language, {
    value: printShort(measure.measure, reference),
  });
  const referenceWidth = textWidth(referenceLabel, 12) * 1.06 + 8;
  const referenceBox: Box = {
    left: area.right - referenceWidth,
    right: area.right,
    top: y(reference) - 20,
    bottom: y(reference) - 2,
  };
  const curve = (limit: (row: LimitsAt) => number) =>
    period.funnel.map((row): readonly [number, number] => [x(row.expected), y(limit(row))]);
  // Widened limits are there where overdispersion applies, and then they are those that count.
  const of95 = (row: LimitsAt): Limits => row.widened95 ?? row.of95;
  const of998 = (row: LimitsAt): Limits => row.widened998 ?? row.of998;
  const [lower95, upper95] = [curve((row) => of95(row)[0]), curve((row) => of95(row)[1])];
  const [lower998, upper998] = [curve((row) => of998(row)[0]), curve((row) => of998(row)[1])];
  const labelled = points
    .map((point): LabelledPoint & { readonly rank: number } => {
      const rank = importance(point, point.isOwn);
      const town = towns.find(({ code }) => code === point.code);
      const value = printShort(measure.measure, town?.value ?? 0);
      const name = nameTown(comparison, point.code);
      return {
        key: point.code,
        x: point.x,
        y: point.y,
        text: rank < 2 ? say(comparisonWords.funnelLabel, language, { name, value }) : name,
        isBold: rank === 0,
        isWanted: rank < 2,
        rank,
      };
    })
    .toSorted((one, other) => one.rank - other.rank);
  const limitLabel = (
    key: string,
    words: keyof typeof comparisonWords,
    path: typeof upper95,
  ): readonly LabelledPoint[] => {
    const at = path.find(([x1, y1]) => y1 > area.top + 24 && x1 > area.left + 40);
    if (at === undefined) return [];
    const text = comparisonWords[words][language];
    return [{ key, x: at[0], y: at[1], text, isBold: false, isWanted: false }];
  };
  const wanted = [
    ...labelled.filter(({ isWanted }) => isWanted),
    ...limitLabel('limit998', 'limit998', upper998),
    ...limitLabel('limit95', 'limit95', upper95),
    ...labelled.filter(({ isWanted }) => !isWanted),
  ];
  return {
    area,
    xTicks: ticksOf(largest).map((tick) => ({ x: x(tick), label: formatNumber(tick) })),
    yTicks: scale.ticks.map((value) => ({ y: y(value), label: printTick(value) })),
    limits: {
      upper95: pathOf(upper95),
      lower95: pathOf(lower95),
      upper998: pathOf(upper998),
      lower998: pathOf(lower998),
      within95: closed(upper95, lower95),
      within998: closed(upper998, lower998),
    },
    reference: period.reference === null ? null : { y: y(reference), label: referenceLabel, x: area.right - 4 },
    guides: guides.map(({ value, scope }) => ({
      y: y(value),
      label: say(scope === 'national' ? comparisonWords.guideLine : comparisonWords.guideOwnLine, language, {
        value: printShort(measure.measure, value),
      }),
    })),
    points,
    labels: placeLabels(wanted, { area, marks: points, taken: period.reference === null ? [] : [referenceBox] }),
  };

  function printTick(value: number): string {
    return value.toLocaleString('en-US');
  }

  function pointOf(town: TownResult): FunnelPoint {
    const { code, value, expected } = town;
    const ownClass = town.class ?? 'unclassed';
    return {
      code,
      x: x(expected ?? leastExpected),
      y: y(value ?? 0),
      class: ownClass,
      isOwn: code === own,
      text: say(comparisonWords.funnelStop, language, {
        name: nameTown(comparison, code),
        value: printShort(measure.measure, value ?? 0),
        class: classWords[ownClass][language],
        expected: formatNumber(expected ?? 0),
      }),
    };
  }
}

/** The area between two curves. */
function closed(upper: readonly (readonly [number, number])[], lower: readonly (readonly [number, number])[]): string {
  if (upper.length === 0) return '';
  return `${pathOf([...upper, ...lower.toReversed()])}Z`;
}
