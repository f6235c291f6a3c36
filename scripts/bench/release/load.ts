/** Many requests at once, kind after kind and again: answers a second, and how long one waits for it. */
import autocannon from 'autocannon';
import type { Measurement } from '../measurement.ts';
import type { Server } from './servers.ts';

export const connections = 10;

export interface Kind {
  readonly name: string;
  readonly server: Server;
  /** Under the server. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly status: 200 | 304;
  /** Answers for each second of the server's processor time. */
  readonly goal?: { readonly atLeast: number };
  readonly note?: string;
}

/** The first `unmeasured` rounds let the servers warm up. */
export async function measureLoad(
  kinds: readonly Kind[],
  { rounds, unmeasured, seconds }: { readonly rounds: number; readonly unmeasured: number; readonly seconds: number },
): Promise<readonly Measurement[]> {
  const found = kinds.map((kind) => ({ kind, clock: [], own: [], p50: [], p99: [] }) as Found);
  for (let round = 0; round < unmeasured + rounds; round += 1) {
    for (const { kind, clock, own, p50, p99 } of found) {
      const one = await loadOnce(kind, seconds);
      if (round < unmeasured) continue;
      clock.push(one.clock);
      own.push(one.own);
      p50.push(one.p50);
      p99.push(one.p99);
    }
  }
  return found.flatMap(({ kind: { name, goal, note }, clock, own, p50, p99 }): readonly Measurement[] => [
    {
      ...{ name: `${name}, for a second of processor time`, unit: 'per second', samples: own },
      ...(goal === undefined ? {} : { goal }),
      ...(note === undefined ? {} : { note }),
    },
    { name: `${name}, on the clock`, unit: 'per second', samples: clock },
    { name: `${name}, latency, median`, unit: 'ms', samples: p50 },
    { name: `${name}, latency, 99 of 100`, unit: 'ms', samples: p99 },
  ]);
}

interface Found {
  readonly kind: Kind;
  readonly clock: number[];
  readonly own: number[];
  readonly p50: number[];
  readonly p99: number[];
}

async function loadOnce({ server, path, headers, status, name }: Kind, seconds: number) {
  const before = await server.processor();
  const result = await autocannon({
    url: server.origin,
    connections,
    duration: seconds,
    requests: server.askers.map((asker) => ({ method: 'GET', path, headers: { ...asker, ...headers } })),
  });
  const processor = (await server.processor()) - before;
  const answered = status === 304 ? result['3xx'] : result['2xx'];
  if (answered === 0 || answered !== result.requests.total)
    throw new Error(`${name}: other answers than asked for: ${JSON.stringify(result.statusCodeStats)}`);
  return {
    clock: result.requests.total / result.duration,
    own: (result.requests.total / processor) * 1000,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}
