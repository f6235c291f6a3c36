/**
 * The one client of the API: the only fetch of the dashboard. Objects of a release never change, so an answer is kept
 * under its address; in each slot the newest request wins and the older one is aborted.
 */
import type { Session } from '#functions/publish/release.ts';
import { splitAddress } from './object-addresses.ts';
import { keptAtHeader } from './offline/kept-session.ts';
import { withoutTrouble } from './shape/sign-in-trouble.ts';

/** The format of the published objects that this page understands (releaseFormat). */
const knownFormat = 1;

/**
 * Why there is nothing to show. signed-out: nobody is signed in. not-registered: who is signed in has no role. forbidden: who asks may
 * not see it. gone: the object is not in this release. release-gone: the release is no longer kept. offline: nobody answered. slow: no
 * answer came in time.
 */
export type Trouble =
  | 'signed-out'
  | 'not-registered'
  | 'forbidden'
  | 'gone'
  | 'release-gone'
  | 'offline'
  | 'slow'
  | 'newer-format'
  | 'failed';

/** What is shown in place of a figure until there is one. */
export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'empty' }
  | { readonly status: 'failed'; readonly trouble: Trouble }
  | { readonly status: 'ready'; readonly value: T };

/** An answer that is no figure. */
export class ApiTrouble extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble, options?: ErrorOptions) {
    super(trouble, options);
    this.name = 'ApiTrouble';
    this.trouble = trouble;
  }
}

async function troubleOf(response: Response): Promise<Trouble> {
  const { status } = response;
  if (status === 401) return 'signed-out';
  if (status === 403) return (await isUnregistered(response)) ? 'not-registered' : 'forbidden';
  if (status === 410) return 'release-gone';
  return status === 404 ? 'gone' : 'failed';
}

/** Whether a refusal is of somebody whom the registry does not know (any more). */
async function isUnregistered(response: Response): Promise<boolean> {
  const problem: unknown = await response.json().catch(() => null);
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'not-registered';
}

/** Where signing in begins, to come back to a page of ours. */
export function signInAddress(page: string): string {
  return `/api/sign-in?return=${encodeURIComponent(withoutTrouble(page))}`;
}

/** Whoever waits so long is told, and may try again. */
const longestWait = 60_000;

/** `null` where nobody answers, or not in time. */
async function post(address: string, body?: object): Promise<Response | null> {
  const said = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const signal = AbortSignal.timeout(longestWait);
  return await fetch(address, { method: 'POST', cache: 'no-store', signal, ...said }).catch(() => null);
}

/** Ends the session of this browser. Where that fails somebody is still signed in, and has to be told. */
export async function signOut(): Promise<'signed-out' | 'failed'> {
  return (await post('/api/sign-out'))?.ok === true ? 'signed-out' : 'failed';
}

/** An administrator says that what is asked of a workbook is right: the next reading is used. */
export async function letThrough(workbook: string, question: string) {
  const response = await post(`/api/workbooks/${encodeURIComponent(workbook)}/let-through`, { question });
  if (response?.ok === true) return 'let-through';
  if (response?.status === 409) return 'not-asked';
  return response?.status === 401 || response?.status === 403 ? 'not-allowed' : 'failed';
}
const tooLate = new DOMException('No answer in time', 'TimeoutError');

async function request(address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, init);
  } catch (cause) {
    if (init.signal?.reason === tooLate) throw new ApiTrouble('slow', { cause });
    if (init.signal?.aborted === true) throw cause;
    throw new ApiTrouble('offline', { cause });
  }
  if (response.ok || response.status === 304) return response;
  throw new ApiTrouble(await troubleOf(response));
}

async function parsed<T>(response: Response): Promise<T> {
  return withKnownFormat<T>(await response.json());
}

function withKnownFormat<T>(body: unknown): T {
  const format = typeof body === 'object' && body !== null && 'format' in body ? body.format : knownFormat;
  if (format !== knownFormat) throw new ApiTrouble('newer-format');
  // Published objects were parsed with their schema before they were written; the API says which type a route has.
  return body as T;
}

/** What reads large cuts, once one was asked for. */
let largeCuts: typeof import('./large-cuts/large-cuts.ts') | null = null;

/** One area of a large cut; what parses it comes with the first. */
async function loadArea(address: string, area: string, load: () => Promise<Response>): Promise<unknown> {
  largeCuts ??= await import('./large-cuts/large-cuts.ts');
  return withKnownFormat(await largeCuts.readArea(address, area, async () => await (await load()).arrayBuffer()));
}

