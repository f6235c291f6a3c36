/** Without a line, after a new build, and after a right was lost: what the service worker keeps, and what it forgets. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createFixedIdentity, localIdentity } from '#functions/serve/identity.ts';
import { goTo, reload } from './act.ts';
import { openPage, pages } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

const open = async (address: string) => await openPage(stage, address, 1440, { serviceWorkers: 'allow' });

beforeAll(async () => {
  stage = await setStage();
});

afterAll(async () => {
  await stage?.stop();
});

afterEach(() => {
  stage.between(null);
  stage.identify(localIdentity);
});

const soon = { timeout: 200_000, interval: 250 };

/** Waits until the worker has kept all that the pages of the municipality need, of the newest release. */
async function waitUntilKept(page: Page): Promise<void> {
  const kept = async () =>
    await page.evaluate(async () => {
      const session: unknown = await (await fetch('/api/session')).json();
      const release = typeof session === 'object' && session !== null && 'release' in session ? session.release : null;
      const names = (await caches.keys()).filter((name) => name.startsWith('figures:'));
      const whole = await caches.match('/offline/whole', { cacheName: names[0] ?? '' });
      return { releases: names.length, isNewest: names[0]?.endsWith(`:${release}`), isWhole: whole !== undefined };
    });
  await expect.poll(kept, soon).toEqual({ releases: 1, isNewest: true, isWhole: true });
}

