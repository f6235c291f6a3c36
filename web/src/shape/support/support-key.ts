/** The numbers of 支援・会議・地域活動: each indicator with 前年同期, difference and its months; grouped as the tabs are. */
import type { Figure } from '#functions/domain/figure.ts';
import type { Cut, OfficeIndex } from '#functions/publish/release.ts';
import { type Indicator, type IndicatorCode, indicators } from '#sheets-schema/vocabulary/indicators.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { supportWords } from '#sheets-schema/vocabulary/words/support.ts';
import { type Difference, differenceOf } from '../figures/difference.ts';
import { formatFigure, formatNumber, formatPeriod } from '../figures/format.ts';
import { readFigure } from '../figures/read-figure.ts';
import {
  fromFirstNumber,
  hasNumber,
  missingOffices,
  monthsUpTo,
  type SeriesPoint,
  seriesOver,
} from '../figures/series.ts';
import { nameMonths } from '../periods/month-names.ts';
import { fiscalYearOf, periodKind } from '../periods/periods.ts';
import { comparedPeriods, compareYears } from '../periods/year-before.ts';
import { say } from '../say.ts';
import type { Selection } from '../selection.ts';
import type { TableModel, TableRow } from '../table-model.ts';

/** The indicators of the page by the tab that they are told by. */
export const supportGroups = [
  { key: 'actions', name: supportWords.groupActions, codes: ['N02', 'N03', 'N04', 'N05', 'R05', 'R08'] },
  { key: 'meetings', name: supportWords.groupMeetings, codes: ['N09', 'N10', 'N11'] },
  { key: 'activities', name: supportWords.groupActivities, codes: ['N12', 'N13', 'N14', 'N15'] },
] as const satisfies readonly {
  key: string;
  name: (typeof supportWords)['groupActions' | 'groupMeetings' | 'groupActivities'];
  codes: readonly IndicatorCode[];
}[];

export interface SupportKeyRow {
  readonly indicator: Indicator;
  readonly name: string;
  readonly unit: string;
  readonly figure: Figure;
  /** The value on the months that are compared. */
  readonly basis: Figure;
  readonly before: Figure;
  readonly change: Difference;
  readonly isPartial: boolean;
  readonly spark: readonly SeriesPoint[];
  readonly sparkSentence: string;
}

export interface SupportKeyGroup {
  readonly key: string;
  readonly name: string;
  readonly rows: readonly SupportKeyRow[];
}

const notApplicable: Figure = { state: 'n/a' };

interface Place {
  readonly index: OfficeIndex;
  readonly cut: Cut;
  readonly selection: Selection;
}

/** Periods of a spark: the months of the year as far as reports can be, or fiscal years where no month has a number. */
function sparkOf({ index, cut, selection }: Place, series: string): readonly SeriesPoint[] {
  const { area, pathway, target, period } = selection;
  const place = { series, area, pathway, target };
  const year = fiscalYearOf(period);
  const months = seriesOver(index, cut, place, monthsUpTo(index, year, 1));
  if (months.some(hasNumber)) return months;
  const years = index.years.filter((own) => fiscalYearOf(own) <= year);
  return fromFirstNumber(seriesOver(index, cut, place, years));
}

function rowOf(place: Place, indicator: Indicator, language: Language): SupportKeyRow {
  const { index, cut, selection } = place;
  const { area, pathway, target, period } = selection;
  const at = { series: indicator.code, area, pathway, target, period };
  const figure = readFigure(cut, at);
  const compared = compareYears(index, cut, at);
  const { decimals } = indicator;
  const spark = sparkOf(place, indicator.code);
  return {
    indicator,
    name: indicator[language],
    unit: language === 'ja' ? indicator.unit : indicator.unitEn,
    figure,
    basis: compared?.after ?? notApplicable,
    before: compared?.before ?? notApplicable,
    change: compared === null ? { state: 'n/a' } : differenceOf(compared.before, compared.after, decimals),
    isPartial: 'value' in figure && missingOffices(index, indicator.code, period).length > 0,
    spark,
    sparkSentence: spark
      .map((point) => `${formatPeriod(point.period, language)} ${formatFigure(point.figure, decimals, language)}`)
      .join(language === 'ja' ? '、' : ', '),
  };
}

/** The groups with every indicator, reported or not: what is missing is seen. */
export function supportKey(place: Place, language: Language): readonly SupportKeyGroup[] {
  return supportGroups.map(({ key, name, codes }) => ({
    key,
    name: name[language],
    rows: codes.flatMap((code) => {
      const indicator = indicators.find((known) => known.code === code);
      return indicator === undefined ? [] : [rowOf(place, indicator, language)];
    }),
  }));
}

