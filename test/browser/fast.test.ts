/** Fast, without a clock: how much is asked for, how often charts are made, and that switching leaves nothing behind. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';
import { waitUntilStill, watchForStillness } from './stillness.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(async () => {
  await stage?.stop();
});

const soon = { timeout: 60_000 };

/** Shows another view as Back and Forward do, and waits until it is drawn. */
async function show(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    history.pushState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await waitUntilStill(page);
}

test('the first view asks for few objects, each once, and for no larger cut than it shows', async () => {
  const context = await stage.browser.newContext({ locale: 'ja-JP', serviceWorkers: 'block' });
  await watchForStillness(context);
  const page = await context.newPage();
  const asked: { path: string; bytes: Promise<number> }[] = [];
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    if (path.startsWith('/api/') && response.status() === 200)
      asked.push({ path, bytes: response.body().then((body) => gzipSync(body).length) });
  });
  await page.goto(`${stage.origin}/992054`);
  await page.locator('[data-figure="stack"] .drawing').waitFor();
  await waitUntilStill(page);
  const needed = [
    '/api/municipalities/992054',
    '/api/municipalities/992054/details/corrections',
    '/api/municipalities/992054/figures/overview/992054',
    '/api/municipalities/992054/goals',
    '/api/session',
  ];
  // What the page has been answered is told to the test a moment later.
  await expect.poll(() => [...new Set(asked.map(({ path }) => path))].toSorted(), soon).toEqual(needed);
  const paths = asked.map(({ path }) => path);
  const bytes = (await Promise.all(asked.map((one) => one.bytes))).reduce((sum, each) => sum + each, 0);
  await context.close();
  // The session is asked for again every second here, to learn of news.
  expect(paths.filter((path) => path !== '/api/session')).toHaveLength(4);
  expect(bytes).toBeLessThanOrEqual(55 * 1024);
});

test.each([
  ['/areas', ['areas/all'], 'areas'],
  ['/pathways', ['pathways/992054'], 'shares'],
  ['/targets', ['targets/992054'], 'targets'],
  ['/support', [], 'key'],
  ['?pathway=P04', ['area/992054', 'areas/P04'], 'stack'],
  ['/areas?target=T01', ['areas/T01'], 'areas'],
])('%s asks for the small cut of what it shows, and for no large one', async (view, cuts, figure) => {
  const { page, close } = await openPage(stage, '/992054/glossary', 1440, { serviceWorkers: 'block' });
  const asked = new Set<string>();
  page.on('request', (request) => asked.add(new URL(request.url()).pathname));
  await show(page, `/992054${view}`);
  await page.locator(`[data-figure="${figure}"]`).waitFor();
  // The status strip has its own cut already.
  const own = () => [...asked].filter((path) => path.includes('/figures/') && !path.endsWith('/overview/992054'));
  const wanted = cuts.map((cut) => `/api/municipalities/992054/figures/${cut}`);
  await expect.poll(() => own().toSorted(), soon).toEqual(wanted);
  await close();
});

test('a filter makes each chart of the page anew at most once, and what it does not touch not at all', async () => {
  const { page, close } = await openPage(stage, '/992054/pathways?show=months');
  await page.locator('[data-figure="month-shares"] canvas').waitFor();
  // A chart asks for the context of its canvas once, when it is made.
  await page.evaluate(() => {
    const seen = window as unknown as { charts: number };
    seen.charts = 0;
    const original = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, ...kind: unknown[]) => unknown;
    Object.assign(HTMLCanvasElement.prototype, {
      getContext(this: HTMLCanvasElement, ...kind: unknown[]) {
        if (this.isConnected) seen.charts += 1;
        return original.apply(this, kind);
      },
    });
  });
  const made = async (path: string, sign: string) => {
    const before = await page.evaluate(() => (window as unknown as { charts: number }).charts);
    await show(page, path);
    await page.locator(sign).first().waitFor();
    return (await page.evaluate(() => (window as unknown as { charts: number }).charts)) - before;
  };
  const level = await made('/992054/pathways?show=months&level=2', '[data-figure="months-counts"] [data-row="P0401"]');
  const target = await made('/992054/pathways?show=months&target=T01', '[data-figure="month-shares"] canvas');
  await close();
  expect({ level, target }).toEqual({ level: 0, target: 1 });
});

test('fifty switches leave no nodes, no listeners and no canvases behind', async () => {
  const { page, close } = await openPage(stage, '/992054', 1440, { serviceWorkers: 'block' });
  const session = await page.context().newCDPSession(page);
  const tour = ['/areas', '/pathways', '/targets', '/pathways?show=months', ''].map((path) => `/992054${path}`);
  const count = async () => {
    await waitUntilStill(page);
    await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return { nodes, jsEventListeners, canvases: await page.locator('canvas').count() };
  };
  // What the last frames still hold is collected only after them, however often before; what leaks never is.
  const read = async () => {
    let now = await count();
    for (let alike = 0; alike < 3; ) {
      const next = await count();
      alike = next.nodes === now.nodes && next.jsEventListeners === now.jsEventListeners ? alike + 1 : 0;
      now = next;
    }
    return now;
  };
  for (const path of tour) await show(page, path);
  const before = await read();
  for (let turn = 0; turn < 50; turn += 1) await show(page, tour[turn % tour.length] ?? '');
  const after = await read();
  await close();
  expect(after.canvases).toBe(before.canvases);
  // One view's worth of either is several hundred; what is left over is the browser's own.
  expect(after.nodes).toBeLessThan(before.nodes * 1.5);
  expect(after.jsEventListeners).toBeLessThan(before.jsEventListeners * 1.5);
});

test('a target is read beside the page, and of another area nothing more is asked for', async () => {
  const { page, close } = await openPage(stage, '/992054/pathways', 1440, { serviceWorkers: 'block' });
  const cuts: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/figures/division/')) cuts.push(request.url());
  });
  const counts = async (query: string) => {
    await show(page, `/992054/pathways?${query}&view=counts`);
    const row = page.locator('[data-figure="counts"] [data-row="all"] td[data-column$="-count"]');
    await row.first().waitFor();
    return await row.allTextContents();
  };
  const whole = await counts('target=T01');
  const area = await counts('area=E01&target=T01');
  const answer = await page.request.get(cuts[0] ?? '');
  const { periods, series } = (await answer.json()) as Record<'periods', string[]> & {
    series: Record<string, unknown[]>;
  };
  const year = periods.indexOf('FY2024');
  const published = ['992054', 'E01'].map((code) => String(series[`N01|${code}|all|T01`]?.[year]));
  const workers = page.workers().length;
  await close();
  expect({ asked: cuts.length, workers }).toEqual({ asked: 1, workers: 1 });
  expect([whole.at(-1), area.at(-1)]).toEqual(published);
});
