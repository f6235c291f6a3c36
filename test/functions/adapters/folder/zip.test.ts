import { describe, expect, it } from 'vitest';
import { excelFile, packageParts, zip } from './package-builder.ts';
import { failureOf, folderWith, rowsOf } from './read-file.ts';

const tabs = [{ name: '相談受付', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }];
const endLength = 22;

/** The same file in the form for more than 65,535 entries or 4 GB, whose last part may say where the one before it stands. */
function zip64(file: Buffer, { claimedPlace }: { readonly claimedPlace?: bigint } = {}): Buffer {
  const [body, end] = [file.subarray(0, -endLength), Buffer.from(file.subarray(-endLength))];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 24);
  record.writeBigUInt64LE(BigInt(end.readUInt16LE(10)), 32);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(12)), 40);
  record.writeBigUInt64LE(BigInt(end.readUInt32LE(16)), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(claimedPlace ?? BigInt(body.length), 8);
  end.fill(0xff, 8, 20);
  return Buffer.concat([body, record, locator, end]);
}

describe('zip files that other programs write', () => {
  it('in the form for very large files', async () => {
    expect(await rowsOf(zip64(excelFile({ tabs })))).toEqual([[1]]);
  });

  it('with \\ between folders, as some programs on Windows do', async () => {
    const parts = packageParts({ tabs }).map((part) => ({ ...part, name: part.name.replaceAll('/', '\\') }));
    expect(await rowsOf(zip(parts))).toEqual([[1]]);
  });

  it('with entries that nobody asks for, whatever their names', async () => {
    const more = [
      { name: '/etc/passwd', text: '' },
      { name: '../外.xml', text: '' },
    ];
    expect(await rowsOf(zip([...packageParts({ tabs }), ...more]))).toEqual([[1]]);
  });
});

describe('zip files that lie', () => {
  it.each([0xffff_ffff_ffff_ffffn, 2n ** 53n + 1n, 2n ** 40n])(
    'a place in the file that no file can have (%s) is damage, not the end of the program',
    async (claimedPlace) => {
      const folder = await folderWith({ '社協.xlsx': zip64(excelFile({ tabs }), { claimedPlace }) });
      expect((await failureOf(folder)).code).toBe('file/truncated');
    },
  );

  it('more than 10,000 entries', async () => {
    const more = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `${index}`, text: '' }));
    const parts = packageParts({ tabs });
    expect(await rowsOf(zip([...parts, ...more(10_000 - parts.length)]))).toEqual([[1]]);
    const folder = await folderWith({ '社協.xlsx': zip([...parts, ...more(10_001 - parts.length)]) });
    expect((await failureOf(folder)).code).toBe('file/truncated');
  });
});
