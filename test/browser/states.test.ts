/** What a page says when there is less than everything: each state by its words, in both languages, at both widths, with axe. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createMemoryStore } from '#functions/adapters/memory/store.ts';
import { createApi } from '#functions/serve/api.ts';
import { createFixedIdentity, localIdentity } from '#functions/serve/identity.ts';
import { answerProblem, ProblemError } from '#functions/serve/problem.ts';
import { click, goTo } from './act.ts';
import { addDetailWorkbook } from './detail-workbook.ts';
import { openPage, resizeTo } from './open-page.ts';
import { type Between, type Stage, setStage } from './stage.ts';
import { waitUntilStill } from './stillness.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await addDetailWorkbook(stage);
  const silent = join(stage.folder, 'akehama');
  await mkdir(silent, { recursive: true });
  const profile = ['項目,値', '市区町村コード,992071', '都道府県名,海野県', '市区町村名,明浜町', '報告機関名,福祉課'];
  await writeFile(join(silent, '基本情報.csv'), [...profile, '様式版,1', 'データの種類,架空'].join('\n'));
  await writeFile(join(silent, '圏域.csv'), '圏域コード,圏域名,圏域種別,上位圏域コード\nALL,明浜町,市町村全域,');
  await writeFile(join(silent, '相談受付.csv'), '受付番号,受付日,圏域,経路,対象1');
  await stage.run();
});

afterAll(async () => {
  await stage?.stop();
});

afterEach(() => {
  stage.between(null);
  stage.identify(localIdentity);
});

const path = (request: Request) => new URL(request.url).pathname;

/** Answers instead of the API where the address fits. */
function instead(fits: RegExp, answer: () => Response): Between {
  return async (request, pass) => (fits.test(path(request)) ? answer() : await pass());
}

/** Whether a store in which nothing was ever published answers. */
function emptyApi(): Between {
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const store = createMemoryStore({ now: () => new Date('2025-01-14T00:00:00Z') });
  const api = createApi({
    store,
    identity: localIdentity,
    pollSeconds: 1,
    log,
    clock: { now: () => new Date('2026-11-21T03:00:00Z') },
  });
  return async (request) => await api.fetch(request);
}

const newerFormat = () =>
  new Response(JSON.stringify({ format: 2 }), { headers: { 'content-type': 'application/json' } });

const states: readonly {
  readonly name: string;
  readonly address: string;
  readonly prepare?: () => void;
  readonly ja: string;
  readonly en: string;
}[] = [
  {
    name: 'nothing was ever published',
    address: '/162051',
    prepare: () => stage.between(emptyApi()),
    ja: 'まだ公表された数字がありません。ブックが読み込まれると、ここに表示されます。',
    en: 'Nothing has been published yet. Figures appear here once a workbook has been read.',
  },
  {
    name: 'a municipality has no rows yet',
    address: '/992071',
    ja: 'まだ報告がありません。最初の行が入力されると、ここに表示されます。',
    en: 'Nothing has been reported yet. The first row that is typed appears here.',
  },
  {
    name: 'some months are missing',
    address: '/992062/status',
    ja: 'か月分の報告で表示しています。',
    en: 'months reported.',
  },
  {
    name: 'rows stopped coming',
    address: '/992062',
    ja: '日間、新しい入力がありません',
    en: 'nothing new for',
  },
  {
    name: 'nothing may be seen',
    address: '/162051',
    prepare: () => stage.identify(createFixedIdentity([])),
    ja: 'この市町村を見る権限がありません。管理担当にご連絡ください。',
    en: 'You have no right to see this municipality. Please ask your administrator.',
  },
  {
    name: 'nobody is signed in',
    address: '/162051',
    prepare: () => stage.identify({ identify: () => Promise.reject(new ProblemError('not-signed-in')) }),
    ja: 'ここの数字は、登録された方だけが見られます。職場のアカウントでサインインしてください。',
    en: 'These figures are for people who are registered. Please sign in with your account at work.',
  },
  {
    name: 'whoever is signed in is not registered',
    address: '/162051',
    prepare: () => stage.identify({ identify: () => Promise.reject(new ProblemError('not-registered')) }),
    ja: 'このアカウントは、まだ登録されていません。',
    en: 'This account is not registered yet.',
  },
  {
    name: 'the page is older than its figures',
    address: '/162051',
    prepare: () => stage.between(instead(/municipalities\/162051$/, newerFormat)),
    ja: '画面の版が古くなっています。ページを読み込み直してください。',
    en: 'This page is older than its figures. Please reload it.',
  },
  {
    name: 'the server is in trouble',
    address: '/162051/pathways',
    prepare: () => stage.between(instead(/figures/, () => answerProblem('failed'))),
    ja: '表示できませんでした。入力したデータは無事です。',
    en: 'This could not be shown. What was typed is safe.',
  },
];

