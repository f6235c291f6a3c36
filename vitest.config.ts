import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/run/longest-first.ts';

const tests = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter((path) => /\.test\.tsx?$/.test(path));
const inBrowser = tests.filter((path) => path.startsWith('browser'));
const ofCommands = tests.filter((path) => path.startsWith('scripts'));
const others = tests.filter((path) => ![...inBrowser, ...ofCommands].includes(path));
/** These change what all modules of a process share: its environment variables, its clock, or where its requests go. */
const alone = others.filter((path) =>
  /\bvi\.|from 'msw|intercepted\.ts/.test(readFileSync(join('test', path), 'utf8')),
);
const together = others.filter((path) => !alone.includes(path));

export default defineConfig({
  test: {
    // Paths of tests are within this folder, and no other is walked through in search of them.
    dir: 'test',
    environment: 'node',
    // Nothing is asserted on seconds: this only ends what hangs, on a machine that does much else at once too.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    sequence: { shuffle: { files: true, tests: true }, sequencer: LongestFirst, seed: Date.now() },
    // One more than there are cores: much of the time goes into waiting for processes and for the browser.
    maxWorkers: Math.max(2, availableParallelism() + 1),
    reporters: ['default', './test/run/report-totals.ts'],
    projects: [
      // To load the project anew for each file would take longer than most of the tests.
      { extends: true, test: { name: 'together', include: together, isolate: false } },
      { extends: true, test: { name: 'alone', include: alone } },
      {
        extends: true,
        test: {
          name: 'commands',
          include: ofCommands,
          globalSetup: ['test/browser/find-chromium.ts', 'test/scripts/bundle-scripts.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: inBrowser,
          isolate: false,
          globalSetup: ['test/browser/find-chromium.ts', 'test/browser/build-dashboard.ts'],
        },
      },
    ],
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
});
