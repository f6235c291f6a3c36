import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { excelFile, packageParts, zip } from './package-builder.ts';
import { failureOf, folderWith, rowsOf } from './read-file.ts';

const good = excelFile({ tabs: [{ name: '相談受付', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
const failureOfFile = async (bytes: Uint8Array | string, name = '社協.xlsx') =>
  await failureOf(await folderWith({ [name]: bytes }));
const broken = (code: string, facts = {}) => ({
  workbook: '社協.xlsx',
  kind: 'broken',
  code,
  facts: { file: '社協.xlsx', ...facts },
});

describe('a file that cannot be read says why', () => {
  it('a file that is no workbook', async () => {
    expect(await failureOfFile('これはブックではない')).toEqual(broken('file/not-a-workbook'));
    expect(await failureOfFile('')).toEqual(broken('file/not-a-workbook'));
    expect(await failureOfFile('<html><table></table></html>')).toEqual(broken('file/not-a-workbook'));
    expect(await failureOfFile(zip([{ name: 'word/document.xml', text: '<w:document/>' }]))).toEqual(
      broken('file/not-a-workbook'),
    );
  });

  it('a workbook with a password', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: 'a', rows: [[1]] }],
      encryption: { password: 'x', spinCount: 10 },
    });
    expect(await failureOfFile(locked)).toEqual({ ...broken('file/password'), kind: 'forbidden' });
    const zipped = zip(
      packageParts({ tabs: [{ name: 'a', rows: '' }] }).map((part) => ({ ...part, isEncrypted: true })),
    );
    expect(await failureOfFile(zipped)).toEqual({ ...broken('file/password'), kind: 'forbidden' });
  });

  it('an old .xls file, under its own name or as .xlsx', async () => {
    const cfb = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(3000)]);
    expect(await failureOfFile(cfb)).toEqual(broken('file/old-excel'));
    expect((await failureOfFile(cfb, '台帳.XLS')).code).toBe('file/old-excel');
  });

  it('a file that was cut off, at whatever byte', async () => {
    for (let length = 4; length < good.length; length += 7) {
      expect((await failureOfFile(good.subarray(0, length))).code).toBe('file/truncated');
    }
  });

  it('a file in which one byte was changed is read as it was or says that it is damaged', async () => {
    for (let at = 0; at < good.length; at += 11) {
      const damaged = Buffer.from(good);
      damaged.writeUInt8(damaged.readUInt8(at) ^ 0x55, at);
      try {
        expect(await rowsOf(damaged)).toEqual([[1]]);
      } catch (error) {
        expect((error as { code?: string }).code).toMatch(
          /^file\/(?:truncated|not-a-workbook|unreadable|zip-bomb|password)$/,
        );
      }
    }
  });

  it('a file whose contents are not those that were packed', async () => {
    const parts = packageParts({ tabs: [{ name: 'a', rows: '' }] }).map((part) => ({ ...part, claimedCrc: 7 }));
    expect(await failureOfFile(zip(parts))).toEqual(broken('file/truncated'));
  });

  it('a file of 200 MB is never read into memory', async () => {
    const folder = await folderWith({ '社協.xlsx': good });
    await truncate(join(folder, '社協.xlsx'), 200 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    expect(await failureOf(folder)).toEqual(broken('file/too-large', { megabytes: 200, limit: 50 }));
    expect(process.memoryUsage().rss - before).toBeLessThan(20e6);
  });

  it('a file of zeros within the limit is no workbook', async () => {
    const folder = await folderWith({ '社協.xlsx': '' });
    await truncate(join(folder, '社協.xlsx'), 50 * 1024 * 1024);
    expect(await failureOf(folder)).toEqual(broken('file/not-a-workbook'));
  });

  it('a small file that unpacks to gigabytes, whether it says so or not', async () => {
    const bomb = Buffer.alloc(201 * 1024 * 1024, ' ');
    for (const claimedSize of [bomb.length, 1000, 0]) {
      const parts = packageParts({ tabs: [{ name: 'a', rows: '' }] }).filter(
        ({ name }) => !name.includes('sheet1.xml'),
      );
      const file = zip([...parts, { name: 'xl/worksheets/sheet1.xml', text: bomb, claimedSize }]);
      expect(file.length).toBeLessThan(1_000_000);
      expect(await failureOfFile(file)).toEqual(broken('file/zip-bomb'));
    }
  });

  it('entities that would grow without end', async () => {
    const parts = packageParts({ tabs: [{ name: 'a', rows: '' }] }).filter(({ name }) => !name.includes('sheet1.xml'));
    const text = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>';
    expect(await failureOfFile(zip([...parts, { name: 'xl/worksheets/sheet1.xml', text }]))).toEqual(
      broken('file/unreadable'),
    );
  });

  it('far too many cells, counted up to the last of each row', async () => {
    const rows = Array.from(
      { length: 184 },
      (_, index) => `<row r="${index + 1}"><c r="XFD${index + 1}"><v>1</v></c></row>`,
    );
    expect(await failureOfFile(excelFile({ tabs: [{ name: 'a', rows: rows.join('') }] }))).toEqual(
      broken('file/too-many-cells', { limit: 3_000_000 }),
    );
    expect((await rowsOf(excelFile({ tabs: [{ name: 'a', rows: rows.slice(0, 183).join('') }] }))).length).toBe(183);
  });

  it('a cell in the last row is read, but not in each of a hundred tabs', async () => {
    const tabs = Array.from({ length: 100 }, (_, index) => ({
      name: `${index}`,
      rows: '<row r="1048576"><c r="A1048576"><v>1</v></c></row>',
    }));
    expect((await rowsOf(excelFile({ tabs: tabs.slice(0, 3) }))).length).toBe(1_048_576);
    expect(await failureOfFile(excelFile({ tabs }))).toEqual(broken('file/too-many-cells', { limit: 3_000_000 }));
  });

  it('20,000 merged ranges are read, but not in each of six tabs', async () => {
    const after = `<mergeCells>${'<mergeCell ref="A1"/>'.repeat(20_000)}</mergeCells>`;
    const tabs = Array.from({ length: 6 }, (_, index) => ({
      name: `${index}`,
      rows: '<row r="1"><c r="A1"><v>1</v></c></row>',
      after,
    }));
    expect(await rowsOf(excelFile({ tabs: tabs.slice(0, 5) }))).toEqual([[1]]);
    expect(await failureOfFile(excelFile({ tabs }))).toEqual(broken('file/too-many-cells', { limit: 100_000 }));
  });

  it('a cell beyond the last column or row of Excel', async () => {
    for (const place of ['XFE1', 'A1048577', 'ABCD1', '1A', '']) {
      const rows = `<row r="1"><c r="${place}"><v>1</v></c></row>`;
      expect(await failureOfFile(excelFile({ tabs: [{ name: 'a', rows }] }))).toEqual(broken('file/unreadable'));
    }
  });

  it('200,000 empty rows are no failure: they cost nothing', async () => {
    const row = (number: number) =>
      `<row r="${number}" spans="1:20">${'ABC'.replace(/./g, `<c r="$&${number}" s="0"/>`)}</row>`;
    const rows = Array.from({ length: 200_000 }, (_, index) => row(index + 2)).join('');
    const file = excelFile({ tabs: [{ name: 'a', rows: `<row r="1"><c r="A1"><v>1</v></c></row>${rows}` }] });
    expect(await rowsOf(file)).toEqual([[1]]);
  });
});
