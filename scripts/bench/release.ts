/** Section release: what a release weighs, and how fast the API hands it out, to who has it already and to who has not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchWorld, Measurement, Section } from './measurement.ts';
import { benchCity } from './prefecture/prefecture.ts';
import { publishBenchPrefecture } from './prefecture/served-prefecture.ts';
import { connections, type Kind, measureLoad } from './release/load.ts';
import { type Server, startDeployed, startEmpty, startOwn } from './release/servers.ts';
import { listMunicipalities, weighPages } from './release/weights.ts';

const load = { rounds: 5, unmeasured: 1, seconds: 1 };
/** Answers for each second of processor time, to who has it already. */
const knownGoal = { atLeast: 5000 };

const path = `/api/municipalities/${benchCity}/figures/overview/${benchCity}`;

export const releaseSection: Section = {
  title: `60 municipalities × ten fiscal years (架空のデータ): bytes over the line, and the API in a process of its own, ${connections} at once for the cut of 概況 of a city`,
  begin: publishBenchPrefecture,
  async measure(world) {
    return await measureRelease(await publishBenchPrefecture(world), world);
  },
};

/** @param store the folder of a published store with the city in it */
export async function measureRelease(store: string, { say }: BenchWorld): Promise<readonly Measurement[]> {
  const scratch = await mkdtemp(join(tmpdir(), 'kasanari-bench-release-'));
  const started: Server[] = [];
  const start = async (server: Promise<Server>) => {
    started.push(await server);
    return await server;
  };
  try {
    const own = await start(startOwn(store));
    const weights = await weighPages(own.origin);
    say('release: weighed');
    const first = await measureFirstAnswers(own.origin);
    const deployed = await start(startDeployed(store, benchCity, scratch));
    const empty = await start(startEmpty(scratch));
    const speeds = await measureLoad(await kindsOf({ own, deployed, empty }), load);
    return [...weights, ...first, ...speeds];
  } finally {
    for (const server of started) server.stop();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function kindsOf({
  own,
  deployed,
  empty,
}: Readonly<Record<'own' | 'deployed' | 'empty', Server>>): Promise<readonly Kind[]> {
  const answer = await fetch(`${own.origin}${path}`, { headers: { 'accept-encoding': 'identity' } });
  await answer.arrayBuffer();
  const known = { headers: { 'if-none-match': answer.headers.get('etag') ?? '' }, status: 304 } as const;
  const brotli = { headers: { 'accept-encoding': 'br' }, status: 200 } as const;
  return [
    { name: 'ETag known (304)', server: own, path, ...known, goal: knownGoal },
    { name: 'ETag unknown (200, brotli)', server: own, path, ...brotli },
    {
      ...{ name: 'as deployed, signed in: ETag known (304)', server: deployed, path, ...known, goal: knownGoal },
      note: 'functions-framework (Express, five readers of bodies, a domain for each request) around ours; below stands what it takes around nothing',
    },
    { name: 'as deployed, signed in: ETag unknown (200, brotli)', server: deployed, path, ...brotli },
    { name: 'an empty function in the same framework (304)', server: empty, path, ...known },
  ];
}

/** Of each municipality one, one after the other. */
async function measureFirstAnswers(origin: string): Promise<readonly Measurement[]> {
  const samples: number[] = [];
  for (const code of await listMunicipalities(origin)) {
    const from = performance.now();
    const answer = await fetch(`${origin}/api/municipalities/${code}/figures/area/${code}`, {
      headers: { 'accept-encoding': 'br' },
    });
    await answer.arrayBuffer();
    samples.push(performance.now() - from);
  }
  return [{ name: 'the first answer of a larger cut, read and compressed, a town each', unit: 'ms', samples }];
}
