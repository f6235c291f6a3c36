/** Section release: what a release weighs, and how fast the API hands it out, to who has it already and to who has not. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import autocannon from 'autocannon';
import type { Measurement, Section } from './measurement.ts';
import { benchCity } from './prefecture/prefecture.ts';
import { publishBenchPrefecture } from './prefecture/served-prefecture.ts';

const rounds = 5;
const secondsOfRound = 2;
const connections = 10;

const paths = {
  'index of a city': `/api/municipalities/${benchCity}`,
  'cut of 概況': `/api/municipalities/${benchCity}/figures/overview/${benchCity}`,
  'cut of an area': `/api/municipalities/${benchCity}/figures/area/${benchCity}`,
} as const;

export const releaseSection: Section = {
  title:
    '60 municipalities × ten fiscal years (架空のデータ): bytes, latency and throughput of the API in a process of its own',
  async measure(world) {
    const { folder } = await publishBenchPrefecture(world);
    const server = await startServer(folder);
    try {
      const measurements: Measurement[] = [];
      for (const [name, path] of Object.entries(paths)) {
        measurements.push(...(await weigh(name, `${server.origin}${path}`)));
        measurements.push(...(await load(name, `${server.origin}${path}`, server)));
        world.say(`release: ${name}`);
      }
      return measurements;
    } finally {
      server.stop();
    }
  },
};

interface Server {
  readonly origin: string;
  /** Milliseconds of processor time so far. */
  readonly processor: () => Promise<number>;
  readonly stop: () => void;
}

async function startServer(folder: string): Promise<Server> {
  const child = fork(fileURLToPath(new URL('./release/serve.ts', import.meta.url)), [folder], {
    execArgv: ['--import', 'tsx'],
  });
  const { origin } = await hear<{ origin: string }>(child);
  return {
    origin,
    async processor() {
      child.send('processor');
      const { processor } = await hear<{ processor: NodeJS.CpuUsage }>(child);
      return (processor.user + processor.system) / 1000;
    },
    stop: () => void child.kill(),
  };
}

async function hear<Message>(child: ChildProcess): Promise<Message> {
  return await new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Message));
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
  });
}

async function weigh(name: string, address: string): Promise<readonly Measurement[]> {
  const answer = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return [
    { name: `${name}, gzip`, unit: 'bytes', samples: [gzipSync(bytes).length] },
    { name: `${name}, brotli`, unit: 'bytes', samples: [brotliCompressSync(bytes).length] },
  ];
}

/** Hits and misses by turns. Requests a second on the clock, and per second of the server's own processor time. */
async function load(name: string, address: string, server: Server): Promise<readonly Measurement[]> {
  const tag = (await fetch(address)).headers.get('etag') ?? '';
  const kinds = {
    'ETag known (304)': { 'if-none-match': tag },
    'ETag unknown (200, gzip)': { 'accept-encoding': 'gzip' },
  };
  const found = Object.keys(kinds).map(() => ({ speed: [] as number[], own: [] as number[], latency: [] as number[] }));
  // The first round lets the server warm up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [at, headers] of Object.values(kinds).entries()) {
      const before = await server.processor();
      const result = await autocannon({ url: address, connections, duration: secondsOfRound, headers });
      const answered = at === 0 ? result['3xx'] : result['2xx'];
      if (answered !== result.requests.total) throw new Error(`${address}: other answers than asked for`);
      const processor = (await server.processor()) - before;
      if (round === 0) continue;
      found[at]?.speed.push(result.requests.total / result.duration);
      found[at]?.own.push((result.requests.total / processor) * 1000);
      found[at]?.latency.push(result.latency.p50);
    }
  }
  return Object.keys(kinds).flatMap((kind, at): readonly Measurement[] => {
    const { speed = [], own = [], latency = [] } = found[at] ?? {};
    return [
      { name: `${name}, ${kind}, on the clock`, unit: 'per second', samples: speed },
      {
        ...{ name: `${name}, ${kind}, of a core`, unit: 'per second', samples: own },
        ...(at === 0 ? { goal: { atLeast: 5000 } } : {}),
      },
      { name: `${name}, ${kind}, median latency, ${connections} at once`, unit: 'ms', samples: latency },
    ];
  });
}
