/**
 * 市町村比較 from the start page, over a store that the real code published: an officer's three questions, each answered in at most
 * three clicks, and what everybody sees. Everything here is 架空のデータ.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Audience } from '#functions/publish/release.ts';
import { createFixedIdentity } from '#functions/serve/identity.ts';
import { choose, click, goBack, goTo, press, reload } from './act.ts';
import { openPage, readTable, resizeTo } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';
import { uminoTowns, uminoWorkbooks } from './umino-prefecture.ts';

let stage: Stage;

const officer: readonly Audience[] = ['prefecture:99'];
const officerWithOffice: readonly Audience[] = ['office:992054', 'prefecture:99', 'public'];
const everybody: readonly Audience[] = ['public'];

function comeAs(audiences: readonly Audience[]): void {
  stage.identify(createFixedIdentity(audiences));
}

beforeAll(async () => {
  stage = await setStage({ workbooks: uminoWorkbooks(), now: '2025-04-20T00:00:00Z' });
}, 240_000);

afterAll(async () => {
  await stage?.stop();
});

/** Opens the start page; `click` and `choose` count. */
async function begin() {
  const { page, complaints, close } = await openPage(stage, '/');
  let clicks = 0;
  return {
    page,
    complaints,
    close,
    click: async (name: string | RegExp) => {
      clicks += 1;
      await click(page.locator('main').getByRole('link', { name }).first());
    },
    press: async (name: string) => {
      clicks += 1;
      await click(page.locator('main').getByRole('button', { name }));
    },
    choose: async (field: string, option: string) => {
      clicks += 1;
      await choose(page.locator(field), option);
    },
    clicks: () => clicks,
  };
}

async function textOf(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).first().innerText()).trim();
}

describe.each([
  ['of the prefecture only', officer, false],
  ['with an office too', officerWithOffice, true],
] as const)('an officer %s finds out', (_, audiences, hasOffice) => {
  beforeEach(() => comeAs(audiences));

  test('which municipalities are clearly below the prefecture in new consultations per head', async () => {
    const { page, complaints, click, clicks, close } = await begin();
    await click('人口あたりの新規相談が、県より明らかに低いのはどこか');
    await page.locator('[data-figure="ranked"]').waitFor();
    const title = await textOf(page, '[data-figure="ranked"] h2');
    const low = (await readTable(page, 'ranked')).find(([, name]) => name?.startsWith('松ヶ丘町') === true);
    const notes = await page.locator('.address-notes').count();
    const view = await textOf(page, '.view-note');
    await close();
    expect(title).toMatch(/明らかに高いのは1市町村（藤ヶ浦市）、明らかに低いのは1市町村（松ヶ丘町）/);
    expect(low?.slice(2)).toEqual(['40', '17.1', '', '明らかに低い']);
    expect(view).toMatch(/^都道府県の担当者用の表示です。1〜4件の数と、/);
    expect(notes).toBe(0);
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
    expect(title).toBe('報告が止まっているのは2市町村で、最も長いのは青波町（相談受付 令和6年4月から）です');
    expect(silent).toEqual([
      ['青波町', '相談受付 令和6年4月から'],
      ['東雲町', '相談受付 令和6年12月から'],
    ]);
    expect(clicks()).toBeLessThanOrEqual(3);
    expect(complaints).toEqual([]);
  });

  test('which resemble one’s own and what they do differently, and changes the group by hand', async () => {
    const { page, complaints, click, press, choose, clicks, close } = await begin();
    await click('似た市町村はどこで、何がちがうか');
    await page.locator('[data-figure="peers"]').waitFor();
    // Who has no office of their own says whom they mean.
    if (!hasOffice) await choose('#peers-town', '992054');
    const own = page.locator('[data-figure="peers"] tbody th').first();
    await page.waitForFunction((name) => document.querySelector('[data-figure="peers"] tbody th')?.textContent === name, '藤ヶ浦市（選んだ市町村）'); // biome-ignore format: one line
    const alike = await page
      .locator('[data-figure="peers"] tbody th')
      .evaluateAll((rows) => rows.map((row) => row.textContent));
    const title = await textOf(page, '[data-figure="peers"] h2');
    const different = await textOf(page, '[data-figure="peer-differences"] h2');
    const place = await textOf(page, '[data-figure="peer-place"] h2');
    const answered = clicks();
    await press('桐野市を外す');
    await page.waitForFunction(() => document.querySelectorAll('[data-figure="peers"] tbody tr').length === 5);
    const changed = page.url();
    await goBack(page);
    await page.waitForFunction(() => document.querySelectorAll('[data-figure="peers"] tbody tr').length === 6);
    const back = await own.textContent();
    await close();
    expect(alike.slice(0, 3)).toEqual(['藤ヶ浦市（選んだ市町村）', '岬市', '東雲町']);
    expect(title).toMatch(/^藤ヶ浦市に最も似ているのは岬市で、/);
    expect(different).toMatch(/^藤ヶ浦市は、似た市町村の多くとちがい、/);
    expect(place).toMatch(/比べられる5市町村のどれよりも高い値です$/);
    expect(answered).toBeLessThanOrEqual(3);
    expect(new URL(changed).searchParams.has('peers')).toBe(true);
    expect(back).toBe('藤ヶ浦市（選んだ市町村）');
    expect(complaints).toEqual([]);
  });
});

