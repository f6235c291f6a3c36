import { expect, test } from 'vitest';
import { createIngestion } from '../../builders/ingest.ts';
import { aCase, anAction, aWorkbook } from '../../builders/workbook.ts';

test('a clean workbook is accepted and its rows are facts', async () => {
  const ingestion = createIngestion();
  const contents = aWorkbook({
    cases: [aCase({ receiptNumber: 'R6-0001' }), aCase({ receiptNumber: 'R6-0002', area: 'E02', closedOn: 'R6.6.30' })],
    actions: [anAction()],
  });
  expect(await ingestion.run([{ id: 'a', revision: '1', contents }])).toEqual({ accepted: 1, held: 0, unchanged: 0 });
  const ingested = await ingestion.ingestedOf('a');
  expect(ingested?.findings).toEqual([]);
  expect(ingested?.facts.cases).toEqual([
    {
      ageBand: null,
      area: 'E02',
      closed: '2024-06',
      closingReason: null,
      count: 1,
      handovers: [],
      isCarriedOver: false,
      isCompound: false,
      issues: [],
      pathway: 'P01',
      received: '2024-05',
      response: null,
      sex: null,
      targets: ['T01'],
    },
    {
      ageBand: null,
      area: 'E01',
      closed: null,
      closingReason: null,
      count: 1,
      handovers: [],
      isCarriedOver: false,
      isCompound: false,
      issues: [],
      pathway: 'P01',
      received: '2024-05',
      response: null,
      sex: null,
      targets: ['T01'],
    },
  ]);
  expect(ingested?.facts.actions).toEqual([
    {
      month: '2024-05',
      method: 'S03',
      programme: null,
      area: 'E01',
      pathway: 'P01',
      targets: ['T01'],
      count: 1,
      minutes: 0,
    },
  ]);
  expect(ingested?.dataUntil).toBe('2024-06-30');
  expect(ingested?.rowCounts.cases).toEqual({ '2024-05': { read: 2, accepted: 2 } });
  expect(await ingestion.run([{ id: 'a', revision: '1', contents }])).toEqual({ accepted: 0, held: 0, unchanged: 1 });
});
