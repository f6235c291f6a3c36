/** Puts a new file in the place of an old one: checked before, with a copy of the old one kept beside it. */
import { copyFile, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { systemClock } from '#functions/adapters/clock.ts';
import { temporaryPrefix, writeWholeFile } from '#functions/adapters/folder/whole-file.ts';
import { adoptMessages } from '#sheets-schema/vocabulary/messages/adopt.ts';
import { statIfThere } from '../run/stat-if-there.ts';

export interface Replacement {
  readonly bytes: Uint8Array;
  /** Looks at the new file before it takes the place of the old one; throws where it must not. */
  check(path: string): Promise<void>;
}

/** The file is open in Excel, or was changed meanwhile; it stays as it is. */
export class FileInUse extends Error {
  constructor() {
    super(`${adoptMessages.changed.ja} ${adoptMessages.changed.en}`);
    this.name = 'FileInUse';
  }
}

/**
 * @param make what is to be written, `null` for nothing; given the size of the file as it is
 * @throws FileInUse
 */
export async function replaceFile(
  path: string,
  make: (size: number) => Promise<Replacement | null>,
): Promise<{ readonly backup: string | null }> {
  const [folder, file] = [dirname(path), basename(path)];
  // Excel leaves such a file beside every workbook that somebody has open.
  if ((await statIfThere(join(folder, `~$${file}`))) !== null) throw new FileInUse();
  const before = await stat(path, { bigint: true });
  const replacement = await make(Number(before.size));
  if (replacement === null) return { backup: null };
  const attempt = join(folder, `${temporaryPrefix}${file}`);
  try {
    await writeWholeFile(attempt, replacement.bytes);
    await replacement.check(attempt);
  } finally {
    await rm(attempt, { force: true });
  }
  const now = await stat(path, { bigint: true });
  if (now.size !== before.size || now.mtimeNs !== before.mtimeNs) throw new FileInUse();
  // Hidden, so that whoever reads the folder does not take it for another workbook.
  const stamp = systemClock.now().toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
  const backup = join(folder, `.${stamp}-${file}`);
  await copyFile(path, backup);
  await writeWholeFile(path, replacement.bytes);
  return { backup };
}