test('an officer of the prefecture only has pages of the prefecture, and its figures to take along', async () => {
  comeAs(officer);
  const { page, complaints, close } = await openPage(stage, '/99');
  const pages = await page.locator('nav .pages a').allTextContents();
  const totals = await textOf(page, '[data-figure="prefecture-totals"] h2');
  const taken = await page.locator('main a[download]').getAttribute('href');
  const csv = await page.evaluate(async (address) => await (await fetch(address ?? '')).text(), taken);
  await goTo(page, `${stage.origin}/99/areas`);
  const elsewhere = await textOf(page, 'main .state-block:not(.loading)');
  await close();
  expect(pages).toEqual(['概況', '市町村比較', '用語と定義']);
  expect(totals).toMatch(/^海野県の市町村が令和6年度に受けた新規相談は、合わせて[\d,]+件です$/);
  expect(csv).toMatch(/^indicator,municipality,area,period,pathway,target,value,state/);
  expect(csv).toContain('N01,993093,993093,FY2024,all,all,,suppressed');
  expect(elsewhere).toContain('海野県の市町村は「市町村比較」で見られます');
  expect(complaints).toEqual([]);
});

test('an officer sees what everybody sees, and comes back', async () => {
  comeAs(officerWithOffice);
  const { page, close } = await openPage(stage, '/99/compare');
  await click(page.getByRole('link', { name: '公開用の表示を見る' }));
  await page.locator('.view-note[data-audience="public"]').waitFor();
  const address = new URL(page.url()).search;
  await click(page.getByRole('link', { name: '担当者用の表示に戻る' }));
  await page.locator('.view-note[data-audience="prefecture"]').waitFor();
  await close();
  expect(address).toBe('?audience=public');
});

