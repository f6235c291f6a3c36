import { beforeEach, describe, expect, it } from 'vitest';
import { createGoogleStandIn, type GoogleStandIn } from '../stand-in.ts';
import type { OpenTab } from './tab.ts';

let standIn: GoogleStandIn;
let time: Date;
let tab: OpenTab;
const rows = [
  ['受付番号', '受付日', '経路'],
  ['R6-0001', { serial: 45383 }, '本人'],
  ['R6-0002', { serial: 45384 }, '家族'],
  ['R6-0003', { serial: 45385 }, '地域'],
];
beforeEach(() => {
  time = new Date('2024-06-01T00:00:00Z');
  standIn = createGoogleStandIn({ clock: () => time });
  standIn.spreadsheets = [
    { id: 'A', name: '架空のデータ', version: '7', tabs: [{ tab: '相談受付', id: '0', rows, merges: [] }] },
  ];
  tab = standIn.open('A').tab('相談受付');
});

describe('a person who works in a spreadsheet', () => {
  it('types as into a cell: numbers, days, text, formulas', () => {
    tab.paste('A6', [['12', '1,234', '2024/4/1', '2024年4月31日', "'12", '１２件', 'true', '4/1']]);
    tab.type('A7', { formula: '=COUNTA(A2:A5)', gives: 3 });
    tab.type('B7', '=HYPERLINK("#gid=0&range=A2","2行目")');
    expect(tab.values().slice(5)).toEqual([
      [12, 1234, { serial: 45383 }, '2024年4月31日', '12', '１２件', true, '4/1'],
      [3, '2行目'],
    ]);
  });

  it('leaves note and colour when she empties a cell, and the value when she colours it', () => {
    tab.writeNote('C2', '確認中');
    tab.paint('C2', '#ffff00');
    tab.clear('C2');
    expect([tab.value('C2'), tab.note('C2'), tab.background('C2')]).toEqual([null, '確認中', '#ffff00']);
    tab.type('C2', '本人');
    tab.paint('C2', null);
    tab.removeNote('C2');
    expect(tab.cell('C2')).toEqual({
      userEnteredValue: { stringValue: '本人' },
      effectiveValue: { stringValue: '本人' },
    });
  });

  it('paints with the palette, which Google tells by name and by colour', () => {
    tab.paint('C2', { theme: 'ACCENT2' });
    expect(tab.cell('C2')?.userEnteredFormat).toEqual({
      backgroundColor: { red: 0.9176471, green: 0.2627451, blue: 0.2078431 },
      backgroundColorStyle: { themeColor: 'ACCENT2' },
    });
    expect(tab.background('C2')).toBe('#ea4335');
  });

  it('counts the version on with each change, which Drive says was hers and when', () => {
    time = new Date('2024-06-01T00:05:00Z');
    const book = standIn.open('A');
    tab.type('A2', 'R6-0009');
    tab.paint('A2', '#ffff00');
    expect([book.version(), book.lastChangedBy()]).toEqual(['9', 'tantou@town.example.jp']);
    expect(standIn.spreadsheets[0]?.modifiedTime).toBe('2024-06-01T00:05:00.000Z');
  });

  it('cannot type outside of the grid', () => {
    expect(() => tab.type('A1001', '1')).toThrow('outside');
    tab.addRows(1);
    tab.type('A1001', '1');
    expect(tab.value('A1001')).toBe(1);
  });
});

