/** 1件あたりの支援の回数: the classes with their lengths, the one with the median, and the words for mean and quartiles. */
import type { SupportPeriod } from '#functions/publish/detail.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { formatNumber } from '../figures/format.ts';
import { withOrigin } from '../figures/origin.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { type DrawnPlace, narrowed } from '../rows/lead-details.ts';
import type { RowsQuery } from '../rows/rows-query.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';

type PerCase = NonNullable<SupportPeriod['perCase']>;

export interface PerCaseBar {
  readonly key: string;
  readonly name: string;
  readonly cases: number;
  /** 0 to 1 of the longest. */
  readonly length: number;
  /** Whether the median lies in it. */
  readonly hasMedian: boolean;
  /** What leads to its rows. */
  readonly query?: RowsQuery;
}

/** A whole number as it is, a half with one decimal. */
function print(value: number): string {
  return formatNumber(value, Number.isInteger(value) ? 0 : 1);
}

function className({ from, to }: PerCase['classes'][number], language: Language): string {
  if (to === null) return say(supportWords.classOpen, language, { from });
  return say(from === to ? supportWords.classOne : supportWords.classRange, language, { from, to });
}

function rangeOf({ from, to }: PerCase['classes'][number]): readonly string[] {
  return [from, ...(to === null ? [] : [to])].map(String);
}

/** The bars of the distribution, from 0 actions up. */
export function perCaseBars(
  { classes, quartiles }: PerCase,
  language: Language,
  place?: DrawnPlace,
): readonly PerCaseBar[] {
  const longest = Math.max(1, ...classes.map(({ cases }) => cases));
  const [, median] = quartiles;
  return classes.map((one) => ({
    key: String(one.from),
    name: className(one, language),
    cases: one.cases,
    length: one.cases / longest,
    hasMedian: median >= one.from && (one.to === null || median < one.to + 1),
    ...(place === undefined ? {} : { query: narrowed(place, 'N01', [{ by: 'actions', codes: rangeOf(one) }]) }),
  }));
}

/** Title and measure: mean and median, and between which numbers half of the consultations lie. */
export function perCaseWords({ cases, mean, quartiles }: PerCase, language: Language) {
  const [lower, median, upper] = quartiles.map(print);
  const facts = {
    cases: formatNumber(cases),
    mean: formatNumber(mean, 1),
    lower: lower ?? '',
    median: median ?? '',
    upper: upper ?? '',
  };
  return {
    title: say(supportWords.perCaseFinding, language, facts),
    measure: say(supportWords.perCaseMeasure, language, facts),
    median: say(supportWords.keyMedian, language, facts),
  };
}

/** Classes, then quartiles and mean. */
export function perCaseTable(
  perCase: PerCase,
  { caption, language, place }: { readonly caption: string; readonly language: Language; readonly place?: DrawnPlace },
): TableModel {
  const [lower, median, upper] = perCase.quartiles.map(print);
  return {
    caption,
    rowHeader: say(supportWords.perCaseClass, language),
    columns: [{ key: 'cases', label: say(supportWords.perCaseCases, language) }],
    rows: [
      ...perCaseBars(perCase, language, place).map(({ key, name, cases, query }) => {
        const figure = query === undefined ? expandFigure(cases) : withOrigin(expandFigure(cases), query);
        return { key, label: name, cells: [{ kind: 'figure', figure, decimals: 0 } as const] };
      }),
      {
        key: 'quartiles',
        label: say(supportWords.quartiles, language),
        look: 'emphasised',
        cells: [
          {
            kind: 'text',
            text: say(supportWords.quartileValues, language, {
              lower: lower ?? '',
              median: median ?? '',
              upper: upper ?? '',
            }),
          },
        ],
      },
      {
        key: 'mean',
        label: say(supportWords.mean, language),
        look: 'emphasised',
        cells: [{ kind: 'text', text: say(supportWords.meanValue, language, { mean: formatNumber(perCase.mean, 1) }) }],
      },
    ],
  };
}
