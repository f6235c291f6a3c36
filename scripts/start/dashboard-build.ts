/** Builds the dashboard when it has never been built, or when a file that it is made of is newer. */
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { statIfThere } from '../run/stat-if-there.ts';

/** What the dashboard is made of, relative to the project's folder. */
const sources = [
  'web',
  'sheets-schema/vocabulary',
  'functions/publish/release.ts',
  'functions/domain',
  'package.json',
  'package-lock.json',
];

/** @returns the folder of the built dashboard */
export async function buildDashboard(project: string, say: (sentence: string) => void): Promise<string> {
  const dist = join(project, 'web', 'dist');
  const builtAt = await modifiedAt(join(dist, 'index.html'));
  const newest = Math.max(
    ...(await Promise.all(sources.map(async (source) => await newestBelow(join(project, source), dist)))),
  );
  if (builtAt >= newest && builtAt > 0) return dist;
  say('画面を組み立てています… Building the dashboard …');
  // Built beside and then moved, so that a build that breaks off is never taken for a dashboard.
  const unfinished = join(project, '.kasanari', `dashboard-${process.pid}`);
  await buildDashboardInto(project, unfinished);
  await putInPlace(unfinished, dist);
  return dist;
}

/** Builds the dashboard into a folder, whatever was there before. */
export async function buildDashboardInto(project: string, folder: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    root: join(project, 'web'),
    configFile: join(project, 'web', 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true },
  });
}

/** Two commands that were started together may both have built; whichever comes second takes the first one's place. */
async function putInPlace(unfinished: string, dist: string, attempts = 3): Promise<void> {
  await rm(dist, { recursive: true, force: true });
  try {
    await rename(unfinished, dist);
  } catch (error) {
    const isTaken =
      error instanceof Error && 'code' in error && ['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(String(error.code));
    if (!isTaken || attempts <= 1) throw error;
    await putInPlace(unfinished, dist, attempts - 1);
  }
}

/** The latest change of a file, or of any file below a folder, in milliseconds; 0 where there is none. */
async function newestBelow(path: string, except: string): Promise<number> {
  if (path === except) return 0;
  const found = await statIfThere(path);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  const below = await Promise.all(names.map(async (name) => await newestBelow(join(path, name), except)));
  return Math.max(0, ...below);
}

async function modifiedAt(path: string): Promise<number> {
  return (await statIfThere(path))?.mtimeMs ?? 0;
}
