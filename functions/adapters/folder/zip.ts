/**
 * Reads entries of a zip file straight from disk, unpacked piece by piece under a budget, so that neither a large file
 * nor one that claims to be small ever stands in memory whole. What a zip file looks like is known to yauzl.
 */
import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import {
  type Entry,
  fromRandomAccessReaderPromise,
  getFileNameLowLevel,
  RandomAccessReader,
  type ZipFile,
} from 'yauzl';
import { FileProblem } from './file-problem.ts';

/** What may still be unpacked; shared by all entries of a file. */
export interface UnpackBudget {
  remaining: number;
}

export interface ZipEntry {
  /** The entry's bytes in pieces. @throws FileProblem file/zip-bomb, file/truncated, file/password, file/unreadable */
  unpack(budget: UnpackBudget): AsyncGenerator<Buffer>;
}

const mostEntries = 10_000;
const pieceLength = 256 * 1024;

/** The entries by name. @throws FileProblem file/truncated */
export async function listZip(file: FileHandle, fileSize: number): Promise<ReadonlyMap<string, ZipEntry>> {
  const entries = new Map<string, ZipEntry>();
  try {
    // Sizes and names are looked at here: yauzl would give up the whole file for an entry that nobody asks for.
    const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };
    const zip = await fromRandomAccessReaderPromise(new HandleReader(file), fileSize, options);
    if (zip.entryCount > mostEntries) throw new FileProblem('file/truncated');
    for await (const entry of zip.eachEntry()) {
      entries.set(nameOf(entry), { unpack: (budget) => unpack(zip, entry, budget) });
    }
  } catch (error) {
    throw asDamage(error);
  }
  return entries;
}

function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  return getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
}

async function* unpack(zip: ZipFile, entry: Entry, budget: UnpackBudget): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new FileProblem('file/password', { kind: 'forbidden' });
  if (!entry.canDecodeFileData()) throw new FileProblem('file/unreadable');
  if (entry.uncompressedSize > budget.remaining) throw new FileProblem('file/zip-bomb');
  // Some programs call an empty entry deflated, without the two bytes of an empty deflation.
  if (entry.compressedSize === 0 && entry.uncompressedSize === 0) return;
  let [size, crc] = [0, 0];
  try {
    const pieces: AsyncIterable<Buffer> = await zip.openReadStreamPromise(entry);
    for await (const piece of pieces) {
      size += piece.length;
      // The size in the directory may be a lie; what comes out counts.
      if (size > entry.uncompressedSize) throw new FileProblem('file/zip-bomb');
      crc = crc32(piece, crc);
      yield piece;
    }
  } catch (error) {
    throw asDamage(error);
  }
  budget.remaining -= size;
  if (size !== entry.uncompressedSize || crc !== entry.crc32) throw new FileProblem('file/truncated');
}

/** What yauzl and zlib complain of is the file's contents; failures of the disk stay what they are. */
function asDamage(error: unknown): unknown {
  const isOfDisk = error instanceof Error && 'syscall' in error;
  return error instanceof FileProblem || isOfDisk ? error : new FileProblem('file/truncated', { cause: error });
}

/** Not yauzl's own reader: an offset that no file can have would end the whole program there, here it is a failed read. */
class HandleReader extends RandomAccessReader {
  readonly #file: FileHandle;

  constructor(file: FileHandle) {
    super();
    this.#file = file;
  }

  override read(
    bytes: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null) => void,
  ): void {
    readAt(this.#file, bytes.subarray(offset, offset + length), position).then(() => callback(null), callback);
  }

  override createReadStream({ start, end }: { start: number; end: number }): Readable {
    return Readable.from(readRange(this.#file, start, end), { objectMode: false });
  }
}

/** Not the handle's own stream: each would leave a listener on the handle. */
async function* readRange(file: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end; ) {
    const bytes = Buffer.alloc(Math.min(pieceLength, end - position));
    await readAt(file, bytes, position);
    position += bytes.length;
    yield bytes;
  }
}

/** Fills the bytes. @throws FileProblem file/truncated where the file ends before */
async function readAt(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  const { bytesRead } = await file.read(bytes, 0, bytes.length, position);
  if (bytesRead < bytes.length) throw new FileProblem('file/truncated');
}
