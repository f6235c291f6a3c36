/**
 * The ranked list as rows on one scale from 0: value, 95 % and 99.8 % intervals, the smoothed value beside it, and the lines of
 * the prefecture and of guide values through all rows. Places are shares of the width; no figure is computed here.
 */
import type { Figure } from '#functions/domain/figure.ts';
import type { Limits, TownResult } from '#functions/publish/comparison.ts';
import { comparisonWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { say } from '../say.ts';
import { nameTown } from './compared-finding.ts';
import { figureIn, inOrder, noteOf, type ShownComparison } from './interval-table.ts';
import { printShort } from './measure-words.ts';
import { roundScale } from './ranking.ts';

/** From where to where, 0 to 1; `isCut` where it goes on beyond the scale. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly isCut: boolean;
}

export interface IntervalRow {
  readonly code: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly rank: number | null;
  readonly count: Figure;
  readonly value: Figure;
  /** `null` without a value; 'unclassed' where chance cannot be judged. */
  readonly class: NonNullable<TownResult['class']> | 'unclassed' | null;
  readonly at: number | null;
  readonly of95: Stretch | null;
  readonly of998: Stretch | null;
  readonly smoothed: { readonly at: number; readonly of95: Stretch | null; readonly value: number } | null;
  /** How many months it was compared on, where they are not all. */
  readonly months: number | null;
  /** Why it has no rank or is not compared; empty where it has one. */
  readonly note: string;
}

/** A line through all rows, with its label. */
export interface ListLine {
  readonly key: string;
  readonly kind: 'prefecture' | 'guide';
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly count: number | null;
  readonly at: number;
  /** On which side of the line its label stands, so that it covers no other line. */
  readonly side: 'left' | 'right';
}

export interface IntervalRows {
  readonly ranked: readonly IntervalRow[];
  readonly unranked: readonly IntervalRow[];
  readonly ticks: readonly { readonly value: number; readonly at: number }[];
  readonly lines: readonly ListLine[];
  readonly hasSmoothed: boolean;
}

/** The scale reaches as far as what is ranked; intervals of small counts may go on beyond it. */
function largestOf({ measure, period }: ShownComparison, isSmoothed: boolean): number {
  const ranked = period.towns.filter(({ rank }) => rank !== null);
  const rated = ranked.length > 0 ? ranked : period.towns;
  return Math.max(
    ...rated.map(({ of998 }) => of998?.[1] ?? 0),
    ...period.towns.map(({ value }) => value ?? 0),
    ...(isSmoothed ? period.towns.map(({ smoothed }) => smoothed?.value ?? 0) : []),
    ...period.guides.map((position) => measure.guides[position]?.value ?? 0),
    period.reference?.value ?? 0,
  );
}

/** About as much of the width as a label takes. */
const labelShare = 0.2;

/** Labels stand at the right of their lines, unless there is no room or another line. */
function withSides(lines: readonly Omit<ListLine, 'side'>[]): readonly ListLine[] {
  return lines.map((line) => {
    const isTaken = (from: number, to: number) =>
      from < 0 || to > 1 || lines.some(({ key, at }) => key !== line.key && at > from && at < to);
    const isLeft = isTaken(line.at, line.at + labelShare) && !isTaken(line.at - labelShare, line.at);
    return { ...line, side: isLeft || line.at > 1 - labelShare ? 'left' : 'right' };
  });
}

function linesOf(
  { measure, period, language }: ShownComparison,
  place: (value: number) => number,
): readonly ListLine[] {
  const { reference, guides } = period;
  const prefecture: readonly Omit<ListLine, 'side'>[] =
    reference === null
      ? []
      : [
          {
            key: 'prefecture',
            kind: 'prefecture',
            name: comparisonWords.prefecture[language],
            label: say(comparisonWords.prefectureLine, language, {
              value: printShort(measure.measure, reference.value),
            }),
            value: reference.value,
            count: reference.count,
            at: place(reference.value),
          },
        ];
  return withSides([
    ...prefecture,
    ...guides.flatMap((position): readonly Omit<ListLine, 'side'>[] => {
      const guide = measure.guides[position];
      if (guide === undefined) return [];
      const isNational = guide.scope === 'national';
      const label = isNational ? comparisonWords.guideLine : comparisonWords.guideOwnLine;
      return [
        {
          key: `guide-${position}`,
          kind: 'guide',
          name: (isNational ? comparisonWords.guide : comparisonWords.guideOwn)[language],
          label: say(label, language, { value: printShort(measure.measure, guide.value) }),
          value: guide.value,
          count: null,
          at: place(guide.value),
        },
      ];
    }),
  ]);
}

/** @param own the municipality that the visitor looks from */
export function shapeIntervals(
  shown: ShownComparison,
  { own, isSmoothed }: { readonly own: string | null; readonly isSmoothed: boolean },
): IntervalRows {
  const { comparison, period } = shown;
  const scale = roundScale(largestOf(shown, isSmoothed));
  const place = (value: number) => Math.min(1, Math.max(0, value / scale.end));
  const stretch = (limits: Limits | null): Stretch | null =>
    limits === null ? null : { from: place(limits[0]), to: place(limits[1]), isCut: limits[1] > scale.end };
  const rows = inOrder(period.towns).map((town): IntervalRow => {
    const { code, rank, value, smoothed } = town;
    return {
      code,
      name: nameTown(comparison, code),
      isOwn: code === own,
      rank,
      count: figureIn(town.state, town.count),
      value: figureIn(town.state, value),
      class: value === null ? null : (town.class ?? 'unclassed'),
      at: value === null ? null : place(value),
      of95: stretch(town.of95),
      of998: stretch(town.of998),
      smoothed:
        !isSmoothed || smoothed === null
          ? null
          : { at: place(smoothed.value), of95: stretch(smoothed.of95), value: smoothed.value },
      months: town.notes.includes('months') ? (town.months?.reported ?? null) : null,
      note: noteOf(shown, town),
    };
  });
  return {
    ranked: rows.filter(({ rank }) => rank !== null),
    unranked: rows.filter(({ rank }) => rank === null),
    ticks: scale.ticks.map((value) => ({ value, at: value / scale.end })),
    lines: linesOf(shown, place),
    hasSmoothed: isSmoothed && rows.some(({ smoothed }) => smoothed !== null),
  };
}
