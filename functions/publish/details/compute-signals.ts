/** Signals of a municipality: what domain/signals.ts finds in its latest finished months, and goals at risk. A bounded number. */

import { firstDayOf, fiscalYearOf, lastDayOf } from '../../domain/calendar.ts';
import { sliceNumber } from '../../domain/counting/slices.ts';
import type { StoredFigure } from '../../domain/figure.ts';
import { type CountedSource, countedSources, monthAt } from '../../domain/period-axis.ts';
import { extremeness, findRecord, findSilence, findUnusual, type MonthlyCounts } from '../../domain/signals.ts';
import type { Signal } from '../detail.ts';
import type { Municipality } from '../municipality.ts';
import type { GoalsObject, GoalView } from '../release.ts';

type SignalOf<Kind extends Signal['kind']> = Extract<Signal, { readonly kind: Kind }>;

/** Counts of events, not of participants: those come in crowds, which no such limit fits. */
const watched = [
  ['N01', 'cases'], ['N08', 'cases'], ['N05', 'cases'], ['N06', 'cases'], ['N02', 'actions'], ['N04', 'actions'],
  ['N09', 'meetings'], ['N12', 'activities'],
] as const; // biome-ignore format: a table

/** How many finished months are looked at for unusual values; records are those of the last one. */
const monthsLookedAt = 3;
/** How many of each kind are told. */
const toldAtMost = { unusual: 8, atRisk: 5, silence: 5, record: 4 } as const;

/** Most telling first: the unusual (of the municipality, then of its areas), goals at risk, silence, records. */
export function computeSignals(municipality: Municipality, goals: GoalsObject): Signal[] {
  const series = seriesToWatch(municipality);
  const unusual = series.flatMap((each) => latestUnusual(municipality, each));
  const isTold = ({ indicator, area, period }: SignalOf<'record'>) =>
    unusual.some((one) => one.indicator === indicator && one.area === area && one.period === period);
  const records = series
    .filter(({ area }) => area === municipality.tree.rootKey)
    .flatMap((each) => recordOf(municipality, each))
    .filter((record) => !isTold(record));
  return [
    ...inOrderOf(
      unusual,
      (one) => (one.area === municipality.tree.rootKey ? 0 : 1),
      (one) => -extremeness(one),
    ).slice(0, toldAtMost.unusual),
    ...goalsAtRisk(goals.goals).slice(0, toldAtMost.atRisk),
    ...inOrderOf(silences(municipality), ({ months }) => -months).slice(0, toldAtMost.silence),
    ...records.slice(0, toldAtMost.record),
  ];
}

interface Watched extends MonthlyCounts {
  readonly indicator: string;
  readonly area: string;
}

/** The municipality by every watched indicator, and its first-level areas by N01. */
function seriesToWatch(municipality: Municipality): Watched[] {
  const { figures, tree } = municipality;
  const { months } = figures.axis;
  const reporters = new Map(countedSources.map((source) => [source, reportersOf(municipality, source)]));
  const whole = figures.seriesOf(0, 'counts');
  const counts = (series: readonly StoredFigure[], isValid: (month: number) => boolean) =>
    months.map((_, month) => {
      const figure = series[month];
      return typeof figure === 'number' && isValid(month) ? figure : null;
    });
  const ofAreas = tree.nodes.flatMap(({ key, depth, area: { validFrom, validUntil } }, position): Watched[] => {
    if (depth !== 1) return [];
    const isValid = (month: number) => {
      const name = months[month];
      if (name === undefined) return false;
      return (
        (validFrom === null || validFrom <= firstDayOf(name)) && (validUntil === null || validUntil >= lastDayOf(name))
      );
    };
    const series = figures.newCasesOf(sliceNumber(position, 0, 0));
    return [{ indicator: 'N01', area: key, counts: counts(series, isValid), reporters: reporters.get('cases') ?? [] }];
  });
  return [
    ...watched.map(
      ([indicator, source]): Watched => ({
        indicator,
        area: tree.rootKey,
        counts: counts(whole.get(indicator) ?? [], () => true),
        reporters: reporters.get(source) ?? [],
      }),
    ),
    ...ofAreas,
  ];
}

/** For each month, the offices (by position) that reported a tab. */
function reportersOf({ figures: { axis, reporting } }: Municipality, source: CountedSource): string[] {
  return axis.months.map((_, month) =>
    reporting
      .flatMap(({ tabs }, office) => {
        const state = tabs[source].states[month];
        return state === 'reported' || state === 'zero' ? [office] : [];
      })
      .join(','),
  );
}

/** The newest unusual month of the finished ones that are looked at. */
function latestUnusual({ figures: { axis } }: Municipality, series: Watched): SignalOf<'unusual'>[] {
  const { indicator, area } = series;
  for (let month = axis.runMonth - 1; month >= axis.runMonth - monthsLookedAt; month -= 1) {
    const period = axis.months[month];
    const found = period === undefined ? null : findUnusual(series, month);
    if (period !== undefined && found !== null) return [{ kind: 'unusual', indicator, area, period, ...found }];
  }
  return [];
}

function recordOf({ figures: { axis } }: Municipality, series: Watched): SignalOf<'record'>[] {
  const { indicator, area } = series;
  const period = axis.months[axis.runMonth - 1];
  const found = period === undefined ? null : findRecord(series, axis.runMonth - 1);
  return period === undefined || found === null ? [] : [{ kind: 'record', indicator, area, period, ...found }];
}

/** Tabs that an office used in this fiscal year or the one before and has let lie since; not those that it gives once a year. */
function silences({ figures: { axis, reporting }, offices }: Municipality): SignalOf<'silence'>[] {
  const thisYear = fiscalYearOf(monthAt(axis, axis.runMonth));
  const hasEnded = (office: number) => (reporting[office]?.dueEnd ?? axis.runMonth) < axis.runMonth;
  return offices.flatMap(({ record }, office) =>
    countedSources.flatMap((source): SignalOf<'silence'>[] => {
      const tab = reporting[office]?.tabs[source];
      const found = tab === undefined ? null : findSilence(tab.states, axis.runMonth);
      if (tab === undefined || found === null || hasEnded(office)) return [];
      const lastYear = fiscalYearOf(monthAt(axis, found.since - 1));
      const isMonthly = tab.isMonthly[axis.fiscalYears.indexOf(lastYear)] === true;
      if (lastYear < thisYear - 1 || !isMonthly) return [];
      return [
        { kind: 'silence', office: record.office, source, since: monthAt(axis, found.since), months: found.months },
      ];
    }),
  );
}

/** Goals that are not likely to be met; one entered under several 事業 is told once. */
function goalsAtRisk(goals: readonly GoalView[]): SignalOf<'goal-at-risk'>[] {
  const told = new Set<string>();
  const behind = goals.filter((goal) => {
    if (goal.state !== 'behind' || goal.sameAs.some((id) => told.has(id))) return false;
    told.add(goal.id);
    return true;
  });
  return inOrderOf(behind, ({ attainment, elapsedShare }) => (attainment ?? 0) / (elapsedShare ?? 1)).map(({ id }) => ({
    kind: 'goal-at-risk',
    goal: id,
  }));
}

/** Sorted by the first rank, then the second; equals stay as they are. */
function inOrderOf<T>(list: readonly T[], ...ranks: readonly ((each: T) => number)[]): T[] {
  return list.toSorted((one, other) => {
    for (const rank of ranks) {
      const difference = rank(one) - rank(other);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}
