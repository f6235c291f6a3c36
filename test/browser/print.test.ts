/** Every page on A4: no control is printed, the pages are few, each has its foot, and the head says whose figures they are. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { click } from './act.ts';
import { openPage, resizeTo } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';
import { waitUntilStill, watchForStillness } from './stillness.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

afterAll(async () => {
  await stage?.stop();
});

/** Shows the page as it is on paper or on the screen, and waits until everything is drawn for it. */
async function emulate(page: Page, media: 'print' | 'screen'): Promise<void> {
  await page.emulateMedia({ media });
  await waitUntilStill(page);
}

/** Page, its name in the head, and at most how many sheets it takes. */
const sheets = [
  ['', '概況', 2],
  ['/areas', '圏域別', 2],
  ['/pathways', '経路別', 2],
  ['/targets', '対象・課題別', 3],
  ['/support', '支援・会議・地域活動', 3],
  ['/goals', '成果目標', 1],
  ['/compare', '市町村比較', 1],
  ['/status', 'データの状態', 3],
  ['/glossary', '用語と定義', 24],
] as const;

test.each(sheets)('the page "%s" on paper', async (path, name, most) => {
  const { page, complaints, close } = await openPage(stage, `/992054${path}`);
  await emulate(page, 'print');
  const printed = await page.evaluate(() => {
    const isSeen = (element: HTMLElement) =>
      element.offsetParent !== null && getComputedStyle(element).display !== 'none';
    return {
      head: [...document.querySelectorAll('.print-head span')].map(({ textContent }) => textContent),
      controls: [
        ...document.querySelectorAll<HTMLElement>(
          'select, input, button:not(.as-text, table .link-button), nav, dialog, .take-along',
        ),
      ]
        .filter(isSeen)
        .map((control) => control.outerHTML.slice(0, 80)),
    };
  });
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
  const count = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
  const [box] = /\/MediaBox\s*\[[^\]]+\]/.exec(pdf) ?? [''];
  await close();
  expect({ ...printed, complaints }).toEqual({ head: [`藤ヶ浦市　${name}`, '会議資料'], controls: [], complaints: [] });
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(most);
  expect(box.match(/[\d.]+/g)?.map((side) => Math.round(Number(side)))).toEqual([0, 0, 595, 842]);
});

test('charts are lines on paper, as wide as the sheet, and every figure is numbered', async () => {
  const { page, close } = await openPage(stage, '/162051/pathways');
  await page.locator('[data-figure="shares"] .drawing').waitFor();
  await emulate(page, 'print');
  const drawn = await page.evaluate(() => ({
    texts: [...document.querySelectorAll('[data-figure="shares"] .drawing text')].map(({ textContent }) => textContent),
    canvases: [...document.querySelectorAll<HTMLElement>('canvas')].filter((canvas) => canvas.offsetParent !== null)
      .length,
    numbers: [...document.querySelectorAll('.figure > h2')].map((title) => getComputedStyle(title, '::before').content),
  }));
  await page.pdf({ preferCSSPageSize: true });
  await close();
  expect(drawn.texts).toEqual(expect.arrayContaining(['平成29年度', '229件', '地域', '22.7', '46.1']));
  expect(drawn.canvases).toBe(0);
  expect(drawn.numbers).toEqual([
    '"図" counter(drawn) "\u3000"',
    '"図" counter(drawn) "\u3000"',
    '"表" counter(tabled) "\u3000"',
  ]);
});

test('what the chart library draws is drawn as lines for paper', async () => {
  const { page, close } = await openPage(stage, '/992054/pathways?show=months');
  await page.locator('.chart-canvas canvas').waitFor();
  await emulate(page, 'print');
  await page.locator('.paper-drawing text').first().waitFor({ state: 'attached' });
  const texts = await page.locator('.paper-drawing text').allTextContents();
  const isCanvasShown = await page.locator('canvas').first().isVisible();
  await close();
  expect(texts).toEqual(expect.arrayContaining(['本人', '行政']));
  expect(isCanvasShown).toBe(false);
});

