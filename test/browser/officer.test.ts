/** An officer of a prefecture, from the start page: three questions, each answered in at most three clicks. Everything here is 架空のデータ. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerComparison } from './compared-api.ts';
import { openPage } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  stage.between(answerComparison());
}, 240_000);

afterAll(async () => {
  await stage?.stop();
});

/** Opens the start page; `click` counts. */
async function begin() {
  const { page, complaints, close } = await openPage(stage, '/');
  let clicks = 0;
  return {
    page,
    complaints,
    close,
    click: async (name: string | RegExp) => {
      clicks += 1;
      await page.locator('main').getByRole('link', { name }).click();
    },
    press: async (name: string) => {
      clicks += 1;
      await page.locator('main').getByRole('button', { name }).click();
    },
    clicks: () => clicks,
  };
}

async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).trim();
}

describe('an officer finds out', () => {
  test('which municipalities are clearly below the prefecture in new consultations per head', async () => {
    const { page, complaints, click, clicks, close } = await begin();
    await click('人口あたりの新規相談が、県より明らかに低いのはどこか');
    await page.locator('main [data-figure]').first().waitFor();
    const title = await textOf(page, 'main [data-figure] h2');
    await close();
    expect(title).toMatch(/明らかに低いのは1（松ヶ丘町）/);
    expect(clicks()).toBeLessThanOrEqual(3);
    expect(complaints).toEqual([]);
  });

  test('which have not reported since when', async () => {
    const { page, complaints, click, clicks, close } = await begin();
    await click('どこが、いつから未報告か');
    await page.locator('[data-figure="reporting"]').waitFor();
    const title = await textOf(page, '[data-figure="reporting"] h2');
    const silent = await page
      .locator('[data-group="silent"] [data-row]')
      .evaluateAll((rows) => rows.map((row) => [...row.children].slice(0, 2).map((cell) => cell.textContent?.trim())));
    await close();
    expect(title).toBe('報告が止まっているのは2市町村で、最も長いのは青波町（相談受付 平成30年4月から）です');
    expect(silent).toEqual([
      ['青波町', '相談受付 平成30年4月から'],
      ['東雲町', '相談受付 平成30年12月から'],
    ]);
    expect(clicks()).toBeLessThanOrEqual(3);
    expect(complaints).toEqual([]);
  });

  test('which resemble one’s own and what they do differently, and changes the group by hand', async () => {
    const { page, complaints, click, press, clicks, close } = await begin();
    await click('似た市町村はどこで、何がちがうか');
    await page.locator('[data-figure="peers"]').waitFor();
    const alike = await page
      .locator('[data-figure="peers"] tbody th')
      .evaluateAll((rows) => rows.map((row) => row.textContent));
    const title = await textOf(page, '[data-figure="peers"] h2');
    const different = await textOf(page, '[data-figure="peer-differences"] h2');
    const place = await textOf(page, '[data-figure="peer-place"] h2');
    const answered = clicks();
    await press('月見町を外す');
    const changed = page.url();
    const left = await page.locator('[data-figure="peers"] tbody tr').count();
    await page.goBack();
    await page.waitForFunction(() => document.querySelectorAll('[data-figure="peers"] tbody tr').length === 6);
    await close();
    expect(alike.slice(0, 3)).toEqual(['藤ヶ浦市（選んだ市町村）', '岬市', '月見町']);
    expect(title).toMatch(/^藤ヶ浦市に最も似ているのは岬市で、/);
    expect(different).toMatch(/^藤ヶ浦市は、似た市町村の多くとちがい、地域経由割合が県の値より明らかに低いです/);
    expect(place).toMatch(/比べられる5市町村のどれよりも低い値です$/);
    expect(answered).toBeLessThanOrEqual(3);
    expect([new URL(changed).searchParams.has('peers'), left]).toEqual([true, 5]);
    expect(complaints).toEqual([]);
  });
});

test('arrows go through the table of classes, and Enter leads to the ranked list of the measure', async () => {
  const { page, close } = await openPage(stage, '/992054/compare?show=heat');
  await page.locator('[data-figure="heat"] .table-frame').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  const reached = await page.evaluate(() => document.activeElement?.closest('td')?.getAttribute('data-column'));
  const states = await page
    .locator('[data-figure="heat"] td[data-column="R06"]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-class')));
  await page.keyboard.press('Enter');
  await page.locator('[data-figure="heat"]').waitFor({ state: 'detached' });
  const address = new URL(page.url());
  await close();
  expect(reached).toBe('R01');
  expect(states).toEqual(expect.arrayContaining(['clearlyLow', 'within', 'suppressed', 'unreported']));
  expect([address.searchParams.get('indicator'), address.searchParams.get('show')]).toEqual(['R01', null]);
});

test('each way to look fits a narrow screen in both languages, shows its table, and axe finds nothing', async () => {
  for (const [width, lang] of [
    [1440, 'ja'],
    [360, 'en'],
  ] as const) {
    for (const way of ['heat', 'scatter', 'multiples', 'peers', 'reporting']) {
      const { page, complaints, close } = await openPage(stage, `/992054/compare?show=${way}&lang=${lang}`, width);
      await page.locator(`[data-figure="${way}"]`).waitFor();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      const { violations } = await new AxeBuilder({ page })
        .setLegacyMode()
        .options({ resultTypes: ['violations'] })
        .disableRules(lang === 'ja' ? [] : ['color-contrast'])
        .analyze();
      const drawn = page.locator(`[data-figure="${way}"]`);
      const toggle = drawn.locator('.figure-controls > .link-button');
      if ((await toggle.count()) > 0) await toggle.first().click();
      const rows = await drawn.locator('tbody tr').count();
      await close();
      expect([way, lang, overflow, violations.map(({ id }) => id), complaints]).toEqual([way, lang, 0, [], []]);
      expect(rows).toBeGreaterThan(5);
    }
  }
}, 240_000);
