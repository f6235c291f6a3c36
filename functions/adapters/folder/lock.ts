/**
 * An exclusive lock between processes: a file that only one of them can create.
 * A lock whose owner died is broken, so that a crash never blocks the next run.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { isFileError, temporaryPrefix } from './whole-file.ts';

/** What is done under a lock takes milliseconds; a lock of this age has been left behind. */
const staleAfterMilliseconds = 30_000;
const giveUpAfterMilliseconds = 45_000;

/** Tokens of the locks that this process holds: a lock with our pid and another token is of an earlier process. */
const ownTokens = new Set<string>();

/** Runs `action` while nobody else holds the lock at `path`. `isStillOurs` is for the last moment before anything is changed. */
export async function withLock<T>(
  path: string,
  action: (isStillOurs: () => Promise<boolean>) => Promise<T>,
): Promise<T> {
  const token = randomUUID();
  const owner = `${token} ${process.pid} ${hostname()}`;
  await mkdir(dirname(path), { recursive: true });
  ownTokens.add(token);
  try {
    await acquire(path, owner);
    const isStillOurs = async () => (await readOwner(path)) === owner;
    try {
      return await action(isStillOurs);
    } finally {
      if (await isStillOurs()) await rm(path, { force: true });
    }
  } finally {
    ownTokens.delete(token);
  }
}

async function acquire(path: string, owner: string): Promise<void> {
  const start = performance.now();
  for (;;) {
    if (await createExclusively(path, owner)) return;
    await breakIfStale(path);
    if (performance.now() - start > giveUpAfterMilliseconds) throw new Error(`Another process keeps the lock ${path}`);
    await new Promise((resolve) => setTimeout(resolve, 2 + Math.random() * 10));
  }
}

/**
 * The file appears with its owner in it, so that a process killed at any moment leaves a lock that says whose it was. A file
 * system without links gets it in two steps; killed in between, an empty lock stays until it is old.
 */
async function createExclusively(path: string, owner: string): Promise<boolean> {
  const draft = join(dirname(path), `${temporaryPrefix}${randomUUID()}`);
  try {
    // On a full disk the file is there, and empty.
    await writeFile(draft, owner);
    return await linkExclusively(draft, path, owner);
  } finally {
    await rm(draft, { force: true });
  }
}

async function linkExclusively(draft: string, path: string, owner: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    return isFileError(error, 'EEXIST') ? false : await createInTwoSteps(path, owner);
  }
}

async function createInTwoSteps(path: string, owner: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    try {
      await file.writeFile(owner);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    // EPERM and EBUSY: Windows, while the former owner's file is being removed.
    if (isFileError(error, 'EEXIST', 'EPERM', 'EBUSY')) return false;
    throw error;
  }
}

/** Only one process at a time may break a lock, or the second would remove the first one's new lock. */
async function breakIfStale(path: string): Promise<void> {
  if (!(await isStale(path))) return;
  const breaker = `${path}.breaking`;
  if (!(await createExclusively(breaker, ''))) {
    if ((await ageOf(breaker)) > staleAfterMilliseconds) await rm(breaker, { force: true });
    return;
  }
  try {
    if (await isStale(path)) await rm(path, { force: true });
  } finally {
    await rm(breaker, { force: true });
  }
}

async function isStale(path: string): Promise<boolean> {
  const age = await ageOf(path);
  if (age > staleAfterMilliseconds) return true;
  const [token, pid, host] = (await readOwner(path))?.split(' ') ?? [];
  // Without an owner it is being written in two steps this moment (or its owner died in between: then it grows old).
  if (token === undefined || pid === undefined || host !== hostname()) return false;
  if (Number(pid) === process.pid) return !ownTokens.has(token);
  return !isAlive(Number(pid));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return !isFileError(error, 'ESRCH');
  }
}

async function readOwner(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Milliseconds since the file was written; 0 when it is gone. */
async function ageOf(path: string): Promise<number> {
  try {
    return Date.now() - (await stat(path)).mtimeMs;
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return 0;
    throw error;
  }
}
