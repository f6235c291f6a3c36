/**
 * The few signals that everything hangs on: view state (with the address), language, session, the municipality's
 * index. Also the polling for a newer release: new figures replace old ones without a reload, and the view stays.
 */

import { batch, computed, effect, signal } from '@preact/signals';
import type { MunicipalityName, OfficeIndex, Session } from '#functions/publish/release.ts';
import {
  type AnsweredSession,
  createSlot,
  forgetObjects,
  type Loaded,
  loadObject,
  loadSession,
  readTrouble,
  type Trouble,
} from './api.ts';
import { indexAddress, objectAddress } from './object-addresses.ts';
import { askerOf } from './offline/asker.ts';
import { pathsAhead } from './shape/ahead.ts';
import { setYearStyle } from './shape/figures/year-style.ts';
import { findHome } from './shape/home.ts';
import { completeIndex, completeSession } from './shape/older-releases.ts';
import { findPlace, isUnknown, type Place } from './shape/place.ts';
import { isSameSelection, type Selection, selectionOf } from './shape/selection.ts';
import { changeView, parseAddress, printAddress, type ViewState } from './view-state.ts';

const first = parseAddress(location.pathname + location.search);

/** What is shown. Change it with `navigate`. */
export const viewState = signal<ViewState>(first.state);
/** Set before anything that follows the view is drawn. */
export const years = computed(() => viewState.value.years);
effect(() => setYearStyle(years.value));
/** Whether the address named a page that does not exist. */
export const isPageUnknown = signal(!first.isPageKnown);
export const language = computed(() => viewState.value.language);
export const session = signal<Loaded<Session>>({ status: 'loading' });
/** When the server last answered, by its own clock in milliseconds; `null` before the first answer. */
export const answeredAt = signal<number | null>(null);
/** Whether the last question for news was not answered. */
export const isOffline = signal(false);
/** Whether this device has a line at all; without one, nobody's server is to blame. */
export const hasLine = signal(navigator.onLine);
/** Whether a newer build of the dashboard is there: the next page that is opened comes from it. */
export const isReplaced = signal(false);
const indexState = signal<{ readonly key: string; readonly loaded: Loaded<OfficeIndex> } | null>(null);
/** The index of the municipality that is shown. */
export const index = computed<Loaded<OfficeIndex>>(() => indexState.value?.loaded ?? { status: 'loading' });

/** Where somebody begins who names no municipality; chosen once, so that news elsewhere never moves the page. */
const home = signal<string | null>(null);
effect(() => {
  if (home.value === null && session.value.status === 'ready') home.value = findHome(session.value.value)?.code ?? null;
});

/** Whose figures are looked at: those of the address, or those to begin with. */
export const place = computed<Place>(() => {
  if (session.value.status !== 'ready') return { municipality: null, prefecture: null };
  const { municipality: code, audience } = viewState.value;
  return findPlace(session.value.value, { code, audience }, home.value);
});

/** The municipality that is shown; `null` where a prefecture is. */
export const municipality = computed<MunicipalityName | null>(() => place.value.municipality);

/** Whether the address named a municipality that may not be opened or does not exist. */
export const isMunicipalityUnknown = computed(() => isUnknown(place.value, viewState.value));

/** The release whose figures are shown now; it follows the index, so that one page never mixes two releases. */
export const release = signal<string | null>(null);
/** When the figures that are shown were published; an older moment than the session's while newer ones cannot be loaded. */
export const publishedAt = signal<string | null>(null);

let lastSelection: Selection | null = null;
/**
 * The filters held against the index; `null` until it is there. The same object as long as they say the same, so that a change of
 * something else (a table, a level, a page) shapes and draws nothing anew.
 */
export const selection = computed<Selection | null>(() => {
  const next = index.value.status === 'ready' ? selectionOf(viewState.value, index.value.value) : null;
  if (next === null || lastSelection === null || !isSameSelection(lastSelection, next)) lastSelection = next;
  return lastSelection;
});

/** Shows something else. Each call is one step of Back. */
export function navigate(change: Partial<ViewState>): void {
  const next = changeView(viewState.value, change);
  const address = printAddress(next);
  if (address === printAddress(viewState.value)) return;
  if (isReplaced.value && next.view !== viewState.value.view) {
    location.assign(address);
    return;
  }
  history.pushState(null, '', address);
  isPageUnknown.value = false;
  viewState.value = next;
}

/** The address of a change, for links that can be opened in a new window too. */
export function addressOf(change: Partial<ViewState>): string {
  return printAddress(changeView(viewState.value, change));
}

/** Asks every part of the page that failed to load itself again. */
export const retryEvent = 'kasanari:retry';

