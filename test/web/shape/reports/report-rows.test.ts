/** The calendar of データの状態 and the list of findings. */
import { describe, expect, test } from 'vitest';
import type { OfficeIndex, ReportState } from '#functions/publish/release.ts';
import { calendarTable } from '../../../../web/src/shape/reports/calendar-table.ts';
import {
  addressOfFinding,
  shapeFindingKinds,
  shapeFindingRows,
} from '../../../../web/src/shape/reports/finding-rows.ts';
import { shapeReportCalendar } from '../../../../web/src/shape/reports/report-rows.ts';
import { findings, officeIndex } from '../../fixtures/invented-city.ts';
import { countMarks } from '../../fixtures/published.ts';

const options = { year: 'FY2024', isBySource: false, language: 'ja' } as const;

/** The invented city with one office whose months of FY2024 (April to December) are these. */
function withMonths(states: string): OfficeIndex {
  const words: Readonly<Record<string, ReportState>> = {
    o: 'reported',
    '0': 'zero',
    '.': 'unreported',
    '-': 'not-due',
  };
  const [report] = officeIndex.offices;
  if (report === undefined) throw new Error('no office');
  const months = officeIndex.months.map((month, place): ReportState => {
    if (month < '2024-04') return 'reported';
    return words[states[place - officeIndex.months.indexOf('2024-04')] ?? '-'] ?? 'not-due';
  });
  const offices = [{ ...report, office: '小島出張所', months }];
  return { ...officeIndex, offices, reports: countMarks(officeIndex.months, offices) };
}

describe('the calendar', () => {
  test.each([
    ['ooooooooo', 'すべての機関から、すべての月の報告があります'],
    ['oooooo000', 'すべての機関から、すべての月の報告があります'],
    ['oooooo...', '小島出張所の報告が10月から3か月ありません'],
    ['oo.ooo...', '小島出張所に、報告のない月が4か月あります'],
    ['oooooo..o', '小島出張所に、報告のない月が2か月あります'],
    ['---------', 'この年度の月ごとの報告はありません'],
  ])('%s: %s', (states, title) => {
    expect(shapeReportCalendar(withMonths(states), options).title).toBe(title);
  });

  test('one row an office with twelve months; months to come are not due', () => {
    expect(shapeReportCalendar(withMonths('o0.oooooo'), options)).toEqual({
      title: '小島出張所に、報告のない月が1か月あります',
      measure: '機関と月ごとの報告 令和6年度',
      counted: '機関と月ごとの報告 令和6年度。9か月分のうち、報告あり7（うち遅れ0）・0件1・未報告1。',
      months: ['4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月', '1月', '2月', '3月'].map(
        (label, place) => ({
          month: place < 9 ? `2024-${String(place + 4).padStart(2, '0')}` : `2025-0${place - 8}`,
          label,
          name: place < 9 ? `令和6年${label}` : `令和7年${label}`,
        }),
      ),
      rows: [
        {
          key: '福祉総合相談課.xlsx',
          label: '小島出張所',
          depth: 0,
          isHeld: false,
          cells: ['reported', 'zero', 'unreported', ...Array(6).fill('reported'), ...Array(3).fill('not-due')],
          late: Array(12).fill(false),
          missing: Array(12).fill(''),
          last: '令和6年12月27日',
          isLate: false,
        },
      ],
      due: 9,
      reported: 8,
    });
  });

  test('a month that came late, and one of which a tab is missing, say so in words', () => {
    const index = withMonths('ooooooooo');
    const [report] = index.offices;
    if (report === undefined) throw new Error('no office');
    const at = (wanted: string) => index.months.map((month) => (month === wanted ? true : null));
    const offices = [{ ...report, late: at('2024-05'), missing: { '2024-07': ['cases'] } }];
    const calendar = shapeReportCalendar(
      { ...index, offices, reports: { FY2024: { due: 18, reported: 17 } } },
      options,
    );
    const table = calendarTable(calendar, 'ja');
    expect(table.rows[0]?.cells.slice(0, 4).map((cell) => (cell.kind === 'text' ? cell.text : ''))).toEqual([
      '報告あり',
      '遅れて報告',
      '報告あり',
      '一部未報告（相談受付）',
    ]);
    expect(calendar.counted).toBe(
      '機関と月ごとの報告 令和6年度。9か月分のうち、報告あり8（うち遅れ1）・0件0・一部未報告1・未報告0。',
    );
    expect([calendar.title, calendar.due, calendar.reported]).toEqual([
      '小島出張所に、報告のない月が1か月あります',
      18,
      17,
    ]);
  });

  test('where all is reported but some of it late, the title says so, in English too', () => {
    const index = withMonths('ooooo0ooo');
    const [report] = index.offices;
    if (report === undefined) throw new Error('no office');
    const late = index.months.map((month) => (month > '2024-10' ? true : null));
    const offices = [{ ...report, late }];
    const titles = (['ja', 'en'] as const).map((language) =>
      shapeReportCalendar({ ...index, offices }, { ...options, language }),
    );
    expect(titles.map(({ title, counted }) => [title, counted])).toEqual([
      [
        'すべての機関から、すべての月の報告があります。うち2か月分は遅れました',
        '機関と月ごとの報告 令和6年度。9か月分のうち、報告あり8（うち遅れ2）・0件1・未報告0。',
      ],
      [
        'Every office has reported every month; late: 2',
        'Reports by office and month, FY2024. Of 9 months: reported 8 (late 2), zero 1, not reported 0.',
      ],
    ]);
  });

  test('several offices behind are counted, not named', () => {
    expect(shapeReportCalendar(officeIndex, options).title).toBe('2つの機関で、報告のない月があります');
  });

  test('by tab, each office is followed by the tabs it uses', () => {
    const rows = shapeReportCalendar(officeIndex, { ...options, isBySource: true }).rows;
    expect(rows.slice(0, 3).map(({ label, depth }) => [label, depth])).toEqual([
      ['福祉総合相談課', 0],
      ['相談受付', 1],
      ['支援記録', 1],
    ]);
  });
});

