/** The house rules that a machine can check, and the proof that each check notices when its rule is broken. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { reachablePackages, readImports, type Sources } from './architecture/imports.ts';
import {
  checkAsync,
  checkCharts,
  checkDirections,
  checkExceptions,
  checkHucre,
  checkLengths,
  checkReach,
  checkTargets,
  checkWorld,
  checkZod,
  type Exceptions,
} from './architecture/rules.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const listed = listFiles();
const sources: Sources = new Map(
  listed
    .filter((file) => /^(?:sheets-schema|functions|web|scripts)\/.*\.(?:ts|tsx|mjs)$/.test(file))
    .map((file) => [file, readFileSync(`${project}${file}`, 'utf8')]),
);

const exceptions: Exceptions = {
  imports: {
    'functions/plan/plan.ts → functions/ingest/is-to-read.ts':
      'plan compares with the states that ingest leaves in the store',
    'functions/plan/plan.ts → functions/ingest/ingest-store.ts':
      'plan reads the states that ingest leaves in the store',
    'functions/adopt/plan-adoption.ts → functions/template/add-tab.ts':
      'tabs that an office lacks are added as the template adds them',
    'functions/adopt/plan-adoption.ts → functions/template/arrange-words.ts':
      'tabs that an office lacks are added as the template adds them',
    'functions/ingest/ingest.ts → functions/plan/plan.ts': 'ingest is given the plan of its run',
    'functions/ingest/ingest-world.ts → functions/plan/plan.ts': 'ingest is given the plan of its run',
    'functions/ingest/groups.ts → functions/plan/plan.ts': 'ingest is given the plan of its run',
    'functions/ingest/connect-groups.ts → functions/plan/plan.ts': 'ingest is given the plan of its run',
    'functions/ingest/check-entry.ts → functions/audit/append-audit.ts': 'who lets a held workbook through is recorded',
    'functions/ingest/guards/heed-answers.ts → functions/audit/append-audit.ts':
      'who lets a held workbook through is recorded',
    'functions/serve/let-through.ts → functions/ingest/ingest-store.ts':
      'the answer to a question stands in the state that ingest leaves in the store',
    'functions/ingest/ingest-store.ts → functions/publish/canonical.ts': 'objects of the store are named in one way',
    'functions/adapters/google/auth-error.ts → sheets-schema/vocabulary/messages/credentials.ts':
      'without an account nothing begins, and whichever command it was says what to do',
    'scripts/bench/xlsx/written.ts → web/src/shape/export/xlsx.ts': 'what the dashboard writes is measured',
    'scripts/bench/xlsx/written.ts → web/src/shape/export/figure-model.ts': 'what the dashboard writes is measured',
  },
  async: {
    'functions/ingest/guards/heed-answers.ts': 'answers that stand apart from workbooks are looked for in the world',
  },
  longFiles: {
    'sheets-schema/vocabulary/codes.ts': 'a table: one line a code',
    'sheets-schema/vocabulary/indicators.ts': 'a table: a few lines an indicator',
    'sheets-schema/vocabulary/messages/cells.ts': 'a table: a few lines a sentence',
    'functions/world.ts': 'what the core needs of the world, read together by whoever writes an adapter',
    'functions/publish/release.ts': 'the types of all published objects, read together by whoever reads the API',
  },
};

/** The modules behind which the .xlsx and .csv library stays. */
const hucreModules = [
  'functions/adapters/folder/answer-file.ts',
  'functions/adapters/folder/csv.ts',
  // Measured as a peer.
  'scripts/bench/xlsx/readers.ts',
  'scripts/bench/xlsx/written.ts',
  'scripts/sample/read-source.ts',
  'scripts/sample/write-workbook.ts',
];

const withoutGoogle = /^functions\/(?:domain|plan|ingest|publish|serve|template|adopt|audit|tell|keep|tables|queue)\//;
const googlePackages = /google|gaxios|gcp-metadata/i;

/** Files of the repository and new ones that git does not ignore. */
function listFiles(): readonly string[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: project,
    encoding: 'utf8',
  });
  return [...new Set(listing.split('\0'))].filter((file) => file !== '' && existsSync(`${project}${file}`));
}

