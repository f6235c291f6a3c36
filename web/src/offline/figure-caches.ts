/**
 * The caches of figures. Each belongs to one asker and one release ('figures:<digest of the asker>:<release>'), so that
 * nobody is ever answered from what was kept for somebody else; what the newest session does not bear out is removed.
 */
import type { Session } from '#functions/publish/release.ts';
import { askerOf } from './asker.ts';
import { isTooOld, keptAtHeader } from './kept-session.ts';

const prefix = 'figures:';
const sessionKey = '/api/session';
/** Stands in a cache that holds all that the pages of one municipality need. */
const wholeKey = '/offline/whole';
/** Entries of one release; opened ones of other municipalities and choices count too. */
const entriesAtMost = 800;

/** Oldest first: the browser lists caches in the order in which they were made. */
async function listCaches(): Promise<readonly string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix));
}

async function has(name: string, key: string): Promise<boolean> {
  return (await (await caches.open(name)).match(key)) !== undefined;
}

async function digest(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Removes every figure that was ever kept. */
export async function forgetFigures(): Promise<void> {
  for (const name of await listCaches()) await caches.delete(name);
}

/** The cache that an object of a release may be taken from and put into; `null` until a session has named the release. */
export async function findCache(release: string): Promise<string | null> {
  for (const name of await listCaches()) if (name.endsWith(`:${release}`) && (await has(name, sessionKey))) return name;
  return null;
}

/** What was kept of an address. */
export async function readKept(cacheName: string, address: string): Promise<Response | undefined> {
  return await (await caches.open(cacheName)).match(address, { ignoreVary: true });
}

/** Keeps an answer, unless its cache was removed while it was on its way, or there is no room. */
export async function keepAnswer(cacheName: string, address: string, answer: Response): Promise<void> {
  if (!(await caches.has(cacheName))) return;
  try {
    await (await caches.open(cacheName)).put(address, answer);
  } catch {
    // No room on this machine: the page has its answer, and works without a copy.
  }
}

/**
 * Keeps the session, and removes what it does not bear out: all figures of another asker (another person, other rights), and
 * releases older than the last one that is whole.
 */
export async function rememberSession(answer: Response, now: number): Promise<void> {
  const body = await answer.arrayBuffer();
  const session = JSON.parse(new TextDecoder().decode(body)) as Session;
  // What a newer version says of a person is not guessed at.
  if (session.format !== 1) return await forgetFigures();
  const own = `${prefix}${await digest(askerOf(session))}:`;
  const name = `${own}${session.release ?? 'none'}`;
  const others = (await listCaches()).filter((other) => other !== name);
  let whole: string | null = null;
  for (const other of others.toReversed())
    if (whole === null && other.startsWith(own) && (await has(other, wholeKey))) whole = other;
  for (const other of others) if (other !== whole) await caches.delete(other);
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  headers.set(keptAtHeader, new Date(now).toISOString());
  await (await caches.open(name)).put(sessionKey, new Response(body, { headers }));
}

/** The last session that figures were kept with, a whole release before a part of one; removes all that is too old. */
export async function readKeptSession(now: number): Promise<Response | null> {
  const names = await listCaches();
  let found: Response | null = null;
  for (const name of names) {
    const session = await readKept(name, sessionKey);
    if (session === undefined) continue;
    if (isTooOld(session.headers.get(keptAtHeader), now)) {
      await caches.delete(name);
      continue;
    }
    found = session;
    if (await has(name, wholeKey)) return session;
  }
  return found;
}

/** An object by its name from the releases before, so that what has not changed is not fetched again. */
export async function findInOtherReleases(
  cacheName: string,
  wanted: { readonly address: string; readonly name: string },
): Promise<Response | null> {
  const path = wanted.address.split('?')[0] ?? '';
  for (const name of await listCaches()) {
    if (name === cacheName) continue;
    const kept = await (await caches.open(name)).match(path, { ignoreSearch: true, ignoreVary: true });
    if (kept?.headers.get('etag')?.replace(/^W\//, '') === `"${wanted.name}"`) return kept;
  }
  return null;
}

/** Marks a cache as whole: earlier releases go, and of what was opened long ago as much as is too many. */
export async function markWhole(cacheName: string, wanted: ReadonlySet<string>): Promise<void> {
  if (!(await caches.has(cacheName))) return;
  const cache = await caches.open(cacheName);
  await cache.put(wholeKey, new Response(null));
  for (const other of await listCaches()) if (other !== cacheName) await caches.delete(other);
  const entries = await cache.keys();
  const spare = entries.filter(({ url }) => {
    const { pathname, search } = new URL(url);
    return pathname.startsWith('/api/') && pathname !== sessionKey && !wanted.has(pathname + search);
  });
  for (const old of spare.slice(0, Math.max(0, entries.length - entriesAtMost))) await cache.delete(old);
}
