import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    sequence: { shuffle: true },
    globalSetup: ['test/browser/find-chromium.ts'],
    // Nothing is asserted on seconds: this only ends what hangs, on a machine that does much else at once too.
    testTimeout: 90_000,
    hookTimeout: 120_000,
    // Left alone, one core of two would stay idle, although much of the time goes into processes and a browser of the tests' own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    reporters: ['default', './test/report-totals.ts'],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
