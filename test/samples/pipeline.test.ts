/** The samples through the whole pipeline: what comes out is what was published, or what the generator knows to be true. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolderWorkbooks } from '../../functions/adapters/folder/workbooks.ts';
import { createMemoryStore } from '../../functions/adapters/memory/store.ts';
import type { GoalsObject, PrefectureIndex } from '../../functions/publish/release.ts';
import { runOnce } from '../../functions/run.ts';
import { createPublished } from '../../functions/serve/published.ts';
import { fictionalSample } from '../../scripts/sample/fictional/fictional-workbooks.ts';
import { makeSamples, sampleAsOf } from '../../scripts/sample/make-samples.ts';
import { writeWorkbook } from '../../scripts/sample/write-workbook.ts';
import { silentLog } from '../builders/ingest.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kasanari-pipeline-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function publishFolder(into: string) {
  const clock = { now: () => new Date('2026-11-21T03:00:00Z') };
  const store = createMemoryStore(clock);
  const run = await runOnce({ source: createFolderWorkbooks(into), store, clock, log: silentLog });
  const published = createPublished(store);
  const opened = await published.openCurrent();
  if (opened === null) throw new Error('nothing was published');
  return { run, published, release: opened.release };
}

describe('海野県', () => {
  test('counts every case, action and closing that can be read, and none that cannot', async () => {
    const into = join(folder, 'umino');
    const { workbooks, truth } = fictionalSample({ seed: 7, asOf: sampleAsOf, cases: 1500 });
    for (const workbook of workbooks) await writeWorkbook(into, workbook);
    const { run, published, release } = await publishFolder(into);
    expect(run.held).toEqual([]);

    const { index } = await published.openPrefecture(release, '99');
    const expected = new Map<string, number>();
    const add = (indicator: string, municipality: string, fiscalYear: number, count: number) => {
      const key = `${indicator}|${municipality}|FY${fiscalYear}`;
      expected.set(key, (expected.get(key) ?? 0) + count);
    };
    for (const one of truth) {
      add('N01', one.municipality, one.fiscalYear, one.cases - one.casesRefused);
      add('N02', one.municipality, one.fiscalYear, one.actions - one.actionsRefused);
      add('N06', one.municipality, one.fiscalYear, one.closings);
    }
    const counted = new Map([...expected.keys()].map((key) => [key, figureOf(index, key)]));
    // A very small municipality may have a year without any case that is read: no row, no report.
    const said = [...expected].filter(([, count]) => count > 0);
    expect(said.map(([key]) => [key, counted.get(key)])).toEqual(said);
  }, 120_000);
});

function figureOf({ series, years }: PrefectureIndex, key: string) {
  const [indicator, municipality, year = ''] = key.split('|');
  return series[`${indicator}|${municipality}`]?.[years.indexOf(year)];
}

describe('the forms of FY2018 and Himi City', () => {
  test('every workbook is taken in, and every pair of goal and result has a state, with the reason where it cannot be judged', async () => {
    const into = join(folder, 'real');
    await makeSamples({ into, only: ['himi', 'tochigi'] });
    const { run, published, release } = await publishFolder(into);
    expect(run.held).toEqual([]);
    const codes = Object.keys(release.audiences).filter((audience) => audience.startsWith('office:'));
    expect(codes).toHaveLength(43);

    const states = new Map<string, number>();
    for (const audience of codes) {
      const { index } = await published.openOffice(release, audience.slice('office:'.length));
      const { goals } = await published.readParsed<GoalsObject>(index.goals);
      for (const goal of goals) {
        expect(goal.state === 'cannotJudge').toBe(goal.reason !== null);
        if (goal.state === 'noGoal') expect([goal.goalValue, goal.goalUpper]).toEqual([null, null]);
        if (index.municipality.code !== '162051') states.set(goal.state, (states.get(goal.state) ?? 0) + 1);
      }
    }
    // 317 pairs of the transcription, ten of which are printed under two programmes.
    expect([...states.values()].reduce((sum, count) => sum + count, 0)).toBe(327);
    expect([...states.keys()].toSorted()).toEqual(['cannotJudge', 'met', 'missed', 'noGoal', 'noResult']);
  }, 120_000);

  test("Himi's CSW table and its survey add nothing to the city's figures", async () => {
    const alone = join(folder, 'himi');
    await makeSamples({ into: alone, only: ['himi'] });
    const { published, release } = await publishFolder(alone);
    const { index } = await published.openPrefecture(release, '16');
    expect(['FY2014', 'FY2015', 'FY2016', 'FY2017'].map((year) => figureOf(index, `N01|162051|${year}`))).toEqual([
      180, 156, 180, 229,
    ]);
  }, 60_000);
});
