/** What actions cost the main thread of a page: all of its tasks together, and the longest, from Chromium's own trace. */
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

const marks = { begin: 'bench-begin', end: 'bench-end' } as const;
/** Set by the dashboard (parts/frame/later.tsx) before it draws what lies below the first screen. */
const standingMark = 'kasanari:standing';
const categories = ['-*', 'toplevel', 'blink.user_timing'];
/** A task of a thread, as the category toplevel names it; other categories tell the same tasks again. */
const taskName = 'ThreadControllerImpl::RunTask';

export interface TracedAction {
  /** What is done before it, and not measured. */
  prepare(): Promise<void>;
  /** Until it has come to its end. */
  act(): Promise<void>;
}

/** Of each action, in their order, with one trace of all: to begin and end a trace takes longer than most actions. */
export async function traceMainThread(
  browser: Browser,
  page: Page,
  actions: readonly TracedAction[],
): Promise<readonly MainThreadWork[]> {
  await browser.startTracing(page, { categories });
  const put = async (name: string) => await page.evaluate((each) => void performance.mark(each), name);
  for (const { prepare, act } of actions) {
    await prepare();
    await put(marks.begin);
    await act();
    await put(marks.end);
  }
  const bytes = await browser.stopTracing();
  const { traceEvents } = JSON.parse(bytes.toString('utf8')) as { traceEvents: readonly TraceEvent[] };
  const thread = traceEvents.find(({ name }) => name === marks.begin);
  const own = traceEvents
    .filter(({ pid, tid }) => pid === thread?.pid && tid === thread.tid)
    .toSorted((one, other) => one.ts - other.ts);
  const [begins, ends] = [marks.begin, marks.end].map((mark) => own.filter(({ name }) => name === mark));
  if (begins?.length !== actions.length || ends?.length !== actions.length)
    throw new Error('The trace does not hold everything that was measured');
  return begins.map((begin, position) => {
    const end = ends[position]?.ts ?? 0;
    return addUp(own.filter(({ ts }) => ts > begin.ts && ts < end));
  });
}

/** @param events of one thread, between the beginning of an action and its end */
function addUp(events: readonly TraceEvent[]): MainThreadWork {
  const tasks = events.filter(({ name, ph }) => name === taskName && ph === 'X');
  if (tasks.length === 0) throw new Error('The trace holds no task of the page that was measured');
  const stands = events.find(({ name }) => name === standingMark)?.ts;
  const add = (some: readonly TraceEvent[]) => some.reduce((sum, { dur = 0 }) => sum + dur / 1000, 0);
  return {
    total: add(tasks),
    standing: add(stands === undefined ? tasks : tasks.filter(({ ts, dur = 0 }) => ts + dur < stands)),
    longest: Math.max(0, ...tasks.map(({ dur = 0 }) => dur / 1000)),
  };
}