test('everybody sees the public view, with more hidden, and nothing else is asked for', async () => {
  comeAs(everybody);
  const { page, complaints, close } = await openPage(stage, '/');
  const asked = new Set<string>();
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.add(pathname.startsWith('/api/exports/') ? pathname + search : pathname);
  });
  await reload(page);
  await page.locator('.comparison-door').waitFor();
  const who = await textOf(page, 'nav .audience');
  const said = await textOf(page, '.view-note');
  const taken = (await page.locator('main a[download]').getAttribute('href')) ?? '';
  const csv = await page.evaluate(async (address) => await (await fetch(address)).text(), taken);
  await click(page.locator('main').getByRole('link', { name: '一覧', exact: true }));
  await page.locator('[data-figure="ranked"] tbody tr').first().waitFor();
  const rows = await readTable(page, 'ranked');
  const legend = await textOf(page, '[data-figure="ranked"] .legend');
  for (const way of ['漏斗図', '一覧表', '経路別', '散布図', '推移', '似た市町村', '報告の状態']) {
    await click(page.getByRole('button', { name: way, exact: true }));
    await page.locator('main [data-figure] h2').first().waitFor();
  }
  const refused = await page.evaluate(async () =>
    Promise.all(['prefectures/99', 'municipalities/992054'].map(async (path) => (await fetch(`/api/${path}`)).status)),
  );
  const isOther = (path: string) => !/^\/api\/(?:session$|public|exports\/facts\.csv\?audience=public$)/.test(path);
  // The two that were asked for here to be refused; what a page asks is told to the test a moment later.
  const asRefused = ['/api/municipalities/992054', '/api/prefectures/99'];
  await expect.poll(() => [...asked].filter(isOther).toSorted(), { timeout: 60_000 }).toEqual(asRefused);
  await close();
  expect(who).toContain('どなたでも（公開用の表示）');
  expect(said).toMatch(/^どなたでも見られる、公開用の表示です。1〜9件の数と、/);
  expect(taken).toBe('/api/exports/facts.csv?audience=public');
  expect(csv).toContain('N01,993093,993093,FY2024,all,all,,suppressed');
  for (const { name } of uminoTowns.filter(({ cases }) => cases > 0 && cases < 10))
    expect(rows.find((row) => row[1]?.startsWith(name) === true)?.slice(2, 5)).toEqual([
      'x秘匿',
      '',
      '秘匿（少ない件数を守るため）',
    ]);
  expect(rows.find(([, name]) => name?.startsWith('鳴海村') === true)?.slice(2, 4)).toEqual(['0', '0.0']);
  expect(rows.find(([, name]) => name?.startsWith('青波町') === true)?.slice(2, 5)).toEqual([
    '…未報告',
    '',
    '未報告（令和6年4月から）',
  ]);
  expect(legend).toContain('秘匿');
  expect(said).toContain('秘匿は、0件・未報告・対象外のどれでもありません。');
  expect(asked.has('/api/public/prefectures/99/comparison/R06')).toBe(true);
  expect(refused).toEqual([403, 403]);
  expect(complaints.filter((text) => !text.includes('403'))).toEqual([]);
});

test('arrows go through the table of classes, and Enter leads to the ranked list of the measure', async () => {
  comeAs(officerWithOffice);
  const { page, close } = await openPage(stage, '/992054/compare?show=heat');
  await page.locator('[data-figure="heat"] .table-frame').focus();
  await press(page, 'ArrowRight');
  await press(page, 'ArrowRight');
  const reached = await page.evaluate(() => document.activeElement?.closest('td')?.getAttribute('data-column'));
  const states = await page
    .locator('[data-figure="heat"] td[data-column="R06"]')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-class')));
  await press(page, 'Enter');
  await page.locator('[data-figure="heat"]').waitFor({ state: 'detached' });
  const address = new URL(page.url());
  await close();
  expect(reached).toBe('R07');
  expect(states).toEqual(expect.arrayContaining(['clearlyLow', 'within', 'suppressed', 'unreported']));
  expect([address.searchParams.get('indicator'), address.searchParams.get('show')]).toEqual(['R07', null]);
});

