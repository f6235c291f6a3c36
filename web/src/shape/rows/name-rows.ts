/** Which figure the rows are of, in words: '藤ヶ浦市 令和6年5月の新規相談件数（地域、高齢者）'. */
import type { OfficeIndex } from '#functions/publish/release.ts';
import {
  activityKinds,
  ageBands,
  type CodeList,
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
import { targetWords } from '#sheets-schema/vocabulary/words/targets.ts';
import { formatDay, formatPeriod } from '../figures/format.ts';
import { nameMonths } from '../periods/month-names.ts';
import { monthOfDay } from '../periods/periods.ts';
import { say } from '../say.ts';
import { areaName } from '../selection.ts';
import { monthsOfQuery, plainPeriod } from './rows-place.ts';
import type { RowsCondition, RowsQuery } from './rows-query.ts';
import { isStock, type RowsMeasure } from './rows-sides.ts';

/** The name of what is counted. */
export function nameMeasure(measure: RowsMeasure, language: Language): string {
  switch (measure) {
    case 'known':
    case 'opening':
    case 'handled':
    case 'closedWithin':
    case 'minutes':
    case 'agencies':
    case 'totals':
      return rowsWords[measure][language];
    default:
      return indicators.find(({ code }) => code === measure)?.[language] ?? measure;
  }
}

const handoverWord: Phrase = rowsWords.handovers;

/** The list of a condition's codes, and the word before them where the codes alone do not say what they are. */
const listOf: Readonly<Record<string, readonly [list: CodeList, word: Phrase | null]>> = {
  pathway: [pathways, null],
  target: [targets, null],
  set: [targets, null],
  issue: [issues, null],
  age: [ageBands, null],
  sex: [sexes, null],
  handover: [pathways, handoverWord],
  method: [methods, null],
  programme: [programmes, null],
};

/** 不明 and 記入なし by their own words. */
function codeName(by: RowsCondition['by'], list: CodeList, code: string, language: Language): string {
  if (code === 'stays') return rowsWords.stays[language];
  if (code === 'unknown') return (by === 'sex' ? targetWords.sexUnknown : targetWords.ageUnknown)[language];
  if (code === 'blank') {
    if (by === 'age') return targetWords.ageBlank[language];
    return by === 'sex' ? targetWords.sexBlank[language] : say(rowsWords.blankOf, language, { list: list.name });
  }
  return list.codes.find((known) => known.code === code)?.[language] ?? code;
}

function nameCondition({ by, codes }: RowsCondition, language: Language): string {
  const comma = language === 'ja' ? '・' : ' / ';
  if (by === 'office') return codes.join(comma);
  if (by === 'actions') {
    const [from = '0', to = ''] = codes;
    if (to === '') return say(rowsWords.actionsFrom, language, { from });
    return say(from === to ? rowsWords.actionsOne : rowsWords.actionsRange, language, { from, to });
  }
  if (by === 'kind') {
    const kinds = [...meetingKinds.codes, ...activityKinds.codes];
    return codes.map((code) => kinds.find((known) => known.code === code)?.[language] ?? code).join(comma);
  }
  const [list, word] = listOf[by] ?? [pathways, null];
  const names = codes.map((code) => codeName(by, list, code, language)).join(by === 'set' ? '＋' : comma);
  return word === null ? names : `${word[language]} ${names}`;
}

/** The day in which a stock stands: the end of the last month of the period, or the day of the run where that is not over. */
function nameMoment(query: RowsQuery, index: OfficeIndex, language: Language): string {
  const last = monthsOfQuery(index, query).findLast((month) => month <= monthOfDay(index.asOf)) ?? '';
  if (last === monthOfDay(index.asOf)) return say(rowsWords.on, language, { day: formatDay(index.asOf, language) });
  return say(rowsWords.end, language, { period: formatPeriod(last, language) });
}

function namePeriod(query: RowsQuery, index: OfficeIndex, language: Language): string {
  if (isStock(query.series as RowsMeasure)) return nameMoment(query, index, language);
  const plain = formatPeriod(plainPeriod(query.period), language);
  if (!/[=-]$/.test(query.period)) return plain;
  const months = monthsOfQuery(index, query);
  return months.length === 12 ? plain : `${plain} ${nameMonths(months, language)}`;
}

function nameSeries(series: string, language: Language): string {
  if (/[sS]hare$/.test(series)) return rowsWords.share[language];
  return nameMeasure(series as RowsMeasure, language);
}

/** The figure in one line. */
export function nameFigure(query: RowsQuery, index: OfficeIndex, language: Language): string {
  const place = query.area.startsWith('unplaced:') ? rowsWords.unplaced[language] : areaName(index, query.area);
  const slice = [
    query.pathway === 'all' ? '' : codeName('pathway', pathways, query.pathway, language),
    query.target === 'all' ? '' : codeName('target', targets, query.target, language),
    ...(query.also ?? []).map((condition) => nameCondition(condition, language)),
  ].filter((part) => part !== '');
  const facts = { place, period: namePeriod(query, index, language), name: nameSeries(query.series, language) };
  if (slice.length === 0) return say(rowsWords.named, language, facts);
  return say(rowsWords.namedSlice, language, { ...facts, slice: slice.join(language === 'ja' ? '、' : ', ') });
}