/** Whether anything was ever reported of what the page shows. */
export function hasSupport(groups: readonly SupportKeyGroup[]): boolean {
  return groups.some(({ rows }) => rows.some(({ figure, spark }) => 'value' in figure || spark.some(hasNumber)));
}

/** Whether any value differs from the one on the months compared, so that both have to be shown. */
export function hasOtherBasis(groups: readonly SupportKeyGroup[]): boolean {
  return groups.some(({ rows }) =>
    rows.some(
      ({ figure, basis, indicator: { decimals } }) =>
        'value' in basis &&
        'value' in figure &&
        formatNumber(figure.value, decimals) !== formatNumber(basis.value, decimals),
    ),
  );
}

/** The finding: 延支援回数 against the year before. */
export function supportKeyFinding(
  { index, selection }: Place,
  groups: readonly SupportKeyGroup[],
  language: Language,
): string {
  const actions = groups[0]?.rows[0];
  if (actions === undefined || !('value' in actions.figure)) return say(supportWords.keyTitle, language);
  const { change, basis } = actions;
  if (change.state !== 'value' || !('value' in basis))
    return say(supportWords.keyFindingAlone, language, { value: formatNumber(actions.figure.value) });
  // A difference belongs to the months compared: where those are not the whole period, the finding speaks of them.
  const compared = comparedPeriods(index, 'N02', selection.period);
  const isPart = basis.value !== actions.figure.value && compared !== null && compared.months.length > 0;
  const when = isPart ? say(supportWords.keyMonths, language, { months: nameMonths(compared.months, language) }) : '';
  const facts = { when, value: formatNumber(basis.value), change: formatNumber(Math.abs(change.value)) };
  if (change.value === 0) return say(supportWords.keyFindingSame, language, facts);
  return say(change.value > 0 ? supportWords.keyFinding : supportWords.keyFindingFell, language, facts);
}

/** What a reader has to know: months compared, months and offices that are missing, by tab; what is alike is said once. */
export function supportKeyNotes({ index, selection }: Place, language: Language): readonly string[] {
  const { period, pathway, target } = selection;
  const comma = language === 'ja' ? '、' : ', ';
  const groupsOf = new Map<Phrase, Map<string, string[]>>();
  const note = (phrase: Phrase, fact: string, group: string) => {
    const facts = groupsOf.get(phrase) ?? new Map<string, string[]>();
    groupsOf.set(phrase, facts.set(fact, [...(facts.get(fact) ?? []), group]));
  };
  for (const { key, name, codes } of supportGroups) {
    const group = name[language];
    const months = index.monthsWithData[key]?.[period] ?? 0;
    if (periodKind(period) === 'year' && months > 0 && months < 12) note(supportWords.notePart, String(months), group);
    const compared = comparedPeriods(index, codes[0], period);
    if (compared !== null && compared.months.length > 0)
      note(supportWords.noteMonths, nameMonths(compared.months, language), group);
    const missing = missingOffices(index, codes[0], period);
    if (missing.length > 0) note(supportWords.noteMissing, missing.join(comma), group);
  }
  const separator = language === 'ja' ? '・' : ', ';
  const told = [...groupsOf].flatMap(([phrase, facts]) =>
    [...facts].map(([fact, groups]) =>
      say(phrase, language, { group: groups.join(separator), months: fact, offices: fact }),
    ),
  );
  const isNarrowed = pathway !== 'all' || target !== 'all';
  return [
    ...told,
    say(supportWords.noteStock, language),
    ...(isNarrowed ? [say(supportWords.noteDivided, language)] : []),
  ];
}

/** The same as a table: group by group. */
export function supportKeyTable(groups: readonly SupportKeyGroup[], caption: string, language: Language): TableModel {
  const isWide = hasOtherBasis(groups);
  const rows = groups.flatMap(({ key, name, rows: own }): TableRow[] => [
    { key, label: name, look: 'group', cells: [] },
    ...own.map((row): TableRow => {
      const { decimals } = row.indicator;
      return {
        key: row.indicator.code,
        label: row.name,
        cells: [
          { kind: 'figure', figure: row.figure, decimals, isPartial: row.isPartial },
          { kind: 'text', text: row.unit },
          ...(isWide ? [{ kind: 'figure', figure: row.basis, decimals } as const] : []),
          { kind: 'figure', figure: row.before, decimals },
          { kind: 'difference', difference: row.change, decimals },
        ],
      };
    }),
  ]);
  return {
    caption,
    rowHeader: say(supportWords.indicator, language),
    columns: [
      { key: 'value', label: say(supportWords.value, language) },
      { key: 'unit', label: say(supportWords.unit, language), isText: true },
      ...(isWide ? [{ key: 'basis', label: say(supportWords.basis, language), isQuiet: true }] : []),
      { key: 'before', label: say(supportWords.before, language) },
      { key: 'change', label: say(supportWords.change, language) },
    ],
    rows,
  };
}
