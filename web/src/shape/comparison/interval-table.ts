/** The ranked list with intervals as a table: what is taken along, and what stands in place of the drawing. */
import type { Figure } from '#functions/domain/figure.ts';
import type {
  ComparisonObject,
  MeasureComparison,
  PeriodComparison,
  TownResult,
} from '#functions/publish/comparison.ts';
import { classWords, comparisonWords, leftOutWords } from '#sheets-schema/vocabulary/words/comparison.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { formatPeriod } from '../figures/format.ts';
import { monthsOf } from '../periods/periods.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel, TableRow } from '../table-model.ts';
import { nameTown } from './compared-finding.ts';
import { decimalsOf, indicatorOf } from './measure-words.ts';
import { nameGroup } from './town-sentence.ts';

export interface ShownComparison {
  readonly comparison: ComparisonObject;
  readonly measure: MeasureComparison;
  readonly period: PeriodComparison;
  readonly language: Language;
}

const blank: TableCell = { kind: 'blank' };
const text = (words: string): TableCell => (words === '' ? blank : { kind: 'text', text: words });

/** A number as a figure; without one, the state of the municipality. */
export function figureIn(state: TownResult['state'], value: number | null): Figure {
  if (value !== null) return value === 0 ? { state: 'zero', value: 0 } : { state: 'value', value };
  return state === 'value' || state === 'zero' ? { state: 'n/a' } : { state };
}

const number = (value: number | null, decimals: number): TableCell =>
  value === null ? blank : { kind: 'figure', figure: figureIn('n/a', value), decimals };

/** Ranked first, then those with a value and no rank, then those left out: hidden, not reported, the rest. */
export function inOrder(towns: readonly TownResult[]): readonly TownResult[] {
  const standing = ({ rank, value, state }: TownResult) => {
    if (rank !== null) return 0;
    if (value !== null) return 1;
    return { suppressed: 2, unreported: 3, 'n/a': 4, value: 5, zero: 5 }[state];
  };
  return towns.toSorted(
    (one, other) =>
      standing(one) - standing(other) ||
      (one.rank ?? 0) - (other.rank ?? 0) ||
      (other.value ?? 0) - (one.value ?? 0) ||
      one.code.localeCompare(other.code),
  );
}

/** Since when a municipality has not reported what a measure counts; `null` where that began after the period. */
function silentSince({ comparison, measure, period }: ShownComparison, code: string): string | null {
  const source = indicatorOf(measure.measure)?.source ?? 'cases';
  const since = comparison.towns.find((town) => town.code === code)?.reporting.sources[source]?.silentSince ?? null;
  return since !== null && since <= lastMonthOf(period.period) ? since : null;
}

function lastMonthOf(period: string): string {
  return monthsOf(period).at(-1) ?? period.slice(-7);
}

/** Why it is not ranked, or why it is not compared; empty where it is. */
export function noteOf(shown: ShownComparison, { code, unranked, leftOut }: TownResult): string {
  const { language } = shown;
  const since = leftOut === 'noReport' ? silentSince(shown, code) : null;
  if (leftOut !== null && since !== null)
    return say(comparisonWords.silentSince, language, {
      reason: leftOutWords[leftOut][language],
      since: formatPeriod(since, language),
    });
  if (leftOut !== null) return leftOutWords[leftOut][language];
  if (unranked === 'few') return comparisonWords.few[language];
  return unranked === 'alone' ? comparisonWords.alone[language] : '';
}

/** '12か月のうち7' where it was compared on fewer months; else empty. */
function countMonths({ notes, months }: TownResult, language: Language): string {
  if (!notes.includes('months') || months === null) return '';
  return say(comparisonWords.monthsCell, language, { due: months.due, reported: months.reported });
}

/** '件数', or with its unit where it is another one: '回数'. */
export function labelCount(measure: string, language: Language): string {
  const unit = indicatorOf(measure)?.unit ?? '';
  const isCount = unit === '' || unit === '%' || unit === '件' || language === 'en';
  return isCount ? comparisonWords.columnCount[language] : say(comparisonWords.columnCountOf, language, { unit });
}

/** Every number behind the list: value, limits, class, smoothed value and its group, months and the reason for no rank. */
export function intervalTable(shown: ShownComparison, caption: string): TableModel {
  const { comparison, measure, period, language } = shown;
  const decimals = decimalsOf(measure.measure);
  const rows = inOrder(period.towns);
  const hasMonths = rows.some(({ notes }) => notes.includes('months'));
  const hasSmoothed = rows.some(({ smoothed }) => smoothed !== null);
  const label = (phrase: keyof typeof comparisonWords) => comparisonWords[phrase][language];
  const cellsOf = (town: TownResult): readonly TableCell[] => [
    number(town.rank, 0),
    { kind: 'figure', figure: figureIn(town.state, town.count), decimals: 0 },
    { kind: 'figure', figure: figureIn(town.state, town.value), decimals },
    ...[town.of95?.[0], town.of95?.[1], town.of998?.[0], town.of998?.[1]].map((limit) =>
      number(limit ?? null, decimals),
    ),
    text(town.value === null ? '' : classWords[town.class ?? 'unclassed'][language]),
    ...(hasSmoothed
      ? [
          number(town.smoothed?.value ?? null, decimals),
          text(town.smoothed === null ? '' : nameGroup(town.smoothed, language)),
        ]
      : []),
    ...(hasMonths ? [text(countMonths(town, language))] : []),
    text(noteOf(shown, town)),
  ];
  const whole: readonly TableRow[] =
    period.reference === null
      ? []
      : [
          {
            key: 'prefecture',
            label: label('prefecture'),
            look: 'total',
            cells: [blank, number(period.reference.count, 0), number(period.reference.value, decimals)],
          },
        ];
  return {
    caption,
    rowHeader: label('columnTown'),
    columns: [
      { key: 'rank', label: label('columnRank') },
      { key: 'count', label: labelCount(measure.measure, language) },
      { key: 'value', label: label('columnValue') },
      { key: 'lower95', label: label('columnLower95') },
      { key: 'upper95', label: label('columnUpper95') },
      { key: 'lower998', label: label('columnLower998') },
      { key: 'upper998', label: label('columnUpper998') },
      { key: 'class', label: label('columnClass'), isText: true },
      ...(hasSmoothed
        ? [
            { key: 'smoothed', label: label('columnSmoothed') },
            { key: 'group', label: label('columnGroup'), isText: true },
          ]
        : []),
      ...(hasMonths ? [{ key: 'months', label: label('columnMonths'), isText: true }] : []),
      { key: 'note', label: label('columnNote'), isText: true },
    ],
    rows: [
      ...rows.map(
        (town): TableRow => ({
          key: town.code,
          label: nameTown(comparison, town.code),
          cells: cellsOf(town),
        }),
      ),
      ...whole,
    ],
  };
}