describe('the house', () => {
  test('has every layer', () => {
    for (const folder of ['sheets-schema/vocabulary/', 'functions/domain/', 'functions/serve/', 'web/src/', 'scripts/'])
      expect([...sources.keys()].filter((file) => file.startsWith(folder)).length, folder).toBeGreaterThan(2);
  });

  test('imports go one way', () => {
    expect(checkDirections(sources, exceptions.imports)).toEqual([]);
  });

  test('every import leads to a file, with its ending', () => {
    expect(checkTargets(sources, new Set(listed))).toEqual([]);
  });

  test('no Google package is reachable from the core or from the read API', () => {
    expect(checkReach(sources, withoutGoogle, googlePackages)).toEqual([]);
  });

  test('neither zod nor node nor a Google package is reachable from the dashboard', () => {
    expect(checkReach(sources, /^web\/src\//, /^zod|^node:|^hono|^@hono|google|hucre/)).toEqual([]);
  });

  test('clock, chance, process and console stay outside the core', () => {
    expect(checkWorld(sources)).toEqual([]);
  });

  test('in a step only the orchestrator is async', () => {
    expect(checkAsync(sources, exceptions.async)).toEqual([]);
  });

  test('charts are made in one file, zod is imported in one form, hucre in few modules', () => {
    expect([checkCharts(sources), checkZod(sources), checkHucre(sources, hucreModules)]).toEqual([[], [], []]);
  });

  test('no file is longer than 250 lines without a reason', () => {
    expect(checkLengths(sources, exceptions.longFiles)).toEqual([]);
  });

  test('exceptions are for files that are there', () => {
    const files = [...Object.keys(exceptions.async), ...Object.keys(exceptions.longFiles), ...hucreModules];
    expect(checkExceptions(sources, files)).toEqual([]);
  });

  test('no path of somebody’s machine or word of a workplace stands anywhere', () => {
    // Put together, so that this file does not name them itself.
    const words = [
      '/wo' + 'rk/',
      '../sha' + 'red',
      'registry.npm' + 'js',
      'deb.deb' + 'ian',
      'sub' + 'agent',
      'farm-' + 'studio',
      'farm-' + 'bench',
    ];
    const found = listed
      .filter((file) => /\.(?:ts|tsx|mjs|js|json|md|css|html|yml|yaml)$|^\.ci\/|^\.npmrc$/.test(file))
      .flatMap((file) => {
        const text = readFileSync(`${project}${file}`, 'utf8');
        return words.filter((word) => text.includes(word)).map((word) => `${file}: ${word}`);
      });
    expect(found).toEqual([]);
  });
});

/** A house with these files beside two that everybody may import. */
function house(files: Readonly<Record<string, string>>): Sources {
  return new Map(
    Object.entries({
      'sheets-schema/vocabulary/codes.ts': 'export const codes = [];',
      'functions/publish/release.ts': 'export interface Release {}',
      ...files,
    }),
  );
}

describe('a broken rule is noticed', () => {
  const broken: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      'the dashboard loads the pipeline',
      { 'web/src/app.tsx': "import { publish } from '#functions/publish/publish.ts';" },
    ],
    [
      'the dashboard loads a type’s module',
      { 'web/src/app.tsx': "import { releaseFormat } from '#functions/publish/release.ts';" },
    ],
    ['the dashboard loads the schema', { 'web/src/app.tsx': "import { tables } from '#sheets-schema';" }],
    ['the dashboard loads node', { 'web/src/app.tsx': "import { join } from 'node:path';" }],
    ['the domain loads a package', { 'functions/domain/figure.ts': "import * as z from 'zod';" }],
    [
      'the domain takes types of the world',
      { 'functions/domain/figure.ts': "import type { Clock } from '../world.ts';" },
    ],
    ['the domain loads a step', { 'functions/domain/figure.ts': "import { a } from '../ingest/a.ts';" }],
    ['a step loads another step', { 'functions/ingest/a.ts': "import { b } from '../publish/b.ts';" }],
    ['a step loads an adapter', { 'functions/ingest/a.ts': "import { b } from '../adapters/clock.ts';" }],
    ['an adapter loads a step', { 'functions/adapters/a.ts': "import { b } from '../ingest/b.ts';" }],
    ['the schema loads functions', { 'sheets-schema/a.ts': "import { b } from '#functions/domain/b.ts';" }],
    ['the vocabulary loads the schema', { 'sheets-schema/vocabulary/a.ts': "import { b } from '../b.ts';" }],
    ['functions load scripts', { 'functions/run.ts': "import { b } from '../scripts/b.ts';" }],
    ['the API loads an adapter late', { 'functions/serve/a.ts': "const b = await import('../adapters/b.ts');" }],
    ['the API passes an adapter on', { 'functions/serve/a.ts': "export { b } from '../adapters/b.ts';" }],
    [
      'an import over several lines',
      { 'functions/serve/a.ts': "import {\n  type A,\n  b,\n} from '../adapters/b.ts';" },
    ],
    ['a file that is in no layer', { 'functions.ts': '' }],
  ];
  test.each(broken)('%s', (_, files) => {
    expect(checkDirections(house(files), {})).toHaveLength(1);
  });

  const kept: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
    [
      'the dashboard takes types',
      { 'web/src/app.tsx': "import type { Release } from '#functions/publish/release.ts';" },
    ],
    ['only types in braces', { 'web/src/app.tsx': "import { type Release } from '#functions/publish/release.ts';" }],
    ['the dashboard loads words', { 'web/src/app.tsx': "import { codes } from '#sheets-schema/vocabulary/codes.ts';" }],
    ['an import in a comment', { 'functions/domain/a.ts': "/*\nimport { b } from '../adapters/b.ts';\n*/" }],
  ];
  test.each(kept)('but not where it is kept: %s', (_, files) => {
    expect(checkDirections(house(files), {})).toEqual([]);
  });

  test('a Google package far away', () => {
    const files = house({
      'functions/serve/a.ts': "import { b } from '../b.ts';",
      'functions/b.ts': "export * from './adapters/google/c.ts';",
      'functions/adapters/google/c.ts': "import { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';",
    });
    expect(checkReach(files, withoutGoogle, googlePackages)).toEqual([
      'functions/serve/a.ts → functions/b.ts → functions/adapters/google/c.ts → googleapis/build/src/apis/sheets/v4.js',
    ]);
  });

  test('a way of types only leads nowhere', () => {
    const files = house({
      'functions/serve/a.ts': "import type { B } from '../adapters/b.ts';",
      'functions/adapters/b.ts': "import 'googleapis';",
    });
    expect([...reachablePackages(files, 'functions/serve/a.ts')]).toEqual([]);
  });

  test('circles end', () => {
    const files = house({ 'web/src/a.ts': "import './b.ts';", 'web/src/b.ts': "import './a.ts';\nimport 'zod';" });
    expect(checkReach(files, /^web\/src\/a/, /^zod/)).toEqual(['web/src/a.ts → web/src/b.ts → zod']);
  });

  test.each(['Date.now()', 'new Date()', 'Math.random()', 'process.env.HOME', "console.log('')"])(
    '%s in the core',
    (code) => {
      expect(checkWorld(house({ 'functions/ingest/a.ts': `const a = ${code};` }))).toHaveLength(1);
      expect(checkWorld(house({ 'functions/adapters/a.ts': `const a = ${code};` }))).toEqual([]);
      expect(checkWorld(house({ 'functions/ingest/a.ts': `/** ${code} */` }))).toEqual([]);
    },
  );

  test('new Date(moment) is no clock', () => {
    expect(checkWorld(house({ 'functions/domain/a.ts': 'const a = new Date(0);' }))).toEqual([]);
  });

  test('async in a pure file', () => {
    expect(
      checkAsync(house({ 'functions/ingest/tables/read-rows.ts': 'export async function a() {}' }), {}),
    ).toHaveLength(1);
    expect(checkAsync(house({ 'functions/ingest/ingest.ts': 'export async function a() {}' }), {})).toEqual([]);
  });

  test('a second maker of charts, another form of zod, hucre elsewhere, a long file, a lost file, a stale exception', () => {
    const files = house({
      'web/src/a.ts': 'new Chart(a, b)',
      'web/src/b.ts': 'new Chart(a, b)',
      'functions/settings.ts': "import { z } from 'zod';",
      'functions/adapters/a.ts': "import { readXlsx } from 'hucre/xlsx';",
      'scripts/long.ts': 'a\n'.repeat(251),
      'scripts/just-not.ts': 'a\n'.repeat(250),
      'scripts/lost.ts': "import { a } from './nowhere.ts';\nimport { b } from './long';",
    });
    expect([
      checkCharts(files),
      checkZod(files),
      checkHucre(files, []),
      checkLengths(files, {}),
      checkTargets(files, new Set()),
      checkExceptions(files, ['scripts/gone.ts']),
    ]).toEqual([
      ['web/src/a.ts: new Chart(', 'web/src/b.ts: new Chart('],
      ["functions/settings.ts: import { z } from 'zod'"],
      ["functions/adapters/a.ts: 'hucre/xlsx'"],
      ['scripts/long.ts: 251 lines'],
      ['scripts/lost.ts: ./nowhere.ts leads nowhere', 'scripts/lost.ts: ./long leads nowhere'],
      ['scripts/gone.ts: an exception for a file that is not there'],
    ]);
  });

  test('an import is read in all its forms', () => {
    const text =
      "import a from 'a';\nimport 'b';\nimport type { C } from '#sheets-schema';\nexport * from './d.ts';\nconst e = await import('e');";
    expect(
      readImports('functions/x.ts', text).map(({ specifier, file, isTypeOnly }) => [specifier, file, isTypeOnly]),
    ).toEqual([
      ['a', null, false],
      ['b', null, false],
      ['#sheets-schema', 'sheets-schema/index.ts', true],
      ['./d.ts', 'functions/d.ts', false],
      ['e', null, false],
    ]);
  });
});
