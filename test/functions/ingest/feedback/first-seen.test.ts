import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '#sheets-schema';
import type { Day } from '../../../../functions/domain/codes.ts';
import { carryFirstSeen, type FirstSeen, mostRemembered } from '../../../../functions/ingest/feedback/first-seen.ts';
import { createFinding } from '../../../../functions/ingest/findings/create-finding.ts';

const march = '2024-03-01' as Day;
const april = '2024-04-01' as Day;
const may = '2024-05-01' as Day;

/** A date without a year in a row of 相談受付. */
function finding(row: number, typed: string | null = '11/5', change: Partial<Finding> = {}): Finding {
  const place = { tab: '相談受付', row, header: '受付日', cell: `B${row}` };
  return { ...createFinding(place, { code: 'date/without-year', typed }), ...change };
}

function seen(...days: readonly (readonly [row: number, day: Day, typed?: string])[]): FirstSeen {
  return {
    format: 1,
    findings: days.map(([row, day, typed = '11/5']) => ({
      code: 'date/without-year',
      tab: '相談受付',
      row,
      header: '受付日',
      typed,
      day,
    })),
  };
}

describe('the day on which a finding was first seen', () => {
  test('is today for what was not there before', () => {
    expect(carryFirstSeen(null, [finding(3), finding(2)], may)).toEqual(seen([2, may], [3, may]));
  });

  test('stays while it is open', () => {
    expect(carryFirstSeen(seen([2, march]), [finding(2)], may)).toEqual(seen([2, march]));
  });

  test('stays when its row is moved', () => {
    expect(carryFirstSeen(seen([2, march]), [finding(900)], may)).toEqual(seen([900, march]));
  });

  test('stays when its tab is renamed', () => {
    const before = seen([2, march], [3, april, 'x']);
    const renamed = { tab: 'ケース一覧' };
    const inNewNames = (row: number, typed?: string) => finding(row, typed, renamed);
    expect(carryFirstSeen(before, [inNewNames(3), inNewNames(4, 'x')], may).findings).toEqual([
      { ...seen([3, march]).findings[0], ...renamed },
      { ...seen([4, april, 'x']).findings[0], ...renamed },
    ]);
  });

  test('is today for the same mistake in another tab that was there before', () => {
    const elsewhere = seen([9, april, 'x']).findings.map((one) => ({ ...one, tab: '支援記録' }));
    const before: FirstSeen = { format: 1, findings: [...seen([2, march]).findings, ...elsewhere] };
    const now = [finding(9, 'x'), finding(2, '11/5', { tab: '支援記録' })];
    expect(carryFirstSeen(before, now, may).findings.map(({ day }) => day)).toEqual([may, may]);
  });

  test('stays when rows are sorted', () => {
    const before = seen([2, march, 'a'], [3, april, 'b'], [4, may, 'c']);
    expect(carryFirstSeen(before, [finding(2, 'c'), finding(3, 'a'), finding(4, 'b')], may)).toEqual(
      seen([2, may, 'c'], [3, march, 'a'], [4, april, 'b']),
    );
  });

  test('stays with each of two equal ones when a row is inserted above both', () => {
    expect(carryFirstSeen(seen([12, march], [13, april]), [finding(13), finding(14)], may)).toEqual(
      seen([13, march], [14, april]),
    );
  });

  test('stays with each of them when a row is inserted between', () => {
    const before = seen([5, march, 'x'], [12, march], [13, april], [20, april, 'y'], [21, april, 'z']);
    const findings = [finding(5, 'x'), finding(12), finding(14), finding(21, 'y'), finding(22, 'z')];
    expect(carryFirstSeen(before, findings, may).findings.map(({ row, day }) => [row, day])).toEqual([
      [5, march],
      [12, march],
      [14, april],
      [21, april],
      [22, april],
    ]);
  });

  test('stays with the other of two equal ones when one is mended', () => {
    const before = seen([12, march], [40, april]);
    expect(carryFirstSeen(before, [finding(40)], may)).toEqual(seen([40, april]));
    expect(carryFirstSeen(before, [finding(12)], may)).toEqual(seen([12, march]));
  });

  test('stays with the other one also when a row was inserted above at the same time', () => {
    const before = seen([12, march], [40, april], [50, april, 'b']);
    expect(carryFirstSeen(before, [finding(41), finding(51, 'b')], may)).toEqual(seen([41, april], [51, april, 'b']));
  });

  test('is new for what was mended and comes back', () => {
    const mended = carryFirstSeen(seen([2, march]), [], april);
    expect(mended).toEqual(seen());
    expect(carryFirstSeen(mended, [finding(2)], may)).toEqual(seen([2, may]));
  });

  test('is new for another word in the same cell, and for another kind', () => {
    const before = seen([2, march]);
    expect(carryFirstSeen(before, [finding(2, '11/6')], may)).toEqual(seen([2, may, '11/6']));
    expect(carryFirstSeen(before, [finding(2, '11/5', { code: 'date/not-a-date' })], may).findings[0]?.day).toBe(may);
  });

  test('is never later than today, should a clock have gone ahead', () => {
    expect(carryFirstSeen(seen([2, may]), [finding(2)], april)).toEqual(seen([2, april]));
  });

  test('waits while a workbook is held, of which most findings are not known', () => {
    const before = seen([2, march], [3, april, '12/3']);
    const held = carryFirstSeen(before, [finding(9, '?')], may, { isHeld: true });
    expect(held).toEqual(seen([2, march], [3, april, '12/3'], [9, may, '?']));
    expect(carryFirstSeen(held, [finding(9, '?')], may, { isHeld: true })).toEqual(held);
    expect(carryFirstSeen(held, [finding(4), finding(5, '12/3')], may)).toEqual(seen([4, march], [5, april, '12/3']));
    const many = Array.from({ length: mostRemembered - 1 }, (_, index) => finding(index + 10));
    expect(carryFirstSeen(before, many, may, { isHeld: true }).findings).toHaveLength(mostRemembered);
  });

  test('is kept for errors rather than for notices where there are too many', () => {
    const errors = Array.from({ length: mostRemembered - 1 }, (_, index) => finding(index + 10));
    const notices = [finding(2, 'a', { severity: 'notice' }), finding(3, 'b', { severity: 'notice' })];
    const { findings } = carryFirstSeen(null, [...notices, ...errors], may);
    expect(findings).toHaveLength(mostRemembered);
    expect(findings.slice(0, 2).map(({ row }) => row)).toEqual([2, 10]);
  });
});

