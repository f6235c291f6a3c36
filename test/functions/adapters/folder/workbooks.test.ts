import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFolderWorkbooks } from '#functions/adapters/folder/workbooks.ts';
import type { WorkbookEntry } from '#functions/world.ts';
import { excelFile } from './package-builder.ts';
import { failureOf, folderWith, readFirst } from './read-file.ts';

const good = excelFile({ tabs: [{ name: '相談受付', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
const names = async (folder: string) => (await createFolderWorkbooks(folder).list()).map(({ id, name }) => [id, name]);

describe('which files of a folder are workbooks', () => {
  it('.xlsx and .xlsm at any depth, and folders of .csv, in the order of their paths', async () => {
    const folder = await folderWith({
      'b.xlsx': good,
      'a/社協.xlsm': good,
      'a/深い/包括.XLSX': good,
      '氷見市/基本情報.csv': '項目,値',
      '氷見市/相談受付.CSV': '受付番号',
    });
    expect(await names(folder)).toEqual(
      [
        ['a/深い/包括.XLSX', '包括.XLSX'],
        ['a/社協.xlsm', '社協.xlsm'],
        ['b.xlsx', 'b.xlsx'],
        ['氷見市', '氷見市'],
      ].toSorted(),
    );
  });

  it('what programs leave behind and read-me files are no workbooks', async () => {
    const folder = await folderWith({
      '~$社協.xlsx': '',
      '.社協.xlsx.swp': '',
      '.git/a.xlsx': good,
      'Thumbs.db': '',
      'desktop.ini': '',
      'README.md': '',
      'readme.txt': '',
      '__MACOSX/a.xlsx': good,
    });
    expect(await names(folder)).toEqual([]);
  });

  it('any other file is listed, and says that it cannot be read', async () => {
    const codes: Record<string, string> = {
      '台帳.pdf': 'file/unsupported-type',
      '台帳.ods': 'file/unsupported-type',
      台帳: 'file/unsupported-type',
      '相談受付.csv': 'file/csv-loose',
    };
    for (const [file, code] of Object.entries(codes)) {
      expect(await failureOf(await folderWith({ [file]: 'x' }))).toEqual({
        workbook: file,
        kind: 'broken',
        code,
        facts: { file },
      });
    }
  });

  it('an empty folder lists none, a missing one says so', async () => {
    const folder = await folderWith({});
    expect(await names(folder)).toEqual([]);
    await rm(folder, { recursive: true });
    await expect(names(folder)).rejects.toMatchObject({ kind: 'gone', code: 'folder/missing', facts: { folder } });
  });

  it('the revision changes with the file, and only with it', async () => {
    const folder = await folderWith({ 'a.xlsx': good, '町/基本情報.csv': 'a', '町/圏域.csv': 'b' });
    const source = createFolderWorkbooks(folder);
    const revisions = async () => (await source.list()).map((entry) => entry.revision);
    const first = await revisions();
    expect(await revisions()).toEqual(first);
    await writeFile(join(folder, '町/圏域.csv'), 'c');
    const second = await revisions();
    expect([second[0] === first[0], second[1] === first[1]]).toEqual([true, false]);
    await writeFile(join(folder, '町/会議.csv'), '');
    expect((await revisions())[1]).not.toBe(second[1]);
  });

  it('the revision, which is kept in the store, names no tab: people name them after persons too', async () => {
    const folder = await folderWith({ '町/基本情報.csv': 'a', '町/架空太郎さんの件.csv': 'b' });
    const [entry] = await createFolderWorkbooks(folder).list();
    expect(entry?.revision).toMatch(/^[0-9a-f]{64}$/);
  });

  it('a workbook that was deleted since it was listed is gone', async () => {
    const folder = await folderWith({ 'a.xlsx': good });
    const source = createFolderWorkbooks(folder);
    const [entry] = await source.list();
    await rm(join(folder, 'a.xlsx'));
    await expect(source.read(entry as WorkbookEntry)).rejects.toMatchObject({ kind: 'gone', code: 'file/gone' });
  });

  it('an id that leads out of the folder finds nothing', async () => {
    const folder = await folderWith({ 'in/a.xlsx': good, 'b.xlsx': good });
    const entry = { id: '../b.xlsx', name: 'b.xlsx', revision: '' } as unknown as WorkbookEntry;
    await expect(createFolderWorkbooks(join(folder, 'in')).read(entry)).rejects.toMatchObject({ code: 'file/gone' });
  });
});

describe('how .csv files are read', () => {
  const rowsOfCsv = async (contents: string | Uint8Array) =>
    (await readFirst(await folderWith({ '町/a.csv': contents })))[0]?.rows;

  it('each file of a folder is a tab of its name', async () => {
    const folder = await folderWith({ '氷見市/圏域.csv': 'a\n', '氷見市/基本情報.csv': 'b\n' });
    expect(await readFirst(folder)).toEqual([
      { tab: '圏域', id: '0', rows: [['a']], merges: [] },
      { tab: '基本情報', id: '1', rows: [['b']], merges: [] },
    ]);
  });

  it('in UTF-8 with and without a BOM, in CP932, and in the UTF-16 of Excel', async () => {
    const expected = [['𠮷野', '髙﨑①㈱']];
    const text = '𠮷野,髙﨑①㈱\r\n';
    expect(await rowsOfCsv(text)).toEqual(expected);
    expect(await rowsOfCsv(`\uFEFF${text}`)).toEqual(expected);
    expect(await rowsOfCsv(Buffer.from(`\uFEFF${text.replace(',', '\t')}`, 'utf16le'))).toEqual(expected);
    // These bytes would be words in CP932 too.
    expect(await rowsOfCsv('あい,あい')).toEqual([['あい', 'あい']]);
    // 受付,髙﨑①㈱～ in CP932, as Excel in Japan writes it.
    const cp932 = Buffer.from('8ef395742cfbfced9587408 78a8160'.replaceAll(' ', ''), 'hex');
    expect(await rowsOfCsv(cp932)).toEqual([['受付', '髙﨑①㈱～']]);
  });

  it('line breaks, commas and quotes inside quotes belong to the cell', async () => {
    expect(await rowsOfCsv('a,"1,234","上\r\n下","""x"""\r\nb\r\n')).toEqual([['a', '1,234', '上\n下', '"x"'], ['b']]);
  });

  it('empty cells and rows at the end are left out, blank lines between stay', async () => {
    expect(await rowsOfCsv('a,,\n,,\n\n,b,\n,,,,\n\n')).toEqual([['a'], [], [], [null, 'b']]);
  });

  it('tabs and semicolons separate too, where they are what the file uses', async () => {
    expect(await rowsOfCsv('a\tb,c\nd\te\n')).toEqual([
      ['a', 'b,c'],
      ['d', 'e'],
    ]);
    expect(await rowsOfCsv('a;b\nd;e\n')).toEqual([
      ['a', 'b'],
      ['d', 'e'],
    ]);
    expect(await rowsOfCsv('対象,DV;虐待\n')).toEqual([['対象', 'DV;虐待']]);
  });

  it('a failed formula is an error as in Excel', async () => {
    expect(await rowsOfCsv('#N/A,#REF!,#5,＃N/A\n')).toEqual([[{ error: '#N/A' }, { error: '#REF!' }, '#5', '＃N/A']]);
  });

  it('a quote inside a text is a quote, and 50,000 characters are one cell', async () => {
    expect(await rowsOfCsv(`5" の棚,"a"b\n${'x'.repeat(50_000)}`)).toEqual([['5" の棚', 'ab'], ['x'.repeat(50_000)]]);
  });

  it('an empty file is an empty tab', async () => {
    expect(await rowsOfCsv('')).toEqual([]);
    expect(await rowsOfCsv('\uFEFF')).toEqual([]);
  });

  it('bytes in no encoding, and a quote that never closes, are named with their file', async () => {
    const failing = async (contents: string | Uint8Array) =>
      await failureOf(await folderWith({ '町/相談受付.csv': contents }));
    expect(await failing(Buffer.from([0x80, 0xff, 0x00]))).toEqual({
      workbook: '町',
      kind: 'broken',
      code: 'file/csv-encoding',
      facts: { file: '町/相談受付.csv' },
    });
    expect((await failing('a,"b\nc,d\n')).code).toBe('file/csv-quotes');
    expect((await failing(`a,"${'b'.repeat(60_000)}"`)).code).toBe('file/csv-quotes');
    expect((await failing('b'.repeat(60_000))).code).toBe('file/unreadable');
    expect((await failing(`${','.repeat(9_999)}x\n`.repeat(501))).code).toBe('file/too-many-cells');
  });
});
