import { expect, test } from 'vitest';
import { findingsOf, takeIn } from '../../../builders/ingest.ts';
import { aCase, aGrid, aMeeting, aTotal, aWorkbook, type TypedRow } from '../../../builders/workbook.ts';

const withAliases = (aliases: readonly TypedRow[], cases: readonly TypedRow[] = []) => aWorkbook({ aliases, cases });
const word = (ownWord: string, standardWord: string, tab: string | null = null): TypedRow => ({
  kind: '値',
  tab,
  ownWord,
  standardWord,
});

test('an own word is read wherever its standard word belongs to the list of the column', () => {
  const grids = withAliases([word('町の人', '地域')], [aCase({ pathway: '町の人', handover1: '町の人' })]);
  expect(findingsOf(grids)).toEqual([]);
  expect(takeIn(grids).ingested.facts.cases).toMatchObject([{ pathway: 'P04', handovers: ['P04'] }]);
});

test('an own word holds for its シート only, and for every tab where that is blank', () => {
  const totals = [aTotal({ pathway: '町の人' })];
  const cases = [aCase({ pathway: '町の人' })];
  const check = (tab: string | null) => findingsOf(aWorkbook({ aliases: [word('町の人', 'P04', tab)], cases, totals }));
  expect(check(null)).toEqual([]);
  expect(check('相談受付')).toEqual(['choice/not-in-list 集計報告!E2']);
});

test('an own word of an area leads to the area, by its name or its code', () => {
  const cases = [aCase({ area: '山の手' }), aCase({ area: 'よそ' })];
  for (const standard of ['東山地区', 'E01']) {
    const grids = withAliases([word('山の手', standard), word('よそ', '市外')], cases);
    expect(findingsOf(grids)).toEqual([]);
    expect(takeIn(grids).ingested.facts.cases.map(({ area }) => area)).toEqual(['E01', null]);
  }
});

test('an own word goes before a standard one, with one notice where they disagree', () => {
  const grids = withAliases(
    [word('サロン', '社会福祉協議会', '相談受付')],
    [aCase({ pathway: 'サロン' }), aCase({ pathway: 'サロン' })],
  );
  expect(findingsOf(grids)).toEqual(['choice/own-word-first 相談受付!E2 +1']);
  expect(takeIn(grids).ingested.facts.cases).toMatchObject([{ pathway: 'P0508', count: 2 }]);
});

test('a standard word that does not exist is an error in 読替', () => {
  expect(findingsOf(withAliases([word('町の人', '地域の方々'), word('山の手', '北の谷')]))).toEqual([
    'alias/unknown-standard 読替!D2',
    'alias/unknown-standard 読替!D3',
  ]);
});

test('a standard word of another tab is unknown in the シート that is named', () => {
  expect(findingsOf(withAliases([word('つどい', '支援会議', '会議')]))).toEqual([]);
  expect(findingsOf(withAliases([word('つどい', '支援会議', '相談受付')]))).toEqual(['alias/unknown-standard 読替!D2']);
  expect(findingsOf(withAliases([word('つどい', '支援会議', '会議録')]))).toEqual(['alias/unknown-tab 読替!B2']);
});

test('of two standard words for one own word the first holds, and the second is an error', () => {
  const grids = withAliases([word('町の人', '地域'), word('町の人', '本人')], [aCase({ pathway: '町の人' })]);
  expect(findingsOf(grids)).toEqual(['alias/disagree 読替!C3']);
  expect(takeIn(grids).ingested.facts.cases).toMatchObject([{ pathway: 'P04' }]);
});

test('one own word may stand for words of different lists', () => {
  const aliases = [word('みんな', '地域', '相談受付'), word('みんな', '全域会議', '会議')];
  const grids = aWorkbook({ aliases, cases: [aCase({ pathway: 'みんな' })], meetings: [aMeeting({ kind: 'みんな' })] });
  expect(findingsOf(grids)).toEqual([]);
});

test('an own header is found, goes before the standard one, and a header that does not exist is an error', () => {
  const header = (ownWord: string, standardWord: string, tab: string | null = '相談受付'): TypedRow => ({
    kind: '列',
    tab,
    ownWord,
    standardWord,
  });
  const cases = aGrid('cases', [aCase({ pathway: '家族' })]);
  const renamed = { ...cases, rows: cases.rows.map((row) => row.map((cell) => (cell === '経路' ? 'どこから' : cell))) };
  const both = { ...cases, rows: cases.rows.map((row, index) => [...row, index === 0 ? 'どこから' : '本人']) };
  const alias = aGrid('aliases', [header('どこから', '経路')]);
  expect(takeIn([...aWorkbook(), renamed, alias]).ingested.facts.cases).toMatchObject([{ pathway: 'P02' }]);
  expect(takeIn([...aWorkbook(), both, alias]).ingested.facts.cases).toMatchObject([{ pathway: 'P01' }]);
  expect(findingsOf([...aWorkbook(), both, alias])).toEqual(['header/duplicate 相談受付!E1']);
  expect(findingsOf([...aWorkbook(), aGrid('aliases', [header('どこから', '道')])])).toEqual([
    'alias/unknown-standard 読替!D2',
  ]);
});

test('own words of 読替 may look like total rows', () => {
  expect(findingsOf(withAliases([word('計', '地域')]))).toEqual([]);
});
