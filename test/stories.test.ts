/**
 * Each folder of test/stories is a case a clerk would recognise: in/ holds workbooks as .csv, expected/ what must come of them.
 * A missing expectation is written, to be looked at and committed; in continuous integration it fails.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { playStory, type StorySelection } from './builders/story.ts';

const stories = fileURLToPath(new URL('stories/', import.meta.url));
const names = (await readdir(stories, { withFileTypes: true })).filter((entry) => entry.isDirectory());

test.each(names.map(({ name }) => name).toSorted())('%s', async (name) => {
  const folder = join(stories, name);
  const selection = await readFile(join(folder, 'expected', 'select.json'), 'utf8').then(
    (text) => JSON.parse(text) as StorySelection,
    () => null,
  );
  const { findings, facts, goals } = await playStory(folder, selection);
  await compare(join(folder, 'expected', 'findings.json'), `${JSON.stringify(findings, null, 2)}\n`);
  await compare(join(folder, 'expected', 'facts.csv'), facts);
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
