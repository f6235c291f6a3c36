/** What the cover and the last page of the meeting paper say about completeness. */
import { expect, test } from 'vitest';
import type { OfficeIndex, ReportState } from '#functions/publish/release.ts';
import {
  sayCoverage,
  sayMissing,
  shapeCoverageTable,
} from '../../../../web/src/shape/meeting-paper/missing-reports.ts';

import { countMarks } from '../../fixtures/published.ts';

const months = ['2024-04', '2024-05', '2024-06', '2024-07'];

function anIndex(reports: Readonly<Record<string, readonly ReportState[]>>): OfficeIndex {
  const index = {
    audience: 'office:992054',
    months,
    dataUntil: '2024-07-31',
    municipality: { code: '992054', name: '藤ヶ浦市', prefecture: '99', prefectureName: '海野県', isFictional: true },
    offices: Object.entries(reports).map(([office, states]) => ({
      ...{ office, workbook: office, fileName: `${office}.xlsx`, held: null, dataUntil: '2024-07-31', months: states },
      ...{ sources: {}, late: [], missing: {}, rowsRead: 12, rowsAccepted: 11, errors: 1, notices: 0 },
    })),
  } as unknown as OfficeIndex;
  return { ...index, reports: countMarks(months, index.offices) };
}

const options = { period: 'FY2024', language: 'ja', most: 1 } as const;

test('months without a report are named by office, and more offices counted', () => {
  const index = anIndex({
    社協: ['reported', 'unreported', 'unreported', 'zero'],
    包括: ['reported', 'reported', 'reported', 'unreported'],
    市役所: ['reported', 'reported', 'reported', 'reported'],
  });
  expect(sayMissing(index, options)).toEqual(['社協：5〜6月', 'ほか1機関（巻末の表）']);
  expect(sayMissing(index, { ...options, language: 'en', most: 3 })).toEqual(['社協: May–Jun', '包括: Jul']);
  expect(sayCoverage(index, 'FY2024', 'ja')).toEqual([
    'すべて架空のデータです。',
    '数字は令和6年7月31日までの入力から作成しています。',
    '期限の来た12か月分の報告のうち、9か月分を含みます。',
    '少ない件数もそのまま載せています。公表する前に、個人が特定されないことを確かめてください。',
  ]);
  expect(shapeCoverageTable(index, 'FY2024', 'ja').rows[0]?.cells[0]).toEqual({ kind: 'text', text: '5〜6月' });
});

test('nothing missing, nothing due and nothing at all are three different sentences', () => {
  expect(sayMissing(anIndex({ 社協: ['reported', 'zero', 'reported', 'reported'] }), options)).toEqual([
    '期限の来た報告は、すべて含まれています。',
  ]);
  expect(sayMissing(anIndex({ 社協: ['not-due', 'not-due', 'not-due', 'not-due'] }), options)).toEqual([
    'この期間の月ごとの報告はありません。年度の集計で作成しています。',
  ]);
  expect(sayMissing({ ...anIndex({ 社協: ['not-due'] }), dataUntil: null }, options)).toEqual([
    'この市町村の件数の報告は、まだありません。',
  ]);
});