test('through whom people come stands by municipality; what is hidden by itself is told together, and says so', async () => {
  comeAs(officerWithOffice);
  const { page, complaints, close } = await openPage(stage, '/992054/compare');
  await page.locator('[data-figure="ranked"]').waitFor();
  await click(page.getByRole('button', { name: '経路別', exact: true }));
  const figure = page.locator('[data-figure="by-pathway"]');
  await figure.locator('tbody tr').first().waitFor();
  const cellsOf = async (town: string) =>
    await figure
      .locator(`[data-row="${town}"] td[data-column]`)
      .evaluateAll((cells) =>
        Object.fromEntries(cells.map((cell) => [cell.getAttribute('data-column'), cell.textContent?.trim()])),
      );
  const [largest, together, silent] = [await cellsOf('992011'), await cellsOf('993077'), await cellsOf('993107')];
  const legend = await textOf(page, '[data-figure="by-pathway"] .legend');
  const said = await figure.locator('[data-row="993077"] .mark-merged').first().getAttribute('title');
  await click(figure.getByRole('button', { name: '地域' }));
  await figure.locator('th[data-column="P0401"]').waitFor();
  const isOpen = await figure.getByRole('button', { name: '地域' }).getAttribute('aria-expanded');
  await click(page.getByRole('button', { name: '構成比' }));
  await click(page.getByRole('button', { name: '人口', exact: true }));
  await page.waitForFunction(() => document.querySelector('[data-figure="by-pathway"] tbody tr:nth-child(2)')?.getAttribute('data-row') === '992011'); // biome-ignore format: one line
  const share = (await cellsOf('992011')).P04;
  const address = new URL(page.url()).searchParams.get('kind');
  const opens = await figure.locator('[data-row="992054"] th a').getAttribute('href');
  const found: string[] = [];
  const list: boolean[] = [];
  for (const width of [1440, 768, 360]) {
    await resizeTo(page, width);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .analyze();
    found.push(...violations.map(({ id }) => `${width} px: ${id}`), ...(overflow > 0 ? [`${width} px: too wide`] : []));
    list.push(await figure.locator('.merged-list').isVisible());
  }
  await close();
  expect(largest).toMatchObject({ all: '751', P01: '526', P04: '225', P02: '…未報告' });
  expect(together).toMatchObject({
    all: '9',
    P01: 'Σa秘匿。本人と地域 合わせて9件',
    P02: '0',
    merged: 'Σa 本人と地域 合わせて9件',
  });
  expect(silent).toMatchObject({ all: '…未報告', P01: '…未報告' });
  expect(legend).toContain('合算（1つずつは秘匿。同じ文字の経路を合わせた数を示しています）');
  expect(said).toBe('秘匿。本人と地域 合わせて9件');
  expect([isOpen, share, address]).toEqual(['true', '30.0', 'share.P04']);
  expect(opens).toMatch(/^\/992054/);
  expect(list).toEqual([false, true, true]);
  expect([...found, ...complaints]).toEqual([]);
});

const ways = ['prefecture-totals', 'heat', 'scatter', 'multiples', 'peers', 'reporting'];

describe.each([
  ['an officer, wide, in Japanese', 1440, 'ja', officer],
  ['everybody, on a telephone, in English', 360, 'en', everybody],
] as const)('for %s', (_, width, lang, audiences) => {
  test.each(ways)('%s fits its screen, shows its table, and axe finds nothing', async (way) => {
    comeAs(audiences);
    const path = way === 'prefecture-totals' ? `/99?lang=${lang}` : `/992054/compare?show=${way}&lang=${lang}`;
    const { page, complaints, close } = await openPage(stage, path, width);
    await page.locator(`[data-figure="${way}"]`).waitFor();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'] })
      .disableRules(lang === 'ja' ? [] : ['color-contrast'])
      .analyze();
    const drawn = page.locator(`[data-figure="${way}"]`);
    const toggle = drawn.locator('.figure-controls > .link-button');
    if ((await toggle.count()) > 0) await click(toggle.first());
    const rows = await drawn.locator('tbody tr').count();
    await close();
    expect([overflow, violations.map(({ id }) => id), complaints]).toEqual([0, [], []]);
    expect(rows).toBeGreaterThanOrEqual(way === 'prefecture-totals' ? 2 : 6);
  });
});
