/** Builds the dashboard once for all tests that look at it in a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildDashboardInto } from '../../scripts/start/dashboard-build.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the built dashboard. */
    dashboard: string;
  }
}

/** Vitest calls it before the first test and calls what it gives back after the last one. */
export default async function provideDashboard(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'kasanari-dashboard-'));
  await buildDashboardInto(project.config.root, folder);
  project.provide('dashboard', folder);
  return async () => await rm(folder, { recursive: true });
}
