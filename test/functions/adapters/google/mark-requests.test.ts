import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markRequests, marksThatFit } from '#functions/adapters/google/mark-requests.ts';
import type { CellMark } from '#functions/world.ts';

const someMarks = fc
  .uniqueArray(
    fc.record(
      {
        tabId: fc.constantFrom('0', '77'),
        row: fc.nat(6),
        column: fc.nat(3),
        note: fc.constantFrom('', '年がありません', '=1+1'),
        background: fc.constantFrom(null, '#fbb9ad', '#fdf2c9'),
      },
      { requiredKeys: ['tabId', 'row', 'column'] },
    ),
    { selector: ({ tabId, row, column }) => `${tabId}:${row}:${column}` },
  )
  .map((marks): readonly CellMark[] => marks);

/** What the requests would put on which cell, as Google reads them. */
function carriedOut(requests: ReturnType<typeof markRequests>): readonly string[] {
  return requests.flatMap(({ updateCells, repeatCell }) => {
    const start = updateCells?.start;
    const range = repeatCell?.range;
    const top = start?.rowIndex ?? range?.startRowIndex ?? 0;
    const column = start?.columnIndex ?? range?.startColumnIndex ?? 0;
    const cells =
      updateCells?.rows?.map(({ values }) => values?.[0]) ??
      Array.from({ length: (range?.endRowIndex ?? 0) - top }, () => repeatCell?.cell);
    const place = { sheet: start?.sheetId ?? range?.sheetId, column };
    return cells.map((cell, index) =>
      JSON.stringify({ ...place, row: top + index, fields: updateCells?.fields ?? repeatCell?.fields, cell }),
    );
  });
}

function wanted({ tabId, row, column, note, background }: CellMark): readonly string[] {
  const fields = [
    ...(note === undefined ? [] : ['note']),
    ...(background === undefined ? [] : ['userEnteredFormat.backgroundColorStyle']),
  ];
  const rgbColor =
    background === '#fbb9ad'
      ? { red: 0.9843, green: 0.7255, blue: 0.6784 }
      : { red: 0.9922, green: 0.949, blue: 0.7882 };
  const cell = {
    ...(note ? { note } : {}),
    ...(background ? { userEnteredFormat: { backgroundColorStyle: { rgbColor } } } : {}),
  };
  if (fields.length === 0) return [];
  return [JSON.stringify({ sheet: Number(tabId), column, row, fields: fields.join(','), cell })];
}

describe('marks as requests', () => {
  it('whatever the marks, each cell gets its own and no other is named', () => {
    void fc.assert(
      fc.property(someMarks, (marks) => {
        expect(carriedOut(markRequests(marks)).toSorted()).toEqual(marks.flatMap(wanted).toSorted());
      }),
    );
  });

  it('whatever the marks, no request names values or formats of numbers', () => {
    const allowed = ['note', 'userEnteredFormat.backgroundColorStyle', 'note,userEnteredFormat.backgroundColorStyle'];
    void fc.assert(
      fc.property(someMarks, (marks) => {
        for (const request of markRequests(marks)) {
          const [kind = '', ...others] = Object.keys(request);
          expect([['updateCells', 'repeatCell'].includes(kind), others]).toEqual([true, []]);
          expect(allowed).toContain(request.updateCells?.fields ?? request.repeatCell?.fields);
          expect(JSON.stringify(request)).not.toContain('userEnteredValue');
        }
      }),
    );
  });

  it('neighbours below each other are one request', () => {
    const column = Array.from({ length: 2000 }, (_, row) => ({
      tabId: '0',
      row,
      column: 4,
      note: '',
      background: null,
    }));
    expect(markRequests(column)).toHaveLength(1);
    expect(markRequests(column.map((mark) => ({ ...mark, note: `${mark.row}行目` })))).toHaveLength(1);
  });
});

describe('marks that fit into one request', () => {
  const mark = (row: number, note: string) => ({ tabId: '0', row, column: 0, note, background: '#fbb9ad' });

  it('are all of them as a rule, however many a workbook may have', () => {
    const marks = Array.from({ length: 5000 }, (_, row) => mark(row, '受付日に年がありません。'));
    expect(marksThatFit(marks, 2_000_000)).toEqual(marks);
    expect(Buffer.byteLength(JSON.stringify(markRequests(marks)))).toBeLessThan(2_000_000);
  });

  it('with long notes are as many as fit, in their order, and what is taken away goes first', () => {
    const marks = Array.from({ length: 5000 }, (_, row) => mark(row * 2, '長'.repeat(600)));
    const away = { ...mark(9, ''), background: null };
    const fitting = marksThatFit([...marks, away], 2_000_000);
    expect(fitting).toEqual([away, ...marks.slice(0, fitting.length - 1)]);
    expect(fitting.length).toBeGreaterThan(800);
    expect(Buffer.byteLength(JSON.stringify(markRequests(fitting)))).toBeLessThan(2_000_000);
  });

  it('are none where the tab leaves no room', () => {
    expect(marksThatFit([mark(0, 'x')], -1)).toEqual([]);
  });
});
