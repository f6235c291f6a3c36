import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOfFiscalYear } from '#functions/domain/calendar.ts';
import type { WorkbookId } from '#functions/domain/codes.ts';
import type { ActionFact, CaseFact, MeetingFact } from '#functions/domain/fact.ts';
import type { IngestedWorkbook } from '#functions/ingest/ingested.ts';
import { canonicalJson } from '#functions/publish/canonical.ts';
import type { FlowObject, PeopleObject, SupportObject } from '#functions/publish/detail.ts';
import { computeFlow } from '#functions/publish/details/compute-flow.ts';
import { computePeople } from '#functions/publish/details/compute-people.ts';
import { computeSupport } from '#functions/publish/details/compute-support.ts';
import { keepRows } from '#functions/publish/details/kept-rows.ts';
import { issues, pathways, targets } from '#sheets-schema/vocabulary/codes.ts';
import { aCase, aMeeting, anAction, anActivity, anArea, aTotal, aWorkbook, somePlaces } from '../ingested-builder.ts';
import { figuresOf } from '../reading.ts';
import { asRecord, isIn, liesIn, recountActions, recountFlow, recountMeetings, recountPeople } from './recount.ts';

const root = '162051';
/** Two divisions that do not nest: C lies in A and in B. */
const areas = [
  anArea('R'),
  anArea('A', ['R']),
  anArea('B', ['R'], { kind: '方部' }),
  anArea('C', ['A', 'B'], { kind: '町内会' }),
  anArea('D', ['B'], { kind: '町内会' }),
];
const months = [...monthsOfFiscalYear(2017), ...monthsOfFiscalYear(2018)];
const codesOf = (list: { readonly codes: readonly { readonly code: string }[] }) => list.codes.map(({ code }) => code);
const someArea = fc.constantFrom('A', 'B', 'C', 'D', null);
const aSet = (codes: readonly string[], minLength: number) =>
  fc.uniqueArray(fc.constantFrom(...codes), { minLength, maxLength: 3 }).map((set) => set.toSorted());

const someCases: fc.Arbitrary<CaseFact[]> = fc.array(
  fc
    .record({
      received: fc.constantFrom(...months),
      area: someArea,
      pathway: fc.constantFrom(...codesOf(pathways)),
      targets: aSet(codesOf(targets), 1),
      issues: aSet(codesOf(issues), 0),
      ageBand: fc.constantFrom(null, 'A10', 'A70', 'A99'),
      sex: fc.constantFrom(null, 'X1', 'X2', 'X9'),
      handovers: fc.array(fc.constantFrom('P05', 'P0501', 'P0601', 'P02'), { maxLength: 2 }),
      isCarriedOver: fc.nat(9).map((one) => one === 0),
      count: fc.integer({ min: 1, max: 3 }),
    })
    .map(aCase),
  { maxLength: 25 },
);
const someActions: fc.Arbitrary<ActionFact[]> = fc.array(
  fc
    .record({
      month: fc.constantFrom(...months),
      area: someArea,
      method: fc.constantFrom('S01', 'S03', 'S07'),
      programme: fc.constantFrom(null, 'J01', 'J05'),
      count: fc.integer({ min: 1, max: 3 }),
      minutes: fc.nat(90),
    })
    .map(anAction),
  { maxLength: 15 },
);
const someMeetings: fc.Arbitrary<MeetingFact[]> = fc.array(
  fc
    .record({
      month: fc.constantFrom(...months),
      area: someArea,
      kind: fc.constantFrom('M01', 'M04'),
      discussed: fc.nat(4),
      participants: fc.nat(12),
      agencies: fc.nat(5),
    })
    .map(aMeeting),
  { maxLength: 10 },
);