/** Colours are the same in both languages and at every width; to judge them takes most of the time. */
async function violationsOf(page: Page, { withColours = true } = {}): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await axe.disableRules(withColours ? [] : ['color-contrast']).analyze();
  return violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

test.each(states)('$name: said in both languages, whole at both widths, nothing for axe', async (state) => {
  state.prepare?.();
  const { page, close } = await openPage(stage, state.address, 1440);
  await page.getByText(state.ja).first().waitFor();
  const wide = await violationsOf(page);
  await goTo(page, `${stage.origin}${state.address}?lang=en`);
  await resizeTo(page, 360);
  await page.getByText(state.en).first().waitFor();
  const narrow = await violationsOf(page, { withColours: false });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await close();
  expect({ wide, narrow, overflow }).toEqual({ wide: [], narrow: [], overflow: 0 });
});

test('a page that loads has its name at once, says so after 400 ms, then that it takes long, and nothing of it moves', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  stage.between(async (request, pass) => {
    if (path(request).includes('/figures/')) await held;
    return await pass();
  });
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const seen = window as unknown as { begun: number; said: number; moved: string[] };
    seen.moved = [];
    new MutationObserver(() => {
      const block = document.querySelector('.loading');
      if (block === null) return;
      seen.begun ??= performance.now();
      if (block.textContent !== '') seen.said ??= performance.now();
    }).observe(document, { childList: true, subtree: true, characterData: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { sources: { node: Node | null }[] }[])
        for (const { node } of entry.sources)
          if (node?.parentElement?.closest('main') != null) seen.moved.push(node.nodeName);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`${stage.origin}/992054/targets`);
  await page.locator('main h1', { hasText: '対象・課題別' }).waitFor();
  await page.locator('.loading [role="status"]', { hasText: '読み込んでいます' }).waitFor();
  const late = await violationsOf(page);
  await page.locator('.loading [role="status"]', { hasText: '時間がかかっています' }).waitFor();
  release();
  await page.locator('main [data-figure]').first().waitFor();
  const seen = await page.evaluate(() => {
    const { begun, said, moved } = window as unknown as { begun: number; said: number; moved: string[] };
    return { isAfter: said - begun >= 390, moved };
  });
  await context.close();
  expect({ ...seen, late }).toEqual({ isAfter: true, moved: [], late: [] });
});

test('where one object fails the other figures stay, the page says that a part is missing, and trying again brings it', async () => {
  stage.between(instead(/\/goals$/, () => answerProblem('failed')));
  const { page, close } = await openPage(stage, '/992054', 1440);
  const note = page.getByText('一部を表示できませんでした。ほかの数字はこのまま読めます。');
  await note.waitFor();
  const value = await page.locator('[data-indicator="N01"] strong').textContent();
  const isGoalDenied = await page.locator('.tile-goal', { hasText: '目標なし' }).count();
  const violations = await violationsOf(page);
  stage.between(null);
  await click(page.getByRole('button', { name: 'もう一度試す' }));
  await note.waitFor({ state: 'detached' });
  await page.locator('.tile-with-goal').first().waitFor();
  const focus = await page.evaluate(() => document.activeElement?.id);
  await close();
  expect({ isNumber: /^\d+/.test(value ?? ''), isGoalDenied, violations, focus }).toEqual({
    isNumber: true,
    isGoalDenied: 0,
    violations: [],
    focus: 'main',
  });
});

test('each choice of a link that the lists do not have is said, and the page shows everything', async () => {
  const { page, close } = await openPage(stage, '/992054/areas?period=2001-04&area=X9&pathway=P77&target=T77');
  const notes = async () => await page.locator('.address-notes p').allTextContents();
  const header = await notes();
  const others: string[][] = [];
  for (const address of [
    '/123456',
    '/992054/nowhere',
    '/992054/areas?division=町会',
    '/992054/goals?programme=none-such',
    '/992054/status?office=だれか',
    '/992054/status?kind=no-such-kind',
  ]) {
    await goTo(page, stage.origin + address);
    await page.locator('.address-notes').waitFor();
    others.push((await notes()).map((note) => note.slice(0, 13)));
  }
  const violations = await violationsOf(page);
  await close();
  expect(header.map((note) => note.slice(0, 8))).toEqual([
    'このリンクの期間',
    'このリンクの圏域',
    'このリンクの経路',
    'このリンクの対象',
  ]);
  expect(others).toEqual(
    [
      ['このリンクの市町村は、登録に'],
      ['このリンクのページはありませ'],
      ...Array.from({ length: 4 }, () => ['このリンクの絞り込みの一部は']),
    ].map((notes) => notes.map((note) => note.slice(0, 13))),
  );
  expect(violations).toEqual([]);
});

