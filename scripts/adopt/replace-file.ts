/** Puts a new file in the place of an old one: checked before, with a copy of the old one kept beside it. */
import { copyFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { adoptMessages } from '#sheets-schema/vocabulary/messages/adopt.ts';

export interface Replacement {
  readonly bytes: Uint8Array;
  /** Looks at the new file before it takes the place of the old one; throws where it must not. */
  check(path: string): Promise<void>;
}

/** @param make what is to be written, `null` for nothing; given the size of the file as it is */
export async function replaceFile(
  path: string,
  make: (size: number) => Promise<Replacement | null>,
): Promise<{ readonly backup: string | null }> {
  const before = await stat(path, { bigint: true });
  const replacement = await make(Number(before.size));
  if (replacement === null) return { backup: null };
  const extension = extname(path);
  const unfinished = join(dirname(path), `.writing-${process.pid}${extension}`);
  try {
    await writeFile(unfinished, replacement.bytes, { flag: 'wx' });
    await replacement.check(unfinished);
    const now = await stat(path, { bigint: true });
    if (now.size !== before.size || now.mtimeNs !== before.mtimeNs)
      throw new Error(`${adoptMessages.changed.ja} ${adoptMessages.changed.en}`);
    const backup = await freeName(path.slice(0, path.length - extension.length), extension);
    await copyFile(path, backup);
    await rename(unfinished, path);
    return { backup };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** 'ブック.before-adopt.xlsx' would be read as a workbook of its own in a folder of workbooks; its ending keeps it from that. */
async function freeName(base: string, extension: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const name = `${base}${extension}.${number}.bak`;
    const isTaken = await stat(name).then(
      () => true,
      () => false,
    );
    if (!isTaken) return name;
  }
}
