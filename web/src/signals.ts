/**
 * The few signals that everything hangs on: view state (with the address), language, session, the municipality's
 * index. Also the polling for a newer release: new figures replace old ones without a reload, and the view stays.
 */

import { batch, computed, effect, signal } from '@preact/signals';
import type { MunicipalityName, OfficeIndex, Session } from '#functions/publish/release.ts';
import { createSlot, indexAddress, type Loaded, loadObject, loadSession, readTrouble } from './api.ts';
import { findHome } from './shape/home.ts';
import { setYearStyle } from './shape/figures/year-style.ts';
import { type Selection, selectionOf } from './shape/selection.ts';
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
/** Whether the last question for news was not answered. */
export const isOffline = signal(false);
const indexState = signal<{ readonly key: string; readonly loaded: Loaded<OfficeIndex> } | null>(null);
/** The index of the municipality that is shown. */
export const index = computed<Loaded<OfficeIndex>>(() => indexState.value?.loaded ?? { status: 'loading' });

/** Where somebody begins who names no municipality; chosen once, so that news elsewhere never moves the page. */
const home = signal<string | null>(null);
effect(() => {
  if (home.value === null && session.value.status === 'ready') home.value = findHome(session.value.value)?.code ?? null;
});

/** The municipality that is shown: that of the address, or the one to begin with. */
export const municipality = computed<MunicipalityName | null>(() => {
  if (session.value.status !== 'ready') return null;
  const all = session.value.value.municipalities;
  const named = (wanted: string | null) => all.find(({ code }) => code === wanted);
  return named(viewState.value.municipality) ?? named(home.value) ?? findHome(session.value.value);
});

/** Whether the address named a municipality that may not be opened or does not exist. */
export const isMunicipalityUnknown = computed(
  () => viewState.value.municipality !== null && municipality.value?.code !== viewState.value.municipality,
);

/** The release whose figures are shown now; it follows the index, so that one page never mixes two releases. */
export const release = signal<string | null>(null);

/** The filters held against the index; `null` until it is there. */
export const selection = computed<Selection | null>(() =>
  index.value.status === 'ready' ? selectionOf(viewState.value, index.value.value) : null,
);

/** Shows something else. Each call is one step of Back. */
export function navigate(change: Partial<ViewState>): void {
  const next = changeView(viewState.value, change);
  const address = printAddress(next);
  if (address === printAddress(viewState.value)) return;
  history.pushState(null, '', address);
  isPageUnknown.value = false;
  viewState.value = next;
}

/** The address of a change, for links that can be opened in a new window too. */
export function addressOf(change: Partial<ViewState>): string {
  return printAddress(changeView(viewState.value, change));
}

const indexSlot = createSlot();

function followIndex(): void {
  const place = municipality.value;
  const current = session.value;
  if (current.status !== 'ready' || place === null) return;
  const newest = current.value.release;
  const key = place.code;
  const shown = indexState.peek();
  if (shown?.key !== key) indexState.value = { key, loaded: { status: 'loading' } };
  indexSlot.start(
    (abort) => loadObject<OfficeIndex>(indexAddress(place.code, newest), abort),
    (loaded) => {
      // Figures that are on the screen stay there when the newer ones cannot be loaded.
      const before = indexState.peek();
      if (loaded.status === 'failed' && before?.key === key && before.loaded.status === 'ready') return;
      batch(() => {
        release.value = newest;
        indexState.value = { key, loaded };
      });
    },
  );
}

/** Loads the index again after it failed. */
export function retryIndex(): void {
  indexState.value = null;
  if (session.peek().status === 'ready') followIndex();
  else askNow();
}

let tag: string | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

function askNow(): void {
  clearTimeout(timer);
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(), 20_000);
  loadSession(tag, abort.signal)
    .then(
      (news) => {
        isOffline.value = false;
        if (news === null) return;
        tag = news.tag;
        session.value = { status: 'ready', value: news.session };
      },
      (thrown: unknown) => {
        const trouble = abort.signal.aborted ? 'offline' : readTrouble(thrown);
        if (session.peek().status === 'ready') isOffline.value = true;
        else session.value = { status: 'failed', trouble };
      },
    )
    .finally(() => {
      clearTimeout(limit);
      const current = session.peek();
      const seconds = current.status === 'ready' ? current.value.pollSeconds : 5;
      timer = setTimeout(askNow, Math.max(1, seconds) * 1000);
    });
}

/** Starts following the address, the session and the index. Called once. */
export function followWorld(): void {
  addEventListener('popstate', () => {
    const read = parseAddress(location.pathname + location.search);
    isPageUnknown.value = !read.isPageKnown;
    viewState.value = read.state;
  });
  addEventListener('online', askNow);
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') askNow();
  });
  effect(followIndex);
  askNow();
}
