/** What axe finds on a page at each width, and whether the page is too wide there; as lines to compare with none. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { resizeTo } from './open-page.ts';

export async function findAtEveryWidth(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of [1440, 768, 360]) {
    await resizeTo(page, width);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (overflow > 0) found.push(`${width} px: ${overflow} px too wide`);
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    // No style sheet changes colours between the widest and the narrowest, and to judge them takes most of the time.
    const { violations } = await axe.disableRules(width === 768 ? ['color-contrast'] : []).analyze();
    found.push(
      ...violations.map(({ id, nodes }) => `${width} px: ${id} ${nodes.map(({ target }) => target).join(' ')}`),
    );
  }
  return found;
}
