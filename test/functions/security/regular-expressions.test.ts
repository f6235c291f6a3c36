/**
 * No text that somebody types makes a regular expression run for ever. Each one in the sources is linear, or what it is given is bounded.
 * Those that were found to be linear are remembered in linear-expressions.json; RENEW_EXPRESSIONS=1 writes it anew. What bounds the
 * others stands in bounded-expressions.json.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test, vi } from 'vitest';
import { findExpressions } from './regular-expressions.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const ledger = fileURLToPath(new URL('linear-expressions.json', import.meta.url));
const linear = new Set(existsSync(ledger) ? (JSON.parse(readFileSync(ledger, 'utf8')) as string[]) : []);

/** Not linear, or not told within seconds: what they are given is bounded, and by what. */
const bounded = JSON.parse(readFileSync(new URL('bounded-expressions.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>;

type Check = (pattern: string, flags: string) => 'safe' | 'vulnerable' | 'unknown';
let check: Check;
let found: ReturnType<typeof findExpressions>;

beforeAll(async () => {
  vi.stubEnv('RECHECK_SYNC_BACKEND', 'pure');
  const { checkSync } = await import('recheck');
  found = findExpressions(project, listSources());
  check = (pattern, flags) => checkSync(pattern, flags, { timeout: 20_000 }).status;
});

function listSources(): readonly string[] {
  const listing = execFileSync('git', ['ls-files', '-z', 'sheets-schema', 'functions', 'web/src'], {
    cwd: project,
    encoding: 'utf8',
  });
  return listing.split('\0').filter((file) => /\.tsx?$/.test(file) && existsSync(project + file));
}

test('the check notices an expression that runs for ever, and lets one pass that does not', () => {
  expect([check('^(a+)+$', ''), check('^[a-z]+$', '')]).toEqual(['vulnerable', 'safe']);
});

test('every expression of the sources is linear, or its input is bounded', () => {
  expect(found.size).toBeGreaterThan(200);
  const isRenewed = process.env.RENEW_EXPRESSIONS === '1';
  const asked = [...found].filter(([source]) => bounded[source] === undefined && (isRenewed || !linear.has(source)));
  const unsafe = asked.filter(([, { pattern, flags }]) => check(pattern, flags) !== 'safe');
  if (isRenewed) {
    const safe = [...found.keys()].filter(
      (source) => bounded[source] === undefined && !unsafe.some(([other]) => other === source),
    );
    writeFileSync(ledger, `${JSON.stringify(safe.toSorted(), null, 2)}\n`);
  }
  // Mend it (count what repeats, exclude what follows), or say in bounded-expressions.json what bounds its input.
  expect(unsafe.map(([source, { file }]) => `${file}: ${source}`)).toEqual([]);
});

test('those that are remembered as linear were found so: every fortieth is looked at again', () => {
  const some = [...linear].filter((_, place) => place % 40 === 0);
  const verdicts = some.map((source) => {
    const end = source.lastIndexOf('/');
    return [source, check(source.slice(1, end), source.slice(end + 1))];
  });
  expect(verdicts).toEqual(some.map((source) => [source, 'safe']));
});

test('what is said to be bounded is still there', () => {
  expect(Object.keys(bounded).filter((source) => !found.has(source))).toEqual([]);
});
