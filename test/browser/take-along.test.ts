/** 「持ち出す」 as people use it: by keyboard and by finger, what is saved, and what it says. The files are read back. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { click, goTo, press } from './act.ts';
import { openPage } from './open-page.ts';
import { type Stage, setStage } from './stage.ts';
import { waitUntilStill } from './stillness.ts';

let stage: Stage;
let folder: string;

beforeAll(async () => {
  stage = await setStage();
  folder = await mkdtemp(join(tmpdir(), 'kasanari-taken-'));
});

afterAll(async () => {
  await stage?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Saves a figure and gives the name and the place of the file. */
async function take(
  page: Page,
  figure: string,
  entry: string,
): Promise<{ readonly name: string; readonly path: string }> {
  const menu = page.locator(`[data-figure="${figure}"] .take-along`);
  await click(menu.getByRole('button', { name: '持ち出す' }));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    menu.getByRole('button', { name: entry, exact: true }).click(),
  ]);
  const name = download.suggestedFilename();
  const path = join(folder, name);
  await download.saveAs(path);
  await menu.getByText(`「${name}」を保存しました`).waitFor();
  return { name, path };
}

describe('a figure of 経路別', () => {
  test('as CSV: the printed table, with a name that says what it is', async () => {
    const { page, complaints, close } = await openPage(stage, '/162051/pathways');
    const { name, path } = await take(page, 'shares', '表（CSV）');
    const printed = await page
      .locator('[data-figure="table"] tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) =>
          [...row.children].map((cell) => cell.textContent?.trim().replace('−', '-').replace(/^[+±]/, '') ?? ''),
        ),
      );
    await close();
    const text = await readFile(path, 'utf8');
    expect(complaints).toEqual([]);
    expect(name).toBe('氷見市_経路別_構成比_平成29年度.csv');
    expect(text.startsWith('\uFEFF経路,平成26年度 件数,平成26年度 割合(%),')).toBe(true);
    const rows = text.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => row.split(','))).toEqual(printed);
    expect(rows[5]).toBe('行政,83,46.1,80,51.3,69,38.3,61,26.6,-22,-19.5');
  });

  test('as .xlsx: the same numbers as numbers, source and date below', async () => {
    const { page, close } = await openPage(stage, '/162051/pathways');
    const { path } = await take(page, 'table', '表（Excel）');
    await close();
    const workbook = await readXlsx(await readFile(path));
    const rows = workbook.sheets[0]?.rows ?? [];
    expect(rows[6]?.slice(0, 5)).toEqual(['行政', 83, 46.1, 80, 51.3]);
    expect(rows.map(([name]) => name)).toEqual(expect.arrayContaining(['内容', '出典', 'データの最終日', 'リンク']));
    expect(rows.find(([name]) => name === 'データの最終日')?.[1]).toBe('平成30年3月31日');
  });

  test('as SVG: lines and texts only, with title, measure, source and date inside', async () => {
    const { page, close } = await openPage(stage, '/162051/pathways');
    await page.locator('[data-figure="shares"] svg.drawing').waitFor();
    const { name, path } = await take(page, 'shares', '図（SVG）');
    const text = await readFile(path, 'utf8');
    const read = await page.evaluate((svg) => {
      const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml');
      return {
        errors: drawing.querySelectorAll('parsererror').length,
        title: drawing.querySelector('title')?.textContent,
        images: drawing.querySelectorAll('image, foreignObject').length,
        texts: [...drawing.querySelectorAll('text')].map(({ textContent }) => textContent),
      };
    }, text);
    await close();
    expect(name).toBe('氷見市_経路別_構成比_平成29年度.svg');
    expect({ errors: read.errors, images: read.images }).toEqual({ errors: 0, images: 0 });
    expect(read.title).toBe('地域からの相談は10.6%から22.7%へ、2倍を超えました');
    expect(read.texts).toEqual(
      expect.arrayContaining([
        '氷見市　経路別　平成29年度',
        '地域からの相談は10.6%から22.7%へ、2倍を超えました',
        '新規相談件数の経路別の割合(%)',
        '22.7',
        '専門機関',
      ]),
    );
    expect(read.texts.join('')).toContain('出典：氷見市社会福祉協議会が2018年に公表した資料');
    expect(read.texts.join('')).toContain('データは平成30年3月31日まで');
    expect(read.texts.join('')).not.toContain('持ち出す');
  });

  test('as SVG: English heads of a matrix lie on their side, each in one piece', async () => {
    const { page, close } = await openPage(stage, '/992054/targets?lang=en');
    const heads = await page.locator('[data-figure="overlaps"] th.side').allTextContents();
    const menu = page.locator('[data-figure="overlaps"] .take-along');
    await click(menu.getByRole('button', { name: 'Save or share' }));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      menu.getByRole('button', { name: 'Drawing (SVG)', exact: true }).click(),
    ]);
    const path = join(folder, 'matrix.svg');
    await download.saveAs(path);
    const turned = await page.evaluate(
      (svg) =>
        [...new DOMParser().parseFromString(svg, 'image/svg+xml').querySelectorAll('text[transform^="rotate(90"]')].map(
          ({ textContent }) => textContent,
        ),
      await readFile(path, 'utf8'),
    );
    await close();
    expect(heads.length).toBeGreaterThan(3);
    expect(turned.join(' ')).toBe(heads.join(' '));
  });

  test('as PNG: twice the points of the screen, not empty', async () => {
    const { page, close } = await openPage(stage, '/162051/pathways');
    const { path } = await take(page, 'counts', '画像（PNG）');
    await close();
    const bytes = await readFile(path);
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    expect(width).toBeGreaterThan(900);
    expect(width).toBeLessThan(4000);
    expect(height).toBeGreaterThan(500);
    expect(height).toBeLessThan(4000);
    expect(bytes.length).toBeGreaterThan(10_000);
  });
});

