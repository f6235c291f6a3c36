import { describe, expect, test } from 'vitest';
import type { ReportState } from '#functions/domain/reporting.ts';
import { extremeness, findRecord, findSilence, findUnusual } from '#functions/domain/signals.ts';

/** Months of one office; `null` is unreported. */
const oneOffice = (counts: readonly (number | null)[]) => ({ counts, reporters: counts.map(() => '0') });
const times = (count: number | null, months: number): (number | null)[] => Array.from({ length: months }, () => count);

describe('an unusual month', () => {
  test('31 after two years of 10 a month: expected 10, at most 21', () => {
    expect(findUnusual(oneOffice([...times(10, 24), 31]), 24)).toEqual({ value: 31, expected: 10, low: 2, high: 21 });
    expect(findUnusual(oneOffice([...times(10, 24), 21]), 24)).toBeNull();
  });

  test('a month that was not reported is never unusual, and no month is measured by it', () => {
    expect(findUnusual(oneOffice([...times(30, 24), null]), 24)).toBeNull();
    expect(findUnusual(oneOffice([...times(null, 12), ...times(10, 12), 31]), 24)?.expected).toBe(10);
  });

  test('eleven months before prove nothing, twelve do; older ones than 24 are left out', () => {
    expect(findUnusual(oneOffice([...times(10, 11), 99]), 11)).toBeNull();
    expect(findUnusual(oneOffice([...times(10, 12), 99]), 12)?.value).toBe(99);
    expect(findUnusual(oneOffice([...times(500, 12), ...times(10, 24), 99]), 36)?.expected).toBe(10);
  });

  test('an office that joins is no rise, one that is late is no fall', () => {
    const counts = [...times(10, 24), 40];
    expect(findUnusual({ counts, reporters: [...Array<string>(24).fill('0'), '0,1'] }, 24)).toBeNull();
    const late = [...times(40, 24), 10];
    expect(findUnusual({ counts: late, reporters: [...Array<string>(24).fill('0,1'), '0'] }, 24)).toBeNull();
  });

  test('the further beyond its limit, the more telling', () => {
    const limits = { expected: 10, low: 2, high: 21 };
    expect([21, 32, 2, 0].map((value) => extremeness({ value, ...limits }))).toEqual([1, 2, 1, 1.25]);
  });
});

describe('a record', () => {
  test('the most of 13 reported months, alone', () => {
    expect(findRecord(oneOffice([...times(10, 12), 12]), 12)).toEqual({ value: 12, side: 'most', months: 13 });
    expect(findRecord(oneOffice([...times(10, 12), 10]), 12)).toBeNull();
    expect(findRecord(oneOffice([12, ...times(null, 5), ...times(10, 11), 12]), 17)).toBeNull();
  });

  test('twelve reported months are enough, eleven are not', () => {
    expect(findRecord(oneOffice([...times(10, 11), 12]), 11)?.months).toBe(12);
    expect(findRecord(oneOffice([...times(10, 10), 12]), 10)).toBeNull();
  });

  test('the least is told where five and more are usual', () => {
    expect(findRecord(oneOffice([...times(6, 12), 3]), 12)).toEqual({ value: 3, side: 'least', months: 13 });
    expect(findRecord(oneOffice([...times(4, 12), 0]), 12)).toBeNull();
    expect(findRecord(oneOffice([...times(1, 12), 4]), 12)).toBeNull();
  });
});

describe('a silence', () => {
  const states = (text: string): ReportState[] =>
    [...text].map((sign) =>
      sign === '●' ? 'reported' : sign === '0' ? 'zero' : sign === '・' ? 'not-due' : 'unreported',
    );

  test.each([
    ['two months are none', '●●●●……', 6, null],
    ['three months are one', '●●●●………', 7, { since: 4, months: 3 }],
    ['it goes on into a year without a report', '●●●●・・・・', 8, { since: 4, months: 4 }],
    ['and beyond the last year with data', '●●●●', 9, { since: 4, months: 5 }],
    ['a tab that was never used is not silent', '・・・・・・', 6, null],
    ['a meeting every quarter is not silent after two months', '●00●00●00●……', 12, null],
    ['but after three', '●00●00●00●………', 13, { since: 10, months: 3 }],
    ['one every half year is not', '●00000●00000●…………', 17, null],
  ])('%s', (_, signs, runMonth, silence) => {
    expect(findSilence(states(signs), runMonth)).toEqual(silence);
  });
});
