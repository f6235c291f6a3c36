import { expect, test } from 'vitest';
import { describeFinding } from '#sheets-schema';
import { findingsOf, takeIn } from '../../../builders/ingest.ts';
import { aCase, aMeeting, anAction, anActivity, aWorkbook } from '../../../builders/workbook.ts';

test('an action takes area, pathway and targets of its case, whose number is folded', () => {
  const grids = aWorkbook({
    cases: [
      aCase({ receiptNumber: 'R6-0001', area: 'E02', pathway: '民生委員', targets1: '高齢者', targets2: '生活困窮' }),
    ],
    actions: [
      anAction({ receiptNumber: 'ｒ６－０００１', minutes: '60分', programme: 'アウトリーチ' }),
      anAction({ minutes: 30, programme: 'アウトリーチ' }),
    ],
  });
  expect(takeIn(grids).ingested.facts.actions).toEqual([
    {
      month: '2024-05',
      method: 'S03',
      programme: 'J04',
      area: 'E02',
      pathway: 'P0401',
      targets: ['T01', 'T05'],
      count: 2,
      minutes: 90,
    },
  ]);
});

test('forty actions of one refused case are one finding with forty places, and are refused', () => {
  const grids = aWorkbook({
    cases: [aCase({ receiptNumber: 'R6-0001', pathway: '？' })],
    actions: [...Array.from({ length: 40 }, () => anAction()), anAction({ receiptNumber: 'R6-0404' })],
  });
  const { ingested } = takeIn(grids);
  expect(findingsOf(grids)).toEqual([
    'choice/not-in-list 相談受付!E2',
    'action/refused-case 支援記録!B2 +39',
    'action/unknown-case 支援記録!B42',
  ]);
  expect(ingested.facts.actions).toEqual([]);
  expect(ingested.rowCounts.actions).toEqual({ '2024-05': { read: 41, accepted: 0 } });
  expect(ingested.findings[1] === undefined ? '' : describeFinding(ingested.findings[1], 'ja')).toContain('（40行）');
});

test('支援日 before 受付日 or after 終結日 is a notice; on these days it is not', () => {
  const cases = [aCase({ receiptNumber: 'R6-0001', receivedOn: '2024/5/10', closedOn: '2024/5/20' })];
  const on = (...days: string[]) =>
    findingsOf(aWorkbook({ cases, actions: days.map((actedOn) => anAction({ actedOn })) }));
  expect(on('2024/5/10', '2024/5/20')).toEqual([]);
  expect(on('2024/5/9', '2024/5/21', '2024/5/8')).toEqual([
    'action/before-reception 支援記録!A2 +1',
    'action/after-closing 支援記録!A3',
  ]);
  const { facts } = takeIn(aWorkbook({ cases, actions: [anAction({ actedOn: '2024/5/21' })] })).ingested;
  expect(facts.actions).toMatchObject([{ count: 1 }]);
});

test('支援日 and 開催日 may not be later than the run nor before April 2000', () => {
  const cases = [aCase({ receiptNumber: 'R6-0001', receivedOn: '2000/4/1' })];
  const grids = aWorkbook({
    cases,
    actions: [anAction({ actedOn: '2024/7/11' }), anAction({ actedOn: '2000/4/1' })],
    meetings: [aMeeting({ heldOn: '2024/7/11' }), aMeeting({ heldOn: '2024/7/10' })],
    activities: [anActivity({ heldOn: '2000/3/31' }), anActivity({ heldOn: '2000/4/1' })],
  });
  expect(findingsOf(grids)).toEqual(['date/future 支援記録!A2', 'date/future 会議!A2', 'date/too-early 地域活動!A2']);
});

test('a meeting in an area that is not registered is held in the municipality, with an error at the cell', () => {
  const grids = aWorkbook({
    meetings: [aMeeting({ area: '北の谷', participants: '12名' }), aMeeting({ area: 'E01' }), aMeeting()],
  });
  expect(findingsOf(grids)).toEqual(['area/not-found 会議!C2']);
  expect(takeIn(grids).ingested.facts.meetings).toEqual([
    { month: '2024-05', kind: 'M01', area: 'E01', count: 1, discussed: 0, participants: 0, agencies: 0 },
    { month: '2024-05', kind: 'M01', area: null, count: 2, discussed: 0, participants: 12, agencies: 0 },
  ]);
});

test.each([
  [null, 1],
  ['-', 1],
  ['なし', 1],
  [0, 0],
  [4, 4],
])('回数 %j is %i', (times, expected) => {
  const { facts } = takeIn(aWorkbook({ activities: [anActivity({ times })] })).ingested;
  expect(facts.activities).toMatchObject([{ times: expected }]);
});

test('か所数 of one day, area and kind are added up; a blank is no count of places', () => {
  const activities = [
    anActivity({ places: 3 }),
    anActivity({ places: '2か所' }),
    anActivity({ places: null }),
    anActivity({ places: 7, heldOn: '2024/5/16' }),
    anActivity({ places: 0, area: 'E01' }),
  ];
  expect(takeIn(aWorkbook({ activities })).ingested.facts.places).toEqual([
    { day: '2024-05-15', kind: 'C01', area: 'E01', places: 0 },
    { day: '2024-05-15', kind: 'C01', area: null, places: 5 },
    { day: '2024-05-16', kind: 'C01', area: null, places: 7 },
  ]);
});

test('a refused row without a readable date stands in the last month that has accepted rows', () => {
  const meetings = [
    aMeeting({ heldOn: '2024/3/1' }),
    aMeeting({ heldOn: '5/15' }),
    aMeeting({ heldOn: '2024/6/1', kind: '？' }),
    aMeeting({ heldOn: '2024/4/1' }),
  ];
  expect(takeIn(aWorkbook({ meetings })).ingested.rowCounts.meetings).toEqual({
    '2024-03': { read: 1, accepted: 1 },
    '2024-04': { read: 2, accepted: 1 },
    '2024-06': { read: 1, accepted: 0 },
  });
});
