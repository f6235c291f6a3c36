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
const update = (requests: readonly object[], more: object = {}, query = '') =>
  ask('POST', `/v4/spreadsheets/A:batchUpdate${query}`, { requests, ...more });
const tab = () => standIn.open('A').tab('相談受付');
const text = (stringValue: string) => ({ userEnteredValue: { stringValue } });
const addChecks = { addSheet: { properties: { sheetId: 77, title: 'チェック結果' } } };

describe('all requests or none', () => {
  it('replies to each, empty where there is nothing to say, and counts the version on by one', async () => {
    const writeNote = {
      updateCells: {
        start: { rowIndex: 1, columnIndex: 1 },
        rows: [{ values: [{ note: '直してください' }] }],
        fields: 'note',
      },
    };
    expect(await update([writeNote, addChecks])).toEqual({
      status: 200,
      body: {
        spreadsheetId: 'A',
        replies: [
          {},
          {
            addSheet: {
              properties: {
                sheetId: 77,
                title: 'チェック結果',
                index: 2,
                sheetType: 'GRID',
                gridProperties: { rowCount: 1000, columnCount: 26 },
              },
            },
          },
        ],
      },
    });
    expect([tab().note('B2'), tab().value('B2'), standIn.open('A').version()]).toEqual(['直してください', '本人', '8']);
    expect(standIn.open('A').lastChangedBy()).toBe(standIn.account.address);
  });

  it('carries out nothing when the last one is refused', async () => {
    const before = structuredClone(standIn.open('A').content());
    const wrong = { updateCells: { start: { sheetId: 5 }, rows: [], fields: 'note' } };
    expect(await refusalOf(update([addChecks, wrong]))).toBe(
      '400 Invalid requests[1].updateCells: No sheet with id: 5',
    );
    expect(standIn.open('A').content()).toEqual(before);
    expect(standIn.open('A').version()).toBe('7');
  });

  it('knows a sheet that is there already by its id and by its title, so that a repeated request does nothing', async () => {
    await update([addChecks]);
    expect(await refusalOf(update([addChecks]))).toContain('already exists');
    const sameTitle = { addSheet: { properties: { title: 'チェック結果' } } };
    expect(await refusalOf(update([sameTitle]))).toBe(
      '400 Invalid requests[0].addSheet: A sheet with the name "チェック結果" already exists. Please enter another name.',
    );
    expect(standIn.open('A').titles()).toEqual(['相談受付', 'グラフ', 'チェック結果']);
  });
});

describe('the spreadsheet in the answer', () => {
  it('is as it stands after the write, cut down to the mask', async () => {
    const requests = [{ updateCells: { start: { rowIndex: 1 }, rows: [{ values: [{ note: 'n' }] }], fields: 'note' } }];
    const fields = 'updatedSpreadsheet(sheets(properties(sheetId),data(rowData(values(effectiveValue,note)))))';
    const { body } = await update(requests, { includeSpreadsheetInResponse: true }, `?fields=${fields}`);
    expect(body).toEqual({
      updatedSpreadsheet: {
        sheets: [
          {
            properties: { sheetId: 0 },
            data: [
              {
                rowData: [
                  {
                    values: [
                      { effectiveValue: { stringValue: '受付番号' } },
                      { effectiveValue: { stringValue: '経路' } },
                    ],
                  },
                  {
                    values: [
                      { effectiveValue: { stringValue: 'R6-0001' }, note: 'n' },
                      { effectiveValue: { stringValue: '本人' } },
                    ],
                  },
                  {},
                  { values: [{}, {}] },
                ],
              },
            ],
          },
          { properties: { sheetId: 55 } },
        ],
      },
    });
  });

  it('has no cells unless they are asked for, and only the ranges that are asked for', async () => {
    const requests = [{ updateSpreadsheetProperties: { properties: { title: '新' }, fields: 'title' } }];
    const whole = await update(requests, { includeSpreadsheetInResponse: true });
    expect(JSON.stringify(whole.body)).not.toContain('rowData');
    const more = {
      includeSpreadsheetInResponse: true,
      responseIncludeGridData: true,
      responseRanges: ["'相談受付'!B2:B2"],
    };
    const { body } = await update(requests, more);
    expect(body.updatedSpreadsheet).toMatchObject({
      properties: { title: '新' },
      sheets: [{ data: [{ startRow: 1, startColumn: 1, rowData: [{ values: [{ formattedValue: '本人' }] }] }] }],
    });
    expect(standIn.spreadsheets[0]?.name).toBe('新');
  });
});

describe('writing cells', () => {
  it('takes over what the mask names, and takes away what it names and is not given', async () => {
    tab().paint('A2', '#ffff00');
    tab().writeNote('A2', 'メモ');
    const rows = [{ values: [{ userEnteredFormat: { textFormat: { bold: true } }, note: '' }] }];
    const fields = 'note,userEnteredFormat.textFormat.bold';
    await update([
      { updateCells: { range: { sheetId: 0, startRowIndex: 1, endRowIndex: 2, endColumnIndex: 1 }, rows, fields } },
    ]);
    expect(tab().cell('A2')).toMatchObject({ userEnteredFormat: { textFormat: { bold: true } } });
    expect([tab().value('A2'), tab().note('A2'), tab().background('A2')]).toEqual(['R6-0001', null, '#ffff00']);
    await update([{ repeatCell: { range: { sheetId: 0 }, cell: {}, fields: 'userEnteredFormat' } }]);
    expect(tab().backgrounds()).toEqual({});
  });

  it('clears the rest of a range that is given', async () => {
    const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 5, startColumnIndex: 0, endColumnIndex: 2 };
    await update([{ updateCells: { range, rows: [{ values: [text('新しい')] }], fields: '*' } }]);
    expect(tab().values()).toEqual([['新しい']]);
  });

  it('a colour that is written comes back in both of its names, in 8 bits', async () => {
    const style = { rgbColor: { red: 0.99, green: 0.5 } };
    const rows = [{ values: [{ userEnteredFormat: { backgroundColorStyle: style } }] }];
    await update([{ updateCells: { start: {}, rows, fields: 'userEnteredFormat.backgroundColorStyle' } }]);
    const color = { red: 0.9882353, green: 0.5019608 };
    expect(tab().cell('A1')?.userEnteredFormat).toEqual({
      backgroundColor: color,
      backgroundColorStyle: { rgbColor: color },
    });
    const erased = [{ values: [{}] }];
    await update([{ updateCells: { start: {}, rows: erased, fields: 'userEnteredFormat.backgroundColorStyle' } }]);
    expect(tab().background('A1')).toBeNull();
  });

  it('appends after the last value, and makes the sheet larger where it has to', async () => {
    tab().shrink(2, 2);
    await update([{ appendCells: { sheetId: 0, rows: [{ values: [text('a'), text('b'), text('c')] }], fields: '*' } }]);
    expect([tab().values()[2], tab().size()]).toEqual([['a', 'b', 'c'], { rows: 3, columns: 3 }]);
  });

  it('a link shows its label', async () => {
    const rows = [{ values: [{ userEnteredValue: { formulaValue: '=HYPERLINK("#gid=0&range=B2","2行目")' } }] }];
    await update([{ updateCells: { start: { columnIndex: 4 }, rows, fields: 'userEnteredValue' } }]);
    expect(tab().value('E1')).toBe('2行目');
    expect(tab().cell('E1')?.hyperlink).toBe('#gid=0&range=B2');
  });
});
