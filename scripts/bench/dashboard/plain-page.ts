/**
 * What somebody would write first: one page with Chart.js that is given every row of every municipality and counts them
 * itself whenever a filter changes. It draws what 概況 and 経路別 draw: a trend, shares by year, areas, and one table.
 */
import { createRequire } from 'node:module';
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
const script = `
let charts = [];
function count(rows, keyOf) {
  const counts = new Map();
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1);
  return [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
}
function draw(municipality, pathway) {
  const rows = raw.filter((row) => row.municipality === municipality && (pathway === null || row.pathway === pathway));
  const month = (row) => row.received.split('/').slice(0, 2).map((part) => part.padStart(2, '0')).join('-');
  const months = count(rows, month);
  const areas = count(rows, (row) => row.area);
  const pathways = [...new Set(rows.map((row) => row.pathway))];
  const years = count(rows, (row) => row.received.slice(0, 4));
  for (const chart of charts) chart.destroy();
  const labels = (counts) => counts.map(([name]) => name);
  const values = (counts) => counts.map(([, value]) => value);
  const options = { animation: false, maintainAspectRatio: false };
  charts = [
    new Chart('trend', { type: 'line', options, data: { labels: labels(months), datasets: [{ data: values(months) }] } }),
    new Chart('areas', { type: 'bar', options, data: { labels: labels(areas), datasets: [{ data: values(areas) }] } }),
    new Chart('shares', { type: 'bar', options: { ...options, scales: { x: { stacked: true }, y: { stacked: true } } }, data: {
      labels: labels(years),
      datasets: pathways.map((label) => ({ label, data: labels(years).map((year) =>
        rows.filter((row) => row.pathway === label && row.received.startsWith(year)).length) })),
    } }),
  ];
  document.querySelector('tbody').innerHTML = months.map(([name, value]) => '<tr><th>' + name + '</th><td>' + value + '</td></tr>').join('');
}`;

export interface PlainPage {
  /** Gzipped: the rows as JSON and Chart.js, minified. */
  readonly bytes: number;
  readonly filter: readonly MainThreadWork[];
}

export async function measurePlainPage(browser: Browser, rounds: number): Promise<PlainPage> {
  const chartJs = createRequire(import.meta.url).resolve('chart.js/dist/chart.umd.min.js');
  const rows = JSON.stringify(rawCases());
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await page.setContent(
    '<!doctype html><div style="height:300px"><canvas id="trend"></canvas></div><div style="height:300px"><canvas id="areas"></canvas></div><div style="height:300px"><canvas id="shares"></canvas></div><table><tbody></tbody></table>',
  );
  await page.addScriptTag({ path: chartJs });
  await page.addScriptTag({ content: `const raw = ${rows};${script}` });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  const draw = async (pathway: string | null) => {
    const expression = `draw('${benchCity}', ${JSON.stringify(pathway)})`;
    await session.send('Runtime.evaluate', { expression });
    await page.waitForTimeout(600);
  };
  const filter: MainThreadWork[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await draw(null);
    filter.push(await traceMainThread(browser, page, async () => await draw('民生委員・児童委員')));
  }
  await page.close();
  const { readFile } = await import('node:fs/promises');
  return { bytes: gzipSync(rows).length + gzipSync(await readFile(chartJs)).length, filter };
}
