/** 概況 in a real Chromium: what stands on it, where its sentences lead, and what the first view weighs. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { click, goTo, press } from './act.ts';
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

/** Scripts and style sheets that the first view asks for, as they go over the line. */
const allowedBytes = 95 * 1024;

test('scripts and styles of the first view are at most 95 KB, and no chart library is among them', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } });
  await watchForStillness(context);
  const page = await context.newPage();
  const loaded: { name: string; bytes: number }[] = [];
  const pending: Promise<void>[] = [];
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname;
    if (!/\.(?:js|css)$/.test(name)) return;
    pending.push(
      response.body().then((body) => {
        loaded.push({ name, bytes: gzipSync(body).length });
      }),
    );
  });
  await goTo(page, `${stage.origin}/992054`);
  await page.locator('[data-figure="trend"] .drawing').waitFor();
  await page.locator('[data-figure="stack"] .drawing').waitFor();
  await page.waitForLoadState('networkidle');
  await Promise.all(pending);
  await context.close();
  expect(loaded.map(({ name }) => name).filter((name) => name.includes('chart-canvas'))).toEqual([]);
  expect(loaded.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(allowedBytes);
});

test('nothing moves once it is drawn', async () => {
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } });
  await watchForStillness(context);
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = window as unknown as { moved: number };
    seen.moved = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.moved += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await goTo(page, `${stage.origin}/992054`);
  await page.locator('[data-figure="stack"] .drawing').waitFor();
  const moved = await page.evaluate(() => (window as unknown as { moved: number }).moved);
  await context.close();
  expect(moved).toBeLessThan(0.02);
});

test('every sentence of what changed leads to the view that shows it', async () => {
  const { page, complaints, close } = await openPage(stage, '/992054');
  const links = await page.locator('.changes a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const sentences = await page.locator('.changes li').count();
  const led: string[] = [];
  for (const href of links) {
    await goTo(page, stage.origin + (href ?? ''));
    led.push((await page.locator('.address-notes').count()) > 0 ? 'a note' : 'a view');
  }
  await close();
  expect(sentences).toBeGreaterThan(1);
  expect(sentences).toBeLessThanOrEqual(6);
  expect(new Set(led)).toEqual(new Set(['a view']));
  expect(complaints).toEqual([]);
});

test('the pointer shows the nearest point of the trend, Esc and leaving take it away', async () => {
  const { page, close } = await openPage(stage, '/992054');
  const chart = page.locator('[data-figure="trend"] .chart-stage');
  const tip = page.locator('[data-figure="trend"] .drawn-tip');
  await chart.hover({ position: { x: 60, y: 120 } });
  await waitUntilStill(page);
  const shown = await tip.textContent();
  await page.mouse.move(5, 5);
  await waitUntilStill(page);
  const left = await tip.count();
  await chart.focus();
  await press(page, 'ArrowLeft');
  const last = await tip.textContent();
  await press(page, 'Escape');
  const escaped = await tip.count();
  await close();
  expect(shown).toMatch(/^令和4年\d+月 \d+件$/);
  expect(last).toBe('令和6年12月 22件');
  expect({ left, escaped }).toEqual({ left: 0, escaped: 0 });
});

test('on a telephone two sentences are there at first, and the others when asked for', async () => {
  const { page, close } = await openPage(stage, '/992054', 360);
  const first = await page.locator('.changes li').count();
  await click(page.getByRole('button', { name: /^ほか\d+件を見る$/ }));
  const then = await page.locator('.changes li').count();
  await close();
  expect(first).toBe(2);
  expect(then).toBeGreaterThan(2);
});
