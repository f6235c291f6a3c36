import { expect, test } from 'vitest';
import type { Cell } from '#sheets-schema';
import { takeIn } from '../../builders/ingest.ts';
import { aGrid, aWorkbook, columnIndex } from '../../builders/workbook.ts';

const wide = Array.from({ length: 20_000 }, (_, index) => ({
  receiptNumber: `R6-${index}`,
  receivedOn: { serial: 45_000 + (index % 400) },
  area: index % 2 === 0 ? '東山地区' : 'E02',
  pathway: index % 3 === 0 ? '民生委員' : '本人',
  targets1: '高齢者、生活困窮',
  targets2: '精神障害',
  issues1: '介護',
  issues2: '認知症',
  issues3: '住まい',
  ageBand: '70代',
  sex: '女',
  compound: '有',
  response: '継続支援',
  handover1: '包括',
  closedOn: { serial: 45_420 },
  closingReason: '解決',
  note: '読まれない',
}));

test('20,000 cases are taken in', () => {
  const grids = aWorkbook({ cases: wide });
  const { ingested } = takeIn(grids);
  expect(ingested.rowCounts.cases['2024-03']?.accepted ?? 0).toBeGreaterThan(0);
  expect(ingested.findings).toEqual([]);
});

test('200,000 empty rows below the rows are no rows', () => {
  const cases = aGrid('cases', wide.slice(0, 10));
  const empty: Cell[] = Array.from({ length: 20 }, () => null);
  const unticked = empty.with(columnIndex('cases', 'compound'), false);
  const rows = [...cases.rows, ...Array.from({ length: 200_000 }, (_, index) => (index % 2 === 0 ? empty : unticked))];
  const grids = aWorkbook().concat({ ...cases, rows });
  const { ingested } = takeIn(grids);
  expect(ingested.rowCounts.cases).toEqual({ '2023-03': { read: 10, accepted: 10 } });
});

test('an error in each of 40,000 rows is counted fully and kept in few findings', () => {
  const cases = wide.flatMap((row, index) => [
    { ...row, receiptNumber: `A${index}`, pathway: `謎${index}` },
    { ...row, receiptNumber: `B${index}`, sex: `謎${index}` },
  ]);
  const { ingested } = takeIn(aWorkbook({ cases }));
  expect(ingested.findings.length).toBe(400);
  const rows = ingested.findings.flatMap(({ row, otherRows }) => [row, ...otherRows]);
  expect(new Set(rows).size).toBe(40_000);
});
