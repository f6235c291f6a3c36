import { beforeEach, describe, expect, it } from 'vitest';
import { type Ask, createAsk, refusalOf } from '../ask.ts';
import { plainProperties } from '../spreadsheets.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../stand-in.ts';

let standIn: GoogleStandIn;
let ask: Ask;
beforeEach(() => {
  standIn = createGoogleStandIn();
  const rows = [['受付番号', '受付日'], [], ['R6-0001', { serial: 45383 }], [true, { error: '#REF!' }]];
  const tabs = [
    { tab: '相談受付', id: '0', rows, merges: [{ top: 0, left: 0, bottom: 1, right: 2 }] },
    { tab: '空', id: '9', rows: [], merges: [] },
  ];
  standIn.spreadsheets = [{ id: 'A', name: '架空のデータ', version: '7', tabs }];
  ask = createAsk(standIn);
  const tab = standIn.open('A').tab('相談受付');
  tab.shrink(4, 2);
  tab.writeNote('B3', 'メモ');
  tab.paint('A4', '#ffff00');
  tab.leaveMetadata('kasanari.tab', 'cases');
  tab.leaveMetadata('kasanari.field', 'cases.receivedOn', 'B');
});
const read = async (query: string) => (await ask('GET', `/v4/spreadsheets/A?${query}`)).body;

