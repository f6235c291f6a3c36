import { expect, test } from 'vitest';
import { createIngestion, findingsOf, takeIn } from '../../../builders/ingest.ts';
import { aCase, aProfile, aWorkbook, someAreas, type TypedRow } from '../../../builders/workbook.ts';

const found = (areas: readonly TypedRow[], cases: readonly TypedRow[] = []) => findingsOf(aWorkbook({ areas, cases }));
const codes = (areas: readonly TypedRow[]) => takeIn(aWorkbook({ areas })).ingested.areas.map(({ code }) => code);
const area = (code: string, changes: TypedRow = {}): TypedRow => ({
  code,
  name: `${code}地区`,
  kind: '地区',
  parents: 'Z',
  ...changes,
});

test('an area without a parent beside the municipality is an error, and so are cases in it', () => {
  expect(found([...someAreas, area('E03', { parents: null })], [aCase({ area: 'E03' }), aCase()])).toEqual([
    'area/second-root 圏域!D5',
    'area/refused 相談受付!D2',
  ]);
});

test('of two areas without a parent the one with areas below it is the root; where nothing decides, none is', () => {
  const two = [area('A', { parents: null }), area('B', { parents: null })];
  expect(found([...two, area('C', { parents: 'B' })])).toEqual(['area/second-root 圏域!D2']);
  expect(found(two)).toEqual(['area/second-root 圏域!D2', 'area/second-root 圏域!D3']);
});

test('an orphan is an error, and what hangs below it too; a second parent that does not exist costs the cell only', () => {
  const areas = [
    ...someAreas,
    area('E03', { parents: 'X' }),
    area('E04', { parents: 'E03' }),
    area('E05', { parents: 'Z、X' }),
  ];
  expect(found(areas)).toEqual(['area/orphan 圏域!D5', 'area/orphan 圏域!D6', 'area/orphan 圏域!D7']);
  expect(codes(areas)).toEqual(['E01', 'E02', 'E05', 'Z']);
});

test('a code that leads nowhere is quoted as it was typed', () => {
  const areas = [...someAreas, area('E03', { parents: 'Ｎ９ ' }), area('E04', { successor: 'n-８' })];
  const { findings } = takeIn(aWorkbook({ areas })).ingested;
  expect(findings.map(({ code, cell, typed }) => [code, cell, typed])).toEqual([
    ['area/orphan', 'D5', 'Ｎ９'],
    ['area/unknown-successor', 'L6', 'n-８'],
  ]);
});

test('members of a cycle are errors', () => {
  const areas = [
    ...someAreas,
    area('A', { parents: 'B' }),
    area('B', { parents: 'C' }),
    area('C', { parents: 'A' }),
    area('D', { parents: 'D' }),
  ];
  expect(found(areas)).toEqual([
    'area/cycle 圏域!D5',
    'area/cycle 圏域!D6',
    'area/cycle 圏域!D7',
    'area/cycle 圏域!D8',
  ]);
  expect(codes(areas)).toEqual(['E01', 'E02', 'Z']);
});

test('parents may be several, of parallel divisions, in any spelling, by code or by name', () => {
  const areas = [
    ...someAreas,
    area('W1', { kind: '方部' }),
    area('S1', { parents: 'ｅ０１、W1' }),
    area('S2', { parents: '東山地区' }),
  ];
  expect(found(areas)).toEqual([]);
  expect(takeIn(aWorkbook({ areas })).ingested.areas.map(({ code, parents }) => [code, parents])).toEqual([
    ['E01', ['Z']],
    ['E02', ['Z']],
    ['S1', ['E01', 'W1']],
    ['S2', ['E01']],
    ['W1', ['Z']],
    ['Z', []],
  ]);
});

test('rows of one code are editions of its population; what contradicts itself is an error in each row', () => {
  const e03 = (changes: TypedRow) => area('E03', changes);
  const editions = [e03({ inhabitants: '1,200人', asOf: 'H31.4.1' }), e03({ inhabitants: 1180, asOf: 'R2.4.1' })];
  const populations = (rows: readonly TypedRow[]) =>
    takeIn(aWorkbook({ areas: [...someAreas, ...rows] })).ingested.areas.find(({ code }) => code === 'E03')
      ?.populations;
  const none = { households: null, elderly: null, children: null };
  expect(populations(editions.toReversed())).toEqual([
    { asOf: '2019-04-01', inhabitants: 1200, ...none },
    { asOf: '2020-04-01', inhabitants: 1180, ...none },
  ]);
  expect(found([...someAreas, ...editions, e03({ inhabitants: 1180, asOf: 'R2.4.1' })])).toEqual([]);
  expect(found([...someAreas, ...editions, e03({ inhabitants: 1181, asOf: 'R2.4.1' })])).toEqual([
    'area/population-twice 圏域!I6 +1',
    'area/population-twice 圏域!I7 +1',
  ]);
  expect(found([...someAreas, e03({}), e03({ name: '別の名' })])).toEqual([
    'area/duplicate 圏域!B5 +1',
    'area/duplicate 圏域!B6 +1',
  ]);
});

