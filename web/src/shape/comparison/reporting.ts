/**
 * 報告の状態: who has not reported since when, and how completely, how acceptably and how soon the others do. Nothing here is hidden by
 * chance and nothing is judged by it: a month is reported or it is not.
 */
import type { ComparedTown, ComparisonObject } from '#functions/publish/comparison.ts';
import { reportingWords, sharedWords } from '#sheets-schema/vocabulary/words/comparison-ways.ts';
import type { Language, Phrase } from '#sheets-schema/vocabulary/words/phrase.ts';
import { sourceWords } from '#sheets-schema/vocabulary/words/sources.ts';
import { formatDay, formatPeriod } from '../figures/format.ts';
import { expandFigure } from '../figures/read-figure.ts';
import { say } from '../say.ts';
import type { TableCell, TableModel } from '../table-model.ts';

export interface SilentSource {
  readonly name: string;
  readonly since: string;
}

export interface ReportingTown {
  readonly town: ComparedTown;
  readonly standing: 'silent' | 'never' | 'current';
  /** The tabs whose reports have stopped, the longest silence first. */
  readonly silent: readonly SilentSource[];
  /** '相談受付 令和6年4月から', or that it is up to date or never reported. */
  readonly sinceText: string;
  /** The latest month with data of any tab, as printed; empty without one. */
  readonly lastText: string;
  /** 報告率, 受理率 and 報告日数 of the year that is shown. */
  readonly cells: readonly [rate: TableCell, accepted: TableCell, days: TableCell];
  /** 報告率 as a share of 100; `null` without one. */
  readonly rate: number | null;
}

export interface Reporting {
  readonly groups: readonly {
    readonly label: string;
    readonly key: ReportingTown['standing'];
    readonly towns: readonly ReportingTown[];
  }[];
  readonly title: string;
  readonly measureLine: string;
  readonly notes: readonly string[];
  /** States that stand in it and need a key. */
  readonly states: readonly ('unreported' | 'suppressed' | 'n/a')[];
  readonly table: TableModel;
}

const words: Readonly<Record<string, Phrase>> = sourceWords;

function nameSource(source: string, language: Language): string {
  return words[source]?.[language] ?? source;
}

function silences({ reporting: { sources } }: ComparedTown) {
  return Object.entries(sources)
    .flatMap(([source, { silentSince }]) => (silentSince === null ? [] : [{ source, since: silentSince }]))
    .toSorted((one, other) => one.since.localeCompare(other.since));
}

function shapeTown(
  town: ComparedTown,
  position: number,
  language: Language,
): ReportingTown & { readonly first: string } {
  const { rate, accepted, days, sources } = town.reporting;
  const silent = silences(town);
  const last = Object.values(sources)
    .flatMap(({ last: month }) => month ?? [])
    .toSorted()
    .at(-1);
  const standing = last === undefined ? 'never' : silent.length > 0 ? 'silent' : 'current';
  const figure = (stored: (typeof rate)[number] | undefined, decimals: number): TableCell => ({
    kind: 'figure',
    figure: expandFigure(stored ?? 'n'),
    decimals,
  });
  const named = silent.map(({ source, since }) => ({
    name: nameSource(source, language),
    since: formatPeriod(since, language),
  }));
  const stored = rate[position];
  return {
    town,
    standing,
    silent: named,
    sinceText:
      standing === 'silent'
        ? named
            .map(({ name, since }) => say(reportingWords.since, language, { source: name, since }))
            .join(sharedWords.listComma[language])
        : reportingWords[standing === 'never' ? 'never' : 'upToDate'][language],
    lastText: last === undefined ? '' : formatPeriod(last, language),
    cells: [figure(stored, 1), figure(accepted[position], 1), figure(days[position], 0)],
    rate: typeof stored === 'number' ? stored / 100 : null,
    first: silent[0]?.since ?? '',
  };
}

function titleOf(towns: readonly ReportingTown[], language: Language): string {
  const silent = towns.filter(({ standing }) => standing === 'silent');
  const never = towns.filter(({ standing }) => standing === 'never').length;
  const [longest] = silent;
  const [source] = longest?.silent ?? [];
  const facts = {
    count: silent.length,
    name: longest?.town.name ?? '',
    source: source?.name ?? '',
    since: source?.since ?? '',
  };
  const phrase =
    silent.length === 0
      ? reportingWords.titleNone
      : silent.length === 1
        ? reportingWords.titleOne
        : reportingWords.title;
  const sentence = silent.length === 0 && never === towns.length ? '' : say(phrase, language, facts);
  if (never === 0) return sentence;
  if (sentence === '') return say(reportingWords.titleAllNever, language, { count: never });
  return sentence + say(reportingWords.titleNever, language, { count: never });
}

/** @param year whose 報告率, 受理率 and 報告日数 are shown; a period of months shows those of the newest year */
export function shapeReporting(
  comparison: Pick<ComparisonObject, 'towns' | 'years' | 'prefecture' | 'asOf'>,
  { year, language }: { readonly year: string; readonly language: Language },
): Reporting {
  const { years, prefecture, asOf } = comparison;
  const position = years.includes(year) ? years.indexOf(year) : years.length - 1;
  const towns = comparison.towns
    .filter(({ isCompared }) => isCompared)
    .map((town) => shapeTown(town, position, language))
    .toSorted((one, other) => one.first.localeCompare(other.first) || one.town.code.localeCompare(other.town.code));
  const headings = {
    silent: reportingWords.silentHeading,
    never: reportingWords.neverHeading,
    current: reportingWords.currentHeading,
  } as const;
  const groups = (['silent', 'never', 'current'] as const)
    .map((key) => ({ key, label: headings[key][language], towns: towns.filter(({ standing }) => standing === key) }))
    .filter((group) => group.towns.length > 0);
  const measureLine = say(reportingWords.measureLine, language, {
    year: formatPeriod(years[position] ?? '', language),
    prefecture: prefecture.name,
    day: formatDay(asOf, language),
  });
  const has = (state: string, cells: readonly TableCell[] = towns.flatMap((town) => town.cells)) =>
    cells.some((cell) => cell.kind === 'figure' && cell.figure.state === state);
  const isWithoutDays = has(
    'n/a',
    towns.map(({ cells: [, , days] }) => days),
  );
  return {
    groups,
    states: (['unreported', 'suppressed', 'n/a'] as const).filter((state) => has(state)),
    title: titleOf(towns, language),
    measureLine,
    notes: [
      reportingWords.noteSilent,
      reportingWords.noteSources,
      reportingWords.noteNoChance,
      ...(isWithoutDays ? [reportingWords.noteDays] : []),
      ...(has('suppressed') ? [sharedWords.hiddenNote] : []),
    ].map((note) => note[language]),
    table: {
      caption: measureLine,
      rowHeader: sharedWords.municipality[language],
      columns: [
        { key: 'since', label: reportingWords.columnSilent[language], isText: true },
        { key: 'last', label: reportingWords.columnLast[language], isText: true },
        { key: 'rate', label: reportingWords.columnRate[language] },
        { key: 'accepted', label: reportingWords.columnAccepted[language] },
        { key: 'days', label: reportingWords.columnDays[language] },
      ],
      rows: groups.flatMap((group) =>
        group.towns.map(({ town, sinceText, lastText, cells }) => ({
          key: town.code,
          label: town.name,
          cells: [{ kind: 'text' as const, text: sinceText }, { kind: 'text' as const, text: lastText }, ...cells],
        })),
      ),
    },
  };
}
