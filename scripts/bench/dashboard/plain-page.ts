/**
 * What somebody would write first: one page with Chart.js that is given every row of every municipality and counts them
 * itself whenever a filter changes. It draws what 概況 and 経路別 draw: a trend, shares by year, areas, and one table.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { benchCity, benchWorkbooks } from '../prefecture/prefecture.ts';
import { type MainThreadWork, traceMainThread } from './main-thread.ts';
import { slowdown } from './open-bench-page.ts';

/** A row as the plain page has it. */
interface RawCase {
  readonly municipality: string;
  readonly received: string;
  readonly area: string;
  readonly pathway: string;
  readonly target: string;
}

function rawCases(): readonly RawCase[] {
  return benchWorkbooks().flatMap(({ id, contents }) => {
    const rows = Array.isArray(contents) ? (contents.find(({ tab }) => tab === '相談受付')?.rows ?? []) : [];
    return rows.slice(1).map((row: readonly unknown[]): RawCase => {
      const [, received, area, pathway, target] = row.map(String);
      return {
        municipality: id,
        received: received ?? '',
        area: area ?? '',
        pathway: pathway ?? '',
        target: target ?? '',
      };
    });
  });
}

/** Runs in the page; nothing of ours is in it. */
const script = fileURLToPath(new URL('./plain-page.js', import.meta.url));

export interface PlainPage {
  /** Gzipped: the rows as JSON and Chart.js, minified. */
  readonly bytes: number;
  readonly filter: readonly MainThreadWork[];
}

export async function measurePlainPage(browser: Browser, rounds: number): Promise<PlainPage> {
  // Its exports do not name the file for a script element, which lies beside the one that they name.
  const chartJs = join(dirname(createRequire(import.meta.url).resolve('chart.js')), 'chart.umd.min.js');
  const rows = JSON.stringify(rawCases());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await page.setContent(
    '<!doctype html><div style="height:300px"><canvas id="trend"></canvas></div><div style="height:300px"><canvas id="areas"></canvas></div><div style="height:300px"><canvas id="shares"></canvas></div><table><tbody></tbody></table>',
  );
  await page.addScriptTag({ path: chartJs });
  await page.addScriptTag({ content: `const raw = ${rows};` });
  await page.addScriptTag({ path: script });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const draw = async (pathway: string | null) => {
    const expression = `draw('${benchCity}', ${JSON.stringify(pathway)})`;
    await session.send('Runtime.evaluate', { expression });
    await page.waitForTimeout(200);
  };
  const action = { prepare: async () => await draw(null), act: async () => await draw('民生委員・児童委員') };
  const filter = await traceMainThread(
    browser,
    page,
    Array.from({ length: rounds }, () => action),
  );
  await page.close();
  return { bytes: gzipSync(rows).length + gzipSync(await readFile(chartJs)).length, filter };
}