test('names of targets that are switches on the screen are words on paper', async () => {
  const { page, close } = await openPage(stage, '/992054/targets');
  await emulate(page, 'print');
  const names = await page
    .locator('[data-figure="targets"] tbody th')
    .evaluateAll((all) => all.map((name) => (name as HTMLElement).innerText.trim()));
  await close();
  expect(names.length).toBeGreaterThan(3);
  expect(names).not.toContain('');
});

test('names that are links on the screen are words on paper', async () => {
  const { page, close } = await openPage(stage, '/992054/areas');
  await emulate(page, 'print');
  const names = await page
    .locator('[data-figure="areas"] tbody th')
    .evaluateAll((all) => all.map((name) => (name as HTMLElement).innerText.trim()));
  await close();
  expect(names.slice(0, 3)).toEqual(['中央圏域', '本町地区', '港地区']);
  expect(names).not.toContain('');
});

test('the foot of a sheet names source, reach, day and page', async () => {
  const { page, close } = await openPage(stage, '/162051/pathways');
  const feet = await page.evaluate(() =>
    document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText)).join(''),
  );
  await close();
  expect(feet).toContain('データは平成30年3月31日まで');
  expect(feet).toContain('出典：氷見市社会福祉協議会が2018年に公表した資料');
  expect(feet).toMatch(/令和\d+年\d+月\d+日 印刷/);
  expect(feet).toContain('counter(page) " / " counter(pages)');
});

/** What of the meeting paper stands beyond its right edge, or beyond that of the screen. */
function beyondThePaper(): readonly string[] {
  const paper = document.querySelector('.meeting-paper')?.getBoundingClientRect().right ?? 0;
  const parts = [
    ...document.querySelectorAll('.paper-part :is(h2, p, .tile, .goal-row > *, .table-frame, canvas, svg)'),
  ];
  const screen = document.documentElement.scrollWidth - innerWidth;
  return [
    ...(screen > 0 ? [`${innerWidth} px: ${screen} px too wide`] : []),
    ...parts
      .filter((part) => part.closest('.table-frame')?.contains(part) !== true || part.matches('.table-frame'))
      .filter((part) => part.getBoundingClientRect().right > paper + 1)
      .map((part) => `${innerWidth} px: ${part.outerHTML.slice(0, 60)}`),
  ];
}

test('the meeting paper fits its sheet and a telephone, can be printed and left, and shows neither way on paper', async () => {
  const context = await stage.browser.newContext();
  await watchForStillness(context);
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.goto(`${stage.origin}/162051/report?period=FY2016`);
  await page.locator('html[data-paper="drawn"]').waitFor({ state: 'attached' });
  const bar = page.locator('.paper-bar');
  await click(page.getByRole('button', { name: '印刷する' }));
  const isPrinted = await page.locator('body').getAttribute('data-printed');
  await emulate(page, 'print');
  const onPaper = await bar.isVisible();
  const door = await page.locator('.comparison-door').isVisible();
  const parts = await page.locator('.paper-view').evaluateAll((views) => views.map((view) => view.dataset.part));
  const leftOut = await page.locator('[data-part="coverage"] li', { hasText: '市町村比較' }).textContent();
  await emulate(page, 'screen');
  const beyond: string[] = [];
  for (const width of [1440, 768, 360]) {
    await resizeTo(page, width);
    beyond.push(...(await page.evaluate(beyondThePaper)));
  }
  await click(bar.getByRole('link', { name: '画面に戻る' }));
  await page.getByRole('heading', { level: 1, name: '概況' }).waitFor();
  const address = page.url().slice(stage.origin.length);
  await context.close();
  expect({ isPrinted, onPaper, address }).toEqual({
    ...{ isPrinted: 'yes', onPaper: false, address: '/162051?period=FY2016' },
  });
  // The only municipality of its prefecture is compared with nobody, and ways to other pages lead nowhere from paper.
  expect(parts).toEqual(['overview', 'pathways', 'support', 'goals', 'status']);
  expect(leftOut).toMatch(/比べられる市町村は氷見市だけ/);
  expect(door).toBe(false);
  expect(beyond).toEqual([]);
});
