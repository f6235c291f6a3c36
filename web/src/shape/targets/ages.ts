/** 年代 × 性別: two sides of bars, oldest on top; who is of another sex, not known or left blank stands apart and is not hidden. */
import type { PeoplePeriod } from '#functions/publish/detail.ts';
import { ageBands, sexes } from '#sheets-schema/vocabulary/codes.ts';
import type { Language } from '#sheets-schema/vocabulary/words/phrase.ts';
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { formatNumber } from '../figures/format.ts';
import { withOrigin } from '../figures/origin.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { type DrawnPlace, narrowed } from '../rows/lead-details.ts';
import type { RowsQuery } from '../rows/rows-query.ts';
import { say } from '../say.ts';
import type { TableModel } from '../table-model.ts';
import { beginTitle } from '../title.ts';

const unknown = 'unknown';
const blank = 'blank';
const [men, women] = ['X1', 'X2'];

export interface AgeRow {
  readonly code: string;
  readonly name: string;
  /** One a column of `AgeShape.sexes`. */
  readonly counts: readonly number[];
  /** 0 to 1 of the longest bar, men and women. */
  readonly lengths: readonly [men: number, women: number];
  /** What leads to the rows of each count. */
  readonly queries?: readonly RowsQuery[];
  /** Not an age: 不明 or 記入なし. */
  readonly isApart: boolean;
}

export interface AgeShape {
  /** 男性, 女性, then those that occur of その他, 不明・未回答, 記入なし. */
  readonly sexes: readonly { readonly code: string; readonly name: string }[];
  readonly rows: readonly AgeRow[];
  readonly title: string;
}

function sexName(code: string, language: Language): string {
  if (code === unknown) return targetWords.sexUnknown[language];
  if (code === blank) return targetWords.sexBlank[language];
  return sexes.codes.find((known) => known.code === code)?.[language] ?? code;
}

function ageName(code: string, language: Language): string {
  if (code === unknown) return targetWords.ageUnknown[language];
  if (code === blank) return targetWords.ageBlank[language];
  return ageBands.codes.find((known) => known.code === code)?.[language] ?? code;
}

/** Every age band stands, 0 as well; 不明 and 記入なし only where there are any. */
export function shapeAges({ ages }: PeoplePeriod, language: Language, place?: DrawnPlace): AgeShape {
  const counts = new Map(ages.map(([age, sex, cases]) => [`${age}|${sex}`, cases]));
  const countOf = (age: string, sex: string) => counts.get(`${age}|${sex}`) ?? 0;
  const occurring = (code: string) => ages.some(([age, sex, cases]) => (age === code || sex === code) && cases > 0);
  const columns = [men, women, ...['X3', unknown, blank].filter((code) => ages.some(([, sex]) => sex === code))];
  const bands = ageBands.codes.map(({ code }) => code as string).filter((code) => code !== ageBands.unknown);
  const apart = [unknown, blank].filter((code) => ages.some(([age]) => age === code) && occurring(code));
  const longest = Math.max(1, ...ages.filter(([, sex]) => sex === men || sex === women).map(([, , cases]) => cases));
  const row = (code: string, isApart: boolean): AgeRow => ({
    code,
    name: beginTitle(ageName(code, language), language),
    counts: columns.map((sex) => countOf(code, sex)),
    lengths: [countOf(code, men) / longest, countOf(code, women) / longest],
    isApart,
    ...(place === undefined
      ? {}
      : {
          queries: columns.map((sex) =>
            narrowed(place, 'N01', [
              { by: 'age', codes: [code] },
              { by: 'sex', codes: [sex] },
            ]),
          ),
        }),
  });
  const most = ages
    .filter(([age, sex]) => bands.includes(age) && (sex === men || sex === women))
    .reduce<PeoplePeriod['ages'][number] | null>((top, one) => (one[2] > (top?.[2] ?? 0) ? one : top), null);
  return {
    sexes: columns.map((code) => ({ code, name: beginTitle(sexName(code, language), language) })),
    rows: [...bands.toReversed().map((code) => row(code, false)), ...apart.map((code) => row(code, true))],
    title:
      most === null
        ? targetWords.agesTitle[language]
        : say(targetWords.agesFinding, language, {
            age: ageName(most[0], language),
            sex: sexName(most[1], language),
            count: formatNumber(most[2]),
          }),
  };
}

/** The same as a table, with all consultations last. */
export function ageTable(shape: AgeShape, caption: string, language: Language): TableModel {
  return {
    caption,
    rowHeader: targetWords.columnAge[language],
    columns: shape.sexes.map(({ code, name }) => ({ key: code, label: name })),
    rows: shape.rows.map(({ code, name, counts, queries }) => ({
      key: code,
      label: name,
      cells: counts.map((count, position) => {
        const query = queries?.[position];
        const figure = expandFigure(count);
        return { kind: 'figure', figure: query === undefined ? figure : withOrigin(figure, query), decimals: 0 };
      }),
    })),
  };
}
