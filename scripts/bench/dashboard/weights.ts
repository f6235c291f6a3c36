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

export async function weighPage(browser: Browser, address: string): Promise<Weight> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'ja-JP' });
  const page = await context.newPage();
  await page.addInitScript(observeShifts);
  const bodies: Promise<{ readonly isFigures: boolean; readonly body: Buffer }>[] = [];
  page.on('response', (response) => {
    const isFigures = new URL(response.url()).pathname.startsWith('/api/');
    if (response.status() === 200) bodies.push(response.body().then((body) => ({ isFigures, body })));
  });
  await page.goto(address);
  await page.locator('h1').waitFor();
  await page.waitForLoadState('networkidle');
  const shift = Number(await page.evaluate('window.moved'));
  const loaded = await Promise.all(bodies);
  await context.close();
  const weigh = (isFigures: boolean) => {
    const own = loaded.filter((one) => one.isFigures === isFigures);
    return {
      gzip: own.reduce((sum, { body }) => sum + gzipSync(body).length, 0),
      brotli: own.reduce((sum, { body }) => sum + brotliCompressSync(body).length, 0),
    };
  };
  return { code: weigh(false), figures: weigh(true), requests: loaded.length, shift };
}
