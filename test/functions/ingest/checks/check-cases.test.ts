import { expect, test } from 'vitest';
import { describeFinding } from '#sheets-schema';
import { findingsOf, takeIn } from '../../../builders/ingest.ts';
import { aCase, anAction, aProfile, aWorkbook, someAreas, type TypedRow } from '../../../builders/workbook.ts';

const found = (cases: readonly TypedRow[], day?: string) => findingsOf(aWorkbook({ cases }), day);
const isCompound = (row: TypedRow) => takeIn(aWorkbook({ cases: [aCase(row)] })).ingested.facts.cases[0]?.isCompound;

test('the day of the run is fine as 受付日, the day after it is an error', () => {
  expect(found([aCase({ receivedOn: '2024/7/10' })])).toEqual([]);
  expect(found([aCase({ receivedOn: '2024/7/11' })])).toEqual(['date/future 相談受付!B2']);
});

test('2000-04-01 is fine as 受付日, the day before is an error', () => {
  expect(found([aCase({ receivedOn: '2000/4/1' })])).toEqual([]);
  expect(found([aCase({ receivedOn: '2000/3/31' })])).toEqual(['date/too-early 相談受付!B2']);
});

test('a day still to come is read again on that day', () => {
  const grids = aWorkbook({
    cases: [
      aCase({ receivedOn: '2024/8/1' }),
      aCase({ closedOn: '2024/7/20' }),
      aCase({ pathway: null, receivedOn: '2024/9/1' }),
    ],
  });
  expect(takeIn(grids).recheckOn).toBe('2024-07-20');
  expect(takeIn(grids, '2024-08-01').recheckOn).toBe('2024-09-01');
  expect(takeIn(grids, '2024-09-01').recheckOn).toBeNull();
});

test('終結日 on 受付日 is fine, before it is an error of 終結日 and the case counts as open', () => {
  expect(found([aCase({ receivedOn: '2024/5/10', closedOn: '2024/5/10' })])).toEqual([]);
  const cases = [aCase({ receivedOn: '2024/5/10', closedOn: '2024/5/9' })];
  expect(found(cases)).toEqual(['case/closed-before-received 相談受付!R2']);
  expect(takeIn(aWorkbook({ cases })).ingested.facts.cases).toMatchObject([{ closed: null, count: 1 }]);
});

test('rows that share a 受付番号 are all errors, exact copies and refused rows too, and each names the others', () => {
  const twin = aCase({ receiptNumber: 'R6-0112' });
  const cases = [
    twin,
    aCase(),
    twin,
    aCase({ receiptNumber: 'Ｒ６－０１１２', receivedOn: '2024/6/1', pathway: null }),
  ];
  expect(found(cases)).toEqual([
    'case/duplicate-number 相談受付!A2 +2',
    'case/duplicate-number 相談受付!A4 +2',
    'cell/required-or-unknown 相談受付!E5',
  ]);
  const [first] = takeIn(aWorkbook({ cases })).ingested.findings;
  expect(first === undefined ? '' : describeFinding(first, 'ja')).toBe(
    '受付番号 R6-0112 が2行目、4行目、5行目にあります。どれも数えていません。番号を分けてください。',
  );
});

test('numbers that restart every April are errors whose sentence says how to add the year', () => {
  const cases = [
    aCase({ receiptNumber: '0001', receivedOn: '2024/3/31' }),
    aCase({ receiptNumber: '0001', receivedOn: '2024/4/1' }),
  ];
  expect(takeIn(aWorkbook({ cases })).ingested.findings.map(({ code, suggestion }) => [code, suggestion])).toEqual([
    ['case/number-restarts', 'R5-0001'],
    ['case/number-restarts', 'R6-0001'],
  ]);
});

test('圏域 is found by name, by code, in any width and case', () => {
  for (const area of ['東山地区', 'E01', 'ｅ０１', ' 東山 地区 ']) expect(found([aCase({ area })])).toEqual([]);
});

test.each(['不明', '未集計', '市外', '町外', '村外', '住所不定'])('圏域 %s counts at the root only', (area) => {
  const cases = [aCase({ area })];
  expect(found(cases)).toEqual([]);
  expect(takeIn(aWorkbook({ cases })).ingested.facts.cases).toMatchObject([{ area: null, count: 1 }]);
});

test('the municipality itself is the root: by name, by its row or by its code', () => {
  for (const area of ['氷見市', '氷見市全域', 'Z', '162051']) {
    expect(takeIn(aWorkbook({ cases: [aCase({ area })] })).ingested.facts.cases).toMatchObject([{ area: null }]);
  }
});

test('圏域 that is not registered is an error, with the name that is near', () => {
  const cases = [aCase({ area: '東山町' }), aCase({ area: '南の谷' })];
  expect(takeIn(aWorkbook({ cases })).ingested.findings.map((finding) => describeFinding(finding, 'ja'))).toEqual([
    '圏域「東山町」が登録にありません。「東山地区」なら直すか、「読替」に書いてください。',
    '圏域「南の谷」が登録にありません。「圏域」に足すか、「読替」に書いてください。',
  ]);
});

