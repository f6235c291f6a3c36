/** How tests open a page of the stage and read what stands on it. */
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { waitUntilStill, watchForStillness } from './stillness.ts';

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
 * Opens an address in a window of its own and waits until it stands still. It keeps nothing for times without a line, which takes as long
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
  await watchForStillness(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(stage.origin + address);
  await page.locator('main h1').waitFor();
  await waitUntilStill(page);
  return { page, complaints, close: async () => await context.close() };
}

/** Makes the window as wide as said, and waits until everything is drawn for it. */
export async function resizeTo(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.waitForFunction((wanted) => innerWidth === wanted, width);
  await waitUntilStill(page);
}

/** The texts of a table's body, row by row: marks together with the words that stand for them. It waits for the first of them. */
export async function readTable(page: Page, figure: string): Promise<string[][]> {
  await page.locator(`[data-figure="${figure}"] tbody tr`).first().waitFor();
  return await page
    .locator(`[data-figure="${figure}"] tbody tr`)
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')));
}
