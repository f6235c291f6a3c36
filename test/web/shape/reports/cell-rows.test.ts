/** The rows behind a cell of the calendar of reports, tab by tab. */
import { expect, test } from 'vitest';
import type { OfficeIndex, ReportState } from '#functions/publish/release.ts';
import { rowsOfCell, tabsBeside } from '../../../../web/src/shape/reports/cell-rows.ts';
import { officeIndex } from '../../fixtures/invented-city.ts';

const month = '2024-05';

type States = Readonly<Record<string, ReportState>>;

/** The invented city with one office, whose tabs stand like this in the month; rows of these tabs are published. */
function withTabs(states: States, published: readonly string[] = Object.keys(states)): OfficeIndex {
  const [report] = officeIndex.offices;
  if (report === undefined) throw new Error('no office');
  const sources = Object.fromEntries(
    Object.entries(states).map(([tab, state]) => [
      tab,
      officeIndex.months.map((each): ReportState => (each === month ? state : 'not-due')),
    ]),
  );
  return {
    ...officeIndex,
    details: Object.fromEntries(published.map((tab) => [`rows/${tab}-FY2024`, 'x'])),
    offices: [{ ...report, workbook: 'books/w.xlsx', office: '小島出張所', sources }],
  };
}

const seriesOf = (index: OfficeIndex, key: string) => rowsOfCell(index, key, month)?.series ?? null;

/** The tabs to choose from where a cell of the office is opened. */
function chosenFrom(index: OfficeIndex): readonly string[] {
  const rows = rowsOfCell(index, 'books/w.xlsx', month);
  return rows === null ? [] : tabsBeside(index, rows).map(({ tab }) => tab);
}

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

test('beside the consultations every other tab that was reported is offered, and from each of them the same', () => {
  const index = withTabs({ cases: 'reported', actions: 'reported', meetings: 'zero', totals: 'reported' });
  expect(chosenFrom(index)).toEqual(['cases', 'actions', 'totals']);
  const rows = rowsOfCell(index, 'books/w.xlsx/totals', month);
  expect(rows === null ? [] : tabsBeside(index, rows).map(({ tab }) => tab)).toEqual(['cases', 'actions', 'totals']);
});

test('an office without consultations leads to what it did report', () => {
  expect(seriesOf(withTabs({ cases: 'not-due', meetings: 'reported' }), 'books/w.xlsx')).toBe('N09');
});

test('an office that sends totals only leads to these, not to consultations that nobody typed', () => {
  const index = withTabs({ cases: 'reported', totals: 'reported' }, ['totals']);
  expect([seriesOf(index, 'books/w.xlsx'), chosenFrom(index)]).toEqual(['totals', ['totals']]);
});

test.each<[string, States, readonly string[]]>([
  ['nothing was reported', { cases: 'unreported' }, ['cases']],
  ['a zero has no rows', { cases: 'zero' }, ['cases']],
  ['a release without rows has none to list', { cases: 'reported' }, []],
])('%s: no rows', (_, states, published) => {
  expect(rowsOfCell(withTabs(states, published), 'books/w.xlsx', month)).toBeNull();
});

test('a month or a workbook that the release does not have leads nowhere', () => {
  const index = withTabs({ cases: 'reported' });
  expect([rowsOfCell(index, 'books/w.xlsx', '2031-05'), rowsOfCell(index, 'another.xlsx', month)]).toEqual([
    null,
    null,
  ]);
});

test.each([
  ['a figure of the municipality', { also: [] }],
  ['a figure of an area', { area: 'E01' }],
  ['a slice', { pathway: 'P04' }],
  ['an office that is not there', { also: [{ by: 'office' as const, codes: ['だれか'] }] }],
  ['an indicator that is no report', { series: 'N08' }],
])('%s is no month of an office: nothing to choose from', (_, change) => {
  const index = withTabs({ cases: 'reported', actions: 'reported' });
  const rows = rowsOfCell(index, 'books/w.xlsx', month);
  expect(rows).not.toBeNull();
  expect(rows === null ? null : tabsBeside(index, { ...rows, ...change })).toEqual([]);
});