const indexSlot = createSlot();

/** Asks for the first page's figures beside the index; whoever shows them finds them there, or under way, or says what is wrong. */
function askAhead(code: string, newest: string | null): void {
  const neverAborted = new AbortController().signal;
  for (const path of pathsAhead(viewState.peek(), code))
    loadObject(objectAddress(path, newest), neverAborted).catch(() => undefined);
}

function followIndex(): void {
  const own = municipality.value;
  const current = session.value;
  if (current.status !== 'ready') return;
  const { release: newest, publishedAt: moment } = current.value;
  if (own === null) {
    // A prefecture has objects of its own, of the newest release.
    indexSlot.stop();
    batch(() => {
      release.value = newest;
      publishedAt.value = moment;
      indexState.value = null;
    });
    return;
  }
  const key = own.code;
  const shown = indexState.peek();
  if (shown?.key !== key) indexState.value = { key, loaded: { status: 'loading' } };
  if (shown === null) askAhead(key, newest);
  indexSlot.start(
    async (abort) => completeIndex(await loadObject<OfficeIndex>(indexAddress(own.code, newest), abort)),
    (loaded) => {
      // Figures that are on the screen stay there when the newer ones cannot be loaded.
      if (loaded.status === 'failed' && loaded.trouble === 'release-gone') ask();
      const before = indexState.peek();
      if (loaded.status === 'failed' && before?.key === key && before.loaded.status === 'ready') return;
      batch(() => {
        release.value = newest;
        publishedAt.value = moment;
        indexState.value = { key, loaded };
      });
    },
  );
}

/** Loads again whatever failed: who asks, the index, and (heard by loaders.ts) every part of the page. */
export function retryFailed(): void {
  if (session.peek().status !== 'ready') ask();
  else if (index.peek().status === 'failed') {
    indexState.value = null;
    followIndex();
  }
  dispatchEvent(new Event(retryEvent));
}

let tag: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
let asker: string | null = null;

/** Nothing of what was shown stays with somebody who may not see it, or with somebody else. */
function forgetShown(): void {
  forgetObjects();
  indexSlot.stop();
  indexState.value = null;
}

function settleNews(news: AnsweredSession | null): void {
  const wasOffline = isOffline.peek();
  isOffline.value = news?.isKept === true;
  if (wasOffline && !isOffline.peek()) retryFailed();
  if (news === null) return;
  // What is on the screen is at least as new as what was kept.
  if (news.isKept && session.peek().status === 'ready') return;
  const now = askerOf(news.session);
  batch(() => {
    if (asker !== null && asker !== now) forgetShown();
    session.value = { status: 'ready', value: completeSession(news.session) };
  });
  asker = now;
  tag = news.tag;
}

function settleTrouble(trouble: Trouble): void {
  const isShown = session.peek().status === 'ready';
  const isRefused = trouble === 'forbidden' || trouble === 'signed-out' || trouble === 'not-registered';
  if (isShown && trouble === 'newer-format') isReplaced.value = true;
  else if (isShown && !isRefused) isOffline.value = true;
  else
    batch(() => {
      if (isRefused) forgetShown();
      isOffline.value = false;
      tag = null;
      session.value = { status: 'failed', trouble };
    });
}

/** The newest question; what an earlier one is answered no longer counts. */
let question: AbortController | null = null;

/** Asks whether there is anything new; settles when it is known. */
export async function askNow(): Promise<void> {
  clearTimeout(timer);
  question?.abort();
  const own = new AbortController();
  question = own;
  const limit = setTimeout(() => own.abort(), 20_000);
  try {
    const news = await loadSession(tag, own.signal, (at) => {
      if (question === own) answeredAt.value = at;
    });
    if (question === own) settleNews(news);
  } catch (thrown) {
    if (question === own) settleTrouble(own.signal.aborted ? 'offline' : readTrouble(thrown));
  }
  clearTimeout(limit);
  if (question !== own) return;
  const current = session.peek();
  const seconds = current.status === 'ready' ? current.value.pollSeconds : 5;
  timer = setTimeout(ask, Math.max(1, seconds) * 1000);
}

function ask(): void {
  void askNow();
}

/** Starts following the address, the session and the index. Called once. */
export function followWorld(): void {
  addEventListener('popstate', () => {
    const read = parseAddress(location.pathname + location.search);
    isPageUnknown.value = !read.isPageKnown;
    viewState.value = read.state;
  });
  for (const event of ['online', 'offline'])
    addEventListener(event, () => {
      hasLine.value = navigator.onLine;
      ask();
    });
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask();
  });
  effect(followIndex);
  ask();
}
