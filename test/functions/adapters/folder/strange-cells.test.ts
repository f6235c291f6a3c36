/** Cells as no spreadsheet program writes them, found by the campaign of mutated workbooks: refused, or read as the text they are. */
import { describe, expect, it } from 'vitest';
import { excelFile } from './package-builder.ts';
import { failureOf, folderWith, rowsOf } from './read-file.ts';

const file = (rows: string, sharedStrings: readonly string[] = []) =>
  excelFile({ tabs: [{ name: '相談受付', rows }], sharedStrings, formats: [14] });
const row = (cell: string) => `<row r="1">${cell}</row>`;
const failure = async (rows: string, strings?: readonly string[]) =>
  (await failureOf(await folderWith({ '社協.xlsx': file(rows, strings) }))).code;

describe('a cell of an .xlsx file that no program would write', () => {
  it('a number in a form that spreadsheets do not have is no number', async () => {
    for (const typed of ['0x1F', '0b11', '0o17', '1e999', '-1e999', 'Infinity', ' ', '1_000', '--1']) {
      expect(await rowsOf(file(row(`<c r="A1"><v>${typed}</v></c>`)))).toEqual([[typed]]);
      expect(await rowsOf(file(row(`<c r="A1" s="1"><v>${typed}</v></c>`)))).toEqual([[typed]]);
    }
  });

  it('a number is one in each form that programs write', async () => {
    const numbers = { '12': 12, '-3.5': -3.5, '1E-3': 0.001, '1.5e+21': 1.5e21, '.5': 0.5, '7.': 7, '\n 8 ': 8 };
    for (const [typed, number] of Object.entries(numbers)) {
      expect(await rowsOf(file(row(`<c r="A1"><v>${typed}</v></c>`)))).toEqual([[number]]);
    }
  });

  it('the place of a shared text is a whole number', async () => {
    expect(await rowsOf(file(row('<c r="A1" t="s"><v> 1 </v></c>'), ['<t>a</t>', '<t>b</t>']))).toEqual([['b']]);
    for (const place of ['0x1', '1e0', '-0', '1.0', '__proto__', 'length']) {
      expect(await failure(row(`<c r="A1" t="s"><v>${place}</v></c>`), ['<t>a</t>', '<t>b</t>'])).toBe(
        'file/truncated',
      );
    }
  });

  it('a row whose number is none is not lost, the file is refused', async () => {
    for (const number of ['1.5', '1e3', '0x2', 'abc', '-1', '', '99999999']) {
      expect(await failure(`<row r="${number}"><c><v>1</v></c></row>`)).toBe('file/unreadable');
    }
  });

  it('one cell with two different contents is refused, with the same twice it is read', async () => {
    const cells = (second: string) => row(`<c r="A1"><v>1</v></c>${second}`);
    expect(await failure(cells('<c r="A1"><v>2</v></c>'))).toBe('file/unreadable');
    expect(await failure(cells('<c r="A1" t="b"><v>1</v></c>'))).toBe('file/unreadable');
    expect(await rowsOf(file(cells('<c r="A1"><v>1</v></c>')))).toEqual([[1]]);
    expect(await rowsOf(file(cells('<c r="A1"/>')))).toEqual([[1]]);
    const day = '<c r="A1" s="1"><v>45000</v></c>';
    expect(await rowsOf(file(row(day + day)))).toEqual([[{ serial: 45000 }]]);
  });

  it('contents under a wrong type are not lost', async () => {
    expect(await rowsOf(file(row('<c r="A1" t="inlineStr"><v>12</v></c>')))).toEqual([['12']]);
    expect(await rowsOf(file(row('<c r="A1" t="n"><is><t>東山地区</t></is></c>')))).toEqual([['東山地区']]);
    expect(await rowsOf(file(row('<c r="A1" t="s"><is><t>東山地区</t></is></c>')))).toEqual([['東山地区']]);
  });
});
