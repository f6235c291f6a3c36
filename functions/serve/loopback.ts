/** Keeps pages of other hosts from reading a server on this machine through a name that points to it (DNS rebinding). */
import type { MiddlewareHandler } from 'hono';
import { answerProblem } from './problem.ts';

const loopbackHost = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]{1,5})?$/i;

/** Whether a Host header names this machine's own loopback. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && loopbackHost.test(host);
}

/** Answers requests for the loopback only. */
export function requireLoopbackHost(): MiddlewareHandler {
  return async (context, next) => {
    if (!isLoopbackHost(context.req.header('host'))) return answerProblem('wrong-host');
    await next();
    return undefined;
  };
}
