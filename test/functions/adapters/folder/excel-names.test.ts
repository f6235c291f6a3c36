/** Hidden names that the template leaves in an .xlsx file. */
import { expect, test } from 'vitest';
import { readStoredIds } from '../../../../functions/adapters/folder/excel-names.ts';
import { excelFile } from './package-builder.ts';
import { folderWith, readFirst } from './read-file.ts';

test('a file with hidden names gives the ids of its tabs, and none where it has none', async () => {
  const file = excelFile({
    tabs: [
      { name: 'よろず相談', rows: '<row r="1"><c r="A1" t="inlineStr"><is><t>番号</t></is></c></row>' },
      { name: '予定表', rows: '' },
    ],
    names: {
      '_kasanari.cases': 'よろず相談!$A$1',
      '_kasanari.cases.receiptNumber': 'よろず相談!$A$1',
      '_kasanari.cases.receivedOn': 'よろず相談!$C$1',
      Print_Area: '予定表!$A$1:$D$20',
    },
  });
  const grids = await readFirst(await folderWith({ 'ブック.xlsx': file }));
  expect(grids.map(({ tab, storedIds }) => [tab, storedIds])).toEqual([
    [
      'よろず相談',
      {
        tab: 'cases',
        fields: new Map([
          [0, 'receiptNumber'],
          [2, 'receivedOn'],
        ]),
      },
    ],
    ['予定表', undefined],
  ]);
});

test('names of deleted columns and tabs, ranges and other files are none', () => {
  const lost = [
    '#REF!$B$1',
    '相談受付!#REF!',
    '#REF!',
    '相談受付!$A$1:$B$2',
    '[1]相談受付!$A$1',
    "'[本.xlsx]相談'!$A$1",
    '',
  ];
  const names = lost.map((refersTo, index) => ({ name: `_kasanari.cases.targets${index}`, refersTo }));
  expect(readStoredIds(names)).toEqual(new Map());
});

test('a tab whose name has blanks, quotes or Latin letters is recognised', () => {
  const idsOf = (refersTo: string) => [...readStoredIds([{ name: '_kasanari.cases', refersTo }]).keys()];
  expect(idsOf("'相談 受付'!$A$1")).toEqual(['相談 受付']);
  expect(idsOf("'O''Hara'!$A$1")).toEqual(["O'Hara"]);
  expect(idsOf('Cases!A1')).toEqual(['Cases']);
});

test('items of 基本情報 are told by their rows, columns of other tabs by their columns', () => {
  const ids = readStoredIds([
    { name: '_kasanari.profile', refersTo: '表紙!$A$1' },
    { name: '_kasanari.profile.officeName', refersTo: '表紙!$A$5' },
    { name: '_kasanari.areas.name', refersTo: '地区!$AB$2' },
  ]);
  expect(ids).toEqual(
    new Map([
      ['表紙', { tab: 'profile', fields: new Map([[4, 'officeName']]) }],
      ['地区', { tab: null, fields: new Map([[27, 'name']]) }],
    ]),
  );
});

test('columns that were copied from another tab bring no ids along', () => {
  const ids = readStoredIds([
    { name: '_kasanari.meetings', refersTo: '会議!$A$1' },
    { name: '_kasanari.cases.area', refersTo: '会議!$B$1' },
    { name: '_kasanari.meetings.kind', refersTo: '会議!$C$1' },
  ]);
  expect(ids.get('会議')?.fields).toEqual(new Map([[2, 'kind']]));
});
