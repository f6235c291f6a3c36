/** The columns of a list of rows, tab by tab: words in place of codes, days as people write them. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import type {
  ActionRowView,
  ActivityRowView,
  CaseRowView,
  MeetingRowView,
  TotalRowView,
} from '#functions/publish/row-views.ts';
import {
  activityKinds,
  ageBands,
  type CodeList,
  closingReasons,
  issues,
  meetingKinds,
  methods,
  pathways,
  programmes,
  sexes,
  targets,
} from '#sheets-schema/vocabulary/codes.ts';
import { indicators } from '#sheets-schema/vocabulary/indicators.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { rowsWords } from '#sheets-schema/vocabulary/words/rows.ts';
import { formatDay, formatNumber, formatPeriod } from '../figures/format.ts';
import { areaName } from '../selection.ts';
import { beginTitle, withinSentence } from '../title.ts';
import type { AnyRow } from './rows-conditions.ts';
import type { RowsTab } from './rows-sides.ts';

/** One column of a list. */
export interface RowsColumn<Row> {
  readonly key: string;
  readonly head: Phrase;
  readonly isNumber?: boolean;
  readonly text: (row: Row, said: Said) => string;
}

/** In which language, and whose areas. */
export interface Said {
  readonly index: OfficeIndex;
  readonly language: Language;
}

function nameIn(list: CodeList, code: string | null, language: Language): string {
  if (code === null) return '';
  return beginTitle(list.codes.find((known) => known.code === code)?.[language] ?? code, language);
}

function namesIn(list: CodeList, codes: readonly string[], language: Language): string {
  const names = codes.map((code, place) =>
    place === 0 ? nameIn(list, code, language) : withinSentence(nameIn(list, code, language)),
  );
  return names.join(language === 'ja' ? '、' : ', ');
}

const numberOf = (value: number | null) => (value === null ? '' : formatNumber(value));

interface Placed {
  readonly area: string | null;
}

const area: RowsColumn<Placed> = {
  key: 'area',
  head: rowsWords.area,
  text: (row, { index, language }) => (row.area === null ? rowsWords.unplaced[language] : areaName(index, row.area)),
};

const pathway: RowsColumn<{ readonly pathway: string }> = {
  key: 'pathway',
  head: rowsWords.pathway,
  text: (row, { language }) => nameIn(pathways, row.pathway, language),
};

const targetColumn: RowsColumn<{ readonly targets: readonly string[] }> = {
  key: 'targets',
  head: rowsWords.targets,
  text: (row, { language }) => namesIn(targets, row.targets, language),
};

const cases: readonly RowsColumn<CaseRowView>[] = [
  { key: 'receivedOn', head: rowsWords.receivedOn, text: (row, { language }) => formatDay(row.receivedOn, language) },
  area,
  pathway,
  targetColumn,
  { key: 'issues', head: rowsWords.issues, text: (row, { language }) => namesIn(issues, row.issues, language) },
  {
    key: 'person',
    head: rowsWords.person,
    text: (row, { language }) =>
      [nameIn(ageBands, row.ageBand, language), nameIn(sexes, row.sex, language)]
        .filter((part) => part !== '')
        .join(language === 'ja' ? '・' : ', '),
  },
  {
    key: 'compound',
    head: rowsWords.compound,
    text: (row, { language }) => (row.isCompound ? rowsWords.yes[language] : ''),
  },
  {
    key: 'handovers',
    head: rowsWords.handovers,
    text: (row, { language }) => namesIn(pathways, row.handovers, language),
  },
  {
    key: 'closedOn',
    head: rowsWords.closedOn,
    text: (row, { language }) => (row.closedOn === null ? '' : formatDay(row.closedOn, language)),
  },
  {
    key: 'closingReason',
    head: rowsWords.closingReason,
    text: (row, { language }) => nameIn(closingReasons, row.closingReason, language),
  },
  { key: 'actions', head: rowsWords.actions, isNumber: true, text: (row) => numberOf(row.actions) },
];

