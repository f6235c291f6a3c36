/** Section lighthouse: its mobile profile (a slow telephone on a slow line) against pages of the measured prefecture. */
import { createServer } from 'node:net';
import type { Result } from 'lighthouse';
import { chromium } from 'playwright-core';
import { chromiumArguments } from '../chromium/find-chromium.ts';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { benchCity } from './prefecture/prefecture.ts';
import { publishBenchPrefecture, type ServedPrefecture, serveBenchPrefecture } from './prefecture/served-prefecture.ts';

const pages = [
  { name: '概況', path: `/${benchCity}` },
  { name: '圏域別', path: `/${benchCity}/areas` },
] as const;
const rounds = 5;
const goals = { performance: 95, accessibility: 100, 'best-practices': 100 } as const;
type Category = keyof typeof goals;

export const lighthouseSection: Section = {
  title: 'Lighthouse, mobile profile, against the local server (60 municipalities × ten years, 架空のデータ)',
  begin: publishBenchPrefecture,
  measure: async (world) => await withChromium(await serveBenchPrefecture(world), world, measurePages),
};

/** What is read from one report: scores of 0 to 100, and which audits took something from them. */
interface Scores {
  readonly scores: Readonly<Record<Category, number>>;
  readonly missed: readonly string[];
}

async function measurePages(origin: string, port: number, { say }: BenchWorld): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const { name, path } of pages) {
    const reports: Scores[] = [];
    const audits = await listAudits();
    for (let round = 0; round < rounds; round += 1)
      reports.push(await auditUntilRecorded(`${origin}${path}`, port, audits));
    say(`lighthouse: ${name}`);
    for (const category of Object.keys(goals) as Category[]) {
      const missed = [...new Set(reports.flatMap((report) => report.missed))];
      measurements.push({
        name: `${name} ${category}`,
        unit: 'score',
        samples: reports.map(({ scores }) => scores[category]),
        goal: { atLeast: goals[category] },
        ...(category === 'performance' && missed.length > 0 ? { note: missed.join(', ') } : {}),
      });
    }
  }
  return measurements;
}

/** The audits that a score is made of. The others are advice beside it, and to make it takes most of the time of a report. */
async function listAudits(): Promise<readonly string[]> {
  const { defaultConfig } = await import('lighthouse');
  const weighted = Object.keys(goals).flatMap((category) => defaultConfig.categories?.[category]?.auditRefs ?? []);
  return weighted.filter(({ weight }) => weight > 0).map(({ id }) => id);
}

/** So often a page is asked for where the browser did not record how it was loaded: then no audit of it has a score. */
const attempts = 3;

async function auditUntilRecorded(address: string, port: number, audits: readonly string[]): Promise<Scores> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await audit(address, port, audits);
    } catch (error) {
      if (attempt === attempts) throw error;
    }
  }
}

async function audit(address: string, port: number, audits: readonly string[]): Promise<Scores> {
  const { default: lighthouse } = await import('lighthouse');
  const categories = Object.keys(goals) as Category[];
  const result = await lighthouse(address, {
    port,
    output: 'json',
    logLevel: 'silent',
    onlyAudits: [...audits],
    disableFullPageScreenshot: true,
  });
  const report = result?.lhr;
  if (report === undefined || report.runtimeError !== undefined)
    throw new Error(`Lighthouse could not measure ${address}: ${report?.runtimeError?.message ?? 'no report'}`);
  const scores = Object.fromEntries(
    categories.map((category) => [category, Math.round(scoreOf(report, category) * 100)]),
  ) as Record<Category, number>;
  const counted = categories.flatMap((category) => report.categories[category]?.auditRefs ?? []);
  const missed = counted.flatMap(({ id, weight }) => {
    const audited = report.audits[id];
    if (weight === 0 || audited === undefined || audited.score === null || audited.score >= 0.9) return [];
    return [`${id} ${audited.displayValue ?? ''}`.trim()];
  });
  return { scores, missed };
}

/** A report without a score is no score of 0: one of its audits could not be made. */
function scoreOf({ categories, audits }: Result, category: Category): number {
  const score = categories[category]?.score ?? null;
  if (score !== null) return score;
  const failed = Object.values(audits).flatMap(({ id, errorMessage }) =>
    errorMessage === undefined ? [] : [`${id}: ${errorMessage}`],
  );
  throw new Error(`Lighthouse gave no score for ${category}: ${failed.join('; ')}`);
}

async function withChromium<T>(
  { origin, chromium: found }: ServedPrefecture,
  world: BenchWorld,
  work: (origin: string, port: number, world: BenchWorld) => Promise<T>,
): Promise<T> {
  const port = await findFreePort();
  const browser = await chromium.launch({
    executablePath: found.path,
    env: { ...process.env, ...found.environment } as Record<string, string>,
    args: [...chromiumArguments, `--remote-debugging-port=${port}`],
  });
  try {
    return await work(origin, port, world);
  } finally {
    await browser.close();
  }
}

/** Lighthouse asks the browser on a port of its own, which must be known before the browser starts. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('This machine gives no free port');
  return address.port;
}
