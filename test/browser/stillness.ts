/**
 * When a page stands still: it asks for nothing, waits for no picture and no moment, and nothing fades, moves or changes. The page
 * itself keeps the books of it, since no time that a test might wait for is long enough on every machine.
 */
import type { BrowserContext, Page } from 'playwright-core';

interface Unrest {
  /** Grows with everything that the page does, draws or changes. */
  done: number;
  /** What it waits for: answers of the server, and moments that come soon. */
  readonly waiting: Set<unknown>;
  /** Settles when the next picture is due, and all that was due before is done. */
  readonly afterPicture: () => Promise<void>;
}

interface WatchedWindow {
  readonly kasanariUnrest?: Unrest;
}

/** Runs in the page before any script of its own. Asking for news, every second here, is no unrest; news that come are. */
function keepBooks(): void {
  const soon = 250;
  const draw = window.requestAnimationFrame.bind(window);
  const later = window.setTimeout.bind(window);
  const forget = window.clearTimeout.bind(window);
  const ask = window.fetch.bind(window);
  const channel = new MessageChannel();
  const waiting = new Set<unknown>();
  const unrest: Unrest = {
    done: 0,
    waiting,
    afterPicture: () =>
      new Promise((resolve) => {
        channel.port1.onmessage = () => later(resolve);
        draw(() => channel.port2.postMessage(null));
      }),
  };
  const settle = (one: unknown) => {
    waiting.delete(one);
    unrest.done += 1;
  };
  Object.assign(window, {
    kasanariUnrest: unrest,
    requestAnimationFrame: (run: FrameRequestCallback) => {
      unrest.done += 1;
      return draw(run);
    },
    setTimeout: (run: (...given: unknown[]) => void, wait = 0, ...given: unknown[]) => {
      if (wait > soon) return later(run, wait, ...given);
      const own = later(() => {
        settle(own);
        run(...given);
      }, wait);
      waiting.add(own);
      return own;
    },
    clearTimeout: (one: number) => {
      waiting.delete(one);
      forget(one);
    },
    fetch: async (...question: Parameters<typeof fetch>) => {
      const [of] = question;
      if ((of instanceof Request ? of.url : String(of)).endsWith('/api/session')) return await ask(...question);
      const own = {};
      waiting.add(own);
      try {
        const answer = await ask(...question);
        const isRead = answer.clone().arrayBuffer();
        const end = () => later(() => settle(own));
        isRead.then(end, end);
        return answer;
      } catch (cause) {
        settle(own);
        throw cause;
      }
    },
  });
  const observer = new MutationObserver(() => {
    unrest.done += 1;
  });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Lets the pages of a window know whether they stand still. */
export async function watchForStillness(context: BrowserContext): Promise<void> {
  await context.addInitScript(keepBooks);
}

/** Runs in the page; gives the address at which it stands still. */
async function standStill(): Promise<string> {
  const { kasanariUnrest: unrest } = window as WatchedWindow;
  if (unrest === undefined) throw new Error('Nobody watches this page for stillness (watchForStillness)');
  const parts = 'header, main, main > *, [data-figure], table, canvas, svg, .table-frame, [role="application"]';
  const layout = () =>
    [...document.querySelectorAll(parts)]
      .map((part) => `${JSON.stringify(part.getBoundingClientRect())} ${part.scrollLeft}`)
      .join();
  const isBusy = () =>
    unrest.waiting.size > 0 ||
    document.querySelector('.skeleton, .chart-waiting, .later-waiting') !== null ||
    // What the address names is loaded without a sign of it.
    (new URLSearchParams(location.search).has('rows') &&
      document.querySelector('.rows-panel, [role="alert"]') === null) ||
    document.getAnimations().some(({ playState, effect }) => {
      const end = Number(effect?.getComputedTiming().endTime ?? 0);
      return playState === 'running' && Number.isFinite(end);
    });
  await document.fonts.ready;
  let before = '';
  for (let alike = 0; alike < 2; ) {
    await unrest.afterPicture();
    const now = `${unrest.done} ${layout()}`;
    alike = now === before && !isBusy() ? alike + 1 : 0;
    before = now;
  }
  return location.href;
}

/**
 * Waits until the page stands still, and its address is the one that `page.url()` gives: whatever was done to the page before, all
 * that follows from it is there to be read, however slow the machine is.
 */
export async function waitUntilStill(page: Page): Promise<void> {
  const address = await page.evaluate(standStill);
  if (page.url() !== address) await page.waitForURL((url) => url.href === address);
}
