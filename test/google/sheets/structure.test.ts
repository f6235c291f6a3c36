/** batchUpdate about rows, columns, sheets, metadata, rules and protection. */
import { beforeEach, describe, expect, it } from 'vitest';
import { type Ask, createAsk, refusalOf } from '../ask.ts';
import type { OpenTab } from '../person/tab.ts';
import { createGoogleStandIn, type GoogleStandIn } from '../stand-in.ts';

let standIn: GoogleStandIn;
let ask: Ask;
let tab: OpenTab;
beforeEach(() => {
  standIn = createGoogleStandIn();
  const rows = [
    ['受付番号', '経路'],
    ['R6-0002', '本人'],
    ['R6-0001', '家族'],
  ];
  const tabs = [
    { tab: '相談受付', id: '0', rows, merges: [] },
    { tab: '会議', id: '9', rows: [], merges: [] },
  ];
  standIn.spreadsheets = [{ id: 'A', name: '架空のデータ', version: '7', tabs }];
  ask = createAsk(standIn);
  tab = standIn.open('A').tab('相談受付');
});
const update = (...requests: readonly object[]) => ask('POST', '/v4/spreadsheets/A:batchUpdate', { requests });
const replies = async (...requests: readonly object[]) => (await update(...requests)).body.replies;
const columns = (startIndex: number, endIndex: number) => ({ sheetId: 0, dimension: 'COLUMNS', startIndex, endIndex });
const rowsAt = (startIndex: number, endIndex: number) => ({ ...columns(startIndex, endIndex), dimension: 'ROWS' });

describe('rows and columns', () => {
  it('are inserted, moved, deleted and added, with what is on them', async () => {
    tab.paint('B1', '#ff0000');
    await update(
      { insertDimension: { range: columns(2, 3), inheritFromBefore: true } },
      { moveDimension: { source: columns(0, 1), destinationIndex: 2 } },
      { deleteDimension: { range: rowsAt(1, 2) } },
      { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 3 } },
    );
    expect(tab.values()).toEqual([
      ['経路', '受付番号'],
      ['家族', 'R6-0001'],
    ]);
    expect(tab.backgrounds()).toEqual({ A1: '#ff0000', C1: '#ff0000' });
    expect(tab.size()).toEqual({ rows: 1002, columns: 27 });
  });

  it('get widths, and are hidden', async () => {
    await update({
      updateDimensionProperties: { range: columns(1, 3), properties: { pixelSize: 250 }, fields: 'pixelSize' },
    });
    const fields = 'fields=sheets(data(columnMetadata(pixelSize)))&ranges=相談受付!A1:C1';
    const { body } = await ask('GET', `/v4/spreadsheets/A?${fields}`);
    expect(body.sheets).toEqual([
      { data: [{ columnMetadata: [{ pixelSize: 100 }, { pixelSize: 250 }, { pixelSize: 250 }] }] },
    ]);
  });

  it.each([
    [
      'all rows',
      { deleteDimension: { range: rowsAt(0, 1000) } },
      "deleteDimension: You can't delete all the rows on the sheet.",
    ],
    [
      'a row that is not there',
      { deleteDimension: { range: rowsAt(999, 1001) } },
      "deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000.",
    ],
    [
      'formats from before the first',
      { insertDimension: { range: rowsAt(0, 1), inheritFromBefore: true } },
      'insertDimension: inheritFromBefore cannot be true if inserting at index 0',
    ],
    [
      'the width of a column that is not there',
      { updateDimensionProperties: { range: columns(25, 27), properties: {}, fields: '*' } },
      'updateDimensionProperties: DimensionRange exceeds grid limits.',
    ],
  ])('%s is refused', async (_, request, message) => {
    expect(await refusalOf(update(request))).toBe(`400 Invalid requests[0].${message}`);
  });

  it('a range is sorted, and filtered', async () => {
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 3 };
    await update(
      { sortRange: { range, sortSpecs: [{ dimensionIndex: 0 }] } },
      { setBasicFilter: { filter: { range } } },
    );
    expect(tab.values().map(([number]) => number)).toEqual(['受付番号', 'R6-0001', 'R6-0002']);
    expect(tab.sheet().basicFilter).toEqual({ range: { startRowIndex: 1, endRowIndex: 3 } });
    await update({ clearBasicFilter: { sheetId: 0 } });
    expect(tab.sheet().basicFilter).toBeNull();
  });
});

describe('sheets', () => {
  it('are renamed, moved, frozen, hidden and made larger', async () => {
    const properties = {
      sheetId: 0,
      title: '受付',
      index: 2,
      hidden: true,
      gridProperties: { frozenRowCount: 1, rowCount: 1500 },
    };
    const fields = 'title,index,hidden,gridProperties.frozenRowCount,gridProperties.rowCount';
    await update({ updateSheetProperties: { properties, fields } });
    expect(standIn.open('A').titles()).toEqual(['会議', '受付']);
    expect([tab.sheet().properties, tab.size()]).toEqual([
      { sheetType: 'GRID', hidden: true, gridProperties: { frozenRowCount: 1 } },
      { rows: 1500, columns: 26 },
    ]);
  });

  it('keep what the mask does not name', async () => {
    tab.freeze(1, 2);
    await update({ updateSheetProperties: { properties: { title: '受付' }, fields: 'title' } });
    expect(tab.sheet().properties.gridProperties).toEqual({ frozenRowCount: 1, frozenColumnCount: 2 });
    const taken = { properties: { sheetId: 9, title: '受付' }, fields: 'title' };
    expect(await refusalOf(update({ updateSheetProperties: taken }))).toContain('already exists');
  });

  it('are duplicated with their metadata under new ids, and deleted', async () => {
    tab.leaveMetadata('kasanari.tab', 'cases');
    const duplicate = { sourceSheetId: 0, newSheetId: 5, newSheetName: '写し', insertSheetIndex: 2 };
    expect(await replies({ duplicateSheet: duplicate }, { deleteSheet: { sheetId: 0 } })).toMatchObject([
      { duplicateSheet: { properties: { sheetId: 5, title: '写し', index: 2 } } },
      {},
    ]);
    expect(standIn.open('A').titles()).toEqual(['会議', '写し']);
    expect(standIn.open('A').tab('写し').metadata()).toMatchObject([{ key: 'kasanari.tab', value: 'cases' }]);
  });
});

