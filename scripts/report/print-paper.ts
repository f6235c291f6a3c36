/**
 * Prints the meeting paper with Chromium: once to learn on which sheet each part begins (style sheets cannot ask that), then
 * with the numbers filled into the contents.
 */
import type { Page } from 'playwright-core';
import { chromiumArguments, type FoundChromium } from '../chromium/find-chromium.ts';
import { countPages, readPlaces } from './read-pdf.ts';

/** There is no paper, and why; `isNothing` where there is nothing to print. */
export class NoPaper extends Error {
  readonly isNothing: boolean;
  constructor(sentence: string, isNothing = false, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'NoPaper';
    this.isNothing = isNothing;
  }
}

const longestWait = 60_000;
const settings = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: true } as const;

async function loadPlaywright() {
  try {
    return (await import('playwright-core')).chromium;
  } catch (cause) {
    throw new NoPaper(
      'playwright-core がありません。npm install を実行してください。 playwright-core is missing; run npm install.',
      false,
      { cause },
    );
  }
}

/** Whether Japanese is drawn with a font that has it: without one, two different characters look the same. */
async function hasJapaneseFont(page: Page): Promise<boolean> {
  // No function inside has a name: the compiler would mark it with a helper that the page does not have.
  const [one, other] = await page.evaluate(() =>
    ['氷', '見'].map((character) => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d');
      if (context !== null) context.font = `40px ${getComputedStyle(document.body).fontFamily}`;
      context?.fillText(character, 10, 60);
      return canvas.toDataURL();
    }),
  );
  return one !== other;
}

async function printOpened(
  page: Page,
  address: string,
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  await page.goto(address);
  await page
    .waitForSelector('html[data-paper="drawn"]', { state: 'attached', timeout: longestWait })
    .catch((cause: unknown) => {
      throw new NoPaper(
        '画面を描けませんでした。npm start で同じ市町村を開いて確かめてください。 The pages could not be drawn; open the municipality with npm start.',
        false,
        { cause },
      );
    });
  if (!(await hasJapaneseFont(page)))
    throw new NoPaper(
      '日本語の書体がありません。Noto Sans CJK JP などを入れてください。 There is no Japanese font; install Noto Sans CJK JP, for example.',
    );
  const places = readPlaces(await page.pdf(settings));
  await page.evaluate((numbers) => {
    for (const place of document.querySelectorAll<HTMLElement>('[data-page-of]'))
      place.textContent = String(numbers[`paper-${place.dataset.pageOf ?? ''}`] ?? '');
  }, places);
  const bytes = await page.pdf(settings);
  return { bytes, pages: countPages(bytes) };
}

/** @param origin where the dashboard is served */
export async function printPaper(
  found: FoundChromium,
  origin: string,
  wanted: { readonly code: string; readonly period: string | null; readonly language: 'ja' | 'en' },
): Promise<{ readonly bytes: Uint8Array; readonly pages: number }> {
  const playwright = await loadPlaywright();
  if (found.path === null)
    throw new NoPaper(
      `Chromium が見つかりません。入れるか、CHROMIUM_PATH で場所を教えてください。 There is no Chromium; install one or name it in CHROMIUM_PATH. (${found.reason})`,
    );
  const browser = await playwright
    .launch({
      executablePath: found.path,
      env: { ...process.env, ...found.environment } as Record<string, string>,
      args: [...chromiumArguments],
    })
    .catch((cause: unknown) => {
      throw new NoPaper(
        `Chromium を始められません（${found.path}）。 Chromium does not start (${found.path}).`,
        false,
        { cause },
      );
    });
  try {
    const page = await browser.newPage({ viewport: { width: 1000, height: 1200 }, locale: 'ja-JP' });
    const query = new URLSearchParams();
    if (wanted.period !== null) query.set('period', wanted.period);
    if (wanted.language === 'en') query.set('lang', 'en');
    return await printOpened(page, `${origin}/${wanted.code}/report?${query.toString()}`);
  } finally {
    await browser.close();
  }
}