const actions: readonly RowsColumn<ActionRowView>[] = [
  { key: 'actedOn', head: rowsWords.actedOn, text: (row, { language }) => formatDay(row.actedOn, language) },
  { key: 'method', head: rowsWords.method, text: (row, { language }) => nameIn(methods, row.method, language) },
  {
    key: 'programme',
    head: rowsWords.programme,
    text: (row, { language }) => nameIn(programmes, row.programme, language),
  },
  area,
  pathway,
  targetColumn,
  { key: 'minutes', head: rowsWords.minutesColumn, isNumber: true, text: (row) => numberOf(row.minutes) },
];

const meetings: readonly RowsColumn<MeetingRowView>[] = [
  { key: 'heldOn', head: rowsWords.heldOn, text: (row, { language }) => formatDay(row.heldOn, language) },
  {
    key: 'kind',
    head: rowsWords.meetingKind,
    text: (row, { language }) => nameIn(meetingKinds, row.meetingKind, language),
  },
  area,
  { key: 'discussed', head: rowsWords.discussed, isNumber: true, text: (row) => numberOf(row.discussed) },
  { key: 'participants', head: rowsWords.participants, isNumber: true, text: (row) => numberOf(row.participants) },
  { key: 'agencies', head: rowsWords.agenciesColumn, isNumber: true, text: (row) => numberOf(row.agencies) },
];

const activities: readonly RowsColumn<ActivityRowView>[] = [
  { key: 'heldOn', head: rowsWords.heldOn, text: (row, { language }) => formatDay(row.heldOn, language) },
  {
    key: 'kind',
    head: rowsWords.activityKind,
    text: (row, { language }) => nameIn(activityKinds, row.activityKind, language),
  },
  area,
  targetColumn,
  { key: 'times', head: rowsWords.times, isNumber: true, text: (row) => numberOf(row.times) },
  { key: 'places', head: rowsWords.placesColumn, isNumber: true, text: (row) => numberOf(row.places) },
  { key: 'participants', head: rowsWords.participants, isNumber: true, text: (row) => numberOf(row.participants) },
  { key: 'helpers', head: rowsWords.helpers, isNumber: true, text: (row) => numberOf(row.helpers) },
];

/** The columns of 集計報告; nothing means everything. */
export const totalsColumns: readonly RowsColumn<TotalRowView & { readonly year: string }>[] = [
  { key: 'period', head: rowsWords.period, text: (row, { language }) => formatPeriod(row.month ?? row.year, language) },
  {
    key: 'indicator',
    head: rowsWords.indicator,
    text: (row, { language }) => indicators.find(({ code }) => code === row.indicator)?.[language] ?? row.indicator,
  },
  {
    key: 'area',
    head: rowsWords.area,
    text: (row, { index, language }) => {
      if (row.area === null) return rowsWords.all[language];
      return row.area === 'outside' ? rowsWords.outside[language] : areaName(index, row.area);
    },
  },
  {
    key: 'pathway',
    head: rowsWords.pathway,
    text: (row, { language }) => nameIn(pathways, row.pathway, language) || rowsWords.all[language],
  },
  {
    key: 'target',
    head: rowsWords.targets,
    text: (row, { language }) => nameIn(targets, row.target, language) || rowsWords.all[language],
  },
  { key: 'value', head: rowsWords.value, isNumber: true, text: (row) => formatNumber(row.value) },
];

const byTab: Readonly<Record<RowsTab, readonly RowsColumn<never>[]>> = { cases, actions, meetings, activities };

/** The columns of a tab's list after its first one, in which 受付番号 or the row stands. */
export function columnsOf(tab: RowsTab): readonly RowsColumn<AnyRow>[] {
  // Rows of a list are all of its tab; the columns of a tab are only ever given those.
  return byTab[tab] as readonly RowsColumn<AnyRow>[];
}
