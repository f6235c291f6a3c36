/** What is said of a registered workbook that cannot be read or written in. */
import { describe, expect, test } from 'vitest';
import type { MunicipalityCode, WorkbookId } from '#functions/domain/codes.ts';
import { checkRegistered, type LastReading } from '#functions/plan/registry-check.ts';
import { describeFailure } from '#sheets-schema';

const municipality = '162051' as MunicipalityCode;
const spreadsheet = { place: { kind: 'spreadsheet', id: 'himi' as WorkbookId }, municipality } as const;
const file = { place: { kind: 'file', id: 'himi.xlsx' as WorkbookId, path: 'himi.xlsx' }, municipality } as const;
const shared = { kind: 'spreadsheet', isTrashed: false, isSpreadsheet: true, canEdit: true } as const;
const account = 'kasanari@example.jp';
const fine: LastReading = { municipality, hold: null, answerTrouble: null };

const check = (
  workbook: Parameters<typeof checkRegistered>[0],
  about: Partial<Parameters<typeof checkRegistered>[1]>,
) =>
  checkRegistered(workbook, { atHand: null, last: null, account, hasFeedback: true, ...about }).map(({ code }) => code);

describe('a spreadsheet', () => {
  test.each<[string, Parameters<typeof check>[1], readonly string[]]>([
    ['shared as editor', { atHand: shared }, []],
    ['not shared', {}, ['registration/not-shared']],
    ['shared for viewing', { atHand: { ...shared, canEdit: false } }, ['registration/view-only']],
    ['shared for viewing, without feedback', { atHand: { ...shared, canEdit: false }, hasFeedback: false }, []],
    ['in the bin', { atHand: { ...shared, isTrashed: true } }, ['registration/trashed']],
    ['an .xlsx in Drive', { atHand: { ...shared, isSpreadsheet: false } }, ['registration/not-google']],
    ['read without trouble', { atHand: shared, last: fine }, []],
    [
      'of another municipality when last read',
      { atHand: shared, last: { ...fine, municipality: '163210' as MunicipalityCode } },
      ['registration/other-municipality'],
    ],
    [
      'held for what stands in it',
      { atHand: shared, last: { ...fine, hold: { code: 'workbook/no-office', facts: {} } } },
      ['workbook/no-office'],
    ],
    [
      'held since it was not shared then, and shared now',
      { atHand: shared, last: { ...fine, hold: { code: 'google/forbidden', facts: {} } } },
      [],
    ],
    [
      'not shared now, and held before',
      { last: { ...fine, hold: { code: 'workbook/no-office', facts: {} } } },
      ['registration/not-shared'],
    ],
    ['not shared, our address unknown', { account: null }, ['google/forbidden']],
    [
      'for viewing, our address unknown',
      { atHand: { ...shared, canEdit: false }, account: null },
      ['google/read-only'],
    ],
  ])('%s', (_, about, codes) => {
    expect(check(spreadsheet, about)).toEqual(codes);
  });
});

describe('a file', () => {
  test.each<[NonNullable<Parameters<typeof checkRegistered>[1]['atHand']>['kind'] | null, readonly string[]]>([
    ['excel', []],
    ['csv', []],
    ['forbidden', ['registration/unreadable-file']],
    ['csv-loose', ['file/csv-loose']],
    ['old-excel', ['file/old-excel']],
    ['unknown', ['file/unsupported-type']],
    [null, ['registration/no-file']],
  ])('%s', (kind, codes) => {
    const atHand = kind === null || kind === 'spreadsheet' ? null : { kind };
    expect(check(file, { atHand, account: null })).toEqual(codes);
  });
});

test('the sentence names the address to share with', () => {
  const [remark] = checkRegistered(spreadsheet, { atHand: null, last: null, account, hasFeedback: true });
  expect(describeFailure(remark?.code ?? '', remark?.facts ?? {}, 'ja')).toBe(
    '共有されていません。共有の設定に kasanari@example.jp を編集者として足してください。',
  );
});