describe('what moves with rows and columns', () => {
  beforeEach(() => {
    tab.writeNote('C3', 'メモ');
    tab.paint('C3', '#ff0000');
    tab.leaveMetadata('kasanari.field', 'cases.pathway', 'C');
    tab.leaveMetadata('kasanari.field', 'row', 3);
    tab.merge('A2:A3');
    tab.protect('C2:C4');
  });
  const places = () => ({
    notes: tab.notes(),
    metadata: tab.metadata().map(({ axis, index, value }) => `${axis} ${index} ${value}`),
    merges: tab.sheet().merges,
    protectedRanges: tab.sheet().protectedRanges.map(({ range }) => range),
  });

  it('everything, when rows are inserted above; a merge grows when a row is inserted in it', () => {
    tab.insertRows(1, 2);
    expect(places()).toEqual({
      notes: { C5: 'メモ' },
      metadata: ['COLUMNS 2 cases.pathway', 'ROWS 4 row'],
      merges: [{ top: 3, left: 0, bottom: 5, right: 1 }],
      protectedRanges: [{ startRowIndex: 3, endRowIndex: 6, startColumnIndex: 2, endColumnIndex: 3 }],
    });
    tab.insertRows(5, 1);
    expect(tab.sheet().merges).toEqual([{ top: 3, left: 0, bottom: 6, right: 1 }]);
  });

  it('a new row takes the colours of the one above it, and neither its value nor its note', () => {
    tab.insertRows(4, 1);
    expect([tab.background('C4'), tab.note('C4'), tab.value('C4')]).toEqual(['#ff0000', null, null]);
  });

  it('everything, when a column is inserted or moved', () => {
    tab.insertColumns('B', 1);
    expect(places().metadata).toEqual(['COLUMNS 3 cases.pathway', 'ROWS 2 row']);
    expect(places().notes).toEqual({ D3: 'メモ' });
    tab.moveColumn('D', 'A');
    expect(places().metadata).toEqual(['COLUMNS 0 cases.pathway', 'ROWS 2 row']);
    expect(places().notes).toEqual({ A3: 'メモ' });
    expect(tab.values()[1]).toEqual(['本人', 'R6-0001', null, { serial: 45383 }]);
  });

  it('a deleted column takes its metadata with it, a deleted row its merge and its marks', () => {
    tab.deleteColumn('C');
    expect(places()).toEqual({
      notes: {},
      metadata: ['ROWS 2 row'],
      merges: [{ top: 1, left: 0, bottom: 3, right: 1 }],
      protectedRanges: [],
    });
    tab.deleteRows(3, 1);
    expect(places()).toEqual({ notes: {}, metadata: [], merges: [], protectedRanges: [] });
  });

  it('cells with their marks when a table is sorted; what is on whole rows stays', () => {
    tab.sort('A', { isDescending: true });
    expect(tab.values().map(([number]) => number)).toEqual(['受付番号', 'R6-0003', 'R6-0001', null]);
    expect(places().notes).toEqual({ C4: 'メモ' });
    expect(places().metadata).toEqual(['COLUMNS 2 cases.pathway', 'ROWS 2 row']);
  });

  it('a copy of a tab has metadata with ids of its own', () => {
    tab.duplicate();
    const copy = standIn.open('A').tab('相談受付 のコピー');
    expect(copy.metadata().map(({ value }) => value)).toEqual(['cases.pathway', 'row']);
    const ids = [...tab.metadata(), ...copy.metadata()].map(({ id }) => id);
    expect(new Set(ids).size).toBe(4);
    expect(standIn.open('A').titles()).toEqual(['相談受付', '相談受付 のコピー']);
    copy.type('A2', 'x');
    expect(tab.value('A2')).toBe('R6-0001');
  });

  it('a copied cell brings its note and colour along', () => {
    tab.copy('C3', 'C9');
    expect(tab.notes()).toEqual({ C3: 'メモ', C9: 'メモ' });
    expect(tab.backgrounds()).toEqual({ C3: '#ff0000', C9: '#ff0000' });
  });

  it('frozen rows stay with what was frozen', () => {
    tab.freeze(1);
    tab.insertRows(1, 1);
    expect(tab.sheet().properties.gridProperties?.frozenRowCount).toBe(2);
    tab.deleteRows(1, 2);
    expect(tab.sheet().properties.gridProperties?.frozenRowCount).toBe(0);
  });
});

describe('spreadsheets that a test gives again', () => {
  it('keep what was written into them, as long as their tabs are the same', () => {
    tab.type('A2', 'changed');
    standIn.spreadsheets = standIn.spreadsheets.map((each) => ({ ...each, version: '99', name: '新しい名前' }));
    const book = standIn.open('A');
    expect([book.version(), book.tab('相談受付').value('A2')]).toEqual(['99', 'changed']);
    standIn.spreadsheets = standIn.spreadsheets.map((each) => ({ ...each, tabs: [...each.tabs] }));
    expect(standIn.open('A').tab('相談受付').value('A2')).toBe('R6-0001');
  });
});