/** The addresses of all figures that are kept. */
async function listKept(page: Page): Promise<readonly string[]> {
  return await page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('figures:'));
    const requests = await Promise.all(names.map(async (name) => await (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
}

/** Changes a figure of 氷見市, publishes, and gives back what undoes it. */
async function changeFigure(from: string, to: string): Promise<() => Promise<void>> {
  const file = join(stage.folder, 'himi', '集計報告.csv');
  const before = await readFile(file, 'utf8');
  expect(before).toContain(from);
  await writeFile(file, before.replace(from, to));
  await stage.run();
  return async () => {
    await writeFile(file, before);
    await stage.run();
  };
}

test('without a line every page opens with the last figures and says of when they are; with it, newer ones come by themselves', async () => {
  const { page, complaints, close } = await open('/162051');
  await waitUntilKept(page);
  const before = [...complaints];
  await page.context().setOffline(true);
  const told = page.locator('.status-strip').getByText(/^オフラインです。1月14日 6:\d\dの値を表示しています。$/);
  await told.waitFor();
  const broken: string[] = [];
  for (const path of pages) {
    await goTo(page, `${stage.origin}/162051${path}`);
    await told.waitFor();
    if ((await page.locator('main').getByText('表示できません').count()) > 0) broken.push(path);
  }
  await goTo(page, `${stage.origin}/162051/pathways`);
  const cell = page.locator('[data-figure="table"] tr[data-row="P04"] td[data-column="FY2017-count"]');
  await cell.filter({ hasText: '52' }).waitFor();
  const undo = await changeFigure('地域,,52', '地域,,53');
  await page.context().setOffline(false);
  await cell.filter({ hasText: '53' }).waitFor();
  await told.waitFor({ state: 'detached' });
  await undo();
  await cell.filter({ hasText: '52' }).waitFor();
  await close();
  expect({ before, broken }).toEqual({ before: [], broken: [] });
});

test('a municipality that was never opened says without a line that it was not kept, and comes with the line', async () => {
  const { page, close } = await open('/162051');
  await waitUntilKept(page);
  await page.context().setOffline(true);
  await goTo(page, `${stage.origin}/992054`);
  await page.getByText('オフラインのため、ここは表示できません。').waitFor();
  await page.context().setOffline(false);
  await page.locator('[data-indicator="N01"] strong').waitFor();
  await close();
});

test('of several releases only the newest stays kept, once it is whole, and no row of a single case is kept', async () => {
  const { page, close } = await open('/162051');
  await waitUntilKept(page);
  const undo = await changeFigure('地域,,52', '地域,,54');
  await waitUntilKept(page);
  const kept = await listKept(page);
  await undo();
  await close();
  expect(kept).toContain('/api/municipalities/162051/figures/division/all');
  expect(kept.filter((path) => path.includes('/rows/'))).toEqual([]);
});

test('what somebody may no longer see leaves the screen and the machine with the next answer', async () => {
  const { page, close } = await open('/162051');
  await waitUntilKept(page);
  stage.identify(createFixedIdentity(['office:992054']));
  await page.locator('.address-notes').waitFor();
  await page.locator('.shown', { hasText: '藤ヶ浦市' }).waitFor();
  await waitUntilKept(page);
  const afterLoss = await listKept(page);
  stage.identify(createFixedIdentity([]));
  await page.getByText('この市町村を見る権限がありません。管理担当にご連絡ください。').waitFor();
  const afterAll = await listKept(page);
  await page.context().setOffline(true);
  await reload(page);
  await page.getByText('この市町村を見る権限がありません。管理担当にご連絡ください。').waitFor();
  const strip = await page.locator('.status-strip').textContent();
  await close();
  expect(afterLoss.filter((path) => path.includes('162051') || path.includes('prefectures'))).toEqual([]);
  expect(afterAll.filter((path) => path !== '/api/session')).toEqual([]);
  expect(strip).not.toContain('データは');
});

test('a refused sign-in empties the machine, and without a line nothing comes back', async () => {
  const { page, close } = await open('/162051');
  await waitUntilKept(page);
  stage.between(async () => new Response('{}', { status: 401 }));
  await page.getByText('ここの数字は、登録された方だけが見られます。').waitFor();
  const kept = await listKept(page);
  await page.context().setOffline(true);
  await reload(page);
  await page.getByText('表示できません').waitFor();
  const figures = await page.locator('[data-indicator]').count();
  await close();
  expect({ kept, figures }).toEqual({ kept: [], figures: 0 });
});

test('a newer build takes over with the next page that is opened; until then, the page stays one of its own build', async () => {
  const { page, complaints, close } = await open('/162051');
  await waitUntilKept(page);
  // From before there is another build: the browser may look for one by itself.
  await page.evaluate(() => {
    const tell = () => {
      document.documentElement.dataset.replaced = 'yes';
    };
    navigator.serviceWorker.addEventListener('controllerchange', tell);
  });
  const second = await page.context().newPage();
  await second.goto(`${stage.origin}/162051/goals`);
  await second.locator('main h1').waitFor();
  const scriptsOf = async (of: Page) =>
    await of.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => new URL(name).pathname)
        .filter((name) => /\.(?:js|css)$/.test(name) && name.startsWith('/assets/')),
    );
  const isAnother = (name: string) => name.includes('-another.');
  await stage.deployAnotherBuild();
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await page.waitForFunction(() => document.documentElement.dataset.replaced === 'yes');
  // The second window draws a page of which it has not loaded anything yet, from the files of its own build.
  const lazy = await second.evaluate(async () => {
    const shells = (await caches.keys()).filter((name) => name.startsWith('shell:'));
    const files = (await Promise.all(shells.map(async (name) => await (await caches.open(name)).keys()))).flat();
    const glossary = files
      .map(({ url }) => url)
      .find((url) => /glossary-[^.]*\.js$/.test(url) && !url.includes('-another'));
    const answer = await fetch(glossary ?? '/none');
    return { shells: shells.length, status: answer.status };
  });
  const before = await scriptsOf(page);
  await page.getByRole('link', { name: '経路別' }).first().click();
  await page.locator('[data-figure="table"]').waitFor();
  const after = await scriptsOf(page);
  await second.reload();
  await second.locator('main h1').waitFor();
  const reloaded = await scriptsOf(second);
  await close();
  expect(lazy).toEqual({ shells: 2, status: 200 });
  expect(before.filter(isAnother)).toEqual([]);
  expect(after.filter((name) => !isAnother(name))).toEqual([]);
  expect(reloaded.filter((name) => !isAnother(name))).toEqual([]);
  expect(complaints).toEqual([]);
});