describe('developer metadata', () => {
  const create = (metadataValue: string, location: object) => ({
    createDeveloperMetadata: {
      developerMetadata: { metadataKey: 'kasanari.field', metadataValue, location, visibility: 'DOCUMENT' },
    },
  });

  it('is left on sheets, columns and rows, changed and taken away', async () => {
    await update(create('cases.pathway', { dimensionRange: columns(1, 2) }), create('sheet', { sheetId: 0 }));
    const lookup = (more: object) => ({ developerMetadataLookup: { metadataKey: 'kasanari.field', ...more } });
    expect(
      await replies(
        {
          updateDeveloperMetadata: {
            dataFilters: [lookup({ metadataValue: 'cases.pathway' })],
            developerMetadata: { location: { dimensionRange: rowsAt(4, 5) } },
            fields: 'location',
          },
        },
        { deleteDeveloperMetadata: { dataFilter: lookup({ locationType: 'SHEET' }) } },
      ),
    ).toMatchObject([
      { updateDeveloperMetadata: { developerMetadata: [{ location: { dimensionRange: rowsAt(4, 5) } }] } },
      { deleteDeveloperMetadata: { deletedDeveloperMetadata: [{ metadataValue: 'sheet' }] } },
    ]);
    expect(tab.metadata()).toMatchObject([{ value: 'cases.pathway', axis: 'ROWS', index: 4 }]);
  });

  it.each([
    [
      'over two columns',
      create('x', { dimensionRange: columns(1, 3) }),
      'The location must represent a single row or column.',
    ],
    ['beside the grid', create('x', { dimensionRange: columns(26, 27) }), 'The location exceeds grid limits.'],
    ['nowhere', create('x', {}), 'No location specified.'],
  ])('%s is refused', async (_, request, message) => {
    expect(await refusalOf(update(request))).toBe(`400 Invalid requests[0].createDeveloperMetadata: ${message}`);
  });
});

describe('protection and dropdowns', () => {
  it('a warning is added, changed and taken away', async () => {
    const protectedRange = { protectedRangeId: 3, range: { sheetId: 0 }, warningOnly: true, description: '選択肢' };
    expect(await replies({ addProtectedRange: { protectedRange } })).toEqual([
      { addProtectedRange: { protectedRange: { ...protectedRange, range: {}, requestingUserCanEdit: true } } },
    ]);
    const changed = { protectedRangeId: 3, description: '手を触れないでください' };
    await update({ updateProtectedRange: { protectedRange: changed, fields: 'description' } });
    expect(tab.sheet().protectedRanges).toMatchObject([{ warningOnly: true, description: '手を触れないでください' }]);
    await update({ deleteProtectedRange: { protectedRangeId: 3 } });
    expect(tab.sheet().protectedRanges).toEqual([]);
    expect(await refusalOf(update({ deleteProtectedRange: { protectedRangeId: 3 } }))).toContain('No protected range');
  });

  it('a dropdown is set on a range, and leaves values alone', async () => {
    const values = [{ userEnteredValue: "='選択肢'!$C$2:$C$20" }];
    const rule = { condition: { type: 'ONE_OF_RANGE', values }, strict: false, showCustomUi: true };
    const range = { sheetId: 0, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 1, endColumnIndex: 2 };
    await update({ setDataValidation: { range, rule } });
    expect([tab.cell('B2')?.dataValidation, tab.cell('B3')?.dataValidation, tab.cell('B4')]).toEqual([
      rule,
      rule,
      undefined,
    ]);
    expect(tab.value('B2')).toBe('本人');
    await update({ setDataValidation: { range } });
    expect(tab.cell('B3')?.dataValidation).toBeUndefined();
    const unknown = { condition: { type: 'ONE_OF_LISTS' } };
    expect(await refusalOf(update({ setDataValidation: { range, rule: unknown } }))).toContain(
      'requests[0].set_data_validation.rule.condition.type',
    );
  });

  it('cells are merged, and keep the first value', async () => {
    const range = { sheetId: 0, endRowIndex: 2, endColumnIndex: 2 };
    await update({ mergeCells: { range, mergeType: 'MERGE_ALL' } });
    expect(tab.values()).toEqual([['受付番号'], [], ['R6-0001', '家族']]);
    await update({ unmergeCells: { range: { sheetId: 0 } } });
    expect(tab.sheet().merges).toEqual([]);
  });

  it('a conditional format is kept', async () => {
    const rule = {
      ranges: [{ sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 }],
      booleanRule: { condition: { type: 'BLANK' }, format: { backgroundColorStyle: { rgbColor: { red: 1 } } } },
    };
    await update({ addConditionalFormatRule: { rule, index: 0 } });
    expect(tab.sheet().conditionalFormats).toHaveLength(1);
  });
});
