/**
 * 推移: one small drawing a municipality over the fiscal years, all on one scale. A year without a value is a gap, a change of
 * definition breaks the line. Whether it rises was published; nothing is reckoned here but places on the drawing.
 */
import type { Figure } from '#functions/domain/figure.ts';
import type { ComparisonObject, MeasureComparison, TownTrend } from '#functions/publish/comparison.ts';
import { trendSentences } from '#sheets-schema/vocabulary/words/comparison-sentences.ts';
import { multiplesWords, sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatFigure, formatPeriod, stateMarks } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { shortYear } from '../periods/short-year.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';
import { decimalsOf, nameMeasure, printTicks } from './measure-words.ts';
import { multiplesTable } from './multiples-table.ts';
import { roundScale } from './ranking.ts';
import { sayBreaks, sayGuides } from './series-notes.ts';
import { brokenYears, holdsIn } from './series-years.ts';
import { yearValues } from './year-values.ts';

/** A year of a municipality. */
export interface MultiplePoint {
  readonly year: string;
  /** '平成30年度', '30'. */
  readonly name: string;
  readonly short: string;
  /** Share of the scale, from 0; `null` where there is no value. */
  readonly at: number | null;
  /** The mark of its state where there is no value: hidden and not reported are two gaps. */
  readonly mark: string | null;
  /** The value, or the word of its state. */
  readonly text: string;
  /** Whether months are missing. */
  readonly isPartial: boolean;
  /** Whether the line ends before it, because the definition changed since the year before. */
  readonly isAfterBreak: boolean;
}

export interface Multiple {
  readonly code: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly points: readonly MultiplePoint[];
  readonly trend: 'rising' | 'falling' | 'none' | 'unsaid';
  /** '増える傾向', and the whole sentence with its years or with why nothing is said. */
  readonly trendWord: string;
  readonly trendSentence: string;
  readonly sentence: string;
}

export interface Multiples {
  readonly towns: readonly Multiple[];
  /** The prefecture's value by year, as a share of the scale. */
  readonly reference: readonly (number | null)[];
  /** Guide values by year that they hold in. */
  readonly guides: readonly { readonly at: number; readonly from: number; readonly to: number }[];
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  /** Where a definition changed: before which year. */
  readonly breaks: readonly number[];
  readonly title: string;
  /** Whether the title and one note say of all of them why no trend can be said. */
  readonly isUnsaidAlike: boolean;
  readonly measureLine: string;
  readonly notes: readonly string[];
  readonly table: TableModel;
}

/** The trend in words: the same phrases that exports fill. */
export function sayTrend(trend: TownTrend, language: Language): string {
  if (trend.direction === null) return trendSentences[trend.reason][language];
  const facts = { first: formatPeriod(trend.first, language), last: formatPeriod(trend.last, language) };
  return say(trendSentences[trend.direction], language, facts);
}

export function shapeMultiples({
  comparison,
  measure,
  own,
  language,
}: {
  readonly comparison: Pick<ComparisonObject, 'towns' | 'years' | 'prefecture'>;
  readonly measure: MeasureComparison;
  readonly own: string | null;
  readonly language: Language;
}): Multiples {
  const { years } = comparison;
  const towns = comparison.towns
    .filter(({ isCompared }) => isCompared)
    .toSorted((one, other) => Number(other.code === own) - Number(one.code === own));
  const values = new Map(towns.map(({ code }) => [code, yearValues(measure, years, code)]));
  const references = years.map(
    (year) => measure.periods.find(({ period }) => period === year)?.reference?.value ?? null,
  );
  const shownGuides = measure.guides.filter((guide) => years.some((year) => holdsIn(guide, year)));
  const scale = roundScale(
    Math.max(
      0,
      ...[...values.values()].flat().map(({ value }) => value ?? 0),
      ...references.map((value) => value ?? 0),
      ...shownGuides.map(({ value }) => value),
    ),
  );
  const at = (value: number | null) => (value === null ? null : value / scale.end);
  const broken = brokenYears(measure.breaks, years);
  const multiples = towns.map(({ code, name }): Multiple => {
    const trend = measure.trends.find((each) => each.code === code);
    const direction = trend === undefined || trend.direction === null ? 'unsaid' : trend.direction;
    const trendSentence = trend === undefined ? multiplesWords.unsaid[language] : sayTrend(trend, language);
    const points = (values.get(code) ?? []).map(
      ({ year, value, stored: figure, isPartial }, position): MultiplePoint => ({
        year,
        name: formatPeriod(year, language),
        short: shortYear(year, language),
        at: at(value),
        mark: markOfFigure(expandFigure(figure)),
        text: formatFigure(expandFigure(figure), decimalsOf(measure.measure), language),
        isPartial,
        isAfterBreak: broken.includes(position),
      }),
    );
    const list = points.map((point) => say(multiplesWords.point, language, { year: point.name, value: point.text }));
    return {
      code,
      name,
      isOwn: code === own,
      points,
      trend: direction,
      trendWord: multiplesWords[direction][language],
      trendSentence,
      sentence: say(multiplesWords.sentence, language, {
        name,
        points: list.join(sharedWords.listComma[language]),
        trend: trendSentence,
      }),
    };
  });
  const ticks = printTicks(measure.measure, scale.ticks);
  const line = say(multiplesWords.measureLine, language, {
    measure: nameMeasure(measure.measure, language),
    prefecture: comparison.prefecture.name,
    first: formatPeriod(years[0] ?? '', language),
    last: formatPeriod(years.at(-1) ?? '', language),
    top: ticks.at(-1) ?? '',
  });
  const [first, ...others] = new Set(multiples.map(({ trendSentence }) => trendSentence));
  const isUnsaidAlike = others.length === 0 && multiples.every(({ trend }) => trend === 'unsaid');
  return {
    towns: multiples,
    reference: references.map(at),
    guides: shownGuides.map((guide) => {
      const held = years.flatMap((year, position) => (holdsIn(guide, year) ? [position] : []));
      return { at: guide.value / scale.end, from: held[0] ?? 0, to: held.at(-1) ?? 0 };
    }),
    ticks: scale.ticks.map((value, place) => ({ at: value / scale.end, label: ticks[place] ?? '' })),
    breaks: broken,
    title: titleOf(multiples, language),
    isUnsaidAlike,
    measureLine: line,
    notes: [
      ...(isUnsaidAlike && first !== undefined ? [first] : []),
      ...sayBreaks(measure.breaks, language),
      ...sayGuides(measure.measure, shownGuides, language),
    ],
    table: multiplesTable({ multiples, measure, years, values, references, caption: line, language }),
  };
}

function markOfFigure(figure: Figure): string | null {
  return figure.state === 'value' || figure.state === 'zero' ? null : stateMarks[figure.state];
}

function titleOf(towns: readonly Multiple[], language: Language): string {
  const count = (wanted: Multiple['trend']) => towns.filter(({ trend }) => trend === wanted).length;
  const [rising, falling] = [count('rising'), count('falling')];
  if (rising + falling > 0) return say(multiplesWords.title, language, { rising, falling });
  return (count('none') > 0 ? multiplesWords.titleNone : multiplesWords.titleUnsaid)[language];
}
