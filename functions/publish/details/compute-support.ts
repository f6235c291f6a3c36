/** 支援記録・会議・地域活動 by area and period, from their rows. Months that an office gave as totals only are not told here. */
import { blank } from '../../domain/detail/case-names.ts';
import { createPlacesByKind } from '../../domain/detail/places-by-kind.ts';
import { type Counted, heardRows, namesUnder, type Tally } from '../../domain/detail/tally.ts';
import type { CountedSource, Slot } from '../../domain/period-axis.ts';
import type { SupportObject, SupportPeriod } from '../detail.ts';
import type { Municipality } from '../municipality.ts';
import { describeAreas } from './area-details.ts';
import { pairsUnder, triplesUnder } from './case-rows.ts';

/** One object an area; a period without any row of the three tabs is left out. */
export function computeSupport(municipality: Municipality): Iterable<SupportObject> {
  const { figures, offices, tree } = municipality;
  const records = offices.map(({ record }) => record);
  const placesOf = createPlacesByKind(records, figures.axis, tree);
  const isTold = createIsTold(municipality);
  const counted = countSupport(municipality);
  return describeAreas(
    municipality,
    { kind: 'support', counted },
    (area) =>
      (tally, slot): SupportPeriod => ({
        actions: isTold('actions', slot) ? actionsOf(tally) : null,
        // Facts do not say which case an action belongs to; rows will.
        perCase: null,
        meetings: isTold('meetings', slot) ? meetingsOf(tally) : null,
        activities: isTold('activities', slot) ? activitiesOf(tally, placesOf(area, slot.months)) : null,
      }),
  );
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
