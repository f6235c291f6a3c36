/** What a reader does to a page. Each waits until all that follows from it is there, so that whatever comes next may read it. */
import type { Locator, Page } from 'playwright-core';
import { waitUntilStill } from './stillness.ts';

/** Presses keys one after the other, each where the one before has led. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await waitUntilStill(page);
  }
}

export async function click(what: Locator): Promise<void> {
  await what.click();
  await waitUntilStill(what.page());
}

/** Chooses an option of a select by its value or its label. */
export async function choose(what: Locator, option: string | { readonly label: string }): Promise<void> {
  await what.selectOption(option);
  await waitUntilStill(what.page());
}

export async function goBack(page: Page): Promise<void> {
  await page.goBack();
  await waitUntilStill(page);
}

/** Opens another address in the same window. */
export async function goTo(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('main h1').waitFor();
  await waitUntilStill(page);
}

/** Opens the same address anew. */
export async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.locator('main h1').waitFor();
  await waitUntilStill(page);
}