function detailsOf(workbooks: readonly IngestedWorkbook[]) {
  const { municipality } = figuresOf(workbooks);
  const byArea = <T extends { readonly area: string }>(objects: Iterable<T>) =>
    new Map([...objects].map((each) => [each.area, each]));
  return {
    flow: byArea<FlowObject>(computeFlow(municipality)),
    people: byArea<PeopleObject>(computePeople(municipality)),
    support: byArea<SupportObject>(computeSupport(municipality, keepRows(municipality, new Map()))),
    municipality,
  };
}

const flowOf = (workbooks: readonly IngestedWorkbook[], area = root) =>
  detailsOf(workbooks).flow.get(area)?.periods ?? {};
const supportOf = (workbooks: readonly IngestedWorkbook[], area = root) =>
  detailsOf(workbooks).support.get(area)?.periods ?? {};

describe('counted a second time, case by case', () => {
  test('flow, overlaps and support of every area and period are the same', () => {
    fc.assert(
      fc.property(someCases, someActions, someMeetings, (cases, actions, meetings) => {
        const half = Math.floor(cases.length / 2);
        const { flow, people, support, municipality } = detailsOf([
          aWorkbook({ areas, facts: { cases: cases.slice(0, half), actions, meetings } }),
          aWorkbook({
            workbook: 'b.xlsx' as WorkbookId,
            office: { name: '包括' },
            facts: { cases: cases.slice(half) },
          }),
        ]);
        const { axis } = municipality.figures;
        const periods = [...axis.months, ...axis.quarters, ...axis.years];
        for (const area of [root, 'A', 'B', 'C', 'D']) {
          for (const period of periods) {
            const here = <Row extends { readonly area: string | null }>(
              rows: readonly Row[],
              monthOf: (row: Row) => string,
            ) => rows.filter((row) => liesIn(row.area, area, areas, root) && isIn(monthOf(row), period));
            const own = here(cases, ({ received }) => received).filter(({ isCarriedOver }) => !isCarriedOver);
            const onesFlow = flow.get(area)?.periods[period];
            const onesPeople = people.get(area)?.periods[period];
            if (own.length === 0) {
              expect([onesFlow, onesPeople]).toEqual([undefined, undefined]);
            } else {
              const count = own.reduce((sum, fact) => sum + fact.count, 0);
              expect({
                ...onesFlow,
                pathways: asRecord(onesFlow?.pathways ?? []),
                targets: asRecord(onesFlow?.targets ?? []),
                handovers: asRecord(onesFlow?.handovers ?? []),
                pathwayHandovers: asRecord(onesFlow?.pathwayHandovers ?? []),
                pathwayTargets: asRecord(onesFlow?.pathwayTargets ?? []),
                targetHandovers: asRecord(onesFlow?.targetHandovers ?? []),
              }).toEqual({ ...recountFlow(own), of: count });
              expect({
                ...onesPeople,
                targetPairs: asRecord(onesPeople?.targetPairs ?? []),
                issuePairs: asRecord(onesPeople?.issuePairs ?? []),
                targetIssues: asRecord(onesPeople?.targetIssues ?? []),
                ages: asRecord(onesPeople?.ages ?? []),
              }).toEqual({ ...recountPeople(own), of: count });
            }
            const done = here(actions, ({ month }) => month);
            const held = here(meetings, ({ month }) => month);
            const onesSupport = support.get(area)?.periods[period];
            if (done.length + held.length === 0) expect(onesSupport).toBeUndefined();
            if (done.length > 0) expect(onesSupport?.actions).toEqual(recountActions(done));
            if (held.length > 0) expect(onesSupport?.meetings).toEqual(recountMeetings(held));
            expect(onesSupport?.activities ?? null).toBeNull();
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('the order of rows and of workbooks is irrelevant to every byte', () => {
    fc.assert(
      fc.property(someCases, someActions, (cases, actions) => {
        const bytesOf = (facts: Parameters<typeof aWorkbook>[0]) => {
          const { flow, people, support } = detailsOf([aWorkbook({ areas, ...facts })]);
          return canonicalJson([[...flow.values()], [...people.values()], [...support.values()]]);
        };
        expect(bytesOf({ facts: { cases: cases.toReversed(), actions: actions.toReversed() } })).toBe(
          bytesOf({ facts: { cases, actions } }),
        );
      }),
      { numRuns: 20 },
    );
  });
});

describe('the flow', () => {
  test('a case with two targets stands in each of them and once in its pathway', () => {
    expect(flowOf([aWorkbook({ facts: { cases: [aCase({ targets: ['T0201', 'T0202', 'T06'] })] } })]).FY2018).toEqual({
      cases: 1,
      of: 1,
      pathways: [['P01', 1]],
      targets: [
        ['T02', 1],
        ['T06', 1],
      ],
      handovers: [['stays', 1]],
      pathwayTargets: [
        ['P01', 'T02', 1],
        ['P01', 'T06', 1],
      ],
      targetHandovers: [
        ['T02', 'stays', 1],
        ['T06', 'stays', 1],
      ],
      pathwayHandovers: [['P01', 'stays', 1]],
    });
  });

  test('a case handed on to two stands once in each, whatever its targets', () => {
    const twice = aCase({ pathway: 'P04', targets: ['T01', 'T06'], handovers: ['P05', 'P06', 'P06'] });
    const told = flowOf([aWorkbook({ facts: { cases: [twice, aCase({ pathway: 'P04' })] } })])['2018-04'];
    expect(told?.handovers).toEqual([
      ['P05', 1],
      ['P06', 1],
      ['stays', 1],
    ]);
    expect(told?.pathwayHandovers).toEqual([
      ['P04', 'P05', 1],
      ['P04', 'P06', 1],
      ['P04', 'stays', 1],
    ]);
  });

  test('a case carried over from an earlier file is no new case', () => {
    expect(flowOf([aWorkbook({ facts: { cases: [aCase({ isCarriedOver: true })] } })])).toEqual({});
  });

  test('a file of one fiscal year is not heard on another', () => {
    expect(
      Object.keys(
        flowOf([aWorkbook({ fiscalYear: 2018, facts: { cases: [aCase({ received: '2018-03' }), aCase()] } })]),
      ),
    ).toEqual(['2018-04', 'FY2018Q1', 'FY2018']);
  });

  test('where one office sends totals, the coverage says how many of all have rows', () => {
    const flow = flowOf([
      aWorkbook({ facts: { cases: [aCase({ count: 7 })] } }),
      aWorkbook({
        workbook: 'b.xlsx' as WorkbookId,
        office: { name: '包括' },
        facts: { totals: [aTotal({ month: '2018-04', value: 5 })] },
      }),
    ]);
    expect([flow['2018-04']?.cases, flow['2018-04']?.of]).toEqual([7, 12]);
  });

  test('an office that sends totals only has no periods, and a printed table kept for reference adds nothing', () => {
    expect(flowOf([aWorkbook({ facts: { totals: [aTotal({ value: 229 })] } })])).toEqual({});
    expect(
      flowOf([
        aWorkbook({ facts: { cases: [aCase()] } }),
        aWorkbook({
          workbook: 'ref' as WorkbookId,
          office: { isReference: true },
          facts: { cases: [aCase({ count: 40 })] },
        }),
      ])['2018-04']?.cases,
    ).toBe(1);
  });
});

describe('the overlaps', () => {
  const peopleOf = (cases: readonly CaseFact[]) =>
    detailsOf([aWorkbook({ facts: { cases } })]).people.get(root)?.periods.FY2018;

  test('不明 is no second target of a combination, and the most frequent ten are named', () => {
    expect(peopleOf([aCase({ targets: ['T01', 'T99'] })])?.combinations).toEqual([]);
    const codes = ['T03', 'T04', 'T05', 'T06', 'T07', 'T08', 'T09', 'T10', 'T11'];
    const cases = codes.flatMap((code, place) => [
      aCase({ targets: ['T01', code], count: 20 - place }),
      aCase({ targets: ['T02', code], count: place + 1 }),
    ]);
    const { combinations = [] } = peopleOf(cases) ?? {};
    expect(combinations.map(({ cases: count }) => count)).toEqual([20, 19, 18, 17, 16, 15, 14, 13, 12, 9]);
    expect(combinations.at(-1)).toEqual({ targets: ['T02', 'T11'], cases: 9 });
  });

  test('不明 and a blank are two things in 年代 and 性別, and all persons are there', () => {
    const people = peopleOf([aCase({ ageBand: 'A99', sex: null }), aCase({ ageBand: null, sex: 'X9', count: 2 })]);
    expect(people?.ages).toEqual([
      ['blank', 'unknown', 2],
      ['unknown', 'blank', 1],
    ]);
  });
});

describe('support', () => {
  test('a tab that was not reported is null, one with a believable 0 is empty', () => {
    const support = supportOf([
      aWorkbook({
        facts: {
          actions: [anAction({ month: '2018-04' }), anAction({ month: '2018-06' })],
          meetings: [aMeeting({ month: '2018-05' })],
        },
      }),
    ]);
    expect(Object.keys(support)).toEqual(['2018-04', '2018-05', '2018-06', 'FY2018Q1', 'FY2018']);
    expect(support['2018-05']).toEqual({
      coverage: { actions: { told: 0, of: 0 }, meetings: { told: 1, of: 1 }, activities: { told: 0, of: 'u' } },
      actions: { methods: [], programmes: [], methodProgrammes: [] },
      perCase: null,
      meetings: [{ kind: 'M01', count: 1, discussed: 0, participants: 0, agencies: 0 }],
      activities: null,
    });
    expect(support['2018-06']?.meetings).toBeNull();
  });

  test('an office that gave its actions as totals has none of them here, not 0', () => {
    const support = supportOf([
      aWorkbook({
        facts: { meetings: [aMeeting()], totals: [aTotal({ indicator: 'N02', month: '2018-04', value: 30 })] },
      }),
    ]);
    expect(support['2018-04']?.actions).toBeNull();
    expect(support['2018-04']?.coverage).toEqual({
      actions: { told: 0, of: 30 },
      meetings: { told: 1, of: 1 },
      activities: { told: 0, of: 'u' },
    });
  });

  test('places of a type are those of the latest day, and together they are N15', () => {
    const workbook = aWorkbook({
      areas,
      facts: {
        activities: [
          anActivity({ month: '2018-04', area: 'C', participants: 12, helpers: 3 }),
          anActivity({ month: '2018-06', area: 'D', kind: 'C06', times: 2 }),
        ],
        places: [
          somePlaces({ day: '2018-04-10', area: 'C', places: 4 }),
          somePlaces({ day: '2018-05-10', area: 'C', places: 5 }),
          somePlaces({ day: '2018-06-01', area: 'D', kind: 'C06', places: 2 }),
        ],
      },
    });
    const ofKind = (kind: string, times: number, places: number | null, participants = 0, helpers = 0) => ({
      kind,
      times,
      participants,
      helpers,
      places,
    });
    expect(supportOf([workbook])['2018-04']?.activities).toEqual([ofKind('C01', 1, 4, 12, 3)]);
    expect(supportOf([workbook])['2018-06']?.activities).toEqual([ofKind('C01', 0, 5), ofKind('C06', 2, 2)]);
    expect(supportOf([workbook]).FY2018?.activities).toEqual([ofKind('C01', 1, 5, 12, 3), ofKind('C06', 2, 2)]);
    expect(supportOf([workbook], 'D')['2018-06']?.activities).toEqual([ofKind('C06', 2, 2)]);
    const reader = figuresOf([workbook]);
    expect([reader.read('N15', 'FY2018'), reader.read('N15', '2018-06', { area: 'B' })]).toEqual([7, 7]);
  });
});
