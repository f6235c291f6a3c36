/** What the first view of each page asks for over the line: scripts and styles, and figures. */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

export interface Weight {
  /** Bytes of scripts, styles and the page itself. */
  readonly code: { readonly gzip: number; readonly brotli: number };
  /** Bytes of answers of the API. */
  readonly figures: { readonly gzip: number; readonly brotli: number };
  readonly requests: number;
  /** Cumulative layout shift until the page has settled. */
  readonly shift: number;
}

const observeShifts = `window.moved = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.moved += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

/** So often a page is opened where the browser did not keep an answer for us. */
const attempts = 3;

export async function weighPage(browser: Browser, address: string): Promise<Weight> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const weight = await weighOnce(browser, address);
    if (weight !== null) return weight;
  }
  throw new Error(`The browser did not keep every answer of ${address}`);
}

/** `null`: an answer could not be weighed. */
async function weighOnce(browser: Browser, address: string): Promise<Weight | null> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ja-JP' });
  const page = await context.newPage();
  await page.addInitScript(observeShifts);
  const bodies: Promise<{ readonly isFigures: boolean; readonly body: Buffer } | null>[] = [];
  page.on('response', (response) => {
    const isFigures = new URL(response.url()).pathname.startsWith('/api/');
    if (response.status() === 200)
      bodies.push(
        response.body().then(
          (body) => ({ isFigures, body }),
          () => null,
        ),
      );
  });
  await page.goto(address);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  const shift = Number(await page.evaluate('window.moved'));
  const answers = await Promise.all(bodies);
  await context.close();
  const loaded = answers.filter((answer) => answer !== null);
  if (loaded.length < answers.length) return null;
  const weigh = (isFigures: boolean) => {
    const own = loaded.filter((one) => one.isFigures === isFigures);
    return {
      gzip: own.reduce((sum, { body }) => sum + gzipSync(body).length, 0),
      brotli: own.reduce((sum, { body }) => sum + brotliCompressSync(body).length, 0),
    };
  };
  return { code: weigh(false), figures: weigh(true), requests: loaded.length, shift };
}
