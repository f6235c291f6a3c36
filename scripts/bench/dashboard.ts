/** Section dashboard: what switches and filters cost the main thread, what pages weigh, and whether anything stays behind. */
import { type Browser, chromium } from 'playwright-core';
import { chromiumArguments } from '../chromium/find-chromium.ts';
import { type MainThreadWork, traceMainThread } from './dashboard/main-thread.ts';
import { measureLeft } from './dashboard/memory.ts';
import { openBenchPage, slowdown } from './dashboard/open-bench-page.ts';
import { measurePlainPage, type PlainPage } from './dashboard/plain-page.ts';
import { switches, usual } from './dashboard/switches.ts';
import { weighPage } from './dashboard/weights.ts';
import { type BenchWorld, type Measurement, median, type Section } from './measurement.ts';
import { benchCity } from './prefecture/prefecture.ts';
import { publishBenchPrefecture, serveBenchPrefecture } from './prefecture/served-prefecture.ts';

const rounds = 5;
/** Milliseconds of the main thread that a switch may take. */
const mostWork = 50;
/** Nothing may be under way for so long after what is shown between two switches, which is not measured. */
const quietBetween = 150;
const switchesOfMemory = 200;
/** Scripts and styles of the first view. */
const mostCode = 95 * 1024;
/** All of the first view over the line, figures too. */
const mostFirstView = 150 * 1024;
const weighed = ['', '/areas', '/pathways', '/targets', '/support', '/goals', '/compare', '/status'];

export const dashboardSection: Section = {
  title: `main thread at ${slowdown} × CPU slowdown, bytes, memory (60 municipalities × ten years, 架空のデータ)`,
  begin: publishBenchPrefecture,
  async measure(world) {
    const { origin, chromium: found } = await serveBenchPrefecture(world);
    const browser = await chromium.launch({
      executablePath: found.path,
      env: { ...process.env, ...found.environment } as Record<string, string>,
      args: [...chromiumArguments],
    });
    try {
      const plain = await measurePlainPage(browser, rounds);
      return [
        ...(await measureSwitches(browser, origin, plain, world)),
        ...(await measureWeights(browser, origin, plain)),
        ...(await measureMemory(browser, origin)),
      ];
    } finally {
      await browser.close();
    }
  },
};

/**
 * Of each switch, the first time in a new page (what it needs besides is loaded); of the usual ones also again, which is about the same
 * work without what is loaded.
 */
async function measureSwitches(
  browser: Browser,
  origin: string,
  plain: PlainPage,
  { say }: BenchWorld,
): Promise<readonly Measurement[]> {
  const start = switches[0]?.from ?? '/';
  const tours = { first: switches, again: usual } as const;
  const names = ['again', 'first'] as const;
  const works = new Map<string, MainThreadWork[]>();
  for (let round = 0; round < rounds; round += 1) {
    const { page, show, close } = await openBenchPage(browser, `${origin}${start}`);
    for (const tour of names.toReversed()) {
      const actions = tours[tour].map(({ from, to }) => ({
        prepare: async () => await show(from, quietBetween),
        act: async () => await show(to),
      }));
      const traced = await traceMainThread(browser, page, actions);
      for (const [position, work] of traced.entries()) {
        const name = `${tours[tour][position]?.name ?? ''} ${tour}`;
        works.set(name, [...(works.get(name) ?? []), work]);
      }
    }
    await close();
    say(`dashboard: round ${round + 1} of ${rounds}`);
  }
  const peer = { name: 'plain Chart.js', samples: plain.filter.map(({ total }) => total) };
  const goal = { atMost: mostWork };
  return names.flatMap((tour) =>
    tours[tour].flatMap((one): readonly Measurement[] => {
      const own = works.get(`${one.name} ${tour}`) ?? [];
      const total = median(own.map((work) => work.total)).toFixed(1);
      return [
        {
          ...{ name: `${one.name} ${tour}, until it stands`, unit: 'ms', goal, peer },
          samples: own.map(({ standing }) => standing),
          note: `with what is drawn later ${total} ms`,
        },
        {
          ...{ name: `${one.name} ${tour}, longest task`, unit: 'ms', goal },
          samples: own.map(({ longest }) => longest),
        },
      ];
    }),
  );
}

async function measureWeights(browser: Browser, origin: string, plain: PlainPage): Promise<readonly Measurement[]> {
  const measurements: Measurement[] = [];
  for (const path of weighed) {
    const { code, figures, requests, shift } = await weighPage(browser, `${origin}/${benchCity}${path}`);
    const name = path === '' ? '/' : path;
    const peer = { name: 'plain Chart.js', samples: [plain.bytes] };
    measurements.push(
      {
        ...{ name: `${name} code gzip`, unit: 'bytes', samples: [code.gzip] },
        ...(path === '' ? { goal: { atMost: mostCode } } : {}),
      },
      ...(path === ''
        ? [
            {
              ...{ name: '/ code and figures, gzip', unit: 'bytes' as const, samples: [code.gzip + figures.gzip] },
              goal: { atMost: mostFirstView },
            },
          ]
        : []),
      { name: `${name} code brotli`, unit: 'bytes', samples: [code.brotli] },
      { name: `${name} figures gzip`, unit: 'bytes', samples: [figures.gzip], peer },
      { name: `${name} figures brotli`, unit: 'bytes', samples: [figures.brotli] },
      { name: `${name} requests`, unit: 'count', samples: [requests] },
      { name: `${name} layout shift`, unit: 'shift', samples: [shift], goal: { atMost: 0 } },
    );
  }
  return measurements;
}

async function measureMemory(browser: Browser, origin: string): Promise<readonly Measurement[]> {
  const { first, then } = await measureLeft(browser, origin, switchesOfMemory);
  const name = (what: string) => `${what} after ${switchesOfMemory} switches`;
  const before = (value: number) => ({ name: 'after one tour', samples: [value] });
  return [
    // A tenth more is what differently compiled code and caches of the browser come to; a leak of figures is many times that.
    {
      ...{ name: name('heap'), unit: 'bytes', samples: [then.heap], peer: before(first.heap) },
      goal: { atMost: first.heap * 1.1 },
    },
    {
      ...{ name: name('nodes'), unit: 'count', samples: [then.nodes], peer: before(first.nodes) },
      goal: { atMost: first.nodes * 1.1 },
    },
    {
      ...{ name: name('listeners'), unit: 'count', samples: [then.listeners], peer: before(first.listeners) },
      goal: { atMost: first.listeners * 1.1 },
    },
  ];
}
