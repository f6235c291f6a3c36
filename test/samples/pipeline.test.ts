/** The samples through the whole pipeline: what comes out is what was published, or what the generator knows to be true. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createFolderWorkbooks } from '../../functions/adapters/folder/workbooks.ts';
import { loadSolver } from '../../functions/adapters/highs/solver.ts';
import { createMemoryStore } from '../../functions/adapters/memory/store.ts';
import { defaultPolicies } from '../../functions/domain/protection-policy.ts';
import { audit } from '../../functions/protect/audit.ts';
import { tableGroups } from '../../functions/publish/protection/prefecture-tables.ts';
import type { GoalsObject, MunicipalSummary } from '../../functions/publish/release.ts';
import { runOnce } from '../../functions/run.ts';
import { createApi } from '../../functions/serve/api.ts';
import { localIdentity } from '../../functions/serve/identity.ts';
import { createPublished } from '../../functions/serve/published.ts';
import { fictionalSample } from '../../scripts/sample/fictional/fictional-workbooks.ts';
import { makeSamples, sampleAsOf } from '../../scripts/sample/make-samples.ts';
import { writeWorkbook } from '../../scripts/sample/write-workbook.ts';
import { silentLog } from '../builders/ingest.ts';
import { cellsServed, fetchAll } from '../functions/publish/served-cells.ts';

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
  return { run, store, published, release: opened.release };
}

describe('海野県', () => {
  test('counts every case, action and closing that can be read, and none that cannot', async () => {
    const into = join(folder, 'umino');
    const { workbooks, truth } = fictionalSample({ seed: 7, asOf: sampleAsOf, cases: 1500 });
    for (const workbook of workbooks) await writeWorkbook(into, workbook);
    const { run, store, published, release } = await publishFolder(into);
    expect(run.held).toEqual([]);
    expect(run.withheld).toEqual([]);

    const totals = await Promise.all(
      Object.values(release.municipalities).map(
        async ({ summary }) => await published.readParsed<MunicipalSummary>(summary),
      ),
    );
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
    const counted = new Map([...expected.keys()].map((key) => [key, figureOf(totals, key)]));
    // A very small municipality may have a year without any case that is read: no row, no report.
    const said = [...expected].filter(([, count]) => count > 0);
    expect(said.map(([key]) => [key, counted.get(key)])).toEqual(said);

    // Of what the prefecture and everybody can fetch, no small count can be worked out.
    const solver = await loadSolver();
    const api = createApi({
      store,
      identity: localIdentity,
      pollSeconds: 60,
      log: silentLog,
      clock: { now: () => new Date('2026-11-21T03:00:00Z') },
    });
    for (const [audience, base, name] of [
      ['prefecture', '/api/prefectures/99', 'prefecture:99'],
      ['public', '/api/public/prefectures/99', 'public'],
    ] as const) {
      const groups = tableGroups('99', totals, { audience, threshold: defaultPolicies[audience].threshold });
      const ids = new Set(groups.flatMap(({ tables }) => tables.cells.map(({ id }) => id)));
      const seen = cellsServed(await fetchAll(api, base, name), (id) => ids.has(id));
      for (const { tables } of groups) {
        const printed = tables.cells.filter(({ isImplicit }) => !isImplicit).map(({ id }) => id);
        const hidden = new Set(printed.filter((id) => !seen.has(id)));
        const found = audit({ tables, hidden, zeros: 'shown', solver }).filter(({ isProtected }) => !isProtected);
        expect(found).toEqual([]);
      }
    }
  }, 300_000);
});

function figureOf(totals: readonly MunicipalSummary[], key: string) {
  const [indicator = '', municipality, year = ''] = key.split('|');
  const own = totals.find(({ name }) => name.code === municipality);
  return own?.series[indicator]?.[own.years.indexOf(year)];
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
  });

  test("Himi's CSW table and its survey add nothing to the city's figures", async () => {
    const alone = join(folder, 'himi');
    await makeSamples({ into: alone, only: ['himi'] });
    const { published, release } = await publishFolder(alone);
    const himi = await published.readParsed<MunicipalSummary>(release.municipalities['162051']?.summary ?? '');
    expect(['FY2014', 'FY2015', 'FY2016', 'FY2017'].map((year) => figureOf([himi], `N01|162051|${year}`))).toEqual([
      180, 156, 180, 229,
    ]);
  });
});
