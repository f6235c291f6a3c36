/**
 * 散布図: two measures of the same municipalities and period. Who has a value in both stands in it; who has not is named beside it with
 * the reason. No line is fitted and nothing is correlated: that two measures stand together explains neither.
 */
import type { ComparedTown, ComparisonObject, MeasureComparison, TownResult } from '#functions/publish/comparison.ts';
import { leftOutWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import { scatterWords, sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatNumber } from '../figures/format.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';
import { type ClassCell, isClear, isState, wordOf } from './class-cells.ts';
import { formatComparedPeriod } from './compared-choice.ts';
import { nameMeasure, printCompared, printShort, printTicks } from './measure-words.ts';
import { roundScale } from './ranking.ts';
import { scatterTable } from './scatter-table.ts';
import { listAll, listSome } from './town-lists.ts';

export interface ScatterAxis {
  readonly name: string;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** The prefecture's value as a share of the axis, and as printed. */
  readonly reference: { readonly at: number; readonly label: string } | null;
}

export interface ScatterPoint {
  readonly code: string;
  readonly name: string;
  /** Shares of the axes, from 0. */
  readonly x: number;
  readonly y: number;
  /** Share of the largest circle's area, 0 to 1; `null` where the inhabitants are not known. */
  readonly size: number | null;
  readonly isOwn: boolean;
  /** Whether it lies clearly outside in one of them or both. */
  readonly isClear: boolean;
  /** Whether one of its counts is below 10. */
  readonly isFew: boolean;
  readonly sentence: string;
}

export interface Scatter {
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  /** The largest circles first, so that none hides another. */
  readonly points: readonly ScatterPoint[];
  readonly title: string;
  readonly measureLine: string;
  readonly notes: readonly string[];
  readonly table: TableModel;
}

/** A municipality with its results in both measures. */
export interface Pair {
  readonly town: ComparedTown;
  readonly x: TownResult | null;
  readonly y: TownResult | null;
}

export function classOf(result: TownResult | null): ClassCell {
  if (result === null) return 'n/a';
  if (result.state !== 'value' && result.state !== 'zero') return result.state;
  return result.class ?? 'unclassed';
}

function resultsIn(measure: MeasureComparison, period: string) {
  const shown = measure.periods.find((one) => one.period === period);
  return {
    reference: shown?.reference?.value ?? null,
    of: (code: string) => shown?.towns.find((town) => town.code === code) ?? null,
  };
}

function axisOf(measure: string, values: readonly number[], reference: number | null, language: Language) {
  const scale = roundScale(Math.max(0, ...values, reference ?? 0));
  const ticks = printTicks(measure, scale.ticks);
  const axis: ScatterAxis = {
    name: nameMeasure(measure, language),
    ticks: scale.ticks.map((value, place) => ({ at: value / scale.end, label: ticks[place] ?? '' })),
    reference:
      reference === null
        ? null
        : {
            at: reference / scale.end,
            label: say(sharedWords.referenceShort, language, { value: printShort(measure, reference) }),
          },
  };
  return { axis, at: (value: number) => value / scale.end };
}

/** Why a pair is not drawn; `null` where it is. */
function whyNot({ x, y }: Pair, language: Language): string | null {
  const missing = [x, y].find((result) => result?.value == null);
  if (missing === undefined) return null;
  const reason = missing?.leftOut ?? 'notApplicable';
  return leftOutWords[reason][language];
}

function titleOf(points: readonly (ScatterPoint & { readonly isClearInBoth: boolean })[], language: Language): string {
  if (points.length === 0) return scatterWords.titleNoPoint[language];
  const named = (list: readonly ScatterPoint[]) =>
    listSome(
      list.map(({ name }) => name),
      language,
    );
  const both = points.filter(({ isClearInBoth }) => isClearInBoth);
  if (both.length > 0) return say(scatterWords.titleBoth, language, { names: named(both) });
  const one = points.filter((point) => point.isClear);
  if (one.length > 0) return say(scatterWords.titleOne, language, { names: named(one) });
  return scatterWords.titleNone[language];
}

export function shapeScatter({
  comparison,
  across,
  upright,
  period,
  own,
  language,
}: {
  readonly comparison: Pick<ComparisonObject, 'towns'>;
  readonly across: MeasureComparison;
  readonly upright: MeasureComparison;
  readonly period: string;
  readonly own: string | null;
  readonly language: Language;
}): Scatter {
  const [inX, inY] = [resultsIn(across, period), resultsIn(upright, period)];
  const pairs = comparison.towns
    .filter(({ isCompared }) => isCompared)
    .map((town): Pair => ({ town, x: inX.of(town.code), y: inY.of(town.code) }));
  const drawn = pairs.filter((pair) => whyNot(pair, language) === null);
  const x = axisOf(
    across.measure,
    drawn.map((pair) => pair.x?.value ?? 0),
    inX.reference,
    language,
  );
  const y = axisOf(
    upright.measure,
    drawn.map((pair) => pair.y?.value ?? 0),
    inY.reference,
    language,
  );
  const largest = Math.max(1, ...drawn.map(({ town }) => town.inhabitants ?? 0));
  const points = drawn.map((pair) => {
    const clear = [classOf(pair.x), classOf(pair.y)].filter(isClear).length;
    const { inhabitants, code, name } = pair.town;
    return {
      code,
      name,
      x: x.at(pair.x?.value ?? 0),
      y: y.at(pair.y?.value ?? 0),
      size: inhabitants === null ? null : inhabitants / largest,
      isOwn: code === own,
      isClear: clear > 0,
      isClearInBoth: clear === 2,
      isFew: pair.x?.unranked === 'few' || pair.y?.unranked === 'few',
      sentence: sayPair(pair, { across, upright, language }),
    };
  });
  const notDrawn = new Map<string, string[]>();
  for (const pair of pairs) {
    const why = whyNot(pair, language);
    if (why !== null) notDrawn.set(why, [...(notDrawn.get(why) ?? []), pair.town.name]);
  }
  const measureLine = say(scatterWords.measureLine, language, {
    x: x.axis.name,
    y: y.axis.name,
    period: formatComparedPeriod(period, language),
  });
  return {
    x: x.axis,
    y: y.axis,
    points: points.toSorted((one, other) => (other.size ?? 0) - (one.size ?? 0)),
    title: titleOf(points, language),
    measureLine,
    notes: [
      ...[...notDrawn].map(([reason, names]) =>
        say(scatterWords.notDrawn, language, { reason, list: listAll(names, language) }),
      ),
      scatterWords.noCause[language],
      ...(pairs.some((pair) => [pair.x, pair.y].some((result) => result?.state === 'suppressed'))
        ? [sharedWords.hiddenNote[language]]
        : []),
    ],
    table: scatterTable({
      pairs,
      across: across.measure,
      upright: upright.measure,
      own,
      caption: measureLine,
      language,
    }),
  };
}

function sayPair(
  { town, x, y }: Pair,
  { across, upright, language }: { across: MeasureComparison; upright: MeasureComparison; language: Language },
): string {
  const value = (measure: string, result: TownResult | null) =>
    isState(classOf(result)) ? wordOf(classOf(result), language) : printCompared(measure, result?.value ?? 0, language);
  const sentence = say(scatterWords.stop, language, {
    name: town.name,
    x: value(across.measure, x),
    y: value(upright.measure, y),
    xClass: wordOf(classOf(x), language),
    yClass: wordOf(classOf(y), language),
  });
  if (town.inhabitants === null) return sentence;
  return sentence + say(scatterWords.stopInhabitants, language, { inhabitants: formatNumber(town.inhabitants) });
}

/** The second measure of an address; else the first that is offered and is not the first measure itself. */
export function chosenSecond(offered: readonly string[], first: string, wanted: string | null): string | null {
  const others = offered.filter((code) => code !== first);
  return others.find((code) => code === wanted) ?? others.find((code) => code === 'R01') ?? others[0] ?? null;
}
