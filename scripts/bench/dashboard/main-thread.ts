/** What an action costs the main thread of a page: all of its tasks together, and the longest, from Chromium's own trace. */
import type { Browser, Page } from 'playwright-core';

export interface MainThreadWork {
  /** Milliseconds of all tasks together. */
  readonly total: number;
  /** Of the tasks until everything on the screen stands; all of them where nothing was left for later. */
  readonly standing: number;
  /** Milliseconds of the longest task. */
  readonly longest: number;
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
}

const mark = 'bench-thread';
/** Set by the dashboard (parts/frame/later.tsx) before it draws what lies below the first screen. */
const standingMark = 'kasanari:standing';
const categories = ['-*', 'toplevel', 'blink.user_timing'];
/** A task of a thread, as the category toplevel names it; other categories tell the same tasks again. */
const taskName = 'ThreadControllerImpl::RunTask';

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
  const isOnThread = ({ pid, tid }: TraceEvent) => pid === thread.pid && tid === thread.tid;
  const tasks = traceEvents.filter((event) => event.name === taskName && event.ph === 'X' && isOnThread(event));
  if (tasks.length === 0) throw new Error('The trace holds no task of the page that was measured');
  const stands = traceEvents.find(
    (event) => event.name === standingMark && event.ts > thread.ts && isOnThread(event),
  )?.ts;
  const add = (some: readonly TraceEvent[]) => some.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
  return {
    total: add(tasks),
    standing: add(stands === undefined ? tasks : tasks.filter(({ ts, dur = 0 }) => ts + dur < stands)),
    longest: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
  };
}
