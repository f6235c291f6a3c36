/** A page of the bench: on a machine four times slower than this one, its address changed as Back and Forward change it. */
import type { Browser, CDPSession, Page } from 'playwright-core';

/** How much slower than this machine the page runs. */
export const slowdown = 4;

export interface BenchPage {
  readonly page: Page;
  readonly session: CDPSession;
  /** Shows another view without loading the page anew, and waits until nothing is under way any more for so long. */
  show(path: string, quietMilliseconds?: number): Promise<void>;
  close(): Promise<void>;
}

/** Nothing may be asked for, and nothing drawn, so long before a page counts as settled: many pictures, of which each draws a piece. */
const quietUsually = 150;

export async function openBenchPage(browser: Browser, address: string, width = 1440): Promise<BenchPage> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'ja-JP' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const settle = followRequests(page, session);
  await page.goto(address);
  await page.locator('h1').waitFor();
  await settle(quietUsually);
  return {
    page,
    session,
    async show(path, quietMilliseconds = quietUsually) {
      // As short as can be, since it is part of what is measured.
      const expression = `history.pushState(null,'',${JSON.stringify(path)});dispatchEvent(new PopStateEvent('popstate'))`;
      await session.send('Runtime.evaluate', { expression });
      await settle(quietMilliseconds);
    },
    close: async () => await context.close(),
  };
}

/** How often it is looked while it is quiet: the page itself answers, so that a look more is a little work more. */
const looks = 2;

/** Waits until no request is under way and the main thread has done nothing for a while. */
function followRequests(page: Page, session: CDPSession): (quietMilliseconds: number) => Promise<void> {
  let underWay = 0;
  page.on('request', () => {
    underWay += 1;
  });
  const done = () => {
    underWay -= 1;
  };
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  return async (quietMilliseconds) => {
    let before = await readMetric(session, 'LayoutCount');
    for (let quiet = 0; quiet < looks; ) {
      await new Promise((resolve) => setTimeout(resolve, quietMilliseconds / looks));
      const now = await readMetric(session, 'LayoutCount');
      quiet = underWay <= 0 && now === before ? quiet + 1 : 0;
      before = now;
    }
  };
}

/** A counter of the browser: 'JSHeapUsedSize', 'Nodes', 'JSEventListeners', … */
export async function readMetric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === name)?.value ?? 0;
}
