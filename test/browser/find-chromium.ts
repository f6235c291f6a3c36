/** Finds the browser of the tests once a run. Without any, only tests that need a browser fail. */
import type { TestProject } from 'vitest/node';
import { type FoundChromium, findChromium } from '../../scripts/chromium/find-chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    chromium: FoundChromium;
  }
}

/** Vitest calls it before the first test and calls what it gives back after the last one. */
export default async function provideChromium(project: TestProject): Promise<() => Promise<void>> {
  const { found, remove } = await findChromium();
  project.provide('chromium', found);
  return remove;
}
