import { beforeEach, describe, expect, it } from 'vitest';
import { type Ask, createAsk, refusalOf } from '../ask.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../stand-in.ts';

let standIn: GoogleStandIn;
let ask: Ask;
beforeEach(() => {
  standIn = createGoogleStandIn();
  const tabs = [
    {
      tab: '相談受付',
      id: '0',
      rows: [
        ['受付番号', '経路'],
        ['R6-0001', '本人'],
      ],
      merges: [],
    },
    { tab: 'グラフ', id: '55', rows: [], merges: [], isChart: true },
  ];
  standIn.spreadsheets = [{ id: 'A', name: '架空のデータ', version: '7', tabs }];
  ask = createAsk(standIn);
});
const update = (requests: readonly object[]) => ask('POST', '/v4/spreadsheets/A:batchUpdate', { requests });
const tab = () => standIn.open('A').tab('相談受付');
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const addChecks = { addSheet: { properties: { sheetId: 77, title: 'チェック結果' } } };

describe('what is refused', () => {
  const cellsAt = (start: object, values: readonly object[] = [text('x')], fields = 'userEnteredValue') => ({
    updateCells: { start, rows: [{ values }], fields },
  });
  it.each([
    ['no request', [], 'Must specify at least one request.'],
    [
      'a row below the grid',
      [cellsAt({ rowIndex: 1000 })],
      'Invalid requests[0].updateCells: GridCoordinate.rowIndex[1000] is after last row in grid[999]',
    ],
    [
      'a column beside the grid',
      [cellsAt({ columnIndex: 25 }, [text('x'), text('y')])],
      'Invalid requests[0].updateCells: Attempting to write column: 26, beyond the last requested column of: 25',
    ],
    [
      'no mask',
      [{ repeatCell: { range: { sheetId: 0 } } }],
      "Invalid requests[0].repeatCell: At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    ],
    [
      'a mask with a name that is not there',
      [cellsAt({}, [{}], 'noet')],
      'Invalid requests[0].updateCells: Invalid field: noet',
    ],
    [
      'a text that is too long',
      [cellsAt({}, [text('あ'.repeat(50_001))])],
      'Invalid requests[0].updateCells: Your input contains more than the maximum of 50000 characters in a single cell.',
    ],
    [
      'cells of a chart’s sheet',
      [cellsAt({ sheetId: 55 })],
      'Invalid requests[0].updateCells: Sheet with id 55 is not a grid',
    ],
    [
      'too many cells',
      [{ addSheet: { properties: { gridProperties: { rowCount: 400_000, columnCount: 25 } } } }],
      'Invalid requests[0].addSheet: This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    ],
    [
      'the last sheet that is to be seen',
      [{ deleteSheet: { sheetId: 0 } }, { deleteSheet: { sheetId: 55 } }],
      "Invalid requests[1].deleteSheet: You can't remove all the visible sheets in a document.",
    ],
    [
      'freezing all',
      [
        {
          updateSheetProperties: {
            properties: { gridProperties: { frozenRowCount: 1000 } },
            fields: 'gridProperties.frozenRowCount',
          },
        },
      ],
      "Invalid requests[0].updateSheetProperties: You can't freeze all visible rows on the sheet.",
    ],
    [
      'a name that no request has',
      [{ updateCell: {} }],
      `Invalid JSON payload received. Unknown name "updateCell" at 'requests[0]': Cannot find field.`,
    ],
    [
      'a name that no cell has',
      [{ updateCells: { start: {}, rows: [{ values: [{ remark: '' }] }], fields: '*' } }],
      `Invalid JSON payload received. Unknown name "remark" at 'requests[0].update_cells.rows[0].values[0]': Cannot find field.`,
    ],
    [
      'a word for a number',
      [{ deleteSheet: { sheetId: 'first' } }],
      `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "first"`,
    ],
  ])('%s', async (_, requests, message) => {
    expect(await refusalOf(update(requests))).toBe(`400 ${message}`);
    expect(standIn.open('A').version()).toBe('7');
  });

  it('just within the borders is carried out', async () => {
    const grid = { rowCount: 398_960, columnCount: 25 };
    const requests = [
      cellsAt({ rowIndex: 999, columnIndex: 25 }, [text('あ'.repeat(50_000))]),
      { addSheet: { properties: { gridProperties: grid } } },
    ];
    // 26,000 cells are there already, and 10,000,000 in all are allowed.
    expect((await update(requests)).status).toBe(200);
    expect(await refusalOf(update([{ appendDimension: { sheetId: 0, dimension: 'ROWS', length: 1 } }]))).toContain(
      '10000000',
    );
  });

  it('a range that somebody keeps for others; a range that only warns is written', async () => {
    tab().protect('A1:A9', ['somebody@town.example.jp']);
    tab().protect('B1:B9');
    expect((await update([cellsAt({ columnIndex: 1 })])).status).toBe(200);
    expect(await refusalOf(update([cellsAt({ rowIndex: 3 })]))).toContain('protected cell');
    tab().protect('D1:D9', [standIn.account.address]);
    expect((await update([cellsAt({ columnIndex: 3 })])).status).toBe(200);
  });

  it('what we may only read, what is not ours, what is not there', async () => {
    standIn.open('A').share('viewer');
    expect(await refusalOf(update([addChecks]))).toBe('403 The caller does not have permission');
    expect((await ask('GET', '/v4/spreadsheets/A')).status).toBe(200);
    standIn.open('A').share('none');
    expect(await refusalOf(ask('GET', '/v4/spreadsheets/A'))).toBe('403 The caller does not have permission');
    expect(await refusalOf(ask('GET', '/v4/spreadsheets/B'))).toBe('404 Requested entity was not found.');
  });
});
