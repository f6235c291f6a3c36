/**
 * Each folder of test/stories is a case a clerk would recognise: in/ holds workbooks as .csv, expected/ what must come of them.
 * A missing expectation is written, to be looked at and committed; in continuous integration it fails.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rulesVersion } from '../functions/domain/rules-version.ts';
import { playStory, type StorySelection } from './builders/story.ts';

const stories = fileURLToPath(new URL('stories/', import.meta.url));
const names = (await readdir(stories, { withFileTypes: true })).filter((entry) => entry.isDirectory());

test.each(names.map(({ name }) => name).toSorted())('%s', async (name) => {
  const folder = join(stories, name);
  const selection = await readFile(join(folder, 'expected', 'select.json'), 'utf8').then(
    (text) => JSON.parse(text) as StorySelection,
    () => null,
  );
  const { findings, facts, goals, compared, release } = await playStory(folder, selection);
  await compare(join(folder, 'expected', 'findings.json'), `${JSON.stringify(findings, null, 2)}\n`);
  await compare(join(folder, 'expected', 'facts.csv'), facts);
  await compareRelease(name, release);
  if (compared.length > 0)
    await compare(join(folder, 'expected', 'compared.json'), `${JSON.stringify(compared, null, 2)}\n`);
  if (goals.length > 0) await compare(join(folder, 'expected', 'goals.json'), `${JSON.stringify(goals, null, 2)}\n`);
});

async function compare(file: string, outcome: string): Promise<void> {
  const expected = await readFile(file, 'utf8').catch(() => null);
  if (expected !== null) {
    expect(outcome).toBe(expected);
    return;
  }
  const isContinuousIntegration = (process.env.CI ?? '') !== '';
  expect(isContinuousIntegration, `${file} is missing: run the stories on your machine, look at it and commit it`).toBe(
    false,
  );
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, outcome);
}

/** releases.json: under which rules each story was last looked at, and the name of what was published. */
interface KnownReleases {
  readonly rules: number;
  readonly releases: Readonly<Record<string, string | null>>;
}

const knownReleases = join(stories, 'releases.json');

/**
 * What was read and computed under the same rules is never read and computed again, so whoever changes what comes out has to
 * change rulesVersion with it. Under a new number the file is written anew.
 */
async function compareRelease(name: string, release: string | null): Promise<void> {
  const known = await readFile(knownReleases, 'utf8').then(
    (text) => JSON.parse(text) as KnownReleases,
    (): KnownReleases => ({ rules: rulesVersion, releases: {} }),
  );
  if (known.rules === rulesVersion && name in known.releases) {
    expect(
      known.releases[name],
      'The same workbooks are published otherwise: raise rulesVersion in functions/domain/rules-version.ts',
    ).toBe(release);
    return;
  }
  expect(process.env.CI ?? '', `${knownReleases} does not know ${name} under rules ${rulesVersion}`).toBe('');
  const earlier = known.rules === rulesVersion ? known.releases : {};
  const releases = Object.fromEntries(Object.entries({ ...earlier, [name]: release }).toSorted());
  await writeFile(knownReleases, `${JSON.stringify({ rules: rulesVersion, releases }, null, 2)}\n`);
}