test('有効終了日 before 有効開始日 is an error of the cell, on the same day it is not', () => {
  const ending = (validUntil: string) => [...someAreas, area('E03', { validFrom: '2020/4/1', validUntil })];
  expect(found(ending('2020/4/1'))).toEqual([]);
  expect(found(ending('2020/3/31'))).toEqual(['area/ends-before-start 圏域!K5']);
});

const office = (officeName: string, areas: readonly TypedRow[] | null, cases: readonly TypedRow[] = []) =>
  aWorkbook({ profile: aProfile({ officeName }), areas, cases });

test('the tree is united over the workbooks of a municipality; where two differ the first wins and the other gets a notice', async () => {
  const ingestion = createIngestion();
  const later = [someAreas[0] ?? {}, area('e01', { name: '東山' }), area('E09', { parents: 'E02' })];
  const workbooks = [
    { id: 'a', revision: '1', contents: office('甲', someAreas, [aCase({ area: 'E09' })]) },
    { id: 'b', revision: '1', contents: office('乙', later, [aCase({ area: '東山' }), aCase({ area: '東山地区' })]) },
    { id: 'c', revision: '1', contents: office('丙', null, [aCase({ area: 'E09' })]) },
  ];
  expect(await ingestion.run(workbooks)).toEqual({ accepted: 3, held: 0, unchanged: 0 });
  expect((await ingestion.ingestedOf('a'))?.findings).toEqual([]);
  const b = await ingestion.ingestedOf('b');
  expect(b?.findings.map(({ code, cell }) => [code, cell])).toEqual([['area/stated-differently', 'A3']]);
  expect(b?.facts.cases.map(({ area: where, count }) => [where, count])).toEqual([['E01', 2]]);
  expect(b?.areas.map(({ code, parents }) => [code, parents])).toEqual([
    ['E01', ['Z']],
    ['E09', ['E02']],
    ['Z', []],
  ]);
  expect((await ingestion.ingestedOf('c'))?.facts.cases).toMatchObject([{ area: 'E09' }]);
});

test('when the areas change, the other workbooks of the municipality are read again, and only they', async () => {
  const ingestion = createIngestion();
  const b = { id: 'b', revision: '1', contents: office('乙', [someAreas[0] ?? {}], [aCase({ area: 'E03' })]) };
  const elsewhere = {
    id: 'x',
    revision: '1',
    contents: aWorkbook({ profile: aProfile({ municipalityCode: '162019', municipalityName: '富山市' }) }),
  };
  const a = (revision: string, areas: readonly TypedRow[]) => ({ id: 'a', revision, contents: office('甲', areas) });
  await ingestion.run([a('1', someAreas), b, elsewhere]);
  expect((await ingestion.ingestedOf('b'))?.facts.cases).toEqual([]);
  expect(await ingestion.run([a('2', [...someAreas, area('E03')]), b, elsewhere])).toEqual({
    accepted: 2,
    held: 0,
    unchanged: 1,
  });
  expect((await ingestion.ingestedOf('b'))?.facts.cases).toMatchObject([{ area: 'E03' }]);
  expect((await ingestion.ingestedOf('b'))?.findings).toEqual([]);
  expect(await ingestion.run([a('2', [...someAreas, area('E03')]), b, elsewhere])).toEqual({
    accepted: 0,
    held: 0,
    unchanged: 3,
  });
});

test('an area whose parent only another workbook states comes back as soon as it is stated', async () => {
  const ingestion = createIngestion();
  const b = {
    id: 'b',
    revision: '1',
    contents: office('乙', [someAreas[0] ?? {}, area('S1', { parents: 'E03' })], [aCase({ area: 'S1' })]),
  };
  const a = (revision: string, areas: readonly TypedRow[]) => ({ id: 'a', revision, contents: office('甲', areas) });
  await ingestion.run([a('1', someAreas), b]);
  expect((await ingestion.ingestedOf('b'))?.refusedAreas.map(({ code }) => code)).toEqual(['S1']);
  await ingestion.run([a('2', [...someAreas, area('E03')]), b]);
  expect((await ingestion.ingestedOf('b'))?.refusedAreas).toEqual([]);
  expect((await ingestion.ingestedOf('b'))?.facts.cases).toMatchObject([{ area: 'S1' }]);
});
