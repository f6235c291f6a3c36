/** データの状態: the ledger of corrections, the filter of findings, quality over time, the calendar in words. */
import { expect, test } from 'vitest';
import type { CorrectionsObject, Signal } from '#functions/publish/detail.ts';
import type { FindingsObject, OfficeIndex } from '#functions/publish/release.ts';
import { calendarTable } from '../../../../web/src/shape/reports/calendar-table.ts';
import { correctionLedger } from '../../../../web/src/shape/reports/correction-rows.ts';
import { printFindingFilter, readFindingFilter } from '../../../../web/src/shape/reports/finding-filter.ts';
import { qualityTrend } from '../../../../web/src/shape/reports/quality-trend.ts';
import { shapeReportCalendar } from '../../../../web/src/shape/reports/report-rows.ts';
import { plainView } from '../../../../web/src/view-state.ts';
import { fujigauraIndex } from '../../fixtures/fujigaura.ts';
import { aCut, anIndex } from '../../fixtures/published.ts';

const root = fujigauraIndex.municipality.code;

const corrections: CorrectionsObject = {
  format: 1,
  kind: 'corrections',
  municipality: root,
  entries: [
    {
      asOf: '2025-01-14',
      changes: [
        { indicator: 'N01', area: 'E03', period: '2024-11', before: 6, after: 4 },
        { indicator: 'N02', area: root, period: '2024-11', before: 96, after: 'u' },
      ],
      more: 5,
    },
    { asOf: '2025-01-07', changes: [{ indicator: 'N06', area: root, period: 'FY2023', before: 0, after: 3 }], more: 0 },
  ],
};

test('each correction gives both values and their difference, and leads to the view that shows it', () => {
  const ledger = correctionLedger(fujigauraIndex, corrections, 'ja');
  expect(ledger.title).toBe('令和7年1月14日の更新で変わった過去の値が7か所あります');
  expect(ledger.rows.map(({ to }) => to)).toEqual([
    { view: 'areas', period: '2024-11', area: 'E03' },
    { view: 'support', period: '2024-11', area: null },
    { view: 'overview', period: 'FY2023', area: null },
  ]);
  expect(ledger.table.rows[0]).toEqual({
    key: '2025-01-14 N01 E03 2024-11',
    label: '令和7年1月14日',
    cells: [
      { kind: 'text', text: '令和6年11月' },
      { kind: 'text', text: '南部圏域' },
      { kind: 'text', text: '新規相談件数' },
      { kind: 'figure', figure: { state: 'value', value: 6 }, decimals: 0 },
      { kind: 'figure', figure: { state: 'value', value: 4 }, decimals: 0 },
      { kind: 'difference', difference: { state: 'value', value: -2 }, decimals: 0 },
    ],
  });
  expect(ledger.notes).toEqual(['令和7年1月14日には、ほかに5か所の訂正があります。']);
});

test('a value that is no longer reported is not 0, and nothing corrected is said', () => {
  const [, second] = correctionLedger(fujigauraIndex, corrections, 'ja').table.rows;
  expect(second?.cells[4]).toEqual({ kind: 'figure', figure: { state: 'unreported' }, decimals: 0 });
  expect(second?.cells[5]).toEqual({ kind: 'difference', difference: { state: 'unreported' }, decimals: 0 });
  const none = correctionLedger(fujigauraIndex, { ...corrections, entries: [] }, 'ja');
  expect([none.title, none.rows]).toEqual(['訂正された値はありません', []]);
});

const findings: FindingsObject = {
  format: 1,
  kind: 'findings',
  municipality: root,
  workbooks: [
    {
      workbook: 'a.xlsx',
      fileName: 'a.xlsx',
      address: null,
      tabs: {},
      office: '福祉総合相談課',
      rowsRead: 10,
      rowsAccepted: 9,
      kinds: [
        {
          code: 'date/no-year',
          severity: 'error',
          count: 1,
          title: { ja: '年がない', en: 'no year' },
          mend: { ja: '', en: '' },
        },
      ],
      findings: [],
    },
  ],
};

test('the filter of findings is read from the address and printed into it; what no finding has is left aside', () => {
  const address = { ...plainView, office: '福祉総合相談課', state: 'error', kind: 'date/no-year' };
  const filter = readFindingFilter(findings, address);
  expect(filter).toEqual({ workbook: 'a.xlsx', severity: 'error', code: 'date/no-year' });
  expect(printFindingFilter(findings, filter)).toEqual({
    office: '福祉総合相談課',
    state: 'error',
    kind: 'date/no-year',
  });
  expect(readFindingFilter(findings, { ...plainView, office: 'X', state: 'behind', kind: 'x' })).toEqual({
    workbook: null,
    severity: null,
    code: null,
  });
});

test('quality by month is printed as published; a measure without any month says nothing', () => {
  const index = anIndex([2023, 2024], { asOf: '2024-07-10' });
  const cut = aCut(
    index,
    'area/162051',
    { 'Q02|162051|all|all': { '2024-04': 97.54, '2024-06': 99.2 }, 'Q03|162051|all|all': {} },
    'n',
  );
  const trend = qualityTrend(index, cut, 'FY2024', 'ja');
  expect(trend?.title).toBe('受理率は令和6年6月に99.2%でした');
  expect(trend?.lines.map(({ name, last, range }) => [name, last, range])).toEqual([
    ['報告率', '', ''],
    ['受理率', '99.2%', '97.5%〜99.2%'],
    ['報告までの日数', '', ''],
  ]);
  expect(trend?.table.rows.map(({ label }) => label)).toEqual(['令和6年4月', '令和6年6月']);
  expect(qualityTrend(index, aCut(index, 'area/162051', {}), 'FY2024', 'ja')).toBeNull();
});

const office: OfficeIndex['offices'][number] = {
  office: '地域づくり推進室',
  workbook: 'b.xlsx',
  fileName: 'b.xlsx',
  held: null,
  dataUntil: '2024-12-20',
  months: fujigauraIndex.months.map((month) => (month > '2024-12' ? 'not-due' : 'reported')),
  sources: {},
  late: [],
  missing: {},
  rowsRead: 1,
  rowsAccepted: 1,
  errors: 0,
  notices: 0,
};

test('where every office reports but a tab fell silent, the calendar says so instead of calling it complete', () => {
  const silence: Signal = {
    kind: 'silence',
    office: office.office,
    source: 'activities',
    since: '2024-10',
    months: 3,
  };
  const titleOf = (signals: readonly Signal[]) =>
    shapeReportCalendar(
      { ...fujigauraIndex, offices: [office], signals },
      { year: 'FY2024', isBySource: false, language: 'ja' },
    ).title;
  expect([titleOf([]), titleOf([silence])]).toEqual([
    'すべての機関から、すべての月の報告があります',
    '地域づくり推進室の地域活動の報告が10月から3か月ありません',
  ]);
});

test('the calendar in words names every state', () => {
  const calendar = shapeReportCalendar(
    { ...fujigauraIndex, offices: [{ ...office, months: fujigauraIndex.months.map(() => 'zero') }] },
    { year: 'FY2024', isBySource: false, language: 'ja' },
  );
  const { columns, rows } = calendarTable(calendar, 'ja');
  expect(columns.map(({ label }) => label).slice(0, 2)).toEqual(['4月', '5月']);
  expect(rows[0]?.cells[0]).toEqual({ kind: 'text', text: '0件' });
});
