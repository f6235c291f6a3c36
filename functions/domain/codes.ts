/** Branded identifiers and period names, so that a municipality's code is never passed where an area's is meant. */

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** 全国地方公共団体コード, six digits with its check digit, like '162051'. */
export type MunicipalityCode = Branded<'MunicipalityCode'>;
/** The first two digits of a municipality's code, like '16'. */
export type PrefectureCode = Branded<'PrefectureCode'>;
/** 圏域コード, unique in a municipality. */
export type AreaCode = Branded<'AreaCode'>;
/** A workbook in the registry (folder path or spreadsheet id), stable from run to run. */
export type WorkbookId = Branded<'WorkbookId'>;
/** '2018-04'. */
export type Month = Branded<'Month'>;
/** '2018-04-01'. */
export type Day = Branded<'Day'>;
/** A month '2018-04', a quarter 'FY2018Q1' (April to June) or a fiscal year 'FY2018' (April 2018 to March 2019). */
export type Period = Branded<'Period'>;
