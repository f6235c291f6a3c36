/**
 * Reads entries of a zip file straight from disk, unpacked piece by piece under a budget, so that neither a large file
 * nor one that claims to be small ever stands in memory whole.
 */
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { FileProblem } from './file-problem.ts';

export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  readonly size: number;
  readonly crc: number;
  readonly offset: number;
}

const signature = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50, locator64: 0x07064b50 };
const mostEntries = 10_000;
const pieceLength = 256 * 1024;
const full16 = 0xffff;
const full32 = 0xffffffff;

/** The entries by name. @throws FileProblem file/truncated */
export async function listZip(file: FileHandle, fileSize: number): Promise<ReadonlyMap<string, ZipEntry>> {
  const { entryCount, start, size } = await findDirectory(file, fileSize);
  if (entryCount > mostEntries || start + size > fileSize) throw new FileProblem('file/truncated');
  const directory = await readAt(file, start, size);
  const entries = new Map<string, ZipEntry>();
  let position = 0;
  for (let index = 0; index < entryCount; index += 1) {
    if (position + 46 > size || directory.readUInt32LE(position) !== signature.central) {
      throw new FileProblem('file/truncated');
    }
    const nameLength = directory.readUInt16LE(position + 28);
    const extraLength = directory.readUInt16LE(position + 30);
    const entry = readEntry(directory.subarray(position, position + 46 + nameLength + extraLength), nameLength);
    entries.set(entry.name, entry);
    position += 46 + nameLength + extraLength + directory.readUInt16LE(position + 32);
  }
  return entries;
}

/** What may still be unpacked; shared by all entries of a file. */
export interface UnpackBudget {
  remaining: number;
}

/** The entry's bytes in pieces. @throws FileProblem file/zip-bomb, file/truncated, file/password */
export async function* unpack(file: FileHandle, entry: ZipEntry, budget: UnpackBudget): AsyncGenerator<Buffer> {
  if (entry.isEncrypted) throw new FileProblem('file/password', { kind: 'forbidden' });
  if (entry.size > budget.remaining) throw new FileProblem('file/zip-bomb');
  const header = await readAt(file, entry.offset, 30);
  if (header.readUInt32LE(0) !== signature.local) throw new FileProblem('file/truncated');
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  let [size, crc] = [0, 0];
  try {
    for await (const piece of readPieces(file, entry, start)) {
      size += piece.length;
      // The size in the directory may be a lie; what comes out counts.
      if (size > entry.size) throw new FileProblem('file/zip-bomb');
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    if (error instanceof FileProblem || !isZlibError(error)) throw error;
    throw new FileProblem('file/truncated', { cause: error });
  }
  budget.remaining -= size;
  if (size !== entry.size || crc !== entry.crc) throw new FileProblem('file/truncated');
}

function readPieces(file: FileHandle, entry: ZipEntry, start: number): AsyncIterable<Buffer> {
  const packed = readRange(file, start, entry.packedSize);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw new FileProblem('file/unreadable');
  if (entry.packedSize === 0) return emptyPieces();
  const inflate = createInflateRaw({ chunkSize: pieceLength });
  // Failures reach whoever iterates over `inflate`.
  pipeline(packed, inflate, () => {});
  return inflate;
}

/** Not the handle's own stream: each would leave a listener on the handle. */
async function* readRange(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let done = 0; done < length; ) {
    const piece = await readAt(file, start + done, Math.min(pieceLength, length - done));
    done += piece.length;
    yield piece;
  }
}

async function* emptyPieces(): AsyncGenerator<Buffer> {}

function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

async function findDirectory(file: FileHandle, fileSize: number) {
  const tailLength = Math.min(fileSize, 22 + full16);
  const tail = await readAt(file, fileSize - tailLength, tailLength);
  for (let at = tailLength - 22; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== signature.end) continue;
    const found = {
      entryCount: tail.readUInt16LE(at + 10),
      size: tail.readUInt32LE(at + 12),
      start: tail.readUInt32LE(at + 16),
    };
    const isFull = found.entryCount === full16 || found.size === full32 || found.start === full32;
    return isFull && at >= 20 ? await findDirectory64(file, tail.subarray(at - 20, at)) : found;
  }
  throw new FileProblem('file/truncated');
}

async function findDirectory64(file: FileHandle, locator: Buffer) {
  if (locator.readUInt32LE(0) !== signature.locator64) throw new FileProblem('file/truncated');
  const record = await readAt(file, Number(locator.readBigUInt64LE(8)), 56);
  if (record.readUInt32LE(0) !== signature.end64) throw new FileProblem('file/truncated');
  return {
    entryCount: Number(record.readBigUInt64LE(32)),
    size: Number(record.readBigUInt64LE(40)),
    start: Number(record.readBigUInt64LE(48)),
  };
}

function readEntry(record: Buffer, nameLength: number): ZipEntry {
  const large = readExtra64(record.subarray(46 + nameLength));
  const orLarge = (value: number) => (value === full32 ? Number(large.shift() ?? full32) : value);
  // The order of the three in the extra field: size, packed size, offset.
  const size = orLarge(record.readUInt32LE(24));
  const packedSize = orLarge(record.readUInt32LE(20));
  const offset = orLarge(record.readUInt32LE(42));
  return {
    name: record.toString('utf8', 46, 46 + nameLength),
    method: record.readUInt16LE(10),
    isEncrypted: (record.readUInt16LE(8) & 1) === 1,
    packedSize,
    size,
    crc: record.readUInt32LE(16),
    offset,
  };
}

function readExtra64(extra: Buffer): bigint[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    const field = extra.subarray(at + 4, at + 4 + length);
    if (extra.readUInt16LE(at) === 1) {
      return Array.from({ length: Math.floor(field.length / 8) }, (_, index) => field.readBigUInt64LE(index * 8));
    }
    at += 4 + length;
  }
  return [];
}

/** Exactly so many bytes. @throws FileProblem file/truncated where the file ends before */
async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, position);
  if (bytesRead < length) throw new FileProblem('file/truncated');
  return bytes;
}
