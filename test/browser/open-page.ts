/** How tests open a page of the stage and read what stands on it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** The nine pages as they stand in an address. */
export const pages = [
  '',
  '/areas',
  '/pathways',
  '/targets',
  '/support',
  '/goals',
  '/compare',
  '/status',
  '/glossary',
] as const;

export interface OpenedPage {
  readonly page: Page;
  /** Errors that the page threw or wrote to the console. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/**
 * Opens an address in a window of its own and waits until it is drawn. It keeps nothing for times without a line, which takes as long
 * as all the rest, unless asked for with `serviceWorkers`.
 */
export async function openPage(
  stage: { readonly browser: Browser; readonly origin: string },
  address: string,
  width = 1440,
  options: BrowserContextOptions = {},
): Promise<OpenedPage> {
  const context = await stage.browser.newContext({
    viewport: { width, height: 900 },
    locale: 'ja-JP',
    serviceWorkers: 'block',
    ...options,
  });
  // Only ends what hangs, on a machine that does much else at once too.
  context.setDefaultTimeout(80_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(stage.origin + address);
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('.skeleton, .later-waiting') === null);
  return { page, complaints, close: async () => await context.close() };
}

/**
 * Waits until the page stands still: nothing is loading or fading, and several frames in a row are laid out alike. What is drawn
 * anew after a change of width or a scroll takes as many frames as the machine needs.
 */
export async function waitUntilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const parts = 'header, main, main > *, [data-figure], table, canvas, svg, .table-frame, [role="application"]';
    const layout = () =>
      [...document.querySelectorAll(parts)]
        .map((part) => `${JSON.stringify(part.getBoundingClientRect())} ${part.scrollLeft}`)
        .join();
    const isBusy = () =>
      document.querySelector('.skeleton, .chart-waiting, .later-waiting') !== null ||
      document.getAnimations().some(({ playState, effect }) => {
        const end = Number(effect?.getComputedTiming().endTime ?? 0);
        return playState === 'running' && Number.isFinite(end);
      });
    await document.fonts.ready;
    let before = '';
    for (let alike = 0; alike < 4; ) {
      await new Promise((next) => requestAnimationFrame(next));
      const now = layout();
      alike = now === before && !isBusy() ? alike + 1 : 0;
      before = now;
    }
  });
}

/** Makes the window as wide as said, and waits until everything is drawn for it. */
export async function resizeTo(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.waitForFunction((wanted) => innerWidth === wanted, width);
  await waitUntilStill(page);
}

/** The texts of a table's body, row by row: marks together with the words that stand for them. */
export async function readTable(page: Page, figure: string): Promise<string[][]> {
  return await page
    .locator(`[data-figure="${figure}"] tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));
}
