/**
 * Commands: requests that change something (POST). Only our own pages may send them, so that no other page can use somebody's being
 * signed in (cross-site request forgery); everything else of the API is only read.
 */
import type { ProblemCode } from './problem.ts';

/** A route as the router lists it. */
interface ListedRoute {
  readonly method: string;
  readonly path: string;
}

/** Whether the method changes nothing. */
export function isReading(method: string): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** Tells whether a request is one of the commands that are among the routes. */
export function createCommandList(routes: readonly ListedRoute[]): (method: string, path: string) => boolean {
  const commands = routes.filter(({ method }) => !isReading(method) && method !== 'ALL');
  return (method, path) => commands.some((route) => route.method === method && isOfPath(route.path, path));
}

/** '/api/workbooks/:id/let-through' fits '/api/workbooks/1AbC/let-through': segment by segment. */
function isOfPath(template: string, path: string): boolean {
  const wanted = template.split('/');
  const given = path.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, position) => (part.startsWith(':') ? given[position] !== '' : part === given[position]))
  );
}

/**
 * Why a command is not taken; `null` where it is. A browser says with every POST where it comes from (Origin, Sec-Fetch-Site). Whoever
 * says neither is a program: it has to show who it is with the request itself (Authorization), not with what a browser adds unasked.
 * @param publicUrl where our pages are; `null` where they are under the same host name as the API
 */
export function findForgery(headers: Headers, publicUrl: string | null): ProblemCode | null {
  const site = headers.get('sec-fetch-site');
  const origin = headers.get('origin');
  if (site !== null && site !== 'same-origin') return 'foreign-page';
  if (origin !== null) return isOwnOrigin(origin, publicUrl, headers.get('host')) ? null : 'foreign-page';
  if (site !== null) return null;
  return headers.has('cookie') || headers.has('x-goog-iap-jwt-assertion') ? 'foreign-page' : null;
}

/** A browser never lets a page choose the Host header, so where nothing is configured, it says what our own pages are called. */
function isOwnOrigin(origin: string, publicUrl: string | null, host: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  return publicUrl === null ? given.host === host : given.origin === new URL(publicUrl).origin;
}
