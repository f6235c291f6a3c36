import { expect, test } from 'vitest';
import { describeFinding } from '#sheets-schema';
import { takeIn } from '../../../builders/ingest.ts';
import { aCase, aMeeting, aTotal, aWorkbook, type TypedRow } from '../../../builders/workbook.ts';

const meetingsIn = (...months: number[]) => months.map((month) => aMeeting({ heldOn: `2023/${month}/15` }));
const asked = (meetings: readonly TypedRow[], totals: readonly TypedRow[] = []) =>
  takeIn(aWorkbook({ meetings, totals })).ingested.findings.map((finding) => describeFinding(finding, 'ja'));

test('one empty month is not asked about, two in a row are', () => {
  expect(asked(meetingsIn(5, 6, 8, 9))).toEqual([]);
  expect(asked(meetingsIn(5, 6, 9, 10))).toEqual([
    '7月と8月は続けて0件です。よければ「集計報告」の値に0と入れてください。',
  ]);
});

test('an explicit 0 answers, and months after the last report are not asked about', () => {
  const zero = (month: number) => aTotal({ fiscalYear: 2023, month, indicator: '会議開催回数', value: 0 });
  expect(asked(meetingsIn(5, 6, 9, 10), [zero(7), zero(8)])).toEqual([]);
  expect(asked(meetingsIn(5, 6))).toEqual([]);
});

test('of several runs the latest is asked about, once', () => {
  expect(asked(meetingsIn(4, 7, 8, 12))).toEqual([
    '9月、10月、11月は続けて0件です。よければ「集計報告」の値に0と入れてください。',
  ]);
});

test('where none is not believable the months are unreported, and nothing is asked', () => {
  const busy = [5, 6, 9, 10].flatMap((month) =>
    Array.from({ length: 7 }, () => aCase({ receivedOn: `2023/${month}/15` })),
  );
  const quiet = [5, 6, 9, 10].flatMap((month) =>
    Array.from({ length: 6 }, () => aCase({ receivedOn: `2023/${month}/15` })),
  );
  const codes = (cases: readonly TypedRow[]) => takeIn(aWorkbook({ cases })).ingested.findings.map(({ code }) => code);
  expect(codes(busy)).toEqual([]);
  expect(codes(quiet)).toEqual(['reporting/zero-months']);
});
