/**
 * The kinds of column a tab can have: a discriminated union, so that a reader, a zod schema, a dropdown and a help text
 * can each be made from the same object, and a new kind cannot be forgotten anywhere.
 */
import type { Unknown } from './cells/reading.ts';
import type { CodeList } from './vocabulary/codes.ts';

interface ColumnBase {
  /** The standard header (見出し) in Japanese. */
  readonly header: string;
  /** Other headers that mean the same, before the office's own 読替. */
  readonly aliases: readonly string[];
  readonly required: boolean;
  /** What belongs in the column, for the header's note, the guide and the reference page. */
  readonly help: { readonly ja: string; readonly en: string };
  /** A real example, as it would be typed. */
  readonly example: string;
  /** A merged cell counts for each of its rows (圏域 and 経路 only). */
  readonly spansMerges: boolean;
  /** Whether 不明 may stand here. Where it may not (受付番号, 受付日 …), the row could not be counted anywhere. */
  readonly takesUnknown: boolean;
}

/** Text as typed, trimmed. Never quoted in a finding. 備考 and 受付窓口 are `isRead: false`: their cells are never looked at. */
export interface TextColumn extends ColumnBase {
  readonly kind: 'text';
  readonly isRead: boolean;
}
/** An identifier such as 受付番号: folded, compared exactly. */
export interface ReferenceColumn extends ColumnBase {
  readonly kind: 'reference';
}
/** A whole number of at least 0 ('１２件', '約1,200'). */
export interface CountColumn extends ColumnBase {
  readonly kind: 'count';
  /** '-' is a blank, except in 値 of 集計報告: there it could mean 0 or not reported, so it is refused and 0 is suggested. */
  readonly takesDash: boolean;
}
/** Any number, decimals and negatives too ('57.6', '△3', '80%' where the unit is a percentage). */
export interface NumberColumn extends ColumnBase {
  readonly kind: 'number';
}
/** A rate with its unit, ‰ or %. Read as per mille. */
export interface RateColumn extends ColumnBase {
  readonly kind: 'rate';
}
/** A day. */
export interface DateColumn extends ColumnBase {
  readonly kind: 'date';
  /** Days of work (受付日 …) are refused after the run's day and before 2000-04-01; reference days (有効開始日 …) are not. */
  readonly isDayOfWork: boolean;
  /** '2018年4月' is the first of that month (報告開始月); elsewhere a date without a day is an error. */
  readonly takesMonthAlone: boolean;
}
/** 年度 as a number: 2018 is April 2018 to March 2019. */
export interface FiscalYearColumn extends ColumnBase {
  readonly kind: 'fiscalYear';
}
/** A month of the year, 1 to 12. */
export interface MonthColumn extends ColumnBase {
  readonly kind: 'month';
}
/** One word of a code list. */
export interface ChoiceColumn<List extends CodeList = CodeList> extends ColumnBase {
  readonly kind: 'choice';
  readonly list: List;
}
/** Several words of a code list in one cell. `fallback` is the code for a word not in the list (つなぎ先: その他), else `null`. */
export interface ChoicesColumn<List extends CodeList = CodeList> extends ColumnBase {
  readonly kind: 'choices';
  readonly list: List;
  readonly fallback: string | null;
}
/** One of a few fixed words that are no code list (方向, 数え方, 期間). */
export interface OptionColumn<Option extends string = string> extends ColumnBase {
  readonly kind: 'option';
  readonly options: readonly { readonly value: Option; readonly words: readonly string[] }[];
}
/** 有/無, ○/×, 1/0. */
export interface FlagColumn extends ColumnBase {
  readonly kind: 'flag';
}
/** 圏域: an area's code or name, resolved later against the municipality's tree. */
export interface AreaColumn extends ColumnBase {
  readonly kind: 'area';
}
/** 上位圏域コード: several area codes in one cell. */
export interface AreasColumn extends ColumnBase {
  readonly kind: 'areas';
}
/** 市区町村コード, as typed digits; completed and checked by the workbook's rules together with the prefecture's name. */
export interface MunicipalityColumn extends ColumnBase {
  readonly kind: 'municipality';
}
/** 指標: a standard indicator's code, or the office's own measure as its words. */
export interface IndicatorColumn extends ColumnBase {
  readonly kind: 'indicator';
  /** Whether the office's own measures are accepted (成果目標) or only standard indicators (集計報告). */
  readonly takesOwnMeasures: boolean;
}

export type Column =
  | TextColumn
  | ReferenceColumn
  | CountColumn
  | NumberColumn
  | RateColumn
  | DateColumn
  | FiscalYearColumn
  | MonthColumn
  | ChoiceColumn
  | ChoicesColumn
  | OptionColumn
  | FlagColumn
  | AreaColumn
  | AreasColumn
  | MunicipalityColumn
  | IndicatorColumn;

/** 指標 as read: a standard indicator, or an own measure under its own words. */
export type IndicatorReading =
  | { readonly standard: string; readonly words: string }
  | { readonly standard: null; readonly words: string };

/** The value of a column once read, before blank and unknown. Days are 'YYYY-MM-DD'; areas are folded words. */
export type ColumnValue<C extends Column> = C extends { kind: 'text' | 'reference' | 'date' | 'area' | 'municipality' }
  ? string
  : C extends { kind: 'count' | 'number' | 'rate' | 'fiscalYear' | 'month' }
    ? number
    : C extends { kind: 'flag' }
      ? boolean
      : C extends ChoiceColumn<infer List>
        ? List['codes'][number]['code']
        : C extends ChoicesColumn<infer List>
          ? readonly List['codes'][number]['code'][]
          : C extends OptionColumn<infer Option>
            ? Option
            : C extends { kind: 'areas' }
              ? readonly string[]
              : C extends { kind: 'indicator' }
                ? IndicatorReading
                : never;

/**
 * What stands in an accepted row. A required column is never blank; an optional one is `null` where blank,
 * and 'unknown' where the office says so or where its cell was refused.
 */
export type CellValue<C extends Column> = C extends { required: true }
  ? ColumnValue<C> | Unknown
  : ColumnValue<C> | Unknown | null;
