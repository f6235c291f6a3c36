import { expect, test } from 'vitest';
import { createMemoryWorkbooks, type MemoryWorkbook } from '../../../functions/adapters/memory/workbooks.ts';
import type { Day } from '../../../functions/domain/codes.ts';
import { planRun } from '../../../functions/plan/plan.ts';
import { createIngestion } from '../../builders/ingest.ts';
import { aCase, aProfile, aWorkbook } from '../../builders/workbook.ts';

const workbook = (id: string, revision = '1'): MemoryWorkbook => ({
  id,
  revision,
  contents: aWorkbook({ profile: aProfile({ officeName: id }), cases: [aCase({ receivedOn: '2024/7/20' })] }),
});

async function plan(
  ingestion: ReturnType<typeof createIngestion>,
  workbooks: readonly MemoryWorkbook[],
  today = '2024-07-10',
) {
  const { entries, changed, vanished } = await planRun({
    source: createMemoryWorkbooks(() => workbooks),
    store: ingestion.store,
    today: today as Day,
  });
  return {
    entries: entries.map(({ id }) => id),
    changed: changed.map(({ id }) => id),
    vanished: vanished.map((state) => state.workbook),
  };
}

test('in an empty store everything is to be read, in the order in which it is listed', async () => {
  expect(await plan(createIngestion(), [workbook('b'), workbook('a')])).toEqual({
    entries: ['b', 'a'],
    changed: ['b', 'a'],
    vanished: [],
  });
});

test('what has not changed is not read; what is new or has another revision is; what is listed no longer has vanished', async () => {
  const ingestion = createIngestion();
  await ingestion.run([workbook('a'), workbook('b'), workbook('c')]);
  expect(await plan(ingestion, [workbook('a'), workbook('b', '2'), workbook('d')])).toEqual({
    entries: ['a', 'b', 'd'],
    changed: ['b', 'd'],
    vanished: ['c'],
  });
});

test('a workbook with a day still to come is read again on that day, not before', async () => {
  const ingestion = createIngestion();
  await ingestion.run([workbook('a')]);
  expect((await plan(ingestion, [workbook('a')], '2024-07-19')).changed).toEqual([]);
  expect((await plan(ingestion, [workbook('a')], '2024-07-20')).changed).toEqual(['a']);
});

test('a state of another format is not understood, and the workbook is read anew', async () => {
  const ingestion = createIngestion();
  await ingestion.store.movePointer('workbooks/a', '{"format":2}', null);
  expect((await plan(ingestion, [workbook('a')])).changed).toEqual(['a']);
  await ingestion.run([workbook('a')]);
  expect((await ingestion.stateOf('a'))?.format).toBe(1);
});
