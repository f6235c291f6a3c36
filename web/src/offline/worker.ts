/**
 * The service worker: keeps the dashboard and the figures of the municipality that was last viewed, so that both are there
 * without a line. Why it keeps what, and when it forgets: docs/decisions/0008-figures-without-a-line.md.
 */
import { isKeepOrder, readAsked } from './addresses.ts';
import { answerObject, answerSession, keepAhead } from './figures.ts';
import { answerFile, answerPage, type Build, forgetOldBuilds, keepBuild } from './shell.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Put in by build-worker.ts. */
declare const __BUILD__: Build;

const build: Build = __BUILD__;
const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('install', (event) => {
  // Pages that are open keep the files of their own build, so nobody has to be waited for.
  event.waitUntil(keepBuild(build).then(() => scope.skipWaiting()));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOldBuilds(build).then(() => scope.clients.claim()));
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== scope.location.origin) return;
  const asked = readAsked(request, url);
  const wait = (work: Promise<unknown>) => event.waitUntil(work);
  if (asked.kind === 'page') event.respondWith(answerPage(request, build));
  if (asked.kind === 'file') event.respondWith(answerFile(request));
  if (asked.kind === 'session') event.respondWith(answerSession(request, wait));
  if (asked.kind === 'object') event.respondWith(answerObject(request, asked.release, wait));
});

/** One after the other: two windows may show two municipalities. */
let keeping: Promise<void> = Promise.resolve();

scope.addEventListener('message', (event) => {
  const { data } = event;
  if (!isKeepOrder(data)) return;
  keeping = keeping.then(() => keepAhead(data)).catch(() => undefined);
  event.waitUntil(keeping);
});
