/** Whether switching leaves anything behind: heap, nodes and listeners after many switches, garbage collected. */
import type { Browser } from 'playwright-core';
import { openBenchPage, readMetric } from './open-bench-page.ts';
import { switches } from './switches.ts';

export interface Left {
  readonly heap: number;
  readonly nodes: number;
  readonly listeners: number;
}

/** Each view is to be drawn, not measured; before what is held is counted, the page settles as long as anywhere. */
const quietMilliseconds = 50;

/** What is held after one tour of everything (all that is loaded and kept), and after `count` further switches. */
export async function measureLeft(
  browser: Browser,
  origin: string,
  count: number,
): Promise<{ readonly first: Left; readonly then: Left }> {
  const start = switches[0]?.to ?? '/';
  const { session, show, close } = await openBenchPage(browser, `${origin}${start}`);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const addresses = switches.flatMap(({ from, to }) => [from, to]);
  const read = async (): Promise<Left> => {
    await show(start);
    await session.send('HeapProfiler.collectGarbage');
    return {
      heap: await readMetric(session, 'JSHeapUsedSize'),
      nodes: await readMetric(session, 'Nodes'),
      listeners: await readMetric(session, 'JSEventListeners'),
    };
  };
  for (const address of addresses) await show(address, quietMilliseconds);
  const first = await read();
  for (let turn = 0; turn < count; turn += 1)
    await show(addresses[turn % addresses.length] ?? start, quietMilliseconds);
  const then = await read();
  await close();
  return { first, then };
}
