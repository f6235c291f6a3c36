/** What others may import of the definition of a workbook. The browser imports vocabulary/ only. */
export { isBlankCell, isDittoCell } from './cells/blank.ts';
export type { Cell, DateCell, ErrorCell } from './cells/cell.ts';
export { earliestDayOfWork } from './cells/date.ts';
export { findNearest } from './cells/edit-distance.ts';
export { fold } from './cells/fold.ts';
export { isReportable } from './cells/indicator.ts';
export { completeMunicipalityCode, isMunicipalityCode, municipalityCheckDigit } from './cells/municipality-code.ts';
export {
  individualNumberCheckDigit,
  isIndividualNumber,
  isPersonalHeader,
  isPhoneNumber,
  looksPersonal,
} from './cells/personal.ts';
export {
  findPersonalData,
  isPersonalCode,
  type PersonalCode,
  personalCodes,
} from './cells/personal-data/find-personal-data.ts';
export { type ReadingContext, readCell } from './cells/read-cell.ts';
export { type Reading, type Remark, type Unknown, unknown } from './cells/reading.ts';
export { outsideWords } from './cells/text.ts';
export { isTotalWord } from './cells/total-row.ts';
export type { CellValue, Column, ColumnValue, IndicatorReading } from './column.ts';
export { describeFailure, describeFinding, type Language } from './describe-finding.ts';
export type { Finding, FindingCode, FindingFacts, FindingPlace, Severity } from './finding.ts';
export type { RowOf, Table, TableLayout } from './table.ts';
export type { ActionRow } from './tables/actions.ts';
export type { ActivityRow } from './tables/activities.ts';
export type { AliasRow } from './tables/aliases.ts';
export type { AreaRow } from './tables/areas.ts';
export type { CaseRow } from './tables/cases.ts';
export type { GoalRow } from './tables/goals.ts';
export type { MeetingRow } from './tables/meetings.ts';
export type { Profile } from './tables/profile.ts';
export type { TotalRow } from './tables/totals.ts';
export * from './vocabulary/codes.ts';
export { eraDay, eraYear } from './vocabulary/eras.ts';
export { type Indicator, type IndicatorCode, indicators } from './vocabulary/indicators.ts';
export { type FindingMessage, failureMessages, findingMessages } from './vocabulary/messages.ts';
export { tables, templateVersion } from './workbook.ts';
