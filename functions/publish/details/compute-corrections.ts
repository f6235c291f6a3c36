/**
 * 訂正の記録: which figures of the past are others than in the release before, and the changes of earlier runs. What comes
 * late is no correction: an office that had not reported the month, and rows still being typed in the month after it.
 */
import { monthOf, monthsOfPeriod, numberOfMonth } from '../../domain/calendar.ts';
import type { Day, Month, Period } from '../../domain/codes.ts';
import { baseIndicators } from '../../domain/counting/count-figures.ts';
import { sourceOf } from '../../domain/counting/office-record.ts';
import { sliceNumber } from '../../domain/counting/slices.ts';
import type { StoredFigure } from '../../domain/figure.ts';
import { type CountedSource, countedSources } from '../../domain/period-axis.ts';
import type { Correction, CorrectionsObject } from '../detail.ts';
import type { Municipality } from '../municipality.ts';
import { type Cut, releaseFormat } from '../release.ts';

/** The release before, as far as it tells of this municipality. */
export interface Past {
  readonly index: {
    readonly asOf: string;
    readonly months: readonly string[];
    readonly offices: readonly {
      readonly office: string;
      readonly sources: Readonly<Record<string, readonly string[]>>;
    }[];
  };
  /** Its 'division/all'. */
  readonly figures: Cut;
  readonly ledger: CorrectionsObject;
}

type Entry = CorrectionsObject['entries'][number];

/** Changes that an entry names; the others are counted. */
const changesNamed = 200;
/** Days with changes that are kept. */
const entriesKept = 50;

const codes: readonly string[] = baseIndicators;
const stocks: ReadonlySet<string> = new Set(['N07', 'N15']);

/** The ledger with what this run brings in front; without a release before it is empty. */
export function computeCorrections(municipality: Municipality, past: Past | null): CorrectionsObject {
  const changes = past === null ? [] : findCorrections(municipality, past);
  return {
    format: releaseFormat,
    kind: 'corrections',
    municipality: municipality.name.code,
    entries: withChanges(past?.ledger.entries ?? [], municipality.today, changes),
  };
}

/** An entry a day: a figure that changed twice on one day went from its first value to its last, and one that came back did not change. */
function withChanges(entries: readonly Entry[], asOf: Day, changes: readonly Correction[]): readonly Entry[] {
  if (changes.length === 0) return entries;
  const [latest, ...older] = entries;
  const isSameDay = latest?.asOf === asOf && latest.more === 0;
  const merged = new Map((isSameDay ? latest.changes : []).map((change) => [keyOf(change), change]));
  for (const change of changes) {
    const before = merged.get(keyOf(change))?.before ?? change.before;
    merged.set(keyOf(change), { ...change, before });
  }
  const all = [...merged.values()].filter(({ before, after }) => before !== after).toSorted(byPeriod);
  const kept = isSameDay ? older : entries;
  if (all.length === 0) return kept;
  const entry = { asOf, changes: all.slice(0, changesNamed), more: Math.max(0, all.length - changesNamed) };
  return [entry, ...kept].slice(0, entriesKept);
}

function keyOf({ indicator, area, period }: Correction): string {
  return `${indicator}|${area}|${period}`;
}

/** Latest first, a year before its months; figures of one period stay in the order of the indicators and areas. */
function byPeriod(one: Correction, other: Correction): number {
  const [first, second] = [monthsOfPeriod(one.period as Period), monthsOfPeriod(other.period as Period)];
  const [end, otherEnd] = [first.at(-1) ?? '', second.at(-1) ?? ''];
  if (end !== otherEnd) return end < otherEnd ? 1 : -1;
  if (first.length !== second.length) return second.length - first.length;
  return codes.indexOf(one.indicator) - codes.indexOf(other.indicator);
}

/**
 * Counts and stocks of the municipality, and N01 of its first-level areas, that had a number in the release before and have
 * another one now, or none: in months that were over then, and in fiscal years that were. Ratios and rates follow from them.
 */