test('invented data say so in the picture', async () => {
  const { page, close } = await openPage(stage, '/992054');
  const { path } = await take(page, 'trend', '図（SVG）');
  await close();
  expect(await readFile(path, 'utf8')).toContain('架空のデータ');
});

test('by keyboard: Enter opens, arrows go through, Esc closes and the focus is back', async () => {
  const { page, close } = await openPage(stage, '/992054/pathways');
  const toggle = page.locator('[data-figure="shares"] .take-along > button');
  const focused = async () => await page.evaluate(() => document.activeElement?.textContent);
  await toggle.focus();
  await press(page, 'Enter');
  await page.locator('[data-figure="shares"] .take-along ul').waitFor();
  const seen = [await focused()];
  for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp']) {
    await press(page, key);
    seen.push(await focused());
  }
  const isOpen = await toggle.getAttribute('aria-expanded');
  await press(page, 'Escape');
  const after = [await toggle.getAttribute('aria-expanded'), await focused()];
  await close();
  expect(seen).toEqual(['表（CSV）', '表（Excel）', '表（CSV）', 'リンクをコピー']);
  expect([isOpen, ...after]).toEqual(['true', 'false', '持ち出す']);
});

test('a link leads back to the figure, with municipality and period, and copying it is said', async () => {
  const { page, close } = await openPage(stage, '/992054/pathways', 1440, {
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const menu = page.locator('[data-figure="table"] .take-along');
  await click(menu.getByRole('button', { name: '持ち出す' }));
  await click(menu.getByRole('button', { name: 'リンクをコピー' }));
  await menu.getByRole('status').getByText('リンクをコピーしました').waitFor();
  const link = await page.evaluate(async () => await navigator.clipboard.readText());
  await goTo(page, link);
  await page.locator('[data-figure="table"]').waitFor();
  await page.waitForFunction(() => scrollY > 0);
  await close();
  expect(link.replace(stage.origin, '')).toMatch(/^\/992054\/pathways\?period=FY\d{4}#figure-table$/);
});

test('on a telephone the list fits and each entry is 44 px high', async () => {
  const { page, close } = await openPage(stage, '/992054/pathways', 360, { hasTouch: true, isMobile: true });
  const menu = page.locator('[data-figure="shares"] .take-along');
  await menu.getByRole('button', { name: '持ち出す' }).tap();
  await waitUntilStill(page);
  const boxes = await menu
    .locator('li button')
    .evaluateAll((all) =>
      all.map((button) => button.getBoundingClientRect()).map(({ left, right, height }) => ({ left, right, height })),
    );
  await close();
  expect(boxes).toHaveLength(5);
  for (const { left, right, height } of boxes) {
    expect(height).toBeGreaterThanOrEqual(44);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(right).toBeLessThanOrEqual(360);
  }
});
