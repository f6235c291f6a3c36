/** What the file system says of a path; `null` where there is nothing. */
import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { isFileError } from '#functions/adapters/folder/whole-file.ts';

export async function statIfThere(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}
