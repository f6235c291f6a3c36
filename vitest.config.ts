import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    environment: 'node',
    sequence: { shuffle: true },
    globalSetup: ['test/browser/find-chromium.ts'],
    testTimeout: 30_000,
    reporters: ['default', './test/report-totals.ts'],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