test('有効終了日 is inclusive, and an ended area names its successor', () => {
  const areas = [
    ...someAreas,
    { code: 'E03', name: '旧町', kind: '地区', parents: 'Z', validUntil: '2024/3/31', successor: 'E04' },
    { code: 'E04', name: '新町', kind: '地区', parents: 'Z', validFrom: '2024/4/1' },
  ];
  const on = (receivedOn: string, area: string) =>
    takeIn(aWorkbook({ areas, cases: [aCase({ receivedOn, area })] })).ingested;
  expect(on('2024/3/31', '旧町').facts.cases).toMatchObject([{ area: 'E03' }]);
  expect(on('2024/4/1', '旧町').findings).toMatchObject([{ code: 'area/succeeded', suggestion: '新町', cell: 'D2' }]);
  expect(on('2024/4/1', '新町').facts.cases).toMatchObject([{ area: 'E04' }]);
  expect(on('2024/3/31', '新町').findings).toMatchObject([{ code: 'area/not-valid', suggestion: null }]);
});

test('a name borne by two areas is an error: use the code; borne one after the other, the day decides', () => {
  const twice = (first: TypedRow, second: TypedRow) => [
    ...someAreas,
    { code: 'E03', name: '緑町', kind: '地区', parents: 'Z', ...first },
    { code: 'E04', name: '緑町', kind: '地区', parents: 'Z', ...second },
  ];
  const cases = [aCase({ area: '緑町' })];
  expect(findingsOf(aWorkbook({ areas: twice({}, {}), cases }))).toEqual([
    'area/shared-name 圏域!B5',
    'area/shared-name 圏域!B6',
    'area/ambiguous 相談受付!D2',
  ]);
  expect(findingsOf(aWorkbook({ areas: twice({}, {}), cases: [aCase({ area: 'E04' })] }))).toHaveLength(2);
  const areas = twice({ validUntil: '2024/3/31' }, { validFrom: '2024/4/1' });
  expect(findingsOf(aWorkbook({ areas, cases }))).toEqual([]);
  expect(takeIn(aWorkbook({ areas, cases })).ingested.facts.cases).toMatchObject([{ area: 'E04' }]);
});

test.each<[TypedRow, boolean]>([
  [{ targets1: '高齢者' }, false],
  [{ targets1: '高齢者', targets2: '生活困窮' }, true],
  [{ targets1: '高齢者、生活困窮' }, true],
  [{ targets1: '高齢者', targets2: '高齢' }, false],
  [{ targets1: '高齢者', targets2: '不明' }, false],
  [{ targets1: '高齢者', targets2: 'その他' }, true],
  [{ targets1: '障害者', targets2: '精神障害' }, false],
  [{ targets1: '知的障害', targets2: '精神障害' }, true],
  [{ targets1: '障害者', targets2: '知的障害', targets3: '精神障害' }, true],
  [{ targets1: '高齢者', issues1: '介護' }, false],
  [{ targets1: '高齢者', issues1: '介護', issues2: '認知症' }, true],
  [{ targets1: '高齢者', issues1: '介護', issues2: '不明' }, false],
  [{ targets1: '高齢者', compound: '有' }, true],
  [{ targets1: '高齢者、生活困窮', compound: '無' }, false],
  [{ targets1: '高齢者、生活困窮', compound: 'なし' }, false],
  [{ targets1: '高齢者、生活困窮', compound: '-' }, true],
])('%j is compound: %s', (row, expected) => {
  expect(isCompound(row)).toBe(expected);
});

test('each つなぎ先 is kept, the same twice too; a word of no list counts as その他 with a notice and is not kept', () => {
  const cases = [aCase({ handover1: '包括、病院', handover2: '病院' }), aCase({ handover1: '架空商店' })];
  const { ingested } = takeIn(aWorkbook({ cases }));
  expect(ingested.facts.cases.map(({ handovers }) => handovers)).toEqual([['P0501', 'P0505', 'P0505'], ['P08']]);
  expect(ingested.findings.map(({ code, severity, typed }) => [code, severity, typed])).toEqual([
    ['choice/counted-as-other', 'notice', null],
  ]);
  expect(JSON.stringify(ingested)).not.toContain('架空商店');
});

test('with 対象年度 earlier receptions are carried over, later ones are errors, and actions of other years too', () => {
  const grids = aWorkbook({
    profile: aProfile({ fiscalYear: '令和5年度' }),
    cases: [
      aCase({ receiptNumber: '1', receivedOn: '2023/3/31' }),
      aCase({ receiptNumber: '2', receivedOn: '2023/4/1' }),
      aCase({ receiptNumber: '3', receivedOn: '2024/3/31' }),
      aCase({ receiptNumber: '4', receivedOn: '2024/4/1' }),
    ],
    actions: [
      anAction({ receiptNumber: '1', actedOn: '2023/3/31' }),
      anAction({ receiptNumber: '1', actedOn: '2023/4/1' }),
      anAction({ receiptNumber: '3', actedOn: '2024/4/1' }),
    ],
  });
  expect(findingsOf(grids)).toEqual([
    'date/outside-year 相談受付!B5',
    'reporting/zero-months 相談受付!',
    'date/outside-year 支援記録!A2',
    'date/outside-year 支援記録!A4',
  ]);
  const { facts } = takeIn(grids).ingested;
  expect(facts.cases.map(({ received, isCarriedOver }) => [received, isCarriedOver])).toEqual([
    ['2023-03', true],
    ['2023-04', false],
    ['2024-03', false],
  ]);
  expect(facts.actions).toMatchObject([{ month: '2023-04', count: 1 }]);
});
