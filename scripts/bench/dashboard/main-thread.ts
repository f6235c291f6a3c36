/** What an action costs the main thread of a page: all of its tasks together, and the longest, from Chromium's own trace. */
import type { Browser, Page } from 'playwright-core';

export interface MainThreadWork {
  /** Milliseconds of all tasks together. */
  readonly total: number;
  /** Milliseconds of the longest task. */
  readonly longest: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
}

const mark = 'bench-thread';
const categories = [
  '-*',
  'toplevel',
  'blink.user_timing',
  'disabled-by-default-devtools.timeline',
  'devtools.timeline',
];

export async function traceMainThread(
  browser: Browser,
  page: Page,
  action: () => Promise<void>,
): Promise<MainThreadWork> {
  await browser.startTracing(page, { categories });
  await page.evaluate((name) => void performance.mark(name), mark);
  await action();
  const bytes = await browser.stopTracing();
  const { traceEvents } = JSON.parse(bytes.toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const thread = traceEvents.find(({ name }) => name === mark);
  if (thread === undefined) throw new Error('The trace does not hold the page that was measured');
  const tasks = traceEvents.flatMap(({ name, ph, pid, tid, dur = 0 }) =>
    name.endsWith('RunTask') && ph === 'X' && pid === thread.pid && tid === thread.tid ? [dur / 1000] : [],
  );
  return { total: tasks.reduce((sum, task) => sum + task, 0), longest: Math.max(0, ...tasks) };
}
