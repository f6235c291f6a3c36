import { expect, test } from 'vitest';
import type { FlowPeriod, SupportPeriod } from '#functions/publish/detail.ts';
import type { FindingsObject, OfficeIndex } from '#functions/publish/release.ts';
import { completeFindings, completeIndex, coverageOf, handoversOf } from '../../../web/src/shape/older-releases.ts';
import { findChanges } from '../../../web/src/shape/overview/changes.ts';
import { shapeReportCalendar } from '../../../web/src/shape/reports/report-rows.ts';
import { countReports } from '../../../web/src/shape/reports/reporting.ts';
import { aFlow, aSupport } from '../fixtures/details.ts';
import { findings, officeIndex } from '../fixtures/invented-city.ts';
import { aCut } from '../fixtures/published.ts';

/** As a version published it that knew neither details nor signals, and counted reports by office. */
function anOlderIndex(): OfficeIndex {
  const { details: _, signals: __, reports: ___, offices, ...rest } = officeIndex;
  return {
    ...rest,
    offices: offices.map(({ late: ____, missing: _____, ...office }) => office),
  } as unknown as OfficeIndex;
}

test('an index of an earlier release is shown: reports by their marks, nothing late, nothing to tell', () => {
  const index = completeIndex(anOlderIndex());
  expect([index.details, index.signals]).toEqual([{}, []]);
  expect(countReports(index, 'FY2024')).toEqual(countReports(officeIndex, 'FY2024'));
  const calendar = shapeReportCalendar(index, { year: 'FY2024', isBySource: true, language: 'ja' });
  expect(calendar.title).toBe('2つの機関で、報告のない月があります');
  expect(calendar.rows.every(({ late }) => !late.includes(true))).toBe(true);
  const sources = {
    index,
    cut: aCut(index, 'area/992054', {}),
    areas: null,
    goals: [],
    corrections: null,
    points: [],
    selection: { area: '992054', period: 'FY2024', pathway: 'all', target: 'all', level: 1 },
    language: 'ja',
  } as const;
  expect(findChanges(sources as never).some(({ sentence }) => sentence.includes('小島出張所'))).toBe(true);
});

test('an index of today stays as it is', () => {
  expect(completeIndex(officeIndex)).toEqual(officeIndex);
});

test('findings of an earlier release lead nowhere, flows and support do not say what they did not count', () => {
  const older = {
    ...findings,
    workbooks: findings.workbooks.map(({ address: _, tabs: __, ...workbook }) => workbook),
  } as unknown as FindingsObject;
  expect(completeFindings(older)).toEqual(findings);
  const { handovers: _, ...flow } = aFlow();
  expect(handoversOf(flow as FlowPeriod)).toBeNull();
  const { coverage: __, ...support } = aSupport();
  expect(coverageOf(support as SupportPeriod)).toBeNull();
});
