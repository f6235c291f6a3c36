/** The whole dashboard without a mouse: Tab to everything, the focus always in sight, arrows through points, and back again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { goBack, press } from './act.ts';
import { openPage, pages } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';
import { waitUntilStill } from './stillness.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(async () => {
  await stage?.stop();
});

interface Stop {
  readonly name: string;
  /** What is wrong with the focus, in words; empty where nothing is. */
  readonly trouble: string;
}

/** What has the focus, and whether a reader sees that it has: inside the window, under nothing, with an outline. */
async function readFocus(page: Page): Promise<Stop | null> {
  return await page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return null;
    const name = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40);
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const troubles: string[] = [];
    if (box.width < 1 || box.height < 1) troubles.push('has no size');
    if (box.bottom < 1 || box.top > innerHeight - 1 || box.right < 1 || box.left > innerWidth - 1)
      troubles.push('is outside of the window');
    const x = Math.min(Math.max((box.left + box.right) / 2, 1), innerWidth - 2);
    const places = [box.top + 3, (box.top + box.bottom) / 2, box.bottom - 3].filter((y) => y > 0 && y < innerHeight);
    const isHidden = (y: number) => {
      const above = document.elementFromPoint(x, y);
      return above === null || !(element.contains(above) || above.contains(element));
    };
    if (places.length > 0 && places.every(isHidden)) troubles.push('is covered');
    const isRinged = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
    if (!isRinged && style.boxShadow === 'none') troubles.push('shows no focus');
    return { name, trouble: troubles.join(', ') };
  });
}

/** Tab from the top until the focus leaves the page. */
async function walk(page: Page): Promise<readonly Stop[]> {
  const stops: Stop[] = [];
  for (let step = 0; step < 400; step += 1) {
    await page.keyboard.press('Tab');
    const seen = await readFocus(page);
    // What comes into sight with the focus may be drawn just now.
    if (seen?.trouble !== '') await waitUntilStill(page);
    const stop = seen?.trouble === '' ? seen : await readFocus(page);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error('Tab never leaves the page');
}

test.each(pages)('on the page "%s" Tab reaches every control, and the focus is always in sight', async (path) => {
  const { page, complaints, close } = await openPage(stage, `/992054${path}`);
  const expected = await page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('a[href], button, select, input, [tabindex="0"]')].filter(
        (control) =>
          control.tabIndex >= 0 &&
          control.checkVisibility({ visibilityProperty: true }) &&
          !control.matches(':disabled'),
      ).length,
  );
  const stops = await walk(page);
  await close();
  expect(stops.filter(({ trouble }) => trouble !== '')).toEqual([]);
  expect({ reached: stops.length >= expected, complaints }).toEqual({ reached: true, complaints: [] });
});

test('without a mouse: past the head, a filter, a page, a chart, its table, a menu, and back', async () => {
  const { page, complaints, close } = await openPage(stage, '/992054');
  const focused = async () => (await readFocus(page))?.name ?? '';
  const address = () => page.url().replace(stage.origin, '');
  const tabTo = async (name: RegExp) => {
    for (let step = 0; step < 120 && !name.test(await focused()); step += 1) await press(page, 'Tab');
    expect(await focused()).toMatch(name);
  };

  await press(page, 'Tab');
  expect(await focused()).toBe('本文へ移動');
  await press(page, 'Enter');
  await press(page, 'Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);

  await page.locator('#bar-period').focus();
  await press(page, 'ArrowDown');
  await page.waitForFunction(() => location.search.includes('period='));
  const filtered = address();
  await page.locator('.navigation a').first().focus();
  await tabTo(/^経路別$/);
  await press(page, 'Enter');
  await page.locator('[data-figure="shares"] [role="application"]').waitFor();
  expect(address()).toContain('/pathways?period=');

  await tabTo(/地域|経路|相談/);
  await page.locator('[data-figure="shares"] [role="application"]').focus();
  const said = page.locator('[data-figure="shares"] [aria-live="polite"]').first();
  await press(page, 'ArrowRight');
  await page.waitForFunction(
    () => document.querySelector('[data-figure="shares"] [aria-live="polite"]')?.textContent !== '',
  );
  const first = await said.textContent();
  await press(page, 'ArrowRight');
  await page.waitForFunction(
    (before) => document.querySelector('[data-figure="shares"] [aria-live="polite"]')?.textContent !== before,
    first,
  );
  await press(page, 'Escape');
  await press(page, 'Enter');
  await page.locator('[data-figure="shares"][data-drawn="table"]').waitFor();
  expect(address()).toContain('view=shares');

  await page.locator('[data-figure="shares"] .take-along > button').focus();
  await press(page, 'Enter');
  await page.locator('[data-figure="shares"] .take-along ul').waitFor();
  expect(await focused()).toBe('表（CSV）');
  await press(page, 'Escape');
  expect(await focused()).toMatch(/^持ち出す/);

  // The browser's own key for Back belongs to its window, which a test has none of.
  for (const _ of [1, 2]) await goBack(page);
  await page.waitForFunction((wanted) => location.pathname + location.search === wanted, filtered);
  await goBack(page);
  await page.waitForFunction(() => location.pathname === '/992054' && location.search === '');
  await close();
  expect(complaints).toEqual([]);
});

test('eras and Western years are changed by keyboard, the focus stays, and the address keeps the choice', async () => {
  const { page, complaints, close } = await openPage(stage, '/992054');
  await page.getByRole('button', { name: '西暦' }).focus();
  await press(page, 'Enter');
  await page.locator('main .shown').getByText('2024年度').waitFor();
  const focus = await readFocus(page);
  const eras = await page
    .locator('main')
    .getByText(/令和|平成/)
    .count();
  const address = page.url().replace(stage.origin, '');
  await goBack(page);
  await page.locator('main .shown').getByText('令和6年度').waitFor();
  await close();
  expect({ focus: focus?.name, eras, address, complaints }).toEqual({
    ...{ focus: '西暦', eras: 0, address: '/992054?years=western' },
    complaints: [],
  });
});

test.each(pages)(
  'at twice the size nothing of "%s" is lost: what is said at full width is said at half of it too',
  async (path) => {
    const wide = await openPage(stage, `/992054${path}`, 1280);
    const narrow = await openPage(stage, `/992054${path}`, 640, { deviceScaleFactor: 2 });
    const titles = async (page: Page) =>
      await page
        .locator('main :is(h1, h2, .tile-value, .tile-change, .tile-before, .tile-with-goal > p)')
        .evaluateAll((all) =>
          all
            .filter((one) => one.checkVisibility())
            .map((one) => one.textContent?.trim() ?? '')
            .sort(),
        );
    const seen = { wide: await titles(wide.page), narrow: await titles(narrow.page) };
    await wide.close();
    await narrow.close();
    expect(seen.narrow).toEqual(seen.wide);
  },
);
