import { expect, test } from 'vitest';
import { describeFailure } from '#sheets-schema';
import { WorkbookFailure } from '../../../functions/world.ts';
import { createIngestion } from '../../builders/ingest.ts';
import { aCase, aMeeting, aProfile, aWorkbook, someAreas } from '../../builders/workbook.ts';

const good = aWorkbook({ cases: [aCase()] });

async function reasonOf(ingestion: ReturnType<typeof createIngestion>, id: string): Promise<string | null> {
  const hold = (await ingestion.stateOf(id))?.hold ?? null;
  return hold === null ? null : describeFailure(hold.code, hold.facts, 'ja');
}

test.each([
  ['no 基本情報', good.slice(1), 'workbook/no-required-tabs'],
  ['nothing at all', [], 'workbook/no-required-tabs'],
  ['no 圏域 in any workbook of the municipality', aWorkbook({ areas: null }), 'workbook/no-required-tabs'],
  ['a tab 圏域 without a row', aWorkbook({ areas: [] }), 'workbook/no-areas'],
  [
    'no municipality code',
    aWorkbook({ profile: aProfile({ municipalityCode: null }) }),
    'workbook/no-municipality-code',
  ],
  [
    'a wrong check digit',
    aWorkbook({ profile: aProfile({ municipalityCode: '162052' }) }),
    'workbook/no-municipality-code',
  ],
  [
    "another prefecture's name",
    aWorkbook({ profile: aProfile({ prefectureName: '石川県' }) }),
    'workbook/no-municipality-code',
  ],
  ['no office', aWorkbook({ profile: aProfile({ officeName: null }) }), 'workbook/no-office'],
])('a workbook with %s is held', async (_, contents, code) => {
  const ingestion = createIngestion();
  expect(
    await ingestion.run([
      { id: 'a', revision: '1', contents },
      { id: 'b', revision: '1', contents: [] },
    ]),
  ).toMatchObject({ held: 2 });
  expect((await ingestion.stateOf('a'))?.hold).toMatchObject({ code, since: '2024-07-10' });
  expect(await ingestion.ingestedOf('a')).toBeNull();
  expect(await reasonOf(ingestion, 'a')).not.toMatch(/\{|workbook\//);
});

test('a five-digit code is completed', async () => {
  const ingestion = createIngestion();
  await ingestion.run([
    { id: 'a', revision: '1', contents: aWorkbook({ profile: aProfile({ municipalityCode: 16205 }) }) },
  ]);
  expect((await ingestion.ingestedOf('a'))?.office).toMatchObject({
    municipality: '162051',
    prefecture: '16',
    prefectureName: '富山県',
  });
});

test('a held workbook keeps its last good figures, and says since when; once mended it is accepted', async () => {
  const ingestion = createIngestion();
  await ingestion.run([{ id: 'a', revision: '1', contents: good }]);
  const before = await ingestion.ingestedOf('a');
  const broken = { id: 'a', revision: '2', contents: [] };
  await ingestion.run([broken], '2024-07-11');
  await ingestion.run([{ ...broken, revision: '3' }], '2024-07-12');
  expect((await ingestion.stateOf('a'))?.hold?.since).toBe('2024-07-11');
  expect(await ingestion.ingestedOf('a')).toEqual(before);
  await ingestion.run([{ id: 'a', revision: '4', contents: good }], '2024-07-13');
  expect((await ingestion.stateOf('a'))?.hold).toBeNull();
});

test('one failing workbook never stops another; what may pass is tried again, a broken file only once it changes', async () => {
  const ingestion = createIngestion();
  const failing = (id: string, kind: 'busy' | 'forbidden' | 'broken') => ({
    id,
    revision: '1',
    contents: new WorkbookFailure({ kind, workbook: id, code: 'workbook/busy' }),
  });
  const workbooks = [
    failing('a', 'busy'),
    failing('b', 'forbidden'),
    failing('c', 'broken'),
    { id: 'd', revision: '1', contents: good },
  ];
  expect(await ingestion.run(workbooks)).toEqual({ accepted: 1, held: 3, unchanged: 0 });
  expect(await ingestion.run(workbooks)).toEqual({ accepted: 0, held: 2, unchanged: 2 });
});

test('a vanished workbook stays with its last good figures, held', async () => {
  const ingestion = createIngestion();
  const other = { id: 'b', revision: '1', contents: aWorkbook({ profile: aProfile({ officeName: '乙' }) }) };
  await ingestion.run([{ id: 'a', revision: '1', contents: good }, other]);
  expect(await ingestion.run([other])).toEqual({ accepted: 0, held: 0, unchanged: 1 });
  expect((await ingestion.stateOf('a'))?.hold).toMatchObject({ code: 'workbook/gone', facts: { file: 'a' } });
  expect((await ingestion.ingestedOf('a'))?.facts.cases).toHaveLength(1);
  expect(await ingestion.run([{ id: 'a', revision: '1', contents: good }, other])).toEqual({
    accepted: 1,
    held: 0,
    unchanged: 1,
  });
});

test('a renamed workbook takes the place of its old name, and its history goes on', async () => {
  const ingestion = createIngestion();
  await ingestion.run([{ id: 'a', revision: '1', contents: good }], '2024-07-08');
  await ingestion.run([{ id: 'a2', revision: '1', contents: good }], '2024-07-10');
  expect(await ingestion.stateOf('a')).toBeNull();
  expect((await ingestion.stateOf('a2'))?.hold).toBeNull();
  expect((await ingestion.stateOf('a2'))?.arrivals).toEqual([{ day: '2024-07-08', accepted: { '2024-05': 1 } }]);
});

test('of two workbooks of one office the later is held without figures; with different 対象年度 both count', async () => {
  const ingestion = createIngestion();
  const inYear = (fiscalYear: string | null, officeName = '架空社協') =>
    aWorkbook({ profile: aProfile({ fiscalYear, officeName }), meetings: [aMeeting({ heldOn: '2024/3/1' })] });
  const workbooks = [
    { id: 'a', revision: '1', contents: inYear('R5') },
    { id: 'b', revision: '1', contents: inYear('R6') },
    { id: 'c', revision: '1', contents: inYear('R5', '架空 社協') },
  ];
  expect(await ingestion.run(workbooks)).toEqual({ accepted: 2, held: 1, unchanged: 0 });
  expect(await ingestion.stateOf('c')).toMatchObject({
    ingested: null,
    hold: { code: 'workbook/same-office', facts: { file: 'c', other: 'a' } },
  });
  expect(await ingestion.run(workbooks)).toEqual({ accepted: 0, held: 0, unchanged: 3 });
  expect(await ingestion.run(workbooks.slice(1))).toEqual({ accepted: 1, held: 0, unchanged: 1 });
  expect((await ingestion.stateOf('c'))?.hold).toBeNull();
  expect(await ingestion.stateOf('a')).toBeNull();
});

test('a copy that comes before the workbook does not count the office twice', async () => {
  const ingestion = createIngestion();
  await ingestion.run([{ id: 'b', revision: '1', contents: good }]);
  const copied = [
    { id: 'a', revision: '1', contents: good },
    { id: 'b', revision: '1', contents: good },
  ];
  await ingestion.run(copied);
  expect([(await ingestion.stateOf('a'))?.hold?.code, (await ingestion.stateOf('b'))?.hold?.code]).toEqual([
    undefined,
    'workbook/same-office',
  ]);
  expect(await ingestion.ingestedOf('b')).toBeNull();
});

test('a bug in reading one workbook is held and logged, and the others are read', async () => {
  const ingestion = createIngestion();
  const impossible = [{ tab: '基本情報', id: '0', rows: null, merges: [] }] as never;
  const workbooks = [
    { id: 'a', revision: '1', contents: impossible },
    { id: 'b', revision: '1', contents: good },
  ];
  expect(await ingestion.run(workbooks)).toEqual({ accepted: 1, held: 1, unchanged: 0 });
  expect(await reasonOf(ingestion, 'a')).toContain('管理担当');
});

test('a day that was to come makes an unchanged workbook be read again on that day', async () => {
  const ingestion = createIngestion();
  const workbooks = [{ id: 'a', revision: '1', contents: aWorkbook({ cases: [aCase({ receivedOn: '2024/7/12' })] }) }];
  await ingestion.run(workbooks, '2024-07-10');
  expect((await ingestion.ingestedOf('a'))?.facts.cases).toEqual([]);
  expect(await ingestion.run(workbooks, '2024-07-11')).toMatchObject({ unchanged: 1 });
  expect(await ingestion.run(workbooks, '2024-07-12')).toMatchObject({ accepted: 1 });
  expect((await ingestion.ingestedOf('a'))?.facts.cases).toHaveLength(1);
});

test('arrivals tell when rows came: one entry a day, only where the counts changed', async () => {
  const ingestion = createIngestion();
  const rows = Array.from({ length: 3 }, () => aCase());
  const run = async (revision: string, count: number, day: string) =>
    await ingestion.run(
      [
        {
          id: 'a',
          revision,
          contents: aWorkbook({ cases: rows.slice(0, count), meetings: [aMeeting({ heldOn: '2024/6/3' })] }),
        },
      ],
      day,
    );
  await run('1', 1, '2024-06-05');
  await run('2', 1, '2024-06-06');
  await run('3', 2, '2024-06-07');
  await run('4', 3, '2024-06-07');
  expect((await ingestion.stateOf('a'))?.arrivals).toEqual([
    { day: '2024-06-05', accepted: { '2024-05': 1, '2024-06': 1 } },
    { day: '2024-06-07', accepted: { '2024-05': 3, '2024-06': 1 } },
  ]);
});

test('taken in twice, on whatever machine, the objects are the same bytes', async () => {
  const contents = aWorkbook({ cases: [aCase({ pathway: '？' }), aCase({ area: '〃' }), aCase()], areas: someAreas });
  const objects = await Promise.all(
    [createIngestion(), createIngestion()].map(async (ingestion) => {
      await ingestion.run([{ id: 'a', revision: '1', contents }]);
      return (await ingestion.stateOf('a'))?.ingested;
    }),
  );
  expect(objects[0]).toBe(objects[1]);
});

test('a replaced workbook is dropped only once the new one is accepted', async () => {
  const ingestion = createIngestion();
  await ingestion.run([{ id: 'a', revision: '1', contents: good }]);
  const lost = good.map((grid) => (grid.tab === '相談受付' ? { ...grid, rows: [['受付番号'], ['1']] } : grid));
  await ingestion.run([{ id: 'a2', revision: '1', contents: lost }]);
  expect((await ingestion.stateOf('a'))?.hold?.code).toBe('workbook/gone');
  expect((await ingestion.ingestedOf('a'))?.facts.cases).toHaveLength(1);
  await ingestion.run([{ id: 'a2', revision: '2', contents: good }]);
  expect(await ingestion.stateOf('a')).toBeNull();
});
