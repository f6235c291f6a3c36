/** Writing a file so that readers, and a machine that loses power, see the old one or the new one and nothing between. */
import { randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Files being written carry this prefix; whoever lists a folder leaves them out. */
export const temporaryPrefix = '.writing-';

/** Whether a failure of the file system has this code, like 'ENOENT'. */
export function isFileError(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

/** Writes beside the target and renames over it. Folders that are missing are made. */
export async function writeWholeFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `${temporaryPrefix}${randomUUID()}`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await renamePatiently(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

/** Windows refuses to rename over a file that a virus scanner or a reader has open: a moment later it works. */
async function renamePatiently(from: string, to: string, tries = 10): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (tries === 0 || !isFileError(error, 'EPERM', 'EACCES', 'EBUSY')) throw error;
    await new Promise((resolve) => setTimeout(resolve, 20));
    await renamePatiently(from, to, tries - 1);
  }
}

/** Makes the new name itself durable. Where folders cannot be opened (Windows), the file system sees to it. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!isFileError(error, 'EPERM', 'EACCES', 'EISDIR', 'EINVAL', 'ENOTSUP')) throw error;
  }
}