describe('reading a spreadsheet', () => {
  it('without a mask gives its sheets without cells', async () => {
    expect(await read('')).toEqual({
      spreadsheetId: 'A',
      spreadsheetUrl: 'https://docs.google.com/spreadsheets/d/A/edit',
      properties: { ...plainProperties, title: '架空のデータ' },
      sheets: [
        {
          properties: {
            sheetId: 0,
            title: '相談受付',
            index: 0,
            sheetType: 'GRID',
            gridProperties: { rowCount: 4, columnCount: 2 },
          },
          merges: [{ endRowIndex: 1, endColumnIndex: 2 }],
          developerMetadata: [
            {
              metadataId: expect.any(Number),
              metadataKey: 'kasanari.tab',
              metadataValue: 'cases',
              visibility: 'DOCUMENT',
              location: { locationType: 'SHEET', sheetId: 0 },
            },
          ],
        },
        {
          properties: {
            sheetId: 9,
            title: '空',
            index: 1,
            sheetType: 'GRID',
            gridProperties: { rowCount: 1000, columnCount: 26 },
          },
        },
      ],
    });
  });

  it('gives just what the mask names; empty rows and cells at the end are left out', async () => {
    const fields =
      'sheets(data(rowData/values(effectiveValue,note,userEnteredFormat.backgroundColorStyle),columnMetadata(developerMetadata(metadataValue,location.dimensionRange))))';
    expect(await read(`ranges=相談受付&fields=${fields}`)).toEqual({
      sheets: [
        {
          data: [
            {
              rowData: [
                {
                  values: [
                    { effectiveValue: { stringValue: '受付番号' } },
                    { effectiveValue: { stringValue: '受付日' } },
                  ],
                },
                {},
                {
                  values: [
                    { effectiveValue: { stringValue: 'R6-0001' } },
                    { effectiveValue: { numberValue: 45383 }, note: 'メモ', userEnteredFormat: {} },
                  ],
                },
                {
                  values: [
                    {
                      effectiveValue: { boolValue: true },
                      userEnteredFormat: { backgroundColorStyle: { rgbColor: { red: 1, green: 1 } } },
                    },
                    { effectiveValue: { errorValue: { type: 'REF', message: 'Formula error' } } },
                  ],
                },
              ],
              columnMetadata: [
                {},
                {
                  developerMetadata: [
                    {
                      metadataValue: 'cases.receivedOn',
                      location: {
                        dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
                      },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('includeGridData gives all of each cell, with a height for every row of the grid', async () => {
    const body = await read("ranges='相談受付'!B3&includeGridData=true");
    expect(body.sheets).toMatchObject([
      {
        data: [
          {
            startRow: 2,
            startColumn: 1,
            rowData: [{ values: [{ formattedValue: '2024/04/01', note: 'メモ' }] }],
            rowMetadata: [{ pixelSize: 21 }],
            columnMetadata: [{ pixelSize: 100 }],
          },
        ],
      },
    ]);
  });

  it('tells of all that people put over cells', async () => {
    const tab = standIn.open('A').tab('空');
    tab.filter('A1:C9', [3]);
    tab.hideRows(5, 1);
    tab.protect('A1:A9', ['somebody@town.example.jp']);
    tab.addChart();
    tab.freeze(1);
    tab.hide();
    tab.type('A1', { formula: '=COUNTA(B:B)', gives: 3 });
    const { sheets } = (await read("ranges='空'!A1:A5&includeGridData=true")) as { sheets: readonly object[] };
    expect(sheets).toMatchObject([
      {
        properties: { hidden: true, gridProperties: { rowCount: 1000, columnCount: 26, frozenRowCount: 1 } },
        basicFilter: { range: { sheetId: 9, endRowIndex: 9, endColumnIndex: 3 } },
        protectedRanges: [{ range: { sheetId: 9, endRowIndex: 9, endColumnIndex: 1 } }],
        charts: [{ spec: { title: '月別の相談件数' } }],
        data: [
          {
            rowData: [
              {
                values: [
                  {
                    userEnteredValue: { formulaValue: '=COUNTA(B:B)' },
                    effectiveValue: { numberValue: 3 },
                    formattedValue: '3',
                  },
                ],
              },
            ],
            rowMetadata: [{}, {}, { hiddenByFilter: true }, {}, { hiddenByUser: true }],
          },
        ],
      },
    ]);
  });

  it('one answer is one moment: what is typed while it is on its way is not in it', async () => {
    standIn.during(/spreadsheets\/A$/, () => standIn.open('A').tab('相談受付').type('A1', '後'), 'after');
    const fields = 'fields=sheets.data.rowData.values.formattedValue';
    expect(JSON.stringify(await read(fields))).not.toContain('後');
    expect(JSON.stringify(await read(fields))).toContain('後');
  });

  it.each([
    ['a mask with a name that is not there', 'fields=sheets(propertys)', 'Request contains an invalid argument.'],
    ['a mask that is no mask', 'fields=sheets(properties', 'Request contains an invalid argument.'],
    [
      'a name that the method does not take',
      'include=1',
      'Invalid JSON payload received. Unknown name "include": Cannot bind query parameter. Field \'include\' could not be found in request message.',
    ],
    ['a word for yes or no', 'includeGridData=yes', 'Invalid value at \'includeGridData\' (TYPE_BOOLEAN), "yes"'],
    ['a tab that is not there', 'ranges=相談!A1', 'Unable to parse range: 相談!A1'],
    [
      'cells beyond the grid',
      'ranges=相談受付!A5',
      "Range ('相談受付'!A5) exceeds grid limits. Max rows: 4, max columns: 2",
    ],
  ])('%s is refused', async (_, query, message) => {
    expect(await refusalOf(ask('GET', `/v4/spreadsheets/A?${query}`))).toBe(`400 ${message}`);
  });
});

describe('reading and writing values', () => {
  const values = async (range: string, query = '') =>
    (await ask('GET', `/v4/spreadsheets/A/values/${range}?${query}`)).body;

  it('an empty cell within a row is empty text, an empty row is an empty list, an empty tab has no values at all', async () => {
    standIn.open('A').tab('相談受付').clear('A3');
    expect(await values("'相談受付'!A:B", 'valueRenderOption=UNFORMATTED_VALUE')).toEqual({
      range: "'相談受付'!A1:B4",
      majorDimension: 'ROWS',
      values: [['受付番号', '受付日'], [], ['', 45383], [true, '#REF!']],
    });
    expect(await values('空')).toEqual({ range: "'空'!A1:Z1000", majorDimension: 'ROWS' });
  });

  it('several ranges in one request', async () => {
    const { body } = await ask('GET', '/v4/spreadsheets/A/values:batchGet?ranges=相談受付!A1&ranges=空!A1');
    expect(body).toEqual({
      spreadsheetId: 'A',
      valueRanges: [
        { range: "'相談受付'!A1", majorDimension: 'ROWS', values: [['受付番号']] },
        { range: "'空'!A1", majorDimension: 'ROWS' },
      ],
    });
  });

  it('are written as typed or as they are; null leaves a cell alone', async () => {
    const path = '/v4/spreadsheets/A/values/空!A1?valueInputOption=';
    await ask('PUT', `${path}USER_ENTERED`, { values: [['12', '2024/4/1', null]] });
    expect(standIn.open('A').tab('空').values()).toEqual([[12, { serial: 45383 }]]);
    await ask('PUT', `${path}RAW`, { values: [['12', null]] });
    expect(standIn.open('A').tab('空').values()).toEqual([['12', { serial: 45383 }]]);
    expect(await refusalOf(ask('PUT', path, { values: [] }))).toContain('valueInputOption');
    const below = '/v4/spreadsheets/A/values/相談受付!A4?valueInputOption=RAW';
    expect(await refusalOf(ask('PUT', below, { values: [['a'], ['b']] }))).toBe(
      "400 Range ('相談受付'!A4:A5) exceeds grid limits. Max rows: 4, max columns: 2",
    );
  });

  it('are added below the last row, with a new row where there is none left', async () => {
    await ask('POST', '/v4/spreadsheets/A/values/相談受付!A1:append?valueInputOption=RAW', { values: [['R6-0002']] });
    expect(standIn.open('A').tab('相談受付').values()[4]).toEqual(['R6-0002']);
    expect(standIn.open('A').tab('相談受付').size()).toEqual({ rows: 5, columns: 2 });
  });
});
