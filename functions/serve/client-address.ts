/** From which network address somebody asks, behind proxies that each append to X-Forwarded-For. Only what our own proxies wrote is believed. */
import type { Context } from 'hono';

/**
 * The entry that the outermost of our proxies has appended. What stands before it came from the asker, who can write anything there.
 * @param proxies how many of ours the request has passed; 0: the connection itself tells
 */
export function findClientAddress(context: Context, proxies: number): string {
  return addressBehind(context.req.header('x-forwarded-for'), findPeer(context.env), proxies);
}

/** @param peer the address at the other end of the connection */
export function addressBehind(forwardedFor: string | undefined, peer: string | null, proxies: number): string {
  const forwarded = (forwardedFor ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const ours = proxies === 0 ? [] : forwarded.slice(-proxies);
  return ours[0] ?? peer ?? 'unknown';
}

/** The address at the other end of the connection, as Node's server tells it. */
function findPeer(environment: unknown): string | null {
  let found: unknown = environment;
  for (const name of ['incoming', 'socket', 'remoteAddress']) {
    if (typeof found !== 'object' || found === null) return null;
    found = Reflect.get(found, name);
  }
  return typeof found === 'string' ? found : null;
}
