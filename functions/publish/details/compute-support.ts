/** 支援記録・会議・地域活動 by area and period, from their rows. Months that an office gave as totals only are not told here. */
import { monthOf } from '../../domain/calendar.ts';
import { sliceNumber } from '../../domain/counting/slices.ts';
import { distributeActions } from '../../domain/detail/actions-per-case.ts';
import { blank } from '../../domain/detail/case-names.ts';
import { createPlacesByKind } from '../../domain/detail/places-by-kind.ts';
import { type Counted, heardRows, namesUnder, type Tally } from '../../domain/detail/tally.ts';
import type { CountedSource, Slot } from '../../domain/period-axis.ts';
import type { SupportObject, SupportPeriod } from '../detail.ts';
import type { Municipality } from '../municipality.ts';
import { describeAreas } from './area-details.ts';
import { pairsUnder, triplesUnder } from './case-rows.ts';
import type { KeptRows } from './kept-rows.ts';

/** One object an area; a period without any row of the three tabs, and without a case whose actions are known, is left out. */
export function computeSupport(municipality: Municipality, kept: KeptRows): Iterable<SupportObject> {
  const { figures, offices, tree } = municipality;
  const records = offices.map(({ record }) => record);
  const placesOf = createPlacesByKind(records, figures.axis, tree);
  const isTold = createIsTold(municipality);
  const counted = [...countSupport(municipality), ...countPerCase(municipality, kept)];
  return describeAreas(municipality, { kind: 'support', counted }, (area) => {
    const coverageOf = createSupportCoverage(municipality, area);
    return (tally, slot, position): SupportPeriod => ({
      coverage: coverageOf(tally, position),
      actions: isTold('actions', slot) ? actionsOf(tally) : null,
      perCase: distributeActions(
        namesUnder(tally, 'per').map(([[actions], cases]) => [Number(actions), cases] as const),
      ),
      meetings: isTold('meetings', slot) ? meetingsOf(tally) : null,
      activities: isTold('activities', slot) ? activitiesOf(tally, placesOf(area, slot.months)) : null,
    });
  });
}

/** How much of N02, N09 and N12 the rows of an area tell, by period. */
function createSupportCoverage({ figures }: Municipality, area: number) {
  const series = figures.seriesOf(sliceNumber(area, 0, 0), 'counts');
  const totalUnder = (tally: Tally, prefix: string, what: string | null) =>
    namesUnder(tally, prefix).reduce(
      (sum, [codes, count]) => (what === null || codes[1] === what ? sum + count : sum),
      0,
    );
  return (tally: Tally, position: number): SupportPeriod['coverage'] => {
    const of = (indicator: string, told: number) => ({ told, of: series.get(indicator)?.[position] ?? 'n' });
    return {
      actions: of('N02', totalUnder(tally, 'm', null)),
      meetings: of('N09', totalUnder(tally, 'k', 'count')),
      activities: of('N12', totalUnder(tally, 'c', 'times')),
    };
  };
}

/** Whether any office's rows of a tab are the truth in any month of a period: rows, or a 0 that is believable or said. */
function createIsTold({ figures: { axis, reporting } }: Municipality): (source: CountedSource, slot: Slot) => boolean {
  return (source, { months }) =>
    months.some(
      (month) => month <= axis.runMonth && reporting.some(({ tabs }) => tabs[source].isByRows[month] === true),
    );
}

/** What each row adds: 'm' and 'minutes' by method, 'j' programme, 'mj' both, 'k|…' meetings, 'c|…' activities. */
function countSupport({ figures: { axis }, offices }: Municipality): Counted[] {
  const records = offices.map(({ record }) => record);
  const actions = heardRows(records, axis, { rowsOf: (facts) => facts.actions, monthOf: (row) => row.month });
  const meetings = heardRows(records, axis, { rowsOf: (facts) => facts.meetings, monthOf: (row) => row.month });
  const activities = heardRows(records, axis, { rowsOf: (facts) => facts.activities, monthOf: (row) => row.month });
  return [
    ...actions.flatMap(({ month, row: { area, method, programme, count, minutes } }): Counted[] => {
      const scheme = programme ?? blank;
      return [
        { month, area, names: [`m|${method}`, `j|${scheme}`, `mj|${method}|${scheme}`], count },
        { month, area, names: [`minutes|${method}`], count: minutes },
      ];
    }),
    ...meetings.flatMap(({ month, row: { area, kind, count, discussed, participants, agencies } }): Counted[] =>
      Object.entries({ count, discussed, participants, agencies }).map(([what, each]) => ({
        month,
        area,
        names: [`k|${kind}|${what}`],
        count: each,
      })),
    ),
    ...activities.flatMap(({ month, row: { area, kind, times, participants, helpers } }): Counted[] =>
      Object.entries({ times, participants, helpers }).map(([what, each]) => ({
        month,
        area,
        names: [`c|${kind}|${what}`],
        count: each,
      })),
    ),
  ];
}

/** 'per' by number of actions: each new case in the month of its reception. */
function countPerCase({ figures: { axis } }: Municipality, kept: KeptRows): Counted[] {
  return kept.workbooks.flatMap(({ rows }) =>
    rows.cases.flatMap((caseRow): Counted[] => {
      const actions = kept.actionsOf(caseRow);
      if (actions === null || caseRow.isCarriedOver) return [];
      const month = axis.positionOf(monthOf(caseRow.receivedOn));
      return [{ month, area: caseRow.area, names: [`per|${actions}`], count: 1 }];
    }),
  );
}

function actionsOf(tally: Tally): SupportPeriod['actions'] {
  return {
    methods: pairsUnder(tally, 'm').map(
      ([method, actions]) => [method, actions, tally.get(`minutes|${method}`) ?? 0] as const,
    ),
    programmes: pairsUnder(tally, 'j'),
    methodProgrammes: triplesUnder(tally, 'mj'),
  };
}

function meetingsOf(tally: Tally): SupportPeriod['meetings'] {
  return kindsUnder(tally, 'k').map((kind) => ({
    kind,
    count: tally.get(`k|${kind}|count`) ?? 0,
    discussed: tally.get(`k|${kind}|discussed`) ?? 0,
    participants: tally.get(`k|${kind}|participants`) ?? 0,
    agencies: tally.get(`k|${kind}|agencies`) ?? 0,
  }));
}

/** Types with rows in the period, and those with places at its end. */
function activitiesOf(tally: Tally, places: ReadonlyMap<string, number>): SupportPeriod['activities'] {
  const held = [...places].filter(([, count]) => count > 0).map(([kind]) => kind);
  return [...new Set([...kindsUnder(tally, 'c'), ...held])].toSorted().map((kind) => ({
    kind,
    times: tally.get(`c|${kind}|times`) ?? 0,
    participants: tally.get(`c|${kind}|participants`) ?? 0,
    helpers: tally.get(`c|${kind}|helpers`) ?? 0,
    places: places.get(kind) ?? null,
  }));
}

function kindsUnder(tally: Tally, prefix: string): string[] {
  return [...new Set(namesUnder(tally, prefix).map(([[kind = '']]) => kind))];
}
