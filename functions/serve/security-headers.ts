/** Headers that keep answers from being misread, framed or guessed at. firebase.json says the same for the dashboard. */
import type { MiddlewareHandler } from 'hono';
import { isLoopbackHost } from './loopback.ts';

/**
 * What the dashboard's pages may load: its own files and its own API. No script or style stands in a page; `style`
 * attributes are allowed, since Chart.js and bars of a width set them on elements.
 */
export const dashboardPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Answers of the API are never pages. */
export const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** The same for every answer. */
export const plainSecurityHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** Browsers come back over TLS only, for two years. Not said on the loopback, which has none. */
export const strictTransport = 'max-age=63072000';

/** What every answer to a request for this host says besides its policy. */
function headersFor(host: string): Readonly<Record<string, string>> {
  return isLoopbackHost(host)
    ? plainSecurityHeaders
    : { ...plainSecurityHeaders, 'strict-transport-security': strictTransport };
}

/** All of them, for an answer that is put together without an app. */
export function securityHeadersFor(host: string, policy: string): Readonly<Record<string, string>> {
  return { ...headersFor(host), 'content-security-policy': policy };
}

/** Sets the headers on whatever is answered, errors too. */
export function setSecurityHeaders(policy: string): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    for (const [name, value] of Object.entries(headersFor(host))) context.res.headers.set(name, value);
    if (!context.res.headers.has('content-security-policy')) context.res.headers.set('content-security-policy', policy);
  };
}