describe('laws', () => {
  const someFinding = fc
    .record({
      row: fc.option(fc.integer({ min: 1, max: 30 })),
      typed: fc.option(fc.constantFrom('a', 'b')),
      code: fc.constantFrom('date/without-year' as const, 'cell/required' as const),
      tab: fc.option(fc.constantFrom('相談受付', '会議')),
    })
    .map(({ row, ...change }): Finding => finding(row ?? 1, null, { ...change, row }));
  const findings = fc.array(someFinding, { maxLength: 25 });
  const day = fc.constantFrom(march, april, may);
  const carried = fc
    .tuple(findings, day, findings, day)
    .map(([first, on, second, then]) => carryFirstSeen(carryFirstSeen(null, first, on), second, then));

  test('the same findings again change nothing', () => {
    fc.assert(
      fc.property(carried, findings, day, (before, open, today) => {
        const once = carryFirstSeen(before, open, today);
        expect(carryFirstSeen(once, open, today)).toEqual(once);
      }),
    );
  });

  test('the order of findings does not matter', () => {
    const shuffled = findings.chain((open) =>
      fc.tuple(fc.constant(open), fc.shuffledSubarray(open, { minLength: open.length })),
    );
    fc.assert(
      fc.property(carried, shuffled, day, (before, [open, other], today) => {
        expect(carryFirstSeen(before, other, today)).toEqual(carryFirstSeen(before, open, today));
      }),
    );
  });

  test('every open finding has a day, which was there before or is today', () => {
    fc.assert(
      fc.property(carried, findings, (before, open) => {
        const { findings: after } = carryFirstSeen(before, open, may);
        expect(after).toHaveLength(open.length);
        const left = before.findings.map((one) => one.day);
        for (const { day: kept } of after) {
          const index = left.indexOf(kept);
          if (index >= 0) left.splice(index, 1);
          else expect(kept).toBe(may);
        }
      }),
    );
  });

  test('where all rows move by as much, each finding keeps its own day', () => {
    fc.assert(
      fc.property(carried, fc.integer({ min: 0, max: 50 }), (before, by) => {
        const open = before.findings.map((one) =>
          finding(1, one.typed, { ...one, code: one.code as Finding['code'], row: (one.row ?? 0) + by }),
        );
        const moved = before.findings.map((one) => ({ ...one, row: (one.row ?? 0) + by }));
        const key = ({ code, tab, row, typed, day: on }: FirstSeen['findings'][number]) =>
          JSON.stringify([code, tab, row, typed, on]);
        expect(carryFirstSeen(before, open, may).findings.map(key).toSorted()).toEqual(moved.map(key).toSorted());
      }),
    );
  });

  test('two thousand equal findings that were sorted anew are matched at once', () => {
    const rows = Array.from({ length: mostRemembered }, (_, index) => index + 2);
    const before = carryFirstSeen(
      null,
      rows.map((row) => finding(row, String(row % 10))),
      march,
    );
    const after = carryFirstSeen(
      before,
      rows.map((row) => finding(row, String((row * 7919) % 10))),
      may,
    );
    expect(new Set(after.findings.map((one) => one.day))).toEqual(new Set([march]));
  });
});
