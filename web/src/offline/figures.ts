/**
 * How the worker answers for the API. The session is always asked for, and answered from what was kept only when nobody
 * answers; an object of a release never changes, so it is taken from what was kept.
 */
import type { KeepOrder, Wanted } from './addresses.ts';
import {
  findCache,
  findInOtherReleases,
  forgetFigures,
  keepAnswer,
  markWhole,
  readKept,
  readKeptSession,
  rememberSession,
} from './figure-caches.ts';
import { within } from './within.ts';

/** A page that starts anew waits so long for an answer before it is shown what was kept. */
const patience = 6000;
/** Bytes that are fetched ahead for one municipality. */
const bytesAhead = 12_000_000;

function isRefused({ status }: Response): boolean {
  return status === 401 || status === 403;
}

/** Never from the browser's own cache, which could not be emptied when somebody loses a right. */
function ask(request: Request | string): Promise<Response> {
  return fetch(request, { cache: 'no-store' });
}

/** Questions are counted, so that a late answer to an earlier one undoes nothing. */
let questions = 0;
let settled = 0;

/** Asks who asks; the answer decides what stays kept before any page learns of it. */
async function askSession(request: Request | string): Promise<Response> {
  questions += 1;
  const own = questions;
  const answer = await ask(request);
  if (own < settled) return answer;
  if (isRefused(answer)) await forgetFigures();
  else if (answer.ok) await rememberSession(answer.clone(), Date.now());
  if (answer.status < 500) settled = own;
  return answer;
}

/** The session: from the server, else the last one that was kept; a refusal is an answer, a failure is none. */
export async function answerSession(request: Request, wait: (work: Promise<unknown>) => void): Promise<Response> {
  const asked = askSession(request);
  wait(asked.catch(() => undefined));
  // A page that already shows figures waits as long as it likes.
  const isStarting = !request.headers.has('if-none-match');
  const answer = await (isStarting ? within(patience, asked) : asked.catch(() => null));
  if (answer !== null && answer.status < 500) return answer;
  return (await readKeptSession(Date.now())) ?? answer ?? (await asked);
}

/** An object of a release: what was kept, else from the server, kept for the asker for whom it was asked. */
export async function answerObject(
  request: Request,
  release: string,
  wait: (work: Promise<unknown>) => void,
): Promise<Response> {
  const cache = await findCache(release);
  const kept = cache === null ? undefined : await readKept(cache, request.url);
  if (kept !== undefined) return kept;
  const answer = await ask(request);
  if (isRefused(answer)) await forgetFigures();
  else if (answer.ok && cache !== null) wait(keepAnswer(cache, request.url, answer.clone()));
  return answer;
}

type Fetched = { readonly outcome: 'kept' | 'missing' | 'refused'; readonly bytes: number };

async function fetchAhead(cache: string, wanted: Wanted): Promise<Fetched> {
  if ((await readKept(cache, wanted.address)) !== undefined) return { outcome: 'kept', bytes: 0 };
  const same = await findInOtherReleases(cache, wanted);
  const answer = same ?? (await ask(wanted.address));
  if (isRefused(answer)) return { outcome: 'refused', bytes: 0 };
  if (!answer.ok) return { outcome: 'missing', bytes: 0 };
  const body = await answer.blob();
  await keepAnswer(cache, wanted.address, new Response(body, { headers: answer.headers }));
  return { outcome: 'kept', bytes: same === null ? body.size : 0 };
}

/** Keeps what the pages of a municipality need, one object after the other, as far as the bounds allow. */
export async function keepAhead(order: KeepOrder): Promise<void> {
  // A page that was opened before there was a worker has asked for the session itself.
  if ((await findCache(order.release)) === null) await askSession('/api/session');
  const cache = await findCache(order.release);
  if (cache === null) return;
  let bytes = 0;
  for (const wanted of order.wanted) {
    if (bytes > bytesAhead || !(await caches.has(cache))) break;
    const fetched = await fetchAhead(cache, wanted);
    if (fetched.outcome === 'refused') return await forgetFigures();
    // Something the release names is not there, or the server is in trouble: a later page asks again.
    if (fetched.outcome === 'missing') return;
    bytes += fetched.bytes;
  }
  await markWhole(cache, new Set(order.wanted.map(({ address }) => address)));
}
