/** The rows behind a cell of the calendar of reports. */
import { expect, test } from 'vitest';
import type { OfficeIndex, ReportState } from '#functions/publish/release.ts';
import { rowsOfCell } from '../../../../web/src/shape/reports/cell-rows.ts';
import { officeIndex } from '../../fixtures/invented-city.ts';

const month = '2024-05';

/** The invented city with one office, whose tabs stand like this in the month. */
function withTabs(states: Readonly<Record<string, ReportState>>): OfficeIndex {
  const [report] = officeIndex.offices;
  if (report === undefined) throw new Error('no office');
  const sources = Object.fromEntries(
    Object.entries(states).map(([tab, state]) => [
      tab,
      officeIndex.months.map((each): ReportState => (each === month ? state : 'not-due')),
    ]),
  );
  return { ...officeIndex, offices: [{ ...report, workbook: 'books/w.xlsx', office: '小島出張所', sources }] };
}

const seriesOf = (index: OfficeIndex, key: string) => rowsOfCell(index, key, month)?.series ?? null;

test('an office leads to the consultations of the month, and each of its tabs to its own rows', () => {
  const index = withTabs({ cases: 'reported', actions: 'reported', meetings: 'zero', activities: 'reported' });
  expect(rowsOfCell(index, 'books/w.xlsx', month)).toEqual({
    series: 'N01',
    area: index.municipality.code,
    pathway: 'all',
    target: 'all',
    period: month,
    also: [{ by: 'office', codes: ['小島出張所'] }],
  });
  const keys = ['cases', 'actions', 'meetings', 'activities'].map((tab) => `books/w.xlsx/${tab}`);
  expect(keys.map((key) => seriesOf(index, key))).toEqual(['N01', 'N02', null, 'N12']);
});

test('an office without consultations leads to what it did report', () => {
  expect(seriesOf(withTabs({ cases: 'not-due', meetings: 'reported' }), 'books/w.xlsx')).toBe('N09');
});

test.each<[string, Readonly<Record<string, ReportState>>]>([
  ['nothing was reported', { cases: 'unreported' }],
  ['a zero has no rows', { cases: 'zero' }],
  ['totals (集計報告) have no single rows', { cases: 'reported', totals: 'reported' }],
])('%s: no rows', (_, states) => {
  expect(rowsOfCell(withTabs(states), 'books/w.xlsx', month)).toBeNull();
});

test('a month or a workbook that the release does not have leads nowhere', () => {
  const index = withTabs({ cases: 'reported' });
  expect([rowsOfCell(index, 'books/w.xlsx', '2031-05'), rowsOfCell(index, 'another.xlsx', month)]).toEqual([
    null,
    null,
  ]);
});
