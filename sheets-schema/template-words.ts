/**
 * The words that dropdowns propose, list by list, as they stand in 選択肢: the code lists, the indicators, fiscal years, months,
 * 有・無 and the fixed words of single columns. Every dropdown is a range of that tab, so that new words come by rewriting it.
 */
import { isReportable } from './cells/indicator.ts';
import type { Column } from './column.ts';
import type { Table } from './table.ts';
import { codeLists } from './vocabulary/codes.ts';
import { eraYear } from './vocabulary/eras.ts';
import { indicators } from './vocabulary/indicators.ts';
import { tables } from './workbook.ts';

/** One row of 選択肢. `code` is '' where the word itself is all there is. */
export interface Word {
  readonly code: string;
  readonly name: string;
}

/** A 区分 of 選択肢. */
export interface WordList {
  readonly name: string;
  readonly words: readonly Word[];
  /** So many words at the top are a list of their own: the indicators that 集計報告 takes. */
  readonly headCount: number;
}

const flagList = '有・無';
const monthList = '月';
const yearList = '年度';
const indicatorList = '指標';

/** From April, as offices count. */
const months = [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3];

/** All lists, in the order of 選択肢. `fiscalYears` are those that dropdowns propose. */
export function wordLists(fiscalYears: readonly number[]): readonly WordList[] {
  return [
    ...codeLists.map((list) =>
      listOf(
        list.name,
        list.codes.map(({ code, ja }) => ({ code, name: ja })),
      ),
    ),
    listOfIndicators(),
    listOf(
      yearList,
      fiscalYears.map((year) => ({ code: String(year), name: eraYear(year) })),
    ),
    listOf(
      monthList,
      months.map((month) => ({ code: String(month), name: `${month}月` })),
    ),
    listOf(flagList, [
      { code: '', name: '有' },
      { code: '', name: '無' },
    ]),
    ...optionLists(),
  ];
}

/** The fiscal years proposed around one: six before it and two after it. */
export function fiscalYearsAround(fiscalYear: number): readonly number[] {
  return Array.from({ length: 9 }, (_, index) => fiscalYear - 6 + index);
}

/** What a column's dropdown proposes: a list of 選択肢, its top only, or a column of 圏域. */
export type Dropdown =
  | { readonly from: 'words'; readonly list: string; readonly isHeadOnly: boolean }
  | { readonly from: 'areas'; readonly column: 'code' | 'name' };

/** The dropdown of a column; `null` where anything may stand. */
export function dropdownOf(column: Column): Dropdown | null {
  switch (column.kind) {
    case 'choice':
    case 'choices':
      return words(column.list.name);
    case 'option':
      return words(column.header);
    case 'flag':
      return words(flagList);
    case 'month':
      return words(monthList);
    case 'fiscalYear':
      return words(yearList);
    case 'indicator':
      return { from: 'words', list: indicatorList, isHeadOnly: !column.takesOwnMeasures };
    case 'area':
      return { from: 'areas', column: 'name' };
    case 'areas':
      return { from: 'areas', column: 'code' };
    case 'text':
    case 'reference':
    case 'count':
    case 'number':
    case 'rate':
    case 'date':
    case 'municipality':
      return null;
    default:
      return column satisfies never;
  }
}

function words(list: string): Dropdown {
  return { from: 'words', list, isHeadOnly: false };
}

function listOf(name: string, all: readonly Word[]): WordList {
  return { name, words: all, headCount: all.length };
}

/** Those that may be reported as totals come first. */
function listOfIndicators(): WordList {
  const reportable = indicators.filter(isReportable);
  const others = indicators.filter((indicator) => !isReportable(indicator));
  return {
    name: indicatorList,
    words: [...reportable, ...others].map(({ code, ja }) => ({ code, name: ja })),
    headCount: reportable.length,
  };
}

function optionLists(): readonly WordList[] {
  return Object.values(tables)
    .flatMap((table: Table) => Object.values(table.columns))
    .flatMap((column) =>
      column.kind === 'option'
        ? [
            listOf(
              column.header,
              column.options.map((option) => ({ code: '', name: option.words[0] ?? option.value })),
            ),
          ]
        : [],
    );
}