function findCorrections(municipality: Municipality, past: Past): Correction[] {
  const { figures, tree } = municipality;
  const whole = figures.seriesOf(0, 'counts');
  const ofAreas = tree.nodes.flatMap(({ key, depth }, position) =>
    depth === 1 ? [{ indicator: 'N01' as const, area: key, now: figures.newCasesOf(sliceNumber(position, 0, 0)) }] : [],
  );
  const watched = [
    ...baseIndicators.map((indicator) => ({ indicator, area: tree.rootKey, now: whole.get(indicator) ?? [] })),
    ...ofAreas,
  ];
  const hasNewReport = createHasNewReport(municipality, past.index);
  return watched.flatMap(({ indicator, area, now }) => {
    const source = sourceOf(indicator) ?? 'cases';
    const changed = changesOf(municipality, past, { indicator, area, now });
    const months = changed.filter(({ period }) => !period.startsWith('FY'));
    const corrected = months.filter((change) => {
      if (hasNewReport(source, change.period)) return false;
      return !isJustOver(change.period, past.index.asOf) || isFallOfCount(change);
    });
    const years = changed.filter(({ period }) => {
      if (!period.startsWith('FY')) return false;
      const own = (change: Correction) => monthsOfPeriod(period as Period).some((month) => month === change.period);
      // A year changes with its months; where none of them did, it was given as a whole.
      return corrected.some(own) || (!months.some(own) && !hasNewReport(source, period));
    });
    return [...years, ...corrected];
  });
}

/** Every figure of a series that had a number in a period that was over, and has not the same now. */
function changesOf(
  { figures }: Municipality,
  { index, figures: before }: Past,
  { indicator, area, now }: { indicator: string; area: string; now: readonly StoredFigure[] },
): Correction[] {
  const series = before.series[`${indicator}|${area}|all|all`] ?? [];
  const positions = new Map(figures.periods.map((name, position) => [name, position]));
  return before.periods.flatMap((period, position): Correction[] => {
    const figure = series[position];
    if (typeof figure !== 'number' || !/^\d{4}-\d{2}$|^FY\d{4}$/.test(period)) return [];
    const last = monthsOfPeriod(period as Period).at(-1) ?? '';
    const after = now[positions.get(period) ?? -1] ?? 'n';
    return last < monthOf(index.asOf as Day) && figure !== after
      ? [{ indicator, area, period, before: figure, after }]
      : [];
  });
}

/** Whether a month was the last one that was over on a day: its rows were still coming in. */
function isJustOver(month: string, asOf: string): boolean {
  return numberOfMonth(month as Month) === numberOfMonth(monthOf(asOf as Day)) - 1;
}

/** Rows that come in raise a count; whatever lowers it, or takes it away, corrects it. A stock may go either way with them. */
function isFallOfCount({ indicator, before, after }: Correction): boolean {
  if (stocks.has(indicator)) return false;
  return typeof before === 'number' && (typeof after !== 'number' || after < before);
}

/** Whether an office has reported a tab for any month of a period that it had not reported in the release before. */
function createHasNewReport(municipality: Municipality, index: Past['index']) {
  const { figures, offices } = municipality;
  const isReport = (state: string | undefined) => state === 'reported' || state === 'zero';
  const then = new Set(
    index.offices.flatMap(({ office, sources }) =>
      Object.entries(sources).flatMap(([source, states]) =>
        states.flatMap((state, month) => (isReport(state) ? [`${source}|${index.months[month]}|${office}`] : [])),
      ),
    ),
  );
  const fresh = new Set(
    countedSources.flatMap((source) =>
      figures.reporting.flatMap(({ tabs }, office) =>
        figures.axis.months.flatMap((month, position) => {
          const name = offices[office]?.record.office ?? '';
          return isReport(tabs[source].states[position]) && !then.has(`${source}|${month}|${name}`)
            ? [`${source}|${month}`]
            : [];
        }),
      ),
    ),
  );
  return (source: CountedSource, period: string): boolean =>
    monthsOfPeriod(period as Period).some((month) => fresh.has(`${source}|${month}`));
}
