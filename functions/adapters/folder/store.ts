/**
 * A Store over a folder: `objects/<first two>/<name>.json` and `pointers/<name>.json`.
 * Several processes may use it at once; a crash at any point leaves whole files only.
 */
import { createHash } from 'node:crypto';
import { access, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Pointer, Store } from '../../world.ts';
import { isObjectName, requireObjectName } from '../object-name.ts';
import { withLock } from './lock.ts';
import { pointerName, pointerPath } from './pointer-path.ts';
import { isFileError, temporaryPrefix, writeWholeFile } from './whole-file.ts';

/** @param folder made when something is first written. A pointer's version is the digest of its content. */
export function createFolderStore(folder: string): Store {
  const objectsFolder = join(folder, 'objects');
  const pointersFolder = join(folder, 'pointers');
  const objectPath = (name: string) => join(objectsFolder, name.slice(0, 2), `${name}.json`);
  const pathOfPointer = (name: string) => join(pointersFolder, pointerPath(name));

  async function readPointer(name: string): Promise<Pointer | null> {
    const bytes = await readIfThere(pathOfPointer(name));
    if (bytes === null) return null;
    return { content: bytes.toString('utf8'), version: createHash('sha256').update(bytes).digest('hex') };
  }

  return {
    async putObject(name, bytes) {
      requireObjectName(name);
      if (!(await isThere(objectPath(name)))) await writeWholeFile(objectPath(name), bytes);
    },
    async readObject(name) {
      return isObjectName(name) ? await readIfThere(objectPath(name)) : null;
    },
    async hasObject(name) {
      return isObjectName(name) && (await isThere(objectPath(name)));
    },
    async listObjects() {
      const found = [];
      for (const path of await listFiles(objectsFolder)) {
        const name = path
          .split('/')
          .at(-1)
          ?.replace(/\.json$/, '');
        const writtenAt = await writtenAtIfThere(join(objectsFolder, path));
        if (name !== undefined && writtenAt !== null) found.push({ name, writtenAt });
      }
      return found.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    },
    async removeObject(name) {
      if (isObjectName(name)) await rm(objectPath(name), { force: true });
    },
    readPointer,
    async movePointer(name, content, expected) {
      const path = pathOfPointer(name);
      return await withLock(`${path}.lock`, async (isStillOurs) => {
        const current = await readPointer(name);
        if ((current?.version ?? null) !== expected || !(await isStillOurs())) return 'lost-race';
        await writeWholeFile(path, content);
        return 'moved';
      });
    },
    async listPointers(prefix) {
      const names = (await listFiles(pointersFolder)).map(pointerName);
      return names.filter((name) => name?.startsWith(prefix) === true).toSorted() as readonly string[];
    },
    async removePointer(name) {
      const path = pathOfPointer(name);
      if (await isThere(path)) await withLock(`${path}.lock`, async () => await rm(path, { force: true }));
    },
  };
}

/** Paths of whole .json files below a folder, with '/'; none where the folder is missing. */
async function listFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && entry.name.endsWith('.json') && !entry.name.startsWith(temporaryPrefix))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
      );
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return [];
    throw error;
  }
}

async function readIfThere(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if (isFileError(error, 'ENOENT', 'ENOTDIR')) return false;
    throw error;
  }
}

async function writtenAtIfThere(path: string): Promise<Date | null> {
  try {
    return (await stat(path)).mtime;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return null;
    throw error;
  }
}