test('figures of a held workbook say of when they are, until it is settled', async () => {
  const tab = join(stage.folder, 'fujigaura', '圏域.csv');
  await rename(tab, `${tab}.mislaid`);
  await stage.run();
  const { page, close } = await openPage(stage, '/992054', 360);
  const told = page.locator('.status-strip', {
    hasText: '確認がすむまで、令和7年1月14日より前に公表した値を表示しています。',
  });
  await told.waitFor();
  const value = await page.locator('[data-indicator="N01"] strong').textContent();
  const violations = await violationsOf(page);
  await rename(`${tab}.mislaid`, tab);
  await stage.run();
  await told.waitFor({ state: 'detached' });
  const after = await page.locator('[data-indicator="N01"] strong').textContent();
  await close();
  expect({ value, violations }).toEqual({ value: after, violations: [] });
});

test('a release that vanishes while one reads gives way to the newest, and the reader sees figures only', async () => {
  const { page, close } = await openPage(stage, '/992054', 1440);
  const old = await (await fetch(`${stage.origin}/api/session`)).text();
  const { release } = JSON.parse(old) as { release: string };
  let isGone = false;
  stage.between(async (request, pass) => {
    if (path(request) === '/api/session' && !isGone)
      return new Response(old, { headers: { 'content-type': 'application/json' } });
    if (!request.url.includes(release)) return await pass();
    isGone = true;
    return answerProblem('release-gone');
  });
  const file = join(stage.folder, 'himi', '集計報告.csv');
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace('地域,,52', '地域,,55'));
  await stage.run();
  await click(page.getByRole('link', { name: '対象・課題別' }).first());
  await page.locator('main .figure').first().waitFor();
  const alerts = await page.locator('[role="alert"]').count();
  await writeFile(file, before);
  stage.between(null);
  await stage.run();
  await close();
  expect({ isGone, alerts }).toEqual({ isGone: true, alerts: 0 });
});

test('of municipalities chosen quickly one after the other, the last one is shown, whatever is answered first', async () => {
  let answerLate: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    answerLate = resolve;
  });
  const { page, close } = await openPage(stage, '/992062', 1440);
  stage.between(async (request, pass) => {
    if (path(request).endsWith('/municipalities/162051')) await late;
    return await pass();
  });
  await page.selectOption('#bar-municipality', '162051');
  await page.locator('.loading').waitFor();
  await page.selectOption('#bar-municipality', '992054');
  await page.locator('.shown', { hasText: '藤ヶ浦市' }).waitFor();
  answerLate();
  await waitUntilStill(page);
  const shown = await page.locator('.shown').textContent();
  const filter = await page.locator('#bar-municipality').inputValue();
  await close();
  expect([shown?.includes('藤ヶ浦市'), filter]).toEqual([true, '992054']);
});

test('two windows of two municipalities both follow what is published, and each stays where it is', async () => {
  const { page, close } = await openPage(stage, '/162051/pathways');
  const second = await page.context().newPage();
  await second.goto(`${stage.origin}/992054`);
  await second.locator('[data-indicator="N01"] strong').waitFor();
  const cell = page.locator('[data-figure="table"] tr[data-row="P04"] td[data-column="FY2017-count"]');
  const file = join(stage.folder, 'himi', '集計報告.csv');
  const before = await readFile(file, 'utf8');
  await writeFile(file, before.replace('地域,,52', '地域,,56'));
  await stage.run();
  await page.bringToFront();
  await cell.filter({ hasText: '56' }).waitFor();
  const places = [await page.locator('.shown').textContent(), await second.locator('.shown').textContent()];
  await writeFile(file, before);
  await stage.run();
  await cell.filter({ hasText: '52' }).waitFor();
  await close();
  expect(places.map((place) => place?.slice(0, 3))).toEqual(['氷見市', '藤ヶ浦']);
});