describe('the findings', () => {
  test('kinds are put together over workbooks, most frequent first', () => {
    expect(shapeFindingKinds(findings, 'ja').map(({ title, count }) => [title, count])).toEqual([
      ['圏域名が登録にありません', 28],
      ['日付として読めません', 9],
      ['受付番号が重なっています', 7],
      ['「約」のついた数', 5],
    ]);
  });

  test('errors stand before notices, each with its place and what else it stands for', () => {
    const filter = { workbook: '福祉総合相談課.xlsx', severity: null, code: null };
    expect(shapeFindingRows(findings, filter, 'ja')).toEqual([
      {
        key: '福祉総合相談課.xlsx#1',
        office: '福祉総合相談課',
        severity: 'error',
        word: '要修正',
        place: '相談受付 B12',
        address: null,
        cell: 'B12',
        typed: '11/5',
        sentence: '受付日「11/5」に年がありません。2024/11/5 のように入れてください。',
        others: '',
        suggestion: '2024/11/5',
      },
      {
        key: '福祉総合相談課.xlsx#2',
        office: '福祉総合相談課',
        severity: 'error',
        word: '要修正',
        place: '相談受付 12行目',
        address: null,
        cell: '',
        typed: 'R6-0112',
        sentence: '受付番号 R6-0112 が12行目と40行目などにあります。どれも数えていません。番号を分けてください。',
        others: 'ほか6行（40、41、42、43、44行目など）',
        suggestion: '',
      },
      {
        key: '福祉総合相談課.xlsx#0',
        office: '福祉総合相談課',
        severity: 'notice',
        word: 'お知らせ',
        place: '会議 E7',
        address: null,
        cell: 'E7',
        typed: '約30',
        sentence: '「約30」は30として数えました。このままで構いません。',
        others: '',
        suggestion: '',
      },
    ]);
  });

  test('lead to the cell in its spreadsheet, to the row where there is no cell, and to the workbook where there is no tab', () => {
    const workbook = {
      address: 'https://docs.google.com/spreadsheets/d/1/edit',
      tabs: { 相談受付: 'https://x/edit#gid=7' },
    };
    const [finding] = findings.workbooks[0]?.findings ?? [];
    if (finding === undefined) throw new Error('no finding');
    const addressOf = (place: Partial<typeof finding>) => addressOfFinding(workbook, { ...finding, ...place });
    expect([
      addressOf({ tab: '相談受付', cell: 'C12' }),
      addressOf({ tab: '相談受付', cell: null, row: 12 }),
      addressOf({ tab: '相談受付', cell: null, row: null }),
      addressOf({ tab: null, cell: null, row: null }),
    ]).toEqual([
      'https://x/edit#gid=7&range=C12',
      'https://x/edit#gid=7&range=12%3A12',
      'https://x/edit#gid=7',
      workbook.address,
    ]);
    expect(addressOfFinding({ address: null, tabs: {} }, finding)).toBeNull();
  });

  test('filters by severity and kind', () => {
    const count = (severity: 'error' | 'notice' | null, code: string | null) =>
      shapeFindingRows(findings, { workbook: null, severity, code }, 'ja').length;
    expect([
      count(null, null),
      count('notice', null),
      count(null, 'date/without-year'),
      count('notice', 'date/without-year'),
    ]).toEqual([263, 1, 1, 0]);
  });
});
