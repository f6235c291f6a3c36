/** A row that names somebody is not taken in, its neighbours are, and nothing we keep or say repeats what stood there. 架空のデータ. */
import { expect, test } from 'vitest';
import { individualNumberCheckDigit } from '#sheets-schema';
import { createAnsweredRuns } from '../../../builders/answered-runs.ts';
import { findingsOf, takeIn } from '../../../builders/ingest.ts';
import { aCase, aGoal, aWorkbook, someAreas } from '../../../builders/workbook.ts';

test.each([
  ['handover1', '山田太郎さん', 'personal/name'],
  ['area', '佐藤様宅', 'personal/name'],
  ['pathway', '０９０－１２３４－５６７８', 'personal/phone-number'],
  ['receiptNumber', '山田花子', 'personal/name'],
  ['closedOn', 'S12.3.4生', 'personal/birth-date'],
  ['issues1', 'taro@example.jp', 'personal/email'],
  ['handover2', '架空市本町1-2-3', 'personal/address'],
  ['closingReason', '被保険者番号 0000123456', 'personal/insurance-number'],
])('%s with %s: the row is refused, and its neighbours count', (column, typed, code) => {
  const { ingested, rows } = takeIn(aWorkbook({ cases: [aCase(), aCase({ [column]: typed }), aCase()] }));
  expect(ingested.findings.map((finding) => [finding.code, finding.row, finding.typed])).toContainEqual([
    code,
    3,
    null,
  ]);
  expect(rows.cases.map(({ row }) => row)).toEqual([2, 4]);
  expect(JSON.stringify([ingested, rows])).not.toContain(typed);
});

test('a goal in the words of a person is not kept, nor an area or an own word', () => {
  const { ingested } = takeIn(
    aWorkbook({
      areas: [...someAreas, { code: 'E03', name: '鈴木一郎さん宅', kind: '地区', parents: 'Z' }],
      goals: [aGoal({ goalText: '山田さんの支援を続ける' }), aGoal({ measure: '佐藤花子様の訪問回数', goalValue: 12 })],
      aliases: [{ kind: '値', ownWord: '高橋さんから', standardWord: '本人' }],
    }),
  );
  expect(ingested.goals).toEqual([]);
  expect(JSON.stringify(ingested)).not.toMatch(/鈴木|山田|佐藤|高橋/);
  expect(ingested.findings.filter(({ code }) => code === 'personal/name').map(({ tab }) => tab)).toEqual([
    '圏域',
    '成果目標',
    '成果目標',
    '読替',
  ]);
});

test('備考 is nobody’s but the office’s: whatever stands there, the row counts', () => {
  const cases = [aCase({ note: '山田太郎様 090-1234-5678', desk: '佐藤さん' })];
  expect(findingsOf(aWorkbook({ cases }))).toEqual([]);
});

test('an office’s own name, and where it can be reached, are no client’s', () => {
  const { ingested } = takeIn(aWorkbook({ cases: [aCase({ area: '東山地区' })] }));
  expect(ingested.findings).toEqual([]);
});

const numbered = (index: number) => `5501${String(2_024_0000 + index).padStart(8, '0')}`;
const isValid = (digits: string) => individualNumberCheckDigit(digits.slice(0, 11)) === Number(digits[11]);

test('where cases are numbered with twelve digits, those that happen to have a check digit count too', () => {
  const numbers = Array.from({ length: 60 }, (_, index) => numbered(index));
  expect(numbers.some(isValid)).toBe(true);
  const { ingested } = takeIn(aWorkbook({ cases: numbers.map((receiptNumber) => aCase({ receiptNumber })) }));
  expect(ingested.findings).toEqual([]);
});

test('nor does it matter how such numbers are divided', () => {
  const numbers = Array.from({ length: 60 }, (_, index) => numbered(index).replace(/(....)(....)(....)/, '$1.$2/$3'));
  const { ingested } = takeIn(aWorkbook({ cases: numbers.map((receiptNumber) => aCase({ receiptNumber })) }));
  expect(ingested.findings).toEqual([]);
});

test('an individual number among them is refused all the same, and so is one by itself', () => {
  const numbers = [...Array.from({ length: 20 }, (_, index) => numbered(index)), '123456789018'];
  const findings = findingsOf(aWorkbook({ cases: numbers.map((receiptNumber) => aCase({ receiptNumber })) }));
  expect(findings).toEqual(['row/personal-number 相談受付!A22']);
  expect(findingsOf(aWorkbook({ cases: [aCase({ receiptNumber: '123456789018' })] }))).toEqual([
    'row/personal-number 相談受付!A2',
  ]);
});

test('チェック結果 says which cell and why, and does not show it', async () => {
  const runs = createAnsweredRuns({ a: aWorkbook({ cases: [aCase(), aCase({ handover1: '山田太郎さん' })] }) });
  await runs.run();
  const line = runs.answerIn('a')?.find((row) => String(row[0]).includes('相談受付'));
  expect([line?.[0], line?.[3], line?.[4]]).toEqual([
    '相談受付 P3',
    '（表示しません）',
    'つなぎ先1に人の名前のようなものがあります。この行は取り込んでいません。',
  ]);
  expect(JSON.stringify(await runs.ingestedOf('a'))).not.toContain('山田');
});
