import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Finding, type FindingCode, findingMessages } from '#sheets-schema';
import type { Day } from '../../../../functions/domain/codes.ts';
import { carryFirstSeen } from '../../../../functions/ingest/feedback/first-seen.ts';
import { isOurBackground, isOurNote, markBackgrounds, writeNote } from '../../../../functions/ingest/feedback/mark.ts';
import { planAnswer } from '../../../../functions/ingest/feedback/plan-answer.ts';
import { cellAddress, createFinding } from '../../../../functions/ingest/findings/create-finding.ts';
import type { SheetGrid, WorkbookAnswer } from '../../../../functions/world.ts';
import { applyAnswer } from './apply-answer.ts';

const ourNote = writeNote(['受付日が空いています。'], 'チェック結果');
const size = { rows: 8, columns: 5 };

const key = fc
  .tuple(fc.nat({ max: size.rows - 1 }), fc.nat({ max: size.columns - 1 }))
  .map(([row, column]) => `${row}:${column}`);
const notes = fc.dictionary(
  key,
  fc.constantFrom(ourNote, `${ourNote}。`, `（${ourNote}`, '自分のメモ', '［かさなり 0000000］'),
);
const backgrounds = fc.dictionary(
  key,
  fc.constantFrom('#ffffff', '#FBB9AD', markBackgrounds.notice, '#fbb9ae', '#ff0000'),
);
const merge = fc
  .tuple(fc.nat({ max: 6 }), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 }))
  .map(([top, left, height, width]) => ({ top, left, bottom: top + height, right: left + width }));
const aTab = (tab: string) =>
  fc.record({ notes, backgrounds, merges: fc.array(merge, { maxLength: 1 }) }).map(
    (typed): SheetGrid => ({
      tab,
      id: tab,
      rows: [['見出し'], ['11/5', null, '11/5'], ['11/5']],
      merges: typed.merges,
      surface: {
        rowCount: size.rows,
        columnCount: size.columns,
        notes: new Map(Object.entries(typed.notes)),
        backgrounds: new Map(Object.entries(typed.backgrounds)),
      },
    }),
  );
const answerTab = fc.constantFrom<SheetGrid['rows'] | null>(
  null,
  [],
  [['区分', '項目', '内容', '候補'], ['メモ']],
  [['点検']],
);
const workbook = fc.tuple(aTab('相談受付'), aTab('支援記録'), answerTab).map(([cases, actions, rows]) => {
  const written: SheetGrid = {
    tab: 'チェック結果',
    id: '9',
    rows: rows ?? [],
    merges: [],
    surface: { rowCount: 100, columnCount: 20, notes: new Map(), backgrounds: new Map() },
  };
  return rows === null ? [cases, actions] : [cases, written, actions];
});

const codes = Object.keys(findingMessages) as readonly FindingCode[];
const aFinding = fc
  .record({
    code: fc.constantFrom(...codes),
    tab: fc.option(fc.constantFrom('相談受付', '支援記録', 'なくなったシート', 'チェック結果')),
    row: fc.option(fc.integer({ min: 1, max: 12 })),
    column: fc.option(fc.nat({ max: 7 })),
    typed: fc.option(fc.constantFrom('11/5', '5。6', '「', '=1+1', '#N/A', '1')),
    suggestion: fc.option(fc.constantFrom('2024/11/5', '')),
    otherRows: fc.array(fc.integer({ min: -1, max: 12 }), { maxLength: 3 }),
  })
  .map(({ code, column, row, tab, ...rest }): Finding => {
    const cell = row === null || column === null ? null : cellAddress(row - 1, column);
    return createFinding({ tab, row, header: column === null ? null : `列${column}`, cell }, { code, ...rest });
  });
const findings = fc.array(aFinding, { maxLength: 12 });

const outcomeOf = (open: readonly Finding[], isHeld: boolean) =>
  isHeld
    ? ({
        kind: 'held',
        reason: { code: 'workbook/no-office', facts: { file: 'a' } },
        since: '2024-07-01' as Day,
        findings: open,
        keepsFigures: true,
      } as const)
    : ({ kind: 'accepted', findings: open, rows: { read: 20, accepted: 20 - open.length } } as const);

function plan(
  grids: readonly SheetGrid[],
  open: readonly Finding[],
  { cellMarks = true, isHeld = false, at = '2024-07-10T00:00:00Z' } = {},
): WorkbookAnswer | null {
  const firstSeen = carryFirstSeen(null, open, '2024-07-10' as Day);
  return planAnswer({ grids, outcome: outcomeOf(open, isHeld), cellMarks, firstSeen, now: new Date(at) });
}

/** What people put on cells. */
function theirs(grids: readonly SheetGrid[]): readonly unknown[] {
  return grids.flatMap(({ id, surface }) => [
    ...[...(surface?.notes ?? [])].filter(([, note]) => !isOurNote(note)).map((one) => [id, ...one]),
    ...[...(surface?.backgrounds ?? [])].filter(([, colour]) => !isOurBackground(colour)).map((one) => [id, ...one]),
  ]);
}

describe('an answer', () => {
  test('once written is never written again, whatever the time', () => {
    fc.assert(
      fc.property(workbook, findings, fc.boolean(), fc.boolean(), (grids, open, cellMarks, isHeld) => {
        const after = applyAnswer(grids, plan(grids, open, { cellMarks, isHeld }));
        expect(plan(after, open, { cellMarks, isHeld, at: '2031-01-01T00:00:00Z' })).toBeNull();
      }),
    );
  });

  test('marks no cell outside its tab, and touches no note and no colour of a person', () => {
    fc.assert(
      fc.property(workbook, findings, fc.boolean(), (grids, open, cellMarks) => {
        const after = applyAnswer(grids, plan(grids, open, { cellMarks }));
        expect(theirs(after)).toEqual(theirs(grids));
        for (const grid of grids) {
          if (grid.tab !== 'チェック結果') expect(after.find(({ id }) => id === grid.id)?.rows).toBe(grid.rows);
        }
      }),
    );
  });

  test('takes every mark of ours away once all is mended', () => {
    fc.assert(
      fc.property(workbook, findings, (grids, open) => {
        const marked = applyAnswer(grids, plan(grids, open));
        const after = applyAnswer(marked, plan(marked, [])).filter(({ tab }) => !tab.startsWith('チェック結果'));
        const left = after.flatMap(({ surface }) => [
          ...[...(surface?.notes.values() ?? [])].filter(isOurNote),
          ...[...(surface?.backgrounds.values() ?? [])].filter(isOurBackground),
        ]);
        expect(left).toEqual([]);
      }),
    );
  });

  test('is the same in whatever order findings come', () => {
    const shuffled = findings.chain((open) =>
      fc.tuple(fc.constant(open), fc.shuffledSubarray(open, { minLength: open.length })),
    );
    fc.assert(
      fc.property(workbook, shuffled, (grids, [open, other]) => {
        expect(plan(grids, other)).toEqual(plan(grids, open));
      }),
    );
  });

  test('says of each finding what happened and what to do', () => {
    fc.assert(
      fc.property(aFinding, (finding) => {
        const lines = plan([], [finding])?.tab?.rows.slice(3) ?? [];
        expect(lines).toHaveLength(1);
        const [sentence, mend] = lines[0]?.cells.slice(4, 6) ?? [];
        expect(sentence).toMatch(/[^。]。$/);
        expect(mend).toMatch(/[^。]。$/);
      }),
    );
  });
});
