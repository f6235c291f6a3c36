/** A clock that waits for nobody: where a real process would wait for its quota, the time moves on instead. */
import type { Pace, Quota } from '../../../functions/adapters/google/pace.ts';

export interface SimulatedTime {
  now(): number;
  move(milliseconds: number): void;
}

export function createSimulatedTime(from: string): SimulatedTime {
  let time = Date.parse(from);
  return {
    now: () => time,
    move(milliseconds) {
      time += milliseconds;
    },
  };
}

/** What one request and its answer take on the way to Google; assumed. */
const requestMilliseconds = 250;

/** Keeps within the quota as functions/adapters/google/pace.ts does, without waiting. */
export function createSimulatedPace(time: SimulatedTime, { reads, writes, drive, intervalMilliseconds }: Quota): Pace {
  const bucket = (limit: number) => {
    const times: number[] = [];
    return async () => {
      const oldest = times.length < limit ? undefined : times[times.length - limit];
      if (oldest !== undefined && oldest + intervalMilliseconds > time.now())
        time.move(oldest + intervalMilliseconds - time.now());
      time.move(requestMilliseconds);
      times.push(time.now());
    };
  };
  const [reading, writing, asking] = [bucket(reads), bucket(writes), bucket(drive)];
  return {
    async ready({ method, path }) {
      if (!/^\/v4\/spreadsheets/.test(path)) await asking();
      else if (method === 'GET') await reading();
      else await writing();
    },
  };
}