const kept = new Map<string, unknown>();
const keptAtMost = 60;

/** Forgets what was loaded, when somebody else asks or a right was lost. */
export function forgetObjects(): void {
  kept.clear();
  largeCuts?.forgetLargeCuts();
}

/** The object at an address that never changes, if it has been loaded before. */
export function keptObject<T>(address: string): T | null {
  return (kept.get(address) as T | undefined) ?? null;
}

/** A request under way that several parts of the page may wait for; aborted when none does any more. */
interface Shared {
  readonly answer: Promise<unknown>;
  readonly abort: AbortController;
  waiting: number;
}

const underWay = new Map<string, Shared>();

function startShared(address: string): Shared {
  const abort = new AbortController();
  const limit = setTimeout(() => abort.abort(tooLate), longestWait);
  const [whole, area] = splitAddress(address);
  // Copies of figures are kept where they can be removed again: in memory and by the worker, never by the browser itself.
  const load = () =>
    request(whole, { signal: abort.signal, cache: 'no-store', headers: { accept: 'application/json' } });
  const loaded = area === null ? load().then((response) => parsed<unknown>(response)) : loadArea(whole, area, load);
  const answer = loaded.finally(() => {
    clearTimeout(limit);
    if (underWay.get(address)?.abort === abort) underWay.delete(address);
  });
  return { answer, abort, waiting: 0 };
}

function keep(address: string, value: unknown): void {
  if (!address.includes('?release=')) return;
  kept.set(address, value);
  for (const oldest of kept.keys()) {
    if (kept.size <= keptAtMost) break;
    kept.delete(oldest);
  }
}

/** Loads an object; what was loaded before, or is being loaded, is not asked for again. */
export async function loadObject<T>(address: string, signal: AbortSignal): Promise<T> {
  const known = keptObject<T>(address);
  if (known !== null) return known;
  const shared = underWay.get(address) ?? startShared(address);
  underWay.set(address, shared);
  shared.waiting += 1;
  signal.addEventListener('abort', () => {
    shared.waiting -= 1;
    if (shared.waiting > 0) return;
    underWay.delete(address);
    shared.abort.abort();
  });
  const value = (await shared.answer) as T;
  keep(address, value);
  return value;
}

/** A session as it was answered. */
export interface AnsweredSession {
  readonly session: Session;
  /** What names this answer; `null` for one that is not the newest. */
  readonly tag: string | null;
  /** Whether nobody answered, and the worker gave the last session that it kept. */
  readonly isKept: boolean;
}

/**
 * Asks for the session; `null` when it has not changed since `tag`.
 * @param heard told when the server answered, by its own clock: that of a device may be wrong
 */
export async function loadSession(
  tag: string | null,
  signal: AbortSignal,
  heard: (at: number) => void = () => undefined,
): Promise<AnsweredSession | null> {
  const headers = new Headers({ accept: 'application/json' });
  if (tag !== null) headers.set('if-none-match', tag);
  const response = await request('/api/session', { signal, headers, cache: 'no-store' });
  const isKept = response.headers.has(keptAtHeader);
  const said = Date.parse(response.headers.get('date') ?? '');
  if (!isKept) heard(Number.isNaN(said) ? Date.now() : said);
  if (response.status === 304) return null;
  return { session: await parsed<Session>(response), tag: isKept ? null : response.headers.get('etag'), isKept };
}

/** The trouble behind something thrown. */
export function readTrouble(thrown: unknown): Trouble {
  return thrown instanceof ApiTrouble ? thrown.trouble : 'failed';
}

/** A slot in which only the newest request counts. */
export interface Slot {
  /** Aborts what is under way and starts anew; `settle` is called only if nothing newer was started. */
  start<T>(work: (signal: AbortSignal) => Promise<T>, settle: (outcome: Loaded<T>) => void): void;
  stop(): void;
}

export function createSlot(): Slot {
  let current: AbortController | null = null;
  return {
    start(work, settle) {
      current?.abort();
      const own = new AbortController();
      current = own;
      work(own.signal).then(
        (value) => {
          if (current === own) settle({ status: 'ready', value });
        },
        (thrown: unknown) => {
          if (current === own) settle({ status: 'failed', trouble: readTrouble(thrown) });
        },
      );
    },
    stop() {
      current?.abort();
      current = null;
    },
  };
}
